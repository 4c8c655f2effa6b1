/* SPDX-License-Identifier: MIT */
/* A recording becomes text, which is added to the answer before it is rated. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "screens/voice_parts.h"

enum { TEXT_LIMIT = 1 << 20 }; /* bytes of an answer, and of a transcript */

void
voice_forget_transcript(struct voice *voice)
{
	if (voice->transcript != NULL)
		unlink(voice->transcript);
	free(voice->transcript);
	voice->transcript = NULL;
	voice->transcribed = false;
}

/* A private file for what the transcriber says, beside the recording. */
static char *
transcript_of(const char *recording)
{
	struct str path = STR_INIT;

	str_addf(&path, "%s.txt", recording);
	return str_detach(&path);
}

static void
begin_transcript(struct voice *voice, const struct session *session)
{
	struct job *job = &voice->jobs[JOB_TRANSCRIBE];
	char *first;

	job_forget(job);
	voice_forget_transcript(voice);
	recording_name(session, job->name);
	first = recording_piece(voice->database, job->name, 1);
	if (first == NULL) {
		voice_say(voice, "there is no recording of this answer");
		return;
	}
	voice->transcript = transcript_of(first);
	unlink(voice->transcript);
	free(first);
	if (job_next_piece(
		voice, JOB_TRANSCRIBE, VOICE_TRANSCRIBER, voice->transcript))
		voice_say(
		    voice, "transcribing; the words will be added to the text");
}

void
voice_transcribe(struct voice *voice, const struct session *session)
{
	if (child_runs(&voice->jobs[JOB_TRANSCRIBE].child))
		voice_say(voice, "the transcriber is still at work");
	else if (child_runs(&voice->jobs[JOB_RECORD].child))
		voice_say(voice, "the recording is still being completed");
	else
		begin_transcript(voice, session);
}

/* Without the white space around it, behind an empty line. */
static void
append(struct str *text, const char *words, size_t n)
{
	static const char white[] = " \t\r\n";

	while (n > 0 && strchr(white, words[n - 1]) != NULL)
		n--;
	while (n > 0 && strchr(white, *words) != NULL) {
		words++;
		n--;
	}
	if (text->len > 0 && n > 0)
		str_add(text, "\n\n");
	str_addn(text, words, n);
}

bool
voice_take_text(struct voice *voice, struct session *session)
{
	struct str raw = STR_INIT, words = STR_INIT;
	struct err err = {0};
	bool taken = false;

	if (!voice->transcribed)
		return false;
	if (file_read(voice->transcript, TEXT_LIMIT, &raw, &err) == 0)
		utf8_repair(&words, raw.s, raw.len);
	if (err.status != ERR_NONE)
		voice_say(voice, err.text);
	else if (session->take.text.len + words.len > TEXT_LIMIT)
		voice_say(voice, "the transcript is too long for the answer");
	else if (words.len == 0)
		voice_say(voice, "the transcriber heard no words");
	else
		taken = true;
	if (taken)
		append(&session->take.text, words.s, words.len);
	str_release(&raw);
	str_release(&words);
	voice_forget_transcript(voice);
	return taken;
}

void
voice_transcriber_ended(struct voice *voice, struct job *job)
{
	if (job->child.asked) {
		voice_forget_transcript(voice);
	} else if (job->child.status != 0) {
		job_say_failed(voice, job, "there is no transcript");
		voice_forget_transcript(voice);
	} else if (job_next_piece(voice, JOB_TRANSCRIBE, VOICE_TRANSCRIBER,
		       voice->transcript)) {
		return;
	} else {
		voice->transcribed = true;
	}
	job_forget(job);
}
