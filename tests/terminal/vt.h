/* SPDX-License-Identifier: MIT */
/*
 * A program in a virtual terminal: its screen is kept by libvterm, keys go to
 * it as a terminal would send them.  What waits, waits for a state and fails
 * the test, showing the screen, where that has not come after VT_LIMIT_MS.
 *
 * libvterm 0.1.4 wraps a character too early after a repetition (CSI b) that
 * ends one column before the last: rules of `-` look one too short.
 */
#ifndef VT_H
#define VT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <vterm.h>

#include "place.h"

enum {
	VT_ROWS = 24,
	VT_COLS = 80,
	VT_LIMIT_MS = 10000,
};

/* Fixtures; the state is the test's struct place.  Whatever is still running
 * at the end is killed. */
int vt_set_up(void **state);
int vt_tear_down(void **state);

struct vt_options {
	struct call call; /* its streams are the terminal, unless it says */
	int rows, cols;   /* 0: VT_ROWS, VT_COLS */
};

struct vt *vt_open(const struct place *place, const struct vt_options *options);

/* vt_open() for `rehearse --db … arguments`. */
struct vt *vt_rehearse(const struct place *place, const char *const *arguments);

/* Input.  vt_key() and vt_paste() send what the terminal's modes ask for. */
void vt_send(struct vt *vt, const char *bytes, size_t n);
void vt_type(struct vt *vt, const char *text);
void vt_key(struct vt *vt, VTermKey key);
/* The left button, pressed and let go, or the wheel (1 up, -1 down): reported
 * in the form that the program asked for, or not at all. */
void vt_click(struct vt *vt, int row, int col);
void vt_wheel(struct vt *vt, int row, int col, int way);
void vt_paste(struct vt *vt, const char *text, size_t n);

/* Writes on the screen behind the program's back. */
void vt_scribble(struct vt *vt, const char *bytes);

void vt_resize(struct vt *vt, int rows, int cols);
void vt_signal(const struct vt *vt, int number);

/* The terminal goes away, as when its window is closed. */
void vt_hang_up(struct vt *vt);

/* The screen as lines, and one row of it, both without blanks at line ends;
 * good until the next call. */
const char *vt_screen(struct vt *vt);
const char *vt_row(struct vt *vt, int row);
VTermPos vt_caret(const struct vt *vt);

enum { VT_OWN_COLOUR = -1 }; /* the terminal's */

/* How a cell looks: the numbers of its colours, 0 to 7, and attributes. */
struct vt_style {
	int ink, paper;
	int bold, underline, reverse;
};

/* Of the first cell of a text that stands in one row; the text is there. */
struct vt_style vt_style(struct vt *vt, const char *text);

bool vt_is_alternate(const struct vt *vt);
bool vt_has_caret(const struct vt *vt);
bool vt_takes_pastes(struct vt *vt); /* whether bracketed paste is on */
bool vt_takes_mouse(struct vt *vt);
bool vt_was_rung_or_titled(const struct vt *vt);

/* The terminal's line settings are those that the program found. */
bool vt_is_given_back(const struct vt *vt);

/* All bytes that the program wrote. */
const struct str *vt_log(const struct vt *vt);

/* Waiting. */
#define vt_await(vt, text)      vt_await_at(vt, text, true, __FILE__, __LINE__)
#define vt_await_gone(vt, text) vt_await_at(vt, text, false, __FILE__, __LINE__)
void vt_await_at(
    struct vt *vt, const char *text, bool shown, const char *file, int line);

/* Until the predicate holds. */
#define vt_await_that(vt, holds) vt_await_that_at(vt, holds, __FILE__, __LINE__)
void vt_await_that_at(
    struct vt *vt, bool (*holds)(struct vt *), const char *file, int line);

#define vt_await_caret(vt, row, col)                                           \
	vt_await_caret_at(vt, row, col, __FILE__, __LINE__)
void
vt_await_caret_at(struct vt *vt, int row, int col, const char *file, int line);

/* Until the statement finds that text in the database. */
#define vt_await_sql(vt, place, sql, text)                                     \
	vt_await_sql_at(vt, place, sql, text, __FILE__, __LINE__)
void vt_await_sql_at(struct vt *vt, const struct place *place, const char *sql,
    const char *text, const char *file, int line);

/* Until the program has ended; returns its status as a shell gives it. */
#define vt_end(vt) vt_end_at(vt, __FILE__, __LINE__)
int vt_end_at(struct vt *vt, const char *file, int line);

/* Lets time pass; returns how many bytes the program wrote in it. */
size_t vt_pass(struct vt *vt, int ms);

/* Milliseconds of processor time that the program, which has ended, took. */
int64_t vt_cpu_ms(const struct vt *vt);
pid_t vt_pid(const struct vt *vt);

int64_t vt_now_ms(void);

#endif
