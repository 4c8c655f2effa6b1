/* SPDX-License-Identifier: MIT */
/* The kind of a file's rows, and the column of a field, as choices. */
#include <stdio.h>

#include "cli/dialogue_import.h"
#include "cli/output.h"

/* Which column is to be taken for a field. */
struct column_page {
	struct import_page *page;
	int field;
};

static bool
can_be_imported(const struct kind *kind)
{
	return kind->entity != ENTITY_COUNT;
}

static int
importable_count(void)
{
	int n = 0;

	for (const struct kind *kind = kinds; kind->name != NULL; kind++)
		n += can_be_imported(kind);
	return n;
}

/* The index of the kind of that number, which is one of them. */
static int
importable(int number)
{
	int i = 0;

	while (!can_be_imported(&kinds[i]) || --number > 0)
		i++;
	return i;
}

static int
kinds_tell(void *data, struct choices *choices, struct err *err)
{
	(void)data;
	(void)err;
	choices_fit(choices, importable_count());
	output_sentence("What is each row of the file?");
	for (int i = choices->from + 1; i <= choices_last(choices); i++) {
		const struct kind *kind = &kinds[importable(i)];

		menu_number(i);
		printf("%s: each is one %s\n", kind->name, kind->about);
	}
	return 0;
}

static int
kinds_choose(void *data, int number, struct err *err)
{
	struct import_page *page = data;

	(void)err;
	import_form_choose_kind(&page->form, importable(number));
	return MENU_CHOSEN;
}

int
import_choose_kind(struct import_page *page, struct err *err)
{
	static const struct menu menu = {
	    .tell = kinds_tell,
	    .choose = kinds_choose,
	};

	return menu_run(&menu, page, &page->dialogue->lines, err);
}

/* With the first row that has something in it. */
static void
tell_column(const struct import_look *look, int column)
{
	struct str line = STR_INIT;
	const char *cell = "";

	if (*look->columns[column] != '\0')
		str_add(&line, look->columns[column]);
	else
		str_addf(&line, "#%d, without a name", column + 1);
	for (int row = 0; row < look->n_rows && *cell == '\0'; row++)
		cell = import_look_cell(look, row, column);
	if (*cell != '\0')
		str_addf(&line, ", as in: %s", cell);
	menu_line(&line);
	str_release(&line);
}

static int
columns_tell(void *data, struct choices *choices, struct err *err)
{
	const struct column_page *columns = data;
	const struct import_look *look = &columns->page->look;
	const struct column *field = &look->kind->columns[columns->field];

	(void)err;
	choices_fit(choices, look->n_columns + (field->required ? 0 : 1));
	printf("Which column has the %s?\n", field->name);
	for (int i = choices->from; i < choices_last(choices); i++) {
		menu_number(i + 1);
		if (i < look->n_columns)
			tell_column(look, i);
		else
			output_sentence("No column");
	}
	return 0;
}

static int
columns_choose(void *data, int number, struct err *err)
{
	const struct column_page *columns = data;
	struct import_page *page = columns->page;
	int column = number <= page->look.n_columns ? number - 1 : FORM_NONE;

	(void)err;
	import_form_choose_column(
	    &page->form, &page->look, columns->field, column);
	return MENU_CHOSEN;
}

static int
fields_tell(void *data, struct choices *choices, struct err *err)
{
	const struct import_page *page = data;
	const struct import_look *look = &page->look;

	(void)err;
	choices_fit(choices, import_form_rows(look) - FORM_SETTINGS);
	output_sentence("What is to be read from another column?");
	for (int i = choices->from; i < choices_last(choices); i++) {
		bool has_column =
		    look->column_of[import_form_field(look, i)] >= 0;
		struct str line = STR_INIT;

		str_addf(&line, "%s: ", import_form_label(look, i));
		if (has_column)
			import_form_value(&page->form, look, i, &line);
		else
			str_add(&line, "no column");
		menu_number(i + 1);
		menu_line(&line);
		str_release(&line);
	}
	return 0;
}

static int
fields_choose(void *data, int number, struct err *err)
{
	static const struct menu menu = {
	    .tell = columns_tell,
	    .choose = columns_choose,
	};
	struct import_page *page = data;
	struct column_page columns = {
	    page, import_form_field(&page->look, number - 1)};

	return menu_run(&menu, &columns, &page->dialogue->lines, err);
}

int
import_choose_column(struct import_page *page, struct err *err)
{
	static const struct menu menu = {
	    .tell = fields_tell,
	    .choose = fields_choose,
	};

	if (page->look.n_columns == 0 || page->look.kind == NULL)
		return fail(err, "no column of it is known");
	return menu_run(&menu, page, &page->dialogue->lines, err);
}
