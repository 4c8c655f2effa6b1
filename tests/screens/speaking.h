/* SPDX-License-Identifier: MIT */
/*
 * Recording, playing, reading aloud and transcribing with programs of the
 * tests' own: scripts in the stage's directory, where the database is too.
 * What they were told to do they note in files there.
 */
#ifndef SCREENS_SPEAKING_H
#define SCREENS_SPEAKING_H

#include "scene.h"
#include "stage.h"

/* What the status line says of a recording with notes. */
#define RECORDING "recording notes:"

/* Makes a program of a script's lines. */
void script(const char *name, const char *body);

/* Programs for all of it: `rec` completes its file when it is asked to stop,
 * `play`, `say` and `hear` note what they got in `log`. */
struct voice_settings speaking_usual(void);
void speaking_begin(struct voice_settings settings);
struct plan speaking_plan(void);

/* Real time passes until the file holds that, or is a whole WAV file. */
void await_file(const char *path, const char *expected);
void await_wav(const char *path);

/* Names of the files in `recordings`, each ended by a blank; owned by the
 * caller. */
char *recordings(void);

/* The names that the kept answer's pieces must have; as above. */
char *pieces_of_kept(int n);

/* Real time passes until the recordings have these names, or until so many of
 * them hold something. */
void await_recordings(const char *expected);
void await_pieces(int n);

/* The one that there is. */
struct path {
	char s[128];
};
struct path only_recording(void);

/* At the answer, which is being recorded. */
void speak(void);

/* Off and on again by the key: another piece begins. */
void record_anew(int key, int pieces);

/* From the answer to the reveal, the recording's pieces named. */
void finish_and_judge(int pieces);

#endif
