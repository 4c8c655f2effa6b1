/* SPDX-License-Identifier: MIT */
/* The interviewer cuts in while somebody types, by data of the user's own. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

#define TWIST "The launch moved two weeks forward."
#define CUTS  "Interviewer: " TWIST

/* Statements. */
#define SAID       "SELECT text LIKE '" TWIST " (0:__ left)' FROM part"
#define SAID_COUNT "SELECT count(*) FROM part WHERE kind = 'interruption'"
#define DRAFT_SAID "SELECT parts <> '' FROM draft"

static const char rounds[] = "round,label,rubric,seconds,think_s,questions\r\n"
			     "lone,Lone round,star,20,0,1\r\n";
static const char questions[] = "id,prompt,round\r\n"
				"lone-1,What did you launch?,lone\r\n";

static void
import(const struct place *place, const char *kind, const char *csv)
{
	struct path file = place_write(place, "import.csv", csv);

	free(place_output(place, LIST("import", "--kind", kind, file.s)));
}

/* One question of a round of its own; up to 30 s nothing else interrupts it. */
static void
only(const struct place *place, const char *rows)
{
	struct str csv = STR_INIT;

	str_addf(&csv, "interruption,round,left_s,text\r\n%s\r\n", rows);
	import(place, "rounds", rounds);
	import(place, "questions", questions);
	import(place, "interruptions", csv.s);
	str_release(&csv);
}

static struct vt *
begin(const struct place *place, const char *seconds, const char *seed)
{
	struct vt *vt = vt_rehearse(
	    place, LIST("practice", "--round", "lone", "--interrupt", "--mode",
		       "typed", "--seconds", seconds, "--seed", seed));

	vt_await(vt, "What did you launch?");
	vt_await(vt, " left");
	return vt;
}

static void
typing_is_not_disturbed(void **state)
{
	only(*state, "lone,lone,16," TWIST);
	struct vt *vt = begin(*state, "20", "1");

	round_say(vt, "I led");
	vt_await_caret(vt, ROUND_TEXT_ROW, 5);
	vt_await(vt, CUTS);
	vt_await_caret(vt, ROUND_TEXT_ROW + 1, 5);
	round_say(vt, " it");
	vt_await(vt, "I led it");
	vt_await_caret(vt, ROUND_TEXT_ROW + 1, 8);
	assert_false(vt_was_rung_or_titled(vt));
	round_rate(vt, "4534");
	vt_key(vt, VTERM_KEY_END);
	vt_await(vt, "The interviewer cut in");
	vt_await(vt, TWIST " (0:");
	round_leave(vt);
	assert_sql(*state, SAID, "1");
	assert_sql(*state, ANSWER_TEXT, "I led it");
}

/* One of eight, and once more the same. */
static void
the_same_seed_says_the_same(void **state)
{
	only(*state,
	    "a,lone,," TWIST "\r\nb,lone,," TWIST "\r\nc,lone,," TWIST
	    "\r\nd,lone,," TWIST "\r\ne,lone,," TWIST "\r\nf,lone,," TWIST
	    "\r\ng,lone,," TWIST "\r\nh,lone,," TWIST);
	for (int i = 0; i < 2; i++) {
		struct vt *vt = begin(*state, "8", "5");

		vt_await(vt, CUTS);
		round_rate(vt, "4534");
		round_leave(vt);
	}
	assert_sql(*state, SAID_COUNT, "2");
	assert_sql(*state, "SELECT count(DISTINCT name) FROM part", "1");
}

static void
a_killed_answer_hears_it_once(void **state)
{
	only(*state, "lone,lone,28," TWIST);
	struct vt *vt = begin(*state, "30", "1");

	round_say(vt, "I led");
	vt_await(vt, CUTS);
	vt_await_sql(vt, *state, DRAFT_SAID, "1");
	vt_signal(vt, SIGKILL);
	assert_int_equal(vt_end(vt), 128 + SIGKILL);
	vt = vt_rehearse(*state, LIST("practice"));
	vt_await(vt, ROUND_OFFERS);
	vt_type(vt, "r");
	vt_await(vt, CUTS);
	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, SAID, "1");
	assert_sql(*state, SAID_COUNT, "1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(typing_is_not_disturbed),
	    IN_ROUND(the_same_seed_says_the_same),
	    IN_ROUND(a_killed_answer_hears_it_once),
	};

	return cmocka_run_group_tests_name("interruption", tests, NULL, NULL);
}
