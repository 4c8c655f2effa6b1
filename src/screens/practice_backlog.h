/* SPDX-License-Identifier: MIT */
/*
 * The backlog of a prioritisation question, that is put in order while its
 * answer is given.  It stands over the editor, which holds the notes:
 *
 *	list ── Enter ──► trade-off of the selected feature
 *	 ▲  ◄── Enter, Esc ──┘
 *	 └───── Tab ─────► notes
 */
#ifndef SCREENS_PRACTICE_BACKLOG_H
#define SCREENS_PRACTICE_BACKLOG_H

#include <stdbool.h>

#include "tui/field.h"
#include "tui/screen.h"

struct practice_state;

enum backlog_focus {
	BACKLOG_LIST,
	BACKLOG_TRADE_OFF,
	BACKLOG_NOTES,
};

struct practice_backlog {
	enum backlog_focus focus;
	struct field field; /* the trade-off that is written */
	bool shown;         /* it takes keys */
	bool warned;        /* of features without a trade-off */
};

/* True while an answer orders a backlog. */
bool practice_has_backlog(const struct practice_state *state);

/* The list has the focus as an answer begins, or goes on. */
void practice_backlog_begin(struct practice_state *state);

/* True while the list has the focus, or a trade-off. */
bool practice_backlog_is_at_list(const struct practice_state *state);
bool practice_backlog_is_writing(const struct practice_state *state);

/* What its keys do: select the feature above or below, or move the selected one
 * there. */
struct outcome
practice_backlog_above(struct practice_state *state, const struct event *event);
struct outcome
practice_backlog_below(struct practice_state *state, const struct event *event);
struct outcome
practice_backlog_raise(struct practice_state *state, const struct event *event);
struct outcome
practice_backlog_lower(struct practice_state *state, const struct event *event);

/* Write the selected feature's trade-off from now on; keep it and go on to the
 * next feature; go from either to the notes and back. */
struct outcome
practice_backlog_write(struct practice_state *state, const struct event *event);
struct outcome
practice_backlog_keep(struct practice_state *state, const struct event *event);
struct outcome practice_backlog_switch(
    struct practice_state *state, const struct event *event);

/* True where the list or a trade-off has the focus, so that no key is for the
 * notes. */
bool practice_backlog_has_focus(const struct practice_state *state);

/* A key that is no action, while it has the focus; true where it changed
 * something. */
bool practice_backlog_key(struct practice_state *state, int key);
void
practice_backlog_paste(struct practice_state *state, const struct event *event);

/* Leaves a trade-off that is being written; false where there is none. */
bool practice_backlog_leave(struct practice_state *state);

/* True, and said, the first time that an answer is ended while features have
 * no trade-off. */
bool practice_backlog_waits(struct practice_state *state);

/* The rows that the prompt may take of `rows`, so that the list can be seen;
 * `share` without one. */
int practice_backlog_spares(
    const struct practice_state *state, int rows, int share);

/* At the start of the status line: how many trade-offs there are.  Returns the
 * cells used. */
int practice_backlog_status(const struct practice_state *state,
    struct surface *surface, int row, int col);

#endif
