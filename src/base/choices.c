/* SPDX-License-Identifier: MIT */
#include "base/choices.h"

#include <limits.h>
#include <string.h>

#include "base/number.h"

void
choices_fit(struct choices *choices, int n)
{
	choices->n = n;
	while (choices->from > 0 && choices->from >= n)
		choices->from -= choices->room;
}

int
choices_last(const struct choices *choices)
{
	int last = choices->from + choices->room;

	return last < choices->n ? last : choices->n;
}

bool
choices_on_page(const struct choices *choices, int number)
{
	return number > choices->from && number <= choices_last(choices);
}

bool
choices_next(struct choices *choices)
{
	if (choices_last(choices) == choices->n)
		return false;
	choices->from += choices->room;
	return true;
}

bool
choices_previous(struct choices *choices)
{
	if (choices->from == 0)
		return false;
	choices->from -= choices->room;
	return true;
}

static enum wish_kind
letter_wish(char letter)
{
	static const struct {
		char letter;
		enum wish_kind kind;
	} letters[] = {
	    {'?', WISH_REPEAT},
	    {'n', WISH_NEXT},
	    {'N', WISH_NEXT},
	    {'p', WISH_PREVIOUS},
	    {'P', WISH_PREVIOUS},
	    {'f', WISH_FILTER},
	    {'F', WISH_FILTER},
	    {'b', WISH_BACK},
	    {'B', WISH_BACK},
	    {'0', WISH_BACK},
	    {'q', WISH_LEAVE},
	    {'Q', WISH_LEAVE},
	};

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i].letter == letter)
			return letters[i].kind;
	return WISH_UNKNOWN;
}

static struct wish
number_wish(const char *digits, size_t n)
{
	char text[NUMBER_SIZE];
	int64_t number;

	if (n >= sizeof(text))
		return (struct wish){WISH_UNKNOWN, 0, NULL};
	memcpy(text, digits, n);
	text[n] = '\0';
	if (!number_parse_int(text, 1, INT_MAX, &number))
		return (struct wish){WISH_UNKNOWN, 0, NULL};
	return (struct wish){WISH_CHOICE, (int)number, NULL};
}

struct wish
wish_read(const char *line)
{
	static const char blanks[] = " \t";
	const char *at = line + strspn(line, blanks);
	size_t n = strlen(at);

	if (*at == '/')
		return (struct wish){
		    WISH_SEARCH, 0, at + 1 + strspn(at + 1, blanks)};
	while (n > 0 && strchr(blanks, at[n - 1]) != NULL)
		n--;
	if (n == 0)
		return (struct wish){WISH_REPEAT, 0, NULL};
	if (n == 1 && letter_wish(*at) != WISH_UNKNOWN)
		return (struct wish){letter_wish(*at), 0, NULL};
	return number_wish(at, n);
}

void
choices_ask(struct str *out, const struct choices *choices, unsigned ways)
{
	int first = choices->from + 1, last = choices_last(choices);

	if (last > first)
		str_addf(out, "%d to %d chooses, ", first, last);
	else if (last == first)
		str_addf(out, "%d chooses, ", first);
	if (last < choices->n)
		str_add(out, "n next page, ");
	if (choices->from > 0)
		str_add(out, "p page before, ");
	if (ways & CHOICES_SEARCH)
		str_add(out, "/words searches, ");
	if (ways & CHOICES_FILTER)
		str_add(out, "f filters, ");
	str_add(out, "? repeats, ");
	if (ways & CHOICES_BACK)
		str_add(out, "b goes back, ");
	str_add(out, "q leaves:");
}
