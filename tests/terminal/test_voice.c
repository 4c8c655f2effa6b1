/* SPDX-License-Identifier: MIT */
/* A recorder beside the real program: its file is private, the clock goes on,
 * and however the program ends the recorder does not stay behind. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "unit/unit.h"

#include "round.h"

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/wait.h>
#endif

#define ANSWER_ID "SELECT id FROM answer"

/* Notes who it is, then records until it is asked to stop. */
static const char recorder[] = "#!/bin/sh\n"
			       "trap 'printf whole >>\"$1\"; exit 1' INT\n"
			       "printf 'begun ' >\"$1\"\n"
			       "echo $$ >\"${0%/*}/pid\"\n"
			       "while :; do sleep 0.01; done\n";

static const char deaf[] = "#!/bin/sh\n"
			   "trap '' INT TERM HUP\n"
			   "printf 'begun ' >\"$1\"\n"
			   "echo $$ >\"${0%/*}/pid\"\n"
			   "while :; do sleep 0.01; done\n";

/* The recorder's process, once it has noted it. */
static pid_t
await_recorder(struct vt *vt, const struct place *place)
{
	enum { LOOK_MS = 10 };
	struct path path = place_path(place, "pid");
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;

	for (;;) {
		struct stat st;

		if (stat(path.s, &st) == 0 && st.st_size > 1)
			break;
		assert_true(vt_now_ms() < limit);
		vt_pass(vt, LOOK_MS);
	}
	struct str text = place_read(path.s);
	pid_t pid = (pid_t)strtol(text.s, NULL, 10);

	str_release(&text);
	assert_true(pid > 1);
	assert_int_equal(kill(pid, 0), 0);
	return pid;
}

static struct vt *
begin(const struct place *place, const char *script)
{
	struct path path = place_write(place, "recorder", script);
	char variable[PLACE_PATH * 2];
	const struct vt_options options = {
	    .call.arguments = LIST("practice", "--question", ROUND_QUESTION,
		"--seconds", "90", "--think", "0", "--mode", "spoken"),
	    .call.changes = LIST("REHEARSE_RECORD=yes", variable),
	};

	snprintf(
	    variable, sizeof(variable), "REHEARSE_RECORDER=%s {file}", path.s);
	struct vt *vt = vt_open(place, &options);

	vt_await(vt, " left");
	vt_await(vt, "recording");
	return vt;
}

static void
assert_gone(pid_t pid)
{
	int64_t limit = vt_now_ms() + VT_LIMIT_MS;
	const struct timespec moment = {.tv_nsec = 5000000};

	while (kill(pid, 0) == 0 && vt_now_ms() < limit) {
#ifdef __linux__
		waitpid(pid, NULL, WNOHANG);
#endif
		nanosleep(&moment, NULL);
	}
	assert_int_equal(kill(pid, 0), -1);
	assert_int_equal(errno, ESRCH);
}

static void
assert_private(const char *path, mode_t mode)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO), mode);
}

static void
the_answer_is_recorded_while_the_clock_goes_on(void **state)
{
	/* The big clock costs more than the small one, recorded or not. */
	enum { A_WHILE_MS = 2100, TICKS = 3, TICK_BYTES = 128 };
	const struct place *place = *state;
	struct vt *vt = begin(place, recorder);
	pid_t pid = await_recorder(vt, place);
	char name[PLACE_PATH];

	vt_await_sql(vt, place, DRAFT_PHASE, "answer");
	round_await_clock(vt, round_clock_s(vt) - 1);
	int shown_s = round_clock_s(vt);
	size_t bytes = vt_pass(vt, A_WHILE_MS);

	assert_true(bytes <= (size_t)TICKS * TICK_BYTES);
	round_await_clock(vt, shown_s - 2);
	round_rate(vt, "4534");
	assert_gone(pid);
	char *id = place_sql(place, ANSWER_ID);

	assert_non_null(id);
	snprintf(name, sizeof(name), "recordings/%.36s-1.wav", id);
	free(id);
	struct path path = place_path(place, name);
	struct str recorded = place_read(path.s);

	assert_string_equal(recorded.s, "begun whole");
	str_release(&recorded);
	assert_private(path.s, S_IRUSR | S_IWUSR);
	assert_private(place_path(place, "recordings").s, S_IRWXU);
	round_leave(vt);
}

static void
end_by(void **state, int number, int status)
{
	struct vt *vt = begin(*state, recorder);
	pid_t pid = await_recorder(vt, *state);

	vt_signal(vt, number);
	assert_int_equal(vt_end(vt), status);
	assert_true(vt_is_given_back(vt));
	assert_gone(pid);
	assert_sql(*state, DRAFT_PHASE, "answer");
}

static void
an_interrupt_ends_the_recorder(void **state)
{
	end_by(state, SIGINT, 130);
}

static void
a_termination_ends_the_recorder(void **state)
{
	end_by(state, SIGTERM, 143);
}

static void
a_terminal_that_goes_away_ends_a_deaf_recorder(void **state)
{
	struct vt *vt = begin(*state, deaf);
	pid_t pid = await_recorder(vt, *state);

	vt_hang_up(vt);
	assert_int_equal(vt_end(vt), 129);
	assert_gone(pid);
}

#ifdef __linux__
static void
a_kill_ends_a_deaf_recorder(void **state)
{
	struct vt *vt = begin(*state, deaf);
	pid_t pid = await_recorder(vt, *state);

	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_end(vt), 128 + SIGKILL);
	assert_gone(pid);
}
#endif

/* No key and no clock wakes the program there. */
static void
a_player_that_fails_is_told_of_without_a_key(void **state)
{
	struct path player =
	    place_write(*state, "player", "#!/bin/sh\nsleep 0.2\nexit 7\n");
	struct str line = STR_INIT;

	assert_int_equal(mkdir(place_path(*state, "rehearse").s, S_IRWXU), 0);
	str_addf(&line, "player = '%s' --x={file}\n", player.s);
	place_write(*state, "rehearse/config", line.s);
	str_release(&line);
	struct vt *vt = begin(*state, recorder);

	pid_t pid = await_recorder(vt, *state);

	round_rate(vt, "4534");
	assert_gone(pid);
	vt_type(vt, "a");
	vt_await(vt, "player ended with status 7");
	round_leave(vt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(the_answer_is_recorded_while_the_clock_goes_on),
	    IN_ROUND(an_interrupt_ends_the_recorder),
	    IN_ROUND(a_termination_ends_the_recorder),
	    IN_ROUND(a_terminal_that_goes_away_ends_a_deaf_recorder),
#ifdef __linux__
	    IN_ROUND(a_kill_ends_a_deaf_recorder),
#endif
	    IN_ROUND(a_player_that_fails_is_told_of_without_a_key),
	};

#ifdef __linux__
	/* Orphans are seen to end also where nobody else waits for them. */
	prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
	return cmocka_run_group_tests_name("voice", tests, NULL, NULL);
}
