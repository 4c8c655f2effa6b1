/* SPDX-License-Identifier: MIT */
/* What backlogs, tables, interruptions and parts of answers must hold beyond
 * the types of their fields. */
#include <string.h>

#include "base/list.h"
#include "base/utf8.h"
#include "core/material.h"
#include "core/part.h"
#include "io/import_run.h"
#include "store/history.h"

/* Facts by their place (store/statements.c). */
enum {
	MATERIAL_POSITION = 1,
	TABLE_CELLS = 2,
	INTERRUPTION_ROUND = 1,
	INTERRUPTION_LEFT = 2,
	PART_ANSWER = 0,
	PART_KIND = 1,
	PART_POSITION = 2,
};

static bool
check_position(
    struct import_run *run, size_t line, const struct field_value *position)
{
	if (position->i >= 1)
		return true;
	import_problem(run, line, kind_column(run->kind, "position"),
	    "position counts from 1");
	return false;
}

enum row_fate
import_check_backlog(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	return check_position(run, line, &facts[MATERIAL_POSITION])
		   ? ROW_PUT
		   : ROW_REFUSED;
}

enum row_fate
import_check_table(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	struct list_of cells;
	size_t n;

	if (!check_position(run, line, &facts[MATERIAL_POSITION]))
		return ROW_REFUSED;
	list_of_parse(&cells, facts[TABLE_CELLS].s);
	n = cells.n;
	list_of_release(&cells);
	if (n <= FIGURE_COLUMNS)
		return ROW_PUT;
	import_problem(run, line, kind_column(run->kind, "cells"),
	    "%zu cells; a table has up to %d columns", n, FIGURE_COLUMNS);
	return ROW_REFUSED;
}

enum row_fate
import_check_interruption(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	const struct field_value *round = &facts[INTERRUPTION_ROUND];
	const struct field_value *left = &facts[INTERRUPTION_LEFT];

	if (left->kind == VALUE_REAL && left->r <= 0) {
		import_problem(run, line, kind_column(run->kind, "left_s"),
		    "left_s must be more than 0, or empty for any moment");
		return ROW_REFUSED;
	}
	if (round->kind == VALUE_NONE ||
	    names_find(&run->questions.rounds, round->s) != NULL)
		return ROW_PUT;
	import_problem(run, line, kind_column(run->kind, "round"),
	    "round '%s' is not known; leave it empty for every round",
	    utf8_excerpt(round->s).s);
	return ROW_REFUSED;
}

enum row_fate
import_check_part(struct import_run *run, size_t line,
    const struct field_value *facts, struct err *err)
{
	struct answer_known answer;
	enum part_kind kind;
	int rc;

	if (!part_kind_parse(facts[PART_KIND].s, &kind)) {
		import_problem(run, line, kind_column(run->kind, "part"),
		    "part is '%s', wanted priority, clarifying or "
		    "interruption",
		    utf8_excerpt(facts[PART_KIND].s).s);
		return ROW_REFUSED;
	}
	if (!check_position(run, line, &facts[PART_POSITION]))
		return ROW_REFUSED;
	rc = store_answer_known(run->store, facts[PART_ANSWER].s, &answer, err);
	if (rc == 1) {
		answer_known_release(&answer);
		return ROW_PUT;
	}
	if (rc == 0)
		import_problem(run, line, kind_column(run->kind, "answer_id"),
		    "answer '%s' is not there; import the answers first",
		    utf8_excerpt(facts[PART_ANSWER].s).s);
	return ROW_REFUSED;
}
