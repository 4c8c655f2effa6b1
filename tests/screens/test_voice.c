/* SPDX-License-Identifier: MIT */
/* Recording with programs of the user's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "speaking.h"
#include "scene.h"
#include "stage.h"

#include "base/argv.h"
#include "screens/recording.h"

static const char deaf_recorder[] = "printf begun >\"$1\"\n"
				    "trap '' INT\n"
				    "while :; do sleep 0.01; done\n";

static void
a_spoken_answer_is_recorded_beside_the_database(void **state)
{
	struct stat st;
	mode_t before = umask(0);

	(void)state;
	speaking_begin(speaking_usual());
	speak();
	umask(before);
	struct path path = only_recording();

	await_file(path.s, "begun");
	assert_int_equal(stat("recordings", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(stat(path.s, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	scene_done();
	await_file(path.s, "whole");
	assert_sees_not("recording");
}

static void
the_recording_has_the_name_of_the_answer(void **state)
{
	(void)state;
	speaking_begin(speaking_usual());
	speak();
	finish_and_judge(1);
}

static void
a_skipped_answer_keeps_its_recording(void **state)
{
	(void)state;
	speaking_begin(speaking_usual());
	speak();
	stage_key(K_F8);
	stage_key('s');
	char *names = pieces_of_kept(1);

	await_recordings(names);
	free(names);
	await_file(only_recording().s, "whole");
}

static void
nothing_is_recorded_unless_it_is_wished(void **state)
{
	struct voice_settings settings = speaking_usual();
	struct plan plan = speaking_plan();

	(void)state;
	settings.record = false;
	speaking_begin(settings);
	scene_practise(&plan);
	assert_sees_not("recording");
	await_recordings("");
	stage_key(K_F7);
	assert_sees(RECORDING);
	stage_key(K_F7);
	assert_sees_not("recording");
}

static void
a_typed_answer_is_not_recorded(void **state)
{
	struct plan plan = scene_plan();

	(void)state;
	speaking_begin(speaking_usual());
	plan.has_mode = true;
	plan.mode = MODE_TYPED;
	scene_practise(&plan);
	stage_keys("typed");
	stage_key(K_F7);
	stage_key(K_F7);
	assert_sees_not("recording");
	await_recordings("");
}

static void
thinking_is_not_recorded(void **state)
{
	struct plan plan = speaking_plan();

	(void)state;
	speaking_begin(speaking_usual());
	plan.think_s = 30;
	scene_practise(&plan);
	assert_sees("Think.");
	await_recordings("");
	stage_key('\n');
	assert_sees(RECORDING);
}

static void
a_pause_and_a_draft_make_pieces(void **state)
{
	(void)state;
	speaking_begin(speaking_usual());
	speak();
	record_anew(K_F2, 2);
	stage_key(K_ESC);
	stage_key('l');
	stage_open(&start_screen, NULL);
	stage_key('r');
	await_sees(RECORDING);
	await_pieces(3);
	finish_and_judge(3);
}

static void
the_clock_wakes_no_oftener_while_recording(void **state)
{
	(void)state;
	speaking_begin(speaking_usual());
	speak();
	stage_wait_s(10);
	int before = stage_ticks();

	stage_wait_s(60);
	assert_int_equal(stage_ticks() - before, 60);
}

static void
a_deaf_recorder_is_killed_and_practice_goes_on(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	script("rec", deaf_recorder);
	speaking_begin(settings);
	speak();
	struct path path = only_recording();

	await_file(path.s, "begun");
	scene_done();
	assert_screen("rating");
	stage_key('t');
	assert_sees("still being completed");
	stage_wait_s(3);
	for (int i = 0; i < STAGE_MOMENTS && !stage_sees("transcribing"); i++) {
		stage_moment();
		stage_key('t');
	}
	assert_sees("transcribing");
}

static void
a_recorder_that_dies_at_once_is_said(void **state)
{
	struct plan plan = speaking_plan();

	(void)state;
	script("bad", "exit 7\n");
	struct voice_settings settings = speaking_usual();

	settings.commands[VOICE_RECORDER] = "./bad";
	speaking_begin(settings);
	scene_practise(&plan);
	await_sees("./bad ended with status 7");
	assert_sees("F7 tries again");
	await_recordings("");
	stage_keys("noted");
	assert_sees("noted");
	assert_sees_not("status 7");
	finish_and_judge(0);
}

static void
a_recorder_that_is_missing_is_said(void **state)
{
	struct voice_settings settings = speaking_usual();
	struct plan plan = speaking_plan();

	(void)state;
	settings.commands[VOICE_RECORDER] = "./missing -q";
	speaking_begin(settings);
	scene_practise(&plan);
	assert_sees("./missing: can't be started");
	assert_sees("3:00 left");
	await_recordings("");
	stage_keys("x");
	assert_sees_not("can't be started");
	stage_key(K_F7);
	assert_sees("./missing: can't be started");
}

static void
without_any_usual_program_it_says_what_would_do(void **state)
{
	struct voice_settings settings = {.commands = {"", "", "", ""}};
	char *path = strdup(getenv("PATH"));

	(void)state;
	setenv("PATH", "/nowhere", 1);
	speaking_begin(settings);
	scene_answer("");
	stage_key(K_F9);
	setenv("PATH", path, 1);
	free(path);
	assert_sees("there is no reader here: install one of espeak-ng, "
		    "espeak, say");
}

static void
what_is_switched_off_says_so(void **state)
{
	(void)state;
	scene_answer("");
	stage_key(K_F9);
	assert_sees("the setting `reader` is none");
}

static void
a_directory_of_others_is_made_private(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(mkdir("recordings", 0700), 0);
	assert_int_equal(chmod("recordings", 0755), 0);
	speaking_begin(speaking_usual());
	speak();
	assert_int_equal(stat("recordings", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
}

static void
where_no_file_can_be_made_practice_goes_on(void **state)
{
	struct plan plan = speaking_plan();

	(void)state;
	speaking_begin(speaking_usual());
	fclose(fopen("recordings", "w"));
	scene_practise(&plan);
	assert_sees("recordings is not a directory of yours");
	assert_sees("3:00 left");
	remove("recordings");
}

/* Silence, as it would come from a microphone. */
static void
the_real_sox_completes_its_file(void **state)
{
	struct voice_settings settings = speaking_usual();

	(void)state;
	if (!argv_found("sox")) {
		print_message("no sox to record with\n");
		skip();
	}
	script("rec",
	    "trap '' INT\n"
	    "(trap - INT; while head -c 3200 /dev/zero; do sleep 0.1; done) |\n"
	    "(trap - INT; exec sox -q -t raw -r 16000 -b 16 -e signed -c 1 - "
	    "\"$1\")\n");
	speaking_begin(settings);
	speak();
	scene_done();
	await_wav(only_recording().s);
	assert_sees_not("recorded nothing");
}

