/* SPDX-License-Identifier: MIT */
#include "core/timer.h"

enum {
	SECOND_MS = 1000,
	LAST_MS = 30 * SECOND_MS,
	SHORT_LIMIT_MS = 5 * 60 * SECOND_MS,
	LAST_SHARE = 10, /* of a short limit: a tenth */
	SOON_SHARE = 4,  /* of any limit: a quarter */
};

int64_t
timer_ms(double seconds)
{
	return (int64_t)(seconds * SECOND_MS + 0.5);
}

void
timer_start(struct timer *timer, int64_t now_ms)
{
	*timer = (struct timer){.running = true, .started_ms = now_ms};
}

void
timer_stop(struct timer *timer, int64_t now_ms)
{
	if (!timer->running)
		return;
	timer_resume(timer, now_ms);
	timer->stopped_ms = timer_elapsed(timer, now_ms);
	timer->running = false;
}

void
timer_pause(struct timer *timer, int64_t now_ms)
{
	if (!timer->running || timer->paused)
		return;
	timer->paused = true;
	timer->paused_at_ms = now_ms;
}

void
timer_resume(struct timer *timer, int64_t now_ms)
{
	if (!timer->paused)
		return;
	timer->paused_ms += now_ms - timer->paused_at_ms;
	timer->paused = false;
}

int64_t
timer_elapsed(const struct timer *timer, int64_t now_ms)
{
	int64_t end = timer->paused ? timer->paused_at_ms : now_ms;
	int64_t elapsed = end - timer->started_ms - timer->paused_ms;

	if (!timer->running)
		return timer->stopped_ms;
	return elapsed > 0 ? elapsed : 0;
}

int64_t
timer_paused(const struct timer *timer, int64_t now_ms)
{
	if (!timer->paused)
		return timer->paused_ms;
	return timer->paused_ms + now_ms - timer->paused_at_ms;
}

void
timer_shift(struct timer *timer, int64_t by_ms)
{
	timer->started_ms += by_ms;
	timer->paused_at_ms += by_ms;
}

enum urgency
timer_urgency(int64_t left_ms, int64_t limit_ms)
{
	int64_t last = LAST_MS;

	if (limit_ms < SHORT_LIMIT_MS)
		last = limit_ms / LAST_SHARE;
	if (left_ms < 0)
		return URGENCY_OVERTIME;
	if (left_ms <= last)
		return URGENCY_LAST;
	if (left_ms <= limit_ms / SOON_SHARE)
		return URGENCY_SOON;
	return URGENCY_CALM;
}

int64_t
timer_shown_s(int64_t left_ms)
{
	if (left_ms >= 0)
		return (left_ms + SECOND_MS - 1) / SECOND_MS;
	return left_ms / SECOND_MS;
}

/* 1000 ms left show 1 and 999 ms too; 0 shows from 0 down to −999 ms. */
int64_t
timer_next_change_ms(int64_t left_ms)
{
	if (left_ms > 0) {
		int64_t rest = left_ms % SECOND_MS;

		return rest > 0 ? rest : SECOND_MS;
	}
	return SECOND_MS + left_ms % SECOND_MS;
}
