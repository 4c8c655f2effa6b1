/* SPDX-License-Identifier: MIT */
/* One round that is killed in each of its phases, typed and spoken: after each
 * restart it stands where it stood, and in the end nothing is missing. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

#define PROBED "t-probed"
#define TEXT   "I led it. It grew 12 %."

static const char bank[] =
    "id,prompt,round,rubric,probes\r\n" PROBED
    ",What did you launch?,behavioural,star,Who helped?\r\n";

/* Statements. */
#define DRAFT_PROBED    "SELECT probes LIKE '%My team%' FROM draft"
#define DRAFT_PREDICTED "SELECT predicted FROM draft"
#define DRAFT_RATED     "SELECT substr(ratings, 1, 7) FROM draft"
#define DRAFT_MARKED    "SELECT splits <> '' FROM draft"
#define ANSWER_COUNT    "SELECT count(*) FROM answer"
#define RATINGS         "SELECT group_concat(rating, '') FROM rating"

/* A round under way; `vt` is another one after each kill. */
struct way {
	const struct place *place;
	struct vt *vt;
	bool spoken;
	struct moment thinks, answers, marks, marks_again, ends;
};

static void
kill_and_resume(struct way *way)
{
	round_kill(way->vt);
	way->vt = round_resume(way->place);
}

static void
await_kept(struct way *way, const char *sql, const char *value)
{
	vt_await_sql(way->vt, way->place, sql, value);
}

static void
think(struct way *way)
{
	way->thinks.after = vt_now_ms();
	way->vt = vt_rehearse(way->place,
	    LIST("practice", "--question", PROBED, "--seconds", "90", "--think",
		"60", "--probes", "1", "--level", "senior", "--mode",
		way->spoken ? "spoken" : "typed"));
	vt_await(way->vt, "think ");
	way->thinks.before = vt_now_ms();
	await_kept(way, DRAFT_PHASE, "think");
	kill_and_resume(way);
	vt_await(way->vt, "Think. Enter starts the answer.");
	vt_await(way->vt, way->spoken ? "Spoken, with notes" : "Typed; m:");
}

static void
answer(struct way *way)
{
	way->answers = round_press(way->vt, ENTER, " left");
	if (way->spoken)
		way->marks = round_press(way->vt, "\t", ">Situation");
	round_say(way->vt, TEXT);
	await_kept(way, DRAFT_TEXT, TEXT);
	if (way->spoken)
		await_kept(way, DRAFT_MARKED, "1");
	kill_and_resume(way);
	vt_await(way->vt, TEXT);
	vt_await(way->vt, " left");
	if (!way->spoken)
		return;
	vt_await(way->vt, ">Situation");
	way->marks_again = round_press(way->vt, "\t", ">Task");
}

static void
probe(struct way *way)
{
	way->ends = round_press(way->vt, CTRL_D, "Who helped?");
	round_say(way->vt, "My team");
	await_kept(way, DRAFT_PROBED, "1");
	kill_and_resume(way);
	vt_await(way->vt, "Who helped?");
	vt_await(way->vt, "My team");
}

static void
predict(struct way *way)
{
	vt_type(way->vt, CTRL_D);
	vt_await(way->vt, ROUND_ASKS_OVERALL);
	kill_and_resume(way);
	vt_await(way->vt, ROUND_ASKS_OVERALL);
	vt_type(way->vt, "4");
	vt_await(way->vt, "> -  Situation");
	await_kept(way, DRAFT_PREDICTED, "4");
	kill_and_resume(way);
	vt_await(way->vt, "> -  Situation");
}

/* What earns the 4 is asked for again, and then taken from the text. */
static void
rate(struct way *way)
{
	vt_type(way->vt, "4");
	vt_await(way->vt, "Which words earn the 4 for Situation?");
	await_kept(way, DRAFT_RATED, "4|0|0|0");
	kill_and_resume(way);
	vt_await(way->vt, "Which words earn the 4 for Situation?");
	vt_key(way->vt, VTERM_KEY_DOWN);
	vt_await(way->vt, "> I led it.");
	vt_type(way->vt, ENTER);
	vt_await_gone(way->vt, "Which words");
	vt_type(way->vt, "3");
	vt_await(way->vt, "> -  Action");
	await_kept(way, DRAFT_RATED, "4|3|0|0");
	kill_and_resume(way);
	vt_await(way->vt, "4  Situation");
	vt_await(way->vt, "3  Task");
	vt_await(way->vt, "> -  Action");
	vt_type(way->vt, "33");
	vt_await(way->vt, "Measured result given?  yes");
}

static void
reveal_and_rate_level(struct way *way)
{
	vt_type(way->vt, ENTER);
	vt_await(way->vt, ROUND_REVEALS);
	assert_sql(way->place, DRAFT_COUNT, "0");
	vt_type(way->vt, ENTER);
	vt_await(way->vt, "Press l to rate");
	vt_type(way->vt, "l");
	vt_await(way->vt, "Rate yourself as ");
	vt_type(way->vt, "4");
	vt_await(way->vt, "Which words earn the 4");
	round_kill(way->vt);
}

