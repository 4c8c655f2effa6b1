/* SPDX-License-Identifier: MIT */
/* Lines that are no part of an answer, but say what is to become of it. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "cli/output.h"
#include "cli/practice_parts.h"

static bool
tell_hint(struct practice *practice)
{
	const char *hint = session_task(&practice->session)->question.hint;

	if (*hint == '\0') {
		output_sentence("This question has no hint.");
		return true;
	}
	session_hint(&practice->session);
	fputs("Hint, so that the mock is not clean: ", stdout);
	output_sentence(hint);
	return true;
}

/* Until the next line; the time of an answer stands meanwhile. */
static bool
pause(struct practice *practice)
{
	bool read;

	session_pause(&practice->session, clock_now().mono_ms);
	output_sentence("Paused, so that the mock is not clean. An empty line "
			"goes on:");
	read = lines_read(practice->lines);
	session_resume(&practice->session, clock_now().mono_ms);
	return read;
}

/* A follow-up question is left at once: what was answered before it stays. */
static bool
skip(struct practice *practice)
{
	if (practice->session.phase != PHASE_PROBE)
		practice->leaves = LEAVES_QUESTION;
	return false;
}

static bool
put_down(struct practice *practice)
{
	practice->leaves = LEAVES_FOR_LATER;
	return false;
}

static bool
stop(struct practice *practice)
{
	practice->leaves = LEAVES_SESSION;
	return false;
}

static bool tell_words(struct practice *practice);

static const struct {
	const char *word, *about;
	bool (*run)(struct practice *practice); /* false: reading ends */
} words[] = {
    {".", "ends the answer", NULL},
    {"?", "tells the time", NULL},
    {".hint", "tells the hint", tell_hint},
    {".pause", "stops the clock for a while", pause},
    {".skip", "leaves the question out; its text is kept", skip},
    {".later", "puts the answer down, to go on with it another time", put_down},
    {".stop", "ends the session here; the text is kept", stop},
    {".help", "tells this", tell_words},
};

enum { WORDS = sizeof(words) / sizeof(words[0]) };

static bool
tell_words(struct practice *practice)
{
	(void)practice;
	output_sentence("A line of its own, no part of the answer:");
	for (size_t i = 0; i < WORDS; i++)
		printf("%s %s\n", words[i].word, words[i].about);
	return true;
}

bool
practice_word(struct practice *practice, bool *goes_on)
{
	struct str *line = &practice->lines->line;

	for (size_t i = 0; i < WORDS; i++) {
		if (words[i].run == NULL || strcmp(line->s, words[i].word) != 0)
			continue;
		*goes_on = words[i].run(practice);
		str_clear(line);
		return true;
	}
	return false;
}
