/* SPDX-License-Identifier: MIT */
#include "io/rows.h"

#include <string.h>

#include "base/csv.h"
#include "base/date.h"
#include "base/list.h"
#include "base/number.h"

enum { FLUSH_AT = 1 << 16 };

static const char *const format_names[FORMAT_COUNT] = {
    [FORMAT_CSV] = "csv",
    [FORMAT_JSONL] = "jsonl",
    [FORMAT_JSON] = "json",
};

bool
format_parse(const char *name, enum format *format)
{
	for (int i = 0; i < FORMAT_COUNT; i++) {
		if (strcmp(name, format_names[i]) == 0) {
			*format = (enum format)i;
			return true;
		}
	}
	return false;
}

void
row_writer_begin(struct row_writer *writer)
{
	str_init(&writer->rows);
	writer->reason = 0;
	switch (writer->format) {
	case FORMAT_CSV:
		if (writer->bom)
			fputs("\xef\xbb\xbf", writer->to);
		for (int i = 0; writer->kind->columns[i].name != NULL; i++)
			fprintf(writer->to, "%s%s", i > 0 ? "," : "",
			    writer->kind->columns[i].name);
		fputs("\r\n", writer->to);
		break;
	case FORMAT_JSON:
		writer->json = json_begin(writer->to);
		json_array(&writer->json);
		break;
	case FORMAT_JSONL:
	case FORMAT_COUNT:
		break;
	}
}

static double
as_number(const struct field_value *value)
{
	return value->kind == VALUE_INT ? (double)value->i : value->r;
}

static void
csv_field(struct row_writer *writer, enum column_type type,
    const struct field_value *value)
{
	char number[NUMBER_SIZE], time[DATE_SIZE];
	struct str *row = &writer->rows;

	if (value->kind == VALUE_NONE)
		return;
	switch (type) {
	case COLUMN_TEXT:
	case COLUMN_LIST:
	case COLUMN_BOOL:
		csv_add_text(row, value->s, writer->safe);
		break;
	case COLUMN_INT:
	case COLUMN_NUMBER:
		str_addn(row, number, number_text(number, as_number(value)));
		break;
	case COLUMN_TIME:
		date_utc(time, value->i);
		str_add(row, time);
		break;
	}
}

static void
json_list(struct json *json, const char *joined)
{
	struct list_of list;

	list_of_parse(&list, joined);
	json_array(json);
	for (size_t i = 0; i < list.n; i++)
		json_text(json, list.items[i]);
	json_end(json);
	list_of_release(&list);
}

static void
json_field(
    struct json *json, enum column_type type, const struct field_value *value)
{
	char text[DATE_SIZE];

	if (type == COLUMN_LIST) {
		json_list(json, value->kind == VALUE_NONE ? "" : value->s);
		return;
	}
	if (value->kind == VALUE_NONE) {
		json_null(json);
		return;
	}
	switch (type) {
	case COLUMN_TEXT:
	case COLUMN_LIST:
	case COLUMN_BOOL:
		json_text(json, value->s);
		break;
	case COLUMN_INT:
		json_int(json, value->i);
		break;
	case COLUMN_NUMBER:
		json_number(json, as_number(value));
		break;
	case COLUMN_TIME:
		date_utc(text, value->i);
		json_text(json, text);
		break;
	}
}

static void
json_row(struct json *json, const struct column *columns,
    const struct field_value *values)
{
	json_object(json);
	for (int i = 0; columns[i].name != NULL; i++) {
		json_key(json, columns[i].name);
		json_field(json, columns[i].type, &values[i]);
	}
	json_end(json);
}

static void
flush(struct row_writer *writer)
{
	fwrite(writer->rows.s, 1, writer->rows.len, writer->to);
	str_clear(&writer->rows);
}

/* Rows are gathered and then written at once: a call for each field costs more
 * than its bytes. */
static void
csv_row(struct row_writer *writer, const struct field_value *values)
{
	const struct column *columns = writer->kind->columns;

	for (int i = 0; columns[i].name != NULL; i++) {
		if (i > 0)
			str_ch(&writer->rows, ',');
		csv_field(writer, columns[i].type, &values[i]);
	}
	str_add(&writer->rows, "\r\n");
	if (writer->rows.len >= FLUSH_AT)
		flush(writer);
}

void
row_writer_row(struct row_writer *writer, const struct field_value *values)
{
	const struct column *columns = writer->kind->columns;

	switch (writer->format) {
	case FORMAT_CSV:
		csv_row(writer, values);
		break;
	case FORMAT_JSONL:
		writer->json = json_begin(writer->to);
		json_row(&writer->json, columns, values);
		fputc('\n', writer->to);
		break;
	case FORMAT_JSON:
		json_row(&writer->json, columns, values);
		break;
	case FORMAT_COUNT:
		break;
	}
}

void
row_writer_end(struct row_writer *writer)
{
	flush(writer);
	str_release(&writer->rows);
	if (writer->format != FORMAT_JSON)
		return;
	json_end(&writer->json);
	fputc('\n', writer->to);
}
