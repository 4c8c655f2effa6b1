/* SPDX-License-Identifier: MIT */
/* The times that are exported, against a stopwatch: the test's own clock, read
 * before each key and after what the key does was seen. */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit/unit.h"

#include "base/mem.h"
#include "round.h"

enum { A_WHILE_MS = 300, LIMIT_MS = 1000 };

/* The value of the one answer's column, from its start on; free it. */
static char *
exported(const struct place *place, const char *column)
{
	char *all =
	    place_output(place, LIST("export", "--format", "jsonl", "answers"));
	char key[32];

	snprintf(key, sizeof(key), "\"%s\":", column);
	const char *at = strstr(all, key);

	assert_non_null(at);
	char *value = mem_text(at + strlen(key));

	free(all);
	return value;
}

static void
assert_exported(
    const struct place *place, const char *column, struct range range)
{
	char *value = exported(place, column);

	assert_seconds(column, strtod(value, NULL), range);
	free(value);
}

/* A section in `["situation:0.3","task:…`. */
static void
assert_split(const struct place *place, const char *key, struct range range)
{
	char *value = exported(place, "splits");
	const char *at = strstr(value, key);

	assert_non_null(at);
	assert_seconds(key, strtod(at + strlen(key), NULL), range);
	free(value);
}

static struct range
less(struct range whole, struct range part)
{
	return (struct range){whole.least - part.most, whole.most - part.least};
}

static const struct range none;

static struct vt *
begin(const struct place *place, const char *mode, const char *think,
    const char *seconds, struct moment *at)
{
	struct vt *vt;

	at->after = vt_now_ms();
	vt = vt_rehearse(
	    place, LIST("practice", "--question", ROUND_QUESTION, "--seconds",
		       seconds, "--think", think, "--mode", mode));
	vt_await(vt, "What did you launch?");
	at->before = vt_now_ms();
	return vt;
}

static void
finish(struct vt *vt)
{
	vt_type(vt, ENTER "2222y" ENTER);
	vt_await(vt, ROUND_REVEALS);
	round_leave(vt);
}

static void
a_typed_answer_is_timed(void **state)
{
	struct moment thinks, answers, pauses, goes_on, ends;
	struct vt *vt = begin(*state, "typed", "60", "90", &thinks);

	vt_pass(vt, A_WHILE_MS);
	answers = round_press(vt, ENTER, " left");
	round_say(vt, "Said.");
	vt_pass(vt, A_WHILE_MS);
	pauses = round_press(vt, ESC "p", "paused");
	vt_pass(vt, 2 * A_WHILE_MS);
	goes_on = round_press(vt, ESC "p", " left");
	vt_pass(vt, A_WHILE_MS);
	ends = round_press(vt, CTRL_D, ROUND_ASKS_OVERALL);
	vt_pass(vt, A_WHILE_MS);
	finish(vt);

	struct range paused = range_between(pauses, goes_on);

	assert_exported(*state, "think_s", range_between(thinks, answers));
	assert_exported(
	    *state, "answer_s", less(range_between(answers, ends), paused));
	assert_exported(*state, "paused_s", paused);
	assert_exported(*state, "overtime_s", none);
}

static void
overtime_is_timed(void **state)
{
	const struct range limit = {LIMIT_MS, LIMIT_MS};
	struct moment answers, ends;
	struct vt *vt = begin(*state, "typed", "0", "1", &answers);

	vt_type(vt, "Late.");
	vt_await(vt, " over");
	vt_pass(vt, A_WHILE_MS);
	ends = round_press(vt, CTRL_D, ROUND_ASKS_OVERALL);
	finish(vt);

	struct range answered = range_between(answers, ends);

	assert_exported(*state, "answer_s", answered);
	assert_exported(*state, "overtime_s", less(answered, limit));
	assert_exported(*state, "think_s", none);
	assert_exported(*state, "paused_s", none);
}

static void
a_spoken_answer_is_timed_by_section(void **state)
{
	struct moment answers, situation, task, ends;
	struct vt *vt = begin(*state, "spoken", "0", "90", &answers);

	vt_pass(vt, A_WHILE_MS);
	situation = round_press(vt, "\t", ">Situation");
	vt_pass(vt, 2 * A_WHILE_MS);
	task = round_press(vt, "\t", ">Task");
	vt_pass(vt, A_WHILE_MS);
	ends = round_press(vt, CTRL_D, ROUND_ASKS_OVERALL);
	finish(vt);
	assert_exported(*state, "answer_s", range_between(answers, ends));
	assert_exported(*state, "opening_s", range_between(answers, situation));
	assert_split(*state, "situation:", range_between(situation, task));
	assert_split(*state, "task:", range_between(task, ends));
}

