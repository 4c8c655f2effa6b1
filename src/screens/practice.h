/* SPDX-License-Identifier: MIT */
/* The state of the practice screen, for its files. */
#ifndef SCREENS_PRACTICE_H
#define SCREENS_PRACTICE_H

#include "core/section.h"
#include "screens/practice_backlog.h"
#include "screens/run.h"
#include "screens/words.h"
#include "tui/editor.h"
#include "tui/laid.h"

enum {
	ANSWER_LIMIT = 1 << 20,  /* bytes of one answer */
	AUTOSAVE_IDLE_MS = 2000, /* after the last change */
	/* After the first change that is not yet saved.  With the second that
	 * a tick may be late, at most 5 s of typing can be lost. */
	AUTOSAVE_LATEST_MS = 4000,
	AUTOSAVE_FIRST_MS = 200, /* the first one, once the clock runs */
	/* Without a change too, where a kill stops the clock. */
	AUTOSAVE_CLOCK_MS = 5000,
	AWAY_MS = 60000, /* between two events: the machine slept */
	WORDS_SIZE = 32, /* `12 words   ` */
};

/* What lies over the answer. */
enum practice_over {
	OVER_NONE,
	OVER_QUESTION, /* the whole prompt */
	OVER_HINT,
	OVER_ABANDON, /* asks */
	OVER_SKIP,    /* asks */
};

/*
 * The panes at a size.  One that has no cells is not shown.
 *
 *	up to 99 columns	from 100	from 150: wide
 *
 *	head			head		head
 *	prompt			prompt		prompt | body | side
 *	side, as a band		body | side
 *	body
 *	foot			foot		foot
 *
 * What stands in the side pane is a table of parts, practice_side.c.
 */
struct practice_layout {
	int rows, cols; /* the size */
	bool wide;
	struct area head;         /* title, clock and rule */
	struct area prompt;       /* what is asked */
	struct area side;         /* what stands beside the answer */
	struct area interruption; /* above the answer */
	struct area body; /* the answer, or what is shown in its place */
	struct area foot; /* status line and keys */
	/* Above the answer the data of the question and the questions back, and
	 * below it its sections, where they have no column. */
	struct area table, asked, sections;
	/* A backlog and, below it, the body that is left. */
	struct area backlog;
	int prompt_rows; /* that all of what is asked takes there */
};

struct practice_state {
	struct run *run;
	struct editor editor;
	enum practice_over over;
	int prompt_top; /* rows of the prompt that are scrolled away */
	bool table_folded;
	struct field clarify; /* the question back that is written */
	size_t clarify_at;    /* which one */
	bool clock_hidden;
	bool outside;       /* another program has the terminal */
	int64_t changed_ms; /* last change not yet saved; -1: none */
	int64_t first_ms;   /* the first of them */
	char *title;        /* owned */
	struct laid *asked; /* owned: what is asked, as it was drawn last */
	struct words counted;
	char words[WORDS_SIZE];   /* of the answer, counted once a second */
	bool words_old;           /* the text has changed since */
	struct sections sections; /* where it has some, with them */
	int64_t awake_ms;         /* when it was woken last */
	struct practice_layout layout; /* as of the last event */
	struct practice_backlog backlog;
	char notice[sizeof(struct err)]; /* a line above the footer */
};

enum { PRACTICE_CLOCK_SIZE = 64 };

/* `2:47 left`, and how urgent that is. */
struct practice_clock {
	char text[PRACTICE_CLOCK_SIZE];
	enum role role;
};

struct practice_layout
practice_layout(const struct practice_state *state, int rows, int cols);

/* What the clock says at the instant. */
struct practice_clock
practice_clock_of(const struct practice_state *state, struct instant now);

/* Gives the clock that frame_draw() drew its colours. */
void practice_colour_clock(
    struct surface *surface, const struct practice_clock *clock);

/* The line above the keys. */
void practice_draw_status(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout,
    struct instant now);

/* What the prompt's pane holds; owned.  The figures of a backlog that is on
 * screen are left out; where it covers the answer, what the answer was
 * interrupted with is added. */
char *practice_prompt_text(const struct practice_state *state);

/* The prompt as far as the pane goes; from a wide pane on with its limits. */
void practice_prompt_draw(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout);

/* True where the question is in view and comes with data. */
bool practice_has_table(const struct practice_state *state);

/* Folds the table away or back; where it has no room, shows the whole
 * question, or goes back to the answer. */
void practice_toggle_table(struct practice_state *state, int rows, int cols);

/* True while questions back are written in place of the answer. */
bool practice_clarifies(const struct practice_state *state);

/* Goes to the line behind those that were asked. */
void practice_begin_clarify(struct practice_state *state);

