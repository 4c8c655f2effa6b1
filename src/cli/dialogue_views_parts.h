/* SPDX-License-Identifier: MIT */
/* A view in lines: its page in dialogue_views.c, its rows in
 * dialogue_views_rows.c. */
#ifndef CLI_DIALOGUE_VIEWS_PARTS_H
#define CLI_DIALOGUE_VIEWS_PARTS_H

#include "cli/dialogue_views.h"
#include "screens/views_parts.h"

struct view_page {
	struct dialogue *dialogue;
	struct shown *shown;
	const struct told_view *what;
	struct shown_review review;
	struct views_data data;
	struct view_rows rows;
	char sentence[VIEW_SENTENCE];
};

/* How a view is told. */
struct told_view {
	const struct view *view;
	const char *text; /* as a choice */
	/* Appends the `i`-th line. */
	void (*tell)(const struct view_page *page, int i, struct str *line);
	/* How many there are; NULL: one a row. */
	int (*count)(const struct view_page *page);
};

/* In the order of their numbers. */
enum { TOLD_VIEWS = 7 };
extern const struct told_view told_views[TOLD_VIEWS];

#endif
