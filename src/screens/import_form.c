/* SPDX-License-Identifier: MIT */
#include "screens/import_form.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* As the options of the command, which its messages name. */
static const char *const setting_labels[FORM_SETTINGS] = {
    [FORM_KIND] = "Kind",
    [FORM_HEADER] = "Header",
    [FORM_SKIP] = "Skip lines",
    [FORM_DELIMITER] = "Delimiter",
    [FORM_ENCODING] = "Encoding",
    [FORM_LENIENT] = "Lenient",
    [FORM_SAFE] = "Safe texts",
};

/* The first one is 0: found by itself. */
static const char delimiters[] = {'\0', ',', ';', '\t', '|'};
enum { DELIMITERS = sizeof(delimiters) };

/* Names that iconv knows; the first one needs none. */
static const char *const encodings[] = {"UTF-8", "UTF-16", "CP1252", "CP1251",
    "GB18030", "BIG5", "SHIFT_JIS", "EUC-KR", "MACINTOSH", "UTF-16LE",
    "UTF-16BE"};
enum { ENCODINGS = sizeof(encodings) / sizeof(encodings[0]) };

void
import_form_find_columns(struct import_form *form)
{
	for (int i = 0; i < KIND_COLUMNS; i++)
		form->column_of[i] = FORM_FOUND;
}

void
import_form_init(struct import_form *form)
{
	*form = (struct import_form){.kind = FORM_FOUND, .has_header = true};
	import_form_find_columns(form);
}

/* The fields that are read from a file. */
static int
field_count(const struct import_look *look)
{
	int n = 0;

	for (int i = 0;
	     look->kind != NULL && look->kind->columns[i].name != NULL; i++)
		n += look->kind->columns[i].fact != DERIVED;
	return n;
}

int
import_form_rows(const struct import_look *look)
{
	return field_count(look) + FORM_SETTINGS;
}

int
import_form_field(const struct import_look *look, int row)
{
	for (int i = 0;
	     look->kind != NULL && look->kind->columns[i].name != NULL; i++)
		if (look->kind->columns[i].fact != DERIVED && row-- == 0)
			return i;
	return -1;
}

int
import_form_setting(const struct import_look *look, int row)
{
	return row - field_count(look);
}

const char *
import_form_label(const struct import_look *look, int row)
{
	int field = import_form_field(look, row);

	if (field >= 0)
		return look->kind->columns[field].name;
	return setting_labels[import_form_setting(look, row)];
}

static bool
shares_name(const struct import_look *look, int column)
{
	for (int i = 0; i < look->n_columns; i++)
		if (i != column &&
		    strcmp(look->columns[i], look->columns[column]) == 0)
			return true;
	return false;
}

static void
column_value(const struct import_form *form, const struct import_look *look,
    int field, struct str *value)
{
	int column = look->column_of[field];

	if (column < 0 || column >= look->n_columns)
		str_add(value, look->kind->columns[field].required
				   ? "no column; it needs one"
				   : "-");
	else if (*look->columns[column] == '\0')
		str_addf(value, "#%d, without a name", column + 1);
	else if (shares_name(look, column))
		str_addf(value, "%s, #%d", look->columns[column], column + 1);
	else
		str_add(value, look->columns[column]);
	if (form->column_of[field] != FORM_FOUND)
		str_add(value, " (chosen)");
}

static const char *
delimiter_name(char delimiter)
{
	switch (delimiter) {
	case ',':
		return "commas";
	case ';':
		return "semicolons";
	case '\t':
		return "tabs";
	case '|':
		return "bars";
	default:
		return "not known";
	}
}

static void
setting_value(const struct import_form *form, const struct import_look *look,
    enum form_setting setting, struct str *value)
{
	switch (setting) {
	case FORM_KIND:
		str_add(
		    value, look->kind != NULL ? look->kind->name : "not known");
		break;
	case FORM_HEADER:
		str_add(value, form->has_header ? "the first row"
						: "none: the first row is one");
		break;
	case FORM_SKIP:
		str_addf(value, "%d", form->skip_lines);
		break;
	case FORM_DELIMITER:
		str_add(value, delimiter_name(look->delimiter));
		break;
	case FORM_ENCODING:
		str_addf(value, "%s%s", encodings[form->encoding],
		    form->encoding_found ? ", as it seems" : "");
		return;
	case FORM_LENIENT:
		str_add(value, form->lenient ? "yes: mend or skip what fails"
					     : "no: refuse what fails");
		return;
	case FORM_SAFE:
		str_add(value, form->safe ? "yes: undo what made them so"
					  : "no: take them as they are");
		return;
	case FORM_SETTINGS:
		return;
	}
	if ((setting == FORM_KIND && form->kind != FORM_FOUND) ||
	    (setting == FORM_DELIMITER && form->delimiter > 0))
		str_add(value, " (chosen)");
}

