/* SPDX-License-Identifier: MIT */
/* The views of the views screen (views*.c), which lines tell too. */
#ifndef SCREENS_VIEWS_PARTS_H
#define SCREENS_VIEWS_PARTS_H

#include <stdio.h>

#include "core/views.h"
#include "screens/reviewing.h"
#include "tui/bars.h"

enum {
	VIEW_LABEL = 48,
	VIEW_TEXT = 64,
	VIEW_VALUES = 6,
	VIEW_SENTENCE = 192,
	VIEW_WORDS = 60, /* latest answers whose words are counted */
};

/* What the views are drawn from. */
struct views_data {
	const struct reviewing *shared;
	struct store_filter filter;
	struct instant now;
	const struct names *rounds, *levels; /* of the filters */
	struct habit_view habit;             /* of the days with practice */
};

/* A line of a view: a bar with its label and what it says in digits. */
struct view_row {
	char label[VIEW_LABEL], text[VIEW_TEXT];
	double parts[BAR_PARTS];
	double mark;                /* negative: none */
	double values[VIEW_VALUES]; /* for the export; NaN: an empty field */
};

struct view_rows {
	struct view_row *rows; /* owned */
	int n;
	double most; /* the longest bar, or what all stand for */
};

/* One more, cleared, without a mark. */
struct view_row *view_add(struct view_rows *rows);

/* Releases the rows. */
void view_forget(struct view_rows *rows);

struct view {
	const char *name, *title;
	const char *columns;          /* of the export, joined with commas */
	int values;                   /* of them behind the label */
	unsigned without;             /* filters that it does not heed */
	const char *parts[BAR_PARTS]; /* what the bars' parts are; NULL: none */
	const char *const *empty;     /* what to do where there is no row */
	/* Adds the rows and says what they mean. */
	int (*fill)(struct views_data *data, struct view_rows *rows,
	    char sentence[VIEW_SENTENCE], struct err *err);
	/* Draws instead of the bars; may be NULL. */
	void (*draw)(const struct views_data *data, struct surface *surface,
	    struct area area);
};

/* As CSV, with a header. */
void
view_write(const struct view *view, const struct view_rows *rows, FILE *to);

/* In the order that they are gone through. */
enum { VIEWS = 7 };
extern const struct view *const views_all[VIEWS];
extern const struct view verdicts_view, times_view, splits_view, words_view,
    judgement_view, habit_view, coverage_view;

/* views.c: the screen, and what its keys do. */
struct views_state {
	struct reviewing *shared; /* the review's */
	struct views_data data;
	int at; /* in `views_all` */
	struct view_rows rows;
	char sentence[VIEW_SENTENCE];
	int top; /* rows scrolled away */
};

extern const struct key_binding views_keys[];

/* views_draw.c: what is seen; how many rows of the view fit into the body. */
void views_draw(const void *data, struct surface *surface, struct instant now);
int views_room(const struct views_state *state, struct area body);

#endif
