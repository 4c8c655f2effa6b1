/* SPDX-License-Identifier: MIT */
#include "cli/sheet_lines.h"

#include <stdio.h>
#include <string.h>

#include "cli/output.h"
#include "cli/practice_show.h"

static const char digits_only[] = "1 to 5: ";
static const char with_words[] =
    "1 to 5, behind a 4 or 5 the words that earn it: ";

/* `4`, `4 some words`; 0: neither. */
static int
parse(const char *line, const char **words)
{
	size_t blanks = strspn(line, " \t");
	int rating = line[blanks] - '0';

	if (rating < RATING_LOW || rating > RATING_HIGH)
		return 0;
	*words = line + blanks + 1;
	blanks = strspn(*words, " \t");
	if (blanks == 0 && **words != '\0')
		return 0;
	*words += blanks;
	return rating;
}

static bool
rate_signal(struct lines *lines, const struct rubric *rubric,
    struct sheet *sheet, bool first)
{
	const char *words;
	int rating;

	show_signal(&rubric->signals[sheet->cursor]);
	do {
		fputs(first ? with_words : digits_only, stdout);
		if (!lines_read(lines))
			return false;
		rating = parse(lines->line.s, &words);
		if (rating == 0)
			printf("That is no number from %d to %d.\n", RATING_LOW,
			    RATING_HIGH);
	} while (rating == 0);
	sheet_rate(sheet, rubric, rating);
	sheet_earn(sheet, words);
	return true;
}

bool
sheet_lines_rate(
    struct lines *lines, const struct rubric *rubric, struct sheet *sheet)
{
	for (size_t i = 0; i < rubric->n; i++)
		if (!rate_signal(lines, rubric, sheet, i == 0))
			return false;
	return true;
}

bool
sheet_lines_metric(struct lines *lines, const struct rubric *rubric,
    struct sheet *sheet, const char *figure)
{
	bool given;

	if (!rubric->metric)
		return true;
	if (figure != NULL) {
		fputs("\nFound in your text: ", stdout);
		output_text(figure);
		fputs(" (Enter: yes)", stdout);
	}
	if (!lines_ask_yes(lines, "\nDid you give a measured result? y or n: ",
		figure != NULL, &given))
		return false;
	sheet_give_metric(sheet, rubric, given);
	return true;
}