/* Hands the line that is written to the session. */
void practice_take_clarify(struct practice_state *state);

/* Goes on to the answer, where it was not begun yet. */
void
practice_leave_clarify(struct practice_state *state, const struct event *event);

void
practice_clarify_key(struct practice_state *state, const struct event *event);

void practice_draw_clarify(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout);

/* What was asked, added to what is asked. */
void practice_add_asked(const struct practice_state *state, struct str *text);

/* Takes the time since the last event off the clock of work of days where it
 * was an absence: the machine slept, or the program was suspended. */
void practice_leave_out_absence(
    struct practice_state *state, const struct event *event);

/* True while an answer over days is written: by sections. */
bool practice_has_sections(const struct practice_state *state);

/* Puts the headings into the editor of one that is empty. */
void practice_set_headings(struct practice_state *state);

/* True where the editor holds nothing but them. */
bool practice_is_bare(const struct practice_state *state);

/* Counts the words of each section; false where it has none. */
bool practice_count_sections(struct practice_state *state);

/* The section that the caret is in, in one row; returns the cells used. */
int practice_draw_present_section(const struct practice_state *state,
    struct surface *surface, struct area row);

/* True while the answer can't be seen: it takes no keys then. */
bool practice_is_covered(const struct practice_state *state, int cols);

/* True where the editor is on screen, perhaps under a question. */
bool practice_shows_editor(const struct practice_state *state, int cols);

/* The room of the side pane, and which way it lies. */
struct practice_room {
	struct area area;
	bool column; /* beside the answer; else a band above it */
};

/*
 * Something that stands beside the answer: a row of the table in
 * practice_side.c, drawn in its order from the top.
 */
struct practice_part {
	/* The rows that it wants of the room that is left; 0: it is not shown
	 * now, or not in so little room.  In a room of just those rows it
	 * wants them all again. */
	int (*rows)(
	    const struct practice_state *state, struct practice_room room);
	/* `room` has at most that many rows. */
	void (*draw)(const struct practice_state *state,
	    struct surface *surface, struct practice_room room,
	    struct practice_clock clock, struct instant now);
};

/* The rows that the parts want in the room. */
int practice_side_rows(
    const struct practice_state *state, struct practice_room room);

void
practice_side_draw(const struct practice_state *state, struct surface *surface,
    struct practice_room room, struct practice_clock clock, struct instant now);

/* Of the big clock of this limit, overtime included; 0: there is none. */
int practice_clock_cols(const struct practice_state *state);

const char *practice_hint_text(const struct practice_state *state);

/* The parts. */
extern const struct practice_part practice_clock_and_track;
extern const struct practice_part practice_sections;
extern const struct practice_part practice_hint;

/* True where the answer is said aloud and what is typed are notes. */
bool practice_speaks(const struct practice_state *state);

/*
 * True where track and big clock show.  Whoever did not ask to speak may as
 * well write, in a round that is spoken by itself: until the first mark it
 * looks like any other.
 */
bool practice_is_staged(const struct practice_state *state);

/* The key that marks the next section. */
const char *practice_split_key(const struct practice_state *state);

/* Appends what the answer was interrupted with, behind a blank line; false
 * where nothing was said to it. */
bool
practice_add_interruption(const struct practice_state *state, struct str *text);

/* Interrupts where it is time to. */
void
practice_interrupt(struct practice_state *state, const struct event *event);

/* True while what is typed is text: an answer or a probe. */
bool practice_writes(const struct practice_state *state);

/* `Behavioural 1/3  company any …`; the caller frees it. */
char *practice_title(const struct session *session, const char *round_label);

/* Lets the editor edit what is written in the present phase. */
void practice_load_editor(struct practice_state *state);

/* Hands what the editor holds to the session. */
void practice_take_text(struct practice_state *state);

/* Lays the panes out, and sizes the editor and the prompt to them. */
void practice_fit(struct practice_state *state, int rows, int cols);

/* Begins the question, or cuts its think time short. */
void practice_begin(struct practice_state *state, const struct event *event);

/* What a new phase needs: its text in the editor, a draft soon. */
void
practice_enter_phase(struct practice_state *state, const struct event *event);

/* Something changed at that mono_ms: a draft is due some time later. */
void practice_changed(struct practice_state *state, int64_t at_ms);

/* The mono_ms at which the draft is due; -1: nothing changed. */
int64_t practice_save_due_ms(const struct practice_state *state);

int practice_save(void *state, struct instant now, struct err *err);

/* A draft that can't be kept is said and tried again; the text stays. */
void practice_save_or_say(struct practice_state *state, struct instant now);

/* The next tick of the clock, or the draft's. */
int64_t practice_deadline(const void *state, struct instant now);

void
practice_draw(const void *state, struct surface *surface, struct instant now);

#endif
