/* SPDX-License-Identifier: MIT */
#include "store/reference.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "store/db.h"

int
store_round(
    struct store *store, const char *key, struct round *round, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_ROUND, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":round", key);
	rc = store_step(store, stmt, err);
	if (rc == 1) {
		*round = (struct round){
		    .key = column_copy(stmt, 0),
		    .label = column_copy(stmt, 1),
		    .rubric = column_copy(stmt, 2),
		    .limit_s = sqlite3_column_double(stmt, 3),
		    .think_s = sqlite3_column_double(stmt, 4),
		    .questions = sqlite3_column_int(stmt, 5),
		};
		sqlite3_reset(stmt);
	}
	return rc;
}

static const enum statement names_statements[] = {
    [NAMES_ROUNDS] = STMT_ROUND_NAMES,
    [NAMES_ROUNDS_IN_USE] = STMT_ROUND_NAMES_IN_USE,
    [NAMES_LEVELS] = STMT_LEVEL_NAMES,
    [NAMES_RUBRICS] = STMT_RUBRIC_NAMES,
    [NAMES_COMPANIES] = STMT_COMPANY_NAMES,
    [NAMES_SIGNALS] = STMT_SIGNAL_NAMES,
};

static void
add_text(char ***list, int n, char *text)
{
	*list = mem_grow(*list, (size_t)n + 1, sizeof(**list));
	(*list)[n] = text;
}

int
store_names(
    struct store *store, enum names_of of, struct names *names, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, names_statements[of], err);
	int rc;

	*names = (struct names){0};
	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1) {
		add_text(&names->keys, names->n, column_copy(stmt, 0));
		add_text(&names->labels, names->n, column_copy(stmt, 1));
		add_text(&names->aliases, names->n, column_copy(stmt, 2));
		names->n++;
	}
	if (rc < 0)
		names_release(names);
	return rc;
}

void
names_release(struct names *names)
{
	for (int i = 0; i < names->n; i++) {
		free(names->keys[i]);
		free(names->labels[i]);
		free(names->aliases[i]);
	}
	free(names->keys);
	free(names->labels);
	free(names->aliases);
	*names = (struct names){0};
}

static bool
is_separator(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

/* Its next letter, in lower case, and moves on behind it; NUL at the end, which
 * for one of a joined list is its bar too. */
static int
next_letter(const char **at, bool is_joined)
{
	const char *c = *at;

	while (is_separator(*c))
		c++;
	if (is_joined && *c == '\\' && (c[1] == '|' || c[1] == '\\'))
		c++;
	else if (is_joined && *c == '|')
		return '\0';
	*at = *c == '\0' ? c : c + 1;
	return tolower((unsigned char)*c);
}

static bool
means(const char *name, bool is_joined, const char *text)
{
	int a, b;

	do {
		a = next_letter(&name, is_joined);
		b = next_letter(&text, false);
	} while (a == b && a != '\0');
	return a == b;
}

/* Compared where they stand: a bank may ask for thousands of names. */
static bool
alias_means(const char *aliases, const char *text)
{
	if (*aliases == '\0')
		return false;
	while (!means(aliases, true, text)) {
		aliases = list_of_next(aliases);
		if (aliases == NULL)
			return false;
	}
	return true;
}

const char *
names_find(const struct names *names, const char *text)
{
	for (int i = 0; i < names->n; i++)
		if (means(names->keys[i], false, text))
			return names->keys[i];
	for (int i = 0; i < names->n; i++)
		if (means(names->labels[i], false, text))
			return names->keys[i];
	for (int i = 0; i < names->n; i++)
		if (alias_means(names->aliases[i], text))
			return names->keys[i];
	return NULL;
}

const char *
names_label(const struct names *names, const char *key, const char *none)
{
	for (int i = 0; i < names->n; i++)
		if (strcmp(names->keys[i], key) == 0)
			return names->labels[i];
	return *key != '\0' ? key : none;
}

int
store_rules(struct store *store, const struct rules **rules, struct err *err)
{
	sqlite3_stmt *stmt;
	int rc;

	*rules = &store->rules;
	if (store->has_rules)
		return 0;
	store->rules = rules_built_in();
	stmt =
	    store_use(store, (enum statement)(STMT_EACH + ENTITY_RULES), err);
	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1)
		rules_set(&store->rules, column_text(stmt, 0),
		    sqlite3_column_double(stmt, 1));
	store->has_rules = rc == 0;
	return rc;
}

