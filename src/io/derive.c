/* SPDX-License-Identifier: MIT */
#include "io/derive.h"

#include <string.h>

#include "base/utf8.h"
#include "io/kind.h"

/* Where the facts and derived columns of an answer stand (kind.c). */
enum {
	FACT_RUBRIC = 7,
	FACT_LIMIT_S = 9,
	FACT_ANSWER_S = 11,
	FACT_PAUSED_S = 12,
	FACT_METRIC_GIVEN = 16,
	FACT_HINT = 17,
	FACT_SKIPPED = 18,
	FACT_ANSWER = 20,
	ANSWER_ATTEMPT = 3,
	ANSWER_OVERTIME = 13,
	ANSWER_WORDS = 17,
	ANSWER_OVERALL = 19,
	ANSWER_VERDICT = 20,
	ANSWER_LIMITING = 21,
	ANSWER_CLEAN = 25,
	SESSION_ANSWERED = 9,
	SESSION_OVERALL = 10,
	SESSION_VERDICT = 11,
	SESSION_LIMITING = 12,
	SESSION_CLEAN = 13,
};

void
exporter_init(struct exporter *exporter, struct store *store)
{
	*exporter = (struct exporter){
	    .store = store,
	    .rater = "self",
	    .session_pk = -1,
	};
	judging_init(&exporter->judging, store, "self");
}

void
exporter_release(struct exporter *exporter)
{
	session_judged_release(&exporter->session);
	judging_release(&exporter->judging);
}

struct field_value
value_text(const char *text)
{
	return (struct field_value){
	    .kind = *text == '\0' ? VALUE_NONE : VALUE_TEXT,
	    .s = text,
	};
}

struct field_value
value_int(int64_t value)
{
	return (struct field_value){.kind = VALUE_INT, .i = value};
}

struct field_value
value_number(double value)
{
	return (struct field_value){.kind = VALUE_REAL, .r = value};
}

struct field_value
value_bool(bool value)
{
	return value_text(value ? "yes" : "no");
}

struct field_value
value_score(struct score score)
{
	if (!score_exists(score))
		return (struct field_value){.kind = VALUE_NONE};
	return value_number(score_value(score));
}

int
exporter_session(struct exporter *exporter, int64_t session_pk,
    const struct session_judged **judged, struct err *err)
{
	*judged = &exporter->session;
	if (exporter->session_pk == session_pk)
		return 0;
	session_judged_release(&exporter->session);
	exporter->session_pk = -1;
	if (judge_session(exporter->store, session_pk, exporter->rater,
		&exporter->session, err) != 0)
		return -1;
	exporter->session_pk = session_pk;
	return 0;
}

int
derive_session(struct exporter *exporter, const struct rows *rows,
    const struct field_value *facts, struct field_value *out, struct err *err)
{
	const struct session_judged *judged;

	(void)facts;
	if (exporter_session(exporter, rows_pk(rows), &judged, err) != 0)
		return -1;
	out[SESSION_ANSWERED] = value_int(judged->answered);
	out[SESSION_OVERALL] = value_score(judged->overall);
	out[SESSION_VERDICT] = value_text(verdict_name(judged->verdict));
	out[SESSION_LIMITING] = value_text(judged->limiting);
	out[SESSION_CLEAN] = value_bool(judged->clean);
	return 0;
}

static double
seconds(const struct field_value *value)
{
	return value->kind == VALUE_INT ? (double)value->i : value->r;
}

static struct field_value
overtime(const struct field_value *facts)
{
	struct answer answer = {
	    .limit_s = seconds(&facts[FACT_LIMIT_S]),
	    .answer_s = seconds(&facts[FACT_ANSWER_S]),
	};

	return value_number(answer_overtime_s(&answer));
}

static struct field_value
words(const struct field_value *text)
{
	if (text->kind != VALUE_TEXT)
		return value_int(0);
	return value_int((int64_t)utf8_words(text->s, strlen(text->s)));
}

static bool
is_yes(const struct field_value *value)
{
	return value->kind == VALUE_TEXT && strcmp(value->s, "yes") == 0;
}

static struct answer_facts
answer_facts(const struct rows *rows, const struct field_value *facts)
{
	return (struct answer_facts){
	    .pk = rows_pk(rows),
	    .session_pk = rows_session_pk(rows),
	    .rubric = facts[FACT_RUBRIC].s,
	    .metric_given = is_yes(&facts[FACT_METRIC_GIVEN]),
	    .clean =
		{
		    .skipped = is_yes(&facts[FACT_SKIPPED]),
		    .hint = is_yes(&facts[FACT_HINT]),
		    .limit_s = seconds(&facts[FACT_LIMIT_S]),
		    .answer_s = seconds(&facts[FACT_ANSWER_S]),
		    .paused_s = seconds(&facts[FACT_PAUSED_S]),
		},
	};
}

int
derive_answer(struct exporter *exporter, const struct rows *rows,
    const struct field_value *facts, struct field_value *out, struct err *err)
{
	const struct answer_facts known = answer_facts(rows, facts);
	int64_t attempt = rows_attempt(rows);
	struct answer_judged judged;
	int limiting;

	if (judging_answer(&exporter->judging, &known, &judged, err) != 0)
		return -1;
	if (attempt > 0)
		out[ANSWER_ATTEMPT] = value_int(attempt);
	out[ANSWER_OVERTIME] = overtime(facts);
	out[ANSWER_WORDS] = words(&facts[FACT_ANSWER]);
	out[ANSWER_OVERALL] = value_score(judged.judged.overall);
	out[ANSWER_VERDICT] = value_text(verdict_name(judged.judged.verdict));
	limiting = judged.judged.limiting;
	if (limiting >= 0)
		out[ANSWER_LIMITING] =
		    value_text(judged.rubric->signals[limiting].key);
	out[ANSWER_CLEAN] = value_bool(judged.clean);
	return 0;
}
