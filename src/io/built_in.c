/* SPDX-License-Identifier: MIT */
/* The data that is built into the program, brought into the store. */
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "io/import.h"

/* Rounds before questions: a question's round must be known. */
static const struct {
	const char *kind, *file;
} built_in[] = {
    {"rules", "data/rules.csv"},
    {"rubrics", "data/rubrics.csv"},
    {"rounds", "data/rounds.csv"},
    {"levels", "data/levels.csv"},
    {"companies", "data/companies.csv"},
    {"loops", "data/loops.csv"},
    {"lexicon", "data/lexicon.csv"},
    {"questions", "questions.csv"},
};

static int
import_file(
    struct store *store, const char *kind, const char *file, struct err *err)
{
	const struct embedded *embedded = embedded_find(file);
	struct import_options options = {
	    .name = file,
	    .kind = kind_find(kind),
	    .shipped = true,
	};
	struct import_report report;
	int rc = import_within(
	    store, &options, embedded->bytes, embedded->n, &report, err);

	import_report_release(&report);
	return rc;
}

static int
import_all(struct store *store, struct err *err)
{
	for (size_t i = 0; i < sizeof(built_in) / sizeof(built_in[0]); i++)
		if (import_file(
			store, built_in[i].kind, built_in[i].file, err) != 0)
			return -1;
	return store_set_data_version(store, embedded_version, err);
}

int
import_built_in(struct store *store, struct err *err)
{
	char *version;
	bool current;

	if (store_data_version(store, &version, err) != 0)
		return -1;
	current = strcmp(version, embedded_version) == 0;
	free(version);
	if (current || store_read_only(store))
		return 0;
	if (store_begin(store, err) != 0)
		return -1;
	if (import_all(store, err) != 0 || store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}
