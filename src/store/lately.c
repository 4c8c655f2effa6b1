/* SPDX-License-Identifier: MIT */
#include "store/lately.h"

#include <stdlib.h>

#include "base/mem.h"
#include "store/plan.h"

/* Nothing is said of none. */
static enum contrast_verdict
tell(const char *what, const struct fortnight_part *parts, int n, int least,
    struct str *out)
{
	size_t before = out->len, begun;
	enum contrast_verdict verdict;

	str_add(out, what);
	begun = out->len;
	verdict = fortnight_parts(parts, n, least, out);
	if (out->len == begun)
		str_cut(out, before);
	return verdict;
}

static int
read_rounds(const struct lately *lately, const struct names *rounds,
    struct fortnight_part *parts, struct err *err)
{
	struct store_filter one = *lately->filter;

	for (int i = 0; i < rounds->n; i++) {
		one.round = rounds->keys[i];
		parts[i].name = rounds->labels[i];
		if (store_fortnight(lately->store, &one, lately->rater,
			lately->now_s, &parts[i].fortnight, err) != 0)
			return -1;
	}
	return 0;
}

int
lately_rounds(const struct lately *lately, const struct names *rounds,
    struct str *out, enum contrast_verdict *verdict, struct err *err)
{
	struct fortnight_part *parts;
	int rc;

	*verdict = CONTRAST_FEW;
	if (lately->filter->round != NULL)
		return 0;
	parts = mem_zero((size_t)rounds->n + 1, sizeof(*parts));
	rc = read_rounds(lately, rounds, parts, err);
	if (rc == 0)
		*verdict =
		    tell("Rounds: ", parts, rounds->n, lately->least, out);
	free(parts);
	return rc;
}

int
lately_signals(struct store *store, const struct review *review, int64_t now_s,
    int least, struct str *out, enum contrast_verdict *verdict, struct err *err)
{
	size_t n = (size_t)review->n;
	struct fortnight_part *parts = mem_zero(n + 1, sizeof(*parts));
	char **labels = mem_zero(n + 1, sizeof(*labels));
	int rc = 0;

	for (size_t i = 0; i < n && rc == 0; i++) {
		rc = store_signal_label(
		    store, review->signals[i].signal, &labels[i], err);
		parts[i].name = labels[i];
		parts[i].fortnight =
		    review_fortnight(&review->signals[i], now_s);
	}
	if (rc == 0)
		*verdict = tell("Signals: ", parts, review->n, least, out);
	for (size_t i = 0; i < n; i++)
		free(labels[i]);
	free(labels);
	free(parts);
	return rc;
}
