/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* ppoll(), in POSIX since 2024 */
#include "tui/term.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "base/clock.h"
#include "tui/term_input.h"
#include "tui/term_signals.h"

enum {
	SIGNAL_BASE = 128, /* the status after signal N is this + N */
	MS_A_SECOND = 1000,
	NS_A_MS = 1000000,
	HUNG_UP = POLLHUP | POLLERR | POLLNVAL,
	SETTLE_MS = 2,       /* without a further size the window is at rest */
	SETTLE_ROUNDS = 100, /* sizes that are passed over at most */
};

struct loop {
	struct app *app;
	struct surface surface;
	struct term_input input;
	int64_t input_at; /* mono_ms at which bytes came last */
};

/* Completes the event by what every event has. */
static void
send(struct loop *loop, struct event *event)
{
	event->now = clock_now();
	term_size(&event->rows, &event->cols);
	app_event(loop->app, event);
}

static void
send_kind(struct loop *loop, enum event_kind kind)
{
	struct event event = {.kind = kind};

	send(loop, &event);
}

static void
resume(struct loop *loop)
{
	if (term_take_back())
		send_kind(loop, EVENT_RESIZE);
	send_kind(loop, EVENT_RESUME);
}

/*
 * Ctrl-Z stops the whole job, as the terminal would have done.  SIGTSTP, not
 * SIGSTOP: the kernel drops it where no shell is left to continue the job.
 */
static void
suspend(struct loop *loop, pid_t whom)
{
	loop->app->suspend = false;
	if (signals_is_ignored(SIGNAL_STOP))
		return;
	term_give_away();
	kill(whom, SIGTSTP);
	resume(loop);
}

static void
run_outside(struct loop *loop)
{
	term_give_away();
	app_run_wanted(loop->app);
	signals_take(SIGNAL_INTERRUPT); /* meant for what ran */
	resume(loop);
}

static void
read_input(struct loop *loop)
{
	size_t room;
	char *to = input_room(&loop->input, &room);
	ssize_t n = read(STDIN_FILENO, to, room);

	if (n > 0) {
		input_took(&loop->input, (size_t)n);
		loop->input_at = clock_now().mono_ms;
	} else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
		term_lost();
	}
}

/* The mono_ms at which what the input holds is taken to be complete. */
static int64_t
input_deadline(const struct loop *loop)
{
	int wait_ms = input_wait_ms(&loop->input);

	return wait_ms >= 0 ? loop->input_at + wait_ms : -1;
}

static int64_t
sooner(int64_t one, int64_t other)
{
	if (one < 0 || other < 0)
		return one < 0 ? other : one;
	return one < other ? one : other;
}

/* Waits for input, a signal or the instant `until`; -1: only for those. */
static void
wait_until(struct loop *loop, int64_t until)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};
	struct timespec left = {0};

	if (until >= 0) {
		int64_t ms = until - clock_now().mono_ms;

		if (ms > 0) {
			left.tv_sec = ms / MS_A_SECOND;
			left.tv_nsec = ms % MS_A_SECOND * NS_A_MS;
		}
	}
	int ready = ppoll(&in, 1, until >= 0 ? &left : NULL, signals_waiting());

	if (ready > 0 && (in.revents & HUNG_UP) == 0)
		read_input(loop);
	else if (ready > 0 || (ready < 0 && errno != EINTR))
		term_lost();
}

/* What is due at once, as a screen's way to the next one, comes before the
 * next key, which is meant for what it leads to. */
static void
tick_if_due(struct loop *loop)
{
	struct instant now = clock_now();
	int64_t due = app_deadline(loop->app, now);

	if (due >= 0 && due <= now.mono_ms)
		send_kind(loop, EVENT_TICK);
}

/* Sends what the input holds, up to an event that has the terminal given
 * away: what comes after it is for later. */
static void
dispatch(struct loop *loop)
{
	const struct app *app = loop->app;
	int64_t due = input_deadline(loop);
	bool quiet = due >= 0 && due <= clock_now().mono_ms;
	struct event event;

	while (app->depth > 0 && !app->suspend && app->run == NULL &&
	       input_next(&loop->input, quiet, &event)) {
		send(loop, &event);
		tick_if_due(loop);
	}
}

/* A window that is dragged sends many sizes: few of them are drawn, the last
 * one always. */
static void
follow_size(struct loop *loop)
{
	const struct timespec pause = {.tv_nsec = SETTLE_MS * NS_A_MS};

	for (int i = 0; i < SETTLE_ROUNDS && signals_take(SIGNAL_SIZE); i++)
		ppoll(NULL, 0, &pause, signals_waiting());
	if (term_fit())
		send_kind(loop, EVENT_RESIZE);
}

static void
act_on_signals(struct loop *loop)
{
	if (signals_came(SIGNAL_SIZE))
		follow_size(loop);
	if (signals_take(SIGNAL_CHILD))
		send_kind(loop, EVENT_CHILD);
	if (signals_take(SIGNAL_STOP))
		suspend(loop, getpid());
	if (signals_take(SIGNAL_CONTINUE)) {
		/* Stopped by force: a shell has used the terminal since. */
		term_give_away();
		resume(loop);
	}
}

static void
show(struct loop *loop, struct instant now)
{
	struct surface *surface = &loop->surface;
	int rows, cols;

	term_size(&rows, &cols);
	if (surface->rows != rows || surface->cols != cols)
		surface_resize(surface, rows, cols);
	app_draw(loop->app, surface, now);
	term_show(surface);
}

static void
turn(struct loop *loop)
{
	struct instant now = clock_now();
	int64_t due = app_deadline(loop->app, now);

	show(loop, now);
	wait_until(loop, sooner(due, input_deadline(loop)));
	act_on_signals(loop);
	/* Before the input, which is later, and may bring another screen. */
	if (due >= 0 && due <= clock_now().mono_ms)
		send_kind(loop, EVENT_TICK);
	dispatch(loop);
}

/* The status of an end from outside; 0: none. */
static int
ended(void)
{
	struct pollfd in = {.fd = STDIN_FILENO};

	if (signals_came(SIGNAL_HANG_UP)) {
		if (poll(&in, 1, 0) != 0)
			term_lost();
		return SIGNAL_BASE + SIGHUP;
	}
	if (signals_came(SIGNAL_INTERRUPT))
		return SIGNAL_BASE + SIGINT;
	return signals_came(SIGNAL_TERMINATE) ? SIGNAL_BASE + SIGTERM : 0;
}

static int
go_round(struct loop *loop)
{
	int status;

	while ((status = ended()) == 0 && loop->app->depth > 0) {
		if (loop->app->suspend)
			suspend(loop, 0);
		else if (loop->app->run != NULL)
			run_outside(loop);
		else
			turn(loop);
	}
	return status;
}

int
term_run(struct app *app, struct err *err)
{
	struct loop loop = {.app = app};

	surface_init(&loop.surface, 0, 0);
	loop.surface.ascii = term_is_ascii();
	input_init(&loop.input);
	term_name_keys(&loop.input);
	term_attach(app);
	tick_if_due(&loop);
	int status = go_round(&loop);

	if (status != 0)
		app_save(app, clock_now(), err);
	term_attach(NULL);
	input_release(&loop.input);
	surface_release(&loop.surface);
	return status != 0 ? status : app->status;
}
