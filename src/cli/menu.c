/* SPDX-License-Identifier: MIT */
#include "cli/menu.h"

#include <stdio.h>

#include "cli/output.h"

enum { PAGE = 10 }; /* choices told at once: as many as one can hold */

static const char not_a_choice[] = "That is none of the choices.";

void
menu_number(int number)
{
	printf("%d. ", number);
}

void
menu_line(struct str *line)
{
	output_sentence(line->s);
	str_clear(line);
}

/* A menu while it runs. */
struct visit {
	const struct menu *menu;
	void *data;
	struct lines *lines;
	struct choices choices;
	bool tell; /* it, before the next line is read */
};

static void
ask(const struct visit *visit)
{
	const struct menu_way *way = visit->menu->ways;
	struct str line = STR_INIT, more = STR_INIT;
	unsigned ways = 0;

	if (visit->menu->choose == NULL)
		ways |= CHOICES_HEARD;
	if (visit->menu->search != NULL)
		ways |= CHOICES_SEARCH;
	if (visit->menu->filter != NULL)
		ways |= CHOICES_FILTER;
	if (!visit->menu->is_first)
		ways |= CHOICES_BACK;
	for (; way != NULL && way->letter != '\0'; way++)
		str_addf(&more, "%c %s, ", way->letter, way->text);
	choices_ask(&line, &visit->choices, ways, more.s);
	menu_line(&line);
	str_release(&more);
	str_release(&line);
}

/* What was said is answered; the menu need not be heard again for it. */
static void
say(struct visit *visit, const char *what)
{
	output_sentence(what);
	visit->tell = false;
}

/* What went wrong is said.  At the end of the input there is nobody who could
 * try again. */
static int
ended(struct visit *visit, int rc, const struct err *problem, struct err *err)
{
	if (rc >= 0)
		return rc;
	if (visit->lines->ended) {
		*err = *problem;
		return -1;
	}
	say(visit, problem->text);
	return MENU_BACK;
}

static int
follow(struct visit *visit, int number, struct err *err)
{
	struct err problem = {0};
	int rc;

	if (visit->menu->choose == NULL ||
	    !choices_on_page(&visit->choices, number)) {
		say(visit, "There is no such number here.");
		return MENU_BACK;
	}
	rc = visit->menu->choose(visit->data, number, &problem);
	return ended(visit, rc, &problem, err);
}

static int
go(struct visit *visit, char letter, struct err *err)
{
	const struct menu_way *way = visit->menu->ways;
	struct err problem = {0};
	int rc;

	while (way != NULL && way->letter != '\0' && way->letter != letter)
		way++;
	if (way == NULL || way->letter == '\0') {
		say(visit, not_a_choice);
		return MENU_BACK;
	}
	rc = way->go(visit->data, &problem);
	return ended(visit, rc, &problem, err);
}

static int
filter(struct visit *visit, struct err *err)
{
	struct err problem = {0};
	int rc;

	if (visit->menu->filter == NULL) {
		say(visit, "Nothing is filtered here.");
		return MENU_BACK;
	}
	visit->choices.from = 0;
	rc = visit->menu->filter(visit->data, &problem);
	return ended(visit, rc, &problem, err);
}

static void
search(struct visit *visit, const char *words)
{
	if (visit->menu->search == NULL) {
		say(visit, "Nothing is searched here.");
		return;
	}
	visit->choices.from = 0;
	visit->menu->search(visit->data, words);
}

/* Does what a line asks for; `*back` ends the menu. */
static int
answer(struct visit *visit, bool *back, struct err *err)
{
	struct wish wish = wish_read(visit->lines->line.s);

	switch (wish.kind) {
	case WISH_CHOICE:
		return follow(visit, wish.number, err);
	case WISH_REPEAT:
		break;
	case WISH_NEXT:
		if (!choices_next(&visit->choices))
			say(visit, "There is no next page.");
		break;
	case WISH_PREVIOUS:
		if (!choices_previous(&visit->choices))
			say(visit, "There is no page before.");
		break;
	case WISH_SEARCH:
		search(visit, wish.text);
		break;
	case WISH_FILTER:
		return filter(visit, err);
	case WISH_LETTER:
		return go(visit, wish.letter, err);
	case WISH_BACK:
		*back = true;
		break;
	case WISH_LEAVE:
		return MENU_LEAVE;
	case WISH_UNKNOWN:
		say(visit, not_a_choice);
		break;
	}
	return MENU_BACK;
}

static int
tell(struct visit *visit, struct err *err)
{
	if (!visit->tell)
		return 0;
	putchar('\n');
	return visit->menu->tell(visit->data, &visit->choices, err);
}

int
menu_run(
    const struct menu *menu, void *data, struct lines *lines, struct err *err)
{
	struct visit visit = {
	    .menu = menu,
	    .data = data,
	    .lines = lines,
	    .choices = {.room = PAGE},
	    .tell = true,
	};
	bool back = false;
	int rc = MENU_BACK;

	while (rc == MENU_BACK && !back) {
		if (tell(&visit, err) != 0)
			return -1;
		ask(&visit);
		if (output_reader_gone() || !lines_read(lines))
			return MENU_LEAVE;
		visit.tell = true;
		rc = answer(&visit, &back, err);
	}
	return rc;
}