/* The program in lines, with a pipe to it and one from it. */
struct lines {
	pid_t pid;
	int to, from;
	struct str heard;
};

static struct lines
lines_begin(const struct place *place, const char *const *arguments)
{
	struct path to = place_path(place, "to"),
		    from = place_path(place, "from");
	const struct call call = {
	    .arguments = arguments, .in = to.s, .out = from.s};
	struct lines lines = {.heard = STR_INIT};

	assert_int_equal(mkfifo(to.s, S_IRWXU), 0);
	assert_int_equal(mkfifo(from.s, S_IRWXU), 0);
	/* For both, so that no open waits for the other end. */
	lines.to = open(to.s, O_RDWR | O_CLOEXEC);
	lines.from = open(from.s, O_RDWR | O_CLOEXEC);
	assert_true(lines.to >= 0 && lines.from >= 0);
	lines.pid = fork();
	assert_true(lines.pid >= 0);
	if (lines.pid == 0) {
		alarm(2 * VT_LIMIT_MS / 1000);
		place_become(place, &call);
	}
	return lines;
}

static void
lines_await(struct lines *lines, const char *text)
{
	struct pollfd in = {.fd = lines->from, .events = POLLIN};
	char buf[4096];

	while (strstr(lines->heard.s, text) == NULL) {
		bool more = poll(&in, 1, VT_LIMIT_MS) == 1;

		if (!more)
			print_error(
			    "in vain for %s in %s\n", text, lines->heard.s);
		assert_true(more);
		ssize_t n = read(lines->from, buf, sizeof(buf));

		assert_true(n > 0);
		str_addn(&lines->heard, buf, (size_t)n);
	}
}

/* Says a line and hears what follows from it. */
static struct moment
lines_say(struct lines *lines, const char *line, const char *then)
{
	struct moment moment = {.after = vt_now_ms()};
	size_t n = strlen(line);

	str_clear(&lines->heard);
	assert_int_equal(write(lines->to, line, n), (ssize_t)n);
	lines_await(lines, then);
	moment.before = vt_now_ms();
	return moment;
}

static void
lines_end(struct lines *lines)
{
	int status;

	assert_int_equal(waitpid(lines->pid, &status, 0), lines->pid);
	assert_int_equal(place_status(status), 0);
	close(lines->to);
	close(lines->from);
	str_release(&lines->heard);
}

static void
wait_a_while(void)
{
	assert_int_equal(poll(NULL, 0, A_WHILE_MS), 0);
}

static void
an_answer_in_lines_is_timed(void **state)
{
	const struct range limit = {LIMIT_MS, LIMIT_MS};
	struct moment thinks = {.after = vt_now_ms()}, answers, ends;
	struct lines lines = lines_begin(
	    *state, LIST("practice", "--plain", "--question", ROUND_QUESTION,
			"--think", "60", "--seconds", "1"));

	lines_await(&lines, "Time to think");
	thinks.before = vt_now_ms();
	wait_a_while();
	answers = lines_say(&lines, "\n", "Your answer");
	lines_say(&lines, "Said.\n", "0:00 left.");
	wait_a_while();
	ends = lines_say(&lines, ".\n", "Your overall will be");
	wait_a_while();
	lines_say(&lines, "\n2\n2\n2\n2\ny\n", "Overall");
	lines_end(&lines);

	struct range answered = range_between(answers, ends);

	assert_exported(*state, "think_s", range_between(thinks, answers));
	assert_exported(*state, "answer_s", answered);
	assert_exported(*state, "overtime_s", less(answered, limit));
	assert_exported(*state, "paused_s", none);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_typed_answer_is_timed),
	    IN_ROUND(overtime_is_timed),
	    IN_ROUND(a_spoken_answer_is_timed_by_section),
	    IN_ROUND(an_answer_in_lines_is_timed),
	};

	return cmocka_run_group_tests_name("stopwatch", tests, NULL, NULL);
}