static void
a_session_of_somebody_elses_names_no_other_place(void **state)
{
	char *path = NULL;
	struct err err = {0};

	(void)state;
	assert_int_equal(
	    recording_begin("x.db", "../../elsewhere", &path, &err), -1);
	assert_null(path);
	assert_null(recording_piece("x.db", "/etc/x", 1));
	assert_null(recording_piece("x.db", "", 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(a_spoken_answer_is_recorded_beside_the_database),
	    ON_STAGE(the_recording_has_the_name_of_the_answer),
	    ON_STAGE(a_skipped_answer_keeps_its_recording),
	    ON_STAGE(nothing_is_recorded_unless_it_is_wished),
	    ON_STAGE(a_typed_answer_is_not_recorded),
	    ON_STAGE(thinking_is_not_recorded),
	    ON_STAGE(a_pause_and_a_draft_make_pieces),
	    ON_STAGE(the_clock_wakes_no_oftener_while_recording),
	    ON_STAGE(a_deaf_recorder_is_killed_and_practice_goes_on),
	    ON_STAGE(a_recorder_that_dies_at_once_is_said),
	    ON_STAGE(a_recorder_that_is_missing_is_said),
	    ON_STAGE(without_any_usual_program_it_says_what_would_do),
	    ON_STAGE(what_is_switched_off_says_so),
	    ON_STAGE(a_directory_of_others_is_made_private),
	    ON_STAGE(where_no_file_can_be_made_practice_goes_on),
	    ON_STAGE(the_real_sox_completes_its_file),
	    ON_STAGE(a_session_of_somebody_elses_names_no_other_place),
	};

	return cmocka_run_group_tests_name("voice", tests, NULL, NULL);
}
