/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* SIGWINCH, in POSIX since 2024 */
#include "tui/term_signals.h"

#include <stddef.h>

static const int numbers[SIGNAL_COUNT] = {
    [SIGNAL_HANG_UP] = SIGHUP,
    [SIGNAL_INTERRUPT] = SIGINT,
    [SIGNAL_TERMINATE] = SIGTERM,
    [SIGNAL_STOP] = SIGTSTP,
    [SIGNAL_CONTINUE] = SIGCONT,
    [SIGNAL_SIZE] = SIGWINCH,
    [SIGNAL_CHILD] = SIGCHLD,
};

/* A handler can reach nothing else. */
static volatile sig_atomic_t caught[SIGNAL_COUNT];

static struct {
	struct sigaction before[SIGNAL_COUNT];
	sigset_t mask_before;
	sigset_t watched; /* those above */
	sigset_t waiting; /* as before, without those above */
} signals;

static void
catch_signal(int number)
{
	for (int i = 0; i < SIGNAL_COUNT; i++)
		if (numbers[i] == number)
			caught[i] = 1;
}

static void
watch_one(enum term_signal which)
{
	struct sigaction action = {.sa_handler = catch_signal};

	sigemptyset(&action.sa_mask);
	if (!signals_is_ignored(which))
		sigaction(numbers[which], &action, NULL);
}

void
signals_watch(void)
{
	sigemptyset(&signals.watched);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		sigaddset(&signals.watched, numbers[i]);
	sigprocmask(SIG_BLOCK, &signals.watched, &signals.mask_before);
	signals.waiting = signals.mask_before;
	for (int i = 0; i < SIGNAL_COUNT; i++) {
		sigdelset(&signals.waiting, numbers[i]);
		caught[i] = 0;
		sigaction(numbers[i], NULL, &signals.before[i]);
		watch_one((enum term_signal)i);
	}
}

/* A terminal that goes away sends SIGHUP twice, and people press Ctrl-C more
 * than once: what ended the loop must not end the cleaning up. */
static bool
has_ended(enum term_signal which)
{
	return signals_came(which) &&
	       (which == SIGNAL_HANG_UP || which == SIGNAL_INTERRUPT ||
		   which == SIGNAL_TERMINATE);
}

void
signals_unwatch(void)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};

	sigemptyset(&ignore.sa_mask);
	for (int i = 0; i < SIGNAL_COUNT; i++)
		sigaction(numbers[i],
		    has_ended((enum term_signal)i) ? &ignore
						   : &signals.before[i],
		    NULL);
	sigprocmask(SIG_SETMASK, &signals.mask_before, NULL);
}

void
signals_lend(void)
{
	sigaction(SIGTSTP, &signals.before[SIGNAL_STOP], NULL);
	sigprocmask(SIG_SETMASK, &signals.mask_before, NULL);
}

void
signals_reclaim(void)
{
	sigprocmask(SIG_BLOCK, &signals.watched, NULL);
	watch_one(SIGNAL_STOP);
}

bool
signals_take(enum term_signal which)
{
	bool came = signals_came(which);

	caught[which] = 0;
	return came;
}

bool
signals_came(enum term_signal which)
{
	return caught[which] != 0;
}

void
signals_raise(enum term_signal which)
{
	caught[which] = 1;
}

bool
signals_is_ignored(enum term_signal which)
{
	return signals.before[which].sa_handler == SIG_IGN;
}

const sigset_t *
signals_waiting(void)
{
	return &signals.waiting;
}
