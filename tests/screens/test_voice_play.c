/* SPDX-License-Identifier: MIT */
/* Playing, reading aloud and transcribing with programs of the user's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "speaking.h"
#include "scene.h"
#include "stage.h"

#include "base/argv.h"

/* What the player must have noted: the kept answer's pieces. */
static void
await_played(int n)
{
	char *names = pieces_of_kept(n), *here = realpath(".", NULL);
	struct str log = STR_INIT;
	char *rest = NULL;

	for (char *name = strtok_r(names, " ", &rest); name != NULL;
	     name = strtok_r(NULL, " ", &rest))
		str_addf(&log, "play: %s/recordings/%s\n", here, name);
	await_file("log", log.s);
	str_release(&log);
	free(here);
	free(names);
}

static void
the_reveal_plays_every_piece(void **state)
{
	(void)state;
	speaking_begin(speaking_usual());
	speak();
	record_anew(K_F7, 2);
	finish_and_judge(2);
	stage_key('a');
	await_played(2);
}

static void
a_past_answer_plays_its_recording(void **state)
{
	struct kept kept;

	(void)state;
	speaking_begin(speaking_usual());
	speak();
	finish_and_judge(1);
	stage_keys("\n\n");
	kept_load(&kept);
	stage_open(&answer_screen, kept.rows[0].answer.id);
	kept_release(&kept);
	stage_key('a');
	await_played(1);
}

static void
playing_is_left_off_by_the_same_key(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	script("play", "trap 'echo stopped >end; exit 1' INT; echo >begun; "
		       "while :; do sleep 0.01; done\n");
	speaking_begin(settings);
	speak();
	finish_and_judge(1);
	stage_key('a');
	await_file("begun", "\n");
	stage_key('a');
	await_file("end", "stopped\n");
	assert_sees_not("ended with");
}

static void
leaving_the_answer_leaves_off_playing(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	script("play", "trap 'echo stopped >end; exit 1' INT; echo >begun; "
		       "while :; do sleep 0.01; done\n");
	speaking_begin(settings);
	speak();
	finish_and_judge(1);
	stage_key('a');
	await_file("begun", "\n");
	stage_key('\n');
	await_file("end", "stopped\n");
	assert_screen("debrief");
}

static void
an_answer_without_a_recording_says_so(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	speaking_begin(speaking_usual());
	plan.has_mode = true;
	plan.mode = MODE_TYPED;
	scene_practise(&plan);
	stage_keys("typed");
	scene_done();
	stage_key('\n');
	scene_judge("1111", 'n');
	stage_key('a');
	assert_sees("there is no recording of this answer");
}

static void
a_player_that_fails_is_said(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	script("play", "exit 2\n");
	speaking_begin(settings);
	speak();
	finish_and_judge(1);
	stage_key('a');
	await_sees("./play ended with status 2");
}

static void
the_question_is_read_on_request(void **state)
{
	(void)state;
	speaking_begin(speaking_usual());
	scene_answer("");
	assert_int_equal(access("log", F_OK), -1);
	stage_key(K_F9);
	await_file("log", "say: Tell me about a failure that you owned.\n");
}

static void
it_is_read_when_it_is_shown(void **state)
{
	struct voice_settings settings = speaking_usual();
	struct plan plan = scene_plan();

	(void)state;
	settings.read_aloud = true;
	speaking_begin(settings);
	plan.think_s = 30;
	plan.probes = 1;
	scene_practise(&plan);
	await_file("log", "say: Tell me about a failure that you owned.\n");
	stage_key('\n');
	assert_sees("3:00 left");
	scene_done();
	assert_sees("Which data did you use?");
	await_file("log", "say: Tell me about a failure that you owned.\n"
			  "say: Which data did you use?\n");
}

static void
practise_interrupted(const struct fixture *fixture, bool read_aloud)
{
	struct voice_settings settings = speaking_usual();
	struct plan plan = scene_plan();

	fixture_sql(fixture->path, "DELETE FROM interruption");
	fixture_import(fixture->store, "interruptions",
	    "interruption,round,left_s,text\r\nhalved,,100,Half of it?\r\n");
	settings.read_aloud = read_aloud;
	speaking_begin(settings);
	plan.interrupted = true;
	scene_practise(&plan);
}

static void
an_interruption_is_read_when_it_comes(void **state)
{
	practise_interrupted(*state, true);
	await_file("log", "say: Tell me about a failure that you owned.\n");
	stage_wait_s(80);
	await_file("log", "say: Tell me about a failure that you owned.\n"
			  "say: Half of it?\n");
}

static void
an_interruption_is_what_was_asked_last(void **state)
{
	practise_interrupted(*state, false);
	stage_wait_s(80);
	stage_key(K_F9);
	await_file("log", "say: Half of it?\n");
}

