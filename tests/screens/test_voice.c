/* SPDX-License-Identifier: MIT */
/* Recording, playing, reading aloud and transcribing with programs of the
 * tests' own: scripts in the stage's directory, where the database is too.
 * What they were told to do they note in files there. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "scene.h"
#include "stage.h"

#include "base/argv.h"
#include "base/file.h"
#include "screens/recording.h"

#define RECORDING "recording notes:"

/* Completes its file when it is asked to stop, as recorders do. */
static const char recorder[] = "printf begun >\"$1\"\n"
			       "trap 'printf %s whole >\"$1\"; exit 1' INT\n"
			       "while :; do sleep 0.01; done\n";

static const char deaf_recorder[] = "printf begun >\"$1\"\n"
				    "trap '' INT\n"
				    "while :; do sleep 0.01; done\n";

/* Appends what it got to `log`, after its own name. */
static const char notes_argument[] = "echo \"${0##*/}: $1\" >>log\n";
static const char hears[] = "echo; echo \"heard $(cat \"$1\")\"; echo\n";

static void
script(const char *name, const char *body)
{
	FILE *to = fopen(name, "w");

	assert_non_null(to);
	fprintf(to, "#!/bin/sh\n%s", body);
	assert_int_equal(fclose(to), 0);
	assert_int_equal(chmod(name, S_IRWXU), 0);
}

/* With programs for all of it that do nothing but note it. */
static struct voice_settings
usual(void)
{
	script("rec", recorder);
	script("play", notes_argument);
	script("say", notes_argument);
	script("hear", hears);
	return (struct voice_settings){
	    .commands = {"./rec {file}", "./play {file}", "./say {text}",
		"./hear {file}"},
	    .record = true,
	};
}

static void
begin_with(struct voice_settings settings)
{
	stage_voice(&settings);
}

static struct plan
spoken_plan(void)
{
	struct plan plan = scene_plan();

	plan.mode = MODE_SPOKEN;
	return plan;
}

static char *
content(const char *path)
{
	struct str bytes = STR_INIT;
	struct err err = {0};

	assert_done(file_read(path, 1 << 16, &bytes, &err), &err);
	return str_detach(&bytes);
}

static bool
file_is(const char *path, const char *expected)
{
	struct str bytes = STR_INIT;
	struct err err = {0};
	bool same = file_read(path, 1 << 16, &bytes, &err) == 0 &&
		    strcmp(bytes.s, expected) == 0;

	str_release(&bytes);
	return same;
}

/* Real time passes until the file holds that. */
static void
await_file(const char *path, const char *expected)
{
	for (int i = 0; i < STAGE_MOMENTS && !file_is(path, expected); i++)
		stage_moment();
	char *found = content(path);

	assert_string_equal(found, expected);
	free(found);
}