static void
read_signal(sqlite3_stmt *stmt, struct rubric *rubric)
{
	struct signal_spec *signal = &rubric->signals[rubric->n++];

	signal->key = column_copy(stmt, 0);
	signal->label = column_copy(stmt, 1);
	signal->weight = llround(sqlite3_column_double(stmt, 2) * SCORE_UNIT);
	if (strcmp(column_text(stmt, 3), "yes") == 0)
		rubric->metric = true;
	signal->asks = column_copy(stmt, 4);
	for (int i = 0; i < RATING_HIGH; i++)
		signal->anchors[i] = column_copy(stmt, 5 + i);
}

static int
read_rubric(struct store *store, const char *key, struct rubric *rubric,
    struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RUBRIC, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":rubric", key);
	while ((rc = store_step(store, stmt, err)) == 1)
		if (rubric->n < RUBRIC_SIGNALS)
			read_signal(stmt, rubric);
	if (rubric->n > 0)
		rubric->key = mem_text(key);
	return rc;
}

int
store_rubric(struct store *store, const char *key, const struct rubric **rubric,
    struct err *err)
{
	struct rubric_cached *cached;

	for (cached = store->rubrics; cached != NULL; cached = cached->next) {
		if (strcmp(cached->rubric.key, key) == 0) {
			*rubric = &cached->rubric;
			return 0;
		}
	}
	*rubric = NULL;
	cached = mem_zero(1, sizeof(*cached));
	if (read_rubric(store, key, &cached->rubric, err) != 0) {
		rubric_release(&cached->rubric);
		free(cached);
		return -1;
	}
	if (cached->rubric.n == 0) {
		free(cached);
		return 0;
	}
	cached->next = store->rubrics;
	store->rubrics = cached;
	*rubric = &cached->rubric;
	return 0;
}

int
store_check_rubrics(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RUBRIC_TOO_LARGE, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":most", RUBRIC_SIGNALS);
	rc = store_step(store, stmt, err);
	if (rc == 1)
		fail(err,
		    "rubric '%.40s' would have %d signals; %d is the most",
		    column_text(stmt, 0), sqlite3_column_int(stmt, 1),
		    RUBRIC_SIGNALS);
	sqlite3_reset(stmt);
	return rc == 0 ? 0 : -1;
}

static void
free_rubrics(struct rubric_cached *cached)
{
	while (cached != NULL) {
		struct rubric_cached *next = cached->next;

		rubric_release(&cached->rubric);
		free(cached);
		cached = next;
	}
}

/* A screen may still show what it read before: it is kept aside. */
void
store_forget_reference(struct store *store)
{
	struct rubric_cached **last = &store->rubrics;

	while (*last != NULL)
		last = &(*last)->next;
	*last = store->retired;
	store->retired = store->rubrics;
	store->rubrics = NULL;
	store->has_rules = false;
	store_forget_lexicon(store);
}

void
store_free_reference(struct store *store)
{
	store_forget_reference(store);
	free_rubrics(store->retired);
	store->retired = NULL;
}

int
store_data_version(struct store *store, char **version, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_GET, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":key", "data");
	rc = store_step(store, stmt, err);
	if (rc < 0)
		return -1;
	*version = rc == 1 ? column_copy(stmt, 0) : mem_text("");
	sqlite3_reset(stmt);
	return 0;
}

int
store_set_data_version(
    struct store *store, const char *version, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_PUT, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":key", "data");
	bind_text(stmt, ":value", version);
	return store_run(store, stmt, err);
}
