/* SPDX-License-Identifier: MIT */
/* One field after the other, from text to its type. */
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/duration.h"
#include "base/list.h"
#include "base/number.h"
#include "base/utf8.h"
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

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *
skip_space(const char *text)
{
	while (is_space(*text))
		text++;
	return text;
}

/* Somebody else's question without its number and the space around it. */
static const char *
clean_prompt(struct import_run *run, const char *text)
{
	struct str *own = &run->owned[OWN_PROMPT];
	size_t n;

	text = skip_space(text);
	if (run->is_numbered)
		text = skip_space(text + column_numbering(text));
	n = strlen(text);
	while (n > 0 && is_space(text[n - 1]))
		n--;
	if (text[n] == '\0')
		return text;
	str_clear(own);
	str_addn(own, text, n);
	return own->s;
}

/* Somebody else's tags: between commas or semicolons, with brackets and quotes
 * around them at times, as `['array', 'graph']`. */
static const char *
clean_tags(struct import_run *run, const char *text)
{
	static const char between[] = ",;|", around[] = " \t\r\n[]'\"";
	struct str *own = &run->owned[OWN_TAGS];

	str_clear(own);
	while (*text != '\0') {
		size_t end = strcspn(text, between), n = end;
		size_t skip = strspn(text, around);

		while (n > skip && strchr(around, text[n - 1]) != NULL)
			n--;
		if (n > skip)
			list_of_joinn(own, text + skip, n - skip);
		text += end;
		text += *text != '\0';
	}
	return own->s;
}

/* What stands in other people's banks in a way of their own. */
static const char *
clean(struct import_run *run, const struct column *column, const char *text)
{
	if (run->kind->entity != ENTITY_QUESTIONS || run->is_own)
		return text;
	if (column->required)
		return clean_prompt(run, text);
	return column->fact == QUESTION_TAGS ? clean_tags(run, text) : text;
}

/* The field as it stands in the file; NULL when it is missing in this row. */
static const char *
field_text(struct import_run *run, const struct csv_record *record, int field)
{
	const struct column *column = &run->kind->columns[field];
	size_t at = (size_t)run->column_of[field];
	const char *text = at < record->n ? record->fields[at] : NULL;

	if (text == NULL)
		return NULL;
	if (run->options->safe && is_text(column->type))
		text = csv_unsafe(text);
	text = clean(run, column, text);
	return *text != '\0' ? text : NULL;
}

/* The only number of somebody else's question is its time. */
static bool
is_time(const struct import_run *run, const struct column *column)
{
	return run->kind->entity == ENTITY_QUESTIONS && !run->is_own &&
	       column->type == COLUMN_NUMBER;
}

static bool
parse_field(const struct import_run *run, const struct column *column,
    const char *text, struct field_value *value)
{
	if (!is_time(run, column))
		return parse(column->type, text, value);
	value->kind = VALUE_REAL;
	return duration_parse(text, run->time_unit, &value->r);
}

/* A wrong field of a question that can do without it is left empty where that
 * is asked for; else it refuses the file. */
static bool
refuse_field(struct import_run *run, size_t line, int field, const char *text)
{
	const struct column *column = &run->kind->columns[field];
	bool can_go = run->options->lenient && !column->required &&
		      run->kind->entity == ENTITY_QUESTIONS;

	import_problem(run, line, field, "%s is '%s', wanted %s%s",
	    column->name, utf8_excerpt(text).s,
	    is_time(run, column) ? "a time such as 180, 5 min or 2:30"
				 : wanted(column->type),
	    can_go ? "; left empty" : "");
	if (can_go)
		import_count_repair(run, line);
	return can_go;
}

void
import_fields_begin(struct import_run *run)
{
	const struct column *columns = run->kind->columns;

	run->n_read = run->n_facts = 0;
	for (int i = 0; columns[i].name != NULL; i++) {
		if (columns[i].fact == DERIVED)
			continue;
		if (columns[i].fact >= run->n_facts)
			run->n_facts = columns[i].fact + 1;
		run->missing[columns[i].fact] = (struct field_value){
		    .kind = VALUE_NONE,
		    .s = is_text(columns[i].type) ? "" : NULL,
		};
		if (run->column_of[i] >= 0)
			run->fields_read[run->n_read++] = i;
	}
}

bool
import_fields(struct import_run *run, const struct csv_record *record,
    struct field_value facts[ENTITY_FIELDS])
{
	bool good = true;

	memcpy(facts, run->missing, (size_t)run->n_facts * sizeof(*facts));
	for (int i = 0; i < run->n_read; i++) {
		int field = run->fields_read[i];
		const struct column *column = &run->kind->columns[field];
		struct field_value *fact = &facts[column->fact];
		const char *text = field_text(run, record, field);

		if (text == NULL && column->required) {
			import_problem(run, record->line, field,
			    "%s is missing", column->name);
			good = false;
		} else if (text != NULL &&
			   !parse_field(run, column, text, fact)) {
			*fact = run->missing[column->fact];
			good = refuse_field(run, record->line, field, text) &&
			       good;
		}
	}
	return good;
}
