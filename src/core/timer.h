/* SPDX-License-Identifier: MIT */
/*
 * A stopwatch on timestamps: time is what `now` says, never counted ticks.
 * All times are milliseconds of one clock that does not jump.
 */
#ifndef CORE_TIMER_H
#define CORE_TIMER_H

#include <stdbool.h>
#include <stdint.h>

struct timer {
	bool running; /* started; a paused timer is running too */
	bool paused;
	int64_t started_ms;
	int64_t paused_at_ms; /* while paused */
	int64_t paused_ms;    /* pauses that have ended */
	int64_t stopped_ms;   /* elapsed at the stop, while not running */
};

void timer_start(struct timer *timer, int64_t now_ms);

/* Stops it; elapsed stays what it was.  Ends a pause first. */
void timer_stop(struct timer *timer, int64_t now_ms);

void timer_pause(struct timer *timer, int64_t now_ms);
void timer_resume(struct timer *timer, int64_t now_ms);

/* Time run, pauses out. */
int64_t timer_elapsed(const struct timer *timer, int64_t now_ms);

/* Pauses, a present one included. */
int64_t timer_paused(const struct timer *timer, int64_t now_ms);

/* A limit in seconds, in whole milliseconds. */
int64_t timer_ms(double seconds);

/* Moves the timer onto a clock that shows `by_ms` more. */
void timer_shift(struct timer *timer, int64_t by_ms);

/* How urgent the time left is, for colour and words. */
enum urgency {
	URGENCY_CALM,     /* over a quarter is left */
	URGENCY_SOON,     /* a quarter or less */
	URGENCY_LAST,     /* the last 30 s, or 10 % of a limit under 5 min */
	URGENCY_OVERTIME, /* past the limit */
};

enum urgency timer_urgency(int64_t left_ms, int64_t limit_ms);

/*
 * The whole seconds that a countdown shows for the time left: rounded up, so
 * that 0 appears once, at the limit; in overtime negative, counting up from
 * −1 a second after it.
 */
int64_t timer_shown_s(int64_t left_ms);

/* Milliseconds until timer_shown_s() changes. */
int64_t timer_next_change_ms(int64_t left_ms);

#endif
