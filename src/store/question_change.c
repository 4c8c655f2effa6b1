/* SPDX-License-Identifier: MIT */
/* Changing the bank by hand. */
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

/* In the order of the facts (statements.c), then the origin. */
static int
put(struct store *store, const struct question *question, struct err *err)
{
	const struct field_value values[] = {
	    text_value(question->id),
	    text_value(question->prompt),
	    text_value(question->round),
	    text_value(question->rubric),
	    text_value(question->company),
	    text_value(question->level),
	    seconds_value(question->seconds),
	    text_value(question->tags),
	    text_value(question->probes),
	    text_value(question->hint),
	    text_value(question->look_for),
	    text_value(question->shipped ? "shipped" : "user"),
	};
	sqlite3_stmt *stmt = store_use(
	    store, (enum statement)(STMT_PUT + ENTITY_QUESTIONS), err);

	if (stmt == NULL)
		return -1;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		bind_value(stmt, (int)i + 1, &values[i]);
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
