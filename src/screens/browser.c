/* SPDX-License-Identifier: MIT */
#include "screens/browser.h"

#include <stdio.h>
#include <stdlib.h>

#include "core/query.h"
#include "screens/frame.h"

enum {
	FILTER_SIZE = 256,
	SEARCH_PAUSE_MS = 1, /* for a key that waits */
};

/* Only for the footer: see search_key(). */
static const struct key_binding typing_keys[] = {
    {{'\n'}, BROWSER_SEARCH, "to the list", NULL},
    {{K_ESC}, BROWSER_BACK, "end search", NULL},
    {{K_CTRL('u')}, BROWSER_SEARCH, "empty", NULL},
    {{0}, 0, NULL, NULL},
};

const struct key_binding *
browser_footer(const struct browser *browser, const struct key_binding *own)
{
	return browser->searching ? typing_keys : own;
}

struct store_filter
browser_filter(const struct browser *browser)
{
	struct store_filter filter =
	    filter_bar_now(&browser->filters, browser->wanted);

	filter.order = browser->order;
	filter.at_once = true;
	if (browser->source->narrow != NULL)
		browser->source->narrow(browser->state, &filter);
	return filter;
}

void
browser_say(struct browser *browser, const char *text)
{
	snprintf(browser->notice, sizeof(browser->notice), "%s", text);
}

static int
load_window(struct browser *browser, struct err *err)
{
	struct store_filter filter = browser_filter(browser);
	int from = browser->list.selected - BROWSER_WINDOW / 2;

	browser->from = from > 0 ? from : 0;
	return browser->source->load(
	    browser->state, &filter, browser->from, &browser->n, err);
}

static int
count(struct browser *browser, int rows, struct err *err)
{
	struct store_filter filter;
	int n;

	free(browser->wanted);
	browser->wanted = query_text(field_text(&browser->search));
	filter = browser_filter(browser);
	if (browser->source->count(browser->desk->store, &filter, &n, err) != 0)
		return -1;
	list_fit(&browser->list, n, rows);
	browser->going = *filter.search != '\0' &&
			 browser->source->going(browser->desk->store);
	return 0;
}

static int
load(struct browser *browser, int rows, struct err *err)
{
	bool joined = store_read_join(browser->desk->store);
	int rc = count(browser, rows, err);

	if (rc == 0)
		rc = load_window(browser, err);
	store_read_leave(browser->desk->store, joined);
	return rc;
}

int
browser_open(struct browser *browser, const struct browser_source *source,
    void *state, struct desk *desk, const struct store_filter *filter, int rows,
    struct err *err)
{
	browser->source = source;
	browser->state = state;
	browser->desk = desk;
	if (filter_bar_load(&browser->filters, desk->store, filter, err) != 0)
		return -1;
	field_init(&browser->search);
	if (filter != NULL && filter->search != NULL)
		field_set(&browser->search, filter->search);
	if (load(browser, rows, err) == 0)
		return 0;
	browser_release(browser);
	return -1;
}

void
browser_release(struct browser *browser)
{
	filter_bar_release(&browser->filters);
	field_release(&browser->search);
	free(browser->wanted);
	browser->wanted = NULL;
}

static void
load_or_say(struct browser *browser, int rows)
{
	struct err err = {0};

	if (load(browser, rows, &err) != 0)
		browser_say(browser, err.text);
}

void
browser_reload(struct browser *browser, int rows)
{
	browser->list = (struct list){0};
	load_or_say(browser, rows);
}

void
browser_select(struct browser *browser, int row, int rows)
{
	browser->list.selected = row;
	load_or_say(browser, rows);
}

static void
search_key(struct browser *browser, int key, int rows)
{
	if (key == '\n') {
		browser->searching = false;
		return;
	}
	if (key == K_ESC) {
		browser->searching = false;
		field_set(&browser->search, "");
	} else if (!field_key(&browser->search, key)) {
		return;
	}
	browser_reload(browser, rows);
}

static void
filter_key(struct browser *browser, int rows, void (*next)(struct filter_bar *))
{
	next(&browser->filters);
	browser_reload(browser, rows);
}

static void
search_on(struct browser *browser, int rows)
{
	struct store_filter filter = browser_filter(browser);
	struct err err = {0};

	if (browser->source->search_on(browser->desk->store, &filter, &err) ==
	    0) {
		load_or_say(browser, rows);
		return;
	}
	browser->going = false;
	browser_say(browser, err.text);
}

int64_t
browser_deadline(const struct browser *browser, struct instant now)
{
	return browser->going ? now.mono_ms + SEARCH_PAUSE_MS : -1;
}

