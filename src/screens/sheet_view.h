/* SPDX-License-Identifier: MIT */
/*
 * A rating sheet as part of a screen: the signals, the anchors of the one
 * under the cursor, the words that earn a high rating, the measured result.
 * The screen that rates a session's answer and the one that rates what is
 * kept share it.
 */
#ifndef SCREENS_SHEET_VIEW_H
#define SCREENS_SHEET_VIEW_H

#include "core/sentence.h"
#include "core/sheet.h"
#include "tui/event.h"
#include "tui/field.h"
#include "tui/keymap.h"
#include "tui/page.h"

/* From here on the answer stands beside the rating. */
enum { SHEET_WIDE_COLS = 100 };

struct sheet_view {
	const struct rubric *rubric; /* borrowed, as the two below */
	struct sheet *sheet;
	const char *text;   /* what was said; "": nothing to show */
	const char *prompt; /* to be shown over it; NULL: none */
	bool searched;      /* for figures */
	char *figure;       /* one of the text; owned, NULL: none */
	struct sentences sentences;
	int picked;       /* of them, for the words asked for; -1: none */
	bool typing;      /* the words, into the field */
	bool show_answer; /* over the anchors */
	int top;          /* rows of anchors or answer scrolled away */
	struct field field;
};

/* Actions of the keys below; a screen's own begin at SHEET_ACTIONS. */
enum sheet_action {
	SHEET_NO_ACTION,
	SHEET_RATE,
	SHEET_METRIC_YES,
	SHEET_METRIC_NO,
	SHEET_ENTER,
	SHEET_UNDO_RATING,
	SHEET_DOWN,
	SHEET_UP,
	SHEET_TYPE,
	SHEET_SHOW_ANSWER,
	SHEET_SCROLL_DOWN,
	SHEET_SCROLL_UP,
	SHEET_ACTIONS,
};

/* The keys that every screen with a sheet has, for its table.  Enter is the
 * screen's once no words are asked for. */
#define SHEET_VIEW_KEYS                                                        \
	{{'u'}, SHEET_UNDO_RATING, "undo", "take the last rating back"},       \
	    {{'e'}, SHEET_TYPE, NULL,                                          \
		"type the words that earn a 4 or 5, when they are asked for"}, \
	    {{'v', K_F6}, SHEET_SHOW_ANSWER, "answer",                         \
		"show or close what you said"},                                \
	    {{'j', K_DOWN}, SHEET_DOWN, NULL,                                  \
		"next signal, or the next sentence that earns it"},            \
	    {{'k', K_UP}, SHEET_UP, NULL, "previous signal, or sentence"},     \
	    {{K_PAGE_DOWN, ' '}, SHEET_SCROLL_DOWN, NULL,                      \
		"scroll anchors or answer down"},                              \
	{                                                                      \
		{K_PAGE_UP}, SHEET_SCROLL_UP, NULL,                            \
		    "scroll anchors or answer up"                              \
	}

void sheet_view_init(struct sheet_view *view, const struct rubric *rubric,
    struct sheet *sheet, const char *text);
void sheet_view_release(struct sheet_view *view);

/* The text has grown at its end, or moved in memory. */
void sheet_view_set_text(struct sheet_view *view, const char *text);

/* Tells what was found in the text, NULL: nothing.  A figure answers "measured
 * result given?" with yes where it is not answered yet; that there is none is
 * said, and the answer left to the candidate, since a no lowers the verdict. */
void sheet_view_prefill(struct sheet_view *view, const char *figure);

/* Puts words that are being typed into the sheet, before it is saved. */
void sheet_view_keep_typed(struct sheet_view *view);

/* True while keys are text. */
bool sheet_view_typing(const struct sheet_view *view);

/* Acts on a key whose action the screen's own table gave (a key that is text
 * has none); false when it is not the sheet's to act on now. */
bool sheet_view_key(struct sheet_view *view, int action, int key);
/* The key that the mouse stands for, in a body of that size: a click on a
 * signal goes there, one on an anchor rates. */
int sheet_view_mouse(
    struct sheet_view *view, const struct event *event, struct area body);
void sheet_view_paste(struct sheet_view *view, const struct event *event);

/* The text that scrolls does not go beyond its last row in a body of that
 * size.  Call it after each event. */
void sheet_view_fit(struct sheet_view *view, struct area body);

void sheet_view_draw(
    const struct sheet_view *view, struct surface *surface, struct area body);

/* What is still to be done before it is complete, for a notice. */
const char *sheet_view_missing(const struct sheet_view *view);

#endif
