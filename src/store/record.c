/* SPDX-License-Identifier: MIT */
#include "store/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "core/answer.h"
#include "core/split.h"
#include "store/db.h"

enum { FIRST_BANK = 256 };

void
record_reader_init(struct record_reader *reader, const char *rater)
{
	*reader = (struct record_reader){
	    .rater = mem_text(rater),
	    .before_at = INT64_MAX,
	    .before_id = mem_text(""),
	};
}

void
record_reader_release(struct record_reader *reader)
{
	record_release(&reader->record);
	free(reader->rater);
	free(reader->before_id);
	*reader = (struct record_reader){0};
}

/* What of an answer its judgement goes by, while its session is read. */
struct pending {
	const struct rubric *rubric; /* NULL: not known */
	bool metric;
	double peers; /* the sum of their overalls */
	int n_peers;
};

struct reading {
	struct store *store;
	struct record_reader *reader;
	const struct rules *rules;
	struct record_session *session;
	struct pending *pending; /* of the session's answers, as is `rated` */
	struct rated_answer *rated; /* by the record's rater */
	int room, n_rated;
};

static bool
is_yes(sqlite3_stmt *stmt, int column)
{
	return strcmp(column_text(stmt, column), "yes") == 0;
}

static void
add_splits(struct record *record, struct record_answer *answer,
    const struct rubric *rubric, const char *splits)
{
	if (*splits == '\0' || rubric == NULL || answer->limit_s <= 0)
		return;
	for (size_t i = 0; i < rubric->n; i++) {
		const char *signal = rubric->signals[i].key;
		double used = split_used_s(splits, signal);
		struct record_split *split;

		if (used < 0)
			continue;
		split = record_add_split(record);
		split->signal = intern_add(&record->names, signal);
		split->used_s = used;
		split->target_s = split_target_s(rubric, i, answer->limit_s);
		answer->splits++;
	}
}

/* Columns of STMT_RECORD_ANSWERS. */
enum {
	ANSWER_PK,
	QUESTION,
	ANSWER_AT,
	ANSWER_ROUND,
	RUBRIC,
	MODE,
	LIMIT,
	ANSWER_TIME,
	SPLITS,
	PREDICTED,
	METRIC,
	SKIPPED,
};

static int
add_answer(struct reading *reading, sqlite3_stmt *stmt, struct err *err)
{
	struct record *record = &reading->reader->record;
	struct record_answer *answer = record_add_answer(record);
	const char *rubric = column_text(stmt, RUBRIC);
	struct pending *pending;
	int n = ++reading->session->n;

	if (n > reading->room) {
		reading->room = n * 2;
		reading->pending = mem_grow(reading->pending,
		    (size_t)reading->room, sizeof(*reading->pending));
		reading->rated = mem_grow(reading->rated, (size_t)reading->room,
		    sizeof(*reading->rated));
	}
	pending = &reading->pending[n - 1];
	*pending = (struct pending){.metric = is_yes(stmt, METRIC)};
	answer->pk = sqlite3_column_int64(stmt, ANSWER_PK);
	answer->question =
	    intern_add(&record->names, column_text(stmt, QUESTION));
	answer->started_at = sqlite3_column_int64(stmt, ANSWER_AT);
	answer->round =
	    intern_add(&record->names, column_text(stmt, ANSWER_ROUND));
	answer->rubric = intern_add(&record->names, rubric);
	answer->spoken = strcmp(column_text(stmt, MODE), "spoken") == 0;
	answer->limit_s = sqlite3_column_double(stmt, LIMIT);
	answer->answer_s = sqlite3_column_double(stmt, ANSWER_TIME);
	answer->predicted = sqlite3_column_int(stmt, PREDICTED);
	answer->skipped = is_yes(stmt, SKIPPED);
	if (store_rubric(reading->store, rubric, &pending->rubric, err) != 0)
		return -1;
	add_splits(record, answer, pending->rubric, column_text(stmt, SPLITS));
	return 0;
}

