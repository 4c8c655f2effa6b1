/* SPDX-License-Identifier: MIT */
/* The history: its keys in history.c, what is seen in history_draw.c. */
#ifndef SCREENS_HISTORY_PARTS_H
#define SCREENS_HISTORY_PARTS_H

#include "screens/browser.h"
#include "screens/history_change.h"
#include "screens/session_page.h"
#include "store/history.h"

extern const struct key_binding history_keys[];

struct history_state {
	struct browser browser;
	struct history_change change;
	struct names signals; /* for their labels */
	int order;            /* in `orders` */
	int unindexed;        /* answers; 0: nothing to do (search.h) */
	int64_t quiet_from;   /* mono_ms; no key is expected at once */
	int n;
	struct session_row rows[BROWSER_WINDOW];
	struct session_judged judged[BROWSER_WINDOW];
	struct session_page preview; /* of the selected session, where wide */
	bool previewed;              /* there is one */
};

/* Where the sessions stand, under the head; the preview is what they leave. */
struct area history_list_area(int rows, int cols, struct area *preview);

void
history_draw(const void *data, struct surface *surface, struct instant now);

#endif
