/* SPDX-License-Identifier: MIT */
/*
 * A round at the terminal, step by step, with a question of the tests' own:
 * four signals, a measured result wanted.
 */
#ifndef ROUND_H
#define ROUND_H

#include "vt.h"

#define ROUND_QUESTION "t-launch"

#define CTRL_A "\x01"
#define CTRL_C "\x03"
#define CTRL_D "\x04"
#define CTRL_G "\x07"
#define CTRL_Z "\x1a"
#define ESC    "\x1b"
#define ENTER  "\r"

#define ROUND_ASKS_OVERALL "what will the overall be?"
#define ROUND_ASKS_SIGNALS "Rate your answer as the panel would"
#define ROUND_ASKS_METRIC  "Measured result given?"
#define ROUND_REVEALS      "What the panel would say"
#define ROUND_OFFERS       "An open draft"

enum { ROUND_TEXT_ROW = 4 }; /* of the screen, where an answer begins */

/* As vt_set_up(), with the question in the bank. */
int round_set_up(void **state);

#define IN_ROUND(test)                                                         \
	cmocka_unit_test_setup_teardown(test, round_set_up, vt_tear_down)

/* Starts the round; returns when the answer can be typed. */
struct vt *round_begin(const struct place *place, const char *seconds);

/* The same in a mode that is asked for: typed, or spoken. */
struct vt *round_begin_in(
    const struct place *place, const char *mode, const char *seconds);

/* Types and waits until it is shown; `text` fits on one row. */
void round_say(struct vt *vt, const char *text);

/* From the end of the answer to the reveal.  `ratings` is a digit for each of
 * the four signals; no prediction, and a measured result was given. */
void round_rate(struct vt *vt, const char *ratings);

/* From the reveal through the debrief to a good end of the program. */
void round_leave(struct vt *vt);

/* The seconds that the clock in the first row shows as left; -1: none. */
int round_clock_s(struct vt *vt);

/* Waits until it shows at most that. */
void round_await_clock(struct vt *vt, int most_s);

/* kill -9; returns when it is dead. */
void round_kill(struct vt *vt);

/* Starts again and takes up the draft of a database that is whole. */
struct vt *round_resume(const struct place *place);

/* Something happened after the one and before the other time of vt_now_ms():
 * a key was about to be sent, and what it does was seen. */
struct moment {
	int64_t after, before;
};

/* Types the keys and waits until the screen shows the text. */
struct moment round_press(struct vt *vt, const char *keys, const char *shows);

/* Milliseconds that may lie between two moments, as the test's clock has it:
 * a slow machine makes the range wider. */
struct range {
	int64_t least, most;
};

struct range range_between(struct moment from, struct moment to);

/* Fails where seconds that the program kept, or that the statement finds, are
 * outside the range. */
void assert_seconds(const char *of, double seconds, struct range range);
void assert_seconds_in(
    const struct place *place, const char *sql, struct range range);

/* Statements for vt_await_sql() and place_sql(). */
#define DRAFT_TEXT  "SELECT text FROM draft"
#define DRAFT_PHASE "SELECT phase FROM draft"
#define DRAFT_COUNT "SELECT count(*) FROM draft"
#define ANSWER_TEXT "SELECT answer FROM answer"

void assert_sql(const struct place *place, const char *sql, const char *value);

void assert_at_least(const struct place *place, const char *sql, int64_t least);

#endif
