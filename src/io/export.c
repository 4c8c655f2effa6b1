/* SPDX-License-Identifier: MIT */
#include "io/export.h"

#include <errno.h>

#include "io/derive.h"
#include "store/review.h"

/* False where nobody reads or the disk is full, of which the stream's owner
 * tells, and with an error where it was stopped. */
static bool
goes_on(struct row_writer *writer, struct err *err)
{
	if (ferror(writer->to)) {
		writer->reason = errno;
		return false;
	}
	if (writer->stopped != NULL && writer->stopped()) {
		fail(err, "cancelled; nothing was written");
		return false;
	}
	return true;
}

/* What became of it, by the last row's result. */
static int
ended(int rc, const struct err *err)
{
	return rc < 0 || err->status != ERR_NONE ? -1 : 0;
}

static int
export_progress(struct exporter *exporter, const struct store_filter *filter,
    struct row_writer *writer, struct err *err)
{
	const struct session_judged *session;
	struct progress *progress;
	struct progress_row row;
	int rc;

	if (writer->rater != NULL)
		exporter->rater = writer->rater;
	if (progress_open(
		exporter->store, filter, exporter->rater, &progress, err) != 0)
		return -1;
	while ((rc = progress_next(progress, &row, err)) == 1) {
		if (!goes_on(writer, err))
			break;
		rc = exporter_session(exporter, row.session_pk, &session, err);
		if (rc != 0)
			break;
		row_writer_row(
		    writer, (struct field_value[]){
				value_text(row.session_id),
				value_int(row.started_at),
				value_text(row.round),
				value_text(row.company),
				value_text(row.level),
				value_text(row.signal),
				value_int(row.answers),
				value_number(row.mean),
				value_int(row.min),
				value_score(session->overall),
				value_text(verdict_name(session->verdict)),
				value_bool(session->clean),
			    });
	}
	progress_close(progress);
	return ended(rc, err);
}

static int
export_entity(struct exporter *exporter, const struct store_filter *filter,
    struct row_writer *writer, struct err *err)
{
	const struct field_value missing = {.kind = VALUE_NONE};
	const struct kind *kind = writer->kind;
	struct field_value facts[ENTITY_FIELDS];
	struct rows *rows;
	int n, rc = 0;

	if (rows_open(exporter->store, kind->entity, filter, &rows, err) != 0)
		return -1;
	while (goes_on(writer, err) &&
	       (rc = rows_next(rows, facts, &n, err)) == 1) {
		struct field_value out[KIND_COLUMNS];

		for (int i = 0; kind->columns[i].name != NULL; i++) {
			int fact = kind->columns[i].fact;

			out[i] = fact != DERIVED ? facts[fact] : missing;
		}
		if (kind->derive != NULL) {
			rc = kind->derive(exporter, rows, facts, out, err);
			if (rc != 0)
				break;
		}
		row_writer_row(writer, out);
	}
	rows_close(rows);
	return ended(rc, err);
}

int
export_rows(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, struct err *err)
{
	struct exporter exporter;
	int rc;

	exporter_init(&exporter, store);
	row_writer_begin(writer);
	if (writer->kind->entity == ENTITY_COUNT)
		rc = export_progress(&exporter, filter, writer, err);
	else
		rc = export_entity(&exporter, filter, writer, err);
	row_writer_end(writer);
	if (ferror(writer->to) && writer->reason == 0)
		writer->reason = errno;
	exporter_release(&exporter);
	return rc;
}

int
export_open(const struct store *store, struct out_file *out, const char *path,
    struct err *err)
{
	if (path != NULL && file_is_same(path, store_path(store))) {
		fail(err, "%s is the database itself; name another file", path);
		return -1;
	}
	return out_file_open(out, path, err);
}

int
export_written(const struct store *store, const char *path,
    void (*write)(const void *arg, FILE *to), const void *arg, struct err *err)
{
	struct out_file out;

	if (export_open(store, &out, path, err) != 0)
		return -1;
	write(arg, out.to);
	return out_file_commit(&out, err);
}

int
export_file(struct store *store, const struct store_filter *filter,
    struct row_writer *writer, const char *path, struct err *err)
{
	struct out_file out;

	if (export_open(store, &out, path, err) != 0)
		return -1;
	writer->to = out.to;
	if (export_rows(store, filter, writer, err) != 0) {
		out_file_abandon(&out);
		return -1;
	}
	out.reason = writer->reason;
	return out_file_commit(&out, err);
}
