/* SPDX-License-Identifier: MIT */
/*
 * Speaking and listening, by programs of the user's that run beside this one:
 * the question is read aloud, a spoken answer recorded, played back, and
 * transcribed.  None of it is needed: what is missing or fails is said in one
 * line, and practice goes on.
 */
#ifndef SCREENS_VOICE_H
#define SCREENS_VOICE_H

#include <stdbool.h>

#include "core/session.h"
#include "tui/app.h"

enum voice_part {
	VOICE_RECORDER,
	VOICE_PLAYER,
	VOICE_READER,
	VOICE_TRANSCRIBER,
	VOICE_PARTS,
};

struct voice_settings {
	/* Borrowed; "": the first of the usual ones that is there, "none":
	 * nothing. */
	const char *commands[VOICE_PARTS];
	bool record;     /* spoken answers, until F7 says otherwise */
	bool read_aloud; /* each question when it is shown */
};

struct voice;

/* Recordings stand beside the database.  Nothing is looked for or started
 * yet. */
struct voice *
voice_new(const struct voice_settings *settings, const char *database);

/* Ends all that runs, which may take a moment. */
void voice_free(struct voice *voice);

/*
 * Does what the session's phase asks for: a spoken answer is recorded while
 * its clock runs, a question is read when it is shown and left off when the
 * answer begins.  Call it after each event while a question is on screen, and
 * voice_hush() when it leaves.
 */
void voice_follow(struct voice *voice, const struct session *session);
void voice_hush(struct voice *voice);

/* True while a recorder runs. */
bool voice_records(const struct voice *voice);

/* Recording on or off, from now on; only while a spoken answer is given. */
void voice_toggle_record(struct voice *voice, const struct session *session);

/* Reads what is asked, or leaves off; not while it is still covered. */
void voice_read(struct voice *voice, const struct session *session);

/* True where there is a recording of that kept answer, or will be soon. */
bool voice_has_recording(const struct voice *voice, const char *answer_id);

/* Plays an answer's recording, or leaves off. */
void voice_play(struct voice *voice, const char *answer_id);

/* The answer that was recorded under `name` (recording.h) is kept. */
void voice_keep(struct voice *voice, const char *name, const char *answer_id);

/* Begins to turn the present answer's recording into text. */
void voice_transcribe(struct voice *voice, const struct session *session);

/* Appends the text to the present answer's once it is there; true then. */
bool voice_take_text(struct voice *voice, struct session *session);

/* Watches the programs of the desk's voice (desk.h). */
extern const struct beside voice_beside;

#endif
