/* SPDX-License-Identifier: MIT */
/* What a row of each kind must hold beyond the types of its fields. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "core/answer.h"
#include "core/rubric.h"
#include "core/rules.h"
#include "core/session.h"
#include "io/import_run.h"
#include "store/question.h"

/* Facts by their place (store/statements.c). */
enum {
	SESSION_ID = 0,
	SESSION_OFFSET = 3,
	SESSION_MODE = 4,
	SESSION_QUESTIONS = 8,
	ANSWER_ID = 0,
	ANSWER_SESSION = 1,
	ANSWER_MODE = 8,
	ANSWER_LIMIT = 9,
	ANSWER_OPENING = 13,
	ANSWER_PREDICTED = 15,
	ANSWER_HINT = 17,
	ANSWER_SKIPPED = 18,
	RATING_ANSWER = 0,
	RATING_SESSION = 1,
	RATING_QUESTION = 2,
	RATING_VALUE = 5,
	ANNOTATION_SESSION = 0,
	RUBRIC_WEIGHT = 4,
	ROUND_SECONDS = 4,
	ROUND_THINK = 5,
	ROUND_QUESTIONS = 6,
	RULE_NAME = 0,
	RULE_VALUE = 1,
};

static void
set_text(struct field_value *fact, const char *text)
{
	fact->kind = *text == '\0' ? VALUE_NONE : VALUE_TEXT;
	fact->s = text;
}

/* Whose problems are told. */
struct checked_row {
	struct import_run *run;
	size_t line;
};

/* Where the fact stands among the kind's columns, for the problem's place. */
static int
field_of(const struct import_run *run, int fact)
{
	for (int i = 0; run->kind->columns[i].name != NULL; i++)
		if (run->kind->columns[i].fact == fact)
			return i;
	return -1;
}

static void
on_question_problem(
    void *arg, enum question_fact fact, bool mended, const char *text)
{
	const struct checked_row *row = arg;

	import_problem(
	    row->run, row->line, field_of(row->run, (int)fact), "%s", text);
	if (mended && fact == QUESTION_SECONDS)
		import_count_repair(row->run, row->line);
}

static enum row_fate
check_question(struct import_run *run, size_t line, struct field_value *facts)
{
	struct checked_row row = {run, line};

	return question_check(&run->questions, facts, run->options->lenient,
		   on_question_problem, &row)
		   ? ROW_PUT
		   : ROW_REFUSED;
}

/* A missing mode, offset or yes/no has a usual value. */
static void
default_text(struct field_value *fact, const char *text)
{
	if (fact->kind == VALUE_NONE)
		set_text(fact, text);
}

static void
default_int(struct field_value *fact, int64_t value)
{
	if (fact->kind == VALUE_NONE)
		*fact = (struct field_value){.kind = VALUE_INT, .i = value};
}

static bool
check_mode(
    struct import_run *run, size_t line, struct field_value *facts, int at)
{
	enum mode mode;

	default_text(&facts[at], mode_name(MODE_TYPED));
	if (mode_parse(facts[at].s, &mode))
		return true;
	import_problem(run, line, field_of(run, at),
	    "mode is '%s', wanted typed or spoken",
	    utf8_excerpt(facts[at].s).s);
	return false;
}

static enum row_fate
check_session(struct import_run *run, size_t line, struct field_value *facts,
    struct err *err)
{
	default_int(&facts[SESSION_OFFSET], 0);
	default_int(&facts[SESSION_QUESTIONS], 1);
	if (!check_mode(run, line, facts, SESSION_MODE))
		return ROW_REFUSED;
	return import_find_session(run, line, facts[SESSION_ID].s, err) == 0
		   ? ROW_PUT
		   : ROW_REFUSED;
}

static bool
check_times(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	for (int i = ANSWER_LIMIT; i <= ANSWER_OPENING; i++) {
		if (facts[i].kind == VALUE_REAL && facts[i].r < 0) {
			import_problem(run, line, field_of(run, i),
			    "a time can't be negative");
			return false;
		}
	}
	return true;
}

/* Where the answer has ratings, they must go on making sense: it stays in its
 * session and is not skipped. */