/* Esc ends a search first; q leaves at once. */
static struct outcome
go_back(struct browser *browser, int key, int rows)
{
	if (key != K_ESC || *field_text(&browser->search) == '\0')
		return OUTCOME_POP;
	field_set(&browser->search, "");
	load_or_say(browser, rows);
	return OUTCOME_STAY;
}

static bool
act(struct browser *browser, int action, int key, int rows,
    struct outcome *outcome)
{
	switch (action) {
	case BROWSER_SEARCH:
		browser->searching = true;
		return true;
	case BROWSER_ROUND:
		filter_key(browser, rows, filter_bar_next_round);
		return true;
	case BROWSER_COMPANY:
		filter_key(browser, rows, filter_bar_next_company);
		return true;
	case BROWSER_LEVEL:
		filter_key(browser, rows, filter_bar_next_level);
		return true;
	case BROWSER_BACK:
		*outcome = go_back(browser, key, rows);
		return true;
	case BROWSER_MOVE:
		list_key(&browser->list, key, rows);
		return true;
	default: /* the screen's own */
		return false;
	}
}

/* The rows that a page may show must be in the window. */
static void
follow(struct browser *browser, int rows)
{
	struct err err = {0};
	int last = browser->list.top + rows;

	list_fit(&browser->list, browser->list.n, rows);
	if (last > browser->list.n)
		last = browser->list.n;
	if (browser->list.top >= browser->from &&
	    last <= browser->from + browser->n)
		return;
	if (load_window(browser, &err) != 0)
		browser_say(browser, err.text);
}

bool
browser_event(struct browser *browser, const struct key_binding *keys,
    const struct event *event, int rows, struct outcome *outcome)
{
	bool taken = true;

	*outcome = OUTCOME_STAY;
	if (event->kind == EVENT_KEY) {
		browser->notice[0] = '\0';
		if (browser->searching)
			search_key(browser, event->key, rows);
		else
			taken = act(browser, keymap_action(keys, event->key),
			    event->key, rows, outcome);
	} else if (event->kind == EVENT_PASTE && browser->searching) {
		field_paste(&browser->search, event->text, event->len);
		load_or_say(browser, rows);
	} else if (event->kind == EVENT_RESUME) {
		load_or_say(browser, rows);
	} else if (event->kind == EVENT_TICK && browser->going) {
		search_on(browser, rows);
	}
	follow(browser, rows);
	return taken;
}

void
browser_again(struct browser *browser, int rows)
{
	load_or_say(browser, rows);
	follow(browser, rows);
}

int
browser_mouse(
    struct browser *browser, const struct event *event, struct area area)
{
	int key = list_mouse(&browser->list, event, area);

	follow(browser, area.rows);
	return browser->searching ? 0 : key;
}

int
browser_at(const struct browser *browser, int i)
{
	int at = i - browser->from;

	return at >= 0 && at < browser->n ? at : -1;
}

int
browser_selected(const struct browser *browser)
{
	return browser_at(browser, browser->list.selected);
}

bool
browser_limited(const struct browser *browser)
{
	return filter_bar_any(&browser->filters) ||
	       *field_text(&browser->search) != '\0';
}

/* The search, and what else the screen limits it to. */
static void
draw_second_row(
    const struct browser *browser, struct surface *surface, struct area area)
{
	bool searches =
	    browser->searching || *field_text(&browser->search) != '\0';
	char text[FILTER_SIZE] = "";
	int used = 0, room;

	if (browser->source->tell != NULL)
		browser->source->tell(
		    browser->state, searches, text, sizeof(text));
	if (searches) {
		room = *text != '\0' ? area.cols / 2 : area.cols;
		used = surface_text(
		    surface, area.row, 0, room, ROLE_KEY, "search: ");
		field_draw(&browser->search, surface, area.row, used,
		    room - used, browser->searching);
		used = room + 1;
	}
	surface_text_cut(
	    surface, area.row, used, area.cols - used, ROLE_DIM, text);
}

void
browser_draw_head(
    const struct browser *browser, struct surface *surface, struct area area)
{
	struct str text = STR_INIT;
	int used = surface_textf(surface, area.row, 0, area.cols, ROLE_DIM,
	    "%d %s%s%s  ", browser->list.n, browser->source->noun,
	    browser->list.n == 1 ? "" : "s", browser->going ? " so far" : "");

	if (browser->order_text != NULL)
		used += surface_textf(surface, area.row, used, area.cols - used,
		    ROLE_DIM, "%s  ", browser->order_text);
	filter_bar_text(&browser->filters, 0, area.cols - used, &text);
	surface_text_cut(
	    surface, area.row, used, area.cols - used, ROLE_DIM, text.s);
	str_release(&text);
	area.row++;
	draw_second_row(browser, surface, area);
}

void
browser_draw_notice(const struct browser *browser, struct surface *surface)
{
	frame_notice(surface, browser->notice);
}
