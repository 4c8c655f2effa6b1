/* SPDX-License-Identifier: MIT */
#include "store/unfinished.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/number.h"
#include "store/db.h"
#include "store/question.h"

/* What the key of a row in `meta` begins with. */
static const char mark[] = "unfinished ";

static struct str
meta_key(const char *key)
{
	struct str whole = STR_INIT;

	str_addf(&whole, "%s%s", mark, key);
	return whole;
}

/* The facts in their order, joined behind a word for what they are. */
static void
pack(const struct question *question, struct str *packed)
{
	struct field_value facts[QUESTION_FACTS];
	char seconds[NUMBER_SIZE];

	question_facts(question, facts);
	list_of_join(packed, "question");
	for (int i = 0; i < QUESTION_FACTS; i++) {
		const char *text = "";

		if (facts[i].kind == VALUE_REAL) {
			number_text(seconds, facts[i].r);
			text = seconds;
		} else if (facts[i].kind == VALUE_TEXT) {
			text = facts[i].s;
		}
		list_of_join(packed, text);
	}
}

static void
unpack(const char *packed, struct question *question)
{
	struct field_value facts[QUESTION_FACTS] = {0};
	struct list_of list;
	double seconds;

	list_of_parse(&list, packed);
	for (size_t i = 0; i + 1 < list.n && i < QUESTION_FACTS; i++) {
		const char *text = list.items[i + 1];

		if (i != QUESTION_SECONDS)
			facts[i] =
			    (struct field_value){.kind = VALUE_TEXT, .s = text};
		else if (number_parse(text, &seconds))
			facts[i] = (struct field_value){
			    .kind = VALUE_REAL, .r = seconds};
	}
	question_from_facts(question, facts);
	list_of_release(&list);
}

int
store_unfinished(struct store *store, const char *key,
    struct question *question, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_GET, err);
	struct str whole = meta_key(key);
	int rc = -1;

	if (stmt != NULL) {
		bind_text(stmt, ":key", whole.s);
		rc = store_step(store, stmt, err);
	}
	if (rc == 1) {
		unpack(column_text(stmt, 0), question);
		sqlite3_reset(stmt);
	}
	str_release(&whole);
	return rc;
}

int
store_unfinished_put(struct store *store, const char *key,
    const struct question *question, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_PUT, err);
	struct str whole = meta_key(key), packed = STR_INIT;
	int rc = -1;

	if (stmt != NULL) {
		pack(question, &packed);
		bind_text(stmt, ":key", whole.s);
		bind_text(stmt, ":value", packed.s);
		rc = store_run(store, stmt, err);
	}
	str_release(&whole);
	str_release(&packed);
	return rc;
}

int
store_unfinished_drop(struct store *store, const char *key, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_DROP, err);
	struct str whole = meta_key(key);
	int rc = -1;

	if (stmt != NULL) {
		bind_text(stmt, ":key", whole.s);
		rc = store_run(store, stmt, err);
	}
	str_release(&whole);
	return rc;
}

int
store_unfinished_any(struct store *store, char **key, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_UNFINISHED, err);
	int rc;

	if (stmt == NULL)
		return -1;
	rc = store_step(store, stmt, err);
	if (rc == 1) {
		*key = mem_text(column_text(stmt, 0) + sizeof(mark) - 1);
		sqlite3_reset(stmt);
	}
	return rc;
}