static void
reading_is_left_off_when_the_answer_begins(void **state)
{
	struct voice_settings settings = speaking_usual();
	struct plan plan = scene_plan();

	(void)state;
	script("say", "trap 'echo stopped >end; exit 1' INT; echo >begun; "
		      "while :; do sleep 0.01; done\n");
	settings.read_aloud = true;
	speaking_begin(settings);
	plan.think_s = 30;
	scene_practise(&plan);
	await_file("begun", "\n");
	stage_key('\n');
	await_file("end", "stopped\n");
	assert_sees("3:00 left");
}

/* It takes a moment to end: what is to be read next waits for that. */
static void
what_is_asked_next_is_read_after_it(void **state)
{
	struct voice_settings settings = speaking_usual();
	struct plan plan = scene_plan();

	(void)state;
	script("say", "trap 'sleep 0.2; exit 1' INT; echo \"$1\" >>log; "
		      "while :; do sleep 0.01; done\n");
	settings.read_aloud = true;
	speaking_begin(settings);
	plan.probes = 1;
	scene_practise(&plan);
	await_file("log", "Tell me about a failure that you owned.\n");
	scene_done();
	await_file("log", "Tell me about a failure that you owned.\n"
			  "Which data did you use?\n");
}

static void
what_was_said_is_added_to_the_text(void **state)
{
	struct kept kept;

	(void)state;
	speaking_begin(speaking_usual());
	speak();
	stage_keys("my notes");
	record_anew(K_F7, 2);
	scene_done();
	for (int i = 0; i < STAGE_MOMENTS && !stage_sees("transcribing"); i++) {
		stage_moment();
		stage_key('t');
	}
	await_sees("heard");
	stage_key('\n');
	scene_judge("1111", 'n');
	kept_load(&kept);
	assert_non_null(strstr(kept.rows[0].answer.text, "my notes\n\nheard "));
	kept_release(&kept);
	char *names = pieces_of_kept(2);

	await_recordings(names);
	free(names);
}

static void
wrong_bytes_of_a_transcript_are_repaired(void **state)
{
	struct kept kept;

	(void)state;
	struct voice_settings settings = speaking_usual();

	script("hear", "printf 'a\\377b\\n'\n");
	speaking_begin(settings);
	speak();
	scene_done();
	for (int i = 0; i < STAGE_MOMENTS && !stage_sees("transcribing"); i++) {
		stage_moment();
		stage_key('t');
	}
	await_sees("a\xef\xbf\xbd"
		   "b");
	stage_key('\n');
	scene_judge("1111", 'n');
	kept_load(&kept);
	assert_string_equal(kept.rows[0].answer.text, "a\xef\xbf\xbd"
						      "b");
	kept_release(&kept);
}

static void
silence_adds_nothing(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	script("hear", "exit 0\n");
	speaking_begin(settings);
	speak();
	scene_done();
	for (int i = 0; i < STAGE_MOMENTS && !stage_sees("no words"); i++) {
		stage_moment();
		if (!stage_sees("transcribing") && !stage_sees("no words"))
			stage_key('t');
	}
	assert_sees("the transcriber heard no words");
	assert_sees("(no text)");
}

static void
a_transcriber_that_fails_is_said(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	script("hear", "echo half; exit 4\n");
	speaking_begin(settings);
	speak();
	scene_done();
	for (int i = 0; i < STAGE_MOMENTS && !stage_sees("status 4"); i++) {
		stage_moment();
		stage_key('t');
		stage_moment();
	}
	assert_sees("there is no transcript");
	assert_sees_not("half");
	only_recording();
}

static void
the_real_espeak_ng_reads_the_question(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	if (!argv_found("espeak-ng")) {
		print_message("no espeak-ng to read with\n");
		skip();
	}
	settings.commands[VOICE_READER] = "espeak-ng -w question.wav {text}";
	speaking_begin(settings);
	scene_answer("");
	stage_key(K_F9);
	await_wav("question.wav");
	assert_sees_not("ended with");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(the_reveal_plays_every_piece),
	    ON_STAGE(a_past_answer_plays_its_recording),
	    ON_STAGE(playing_is_left_off_by_the_same_key),
	    ON_STAGE(leaving_the_answer_leaves_off_playing),
	    ON_STAGE(an_answer_without_a_recording_says_so),
	    ON_STAGE(a_player_that_fails_is_said),
	    ON_STAGE(the_question_is_read_on_request),
	    ON_STAGE(it_is_read_when_it_is_shown),
	    ON_STAGE(an_interruption_is_read_when_it_comes),
	    ON_STAGE(an_interruption_is_what_was_asked_last),
	    ON_STAGE(reading_is_left_off_when_the_answer_begins),
	    ON_STAGE(what_is_asked_next_is_read_after_it),
	    ON_STAGE(what_was_said_is_added_to_the_text),
	    ON_STAGE(wrong_bytes_of_a_transcript_are_repaired),
	    ON_STAGE(silence_adds_nothing),
	    ON_STAGE(a_transcriber_that_fails_is_said),
	    ON_STAGE(the_real_espeak_ng_reads_the_question),
	};

	return cmocka_run_group_tests_name("voice_play", tests, NULL, NULL);
}
