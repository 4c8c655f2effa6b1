/* SPDX-License-Identifier: MIT */
#include "core/calibration.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/number.h"

enum { SCORE_SIGN = ':', WHY_SIGN = '=' };

/* Splits `signal:rating` in place; NULL where there is no sign. */
static char *
value_of(char *item, int sign)
{
	char *at = strchr(item, sign);

	if (at != NULL)
		*at++ = '\0';
	return at;
}

/* The value of the signal's item, owned; NULL where there is none. */
static char *
find_value(const char *joined, const char *signal, int sign)
{
	struct list_of list;
	char *found = NULL;

	list_of_parse(&list, joined);
	for (size_t i = 0; i < list.n && found == NULL; i++) {
		const char *value = value_of(list.items[i], sign);

		if (value != NULL && strcmp(list.items[i], signal) == 0)
			found = mem_text(value);
	}
	list_of_release(&list);
	return found;
}

static int
rating_of(const char *text)
{
	int64_t rating;

	return number_parse_int(text, RATING_LOW, RATING_HIGH, &rating)
		   ? (int)rating
		   : 0;
}

int
calibration_score(const char *scores, const char *signal)
{
	char *value = find_value(scores, signal, SCORE_SIGN);
	int rating = value != NULL ? rating_of(value) : 0;

	free(value);
	return rating;
}

char *
calibration_why(const char *why, const char *signal)
{
	char *value = find_value(why, signal, WHY_SIGN);

	return value != NULL ? value : mem_text("");
}

/* Notes the signal of an item; false, saying why, where it has none or one
 * that was there already. */
static bool
check_signal(const char *item, const struct rubric *rubric, bool *seen,
    char problem[CALIBRATION_PROBLEM])
{
	int at = rubric_find(rubric, item);

	if (at < 0) {
		snprintf(problem, CALIBRATION_PROBLEM,
		    "rubric '%.40s' has no signal '%.40s'", rubric->key, item);
		return false;
	}
	if (seen[at]) {
		snprintf(problem, CALIBRATION_PROBLEM,
		    "signal '%.40s' stands there twice", item);
		return false;
	}
	seen[at] = true;
	return true;
}

static bool
check_score(char *item, const struct rubric *rubric, bool *seen,
    char problem[CALIBRATION_PROBLEM])
{
	const char *value = value_of(item, SCORE_SIGN);

	if (value == NULL || rating_of(value) == 0) {
		snprintf(problem, CALIBRATION_PROBLEM,
		    "'%.40s' is '%.20s', wanted a whole number from 1 to 5 "
		    "after a colon",
		    item, value != NULL ? value : "");
		return false;
	}
	return check_signal(item, rubric, seen, problem);
}

static bool
check_reason(char *item, const struct rubric *rubric, bool *seen,
    char problem[CALIBRATION_PROBLEM])
{
	if (value_of(item, WHY_SIGN) == NULL) {
		snprintf(problem, CALIBRATION_PROBLEM,
		    "'%.40s' has no sentence after an equals sign", item);
		return false;
	}
	return check_signal(item, rubric, seen, problem);
}

static bool
check_all(const struct rubric *rubric, const bool *seen, const char *what,
    char problem[CALIBRATION_PROBLEM])
{
	for (size_t i = 0; i < rubric->n; i++) {
		if (seen[i])
			continue;
		snprintf(problem, CALIBRATION_PROBLEM,
		    "signal '%.40s' has no %s", rubric->signals[i].key, what);
		return false;
	}
	return true;
}

bool
calibration_check_scores(const char *scores, const struct rubric *rubric,
    char problem[CALIBRATION_PROBLEM])
{
	bool seen[RUBRIC_SIGNALS] = {0}, good = true;
	struct list_of list;

	list_of_parse(&list, scores);
	for (size_t i = 0; i < list.n && good; i++)
		good = check_score(list.items[i], rubric, seen, problem);
	list_of_release(&list);
	return good && check_all(rubric, seen, "rating", problem);
}

bool
calibration_check_why(const char *why, const struct rubric *rubric,
    char problem[CALIBRATION_PROBLEM])
{
	bool seen[RUBRIC_SIGNALS] = {0}, good = true;
	struct list_of list;

	list_of_parse(&list, why);
	for (size_t i = 0; i < list.n && good; i++)
		good = check_reason(list.items[i], rubric, seen, problem);
	list_of_release(&list);
	return good && check_all(rubric, seen, "sentence", problem);
}
