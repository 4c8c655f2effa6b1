/* SPDX-License-Identifier: MIT */
/* What calibration answers and one's ratings of them must hold. */
#include <stdio.h>

#include "base/utf8.h"
#include "core/calibration.h"
#include "io/import_run.h"

/* Facts by their place (store/statements.c). */
enum {
	ITEM_RUBRIC = 2,
	ITEM_SCORES = 6,
	ITEM_WHY = 7,
	RATING_VALUE = 2,
};

/* The name of the column that is wrong; NULL: none is. */
static const char *
find_wrong(const struct field_value *facts, const struct rubric *rubric,
    char problem[CALIBRATION_PROBLEM])
{
	if (rubric == NULL) {
		snprintf(problem, CALIBRATION_PROBLEM,
		    "rubric '%s' is not known; import the rubrics first",
		    utf8_excerpt(facts[ITEM_RUBRIC].s).s);
		return "rubric";
	}
	if (!calibration_check_scores(facts[ITEM_SCORES].s, rubric, problem))
		return "scores";
	if (!calibration_check_why(facts[ITEM_WHY].s, rubric, problem))
		return "why";
	return NULL;
}

enum row_fate
import_check_calibration(struct import_run *run, size_t line,
    const struct field_value *facts, struct err *err)
{
	char problem[CALIBRATION_PROBLEM];
	const struct rubric *rubric;
	const char *wrong;

	if (store_rubric(run->store, facts[ITEM_RUBRIC].s, &rubric, err) != 0)
		return ROW_REFUSED;
	wrong = find_wrong(facts, rubric, problem);
	if (wrong == NULL)
		return ROW_PUT;
	import_problem(run, line, kind_column(run->kind, wrong), "%s", problem);
	return ROW_REFUSED;
}

/* The item may be gone, or come later: what was rated stays a fact. */
enum row_fate
import_check_calibration_rating(
    struct import_run *run, size_t line, const struct field_value *facts)
{
	int64_t value = facts[RATING_VALUE].i;

	if (value >= RATING_LOW && value <= RATING_HIGH)
		return ROW_PUT;
	import_problem(run, line, kind_column(run->kind, "rating"),
	    "rating must be 1 to 5");
	return ROW_REFUSED;
}
