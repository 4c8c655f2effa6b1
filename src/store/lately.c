/* SPDX-License-Identifier: MIT */
#include "store/lately.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/plan.h"

/* The parts of one kind, with the names that are theirs to free. */
struct kind {
	struct fortnight_part *parts;
	char **labels; /* NULL: the names are borrowed */
	int n;
};

static void
kind_release(struct kind *kind)
{
	for (int i = 0; kind->labels != NULL && i < kind->n; i++)
		free(kind->labels[i]);
	free(kind->labels);
	free(kind->parts);
}

static int
read_rounds(const struct lately *lately, struct kind *kind, struct err *err)
{
	const struct names *rounds = lately->rounds;
	struct store_filter one = *lately->filter;

	if (one.round != NULL)
		return 0;
	kind->parts = mem_zero((size_t)rounds->n + 1, sizeof(*kind->parts));
	kind->n = rounds->n;
	for (int i = 0; i < rounds->n; i++) {
		one.round = rounds->keys[i];
		kind->parts[i].name = rounds->labels[i];
		if (store_fortnight(lately->store, &one, lately->rater,
			lately->now_s, &kind->parts[i].fortnight, err) != 0)
			return -1;
	}
	return 0;
}

static int
read_signals(const struct lately *lately, struct kind *kind, struct err *err)
{
	const struct review *review = lately->review;
	size_t n = (size_t)review->n;

	kind->parts = mem_zero(n + 1, sizeof(*kind->parts));
	kind->labels = mem_zero(n + 1, sizeof(*kind->labels));
	kind->n = review->n;
	for (int i = 0; i < review->n; i++) {
		if (store_signal_label(lately->store, review->signals[i].signal,
			&kind->labels[i], err) != 0)
			return -1;
		kind->parts[i].name = kind->labels[i];
		kind->parts[i].fortnight =
		    review_fortnight(&review->signals[i], lately->now_s);
	}
	return 0;
}

/* A kind that has values, but tells nothing yet, is left for later. */
static struct fortnight_group
tell(const char *what, const struct kind *kind, int least, struct str *out,
    enum contrast_verdict *verdict)
{
	struct fortnight_group early = {kind->parts, kind->n};
	size_t begun;

	str_add(out, what);
	begun = out->len;
	*verdict = fortnight_parts(kind->parts, kind->n, least, out);
	if (*verdict != CONTRAST_FEW || out->len == begun)
		early.n = 0;
	if (*verdict == CONTRAST_FEW)
		str_clear(out);
	return early;
}

static void
tell_both(const struct lately *lately, const struct kind *rounds,
    const struct kind *signals, struct lately_words *words)
{
	int least = lately->least;
	const struct fortnight_group early_rounds =
	    tell("Rounds: ", rounds, least, &words->rounds, &words->of_rounds);
	const struct fortnight_group early_signals = tell(
	    "Signals: ", signals, least, &words->signals, &words->of_signals);

	if (fortnight_contrast(lately->overall, least).verdict != CONTRAST_FEW)
		fortnight_early(
		    &early_rounds, &early_signals, least, &words->early);
}

int
lately_tell(
    const struct lately *lately, struct lately_words *words, struct err *err)
{
	struct kind rounds = {0}, signals = {0};
	int rc;

	*words = (struct lately_words){
	    .rounds = STR_INIT, .signals = STR_INIT, .early = STR_INIT};
	rc = read_rounds(lately, &rounds, err);
	if (rc == 0)
		rc = read_signals(lately, &signals, err);
	if (rc == 0)
		tell_both(lately, &rounds, &signals, words);
	kind_release(&rounds);
	kind_release(&signals);
	return rc;
}

void
lately_release(struct lately_words *words)
{
	str_release(&words->rounds);
	str_release(&words->signals);
	str_release(&words->early);
}
