/* SPDX-License-Identifier: MIT */
/* What the files of voice.h share: the programs at work. */
#ifndef SCREENS_VOICE_PARTS_H
#define SCREENS_VOICE_PARTS_H

#include "base/child.h"
#include "screens/recording.h"
#include "screens/voice.h"

/* Reading and playing are one: they would be heard at once. */
enum job_kind { JOB_RECORD, JOB_SOUND, JOB_TRANSCRIBE, JOBS };

struct job {
	struct child child;
	char *program;             /* its name; owned */
	char *file;                /* what it works on or writes; owned */
	char name[RECORDING_NAME]; /* whose pieces it works on; "": none */
	int piece;
};

/* What is on screen: when it changes, it is read anew. */
struct place {
	int at; /* PLACE_NONE: no question */
	enum phase phase;
	int probe_at;
	bool interrupted;
};

enum { PLACE_NONE = -1 };

struct voice {
	struct voice_settings settings;
	const char *database; /* borrowed */
	bool recording;       /* is wished */
	struct place place;
	struct job jobs[JOBS];
	char kept_as[ID_SIZE]; /* the answer that is still recorded; "": none */
	char *unread; /* waits for what is heard to end; owned, NULL: none */
	char *transcript; /* the file that it is written to; owned */
	bool transcribed; /* it is whole, and waits to be taken */
	char notice[sizeof(struct err)]; /* to be said; "": nothing */
};

void voice_say(struct voice *voice, const char *text);

/* Starts the part's program on a file or text, its output to `out`; false,
 * and said, where that can't be. */
bool job_start(struct voice *voice, enum job_kind kind, enum voice_part part,
    const char *text, const char *out);

/* The same with the next piece of the recording that the job goes through;
 * false: there is none. */
bool job_next_piece(struct voice *voice, enum job_kind kind,
    enum voice_part part, const char *out);

void job_forget(struct job *job);

/* Says that its program ended by itself, and what that means. */
void
job_say_failed(struct voice *voice, const struct job *job, const char *what);

/* Reads what waits to be read, unless something is heard yet. */
void voice_read_unread(struct voice *voice);
void voice_forget_unread(struct voice *voice);

/* Its file goes too. */
void voice_forget_transcript(struct voice *voice);

/* The transcriber has ended. */
void voice_transcriber_ended(struct voice *voice, struct job *job);

#endif
