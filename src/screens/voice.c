/* SPDX-License-Identifier: MIT */
/* What is heard and recorded follows the session. */
#include "screens/voice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screens/voice_parts.h"

struct voice *
voice_new(const struct voice_settings *settings, const char *database)
{
	struct voice *voice = mem_zero(1, sizeof(*voice));

	voice->settings = *settings;
	voice->database = database;
	voice->recording = settings->record;
	voice->place.at = PLACE_NONE;
	return voice;
}

/* The recording goes to the next file, made before so that it is private. */
static void
start_recording(struct voice *voice, const struct session *session)
{
	struct job *job = &voice->jobs[JOB_RECORD];
	struct err err = {0};

	recording_name(session, job->name);
	if (recording_begin(voice->database, job->name, &job->file, &err) !=
	    0) {
		voice_say(voice, err.text);
	} else if (job_start(
		       voice, JOB_RECORD, VOICE_RECORDER, job->file, NULL)) {
		return;
	} else {
		recording_drop_empty(job->file);
	}
	job_forget(job);
	voice->recording = false;
}

/* A recorder that still completes its file is waited for. */
static void
follow_recording(struct voice *voice, const struct session *session)
{
	struct child *child = &voice->jobs[JOB_RECORD].child;
	bool wanted = voice->recording && session->mode == MODE_SPOKEN &&
		      session->phase == PHASE_ANSWER &&
		      !session_paused(session);

	if (!wanted)
		child_stop(child);
	else if (!child_runs(child))
		start_recording(voice, session);
}

void
voice_forget_unread(struct voice *voice)
{
	free(voice->unread);
	voice->unread = NULL;
}

void
voice_read_unread(struct voice *voice)
{
	struct job *job = &voice->jobs[JOB_SOUND];

	if (voice->unread == NULL || child_runs(&job->child))
		return;
	job_forget(job);
	job_start(voice, JOB_SOUND, VOICE_READER, voice->unread, NULL);
	voice_forget_unread(voice);
}

/* What was asked last.  Owned by the caller. */
static char *
last_asked(const struct session *session)
{
	const char *interruption = session_interrupted_by(session);

	return interruption != NULL ? mem_text(interruption)
				    : session_asked(session);
}

/* What was just left off may take a moment to end. */
static void
read_aloud(struct voice *voice, const struct session *session)
{
	voice_forget_unread(voice);
	voice->unread = last_asked(session);
	voice_read_unread(voice);
}

/* The question, a probe or an interruption is shown that was not shown
 * before. */
static bool
is_new(const struct place *before, const struct place *place)
{
	return place->interrupted || place->phase == PHASE_THINK ||
	       place->phase == PHASE_PROBE ||
	       (place->phase == PHASE_ANSWER &&
		   (before->phase != PHASE_THINK || before->at != place->at));
}

static bool
same_place(const struct place *a, const struct place *b)
{
	return a->at == b->at && a->phase == b->phase &&
	       a->probe_at == b->probe_at && a->interrupted == b->interrupted;
}

static void
follow_reading(struct voice *voice, const struct session *session)
{
	struct place before = voice->place;
	struct place place = {session->at, session->phase,
	    session->phase == PHASE_PROBE ? session->take.probe_at : 0,
	    session_interrupted_by(session) != NULL};

	if (same_place(&before, &place))
		return;
	voice->place = place;
	voice_forget_unread(voice);
	child_stop(&voice->jobs[JOB_SOUND].child);
	if (voice->settings.read_aloud && is_new(&before, &place))
		read_aloud(voice, session);
}

void
voice_follow(struct voice *voice, const struct session *session)
{
	follow_reading(voice, session);
	follow_recording(voice, session);
}

void
voice_hush(struct voice *voice)
{
	voice->place.at = PLACE_NONE;
	voice_forget_unread(voice);
	/* It was for the answer that is left. */
	if (voice->transcribed)
		voice_forget_transcript(voice);
	for (int i = 0; i < JOBS; i++)
		child_stop(&voice->jobs[i].child);
}

bool
voice_records(const struct voice *voice)
{
	const struct child *child = &voice->jobs[JOB_RECORD].child;

	return child_runs(child) && !child->asked;
}

void
voice_toggle_record(struct voice *voice, const struct session *session)
{
	if (session->mode == MODE_SPOKEN && session->phase == PHASE_ANSWER)
		voice->recording = !voice->recording;
}

void
voice_read(struct voice *voice, const struct session *session)
{
	struct child *child = &voice->jobs[JOB_SOUND].child;

	if (child_runs(child) && !child->asked)
		child_stop(child);
	else if (session->phase != PHASE_READY)
		read_aloud(voice, session);
}

bool
voice_has_recording(const struct voice *voice, const char *answer_id)
{
	char *first;

	if (voice == NULL)
		return false;
	first = recording_piece(voice->database, answer_id, 1);
	free(first);
	return first != NULL || strcmp(voice->kept_as, answer_id) == 0;
}

void
voice_play(struct voice *voice, const char *answer_id)
{
	struct job *job = &voice->jobs[JOB_SOUND];

	if (child_runs(&job->child)) {
		child_stop(&job->child);
		return;
	}
	if (strcmp(voice->kept_as, answer_id) == 0) {
		voice_say(voice, "the recording is still being completed");
		return;
	}
	job_forget(job);
	snprintf(job->name, sizeof(job->name), "%s", answer_id);
	if (job_next_piece(voice, JOB_SOUND, VOICE_PLAYER, NULL))
		return;
	if (job->piece == 0)
		voice_say(voice, "there is no recording of this answer");
	job_forget(job);
}

void
voice_keep(struct voice *voice, const char *name, const char *answer_id)
{
	struct job *job = &voice->jobs[JOB_RECORD];

	child_stop(&voice->jobs[JOB_TRANSCRIBE].child);
	child_stop(&job->child);
	if (child_runs(&job->child))
		snprintf(
		    voice->kept_as, sizeof(voice->kept_as), "%s", answer_id);
	else
		recording_rename(voice->database, name, answer_id);
}
