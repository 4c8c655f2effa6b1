/* SPDX-License-Identifier: MIT */
/* Better than two weeks ago, in which round, on which signal, or is it noise:
 * the lines at the top of the review. */
#include <stdlib.h>

#include "base/mem.h"
#include "core/period.h"
#include "screens/review_parts.h"
#include "store/lately.h"

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

static int
say_overall(struct review_state *state, int64_t now_s, struct err *err)
{
	struct store_filter filter = reviewing_filter(&state->shared);
	int least = state->shared.rules->trend_sessions;
	enum contrast_verdict verdict;
	char text[FORTNIGHT_TEXT];
	struct fortnight both;

	if (store_fortnight(state->shared.desk->store, &filter,
		reviewing_rater(&state->shared), now_s, &both, err) != 0)
		return -1;
	verdict = fortnight_contrast(&both, least).verdict;
	fortnight_text(&both, least, text);
	say(&state->lately.overall, mem_text(text), verdict);
	fortnight_brief(&both, least, text);
	say(&state->lately.brief, mem_text(text), verdict);
	return 0;
}

static int
say_rounds(struct review_state *state, int64_t now_s, struct err *err)
{
	struct store_filter filter = reviewing_filter(&state->shared);
	enum contrast_verdict verdict = CONTRAST_FEW;
	struct str text = STR_INIT;
	const struct lately lately = {
	    .store = state->shared.desk->store,
	    .filter = &filter,
	    .rater = reviewing_rater(&state->shared),
	    .now_s = now_s,
	    .least = state->shared.rules->trend_sessions,
	};
	int rc = lately_rounds(
	    &lately, &state->shared.filters.rounds, &text, &verdict, err);

	say(&state->lately.rounds, str_detach(&text), verdict);
	return rc;
}

int
review_lately_count(
    struct review_state *state, struct instant now, struct err *err)
{
	int64_t now_s = now.wall_ms / SECOND_MS;

	if (say_overall(state, now_s, err) != 0)
		return -1;
	return say_rounds(state, now_s, err);
}

/* What is shown may be limited to another period. */
static int
read_lately(const struct review_state *state, int64_t now_s,
    struct review *review, struct err *err)
{
	struct store_filter filter = reviewing_filter(&state->shared);

	filter.days = (struct days){0};
	filter.has_since = true;
	filter.since = now_s - (int64_t)2 * FORTNIGHT_DAYS * DAY_S;
	filter.has_until = false;
	return store_review(state->shared.desk->store, &filter,
	    reviewing_rater(&state->shared), NULL, review, err);
}

static int
say_signals(struct review_state *state, const struct review *review,
    int64_t now_s, struct err *err)
{
	enum contrast_verdict verdict = CONTRAST_FEW;
	struct str text = STR_INIT;
	int rc = lately_signals(state->shared.desk->store, review, now_s,
	    state->shared.rules->trend_sessions, &text, &verdict, err);

	say(&state->lately.signals, str_detach(&text), verdict);
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
	return rc == 0 ? review_lately_count(state, now, err) : -1;
}

void
review_lately_release(struct review_state *state)
{
	free(state->lately.overall.text);
	free(state->lately.brief.text);
	free(state->lately.rounds.text);
	free(state->lately.signals.text);
}
