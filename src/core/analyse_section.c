/* SPDX-License-Identifier: MIT */
/* Whether a text shows a section of a rubric: by a heading, by a cue in the
 * lexicon, or by what is found in it. */
#include <string.h>
#include <strings.h>

#include "core/analyse_reading.h"

/* What a signal is seen by beside its cues. */
static const struct {
	const char *signal;
	enum phrase_kind kind;
} evidence[] = {
    {"action", FINDING_OWNERSHIP},
    {"assumptions", FINDING_HYPOTHESIS},
    {"collaboration", FINDING_COLLABORATION},
    {"comprehend", FINDING_QUESTION},
    {"data-driven", FINDING_METRIC},
    {"decision", FINDING_OWNERSHIP},
    {"ecosystem", FINDING_ECOSYSTEM},
    {"hypothesis", FINDING_HYPOTHESIS},
    {"impact", FINDING_METRIC},
    {"iteration", FINDING_ITERATION},
    {"learning-velocity", FINDING_ITERATION},
    {"metrics", FINDING_METRIC},
    {"ownership", FINDING_OWNERSHIP},
    {"payoff", FINDING_METRIC},
    {"process", FINDING_OWNERSHIP},
    {"result", FINDING_METRIC},
    {"test", FINDING_TEST},
    {"tradeoffs", FINDING_TRADEOFF},
};

static bool
is_found(const struct reading *reading, enum phrase_kind kind)
{
	for (size_t i = 0; i < reading->n_findings; i++)
		if (reading->findings[i].kind == kind)
			return true;
	return false;
}

/* Behind `## Result` only the next such heading, or nothing at all. */
static bool
is_bare(const struct reading *reading, size_t byte)
{
	while (byte < reading->n &&
	       strchr(" \t\r\n#:", reading->s[byte]) != NULL) {
		if (reading->s[byte] == '#' && reading->s[byte - 1] == '\n')
			return true;
		byte++;
	}
	return byte == reading->n;
}

/* `Result:` or `2. Result` alone on its line. */
static bool
is_heading(const struct reading *reading, size_t at, const char *name)
{
	const struct token *token = reading_token(reading, at);
	size_t n = strlen(name);

	if (n == 0 || reading->n - token->at < n ||
	    strncasecmp(reading->s + token->at, name, n) != 0)
		return false;
	while (
	    at < reading->tokens.n && reading->tokens.at[at].at < token->at + n)
		at++;
	return at == reading->tokens.n || reading_has(reading, at, ':') ||
	       reading->tokens.at[at].line_start;
}

static bool
has_heading(const struct reading *reading, const char *name)
{
	for (size_t at = 0; at < reading->tokens.n; at++) {
		if (!reading->tokens.at[at].line_start)
			continue;
		bool marked = reading->s[reading->tokens.at[at].at] == '#';

		while (reading_type(reading, at, TOKEN_MARK) ||
		       reading_type(reading, at, TOKEN_NUMBER))
			at++;
		if (at >= reading->tokens.n || !is_heading(reading, at, name))
			continue;
		if (!marked ||
		    !is_bare(reading, reading->tokens.at[at].at + strlen(name)))
			return true;
	}
	return false;
}

bool
analyse_section(const struct reading *reading, const struct signal_spec *signal)
{
	int cue = lexicon_section(reading->lexicon, signal->key);
	bool can_tell = cue >= 0;

	if (cue >= 0 && reading->sections[cue])
		return true;
	for (size_t i = 0; i < sizeof(evidence) / sizeof(evidence[0]); i++) {
		if (strcmp(evidence[i].signal, signal->key) != 0)
			continue;
		can_tell |= lexicon_has(reading->lexicon, evidence[i].kind);
		if (is_found(reading, evidence[i].kind))
			return true;
	}
	return !can_tell || has_heading(reading, signal->label) ||
	       has_heading(reading, signal->key);
}
