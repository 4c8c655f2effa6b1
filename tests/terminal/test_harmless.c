/* SPDX-License-Identifier: MIT */
/* Text from elsewhere never acts on the terminal, wherever it is shown. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

/*
 * A title, a bell, a scrolling region, the same by an eight-bit control, an
 * override of the writing direction, an isolate, a zero-width space, a carriage
 * return and backspaces that would hide what stands before them.
 */
#define EVIL                                                                   \
	"Safe" ESC "]0;titled\a" ESC "[7;17r" ESC "P1$qm" ESC "\\"             \
	"\xc2\x9b"                                                             \
	"7;17r\u202egpj.\u2066exe\u200b-hid\b\b\bden-over\rwritten"

static const char evil_bank[] =
    "id,prompt,round,rubric,tags,hint,look_for\r\n"
    "t-evil,\"Evil " EVIL "\",behavioural,star,\"" EVIL "\",\"Hint " EVIL
    "\",\"Look " EVIL "\"\r\n";

/* What none of the terminal's own control sequences contain. */
static const char *const raw[] = {
    ESC "]0;",
    "\a",
    ESC "[7;17r",
    ESC "P",
    "\xc2\x9b",
    "\u202e",
    "\u2066",
    "\u200b",
    "hid\b\b",
    "over\rwritten",
};

static void
assert_harmless(const char *text)
{
	for (size_t i = 0; i < sizeof(raw) / sizeof(raw[0]); i++) {
		if (strstr(text, raw[i]) != NULL)
			print_error("%zu is shown raw\n", i);
		assert_null(strstr(text, raw[i]));
	}
}

static void
assert_nothing_acted(struct vt *vt)
{
	assert_harmless(vt_log(vt)->s);
	assert_false(vt_was_rung_or_titled(vt));
}

static void
end(struct vt *vt)
{
	vt_signal(vt, SIGTERM);
	vt_end(vt);
	assert_nothing_acted(vt);
}

static int
set_up(void **state)
{
	if (round_set_up(state) != 0)
		return -1;
	struct path file = place_write(*state, "evil.csv", evil_bank);

	free(place_output(*state, LIST("import", file.s)));
	return 0;
}

static void
a_round_shows_it_harmless(void **state)
{
	struct vt *vt =
	    vt_rehearse(*state, LIST("practice", "--question", "t-evil",
				    "--seconds", "90", "--think", "60"));

	vt_await(vt, "Evil Safe\ufffd]0;titled\ufffd\ufffd[7;17r");
	vt_await(vt, "think ");
	vt_type(vt, ENTER);
	vt_await(vt, " left");
	vt_type(vt, ESC "h");
	vt_await(vt, "Hint Safe");
	vt_type(vt, ESC "h");
	vt_await_gone(vt, "Hint Safe");
	vt_paste(vt, "Mine " EVIL, strlen("Mine " EVIL));
	vt_await(vt, "Mine Safe");
	round_rate(vt, "4534");
	vt_await(vt, "Look Safe");
	round_leave(vt);
	assert_nothing_acted(vt);
}

/* The list, the history with its answer, and an open draft that is offered. */
static void
lists_show_it_harmless(void **state)
{
	struct vt *vt = vt_rehearse(
	    *state, LIST("practice", "--question", "t-evil", "--think", "0"));

	vt_await(vt, " left");
	vt_paste(vt, EVIL, strlen(EVIL));
	vt_await(vt, "written");
	round_rate(vt, "4534");
	round_leave(vt);

	vt = vt_rehearse(*state, LIST("questions", "--search", "evil"));
	vt_await(vt, "Safe");
	end(vt);

	vt = vt_rehearse(*state, LIST("history"));
	vt_await(vt, "hire");
	vt_type(vt, ENTER);
	vt_await(vt, "Safe");
	vt_type(vt, ENTER);
	vt_await(vt, "Fix this next");
	vt_await(vt, "written");
	end(vt);
}

static void
an_offered_draft_shows_it_harmless(void **state)
{
	struct vt *vt = vt_rehearse(
	    *state, LIST("practice", "--question", "t-evil", "--think", "0"));

	vt_await(vt, " left");
	end(vt);
	vt = vt_rehearse(*state, LIST(NULL));
	vt_await(vt, ROUND_OFFERS);
	vt_await(vt, "Evil Safe");
	end(vt);
}

/* In lines, on a terminal: nothing needs an escape sequence at all. */
static void
plain_output_is_harmless(void **state)
{
	struct vt *vt = vt_rehearse(
	    *state, LIST("questions", "--plain", "--search", "evil"));

	assert_int_equal(vt_end(vt), 0);
	assert_non_null(strstr(vt_screen(vt), "Safe"));
	assert_null(strchr(vt_log(vt)->s, '\033'));
	assert_nothing_acted(vt);

	vt = vt_rehearse(
	    *state, LIST("practice", "--plain", "--question", "t-evil"));
	vt_await(vt, "Evil Safe");
	vt_type(vt, "Mine.\n.\n\n4\n4\n4\n4\ny\n");
	assert_int_equal(vt_end(vt), 0);
	assert_null(strchr(vt_log(vt)->s, '\033'));
	assert_nothing_acted(vt);
}

static void
assert_said_harmless(const struct place *place, const char *const *arguments)
{
	struct ran ran = place_run(place, arguments);

	assert_int_not_equal(ran.status, 0);
	assert_true(ran.err.len > 0);
	assert_harmless(ran.err.s);
	assert_harmless(ran.out.s);
	assert_null(strchr(ran.err.s, '\033'));
	ran_release(&ran);
}

static void
errors_quote_it_harmless(void **state)
{
	struct path file = place_write(*state, "bad.csv",
	    "\"" EVIL "\",\"" EVIL "\"\r\n\"" EVIL "\",x,y,z\r\n");

	assert_said_harmless(*state, LIST("import", file.s));
	assert_said_harmless(
	    *state, LIST("import", "--kind", "answers", file.s));
	assert_said_harmless(*state, LIST("import", EVIL));
	assert_said_harmless(*state, LIST("import", "--kind", EVIL, file.s));
	assert_said_harmless(*state, LIST("practice", "--question", EVIL));
	assert_said_harmless(*state, LIST("practice", "--round", EVIL));
	assert_said_harmless(*state, LIST("practice", "--" EVIL));
	assert_said_harmless(*state, LIST(EVIL));
	assert_said_harmless(*state, LIST("--config", EVIL, "config"));
}

#define WITH_EVIL(test)                                                        \
	cmocka_unit_test_setup_teardown(test, set_up, vt_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    WITH_EVIL(a_round_shows_it_harmless),
	    WITH_EVIL(lists_show_it_harmless),
	    WITH_EVIL(an_offered_draft_shows_it_harmless),
	    WITH_EVIL(plain_output_is_harmless),
	    WITH_EVIL(errors_quote_it_harmless),
	};

	return cmocka_run_group_tests_name("harmless", tests, NULL, NULL);
}
