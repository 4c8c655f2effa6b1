/* SPDX-License-Identifier: MIT */
#include "store/views.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/digest.h"

/* Adds a row up to what `into` is. */
typedef void add_fn(sqlite3_stmt *stmt, void *into);

static int
each(struct store *store, enum statement id, const struct store_filter *filter,
    const char *rater, add_fn *add, void *into, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);
	char *pattern;
	int rc;

	if (stmt == NULL)
		return -1;
	bind_filter(stmt, filter, &pattern);
	bind_text(stmt, ":rater", rater);
	while ((rc = store_step(store, stmt, err)) == 1)
		add(stmt, into);
	free(pattern);
	return rc;
}

static int64_t
day_of(sqlite3_stmt *stmt)
{
	return period_day(
	    sqlite3_column_int64(stmt, 0), sqlite3_column_int(stmt, 1));
}

struct verdict_days {
	struct verdict_day *days; /* owned */
	int n;
};

static void
add_verdict(sqlite3_stmt *stmt, void *into)
{
	struct verdict_days *all = into;
	enum verdict verdict = digest_verdict(sqlite3_column_int(stmt, 2));

	if (verdict == VERDICT_NONE)
		return;
	/* Room doubles whenever n is a power of two. */
	if ((all->n & (all->n - 1)) == 0)
		all->days = mem_grow(all->days,
		    all->n == 0 ? 1 : (size_t)all->n * 2, sizeof(*all->days));
	all->days[all->n++] =
	    (struct verdict_day){.day = day_of(stmt), .verdict = verdict};
}

int
store_view_verdicts(struct store *store, const struct store_filter *filter,
    const char *rater, struct verdict_view *view, struct err *err)
{
	struct verdict_days all = {0};
	int rc = each(
	    store, STMT_VIEW_VERDICTS, filter, rater, add_verdict, &all, err);

	*view = view_verdicts(all.days, all.n);
	free(all.days);
	return rc;
}

static void
add_times(sqlite3_stmt *stmt, void *into)
{
	digest_add(column_text(stmt, 0), into, TIME_SUMS);
}

int
store_view_times(struct store *store, const struct store_filter *filter,
    struct time_view *view, struct err *err)
{
	int64_t sums[TIME_SUMS] = {0};
	int rc =
	    each(store, STMT_VIEW_TIMES, filter, NULL, add_times, sums, err);

	*view = view_times(sums);
	return rc;
}

static void
add_pairs(sqlite3_stmt *stmt, void *into)
{
	digest_add(column_text(stmt, 0), into, JUDGEMENT_PAIRS * PAIR_SUMS);
}

int
store_view_judgements(struct store *store, const struct store_filter *filter,
    struct judgement_view *view, struct err *err)
{
	int64_t sums[JUDGEMENT_PAIRS * PAIR_SUMS] = {0};
	int rc =
	    each(store, STMT_VIEW_PAIRS, filter, NULL, add_pairs, sums, err);

	*view = view_judgements(sums);
	return rc;
}

static void
add_sections(sqlite3_stmt *stmt, void *into)
{
	digest_add_sections(column_text(stmt, 0), into);
}

int
store_view_sections(struct store *store, const struct store_filter *filter,
    struct digest_sections *sections, struct err *err)
{
	*sections = (struct digest_sections){0};
	return each(store, STMT_VIEW_SECTIONS, filter, NULL, add_sections,
	    sections, err);
}

static void
add_day(sqlite3_stmt *stmt, void *into)
{
	const char *days = column_text(stmt, 0);
	int64_t day;
	int answers;

	while (digest_next_day(&days, &day, &answers))
		habit_add(into, day, answers);
}

int
store_view_habit(struct store *store, const struct store_filter *filter,
    int64_t today, struct habit_view *view, struct err *err)
{
	struct habit habit;
	int rc;

	habit_begin(&habit, today);
	rc = each(store, STMT_VIEW_DAYS, filter, NULL, add_day, &habit, err);
	*view = habit_end(&habit);
	return rc;
}

static void
add_overall(sqlite3_stmt *stmt, void *into)
{
	struct score overall = {
	    .num = sqlite3_column_int64(stmt, 1),
	    .den = sqlite3_column_int64(stmt, 2),
	};

	fortnight_add(
	    into, sqlite3_column_int64(stmt, 0), score_value(overall));
}

int
store_fortnight(struct store *store, const struct store_filter *filter,
    const char *rater, int64_t now_s, struct fortnight *fortnight,
    struct err *err)
{
	struct store_filter span = *filter;

	*fortnight = (struct fortnight){.now_s = now_s};
	span.days = (struct days){0};
	span.has_until = false;
	span.has_since = true;
	span.since = now_s - (int64_t)2 * FORTNIGHT_DAYS * DAY_S;
	return each(store, STMT_VIEW_OVERALLS, &span, rater, add_overall,
	    fortnight, err);
}
