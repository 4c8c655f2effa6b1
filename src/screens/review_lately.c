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

static void
say_overall(struct review_state *state, const struct fortnight *both)
{
	int least = state->shared.rules->trend_sessions;
	enum contrast_verdict verdict = fortnight_contrast(both, least).verdict;
	char text[FORTNIGHT_TEXT];

	fortnight_text(both, least, text);
	say(&state->lately.overall, mem_text(text), verdict);
	fortnight_brief(both, least, text);
	say(&state->lately.brief, mem_text(text), verdict);
}

static int
say_parts(struct review_state *state, const struct store_filter *filter,
    const struct fortnight *overall, struct err *err)
{
	const struct lately lately = {
	    .store = state->shared.desk->store,
	    .filter = filter,
	    .rater = reviewing_rater(&state->shared),
	    .now_s = overall->now_s,
	    .least = state->shared.rules->trend_sessions,
	    .overall = overall,
	    .rounds = &state->shared.filters.rounds,
	    .review = &state->lately.review,
	};
	struct lately_words words;
	int rc = lately_tell(&lately, &words, err);

	say(&state->lately.rounds, str_detach(&words.rounds), words.of_rounds);
	say(&state->lately.signals, str_detach(&words.signals),
	    words.of_signals);
	say(&state->lately.early, str_detach(&words.early), CONTRAST_FEW);
	lately_release(&words);
	return rc;
}

int
review_lately_count(
    struct review_state *state, struct instant now, struct err *err)
{
	struct store_filter filter = reviewing_filter(&state->shared);
	struct fortnight both;

	if (store_fortnight(state->shared.desk->store, &filter,
		reviewing_rater(&state->shared), now.wall_ms / SECOND_MS, &both,
		err) != 0)
		return -1;
	say_overall(state, &both);
	return say_parts(state, &filter, &both, err);
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

int
review_lately_load(
    struct review_state *state, struct instant now, struct err *err)
{
	struct review review;

	if (read_lately(state, now.wall_ms / SECOND_MS, &review, err) != 0)
		return -1;
	review_release(&state->lately.review);
	state->lately.review = review;
	return review_lately_count(state, now, err);
}

void
review_lately_release(struct review_state *state)
{
	free(state->lately.overall.text);
	free(state->lately.brief.text);
	free(state->lately.rounds.text);
	free(state->lately.signals.text);
	free(state->lately.early.text);
	review_release(&state->lately.review);
}
