/* SPDX-License-Identifier: MIT */
#include "base/choices.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

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

static const struct {
	const char *word;
	enum wish_kind kind;
} words[] = {
    {"?", WISH_REPEAT},
    {"help", WISH_REPEAT},
    {"n", WISH_NEXT},
    {"next", WISH_NEXT},
    {"p", WISH_PREVIOUS},
    {"f", WISH_FILTER},
    {"b", WISH_BACK},
    {"0", WISH_BACK},
    {"back", WISH_BACK},
    {"q", WISH_LEAVE},
    {"quit", WISH_LEAVE},
    {"exit", WISH_LEAVE},
};

static struct wish
word_wish(const char *word, size_t n)
{
	bool small = *word >= 'a' && *word <= 'z';
	bool big = *word >= 'A' && *word <= 'Z';

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i].word) == n &&
		    strncasecmp(words[i].word, word, n) == 0)
			return (struct wish){.kind = words[i].kind};
	if (n == 1 && (small || big))
		return (struct wish){
		    .kind = WISH_LETTER,
		    .letter = (char)(small ? *word : *word - 'A' + 'a'),
		};
	return (struct wish){.kind = WISH_UNKNOWN};
}

static struct wish
number_wish(const char *digits, size_t n)
{
	char text[NUMBER_SIZE];
	int64_t number;

	if (n >= sizeof(text))
		return (struct wish){.kind = WISH_UNKNOWN};
	memcpy(text, digits, n);
	text[n] = '\0';
	if (!number_parse_int(text, 1, INT_MAX, &number))
		return (struct wish){.kind = WISH_UNKNOWN};
	return (struct wish){.kind = WISH_CHOICE, .number = (int)number};
}

struct wish
wish_read(const char *line)
{
	static const char blanks[] = " \t";
	const char *at = line + strspn(line, blanks);
	size_t n = strlen(at);
	struct wish wish;

	if (*at == '/')
		return (struct wish){
		    .kind = WISH_SEARCH,
		    .text = at + 1 + strspn(at + 1, blanks),
		};
	while (n > 0 && strchr(blanks, at[n - 1]) != NULL)
		n--;
	if (n == 0)
		return (struct wish){.kind = WISH_REPEAT};
	wish = word_wish(at, n);
	return wish.kind != WISH_UNKNOWN ? wish : number_wish(at, n);
}

static void
ask_number(struct str *out, int first, int last)
{
	if (last > first)
		str_addf(out, "%d to %d chooses, ", first, last);
	else if (last == first)
		str_addf(out, "%d chooses, ", first);
}

void
choices_ask(struct str *out, const struct choices *choices, unsigned ways,
    const char *more)
{
	int last = choices_last(choices);

	if ((ways & CHOICES_HEARD) == 0)
		ask_number(out, choices->from + 1, last);
	if (last < choices->n)
		str_add(out, "n next page, ");
	if (choices->from > 0)
		str_add(out, "p page before, ");
	if (ways & CHOICES_SEARCH)
		str_add(out, "/words searches, ");
	if (ways & CHOICES_FILTER)
		str_add(out, "f filters, ");
	str_add(out, more);
	str_add(out, "? repeats, ");
	if (ways & CHOICES_BACK)
		str_add(out, "b goes back, ");
	str_add(out, "q leaves:");
}
