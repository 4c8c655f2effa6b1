/* SPDX-License-Identifier: MIT */
/*
 * A numbered list that is told page by page, and what a line of input wants of
 * it.  Pure: printing and reading are the caller's.
 */
#ifndef BASE_CHOICES_H
#define BASE_CHOICES_H

#include <stdbool.h>

#include "base/str.h"

/* Choices are numbered from 1 on, over all pages.  Invariant: `from` is the
 * first one of a page and below `n`, or 0. */
struct choices {
	int n;
	int from; /* those before the page */
	int room; /* on a page, more than 0 */
};

/* There are now `n`; the page stays where it can. */
void choices_fit(struct choices *choices, int n);

/* The number of the page's last choice; `from` when there is none. */
int choices_last(const struct choices *choices);

bool choices_on_page(const struct choices *choices, int number);

/* False where there is no such page. */
bool choices_next(struct choices *choices);
bool choices_previous(struct choices *choices);

/* What a line asks for. */
enum wish_kind {
	WISH_UNKNOWN,
	WISH_CHOICE,   /* `number` */
	WISH_REPEAT,   /* an empty line, ?, help */
	WISH_NEXT,     /* n */
	WISH_PREVIOUS, /* p */
	WISH_SEARCH,   /* / and `text`, which may be empty */
	WISH_FILTER,   /* f */
	WISH_LETTER,   /* another one alone: `letter` */
	WISH_BACK,     /* b, 0, back */
	WISH_LEAVE,    /* q, quit, exit */
};

struct wish {
	enum wish_kind kind;
	int number;
	const char *text; /* borrowed from the line */
	char letter;      /* a small one */
};

/* Letters and words go in either case, blanks around them don't matter. */
struct wish wish_read(const char *line);

/* What else can be done where choices are told. */
enum choices_way {
	CHOICES_SEARCH = 1,
	CHOICES_BACK = 2,
	CHOICES_FILTER = 4,
	CHOICES_HEARD = 8, /* nothing is chosen: they are only told */
};

/* Appends what may be replied: `1 to 10 chooses, n next page, …`; `ways` is of
 * the bits above, `more` what letters do, `v views, `, or "". */
void choices_ask(struct str *out, const struct choices *choices, unsigned ways,
    const char *more);

#endif
