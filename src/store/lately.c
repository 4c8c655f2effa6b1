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

enum contrast_verdict
lately_rounds(const struct record *record, const struct record_filter *filter,
    const struct names *rounds, int64_t now_s, int least, struct str *out)
{
	struct record_filter one = *filter;
	struct fortnight_part *parts;
	enum contrast_verdict verdict;

	if (filter->round != NULL)
		return CONTRAST_FEW;
	parts = mem_zero((size_t)rounds->n + 1, sizeof(*parts));
	for (int i = 0; i < rounds->n; i++) {
		one.round = rounds->keys[i];
		parts[i].name = rounds->labels[i];
		parts[i].fortnight = record_fortnight(record, &one, now_s);
	}
	verdict = tell("Rounds: ", parts, rounds->n, least, out);
	free(parts);
	return verdict;
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
