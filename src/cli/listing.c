/* SPDX-License-Identifier: MIT */
#include "cli/listing.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"
#include "cli/output.h"
#include "io/derive.h"
#include "io/rows.h"
#include "store/annotate.h"

enum { ANSWER_SESSION = 1 }; /* fact of an answer (store/statements.c) */

static double
as_number(const struct field_value *value)
{
	return value->kind == VALUE_INT ? (double)value->i : value->r;
}

static void
print_field(enum column_type type, const struct field_value *value)
{
	char number[NUMBER_SIZE], time[DATE_SIZE];

	if (value->kind == VALUE_NONE)
		return;
	switch (type) {
	case COLUMN_TEXT:
	case COLUMN_LIST:
	case COLUMN_BOOL:
		output_text(value->s);
		break;
	case COLUMN_INT:
	case COLUMN_NUMBER:
		number_text(number, as_number(value));
		fputs(number, stdout);
		break;
	case COLUMN_TIME:
		date_utc(time, value->i);
		fputs(time, stdout);
		break;
	}
}

static void
print_record(const struct listing *listing, const struct field_value *values)
{
	for (int i = 0; listing->columns[i] != NULL; i++) {
		const char *name = listing->columns[i];
		int at = kind_column(listing->kind, name);

		if (i > 0)
			putchar('\t');
		if (listing->hidden == NULL ||
		    strcmp(listing->hidden, name) != 0)
			print_field(
			    listing->kind->columns[at].type, &values[at]);
	}
}

/* An empty field where there is none, as everywhere. */
static int
print_remarks(struct store *store, int64_t session_pk, struct err *err)
{
	struct remarks remarks;

	if (store_session_remarks(store, session_pk, &remarks, err) != 0)
		return -1;
	putchar('\t');
	output_text(remarks.tags.s);
	putchar('\t');
	output_text(remarks.note);
	remarks_release(&remarks);
	return 0;
}

/* The row's fields, facts and derived ones, in the order of the columns. */
static int
complete(struct exporter *exporter, const struct kind *kind,
    const struct rows *rows, const struct field_value *facts,
    struct field_value *values, struct err *err)
{
	for (int i = 0; kind->columns[i].name != NULL; i++)
		if (kind->columns[i].fact != DERIVED)
			values[i] = facts[kind->columns[i].fact];
	if (kind->derive == NULL)
		return 0;
	return kind->derive(exporter, rows, facts, values, err);
}

static bool
is_wanted(const struct listing *listing, const struct field_value *facts)
{
	return listing->session == NULL ||
	       strcmp(facts[ANSWER_SESSION].s, listing->session) == 0;
}

static int
print_rows(const struct listing *listing, struct exporter *exporter,
    struct row_writer *writer, struct rows *rows, struct err *err)
{
	struct field_value facts[ENTITY_FIELDS];
	int n, rc;

	while ((rc = rows_next(rows, facts, &n, err)) == 1) {
		struct field_value values[KIND_COLUMNS] = {0};

		if (!is_wanted(listing, facts))
			continue;
		if (complete(
			exporter, listing->kind, rows, facts, values, err) != 0)
			return -1;
		if (listing->json) {
			row_writer_row(writer, values);
			continue;
		}
		print_record(listing, values);
		if (listing->remarks &&
		    print_remarks(exporter->store, rows_pk(rows), err) != 0)
			return -1;
		putchar('\n');
	}
	return rc;
}

int
listing_print(
    const struct listing *listing, struct store *store, struct err *err)
{
	struct row_writer writer = {
	    .to = stdout,
	    .format = FORMAT_JSON,
	    .kind = listing->kind,
	};
	struct exporter exporter;
	struct rows *rows;
	int result;

	if (rows_open(
		store, listing->kind->entity, listing->filter, &rows, err) != 0)
		return -1;
	exporter_init(&exporter, store);
	if (listing->json)
		row_writer_begin(&writer);
	result = print_rows(listing, &exporter, &writer, rows, err);
	if (listing->json)
		row_writer_end(&writer);
	exporter_release(&exporter);
	rows_close(rows);
	return result;
}
