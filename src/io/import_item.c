/* SPDX-License-Identifier: MIT */
/* What an item of the checklist must hold beyond the types of its fields. */
#include "base/utf8.h"
#include "core/checklist.h"
#include "io/import_run.h"

/* Facts by their place (store/statements.c). */
enum { ITEM_CHECK = 3, ITEM_NEED = 4 };

static enum row_fate
refuse_check(struct import_run *run, size_t line, const char *given)
{
	struct str known = STR_INIT;

	check_names(&known);
	import_problem(run, line, kind_column(run->kind, "check"),
	    "there is no check '%s'; there are %s", utf8_excerpt(given).s,
	    known.s);
	str_release(&known);
	return ROW_REFUSED;
}

static enum row_fate
check_self(struct import_run *run, size_t line, const struct field_value *need)
{
	if (need->kind == VALUE_NONE)
		return ROW_PUT;
	import_problem(run, line, kind_column(run->kind, "need"),
	    "nothing is counted where the check is self: leave need empty");
	return ROW_REFUSED;
}

enum row_fate
import_check_item(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	const struct field_value *need = &facts[ITEM_NEED];
	enum check check;

	if (!check_parse(facts[ITEM_CHECK].s, &check))
		return refuse_check(run, line, facts[ITEM_CHECK].s);
	if (check == CHECK_SELF)
		return check_self(run, line, need);
	if (need->kind == VALUE_INT && need->i >= 1 && need->i <= CHECK_MOST)
		return ROW_PUT;
	import_problem(run, line, kind_column(run->kind, "need"),
	    "the check %s needs a number from 1 to %d", facts[ITEM_CHECK].s,
	    CHECK_MOST);
	return ROW_REFUSED;
}
