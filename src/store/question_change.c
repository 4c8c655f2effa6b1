/* SPDX-License-Identifier: MIT */
/* Changing the bank by hand. */
#include "base/mem.h"
#include "store/db.h"
#include "store/question.h"

static struct field_value
text_value(const char *text)
{
	return (struct field_value){
	    .kind = *text == '\0' ? VALUE_NONE : VALUE_TEXT,
	    .s = text,
	};
}

static struct field_value
seconds_value(double seconds)
{
	return seconds > 0
		   ? (struct field_value){.kind = VALUE_REAL, .r = seconds}
		   : (struct field_value){.kind = VALUE_NONE};
}

void
question_facts(
    const struct question *question, struct field_value facts[QUESTION_FACTS])
{
	facts[QUESTION_ID] = text_value(question->id);
	facts[QUESTION_PROMPT] = text_value(question->prompt);
	facts[QUESTION_ROUND] = text_value(question->round);
	facts[QUESTION_RUBRIC] = text_value(question->rubric);
	facts[QUESTION_COMPANY] = text_value(question->company);
	facts[QUESTION_LEVEL] = text_value(question->level);
	facts[QUESTION_SECONDS] = seconds_value(question->seconds);
	facts[QUESTION_TAGS] = text_value(question->tags);
	facts[QUESTION_PROBES] = text_value(question->probes);
	facts[QUESTION_HINT] = text_value(question->hint);
	facts[QUESTION_LOOK_FOR] = text_value(question->look_for);
}

static char *
text_of(const struct field_value *fact)
{
	return mem_text(fact->kind == VALUE_TEXT ? fact->s : "");
}

void
question_from_facts(
    struct question *question, const struct field_value facts[QUESTION_FACTS])
{
	const struct field_value *seconds = &facts[QUESTION_SECONDS];

	*question = (struct question){
	    .id = text_of(&facts[QUESTION_ID]),
	    .prompt = text_of(&facts[QUESTION_PROMPT]),
	    .round = text_of(&facts[QUESTION_ROUND]),
	    .rubric = text_of(&facts[QUESTION_RUBRIC]),
	    .company = text_of(&facts[QUESTION_COMPANY]),
	    .level = text_of(&facts[QUESTION_LEVEL]),
	    .seconds = seconds->kind == VALUE_REAL ? seconds->r : 0,
	    .tags = text_of(&facts[QUESTION_TAGS]),
	    .probes = text_of(&facts[QUESTION_PROBES]),
	    .hint = text_of(&facts[QUESTION_HINT]),
	    .look_for = text_of(&facts[QUESTION_LOOK_FOR]),
	};
}

/* The origin stands behind the facts. */
static int
put(struct store *store, const struct question *question, struct err *err)
{
	struct field_value facts[QUESTION_FACTS + 1];
	sqlite3_stmt *stmt = store_use(
	    store, (enum statement)(STMT_PUT + ENTITY_QUESTIONS), err);

	if (stmt == NULL)
		return -1;
	question_facts(question, facts);
	facts[QUESTION_FACTS] =
	    text_value(question->shipped ? "shipped" : "user");
	for (int i = 0; i <= QUESTION_FACTS; i++)
		bind_value(stmt, i + 1, &facts[i]);
	return store_run(store, stmt, err);
}

int
store_question_save(
    struct store *store, const struct question *question, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (put(store, question, err) == 0 && store_commit(store, err) == 0)
		return 0;
	store_rollback(store);
	return -1;
}

int
store_question_remove(struct store *store, const char *id, struct err *err)
{
	sqlite3_stmt *stmt;

	if (store_need_write(store, err) != 0)
		return -1;
	stmt = store_use(store, STMT_QUESTION_REMOVE, err);
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", id);
	if (store_run(store, stmt, err) != 0)
		return -1;
	return sqlite3_changes(store->db) > 0;
}
