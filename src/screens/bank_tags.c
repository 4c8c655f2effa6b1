/* SPDX-License-Identifier: MIT */
#include "screens/bank_tags.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "screens/frame.h"

enum { ANY = -1 };

static const char question[] = "Tag:";

void
bank_tags_init(struct bank_tags *tags)
{
	*tags = (struct bank_tags){0};
	ask_line_init(&tags->ask);
}

void
bank_tags_release(struct bank_tags *tags)
{
	ask_line_release(&tags->ask);
	tag_counts_release(&tags->all);
	free(tags->shown);
	tags->shown = NULL;
}

static bool
holds(const char *tag, const char *folded)
{
	struct str own = STR_INIT;
	bool is_in;

	utf8_fold(&own, tag, strlen(tag));
	is_in = strstr(own.s, folded) != NULL;
	str_release(&own);
	return is_in;
}

/* The tag itself before one that begins so, that before any other. */
static void
select_best(struct bank_tags *tags, const char *typed)
{
	size_t n = strlen(typed);

	for (int i = tags->list.n - 1; i >= 0 && n > 0; i--)
		if (strncmp(tags->all.tags[tags->shown[i]].tag, typed, n) == 0)
			tags->list.selected = i;
}

/* What fits what was typed; all of them, and any tag, where nothing was. */
static void
filter(struct bank_tags *tags, int rows)
{
	char *typed = ask_line_text(&tags->ask);
	struct str folded = STR_INIT;
	int n = 0;

	utf8_fold(&folded, typed, strlen(typed));
	if (folded.len == 0)
		tags->shown[n++] = ANY;
	for (int i = 0; i < tags->all.n; i++)
		if (folded.len == 0 || holds(tags->all.tags[i].tag, folded.s))
			tags->shown[n++] = i;
	tags->list = (struct list){0};
	tags->list.n = n;
	select_best(tags, typed);
	list_fit(&tags->list, n, rows);
	str_release(&folded);
	free(typed);
}

int
bank_tags_begin(
    struct bank_tags *tags, struct store *store, int rows, struct err *err)
{
	tag_counts_release(&tags->all);
	if (store_question_tags(store, &tags->all, err) != 0)
		return -1;
	tags->shown = mem_grow(
	    tags->shown, (size_t)tags->all.n + 1, sizeof(*tags->shown));
	ask_line_begin(&tags->ask, "");
	filter(tags, rows);
	return 0;
}

/* Letters are typed: the list has what is none. */
static bool
moves(int key)
{
	return key == K_DOWN || key == K_UP || key == K_PAGE_DOWN ||
	       key == K_PAGE_UP;
}

enum asked
bank_tags_event(struct bank_tags *tags, const struct event *event, int rows)
{
	enum asked asked;

	if (event->kind == EVENT_KEY && moves(event->key)) {
		list_key(&tags->list, event->key, rows);
		return ASKED_GOING;
	}
	asked = ask_line_event(&tags->ask, event);
	if (asked == ASKED_GOING)
		filter(tags, rows);
	return asked;
}

char *
bank_tags_chosen(const struct bank_tags *tags)
{
	int at;

	if (tags->list.n == 0)
		return ask_line_text(&tags->ask);
	at = tags->shown[tags->list.selected];
	return mem_text(at == ANY ? "" : tags->all.tags[at].tag);
}

static void
draw_row(const void *arg, int index, struct surface *surface, struct area area,
    enum role role)
{
	const struct bank_tags *tags = arg;
	int at = tags->shown[index];

	if (at == ANY)
		surface_text(
		    surface, area.row, area.col, area.cols, role, "any tag");
	else
		surface_textf(surface, area.row, area.col, area.cols, role,
		    "%5d  %s", tags->all.tags[at].n, tags->all.tags[at].tag);
}

void
bank_tags_draw(
    const struct bank_tags *tags, struct surface *surface, struct area area)
{
	static const char *const none[] = {"No tag holds that.", NULL};

	if (tags->list.n == 0)
		frame_empty(surface, area, none);
	else
		list_draw(&tags->list, surface, area, draw_row, tags);
	ask_line_draw(&tags->ask, surface, question);
}
