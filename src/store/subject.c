/* SPDX-License-Identifier: MIT */
#include "store/subject.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "store/calibration.h"
#include "store/db.h"
#include "store/digest.h"
#include "store/history.h"
#include "store/judge.h"

bool
subject_is_peer(const char *rater)
{
	return *rater != '\0' && strcmp(rater, "self") != 0 &&
	       strcmp(rater, "cold") != 0;
}

/* A name is written to files, which hold nothing but UTF-8. */
static int
check_peer(const char *rater, struct err *err)
{
	if (!subject_is_peer(rater))
		return fail_as(err, ERR_USAGE,
		    "a rater's name can't be '%s': `self` is you, `cold` is "
		    "you days later",
		    rater);
	if (!utf8_valid(rater, strlen(rater), NULL))
		return fail_as(err, ERR_USAGE, "the rater's name is not UTF-8");
	return 0;
}

/* What each kind asks of the ratings by oneself. */
static int
check_own(enum subject_kind kind, bool rated, const char *id, struct err *err)
{
	switch (kind) {
	case SUBJECT_SELF:
		if (rated)
			return fail(err,
			    "you have rated this answer; "
			    "`rehearse rate --cold %s` rates it once more",
			    id);
		break;
	case SUBJECT_COLD:
		if (!rated)
			return fail(err,
			    "you have not rated this answer yet, so there is "
			    "nothing to compare with; `rehearse rate %s` does",
			    id);
		break;
	case SUBJECT_PEER:
	case SUBJECT_CALIBRATION:
		break;
	}
	return 0;
}

static int
check_answer(struct store *store, const struct answer_row *row,
    struct subject *subject, struct err *err)
{
	struct answer_judged judged;

	if (row->answer.skipped)
		return fail(err,
		    "answer '%s' was skipped: there is nothing to rate",
		    row->answer.id);
	if (judge_answer(store, row->pk, "self", &judged, err) != 0)
		return -1;
	if (judged.rubric == NULL)
		return fail(err,
		    "the answer's rubric '%s' is not there; import it first",
		    row->answer.rubric);
	subject->rubric = judged.rubric;
	return check_own(subject->kind, judged.judged.verdict != VERDICT_NONE,
	    row->answer.id, err);
}

static const char *
rater_of(enum subject_kind kind, const char *name)
{
	switch (kind) {
	case SUBJECT_SELF:
	case SUBJECT_CALIBRATION:
		return "self";
	case SUBJECT_COLD:
		return "cold";
	case SUBJECT_PEER:
		return name;
	}
	return "";
}

static int
read_offset(struct store *store, struct subject *subject, struct err *err)
{
	struct session_row row;
	int rc = store_session_get(store, subject->session_id, &row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "the answer's session is gone");
	subject->utc_offset_min = row.utc_offset_min;
	session_row_release(&row);
	return 0;
}

static int
load_answer(struct store *store, const char *id, struct subject *subject,
    struct err *err)
{
	struct answer_row row;
	int rc = store_answer_get(store, id, &row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no answer '%s'", id);
	rc = check_answer(store, &row, subject, err);
	subject->id = mem_text(row.answer.id);
	subject->session_id = mem_text(row.answer.session_id);
	subject->prompt = mem_text(row.answer.prompt);
	subject->text = mem_text(row.answer.text);
	subject->started_at = row.answer.started_at;
	answer_row_release(&row);
	return rc == 0 ? read_offset(store, subject, err) : -1;
}

static int
load_item(struct store *store, const char *id, struct subject *subject,
    struct err *err)
{
	struct calibration_row row;
	int rc = store_calibration_get(store, id, &row, err);

