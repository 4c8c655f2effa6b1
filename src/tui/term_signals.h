/* SPDX-License-Identifier: MIT */
/*
 * The signals that the loop acts on.  A handler sets a flag and nothing more;
 * the signals are blocked except while the loop waits, so none can come
 * between looking at the flags and waiting.
 */
#ifndef TUI_TERM_SIGNALS_H
#define TUI_TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

enum term_signal {
	SIGNAL_HANG_UP,
	SIGNAL_INTERRUPT,
	SIGNAL_TERMINATE,
	SIGNAL_STOP,
	SIGNAL_CONTINUE,
	SIGNAL_SIZE,
	SIGNAL_CHILD,
	SIGNAL_COUNT,
};

/*
 * Begins, before curses is there: it leaves alone what is handled already,
 * and its own handlers would end the program without saving.  A signal that
 * is ignored stays ignored: the shell, or nohup, meant it.
 */
void signals_watch(void);

/* Puts everything back as it was before, save that SIGHUP, SIGINT or SIGTERM
 * is ignored from now on where it came and was not taken. */
void signals_unwatch(void);

/* While something else has the terminal: nothing is blocked and Ctrl-Z stops
 * the program; what would lose unsaved text still only sets a flag. */
void signals_lend(void);
void signals_reclaim(void);

/* True when it came since it was taken last. */
bool signals_take(enum term_signal which);
bool signals_came(enum term_signal which);

/* As if it had come. */
void signals_raise(enum term_signal which);

bool signals_is_ignored(enum term_signal which);

/* The mask to wait with. */
const sigset_t *signals_waiting(void);

#endif
