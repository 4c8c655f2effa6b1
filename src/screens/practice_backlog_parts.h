/* SPDX-License-Identifier: MIT */
/* What the files of the backlog share: where things stand in its pane. */
#ifndef SCREENS_PRACTICE_BACKLOG_PARTS_H
#define SCREENS_PRACTICE_BACKLOG_PARTS_H

#include "screens/practice.h"

enum {
	BACKLOG_FIGURES = 4, /* columns, the feature's name one of them */
	BACKLOG_MARK = 6,    /* `> 1 + `, the cells before them */
	BACKLOG_GAP = 2,
	BACKLOG_RULE = 1, /* over the notes */
};

#define BACKLOG_SAID "Trade-off: "

/* Where it stands within the pane that it shares with the notes. */
struct backlog_place {
	bool table;
	struct area head;   /* the names of the columns */
	struct area list;   /* of the features */
	struct area detail; /* figures of the selected one, below lines */
	struct area said;   /* its trade-off there */
	struct area notes;
};

/* Widths of feature, effort, reach and evidence; 0: not shown. */
struct backlog_columns {
	int cols[BACKLOG_FIGURES];
};

struct backlog_place
backlog_place_in(const struct practice_state *state, struct area body);

struct backlog_columns
backlog_columns(const struct practice_state *state, bool table, int cols);

/* True where a line has room for the effort alone. */
bool backlog_is_narrow(int cols);

/* The cells before what stands below a line. */
int backlog_indent(int cols);

int backlog_count(const struct practice_state *state);
const struct part *backlog_feature(const struct practice_state *state, int at);

/* Of the feature, as the bank has them now: all "" where it has them no more;
 * borrowed. */
struct feature backlog_figures(const struct practice_state *state, int at);

/* Them in a sentence, without the effort where a line shows it; owned. */
char *backlog_figures_text(const struct practice_state *state, int at);

/* The rows of the feature's figures, and of its trade-off, in the table. */
int backlog_figure_rows(const struct practice_state *state, int at,
    const struct backlog_columns *columns);
int backlog_said_rows(const struct practice_state *state, int at, int cols);

/* True while this feature's trade-off is written. */
bool backlog_writes(const struct practice_state *state, int at);

/* Takes the list's room from the body, which is left to the notes. */
void practice_backlog_place(
    const struct practice_state *state, struct practice_layout *layout);

#endif