static int
add_answers(struct reading *reading, struct err *err)
{
	sqlite3_stmt *stmt =
	    store_use(reading->store, STMT_RECORD_ANSWERS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", reading->session->pk);
	while ((rc = store_step(reading->store, stmt, err)) == 1)
		if (add_answer(reading, stmt, err) != 0) {
			sqlite3_reset(stmt);
			return -1;
		}
	return rc;
}

/* The ratings of an answer by one rater, as they come. */
struct opinion {
	int at; /* of the session's answers; -1: none */
	char *rater;
	int ratings[RUBRIC_SIGNALS];
};

static void
keep_overall(struct reading *reading, const struct opinion *opinion,
    struct record_answer *answer, const struct judged *judged)
{
	struct pending *pending = &reading->pending[opinion->at];
	double overall = score_value(judged->overall);

	if (strcmp(opinion->rater, "self") == 0) {
		answer->self = overall;
		answer->verdict = judged->verdict;
		answer->limiting = opinion->ratings[judged->limiting];
	} else if (strcmp(opinion->rater, "cold") == 0) {
		answer->cold = overall;
	} else {
		pending->peers += overall;
		answer->peers = pending->peers / ++pending->n_peers;
	}
	if (strcmp(opinion->rater, reading->reader->rater) != 0)
		return;
	reading->rated[reading->n_rated].rubric = pending->rubric;
	reading->rated[reading->n_rated].judged = *judged;
	memcpy(reading->rated[reading->n_rated].ratings, opinion->ratings,
	    sizeof(opinion->ratings));
	reading->n_rated++;
}

static void
judge_opinion(struct reading *reading, const struct opinion *opinion)
{
	struct record_answer *answer;
	const struct pending *pending;
	struct judged judged;

	if (opinion->at < 0 || opinion->rater == NULL)
		return;
	answer = &reading->reader->record
		      .answers[reading->session->from + opinion->at];
	pending = &reading->pending[opinion->at];
	if (pending->rubric == NULL || answer->skipped)
		return;
	judged = verdict_answer(
	    reading->rules, pending->rubric, opinion->ratings, pending->metric);
	if (judged.verdict != VERDICT_NONE)
		keep_overall(reading, opinion, answer, &judged);
}

static int
find_answer(const struct reading *reading, int64_t pk)
{
	const struct record_answer *answers =
	    &reading->reader->record.answers[reading->session->from];

	for (int i = 0; i < reading->session->n; i++)
		if (answers[i].pk == pk)
			return i;
	return -1;
}

/* Columns of STMT_RECORD_RATINGS: by answer, rater and signal, a signal's
 * oldest rating first, so that its latest one stays. */
enum { RATED_ANSWER, RATER, SIGNAL, RATING };

static void
add_rating(struct reading *reading, struct opinion *opinion, sqlite3_stmt *stmt)
{
	int at = find_answer(reading, sqlite3_column_int64(stmt, RATED_ANSWER));
	const char *rater = column_text(stmt, RATER);
	int signal = -1;

	if (opinion->rater == NULL || at != opinion->at ||
	    strcmp(rater, opinion->rater) != 0) {
		judge_opinion(reading, opinion);
		free(opinion->rater);
		*opinion = (struct opinion){.at = at, .rater = mem_text(rater)};
	}
	if (at >= 0 && reading->pending[at].rubric != NULL)
		signal = rubric_find(
		    reading->pending[at].rubric, column_text(stmt, SIGNAL));
	if (signal >= 0)
		opinion->ratings[signal] = sqlite3_column_int(stmt, RATING);
}

static int
add_ratings(struct reading *reading, struct err *err)
{
	sqlite3_stmt *stmt =
	    store_use(reading->store, STMT_RECORD_RATINGS, err);
	struct opinion opinion = {.at = -1};
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", reading->session->pk);
	while ((rc = store_step(reading->store, stmt, err)) == 1)
		add_rating(reading, &opinion, stmt);
	judge_opinion(reading, &opinion);
	free(opinion.rater);
	return rc;
}

static int
fill_session(struct reading *reading, struct err *err)
{
	struct record_session *session = reading->session;

	reading->n_rated = 0;
	if (add_answers(reading, err) != 0 || add_ratings(reading, err) != 0)
		return -1;
	session->judged =
	    verdict_session(reading->rules, reading->rated, reading->n_rated);
	if (session->judged.limiting != NULL)
		session->limiting = intern_add(
		    &reading->reader->record.names, session->judged.limiting);
	return 0;
}

/* Columns of STMT_RECORD_SESSIONS. */
enum { SESSION_PK, SESSION_ID, SESSION_AT, OFFSET, ROUND, COMPANY, LEVEL };

static int
add_session(struct reading *reading, sqlite3_stmt *stmt, struct err *err)
{
	struct record_reader *reader = reading->reader;
	struct intern *names = &reader->record.names;
	struct record_session *session = record_add_session(&reader->record);

	session->pk = sqlite3_column_int64(stmt, SESSION_PK);
	session->started_at = sqlite3_column_int64(stmt, SESSION_AT);
	session->utc_offset_min = sqlite3_column_int(stmt, OFFSET);
	session->round = intern_add(names, column_text(stmt, ROUND));
	session->company = intern_add(names, column_text(stmt, COMPANY));
	session->level = intern_add(names, column_text(stmt, LEVEL));
	reader->before_at = session->started_at;
	free(reader->before_id);
	reader->before_id = column_copy(stmt, SESSION_ID);
	reading->session = session;
	return fill_session(reading, err);
}

int
record_read(struct store *store, struct record_reader *reader, int sessions,
    struct err *err)
{
	struct reading reading = {.store = store, .reader = reader};
	char *before_id = mem_text(reader->before_id);
	sqlite3_stmt *stmt = NULL;
	int rc = store_rules(store, &reading.rules, err), n = 0;

	if (rc == 0)
		stmt = store_use(store, STMT_RECORD_SESSIONS, err);
	if (stmt != NULL) {
		bind_int(stmt, ":at", reader->before_at);
		bind_text(stmt, ":id", before_id);
		bind_int(stmt, ":limit", sessions);
		while ((rc = store_step(store, stmt, err)) == 1 &&
		       add_session(&reading, stmt, err) == 0)
			n++;
		sqlite3_reset(stmt);
	}
	free(before_id);
	free(reading.pending);
	free(reading.rated);
	reader->done = n < sessions;
	return stmt != NULL && rc == 0 ? 0 : -1;
}

int
store_answer_words(
    struct store *store, int64_t answer_pk, int *words, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ANSWER_TEXT, err);
	int rc;

	*words = 0;
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":answer", answer_pk);
	rc = store_step(store, stmt, err);
	if (rc == 1) {
		const char *text = column_text(stmt, 0);

		*words = (int)utf8_words(text, strlen(text));
		sqlite3_reset(stmt);
	}
	return rc < 0 ? -1 : 0;
}

int
store_bank(struct store *store, struct bank_question **questions, int *n,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_BANK, err);
	size_t room = 0;
	int rc;

	*questions = NULL;
	*n = 0;
	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		if ((size_t)*n == room) {
			room = room == 0 ? FIRST_BANK : room * 2;
			*questions =
			    mem_grow(*questions, room, sizeof(**questions));
		}
		(*questions)[(*n)++] = (struct bank_question){
		    .id = column_copy(stmt, 0),
		    .round = column_copy(stmt, 1),
		    .level = column_copy(stmt, 2),
		};
	}
	return rc;
}

void
bank_free(struct bank_question *questions, int n)
{
	for (int i = 0; i < n; i++) {
		free(questions[i].id);
		free(questions[i].round);
		free(questions[i].level);
	}
	free(questions);
}
