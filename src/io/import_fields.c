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

static const char *
skip_space(const char *text)
{
	return text + strspn(text, " \t\r\n");
}

/* Somebody else's question without its number and the space around it. */
static const char *
clean_prompt(struct import_run *run, const char *text)
{
	struct str *own = &run->owned[OWN_PROMPT];

	text = skip_space(text);
	if (run->is_numbered)
		text = skip_space(text + column_numbering(text));
	str_clear(own);
	str_add(own, text);
	while (own->len > 0 && strchr(" \t\r\n", own->s[own->len - 1]) != NULL)
		str_cut(own, own->len - 1);
	return own->s;
}

/* Somebody else's tags: between commas or semicolons, with brackets and quotes
 * around them at times, as `['array', 'graph']`. */
static const char *
clean_tags(struct import_run *run, const char *text)
{
	static const char between[] = ",;|", around[] = " \t\r\n[]'\"";
	struct str *own = &run->owned[OWN_TAGS];
	struct str tag = STR_INIT;

	str_clear(own);
	while (*text != '\0') {
		size_t n = strcspn(text, between), skip = strspn(text, around);

		str_clear(&tag);
		if (skip < n)
			str_addn(&tag, text + skip, n - skip);
		while (
		    tag.len > 0 && strchr(around, tag.s[tag.len - 1]) != NULL)
			str_cut(&tag, tag.len - 1);
		if (tag.len > 0)
			list_of_join(own, tag.s);
		text += n;
		text += *text != '\0';
	}
	str_release(&tag);
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

/* The field as it stands in the file; NULL when it is not there. */
static const char *
field_text(struct import_run *run, const struct csv_record *record, int field)
{
	const struct column *column = &run->kind->columns[field];
	int at = run->column_of[field];
	const char *text = NULL;

	if (at >= 0 && at < (int)record->n)
		text = record->fields[at];
	if (text == NULL)
		return NULL;
	if (run->options->safe && is_text(column->type))
		text = csv_unsafe(text);
	text = clean(run, column, text);
	return *text != '\0' ? text : NULL;
}

/* The only number of a question is its time. */
static bool
parse_field(const struct import_run *run, const struct column *column,
    const char *text, struct field_value *value)
{
	if (run->kind->entity != ENTITY_QUESTIONS ||
	    column->type != COLUMN_NUMBER || run->is_own)
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
	    column->name, utf8_excerpt(text).s, wanted(column->type),
	    can_go ? "; left empty" : "");
	if (can_go)
		import_count_repair(run, line);
	return can_go;
}

bool
import_fields(struct import_run *run, const struct csv_record *record,
    struct field_value *facts)
{
	bool good = true;

	for (int i = 0; run->kind->columns[i].name != NULL; i++) {
		const struct column *column = &run->kind->columns[i];
		const struct field_value none = {
		    .kind = VALUE_NONE,
		    .s = is_text(column->type) ? "" : NULL,
		};
		struct field_value *fact = &facts[column->fact];
		const char *text;

		if (column->fact == DERIVED)
			continue;
		*fact = none;
		text = field_text(run, record, i);
		if (text == NULL && column->required) {
			import_problem(run, record->line, i, "%s is missing",
			    column->name);
			good = false;
		} else if (text != NULL &&
			   !parse_field(run, column, text, fact)) {
			*fact = none;
			good = refuse_field(run, record->line, i, text) && good;
		}
	}
	return good;
}