static enum row_fate
check_own_ratings(struct import_run *run, size_t line,
    const struct field_value *facts, struct err *err)
{
	enum row_fate fate = ROW_PUT;
	char *rated_in;

	if (store_answer_rated_in(
		run->store, facts[ANSWER_ID].s, &rated_in, err) != 0)
		return ROW_REFUSED;
	if (*rated_in == '\0') {
		free(rated_in);
		return ROW_PUT;
	}
	if (strcmp(facts[ANSWER_SKIPPED].s, "yes") == 0) {
		import_problem(run, line, field_of(run, ANSWER_SKIPPED),
		    "the answer has ratings, so it was not skipped");
		fate = ROW_REFUSED;
	} else if (strcmp(facts[ANSWER_SESSION].s, rated_in) != 0) {
		import_problem(run, line, field_of(run, ANSWER_SESSION),
		    "the answer was rated in session '%s'",
		    utf8_excerpt(rated_in).s);
		fate = ROW_REFUSED;
	}
	free(rated_in);
	return fate;
}

static enum row_fate
check_answer(struct import_run *run, size_t line, struct field_value *facts,
    struct err *err)
{
	const struct field_value *predicted = &facts[ANSWER_PREDICTED];

	default_text(&facts[ANSWER_HINT], "no");
	default_text(&facts[ANSWER_SKIPPED], "no");
	if (!check_mode(run, line, facts, ANSWER_MODE) ||
	    !check_times(run, line, facts))
		return ROW_REFUSED;
	if (predicted->kind == VALUE_INT &&
	    (predicted->i < RATING_LOW || predicted->i > RATING_HIGH)) {
		import_problem(run, line, field_of(run, ANSWER_PREDICTED),
		    "predicted must be 1 to 5");
		return ROW_REFUSED;
	}
	if (!import_has_session(run, line, facts[ANSWER_SESSION].s, err))
		return ROW_REFUSED;
	return check_own_ratings(run, line, facts, err);
}

/* The answer of that id, as it was found for the row before, too: an answer's
 * ratings stand one behind the other. */
static int
find_answer(struct import_run *run, const char *id, struct err *err)
{
	struct str *last = &run->owned[OWN_ANSWER];
	int rc;

	if (run->answer.session_id != NULL && strcmp(last->s, id) == 0)
		return 1;
	answer_known_release(&run->answer);
	rc = store_answer_known(run->store, id, &run->answer, err);
	str_clear(last);
	if (rc == 1)
		str_add(last, id);
	return rc;
}

/* A rating's answer must be there, in that session, and not skipped; its
 * question is the answer's. */
static enum row_fate
check_rated_answer(struct import_run *run, size_t line,
    struct field_value *facts, struct err *err)
{
	const struct answer_known *answer = &run->answer;
	const char *id = facts[RATING_ANSWER].s;

	if (find_answer(run, id, err) != 1) {
		import_problem(run, line, field_of(run, RATING_ANSWER),
		    "answer '%s' is not there; import the answers first",
		    utf8_excerpt(id).s);
		return ROW_REFUSED;
	}
	set_text(&facts[RATING_QUESTION], answer->question_id);
	if (strcmp(answer->session_id, facts[RATING_SESSION].s) != 0) {
		import_problem(run, line, field_of(run, RATING_SESSION),
		    "the answer belongs to session '%s'", answer->session_id);
		return ROW_REFUSED;
	}
	if (answer->skipped) {
		import_problem(run, line, field_of(run, RATING_ANSWER),
		    "the answer was skipped, so it has no ratings");
		return ROW_REFUSED;
	}
	return ROW_PUT;
}

static enum row_fate
check_rating(struct import_run *run, size_t line, struct field_value *facts,
    struct err *err)
{
	int64_t value = facts[RATING_VALUE].i;

	if (value < RATING_LOW || value > RATING_HIGH) {
		import_problem(run, line, field_of(run, RATING_VALUE),
		    "rating must be 1 to 5");
		return ROW_REFUSED;
	}
	if (facts[RATING_ANSWER].kind == VALUE_TEXT) {
		if (import_find_session(
			run, line, facts[RATING_SESSION].s, err) != 0)
			return ROW_REFUSED;
		return check_rated_answer(run, line, facts, err);
	}
	set_text(&facts[RATING_QUESTION], "");
	return import_has_session(run, line, facts[RATING_SESSION].s, err)
		   ? ROW_PUT
		   : ROW_REFUSED;
}

