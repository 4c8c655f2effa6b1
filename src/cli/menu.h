/* SPDX-License-Identifier: MIT */
/*
 * A page of numbered choices in lines: told, answered, told again.  A page is
 * one const table of functions, as a screen is.
 */
#ifndef CLI_MENU_H
#define CLI_MENU_H

#include "base/choices.h"
#include "base/err.h"
#include "cli/lines.h"

/* What ends a menu, where nothing failed. */
enum {
	MENU_BACK = 0,   /* one page up, which is told again */
	MENU_LEAVE = 1,  /* the program; also the end of input */
	MENU_CHOSEN = 2, /* what the menu was for, and its caller goes on */
};

/* What a letter does, beside the choices. */
struct menu_way {
	char letter;      /* a small one that choices.h has no use for */
	const char *text; /* behind it, `views` */
	int (*go)(void *data, struct err *err); /* as a choice */
};

struct menu {
	/* Looks at what is there, calls choices_fit(), and prints what stands
	 * above the choices and the page of them, a line each. */
	int (*tell)(void *data, struct choices *choices, struct err *err);
	/* Goes where a choice leads; MENU_BACK comes back to this menu,
	 * anything else ends it.  NULL: they are only told. */
	int (*choose)(void *data, int number, struct err *err);
	/* Shows only what has these words, "" all of it; NULL: there is no
	 * search. */
	void (*search)(void *data, const char *words);
	/* Lets whoever reads say what is shown; NULL: all of it is. */
	int (*filter)(void *data, struct err *err);
	const struct menu_way *ways; /* ended by a letter 0; NULL: none */
	bool is_first;               /* from here nothing leads back */
};

/* Runs it until it is left: what ended it, or -1 with `err`.  What a
 * choice failed at is said, and the menu goes on, unless the input is at its
 * end. */
int menu_run(
    const struct menu *menu, void *data, struct lines *lines, struct err *err);

/* `3. `, before a choice. */
void menu_number(int number);

/* Prints a line, its text made harmless, and forgets it. */
void menu_line(struct str *line);

#endif
