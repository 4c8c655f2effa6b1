/* SPDX-License-Identifier: MIT */
/* The state of the practice screen, for its files. */
#ifndef SCREENS_PRACTICE_H
#define SCREENS_PRACTICE_H

#include "screens/run.h"
#include "tui/editor.h"

enum {
	ANSWER_LIMIT = 1 << 20,  /* bytes of one answer */
	AUTOSAVE_IDLE_MS = 2000, /* after the last change */
	/* After the first change that is not yet saved.  With the second that
	 * a tick may be late, at most 5 s of typing can be lost. */
	AUTOSAVE_LATEST_MS = 4000,
	AUTOSAVE_FIRST_MS = 200, /* the first one, once the clock runs */
};

/* What lies over the answer. */
enum practice_over {
	OVER_NONE,
	OVER_QUESTION, /* the whole prompt */
	OVER_HINT,
	OVER_ABANDON, /* asks */
	OVER_SKIP,    /* asks */
};

struct practice_state {
	struct run *run;
	struct editor editor;
	enum practice_over over;
	int prompt_top; /* rows of the prompt that are scrolled away */
	bool clock_hidden;
	int64_t changed_ms; /* last change not yet saved; -1: none */
	int64_t first_ms;   /* the first of them */
	char *round_label;  /* owned */
	size_t words;       /* of the answer, counted once a second */
	int64_t awake_ms;   /* when it was woken last */
	char notice[sizeof(struct err)]; /* a line above the footer */
};

/* Where things stand at a size. */
struct practice_layout {
	struct area prompt, text;
	struct area track, clock; /* without rows where there is none */
	int status_row;
};

enum { PRACTICE_CLOCK_SIZE = 64 };

/* `2:47 left`, and how urgent that is. */
struct practice_clock {
	char text[PRACTICE_CLOCK_SIZE];
	enum role role;
};

struct practice_layout
practice_layout(const struct practice_state *state, int rows, int cols);

/* True where the answer is said aloud and what is typed are notes. */
bool practice_speaks(const struct practice_state *state);

/*
 * True where track and big clock show.  Whoever did not ask to speak may as
 * well write, in a round that is spoken by itself: until the first mark it
 * looks like any other.
 */
bool practice_is_staged(const struct practice_state *state);

/* Takes the room of a spoken answer's track and big clock from its text's. */
void practice_place_spoken(const struct practice_state *state,
    struct practice_layout *layout, int rows, int cols);

/* The big clock of the think time before it, where there is room. */
void practice_place_thinking(const struct practice_state *state,
    struct practice_layout *layout, int rows, int cols);

/* The big clock, and the sections with time used against target. */
void practice_draw_spoken(const struct practice_state *state,
    struct surface *surface, const struct practice_layout *layout,
    struct practice_clock clock, struct instant now);

/* True while what is typed is text: an answer or a probe. */
bool practice_writes(const struct practice_state *state);

enum { PRACTICE_KEYS = 16 }; /* at most */

/* The bindings that do something now, ended by an empty one. */
void practice_footer(
    const struct practice_state *state, struct key_binding keys[PRACTICE_KEYS]);

/* Hands what the editor holds to the session. */
void practice_take_text(struct practice_state *state);

/* Sizes the editor and the prompt to the terminal. */
void practice_fit(struct practice_state *state, int rows, int cols);

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

/* The rows that the whole of what is asked takes. */
int practice_prompt_rows(const struct practice_state *state, int cols);

extern const struct key_binding practice_keys[];

void
practice_draw(const void *state, struct surface *surface, struct instant now);

#endif