static enum row_fate
check_weight(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	double least = 1.0 / SCORE_UNIT;

	if (facts[RUBRIC_WEIGHT].r >= least)
		return ROW_PUT;
	import_problem(run, line, field_of(run, RUBRIC_WEIGHT),
	    "weight must be more than 0, with up to 4 decimals");
	return ROW_REFUSED;
}

static enum row_fate
check_round(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	if (facts[ROUND_SECONDS].r > 0 && facts[ROUND_THINK].r >= 0 &&
	    facts[ROUND_QUESTIONS].i > 0)
		return ROW_PUT;
	import_problem(run, line, -1,
	    "a round needs seconds and questions over 0, and think_s not "
	    "under 0");
	return ROW_REFUSED;
}

/* Why it can't be set: it is out of range, or there is none of the name. */
static void
tell_rule(struct import_run *run, size_t line, const char *name)
{
	const struct rule *rule = rule_find(name);
	struct str names = STR_INIT;

	if (rule != NULL) {
		import_problem(run, line, field_of(run, RULE_VALUE),
		    "%s must be %s%g to %g", rule->name,
		    rule->kind == RULE_COUNT ? "a whole number, " : "",
		    rule->low, rule->high);
		return;
	}
	for (rule = rules_all; rule->name != NULL; rule++)
		str_addf(&names, "%s%s", names.len > 0 ? ", " : "", rule->name);
	import_problem(run, line, field_of(run, RULE_NAME),
	    "there is no rule '%s'; the rules are %s", utf8_excerpt(name).s,
	    names.s);
	str_release(&names);
}

static enum row_fate
check_rule(struct import_run *run, size_t line, const struct field_value *facts)
{
	struct rules rules = rules_built_in();

	if (rules_set(&rules, facts[RULE_NAME].s, facts[RULE_VALUE].r))
		return ROW_PUT;
	tell_rule(run, line, facts[RULE_NAME].s);
	return ROW_REFUSED;
}

enum row_fate
import_check(struct import_run *run, size_t line, struct field_value *facts,
    struct err *err)
{
	switch (run->kind->entity) {
	case ENTITY_QUESTIONS:
		return check_question(run, line, facts);
	case ENTITY_SESSIONS:
		return check_session(run, line, facts, err);
	case ENTITY_ANSWERS:
		return check_answer(run, line, facts, err);
	case ENTITY_RATINGS:
		return check_rating(run, line, facts, err);
	case ENTITY_CALIBRATION:
		return import_check_calibration(run, line, facts, err);
	case ENTITY_CALIBRATION_RATINGS:
		return import_check_calibration_rating(run, line, facts);
	case ENTITY_RUBRICS:
		return check_weight(run, line, facts);
	case ENTITY_RULES:
		return check_rule(run, line, facts);
	case ENTITY_ROUNDS:
		import_note_references(run, line, facts);
		return check_round(run, line, facts);
	case ENTITY_CHECKLIST:
		return import_check_item(run, line, facts);
	case ENTITY_BACKLOGS:
		return import_check_backlog(run, line, facts);
	case ENTITY_TABLES:
		return import_check_table(run, line, facts);
	case ENTITY_INTERRUPTIONS:
		return import_check_interruption(run, line, facts);
	case ENTITY_PARTS:
		return import_check_part(run, line, facts, err);
	case ENTITY_SESSION_NOTES:
	case ENTITY_SESSION_TAGS:
		return import_has_session(
			   run, line, facts[ANNOTATION_SESSION].s, err)
			   ? ROW_PUT
			   : ROW_REFUSED;
	case ENTITY_DELETIONS:
		return import_check_deletion(run, line, facts, err);
	case ENTITY_LEVELS:
	case ENTITY_LOOPS:
		import_note_references(run, line, facts);
		return ROW_PUT;
	case ENTITY_CHECKED:
	case ENTITY_LOOP_RUNS:
	case ENTITY_COMPANIES:
	case ENTITY_LEXICON:
	case ENTITY_COUNT:
		return ROW_PUT;
	}
	return ROW_PUT;
}
