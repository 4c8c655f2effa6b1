/* SPDX-License-Identifier: MIT */
/* The history: what it is in history.c, what its keys do in
 * history_act.c, what goes with the selection in history_follow.c, what is seen
 * in history_draw.c. */
#ifndef SCREENS_HISTORY_PARTS_H
#define SCREENS_HISTORY_PARTS_H

#include "screens/browser.h"
#include "screens/history_change.h"
#include "screens/history_filter.h"
#include "screens/session_page.h"
#include "store/annotate.h"
#include "store/history.h"

enum history_action {
	HISTORY_NO_ACTION,
	HISTORY_OPEN,
	HISTORY_NOTE,
	HISTORY_TAG,
	HISTORY_DELETE,
	HISTORY_UNDO,
	HISTORY_ORDER,
	HISTORY_BY_TAG,
	HISTORY_DELETED,
};

extern const struct key_binding history_keys[];

struct history_state {
	struct browser browser;
	struct history_change change;
	struct history_filter own;
	struct names signals; /* for their labels */
	int order;            /* in `orders` */
	int unindexed;        /* answers; 0: nothing to do (search.h) */
	int64_t quiet_from;   /* mono_ms; no key is expected at once */
	int n;
	struct session_row rows[BROWSER_WINDOW];
	/* What is seen has them. */
	struct session_judged judged[BROWSER_WINDOW];
	struct remarks remarks[BROWSER_WINDOW];
	struct session_page preview; /* of the selected session, where wide */
	bool previewed;              /* there is one */
	/* Where the search has hit the selected session: of its id and the
	 * search; "" where nothing is searched for. */
	struct str hit_of, hit;
	struct session_found found; /* for the screen that is opened */
};

/* Where the sessions stand, under the head; the preview is what they leave. */
struct area history_list_area(int rows, int cols, struct area *preview);

/* What a key means that is the history's own. */
struct outcome
history_act(struct history_state *state, const struct event *event);

/* Reads what is shown of the selected session, unless that is there already. */
void history_follow(struct history_state *state, int cols);
void history_drop_preview(struct history_state *state);

/* What has changed shows at once, also in the preview. */
void history_show_again(struct history_state *state, int rows);

/* The same from the first row on, as other sessions are shown. */
void history_show_others(struct history_state *state, int rows);

void history_next_order(struct history_state *state, int rows);

void
history_draw(const void *data, struct surface *surface, struct instant now);

#endif
