/* SPDX-License-Identifier: MIT */
/* One field after the other, from text to its type. */
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/number.h"
#include "io/import_run.h"

static bool
parse_bool(const char *text, const char **value)
{
	static const char *const yes[] = {"yes", "y", "true", "1"};
	static const char *const no[] = {"no", "n", "false", "0"};

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++) {
		if (strcasecmp(text, yes[i]) == 0) {
			*value = "yes";
			return true;
		}
		if (strcasecmp(text, no[i]) == 0) {
			*value = "no";
			return true;
		}
	}
	return false;
}

static bool
is_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_LIST ||
	       type == COLUMN_BOOL;
}

static const char *
wanted(enum column_type type)
{
	switch (type) {
	case COLUMN_INT:
		return "a whole number";
	case COLUMN_NUMBER:
		return "a number, with a dot before the decimals";
	case COLUMN_TIME:
		return "a UTC time such as 2026-11-20T09:30:00Z";
	case COLUMN_BOOL:
		return "yes or no";
	case COLUMN_TEXT:
	case COLUMN_LIST:
		return "a text";
	}
	return "";
}

/* As an export writes it: what is exported and imported again is the same. */
static bool
parse_number(const char *text, double *value)
{
	char short_text[NUMBER_SIZE];

	if (!number_parse(text, value))
		return false;
	number_text(short_text, *value);
	return number_parse(short_text, value);
}

static bool
parse(enum column_type type, const char *text, struct field_value *value)
{
	*value = (struct field_value){.kind = VALUE_TEXT, .s = text};
	switch (type) {
	case COLUMN_TEXT:
	case COLUMN_LIST:
		return true;
	case COLUMN_BOOL:
		return parse_bool(text, &value->s);
	case COLUMN_INT:
		value->kind = VALUE_INT;
		return number_parse_int(
		    text, -INT64_C(1000000000), INT64_C(1000000000), &value->i);
	case COLUMN_NUMBER:
		value->kind = VALUE_REAL;
		return parse_number(text, &value->r);
	case COLUMN_TIME:
		value->kind = VALUE_INT;
		return date_parse_utc(text, &value->i);
	}
	return false;
}

bool
import_fields(struct import_run *run, const struct csv_record *record,
    struct field_value *facts)
{
	bool good = true;

	for (int i = 0; run->kind->columns[i].name != NULL; i++) {
		const struct column *column = &run->kind->columns[i];
		int at = run->column_of[i];
		const char *text = NULL;

		if (column->fact == DERIVED)
			continue;
		if (at >= 0 && at < (int)record->n)
			text = record->fields[at];
		if (text != NULL && run->options->safe && is_text(column->type))
			text = csv_unsafe(text);
		facts[column->fact] = (struct field_value){
		    .kind = VALUE_NONE,
		    .s = is_text(column->type) ? "" : NULL,
		};
		if (text == NULL || *text == '\0') {
			if (!column->required)
				continue;
			import_problem(run, record->line, i, "%s is missing",
			    column->name);
			good = false;
		} else if (!parse(column->type, text, &facts[column->fact])) {
			import_problem(run, record->line, i,
			    "%s is '%.40s', wanted %s", column->name, text,
			    wanted(column->type));
			good = false;
		}
	}
	return good;
}
