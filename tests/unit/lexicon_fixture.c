/* SPDX-License-Identifier: MIT */
#include "lexicon_fixture.h"

#include <string.h>

#include "unit.h"

#include "base/csv.h"
#include "base/embed.h"
#include "base/list.h"
#include "base/str.h"

struct loading {
	struct lexicon *lexicon;
	const char *company;
};

static const char *
text_of(const char *field)
{
	return field != NULL ? field : "";
}

static int
load_phrase(void *arg, const struct csv_record *record, struct err *err)
{
	struct loading *loading = arg;

	(void)err;
	if (record->line > 1)
		lexicon_add(loading->lexicon, record->fields[0],
		    text_of(record->fields[1]), record->fields[2],
		    text_of(record->fields[3]));
	return 0;
}

static int
load_products(void *arg, const struct csv_record *record, struct err *err)
{
	struct loading *loading = arg;
	struct list_of names;

	(void)err;
	if (strcmp(record->fields[0], loading->company) != 0)
		return 0;
	list_of_parse(&names, record->fields[3]);
	for (size_t i = 0; i < names.n; i++)
		lexicon_add(
		    loading->lexicon, "ecosystem", "", names.items[i], "");
	list_of_release(&names);
	return 0;
}

static void
read_embedded(const char *name, csv_record_fn *load, struct loading *loading)
{
	const struct embedded *file = embedded_find(name);
	struct err err = {0};

	assert_non_null(file);
	assert_int_equal(csv_read(name, file->bytes, file->n, ',', load,
			     loading, NULL, &err),
	    0);
}

struct lexicon *
built_in_lexicon(const char *company)
{
	struct loading loading = {lexicon_new(), company};

	read_embedded("data/lexicon.csv", load_phrase, &loading);
	read_embedded("data/companies.csv", load_products, &loading);
	return loading.lexicon;
}

char *
found_words(
    const struct lexicon *lexicon, enum phrase_kind kind, const char *text)
{
	struct analysis analysis;
	struct str words = STR_INIT;

	analyse(&analysis, text, strlen(text), lexicon, NULL);
	for (size_t i = 0; i < analysis.n; i++) {
		const struct finding *finding = &analysis.findings[i];

		if (finding->kind != kind)
			continue;
		if (words.len > 0)
			str_add(&words, " | ");
		str_addn(&words, text + finding->offset, finding->length);
	}
	analysis_release(&analysis);
	return str_detach(&words);
}
