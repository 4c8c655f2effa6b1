/* SPDX-License-Identifier: MIT */
/* A backlog at a real terminal: its order outlives a kill, and is exported. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

#define QUESTION "prioritisation-photo-app-second-week"
#define TAB      "\t"

#define DRAFT_PARTS                                                            \
	"SELECT parts LIKE '%priority|Dark theme|votes are%' "                 \
	"AND parts LIKE '%selected|1|%' FROM draft"
#define PARTS                                                                  \
	"SELECT group_concat(name || '=' || text, '|') "                       \
	"FROM (SELECT * FROM part ORDER BY position)"

static struct vt *
begin(const struct place *place)
{
	struct vt *vt =
	    vt_rehearse(place, LIST("practice", "--question", QUESTION,
				   "--think", "0", "--probes", "0"));

	vt_await(vt, "> 1   Shared albums");
	return vt;
}

/* Shift and Alt with an arrow, as the terminal sends them. */
static void
arrows_with_shift_and_alt_move_a_feature(void **state)
{
	static const char shift_down[] = ESC "[1;2B", alt_up[] = ESC "[1;3A";
	struct vt *vt = begin(*state);

	vt_type(vt, shift_down);
	vt_await(vt, "> 2   Shared albums");
	vt_type(vt, alt_up);
	vt_await(vt, "> 1   Shared albums");
	vt_type(vt, "J");
	vt_await(vt, "  1   Faster first start");
}

static void
an_order_outlives_a_kill_and_is_exported(void **state)
{
	struct vt *vt = begin(*state);
	char *exported;

	vt_type(vt, "jjKK" ENTER "votes are no need" ENTER);
	vt_await(vt, "> 2   Shared albums");
	vt_type(vt, TAB "I stop at nine.");
	vt_await(vt, "I stop at nine.");
	vt_await_sql(vt, *state, DRAFT_TEXT, "I stop at nine.");
	assert_sql(*state, DRAFT_PARTS, "1");
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_end(vt), 128 + SIGKILL);

	vt = vt_rehearse(*state, LIST("practice"));
	vt_await(vt, ROUND_OFFERS);
	vt_type(vt, "r");
	vt_await(vt, "> 2   Shared albums");
	vt_await(vt, "1 + Dark theme");
	vt_await(vt, "I stop at nine.");
	vt_type(vt, CTRL_D);
	vt_await(vt, "4 features have no trade-off yet");
	vt_type(vt, CTRL_D);
	vt_await(vt, ROUND_ASKS_OVERALL);
	vt_type(vt, ENTER "3333" ENTER);
	vt_await(vt, ROUND_REVEALS);
	round_leave(vt);
	assert_sql(*state, PARTS,
	    "Dark theme=votes are no need|Shared albums=|"
	    "Faster first start=|Backup reminder=|Automatic captions=");
	exported = place_output(*state, LIST("export", "parts"));
	assert_non_null(
	    strstr(exported, ",priority,1,Dark theme,votes are no need"));
	free(exported);
	assert_sql(*state, ANSWER_TEXT,
	    "1. Dark theme: votes are no need\n2. Shared albums\n"
	    "3. Faster first start\n4. Backup reminder\n"
	    "5. Automatic captions\n\nI stop at nine.");
}

/* In lines only what is missing is asked for then. */
static void
an_order_goes_on_in_lines(void **state)
{
	static const char *const accessible[] = {"ACCESSIBLE=1", NULL};
	struct vt_options options = {
	    .call = {.arguments = LIST(NULL), .changes = accessible},
	};
	struct vt *vt = begin(*state);

	vt_type(vt, "J" ENTER "chat waits" ENTER);
	vt_await(vt, "> 3   Dark theme");
	vt_await_sql(vt, *state,
	    "SELECT count(*) FROM draft "
	    "WHERE parts LIKE '%chat waits%'",
	    "1");
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_end(vt), 128 + SIGKILL);

	vt = vt_open(*state, &options);
	vt_await(vt, "1 answer was left open: 10 goes on.");
	vt_type(vt, "10\n1\n");
	vt_await(vt, "Your order so far:");
	vt_await(vt, "2. Shared albums: chat waits");
	vt_await(vt, "1. Faster first start: what do you trade for it?");
	vt_type(vt, "nothing\n");
	vt_await(vt, "3. Dark theme: what do you trade for it?");
	vt_type(vt, "\n\n\n");
	vt_await(vt, "Your notes, ended by a line with a single dot:");
	vt_type(vt, ".\n\n3\n3\n3\n3\n\n");
	vt_await(vt, "Nothing is left open.");
	vt_type(vt, "q\n");
	assert_int_equal(vt_end(vt), 0);
	assert_sql(*state, PARTS,
	    "Faster first start=nothing|Shared albums=chat waits|"
	    "Dark theme=|Backup reminder=|Automatic captions=");
}

/* An order without a note is an answer too. */
static void
an_order_that_is_given_up_in_lines_is_kept(void **state)
{
	static const char *const accessible[] = {"ACCESSIBLE=1", NULL};
	struct vt_options options = {
	    .call = {.arguments = LIST(NULL), .changes = accessible},
	};
	struct vt *vt = begin(*state);

	vt_type(vt, "J");
	vt_await(vt, "> 2   Shared albums");
	vt_await_sql(vt, *state,
	    "SELECT count(*) FROM draft WHERE parts LIKE '%selected%'", "1");
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_end(vt), 128 + SIGKILL);

	vt = vt_open(*state, &options);
	vt_await(vt, "1 answer was left open: 10 goes on.");
	vt_type(vt, "10\n2\n");
	vt_await(vt, "Nothing is left open.");
	vt_type(vt, "q\n");
	assert_int_equal(vt_end(vt), 0);
	assert_sql(*state, PARTS,
	    "Faster first start=|Shared albums=|Dark theme=|"
	    "Backup reminder=|Automatic captions=");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(arrows_with_shift_and_alt_move_a_feature),
	    IN_ROUND(an_order_outlives_a_kill_and_is_exported),
	    IN_ROUND(an_order_goes_on_in_lines),
	    IN_ROUND(an_order_that_is_given_up_in_lines_is_kept),
	};

	return cmocka_run_group_tests_name("backlog", tests, NULL, NULL);
}