	if (rc != 1)
		return rc < 0 ? -1
			      : fail(err, "no calibration answer '%s'", id);
	subject->id = mem_text(row.item);
	subject->session_id = mem_text("");
	subject->prompt = mem_text(row.prompt);
	subject->text = mem_text(row.answer);
	subject->rubric = row.rubric;
	calibration_row_release(&row);
	return 0;
}

int
store_subject(struct store *store, enum subject_kind kind, const char *rater,
    const char *id, struct subject *subject, struct err *err)
{
	int rc;

	*subject = (struct subject){.kind = kind};
	if (kind == SUBJECT_PEER && check_peer(rater, err) != 0)
		return -1;
	subject->rater = mem_text(rater_of(kind, rater));
	rc = kind == SUBJECT_CALIBRATION ? load_item(store, id, subject, err)
					 : load_answer(store, id, subject, err);
	if (rc != 0)
		subject_release(subject);
	return rc;
}

void
subject_release(struct subject *subject)
{
	free(subject->id);
	free(subject->session_id);
	free(subject->rater);
	free(subject->prompt);
	free(subject->text);
	*subject = (struct subject){0};
}

/* Whether a measured result was given belongs to the answer. */
static int
keep_metric(struct store *store, const struct subject *subject,
    enum given given, struct err *err)
{
	sqlite3_stmt *stmt;

	if (subject->kind != SUBJECT_SELF || given == GIVEN_UNKNOWN)
		return 0;
	stmt = store_use(store, STMT_ANSWER_METRIC, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", subject->id);
	bind_text(stmt, ":given", given == GIVEN_YES ? "yes" : "no");
	if (store_run(store, stmt, err) != 0)
		return -1;
	return digest_touch(store, subject->session_id, err);
}

static int
keep(struct store *store, const struct subject *subject,
    const struct sheet *sheet, int64_t now_s, struct err *err)
{
	struct rating ratings[RUBRIC_SIGNALS];
	int n = (int)subject->rubric->n;

	sheet_ratings(sheet, subject->rubric, ratings);
	if (subject->kind == SUBJECT_CALIBRATION)
		return store_calibration_rate(
		    store, subject->id, ratings, n, now_s, err);
	if (keep_metric(store, subject, sheet->metric, err) != 0)
		return -1;
	return store_ratings_add(store, subject->session_id, subject->id,
	    subject->rater, ratings, n, now_s, err);
}

int
store_subject_keep(struct store *store, const struct subject *subject,
    const struct sheet *sheet, int64_t now_s, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (keep(store, subject, sheet, now_s, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

static int
compare_item(struct store *store, const char *item,
    struct comparison *comparison, struct err *err)
{
	struct calibration_row row;
	int rc = store_calibration_get(store, item, &row, err);

	if (rc != 1)
		return rc < 0 ? -1
			      : fail(err, "no calibration answer '%s'", item);
	comparison->rubric = row.rubric;
	memcpy(comparison->from, row.scores, sizeof(row.scores));
	memcpy(comparison->to, row.mine, sizeof(row.mine));
	comparison->why = mem_text(row.why);
	calibration_row_release(&row);
	return 0;
}

static int
compare_answer(struct store *store, const struct subject *subject,
    struct comparison *comparison, struct err *err)
{
	struct answer_judged fresh, now;
	struct answer_row row;
	int rc = store_answer_get(store, subject->id, &row, err);

	if (rc != 1)
		return rc < 0 ? -1 : fail(err, "no answer '%s'", subject->id);
	rc = judge_answer(store, row.pk, "self", &fresh, err);
	if (rc == 0)
		rc = judge_answer(store, row.pk, subject->rater, &now, err);
	answer_row_release(&row);
	if (rc != 0)
		return -1;
	comparison->rubric = now.rubric;
	memcpy(comparison->from, fresh.ratings, sizeof(fresh.ratings));
	memcpy(comparison->to, now.ratings, sizeof(now.ratings));
	comparison->why = mem_text("");
	return 0;
}

int
store_compare(struct store *store, const struct subject *subject,
    struct comparison *comparison, struct err *err)
{
	*comparison = (struct comparison){.of = DRIFT_COLD};
	if (subject->kind == SUBJECT_CALIBRATION) {
		comparison->of = DRIFT_REFERENCE;
		return compare_item(store, subject->id, comparison, err);
	}
	if (subject->kind == SUBJECT_PEER)
		comparison->of = DRIFT_PEER;
	return compare_answer(store, subject, comparison, err);
}

void
comparison_release(struct comparison *comparison)
{
	free(comparison->why);
	*comparison = (struct comparison){0};
}

struct drift
comparison_drift(const struct comparison *comparison)
{
	struct drift drift = {0};

	for (size_t i = 0; i < comparison->rubric->n; i++)
		if (comparison->from[i] > 0 && comparison->to[i] > 0)
			drift_add(
			    &drift, comparison->from[i], comparison->to[i]);
	return drift;
}
