/* SPDX-License-Identifier: MIT */
/* One program at work: started, on one piece of a recording after the other. */
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "screens/voice_parts.h"
#include "screens/voice_program.h"

void
voice_say(struct voice *voice, const char *text)
{
	snprintf(voice->notice, sizeof(voice->notice), "%s", text);
}

void
job_forget(struct job *job)
{
	free(job->program);
	free(job->file);
	*job = (struct job){0};
}

bool
job_start(struct voice *voice, enum job_kind kind, enum voice_part part,
    const char *text, const char *out)
{
	struct job *job = &voice->jobs[kind];
	struct err err = {0};
	struct argv argv;
	int rc = voice_program(
	    part, voice->settings.commands[part], text, &argv, &err);

	if (rc == 0) {
		rc = child_start(&job->child, argv.words, out, &err);
		free(job->program);
		job->program = mem_text(argv.words[0]);
		argv_release(&argv);
	}
	if (rc != 0)
		voice_say(voice, err.text);
	return rc == 0;
}

bool
job_next_piece(struct voice *voice, enum job_kind kind, enum voice_part part,
    const char *out)
{
	struct job *job = &voice->jobs[kind];
	char *file;

	if (job->name[0] == '\0')
		return false;
	file = recording_piece(voice->database, job->name, job->piece + 1);
	if (file == NULL)
		return false;
	free(job->file);
	job->file = file;
	job->piece++;
	return job_start(voice, kind, part, file, out);
}

void
job_say_failed(struct voice *voice, const struct job *job, const char *what)
{
	snprintf(voice->notice, sizeof(voice->notice),
	    "%.200s ended with status %d: %s", job->program, job->child.status,
	    what);
}
