/* SPDX-License-Identifier: MIT */
/* What becomes of a program that has ended, whichever screen is on top. */
#include <stdio.h>
#include <stdlib.h>

#include "screens/desk.h"
#include "screens/voice_parts.h"

/* The file is whole: it gets its name, or goes where nothing is in it.  True
 * then. */
static bool
put_away(struct voice *voice, struct job *job)
{
	bool empty = recording_drop_empty(job->file);

	if (voice->kept_as[0] != '\0')
		recording_rename(voice->database, job->name, voice->kept_as);
	voice->kept_as[0] = '\0';
	return empty;
}

/* Recorders end with any status when they are asked to. */
static void
recorder_ended(struct voice *voice, struct job *job)
{
	bool empty = put_away(voice, job);

	if (!job->child.asked) {
		voice->recording = false;
		job_say_failed(
		    voice, job, "the answer is not recorded; F7 tries again");
	} else if (empty) {
		snprintf(voice->notice, sizeof(voice->notice),
		    "%.200s recorded nothing", job->program);
	}
	job_forget(job);
}

static void
sound_ended(struct voice *voice, struct job *job)
{
	if (job->child.asked)
		;
	else if (job->child.status != 0)
		job_say_failed(voice, job, "it could not be played or read");
	else if (job_next_piece(voice, JOB_SOUND, VOICE_PLAYER, NULL))
		return;
	job_forget(job);
	voice_read_unread(voice);
}

static void (*const on_end[JOBS])(struct voice *voice, struct job *job) = {
    [JOB_RECORD] = recorder_ended,
    [JOB_SOUND] = sound_ended,
    [JOB_TRANSCRIBE] = voice_transcriber_ended,
};

void
voice_free(struct voice *voice)
{
	for (int i = 0; i < JOBS; i++)
		child_stop(&voice->jobs[i].child);
	for (int i = 0; i < JOBS; i++) {
		child_finish(&voice->jobs[i].child);
		if (i == JOB_RECORD && voice->jobs[i].file != NULL)
			put_away(voice, &voice->jobs[i]);
		job_forget(&voice->jobs[i]);
	}
	voice_forget_transcript(voice);
	voice_forget_unread(voice);
	free(voice);
}

static struct voice *
voice_of(void *desk)
{
	return ((struct desk *)desk)->voice;
}

static void
beside_look(void *desk, struct instant now)
{
	struct voice *voice = voice_of(desk);

	for (int i = 0; i < JOBS; i++)
		if (child_look(&voice->jobs[i].child, now.mono_ms))
			on_end[i](voice, &voice->jobs[i]);
}

static int64_t
beside_deadline(void *desk)
{
	const struct voice *voice = voice_of(desk);
	int64_t first = -1;

	for (int i = 0; i < JOBS; i++) {
		int64_t due = child_deadline(&voice->jobs[i].child);

		if (due >= 0 && (first < 0 || due < first))
			first = due;
	}
	return first;
}

static bool
beside_say(void *desk, char *line, size_t size)
{
	struct voice *voice = voice_of(desk);

	if (voice->notice[0] == '\0')
		return false;
	snprintf(line, size, "%s", voice->notice);
	voice->notice[0] = '\0';
	return true;
}

const struct beside voice_beside = {
    .look = beside_look,
    .deadline = beside_deadline,
    .say = beside_say,
};
