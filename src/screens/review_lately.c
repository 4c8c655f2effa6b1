/* SPDX-License-Identifier: MIT */
/* Better than two weeks ago, in which round, on which signal, or is it noise:
 * the lines at the top of the review. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "core/period.h"
#include "screens/review_parts.h"

enum { SECOND_MS = 1000 };

static const enum role roles[] = {
    [CONTRAST_FEW] = ROLE_TEXT,
    [CONTRAST_NOISE] = ROLE_TEXT,
    [CONTRAST_HIGHER] = ROLE_GOOD,
    [CONTRAST_LOWER] = ROLE_WARN,
};

/* Takes the text over. */
static void
say(struct review_line *line, char *text, enum contrast_verdict verdict)
{
	free(line->text);
	line->text = text;
	line->role = roles[verdict];
}

static void
say_overall(struct review_state *state, int64_t now_s)
{
	struct record_filter filter = reviewing_filter(&state->shared);
	struct fortnight both =
	    record_fortnight(&state->shared.reader.record, &filter, now_s);
	int least = state->shared.rules->trend_sessions;
	enum contrast_verdict verdict =
	    fortnight_contrast(&both, least).verdict;
	char text[FORTNIGHT_TEXT];

	fortnight_text(&both, least, text);
	say(&state->lately.overall, mem_text(text), verdict);
	fortnight_brief(&both, least, text);
	say(&state->lately.brief, mem_text(text), verdict);
}

/* Nothing is said of none. */
static void
say_parts(const struct review_state *state, const char *what,
    const struct fortnight_part *parts, int n, struct review_line *line)
{
	struct str text = STR_INIT;
	enum contrast_verdict verdict;
	size_t begun;

	str_add(&text, what);
	begun = text.len;
	verdict = fortnight_parts(
	    parts, n, state->shared.rules->trend_sessions, &text);
	if (text.len == begun)
		str_clear(&text);
	say(line, str_detach(&text), verdict);
}

/* Of one round alone all is said already. */
static void
say_rounds(struct review_state *state, int64_t now_s)
{
	const struct names *rounds = &state->shared.filters.rounds;
	struct record_filter filter = reviewing_filter(&state->shared);
	struct fortnight_part *parts;

	if (filter.round != NULL) {
		say(&state->lately.rounds, NULL, CONTRAST_FEW);
		return;
	}
	parts = mem_zero((size_t)rounds->n + 1, sizeof(*parts));
	for (int i = 0; i < rounds->n; i++) {
		filter.round = rounds->keys[i];
		parts[i].name = rounds->labels[i];
		parts[i].fortnight = record_fortnight(
		    &state->shared.reader.record, &filter, now_s);
	}
	say_parts(state, "Rounds: ", parts, rounds->n, &state->lately.rounds);
	free(parts);
}

void
review_lately_count(struct review_state *state, struct instant now)
{
	say_overall(state, now.wall_ms / SECOND_MS);
	say_rounds(state, now.wall_ms / SECOND_MS);
}

/* What is shown may be limited to another period. */
static int
read_lately(const struct review_state *state, int64_t now_s,
    struct review *review, struct err *err)
{
	struct store_filter filter =
	    filter_bar_now(&state->shared.filters, NULL);

	filter.has_since = true;
	filter.since = now_s - (int64_t)2 * FORTNIGHT_DAYS * DAY_S;
	filter.has_until = false;
	return store_review(state->shared.desk->store, &filter,
	    filter_bar_rater(&state->shared.filters), NULL, review, err);
}

static int
say_signals(struct review_state *state, const struct review *review,
    int64_t now_s, struct err *err)
{
	struct fortnight_part *parts =
	    mem_zero((size_t)review->n + 1, sizeof(*parts));
	char **labels = mem_zero((size_t)review->n + 1, sizeof(*labels));
	int rc = 0;

	for (int i = 0; i < review->n && rc == 0; i++) {
		rc = store_signal_label(state->shared.desk->store,
		    review->signals[i].signal, &labels[i], err);
		parts[i].name = labels[i];
		parts[i].fortnight =
		    review_fortnight(&review->signals[i], now_s);
	}
	if (rc == 0)
		say_parts(state, "Signals: ", parts, review->n,
		    &state->lately.signals);
	for (int i = 0; i < review->n; i++)
		free(labels[i]);
	free(labels);
	free(parts);
	return rc;
}

int
review_lately_load(
    struct review_state *state, struct instant now, struct err *err)
{
	int64_t now_s = now.wall_ms / SECOND_MS;
	struct review review;
	int rc;

	if (read_lately(state, now_s, &review, err) != 0)
		return -1;
	rc = say_signals(state, &review, now_s, err);
	review_release(&review);
	return rc;
}

void
review_lately_release(struct review_state *state)
{
	free(state->lately.overall.text);
	free(state->lately.brief.text);
	free(state->lately.rounds.text);
	free(state->lately.signals.text);
}
