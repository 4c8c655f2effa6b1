/* SPDX-License-Identifier: MIT */
#include "speaking.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

/* Completes its file when it is asked to stop, as recorders do. */
static const char recorder[] = "printf begun >\"$1\"\n"
			       "trap 'printf %s whole >\"$1\"; exit 1' INT\n"
			       "while :; do sleep 0.01; done\n";

/* Appends what it got to `log`, after its own name. */
static const char notes_argument[] = "echo \"${0##*/}: $1\" >>log\n";
static const char hears[] = "echo; echo \"heard $(cat \"$1\")\"; echo\n";

void
script(const char *name, const char *body)
{
	FILE *to = fopen(name, "w");

	assert_non_null(to);
	fprintf(to, "#!/bin/sh\n%s", body);
	assert_int_equal(fclose(to), 0);
	assert_int_equal(chmod(name, S_IRWXU), 0);
}

/* With programs for all of it that do nothing but note it. */
struct voice_settings
speaking_usual(void)
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

void
speaking_begin(struct voice_settings settings)
{
	stage_voice(&settings);
}

struct plan
speaking_plan(void)
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
void
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
char *
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
void
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

struct path
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
void
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
char *
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
void
speak(void)
{
	struct plan plan = speaking_plan();

	scene_practise(&plan);
	await_sees(RECORDING);
	await_pieces(1);
}

/* Off and on again: another piece begins. */
void
record_anew(int key, int pieces)
{
	stage_key(key);
	await_sees_not("recording");
	stage_key(key);
	await_sees(RECORDING);
	await_pieces(pieces);
}

/* From the answer to the reveal, the recording's pieces named. */
void
finish_and_judge(int pieces)
{
	scene_done();
	stage_key('\n');
	scene_judge("1111", 'n');
	char *names = pieces_of_kept(pieces);

	await_recordings(names);
	free(names);
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

void
await_wav(const char *path)
{
	for (int i = 0; i < STAGE_MOMENTS && !is_whole_wav(path); i++)
		stage_moment();
	assert_true(is_whole_wav(path));
}
