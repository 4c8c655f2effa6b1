/* SPDX-License-Identifier: MIT */
/* The digest of one session, from its answers and all their ratings. */
#include <stdlib.h>
#include <string.h>

#include "store/digest.h"
#include "store/digest_parts.h"

static void
opinion_free(struct opinion *opinion)
{
	for (int i = 0; i < opinion->n_counts; i++)
		free(opinion->counts[i].signal);
	free(opinion->counts);
	free(opinion->rated);
	free(opinion->rater);
	free(opinion);
}

static void
release(struct making *making)
{
	for (int i = 0; i < making->n_opinions; i++)
		opinion_free(making->opinions[i]);
	free(making->opinions);
	free(making->told);
	digest_sections_release(&making->sections);
	str_release(&making->days.text);
}

static void
compare_scores(struct making *making)
{
	for (int i = 0; i < making->n; i++) {
		struct told *told = &making->told[i];

		if (told->peers > 0)
			told->scores.peers /= told->peers;
		if (!told->clean.skipped)
			digest_pairs(making->pairs, &told->scores);
	}
}

static int
by_signal(const void *a, const void *b)
{
	return strcmp(((const struct count *)a)->signal,
	    ((const struct count *)b)->signal);
}

/* As tally.h reads them. */
static void
write_counts(
    const struct opinion *opinion, struct str *signals, struct str *counts)
{
	if (opinion->n_counts > 0)
		qsort(opinion->counts, (size_t)opinion->n_counts,
		    sizeof(*opinion->counts), by_signal);
	for (int i = 0; i < opinion->n_counts; i++) {
		const struct count *count = &opinion->counts[i];

		str_addf(
		    signals, "%zu:%s", strlen(count->signal), count->signal);
		for (int rating = RATING_LOW; rating <= RATING_HIGH; rating++)
			str_addf(counts, "%s%d", counts->len > 0 ? "," : "",
			    count->ratings[rating]);
	}
}

/* Those that are rated, one behind the other. */
static int
pack_rated(const struct making *making, struct opinion *opinion)
{
	int n = 0;

	for (int i = 0; i < making->n; i++)
		if (opinion->rated[i].judged.verdict != VERDICT_NONE)
			opinion->rated[n++] = opinion->rated[i];
	return n;
}

/* Columns of STMT_DIGEST_SESSION. */
enum { PLANNED, ENDED, OFFSET };

static int
put_opinion(struct making *making, struct opinion *opinion, bool may_be_clean,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(making->store, STMT_OPINION_ADD, err);
	int n = pack_rated(making, opinion), rc;
	struct judged_session judged =
	    verdict_session(making->rules, opinion->rated, n);
	struct str signals = STR_INIT, counts = STR_INIT;

	if (stmt == NULL)
		return -1;
	write_counts(opinion, &signals, &counts);
	bind_int(stmt, ":session", making->session_pk);
	bind_text(stmt, ":rater", opinion->rater);
	bind_int(stmt, ":num", judged.overall.num);
	bind_int(stmt, ":den", judged.overall.den);
	bind_int(stmt, ":verdict", judged.verdict);
	bind_int(stmt, ":caps", judged.caps);
	bind_text(
	    stmt, ":limiting", judged.limiting != NULL ? judged.limiting : "");
	bind_int(stmt, ":rated", n);
	bind_int(stmt, ":clean", may_be_clean && opinion->clean == making->n);
	bind_text(stmt, ":signals", signals.s);
	bind_text(stmt, ":counts", counts.s);
	rc = store_run(making->store, stmt, err);
	str_release(&signals);
	str_release(&counts);
	return rc;
}

static int
put_digest(struct making *making, struct err *err)
{
	sqlite3_stmt *stmt = store_use(making->store, STMT_DIGEST_ADD, err);
	struct str times = STR_INIT, pairs = STR_INIT, sections = STR_INIT;
	int rc;

	if (stmt == NULL)
		return -1;
	digest_write(&times, making->times, TIME_SUMS);
	digest_write(&pairs, making->pairs[0], JUDGEMENT_PAIRS * PAIR_SUMS);
	digest_write_sections(&sections, &making->sections);
	bind_int(stmt, ":session", making->session_pk);
	bind_int(stmt, ":answered", making->n - making->skipped);
	bind_int(stmt, ":skipped", making->skipped);
	digest_end_days(&making->days);
	bind_text(stmt, ":days", making->days.text.s);
	bind_text(stmt, ":times", times.s);
	bind_text(stmt, ":pairs", pairs.s);
	bind_text(stmt, ":sections", sections.s);
	rc = store_run(making->store, stmt, err);
	str_release(&times);
	str_release(&pairs);
	str_release(&sections);
	return rc;
}

static int
put_all(struct making *making, int planned, bool ended, struct err *err)
{
	bool may_be_clean = ended && making->n > 0 && making->n >= planned;

	for (int i = 0; i < making->n_opinions; i++)
		if (put_opinion(
			making, making->opinions[i], may_be_clean, err) != 0)
			return -1;
	return put_digest(making, err);
}

/* 1 where the session is there and not deleted. */
static int
find_session(struct making *making, int *planned, bool *ended, struct err *err)
{
	sqlite3_stmt *stmt = store_use(making->store, STMT_DIGEST_SESSION, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", making->session_pk);
	rc = store_step(making->store, stmt, err);
	*planned = rc == 1 ? sqlite3_column_int(stmt, PLANNED) : 0;
	*ended = rc == 1 && sqlite3_column_type(stmt, ENDED) != SQLITE_NULL;
	making->utc_offset_min = rc == 1 ? sqlite3_column_int(stmt, OFFSET) : 0;
	sqlite3_reset(stmt);
	return rc;
}

int
digest_session(struct store *store, int64_t session_pk, struct err *err)
{
	struct making making = {
	    .store = store,
	    .session_pk = session_pk,
	    .days.text = STR_INIT,
	};
	int planned, rc;
	bool ended;

	if (store_rules(store, &making.rules, err) != 0 ||
	    digest_drop(store, session_pk, err) != 0)
		return -1;
	rc = find_session(&making, &planned, &ended, err);
	if (rc != 1)
		return rc;
	rc = digest_read_answers(&making, err);
	if (rc == 0)
		rc = digest_read_ratings(&making, err);
	if (rc == 0) {
		compare_scores(&making);
		rc = put_all(&making, planned, ended, err);
	}
	release(&making);
	return rc;
}
