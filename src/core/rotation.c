/* SPDX-License-Identifier: MIT */
#include "core/rotation.h"

enum {
	DAY_S = 86400,
	WEEK_S = 7 * DAY_S,
};

/* One of these spans is as good as another. */
struct spans {
	int64_t length_s;
	int left;     /* how many of them still get a backup */
	int64_t kept; /* the last one of which one is kept */
	bool has_kept;
};

static void
note(struct spans *spans, int64_t at_s)
{
	spans->kept = at_s / spans->length_s;
	spans->has_kept = true;
}

/* The newest of a span of which none is kept. */
static bool
takes(struct spans *spans, int64_t at_s)
{
	if (spans->left == 0 ||
	    (spans->has_kept && at_s / spans->length_s == spans->kept))
		return false;
	spans->left--;
	return true;
}

void
rotation_mark(const int64_t *at_s, size_t n, bool *keep)
{
	struct spans days = {DAY_S, ROTATION_DAYS, 0, false};
	struct spans weeks = {WEEK_S, ROTATION_WEEKS, 0, false};

	for (size_t i = 0; i < n; i++) {
		keep[i] = i < ROTATION_RECENT || takes(&days, at_s[i]) ||
			  takes(&weeks, at_s[i]);
		if (!keep[i])
			continue;
		note(&days, at_s[i]);
		note(&weeks, at_s[i]);
	}
}
