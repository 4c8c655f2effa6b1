/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "base/clock.h"

enum {
	QUIET_MS = 500, /* nobody needs to be told before */
	EVERY_MS = 100,
	PERCENT = 100,
};

static const int numbers[PROGRESS_SIGNALS] = {SIGINT, SIGTERM, SIGHUP};

static volatile sig_atomic_t came;

static void
note_signal(int number)
{
	came = number;
}

void
progress_begin(struct progress *progress)
{
	struct sigaction action = {
	    .sa_handler = note_signal, .sa_flags = SA_RESTART};

	*progress = (struct progress){
	    .started_ms = clock_now().mono_ms,
	    .on_terminal = isatty(STDERR_FILENO) != 0,
	};
	came = 0;
	sigemptyset(&action.sa_mask);
	for (int i = 0; i < PROGRESS_SIGNALS; i++) {
		sigaction(numbers[i], NULL, &progress->before[i]);
		/* What is ignored (nohup) stays so. */
		if (progress->before[i].sa_handler != SIG_IGN)
			sigaction(numbers[i], &action, NULL);
	}
}

bool
progress_stopped(void)
{
	return came != 0;
}

/* Whether something is to be shown now. */
static bool
is_due(struct progress *progress)
{
	int64_t now;

	if (!progress->on_terminal || progress_stopped())
		return false;
	now = clock_now().mono_ms;
	if (now - progress->started_ms < QUIET_MS ||
	    now - progress->shown_ms < EVERY_MS)
		return false;
	progress->shown_ms = now;
	return true;
}

static void
show(struct progress *progress)
{
	progress->shown = true;
	fflush(stderr);
}

bool
progress_show(void *arg, long rows, double share)
{
	struct progress *progress = arg;

	if (is_due(progress)) {
		if (share > 1)
			fprintf(stderr, "\rindex of %ld rows", rows);
		else
			fprintf(stderr, "\r%3d %%, %ld rows",
			    (int)(share * PERCENT), rows);
		fputs(" (^C stops, nothing is kept) ", stderr);
		show(progress);
	}
	return !progress_stopped();
}

bool
progress_left(void *arg, int left)
{
	struct progress *progress = arg;

	if (is_due(progress)) {
		fprintf(stderr, "\rjudging anew: %d left (^C stops) ", left);
		show(progress);
	}
	return !progress_stopped();
}

/* A sentence has an end and stays. */
bool
progress_left_once(void *arg, int left)
{
	struct progress *progress = arg;

	if (progress->shown_ms == 0 && is_due(progress)) {
		fflush(stdout);
		fprintf(stderr,
		    "Judging anew by changed rules: %d left; Ctrl-C stops.\n",
		    left);
	}
	return !progress_stopped();
}

int
progress_end(struct progress *progress)
{
	for (int i = 0; i < PROGRESS_SIGNALS; i++)
		sigaction(numbers[i], &progress->before[i], NULL);
	if (progress->shown)
		fprintf(stderr, "\r%60s\r", "");
	return came;
}
