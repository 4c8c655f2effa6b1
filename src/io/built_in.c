/* SPDX-License-Identifier: MIT */
/* The data that is built into the program, brought into the store. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "base/str.h"
#include "io/import.h"
#include "store/lexicon.h"

/* Rounds before questions: a question's round must be known. */
static const struct {
	const char *kind, *file;
} built_in[] = {
    {"rules", "data/rules.csv"},
    {"rubrics", "data/rubrics.csv"},
    {"rounds", "data/rounds.csv"},
    {"interruptions", "data/interruptions.csv"},
    {"levels", "data/levels.csv"},
    {"companies", "data/companies.csv"},
    {"loops", "data/loops.csv"},
    {"lexicon", "data/lexicon.csv"},
    {"calibration", "data/calibration.csv"},
    {"questions", "questions.csv"},
    {"tables", "data/tables.csv"},
    {"backlogs", "data/backlogs.csv"},
    {"checklist", "data/checklist.csv"},
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

/* `0.1.0 0123456789abcdef`: the program that filled the tables, and what it
 * filled them with. */
static void
own_version(struct str *version)
{
	str_addf(version, "%s %s", REHEARSE_VERSION, embedded_version);
}

/* True when the tables were filled by a newer program than this one: an old
 * binary must not put old questions back. */
static bool
is_newer(const char *version)
{
	int theirs[3] = {0}, ours[3] = {0};

	sscanf(version, "%d.%d.%d", &theirs[0], &theirs[1], &theirs[2]);
	sscanf(REHEARSE_VERSION, "%d.%d.%d", &ours[0], &ours[1], &ours[2]);
	for (int i = 0; i < 3; i++)
		if (theirs[i] != ours[i])
			return theirs[i] > ours[i];
	return false;
}

static int
import_all(struct store *store, const char *version, struct err *err)
{
	if (store_withdraw_phrases(store, err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(built_in) / sizeof(built_in[0]); i++)
		if (import_file(
			store, built_in[i].kind, built_in[i].file, err) != 0)
			return -1;
	return store_set_data_version(store, version, err);
}

static int
refill(struct store *store, const char *version, struct err *err)
{
	if (store_begin(store, err) != 0)
		return -1;
	if (import_all(store, version, err) != 0 ||
	    store_commit(store, err) != 0) {
		store_rollback(store);
		return -1;
	}
	return 0;
}

int
import_built_in(struct store *store, struct err *err)
{
	struct str own = STR_INIT;
	char *version;
	int rc;

	rc = store_data_version(store, &version, err);
	if (rc != 0)
		return -1;
	own_version(&own);
	if (strcmp(version, own.s) != 0 && !is_newer(version) &&
	    !store_read_only(store))
		rc = refill(store, own.s, err);
	free(version);
	str_release(&own);
	return rc;
}
