/* SPDX-License-Identifier: MIT */
/* Ends that come from outside keep the draft and give the terminal back. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit/unit.h"

#include "round.h"

enum { ENDED = 128, CPU_MOST_MS = 100 };

static void
assert_terminal_restored(struct vt *vt)
{
	assert_false(vt_is_alternate(vt));
	assert_false(vt_takes_pastes(vt));
	assert_true(vt_has_caret(vt));
	assert_true(vt_is_given_back(vt));
}

static void
end_answering(const struct place *place, int number)
{
	struct vt *vt = round_begin(place, "90");

	assert_true(vt_is_alternate(vt));
	assert_true(vt_takes_pastes(vt));
	assert_false(vt_is_given_back(vt));
	round_say(vt, "Not yet saved 增长");
	vt_signal(vt, number);
	assert_int_equal(vt_end(vt), ENDED + number);
	assert_terminal_restored(vt);
	assert_sql(place, DRAFT_TEXT, "Not yet saved 增长");
}

static void
sigterm_keeps_the_draft(void **state)
{
	end_answering(*state, SIGTERM);
}

static void
sigint_keeps_the_draft(void **state)
{
	end_answering(*state, SIGINT);
}

static void
sighup_keeps_the_draft(void **state)
{
	end_answering(*state, SIGHUP);
}

static void
ratings_are_kept_too(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	vt_type(vt, "Said." CTRL_D ENTER "45");
	vt_await(vt, "> -  Action");
	vt_signal(vt, SIGTERM);
	assert_int_equal(vt_end(vt), ENDED + SIGTERM);
	assert_terminal_restored(vt);
	assert_sql(*state, "SELECT substr(ratings, 1, 5) FROM draft", "4|5|0");
}

static void
other_screens_end_the_same_way(void **state)
{
	static const char *const keys[] = {"", "b", "h", "v", "p", "?"};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		struct vt *vt = vt_rehearse(*state, LIST(NULL));

		vt_await(vt, "? shows every key");
		vt_type(vt, keys[i]);
		if (*keys[i] != '\0')
			vt_await_gone(vt, "? shows every key");
		vt_signal(vt, SIGTERM);
		assert_int_equal(vt_end(vt), ENDED + SIGTERM);
		assert_terminal_restored(vt);
	}
}

/* Processor time that a running process has taken, in milliseconds. */
static int64_t
cpu_ms(pid_t pid)
{
	enum { MS_A_SECOND = 1000 };
	char path[64];
	long user, system;

	snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
	FILE *from = fopen(path, "r");

	assert_non_null(from);
	assert_int_equal(fscanf(from,
			     "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u "
			     "%*u %*u %*u %ld %ld",
			     &user, &system),
	    2);
	fclose(from);
	return (user + system) * MS_A_SECOND / sysconf(_SC_CLK_TCK);
}

static void
lose_the_terminal(const struct place *place, bool ignore_hangup)
{
	const struct vt_options options = {
	    .call.arguments = LIST("practice", "--question", ROUND_QUESTION,
		"--seconds", "90", "--think", "0"),
	    .call.ignore_hangup = ignore_hangup,
	};
	struct vt *vt = vt_open(place, &options);

	vt_await(vt, " left");
	round_say(vt, "Not yet saved");
	int64_t before_ms = cpu_ms(vt_pid(vt));

	vt_hang_up(vt);
	assert_int_equal(vt_end(vt), ENDED + SIGHUP);
	assert_in_range(vt_cpu_ms(vt) - before_ms, 0, CPU_MOST_MS);
	assert_sql(place, DRAFT_TEXT, "Not yet saved");
}

static void
a_terminal_that_goes_away_keeps_the_draft(void **state)
{
	lose_the_terminal(*state, false);
}

static void
under_nohup_it_is_noticed_too(void **state)
{
	lose_the_terminal(*state, true);
}

/* Starts a shell that has job control, and a round in it. */
static struct vt *
begin_in_a_shell(const struct place *place, const char *seconds)
{
	const struct vt_options options = {
	    .call = {.program = "/bin/sh", .arguments = LIST("-i")},
	};
	struct vt *vt = vt_open(place, &options);
	char command[512];

	vt_await(vt, "$");
	snprintf(command, sizeof(command),
	    "%s --db %s practice --question " ROUND_QUESTION
	    " --seconds %s --think 0\r",
	    getenv("REHEARSE"), place_path(place, PLACE_DB).s, seconds);
	vt_type(vt, command);
	vt_await(vt, " left");
	vt_await_caret(vt, ROUND_TEXT_ROW, 0);
	return vt;
}

