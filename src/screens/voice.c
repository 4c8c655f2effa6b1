/* SPDX-License-Identifier: MIT */
/* What is heard and recorded follows the session. */
#include "screens/voice.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screens/desk.h"
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

void
voice_free(struct voice *voice)
{
	for (int i = 0; i < JOBS; i++)
		child_stop(&voice->jobs[i].child);
	for (int i = 0; i < JOBS; i++) {
		child_finish(&voice->jobs[i].child);
		if (i == JOB_RECORD && voice->jobs[i].file != NULL)
			recording_drop_empty(voice->jobs[i].file);
		job_forget(&voice->jobs[i]);
	}
	voice_forget_transcript(voice);
	free(voice);
}

/* The recording goes to the next file, made before so that it is private. */
static void
start_recording(struct voice *voice, const struct session *session)
{
	struct job *job = &voice->jobs[JOB_RECORD];
	char name[RECORDING_NAME];
	struct err err = {0};

	recording_name(session, name);
	if (recording_begin(voice->database, name, &job->file, &err) != 0) {
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

static void
read_aloud(struct voice *voice, const struct session *session)
{
	char *text = session_asked(session);

	/* One that was just left off may take a moment to end. */
	if (!child_runs(&voice->jobs[JOB_SOUND].child)) {
		job_forget(&voice->jobs[JOB_SOUND]);
		job_start(voice, JOB_SOUND, VOICE_READER, text, NULL);
	}
	free(text);
}

/* The question, or a probe, is shown that was not shown before. */
static bool
is_new(const struct place *before, const struct place *place)
{
	return place->phase == PHASE_THINK || place->phase == PHASE_PROBE ||
	       (place->phase == PHASE_ANSWER &&
		   (before->phase != PHASE_THINK || before->at != place->at));
}

static void
follow_reading(struct voice *voice, const struct session *session)
{
	struct place before = voice->place;
	struct place place = {session->at, session->phase,
	    session->phase == PHASE_PROBE ? session->take.probe_at : 0};

	if (before.at == place.at && before.phase == place.phase &&
	    before.probe_at == place.probe_at)
		return;
	voice->place = place;
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

	if (child_runs(child))
		child_stop(child);
	else if (session->phase != PHASE_READY)
		read_aloud(voice, session);
}

void
voice_play(struct voice *voice, const char *answer_id)
{
	struct job *job = &voice->jobs[JOB_SOUND];

	if (child_runs(&job->child)) {
		child_stop(&job->child);
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
	/* It may still write: the file has its new name then too. */
	child_stop(&voice->jobs[JOB_RECORD].child);
	child_stop(&voice->jobs[JOB_TRANSCRIBE].child);
	recording_rename(voice->database, name, answer_id);
}

/* Recorders end with any status when they are asked to. */
static void
recorder_ended(struct voice *voice, struct job *job)
{
	bool empty = recording_drop_empty(job->file);

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
}

static void (*const on_end[JOBS])(struct voice *voice, struct job *job) = {
    [JOB_RECORD] = recorder_ended,
    [JOB_SOUND] = sound_ended,
    [JOB_TRANSCRIBE] = voice_transcriber_ended,
};

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