static int
is_recording(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* Names of the files in `recordings`, each ended by a blank; owned. */
static char *
recordings(void)
{
	struct dirent **entries;
	int n = scandir("recordings", &entries, is_recording, alphasort);
	struct str names = STR_INIT;

	for (int i = 0; i < n; i++) {
		str_addf(&names, "%s ", entries[i]->d_name);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	return str_detach(&names);
}

/* What is recorded gets its name when its recorder has ended. */
static void
await_recordings(const char *expected)
{
	char *names = recordings();

	for (int i = 0; i < STAGE_MOMENTS && strcmp(names, expected) != 0;
	     i++) {
		stage_moment();
		free(names);
		names = recordings();
	}
	assert_string_equal(names, expected);
	free(names);
}

struct path {
	char s[128];
};

static struct path
only_recording(void)
{
	char *names = recordings();
	struct path path;

	assert_int_equal(strcspn(names, " ") + 1, strlen(names));
	snprintf(path.s, sizeof(path.s), "recordings/%.*s",
	    (int)strlen(names) - 1, names);
	free(names);
	return path;
}

/* Until that many recordings hold something. */
static void
await_pieces(int n)
{
	struct stat st;
	int begun = 0;

	for (int i = 0; i < STAGE_MOMENTS && begun != n; i++) {
		char *names = recordings(), *rest = NULL;

		stage_moment();
		begun = 0;
		for (char *name = strtok_r(names, " ", &rest); name != NULL;
		     name = strtok_r(NULL, " ", &rest)) {
			struct path path;

			snprintf(path.s, sizeof(path.s), "recordings/%s", name);
			begun += stat(path.s, &st) == 0 && st.st_size > 0;
		}
		free(names);
	}
	assert_int_equal(begun, n);
}

/* The names that the kept answer's pieces must have. */
static char *
pieces_of_kept(int n)
{
	struct kept kept;
	struct str names = STR_INIT;

	kept_load(&kept);
	for (int i = 1; i <= n; i++)
		str_addf(&names, "%s-%d.wav ", kept.rows[0].answer.id, i);
	kept_release(&kept);
	return str_detach(&names);
}

/* At the answer, which is being recorded. */
static void
speak(void)
{
	struct plan plan = spoken_plan();

	scene_practise(&plan);
	await_sees(RECORDING);
	await_pieces(1);
}

/* Off and on again: another piece begins. */
static void
record_anew(int key, int pieces)
{
	stage_key(key);
	await_sees_not("recording");
	stage_key(key);
	await_sees(RECORDING);
	await_pieces(pieces);
}

/* From the answer to the reveal, the recording's pieces named. */
static void
finish_and_judge(int pieces)
{
	scene_done();
	stage_key('\n');
	scene_judge("1111", 'n');
	char *names = pieces_of_kept(pieces);

	await_recordings(names);
	free(names);
}

static void
a_spoken_answer_is_recorded_beside_the_database(void **state)
{
	struct stat st;
	mode_t before = umask(0);

	(void)state;
	begin_with(usual());
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
	begin_with(usual());
	speak();
	finish_and_judge(1);
}

static void
a_skipped_answer_keeps_its_recording(void **state)
{
	(void)state;
	begin_with(usual());
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
	struct voice_settings settings = usual();
	struct plan plan = spoken_plan();

	(void)state;
	settings.record = false;
	begin_with(settings);
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
	begin_with(usual());
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
	struct plan plan = spoken_plan();

	(void)state;
	begin_with(usual());
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
	begin_with(usual());
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
	begin_with(usual());
	speak();
	stage_wait_s(10);
	int before = stage_ticks();

	stage_wait_s(60);
	assert_int_equal(stage_ticks() - before, 60);
}

static void
a_deaf_recorder_is_killed_and_practice_goes_on(void **state)
{
	struct voice_settings settings = usual();

	(void)state;
	script("rec", deaf_recorder);
	begin_with(settings);
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
	struct plan plan = spoken_plan();

	(void)state;
	script("bad", "exit 7\n");
	struct voice_settings settings = usual();

	settings.commands[VOICE_RECORDER] = "./bad";
	begin_with(settings);
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
	struct voice_settings settings = usual();
	struct plan plan = spoken_plan();

	(void)state;
	settings.commands[VOICE_RECORDER] = "./missing -q";
	begin_with(settings);
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
	begin_with(settings);
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
	begin_with(usual());
	speak();
	assert_int_equal(stat("recordings", &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
}

static void
where_no_file_can_be_made_practice_goes_on(void **state)
{
	struct plan plan = spoken_plan();

	(void)state;
	begin_with(usual());
	fclose(fopen("recordings", "w"));
	scene_practise(&plan);
	assert_sees("recordings is not a directory of yours");
	assert_sees("3:00 left");
	remove("recordings");
}

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
	begin_with(usual());
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
	begin_with(usual());
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
	struct voice_settings settings = usual();

	(void)state;
	script("play", "trap 'echo stopped >end; exit 1' INT; echo >begun; "
		       "while :; do sleep 0.01; done\n");
	begin_with(settings);
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
	struct voice_settings settings = usual();

	(void)state;
	script("play", "trap 'echo stopped >end; exit 1' INT; echo >begun; "
		       "while :; do sleep 0.01; done\n");
	begin_with(settings);
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
	begin_with(usual());
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
	struct voice_settings settings = usual();

	(void)state;
	script("play", "exit 2\n");
	begin_with(settings);
	speak();
	finish_and_judge(1);
	stage_key('a');
	await_sees("./play ended with status 2");
}

static void
the_question_is_read_on_request(void **state)
{
	(void)state;
	begin_with(usual());
	scene_answer("");
	assert_int_equal(access("log", F_OK), -1);
	stage_key(K_F9);
	await_file("log", "say: Tell me about a failure that you owned.\n");
}

static void
it_is_read_when_it_is_shown(void **state)
{
	struct voice_settings settings = usual();
	struct plan plan = scene_plan();

	(void)state;
	settings.read_aloud = true;
	begin_with(settings);
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
	struct voice_settings settings = usual();
	struct plan plan = scene_plan();

	fixture_sql(fixture->path, "DELETE FROM interruption");
	fixture_import(fixture->store, "interruptions",
	    "interruption,round,left_s,text\r\nhalved,,100,Half of it?\r\n");
	settings.read_aloud = read_aloud;
	begin_with(settings);
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
	struct voice_settings settings = usual();
	struct plan plan = scene_plan();

	(void)state;
	script("say", "trap 'echo stopped >end; exit 1' INT; echo >begun; "
		      "while :; do sleep 0.01; done\n");
	settings.read_aloud = true;
	begin_with(settings);
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
	struct voice_settings settings = usual();
	struct plan plan = scene_plan();

	(void)state;
	script("say", "trap 'sleep 0.2; exit 1' INT; echo \"$1\" >>log; "
		      "while :; do sleep 0.01; done\n");
	settings.read_aloud = true;
	begin_with(settings);
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
	begin_with(usual());
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
	struct voice_settings settings = usual();

	script("hear", "printf 'a\\377b\\n'\n");
	begin_with(settings);
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
	struct voice_settings settings = usual();

	(void)state;
	script("hear", "exit 0\n");
	begin_with(settings);
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
	struct voice_settings settings = usual();

	(void)state;
	script("hear", "echo half; exit 4\n");
	begin_with(settings);
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

/* A WAV file whose header knows how much it holds. */
static bool
is_whole_wav(const char *path)
{
	enum { HEADER = 44, LENGTH_AT = 4, NOT_COUNTED = 8 };
	struct str bytes = STR_INIT;
	struct err err = {0};
	size_t length = 0;
	bool whole = file_read(path, 1 << 24, &bytes, &err) == 0 &&
		     bytes.len > HEADER && memcmp(bytes.s, "RIFF", 4) == 0;

	for (int i = 3; whole && i >= 0; i--)
		length = length << 8 | (unsigned char)bytes.s[LENGTH_AT + i];
	whole = whole && length == bytes.len - NOT_COUNTED;
	str_release(&bytes);
	return whole;
}

static void
await_wav(const char *path)
{
	for (int i = 0; i < STAGE_MOMENTS && !is_whole_wav(path); i++)
		stage_moment();
	assert_true(is_whole_wav(path));
}

/* Silence, as it would come from a microphone. */
static void
the_real_sox_completes_its_file(void **state)
{
	struct voice_settings settings = usual();

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
	begin_with(settings);
	speak();
	scene_done();
	await_wav(only_recording().s);
	assert_sees_not("recorded nothing");
}

static void
the_real_espeak_ng_reads_the_question(void **state)
{
	struct voice_settings settings = usual();

	(void)state;
	if (!argv_found("espeak-ng")) {
		print_message("no espeak-ng to read with\n");
		skip();
	}
	settings.commands[VOICE_READER] = "espeak-ng -w question.wav {text}";
	begin_with(settings);
	scene_answer("");
	stage_key(K_F9);
	await_wav("question.wav");
	assert_sees_not("ended with");
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
	    ON_STAGE(the_real_sox_completes_its_file),
	    ON_STAGE(the_real_espeak_ng_reads_the_question),
	    ON_STAGE(a_session_of_somebody_elses_names_no_other_place),
	};

	return cmocka_run_group_tests_name("voice", tests, NULL, NULL);
}
