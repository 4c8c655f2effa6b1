/* SPDX-License-Identifier: MIT */
/* The program in lines on a terminal: no byte of it moves the cursor, colours
 * anything or draws over what was said. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

#define ASKS "? repeats, "

static struct vt *
open_in_lines(const struct place *place, const char *const *arguments)
{
	static const char *const accessible[] = {"ACCESSIBLE=1", NULL};
	const struct vt_options options = {
	    .call = {.arguments = arguments, .changes = accessible},
	};

	return vt_open(place, &options);
}

/* The terminal's own line ends and what was typed aside, there is nothing but
 * text. */
static void
assert_only_text(const struct vt *vt)
{
	const char *s = vt_log(vt)->s;

	for (size_t i = 0; s[i] != '\0'; i++) {
		unsigned char byte = (unsigned char)s[i];

		if (byte == '\r')
			assert_int_equal(s[i + 1], '\n');
		else if (byte < ' ' && byte != '\n')
			print_error("byte %d at %zu\n", byte, i);
		assert_true(byte >= ' ' || byte == '\r' || byte == '\n');
	}
}

/* Replies once it is asked for, and waits for what that leads to. */
static void
reply(struct vt *vt, const char *line, const char *leads_to)
{
	vt_type(vt, line);
	vt_type(vt, "\n");
	vt_await(vt, leads_to);
}

static void
practise_once(const struct place *place)
{
	struct vt *vt = open_in_lines(
	    place, LIST("practice", "--question", ROUND_QUESTION));

	vt_await(vt, "Your answer");
	reply(vt, "I launched it and churn fell by 12 %.", "12 %.");
	reply(vt, "?", " left.");
	reply(vt, ".", "Your overall will be");
	reply(vt, "4", "1 to 5");
	vt_type(vt, "4\n4\n4\n4\ny\n");
	assert_int_equal(vt_end(vt), 0);
	assert_only_text(vt);
}

static void
every_page_is_text(void **state)
{
	struct vt *vt;

	practise_once(*state);
	vt = open_in_lines(*state, LIST(NULL));
	vt_await(vt, "1 to 9 chooses");
	reply(vt, "3", "Your signals, the weakest first");
	reply(vt, "v", "Which view?");
	for (char view[] = "1"; *view <= '7'; ++*view) {
		reply(vt, view, "e exports");
		reply(vt, "b", "Which view?");
	}
	reply(vt, "b", "x compares");
	reply(vt, "x", "What is compared?");
	reply(vt, "1", "How long");
	reply(vt, "2", "Compared: last 28 days against 28 days before");
	reply(vt, "b", "What is compared?");
	reply(vt, "b", "x compares");
	reply(vt, "1", "Too few sessions for a trend");
	reply(vt, "1", "1 of 1 answered");
	reply(vt, "1", "Ratings, 1 to 5:");
	reply(vt, "b", "1 of 1 answered");
	reply(vt, "nonsense", "none of the choices");
	reply(vt, "b", "in 1 session");
	vt_type(vt, "b\nb\n5\nb\n6\nb\n7\nb\n2\nb\n");
	reply(vt, "4", "1 session.");
	reply(vt, "/churn", "1 session with 'churn'.");
	reply(vt, "1", "d deletes");
	reply(vt, "m", "The note, in a line");
	reply(vt, "Ran long", "Noted; u takes it away.");
	reply(vt, "d", "Deleted; u in the history brings it back.");
	reply(vt, "u", "Brought back.");
	vt_type(vt, "q\n");
	assert_int_equal(vt_end(vt), 0);
	assert_only_text(vt);
	assert_true(vt_is_given_back(vt));
}

/* What is typed at the end of a line, Ctrl-D, ends the input. */
static void
commands_ask_on_a_terminal(void **state)
{
	static const char *const commands[] = {"history", "review"};

	practise_once(*state);
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		struct vt *vt = open_in_lines(*state, LIST(commands[i]));

		vt_await(vt, ASKS);
		vt_type(vt, CTRL_D);
		assert_int_equal(vt_end(vt), 0);
		assert_only_text(vt);
	}
}

/* What was told of an answer can be heard before the next clock runs. */
static void
the_next_clock_waits(void **state)
{
	struct vt *vt =
	    open_in_lines(*state, LIST("practice", "--round", "behavioural",
				      "--questions", "3", "--probes", "0"));

	vt_await(vt, "Your answer");
	reply(vt, "One.", "One.");
	reply(vt, ".skip", "An empty line begins question 2 of 3");
	assert_null(strstr(vt_log(vt)->s, "Question 2"));
	reply(vt, "", "Question 2 of 3");
	reply(vt, ".pause", "An empty line goes on:");
	reply(vt, "", "");
	reply(vt, ".skip", "An empty line begins question 3 of 3");
	reply(vt, "q", "Session: nothing was rated.");
	assert_int_equal(vt_end(vt), 0);
	assert_only_text(vt);
	assert_sql(*state, "SELECT count(*) FROM answer", "2");
	assert_sql(*state, DRAFT_COUNT, "0");
	assert_sql(
	    *state, "SELECT count(*) FROM session WHERE ended_at > 0", "1");
}