/* The shell waits for a command. */
static bool
is_at_the_shell(struct vt *vt)
{
	return !vt_is_alternate(vt) &&
	       strcmp(vt_row(vt, vt_caret(vt).row), "$") == 0;
}

static void
suspend(struct vt *vt)
{
	size_t before = vt_log(vt)->len;

	vt_type(vt, CTRL_Z);
	vt_await_that(vt, is_at_the_shell);
	assert_non_null(strstr(vt_log(vt)->s + before, ESC "[?2004l"));
	/* The shell reads its lines, and the terminal echoes them. */
	vt_type(vt, "echo is $((40 + 2))\r");
	vt_await(vt, "is 42");
}

static void
a_suspended_round_is_taken_up_again(void **state)
{
	enum { AWAY_MS = 1100 };
	struct vt *vt = begin_in_a_shell(*state, "90");

	round_say(vt, "Before it");
	int64_t before = vt_now_ms();
	int shown_s = round_clock_s(vt);

	suspend(vt);
	vt_pass(vt, AWAY_MS);
	vt_type(vt, "fg\r");
	vt_await_gone(vt, "is 42");
	round_await_clock(vt, shown_s - AWAY_MS / 1000);
	vt_await(vt, "Before it");
	assert_true(vt_takes_pastes(vt));
	round_say(vt, " and after");
	int64_t least_ms = vt_now_ms() - before;

	round_rate(vt, "4534");
	vt_type(vt, ENTER ENTER);
	vt_await_that(vt, is_at_the_shell);
	vt_type(vt, "echo status $?\r");
	vt_await(vt, "status 0");
	assert_sql(*state, ANSWER_TEXT, "Before it and after");
	assert_at_least(*state, "SELECT 1000 * answer_s FROM answer", least_ms);
	assert_sql(*state, "SELECT paused_s FROM answer", "0.0");
}

static void
time_that_ran_out_meanwhile_is_told(void **state)
{
	enum { GONE_MS = 3000 + 1100 }; /* the limit, and a second over it */
	struct vt *vt = begin_in_a_shell(*state, "3");
	int64_t begun = vt_now_ms();

	round_say(vt, "Said in time");
	suspend(vt);
	vt_pass(vt, (int)(GONE_MS - (vt_now_ms() - begun)));
	vt_type(vt, "fg\r");
	vt_await(vt, "the time ran out while you were away");
	vt_await(vt, "+0:0");
	vt_await(vt, " over");
	vt_await(vt, "Said in time");
}

/* SIGSTOP can't be caught: what the terminal shows and how it is set is
 * somebody else's when SIGCONT comes. */
static void
a_stop_by_force_is_drawn_over(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	round_say(vt, "Kept on screen");
	vt_signal(vt, SIGSTOP);
	vt_scribble(vt, ESC "[?1049l" ESC "[?2004l" ESC "[2J" ESC "[H$ ");
	assert_null(strstr(vt_screen(vt), "Kept on screen"));
	vt_signal(vt, SIGCONT);
	vt_await(vt, "Kept on screen");
	vt_await(vt, "What did you launch?");
	vt_await(vt, "Ctrl-D done");
	vt_await_gone(vt, "$");
	assert_true(vt_is_alternate(vt));
	assert_true(vt_takes_pastes(vt));
	vt_await_caret(vt, ROUND_TEXT_ROW, (int)strlen("Kept on screen"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(sigterm_keeps_the_draft),
	    IN_ROUND(sigint_keeps_the_draft),
	    IN_ROUND(sighup_keeps_the_draft),
	    IN_ROUND(ratings_are_kept_too),
	    IN_ROUND(other_screens_end_the_same_way),
	    IN_ROUND(a_terminal_that_goes_away_keeps_the_draft),
	    IN_ROUND(under_nohup_it_is_noticed_too),
	    IN_ROUND(a_suspended_round_is_taken_up_again),
	    IN_ROUND(time_that_ran_out_meanwhile_is_told),
	    IN_ROUND(a_stop_by_force_is_drawn_over),
	};

	return cmocka_run_group_tests_name("signals", tests, NULL, NULL);
}
