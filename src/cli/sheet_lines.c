/* SPDX-License-Identifier: MIT */
#include "cli/sheet_lines.h"

#include <stdio.h>
#include <string.h>

#include "base/choices.h"
#include "cli/output.h"
#include "cli/practice_show.h"

static const char digits_only[] = "1 to 5: ";
static const char with_words[] =
    "1 to 5, behind a 4 or 5 the words that earn it; u takes the one before "
    "back, q stops: ";

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

/* What is said in place of a rating; false: nothing more is. */
static bool
answer_other(struct lines *lines, const struct rubric *rubric,
    struct sheet *sheet, bool *undone)
{
	struct wish wish = wish_read(lines->line.s);

	*undone = false;
	if (wish.kind == WISH_LEAVE)
		return false;
	if (wish.kind == WISH_LETTER && wish.letter == 'u') {
		*undone = sheet_undo(sheet, rubric);
		if (!*undone)
			puts("Nothing is rated yet.");
		return true;
	}
	printf("That is no number from %d to %d; q stops.\n", RATING_LOW,
	    RATING_HIGH);
	return true;
}

static bool
rate_signal(struct lines *lines, const struct rubric *rubric,
    struct sheet *sheet, bool first)
{
	const char *words;
	bool undone = false;
	int rating = 0;

	show_signal(&rubric->signals[sheet->cursor]);
	while (rating == 0 && !undone) {
		fputs(first ? with_words : digits_only, stdout);
		if (!lines_read(lines))
			return false;
		rating = parse(lines->line.s, &words);
		if (rating == 0 && !answer_other(lines, rubric, sheet, &undone))
			return false;
	}
	if (rating == 0)
		return true;
	sheet_rate(sheet, rubric, rating);
	sheet_earn(sheet, words);
	return true;
}

bool
sheet_lines_rate(
    struct lines *lines, const struct rubric *rubric, struct sheet *sheet)
{
	bool first = true;

	while (!sheet_signals_rated(sheet, rubric)) {
		if (!rate_signal(lines, rubric, sheet, first))
			return false;
		first = false;
	}
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
