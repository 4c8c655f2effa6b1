/* SPDX-License-Identifier: MIT */
#include "store/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/db.h"

/* Facts of the rows (statements.c). */
enum { PHRASE_KIND, PHRASE_LANGUAGE, PHRASE_TEXT, PHRASE_WHY };
enum { COMPANY_KEY = 0, COMPANY_LABEL = 1, COMPANY_ECOSYSTEM = 3 };

typedef void row_fn(struct lexicon *lexicon, const char *company,
    const struct field_value *facts);

static void
add_phrase(struct lexicon *lexicon, const char *company,
    const struct field_value *facts)
{
	(void)company;
	lexicon_add(lexicon, facts[PHRASE_KIND].s, facts[PHRASE_LANGUAGE].s,
	    facts[PHRASE_TEXT].s, facts[PHRASE_WHY].s);
}

static void
add_products(struct lexicon *lexicon, const char *company,
    const struct field_value *facts)
{
	struct str why = STR_INIT;
	struct list_of names;

	if (company == NULL || strcmp(facts[COMPANY_KEY].s, company) != 0)
		return;
	str_addf(&why, "Builds on what %s has", facts[COMPANY_LABEL].s);
	list_of_parse(&names, facts[COMPANY_ECOSYSTEM].s);
	for (size_t i = 0; i < names.n; i++)
		lexicon_add(lexicon, phrase_kind_name(FINDING_ECOSYSTEM), "",
		    names.items[i], why.s);
	list_of_release(&names);
	str_release(&why);
}

static int
each_row(struct store *store, enum entity entity, row_fn *add,
    struct lexicon *lexicon, const char *company, struct err *err)
{
	struct field_value facts[ENTITY_FIELDS];
	struct rows *rows;
	int n, rc;

	if (rows_open(store, entity, NULL, &rows, err) != 0)
		return -1;
	while ((rc = rows_next(rows, facts, &n, err)) == 1)
		add(lexicon, company, facts);
	rows_close(rows);
	return rc;
}

static int
load(struct store *store, const char *company, struct lexicon *lexicon,
    struct err *err)
{
	if (each_row(
		store, ENTITY_LEXICON, add_phrase, lexicon, company, err) != 0)
		return -1;
	return each_row(
	    store, ENTITY_COMPANIES, add_products, lexicon, company, err);
}

int
store_lexicon(struct store *store, const char *company,
    const struct lexicon **lexicon, struct err *err)
{
	struct lexicon *loaded;

	if (company == NULL)
		company = "";
	if (store->lexicon == NULL ||
	    strcmp(store->lexicon_company, company) != 0) {
		loaded = lexicon_new();
		if (load(store, company, loaded, err) != 0) {
			lexicon_free(loaded);
			return -1;
		}
		store_forget_lexicon(store);
		store->lexicon = loaded;
		store->lexicon_company = mem_text(company);
	}
	*lexicon = store->lexicon;
	return 0;
}

void
store_forget_lexicon(struct store *store)
{
	lexicon_free(store->lexicon);
	free(store->lexicon_company);
	store->lexicon = NULL;
	store->lexicon_company = NULL;
}

int
store_withdraw_phrases(struct store *store, struct err *err)
{
	store_forget_lexicon(store);
	return store_run_alone(store, STMT_PHRASES_WITHDRAW, err);
}

int
store_analyse(struct store *store, const char *company,
    const struct rubric *rubric, const char *text, struct analysis *analysis,
    struct err *err)
{
	const struct lexicon *lexicon;

	if (store_lexicon(store, company, &lexicon, err) != 0)
		return -1;
	analyse(analysis, text, strlen(text), lexicon, rubric);
	return 0;
}

int
store_find_metric(struct store *store, const char *company, const char *text,
    char **figure, struct err *err)
{
	const struct finding *longest = NULL;
	struct analysis analysis;

	if (store_analyse(store, company, NULL, text, &analysis, err) != 0)
		return -1;
	for (size_t i = 0; i < analysis.n; i++) {
		const struct finding *finding = &analysis.findings[i];

		if (finding->kind == FINDING_METRIC &&
		    (longest == NULL || finding->length > longest->length))
			longest = finding;
	}
	*figure = longest == NULL
		      ? NULL
		      : mem_textn(text + longest->offset, longest->length);
	analysis_release(&analysis);
	return 0;
}
