/* SPDX-License-Identifier: MIT */
/* What a row names that should be there when it is practised. */
#include <string.h>

#include "base/utf8.h"
#include "io/import_run.h"

/* Rubrics of rounds, levels and loops, rounds of loops. */
static const struct {
	enum entity entity;
	const char *field;
	bool is_round; /* else a rubric */
} references[] = {
    {ENTITY_ROUNDS, "rubric", false},
    {ENTITY_LEVELS, "rubric", false},
    {ENTITY_LOOPS, "round", true},
    {ENTITY_LOOPS, "rubric", false},
};

static bool
is_key(const struct names *names, const char *text)
{
	for (int i = 0; i < names->n; i++)
		if (strcmp(names->keys[i], text) == 0)
			return true;
	return false;
}

void
import_note_references(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	for (size_t i = 0; i < sizeof(references) / sizeof(references[0]);
	     i++) {
		const char *field = references[i].field;
		const struct field_value *fact;
		int at;

		if (references[i].entity != run->kind->entity)
			continue;
		at = kind_column(run->kind, field);
		fact = &facts[run->kind->columns[at].fact];
		if (fact->kind != VALUE_TEXT ||
		    is_key(references[i].is_round ? &run->questions.rounds
						  : &run->questions.rubrics,
			fact->s))
			continue;
		import_problem(run, line, at,
		    "there is no %s '%s' yet; import it before you practise",
		    field, utf8_excerpt(fact->s).s);
	}
}