static void
assert_kept(const struct way *way)
{
	const struct place *place = way->place;

	assert_sql(place, "PRAGMA integrity_check", "ok");
	assert_sql(place, ANSWER_COUNT, "1");
	assert_sql(place, DRAFT_COUNT, "0");
	assert_sql(place, ANSWER_TEXT, TEXT);
	assert_sql(place, RATINGS, "4333");
	assert_sql(place, "SELECT predicted FROM answer", "4");
	assert_sql(place, "SELECT probes LIKE '%My team%' FROM answer", "1");
	assert_sql(
	    place, "SELECT group_concat(note, '') FROM rating", "I led it.");
	assert_sql(
	    place, "SELECT mode FROM answer", way->spoken ? "spoken" : "typed");
	assert_seconds_in(place, "SELECT think_s FROM answer",
	    range_between(way->thinks, way->answers));
	assert_seconds_in(place, "SELECT answer_s FROM answer",
	    range_between(way->answers, way->ends));
	assert_sql(place, "SELECT paused_s FROM answer", "0.0");
}

static void
assert_kept_sections(const struct way *way)
{
	const struct place *place = way->place;

	assert_seconds_in(place, "SELECT opening_s FROM answer",
	    range_between(way->answers, way->marks));
	assert_seconds_in(place,
	    "SELECT substr(splits, 11) FROM answer "
	    "WHERE splits GLOB 'situation:*|task:*'",
	    range_between(way->marks, way->marks_again));
}

static void
go(void **state, bool spoken)
{
	struct way way = {.place = *state, .spoken = spoken};
	struct path file = place_write(*state, "probed.csv", bank);

	free(place_output(*state, LIST("import", file.s)));
	think(&way);
	answer(&way);
	probe(&way);
	predict(&way);
	rate(&way);
	reveal_and_rate_level(&way);
	assert_kept(&way);
	if (spoken)
		assert_kept_sections(&way);
}

static void
a_typed_round_survives_a_kill_in_every_phase(void **state)
{
	go(state, false);
}

static void
a_spoken_round_survives_a_kill_in_every_phase(void **state)
{
	go(state, true);
}

/* At the reveal, at the next question's cover, and at the debrief. */
static void
between_questions(void **state, const char *mode)
{
	struct way way = {.place = *state};

	way.vt = vt_rehearse(
	    *state, LIST("practice", "--round", "behavioural", "--questions",
			"2", "--think", "0", "--mode", mode));
	vt_await(way.vt, "Behavioural 1/2");
	vt_await(way.vt, " left");
	vt_type(way.vt, "The first." CTRL_D ENTER);
	vt_await(way.vt, ROUND_ASKS_SIGNALS);
	vt_await_gone(way.vt, ROUND_ASKS_OVERALL);
	vt_type(way.vt, "33333y" ENTER);
	vt_await(way.vt, ROUND_REVEALS);
	kill_and_resume(&way);
	vt_await(way.vt, "Enter shows the question and starts its clock.");
	kill_and_resume(&way);
	vt_await(way.vt, "Behavioural 2/2");
	vt_await(way.vt, "Enter shows the question and starts its clock.");
	vt_type(way.vt, ENTER);
	vt_await(way.vt, " left");
	vt_type(way.vt, "The second." CTRL_D ENTER "33333y" ENTER ENTER);
	vt_await(way.vt, "Debrief");
	round_kill(way.vt);
	assert_sql(*state, "PRAGMA integrity_check", "ok");
	assert_sql(*state, DRAFT_COUNT, "0");
	assert_sql(*state, "SELECT count(*) FROM session", "1");
	assert_sql(*state, "SELECT count(ended_at) FROM session", "1");
	assert_sql(*state,
	    "SELECT group_concat(answer || mode, ' ') FROM "
	    "(SELECT answer, mode FROM answer ORDER BY answer_pk)",
	    *mode == 's' ? "The first.spoken The second.spoken"
			 : "The first.typed The second.typed");
}

static void
a_typed_session_survives_a_kill_between_questions(void **state)
{
	between_questions(state, "typed");
}

static void
a_spoken_session_survives_a_kill_between_questions(void **state)
{
	between_questions(state, "spoken");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_typed_round_survives_a_kill_in_every_phase),
	    IN_ROUND(a_spoken_round_survives_a_kill_in_every_phase),
	    IN_ROUND(a_typed_session_survives_a_kill_between_questions),
	    IN_ROUND(a_spoken_session_survives_a_kill_between_questions),
	};

	return cmocka_run_group_tests_name("kill phases", tests, NULL, NULL);
}
