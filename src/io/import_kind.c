/* SPDX-License-Identifier: MIT */
/* Which kind a file is of, by its header. */
#include "io/import_run.h"

enum { SHARED_COLUMNS = 3 }; /* fewer of a kind's are chance, but for all */

static bool
has_columns(
    const struct survey *survey, const struct kind *kind, bool required_only)
{
	for (int i = 0; kind->columns[i].name != NULL; i++)
		if ((kind->columns[i].required || !required_only) &&
		    import_column(survey, kind->columns[i].name) < 0)
			return false;
	return true;
}

/* All that it needs, and nothing else, as of a history by hand.  Two columns
 * may be anything. */
static bool
is_made_of(const struct survey *survey, const struct kind *kind)
{
	int own = 0;

	for (int i = 0; kind->columns[i].name != NULL; i++)
		own += import_column(survey, kind->columns[i].name) >= 0;
	return own >= SHARED_COLUMNS && own == survey->n &&
	       has_columns(survey, kind, true);
}

const struct kind *
import_guess_kind(const struct survey *survey)
{
	for (const struct kind *kind = kinds; kind->name != NULL; kind++)
		if (has_columns(survey, kind, false))
			return kind;
	for (const struct kind *kind = kinds; kind->name != NULL; kind++)
		if (kind->entity != ENTITY_COUNT &&
		    kind->entity != ENTITY_QUESTIONS &&
		    is_made_of(survey, kind))
			return kind;
	return kind_find("questions");
}

/* How many of the kind's columns the file has; 0 where two that it needs are
 * missing. */
static int
shared_columns(const struct survey *survey, const struct kind *kind)
{
	int shared = 0, missing = 0;

	for (int i = 0; kind->columns[i].name != NULL; i++) {
		bool there = import_column(survey, kind->columns[i].name) >= 0;

		shared += there;
		missing += !there && kind->columns[i].required;
	}
	return missing <= 1 ? shared : 0;
}

const struct kind *
import_likely_kind(const struct survey *survey)
{
	const struct kind *best = NULL;
	int most = survey->n / 2;

	for (const struct kind *kind = kinds; kind->name != NULL; kind++) {
		int shared = shared_columns(survey, kind);

		if (kind->entity == ENTITY_COUNT ||
		    kind->entity == ENTITY_QUESTIONS || shared <= most ||
		    (shared < SHARED_COLUMNS && shared < survey->n))
			continue;
		most = shared;
		best = kind;
	}
	return best;
}