/* A window that is closed leaves an answer open; it goes on where it was. */
static void
an_open_answer_goes_on(void **state)
{
	struct vt *vt = open_in_lines(
	    *state, LIST("practice", "--question", ROUND_QUESTION));

	vt_await(vt, "Your answer");
	vt_type(vt, "The first half.\n");
	vt_await_sql(vt, *state, DRAFT_TEXT, "The first half.");
	vt_signal(vt, SIGTERM);
	vt_end(vt);

	vt = open_in_lines(*state, LIST(NULL));
	vt_await(vt, "1 answer was left open: 10 goes on.");
	reply(vt, "10", "question 1 of 1, 3 words, its clock running on");
	reply(vt, "1", "You said so far:");
	vt_type(vt, "The second.\n.\n\n4\n4\n4\n4\ny\n\n");
	vt_await(vt, "Nothing is left open.");
	vt_type(vt, "q\n");
	assert_int_equal(vt_end(vt), 0);
	assert_only_text(vt);
	assert_sql(*state, ANSWER_TEXT, "The first half.\nThe second.");
	assert_sql(*state, DRAFT_COUNT, "0");
	assert_sql(*state, "SELECT count(*) FROM rating", "4");
}

static void
an_open_answer_is_given_up(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	round_say(vt, "On a screen.");
	vt_signal(vt, SIGTERM);
	vt_end(vt);
	vt = open_in_lines(*state, LIST(NULL));
	reply(vt, "10", "Give it up");
	reply(vt, "2", "Nothing is left open.");
	vt_type(vt, "q\n");
	assert_int_equal(vt_end(vt), 0);
	assert_sql(*state, ANSWER_TEXT, "On a screen.");
	assert_sql(*state, "SELECT skipped FROM answer", "yes");
	assert_sql(*state, DRAFT_COUNT, "0");
}

/* The screens are left behind, and where the loop stands is said in lines. */
static void
a_loop_is_told_after_its_round(void **state)
{
	struct vt *vt = vt_rehearse(*state, LIST("loop", "core"));

	vt_await(vt, "think ");
	vt_type(vt, ESC);
	vt_await(vt, "Stop this answer?");
	vt_type(vt, "x");
	vt_await(vt, "Session: nothing was rated.");
	vt_type(vt, ENTER);
	assert_int_equal(vt_end(vt), 0);
	assert_false(vt_is_alternate(vt));
	assert_non_null(
	    strstr(vt_screen(vt), "Loop core: 0 of 3 rounds done."));
	assert_non_null(strstr(vt_log(vt)->s, "begun, not rated"));

	vt = open_in_lines(*state, LIST("loop"));
	assert_int_equal(vt_end(vt), 0);
	assert_non_null(
	    strstr(vt_screen(vt), "1. core, Any company, 3 rounds: begun "));
	assert_only_text(vt);
}

static void
no_word_is_broken(void **state)
{
	static const char *const accessible[] = {"ACCESSIBLE=1", NULL};
	const struct vt_options narrow = {
	    .call = {.arguments =
			 LIST("practice", "--question", ROUND_QUESTION),
		.changes = accessible},
	    .cols = 16,
	};
	struct vt *vt = vt_open(*state, &narrow);

	vt_await(vt, "Your answer");
	assert_non_null(strstr(vt_screen(vt), "\nWhat did you\nlaunch?\n"));
	vt_signal(vt, SIGTERM);
	vt_end(vt);
}

static void
records_are_not_a_dialogue(void **state)
{
	struct vt *vt;

	practise_once(*state);
	vt = open_in_lines(*state, LIST("history", "--plain"));
	assert_int_equal(vt_end(vt), 0);
	assert_null(strstr(vt_log(vt)->s, ASKS));
	assert_non_null(strstr(vt_log(vt)->s, "\ttyped\t"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(every_page_is_text),
	    IN_ROUND(commands_ask_on_a_terminal),
	    IN_ROUND(the_next_clock_waits),
	    IN_ROUND(an_open_answer_goes_on),
	    IN_ROUND(an_open_answer_is_given_up),
	    IN_ROUND(a_loop_is_told_after_its_round),
	    IN_ROUND(no_word_is_broken),
	    IN_ROUND(records_are_not_a_dialogue),
	};

	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
