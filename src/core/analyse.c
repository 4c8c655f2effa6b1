/* SPDX-License-Identifier: MIT */
#include "core/analyse.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "core/analyse_reading.h"

/* A vague claim has a rule of its own. */
static void
find_phrases(struct reading *reading)
{
	for (size_t i = 0; i < reading->n_hits; i++) {
		const struct hit *hit = &reading->hits[i];

		if (hit->phrase->kind < FINDING_KINDS &&
		    hit->phrase->kind != FINDING_VAGUE)
			reading_find(reading, hit->phrase->kind, hit->first,
			    hit->end, hit->phrase->why);
	}
}

/* `Phase I`: within a phrase that says nothing, but not at its start. */
static bool
is_quiet(const struct reading *reading, size_t at)
{
	return at > 0 && at < reading->quiet_end[at - 1];
}

/* `i.e.`, `I/O` and an item `i)` are no I. */
static bool
is_i(const struct reading *reading, size_t at)
{
	if (!reading_is(reading, at, GRAMMAR_I) || is_quiet(reading, at) ||
	    !reading_is_i(reading, at))
		return false;
	if (!reading_glued(reading, at + 1))
		return true;
	if (reading_has(reading, at + 1, '/') ||
	    reading_has(reading, at + 1, ')'))
		return false;
	return !(reading_has(reading, at + 1, '.') &&
		 reading_glued(reading, at + 2) &&
		 reading_type(reading, at + 2, TOKEN_WORD));
}

/* 我们 and 咱们. */
static bool
is_we(const struct reading *reading, size_t at)
{
	return reading_is(reading, at, GRAMMAR_WE) ||
	       ((reading_has(reading, at, HAN_I) ||
		    reading_has(reading, at, HAN_WE)) &&
		   reading_has(reading, at + 1, HAN_PLURAL));
}

static void
count_persons(const struct reading *reading, struct analysis *analysis)
{
	for (size_t at = 0; at < reading->tokens.n; at++) {
		analysis->i += is_i(reading, at);
		analysis->we += is_we(reading, at);
	}
}

static void
find_missing(const struct reading *reading, const struct rubric *rubric,
    struct analysis *analysis)
{
	for (size_t i = 0; i < rubric->n; i++)
		if (!analyse_section(reading, &rubric->signals[i]))
			analysis->missing[analysis->n_missing++] =
			    &rubric->signals[i];
}

static bool
has_metric(const struct reading *reading)
{
	for (size_t i = 0; i < reading->n_findings; i++)
		if (reading->findings[i].kind == FINDING_METRIC)
			return true;
	return false;
}

void
analyse(struct analysis *analysis, const char *s, size_t n,
    const struct lexicon *lexicon, const struct rubric *rubric)
{
	struct reading reading;

	*analysis = (struct analysis){.words = utf8_words(s, n)};
	reading_open(&reading, s, n, lexicon);
	find_phrases(&reading);
	analyse_ownership(&reading);
	analyse_metrics(&reading);
	analyse_claims(&reading);
	analyse_forms(&reading);
	analyse_questions(&reading);
	reading_settle(&reading);
	count_persons(&reading, analysis);
	analysis->has_metric = has_metric(&reading);
	if (rubric != NULL)
		find_missing(&reading, rubric, analysis);
	analysis->findings = reading.findings;
	analysis->n = reading.n_findings;
	reading.findings = NULL;
	reading_close(&reading);
}

void
analysis_release(struct analysis *analysis)
{
	free(analysis->findings);
	*analysis = (struct analysis){0};
}
