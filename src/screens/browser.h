/* SPDX-License-Identifier: MIT */
/*
 * A list that is filtered and searched: history and bank.  Only a window of
 * rows around the selection is read, so that a long list opens as fast as a
 * short one; the screen owns the rows, the browser says which to read.
 */
#ifndef SCREENS_BROWSER_H
#define SCREENS_BROWSER_H

#include "screens/desk.h"
#include "screens/filter_bar.h"
#include "tui/field.h"
#include "tui/list.h"

enum {
	BROWSER_WINDOW = 128, /* rows; more than any screen shows at once */
	BROWSER_HEAD = 2,     /* rows above the list */
};

/* Actions that the browser takes care of; a screen's own begin at 1. */
enum browser_action {
	BROWSER_SEARCH = 100,
	BROWSER_ROUND,
	BROWSER_COMPANY,
	BROWSER_LEVEL,
	BROWSER_BACK,
	BROWSER_MOVE,
};

/* Where the rows come from. */
struct browser_source {
	const char *noun; /* `session`: one of them */
	int (*count)(struct store *store, const struct store_filter *filter,
	    int *n, struct err *err);
	/* Reads up to BROWSER_WINDOW rows from the `from`-th on into the
	 * screen's state, in place of those that were there. */
	int (*load)(void *state, const struct store_filter *filter, int from,
	    int *n, struct err *err);
	/* A search shows what is found within a frame, then the rest; see
	 * store/search.h. */
	bool (*going)(const struct store *store);
	int (*search_on)(struct store *store, const struct store_filter *filter,
	    struct err *err);
	/* Limits it by what is the screen's own; NULL: nothing is. */
	void (*narrow)(const void *state, struct store_filter *filter);
	/* Says how, or what was found; in few words where it is `brief`,
	 * beside a search.  May be NULL. */
	void (*tell)(const void *state, bool brief, char *out, size_t size);
};

struct browser {
	const struct browser_source *source;
	void *state; /* the screen's, for load() */
	struct desk *desk;
	struct filter_bar filters;
	struct field search;
	char *wanted;           /* owned: that, prepared (core/query.h) */
	bool searching;         /* keys go to the search line */
	bool going;             /* more may be found */
	const char *order;      /* store_filter's; NULL: the listing's own */
	const char *order_text; /* how that is told, NULL with `order` */
	struct list list;
	int from, n; /* the window */
	char notice[sizeof(struct err)];
};

/* `rows` is the height of the list; `filter` may be NULL.  After a failure
 * nothing is to be released. */
int browser_open(struct browser *browser, const struct browser_source *source,
    void *state, struct desk *desk, const struct store_filter *filter, int rows,
    struct err *err);
void browser_release(struct browser *browser);

/*
 * Takes an event; true when it was the browser's, and then `*outcome` is what
 * to do.  Otherwise the key is the screen's.
 */
bool browser_event(struct browser *browser, const struct key_binding *keys,
    const struct event *event, int rows, struct outcome *outcome);

/* When the screen is to be woken, so that a search goes on; -1: it is done. */
int64_t browser_deadline(const struct browser *browser, struct instant now);

/* Reads the rows anew, as they have changed, or their order has. */
void browser_again(struct browser *browser, int rows);

/* Reads everything anew, from the first row on. */
void browser_reload(struct browser *browser, int rows);

/* Reads the rows around that one, and selects it. */
void browser_select(struct browser *browser, int row, int rows);

/* What the list is limited to now; borrows from the browser. */
struct store_filter browser_filter(const struct browser *browser);

/* The keys of the footer: `own`, or what keys do while a search is typed. */
const struct key_binding *
browser_footer(const struct browser *browser, const struct key_binding *own);

/* One line over the keys, until the next key. */
void browser_say(struct browser *browser, const char *text);

/* The mouse over the list, see list_mouse(). */
int browser_mouse(
    struct browser *browser, const struct event *event, struct area area);

/* Index of the selected row in the window, or -1. */
int browser_selected(const struct browser *browser);

/* The selected row's index in the window of row `i` of the list, or -1. */
int browser_at(const struct browser *browser, int i);

/* Count, filters and search line, BROWSER_HEAD rows. */
void browser_draw_head(
    const struct browser *browser, struct surface *surface, struct area area);

/* The notice above the footer, when there is one. */
void
browser_draw_notice(const struct browser *browser, struct surface *surface);

/* True when filters or search leave something out. */
bool browser_limited(const struct browser *browser);

/* The browser's part of a key table. */
#define BROWSER_KEYS                                                           \
	{{'/'}, BROWSER_SEARCH, "search", "search; Enter ends typing"},        \
	    {{'r'}, BROWSER_ROUND, "round", "show the next round only"},       \
	    {{'c'}, BROWSER_COMPANY, "company", "show the next company only"}, \
	    {{'l'}, BROWSER_LEVEL, "level", "show the next level only"},       \
	{                                                                      \
		{K_ESC, 'q'}, BROWSER_BACK, "back",                            \
		    "go back; Esc ends a search first"                         \
	}

#endif
