/* SPDX-License-Identifier: MIT */
/* Which column of a file is which field. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "io/import_run.h"

/* Column names compare without case and surrounding spaces. */
static bool
same_name(const char *column, const char *field)
{
	size_t n;

	if (column == NULL)
		return false;
	while (*column == ' ' || *column == '\t')
		column++;
	n = strlen(column);
	while (n > 0 && (column[n - 1] == ' ' || column[n - 1] == '\t'))
		n--;
	return strlen(field) == n && strncasecmp(column, field, n) == 0;
}

static int
find_column(const struct csv_record *header, const char *name)
{
	for (size_t i = 0; i < header->n; i++)
		if (same_name(header->fields[i], name))
			return (int)i;
	return -1;
}

static void
list_columns(const struct csv_record *header, struct str *out)
{
	for (size_t i = 0; i < header->n; i++)
		str_addf(out, "%s%s", i > 0 ? ", " : "",
		    header->fields[i] ? header->fields[i] : "(empty)");
}

/* The file's kind is the first whose own columns it has, all of them;
 * questions otherwise. */
static const struct kind *
guess_kind(const struct csv_record *header)
{
	for (const struct kind *kind = kinds; kind->name != NULL; kind++) {
		bool all = true;

		for (int i = 0; kind->columns[i].name != NULL && all; i++)
			all = find_column(header, kind->columns[i].name) >= 0;
		if (all)
			return kind;
	}
	return kind_find("questions");
}

static int
check_repeats(const struct import_run *run, const struct csv_record *header,
    struct err *err)
{
	for (size_t i = 0; i < header->n; i++) {
		if (header->fields[i] == NULL)
			continue;
		for (size_t j = 0; j < i; j++)
			if (header->fields[j] != NULL &&
			    strcasecmp(header->fields[i], header->fields[j]) ==
				0)
				return fail(err,
				    "%s: line %zu: two columns are named "
				    "'%s'; rename one, or choose by number "
				    "with --map FIELD=#%zu",
				    run->options->name, header->line,
				    header->fields[i], i + 1);
	}
	return 0;
}

/* `FIELD=COLUMN`, the column by name or as `#3`. */
static int
apply_map(struct import_run *run, const struct csv_record *header,
    const char *map, struct err *err)
{
	const char *equals = strchr(map, '=');
	char field[64];
	int64_t number;
	int at, column;

	if (equals == NULL || (size_t)(equals - map) >= sizeof(field))
		return fail_as(err, ERR_USAGE,
		    "--map %s: wants FIELD=COLUMN, such as prompt=Question",
		    map);
	memcpy(field, map, (size_t)(equals - map));
	field[equals - map] = '\0';
	at = kind_column(run->kind, field);
	if (at < 0 || run->kind->columns[at].fact == DERIVED)
		return fail_as(err, ERR_USAGE,
		    "--map %s: %s have no field '%s'", map, run->kind->name,
		    field);
	column = find_column(header, equals + 1);
	if (column < 0 && equals[1] == '#' &&
	    number_parse_int(equals + 2, 1, (int64_t)header->n, &number))
		column = (int)number - 1;
	if (column < 0) {
		struct str seen = STR_INIT;

		list_columns(header, &seen);
		fail(err, "%s: --map %s: no such column; the columns are: %s",
		    run->options->name, map, seen.s);
		str_release(&seen);
		return -1;
	}
	run->column_of[at] = column;
	return 0;
}

static int
check_required(const struct import_run *run, const struct csv_record *header,
    struct err *err)
{
	struct str seen = STR_INIT;
	int result = 0;

	for (int i = 0; run->kind->columns[i].name != NULL; i++) {
		const struct column *column = &run->kind->columns[i];

		if (!column->required || run->column_of[i] >= 0)
			continue;
		list_columns(header, &seen);
		result = fail(err,
		    "%s: no column '%s', which %s need; the columns are: %s; "
		    "name the right one with --map %s=COLUMN",
		    run->options->name, column->name, run->kind->name, seen.s,
		    column->name);
		break;
	}
	str_release(&seen);
	return result;
}

int
import_header(
    struct import_run *run, const struct csv_record *header, struct err *err)
{
	run->has_header = true;
	run->n_columns = (int)header->n;
	run->kind = run->options->kind;
	if (run->kind == NULL)
		run->kind = guess_kind(header);
	run->report->kind = run->kind;
	if (run->kind->entity == ENTITY_COUNT)
		return fail(err,
		    "%s: %s is computed and can't be imported; import the "
		    "sessions, answers and ratings that it comes from",
		    run->options->name, run->kind->name);
	if (check_repeats(run, header, err) != 0)
		return -1;
	for (int i = 0; run->kind->columns[i].name != NULL; i++)
		run->column_of[i] =
		    find_column(header, run->kind->columns[i].name);
	for (int i = 0; i < run->options->n_maps; i++)
		if (apply_map(run, header, run->options->maps[i], err) != 0)
			return -1;
	return check_required(run, header, err);
}
