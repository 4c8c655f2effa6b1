/* SPDX-License-Identifier: MIT */
#include "past.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stage.h"

#include "base/mem.h"
#include "store/session.h"

enum {
	DAY_S = 86400,
	ID_ROOM = 32,
	ANSWER_S = 100,
	LIMIT_S = 180,
	PLACES = 4, /* signals of star */
};

static const char *
or_else(const char *text, const char *otherwise)
{
	return text != NULL ? text : otherwise;
}

static int64_t
started_at(const struct past *past)
{
	return STAGE_AT_S - (int64_t)past->days_ago * DAY_S;
}

static void
add_session(const struct past *past, const char *id)
{
	struct session_row row = {
	    .id = mem_text(id),
	    .started_at = started_at(past),
	    .mode = mem_text("typed"),
	    .round = mem_text(or_else(past->round, "behavioural")),
	    .company = mem_text(or_else(past->company, "xiaomi")),
	    .level = mem_text(or_else(past->level, "pm2")),
	    .questions = 1,
	};
	struct err err = {0};

	assert_done(store_session_add(stage_store(), &row, &err), &err);
	session_row_release(&row);
}

static void
add_answer(const struct past *past, const char *session_id, const char *id)
{
	struct answer answer = {
	    .id = mem_text(id),
	    .session_id = mem_text(session_id),
	    .question_id = mem_text(or_else(past->question, "stage-failure")),
	    .started_at = started_at(past),
	    .round = mem_text(or_else(past->round, "behavioural")),
	    .company = mem_text(or_else(past->company, "xiaomi")),
	    .level = mem_text(or_else(past->level, "pm2")),
	    .rubric = mem_text(or_else(past->rubric, "star")),
	    .limit_s = LIMIT_S,
	    .answer_s = past->answer_s > 0 ? past->answer_s : ANSWER_S,
	    .opening_s = -1,
	    .splits = mem_text(or_else(past->splits, "")),
	    .predicted = past->predicted,
	    .mode = past->spoken ? MODE_SPOKEN : MODE_TYPED,
	    .metric = past->no_metric ? GIVEN_NO : GIVEN_YES,
	    .prompt = mem_text(or_else(
		past->prompt, "Tell me about a failure that you owned.")),
	    .text = mem_text(or_else(past->text, "I owned it.")),
	    .probes = mem_text(""),
	};
	struct err err = {0};

	assert_done(store_answer_add(stage_store(), &answer, &err), &err);
	answer_release(&answer);
}

static void
add_ratings(const struct past *past, const char *session_id, const char *id)
{
	const char *digits = or_else(past->ratings, "");
	struct rating ratings[RUBRIC_SIGNALS];
	const struct rubric *rubric;
	struct err err = {0};
	int n = (int)strlen(digits);

	assert_done(store_rubric(stage_store(), or_else(past->rubric, "star"),
			&rubric, &err),
	    &err);
	for (int i = 0; i < n; i++)
		ratings[i] = (struct rating){
		    .signal = rubric->signals[i].key,
		    .value = digits[i] - '0',
		    .note = str_empty,
		};
	assert_done(store_ratings_add(stage_store(), session_id, id,
			or_else(past->rater, "self"), ratings, n,
			started_at(past) + ANSWER_S, &err),
	    &err);
}

void
past_add(const struct past *past)
{
	char session_id[ID_ROOM], id[ID_ROOM];
	struct err err = {0};

	snprintf(session_id, sizeof(session_id), "past-%d", past->days_ago);
	snprintf(id, sizeof(id), "past-answer-%d", past->days_ago);
	assert_done(store_begin(stage_store(), &err), &err);
	add_session(past, session_id);
	add_answer(past, session_id, id);
	add_ratings(past, session_id, id);
	assert_done(store_session_end(stage_store(), session_id,
			started_at(past) + LIMIT_S, &err),
	    &err);
	assert_done(store_commit(stage_store(), &err), &err);
}

void
past_add_course(const char *ratings)
{
	int n = (int)strlen(ratings);

	for (int i = 0; i < n; i++) {
		char digits[PLACES + 1];

		memset(digits, ratings[i], PLACES);
		digits[PLACES] = '\0';
		past_add(&(struct past){.days_ago = n - i, .ratings = digits});
	}
}

void
past_add_days(int from, int n, const char *ratings)
{
	for (int i = n - 1; i >= 0; i--)
		past_add(
		    &(struct past){.days_ago = from + i, .ratings = ratings});
}

void
past_add_three(void)
{
	past_add(&(struct past){.days_ago = 3,
	    .ratings = "55555",
	    .round = "estimation",
	    .rubric = "estimation",
	    .company = "tencent",
	    .level = "apm",
	    .question = "stage-estimate",
	    .prompt = "How many doors does this town have?",
	    .text = "Four a person, so 漏斗 a million."});
	past_add(&(struct past){.days_ago = 2,
	    .ratings = "2222",
	    .text = "We tried 100%_sure things."});
	past_add(&(struct past){.days_ago = 1, .ratings = "4445"});
}