void
import_form_value(const struct import_form *form,
    const struct import_look *look, int row, struct str *value)
{
	int field = import_form_field(look, row);

	if (field >= 0)
		column_value(form, look, field, value);
	else
		setting_value(form, look,
		    (enum form_setting)import_form_setting(look, row), value);
}

/* The next of `n`, in a ring. */
static int
turn(int at, int by, int n)
{
	at += by;
	if (at < 0)
		return n - 1;
	return at < n ? at : 0;
}

void
import_form_choose_column(struct import_form *form,
    const struct import_look *look, int field, int column)
{
	form->kind = (int)(look->kind - kinds);
	form->column_of[field] = column;
}

void
import_form_choose_kind(struct import_form *form, int kind)
{
	form->kind = kind;
	import_form_find_columns(form);
}

bool
import_form_find_encoding(struct import_form *form, const char *named)
{
	size_t n = strcspn(named, " ;,");

	for (int i = 1; i < ENCODINGS; i++) {
		if (strlen(encodings[i]) != n ||
		    strncasecmp(encodings[i], named, n) != 0)
			continue;
		form->encoding = i;
		form->encoding_found = true;
		return true;
	}
	return false;
}

/* From no column, where that will do, through all of them. */
static void
change_column(
    struct import_form *form, const struct import_look *look, int field, int by)
{
	int none = look->kind->columns[field].required ? 0 : 1;
	int n = look->n_columns + none, at = look->column_of[field] + none;

	if (look->n_columns == 0)
		return;
	if (at < 0)
		at = by > 0 ? n - 1 : 0;
	import_form_choose_column(form, look, field, turn(at, by, n) - none);
}

static void
change_kind(struct import_form *form, const struct import_look *look, int by)
{
	int n = 0, at;

	while (kinds[n].name != NULL)
		n++;
	at = look->kind != NULL ? (int)(look->kind - kinds) : 0;
	do
		at = turn(at, by, n);
	while (kinds[at].entity == ENTITY_COUNT);
	import_form_choose_kind(form, at);
}

static void
change_setting(struct import_form *form, const struct import_look *look,
    enum form_setting setting, int by)
{
	switch (setting) {
	case FORM_KIND:
		change_kind(form, look, by);
		break;
	case FORM_HEADER:
		form->has_header = !form->has_header;
		break;
	case FORM_SKIP:
		form->skip_lines =
		    turn(form->skip_lines, by, FORM_SKIP_MAX + 1);
		break;
	case FORM_DELIMITER:
		form->delimiter = turn(form->delimiter, by, DELIMITERS);
		import_form_find_columns(form);
		break;
	case FORM_ENCODING:
		form->encoding = turn(form->encoding, by, ENCODINGS);
		form->encoding_found = false;
		break;
	case FORM_LENIENT:
		form->lenient = !form->lenient;
		break;
	case FORM_SAFE:
		form->safe = !form->safe;
		break;
	case FORM_SETTINGS:
		break;
	}
}

void
import_form_change(
    struct import_form *form, const struct import_look *look, int row, int by)
{
	int field = import_form_field(look, row);

	if (field >= 0)
		change_column(form, look, field, by);
	else
		change_setting(form, look,
		    (enum form_setting)import_form_setting(look, row), by);
}

void
import_form_options(struct import_form *form, struct import_options *options)
{
	const struct kind *kind =
	    form->kind == FORM_FOUND ? NULL : &kinds[form->kind];

	options->kind = kind;
	options->no_header = !form->has_header;
	options->skip_lines = (size_t)form->skip_lines;
	options->delimiter = delimiters[form->delimiter];
	options->lenient = form->lenient;
	options->safe = form->safe;
	options->n_maps = 0;
	for (int i = 0; kind != NULL && kind->columns[i].name != NULL; i++) {
		char *map = form->maps[options->n_maps];

		if (form->column_of[i] == FORM_FOUND)
			continue;
		if (form->column_of[i] == FORM_NONE)
			snprintf(
			    map, FORM_MAP_SIZE, "%s=", kind->columns[i].name);
		else
			snprintf(map, FORM_MAP_SIZE, "%s=#%d",
			    kind->columns[i].name, form->column_of[i] + 1);
		options->maps[options->n_maps++] = map;
	}
}

const char *
import_form_encoding(const struct import_form *form)
{
	return form->encoding == 0 ? NULL : encodings[form->encoding];
}
