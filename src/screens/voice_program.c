/* SPDX-License-Identifier: MIT */
#include "screens/voice_program.h"

#include <string.h>

enum { USUAL = 4 };

#ifdef __APPLE__
#define FFMPEG_INPUT "-f avfoundation -i :0"
#else
#define FFMPEG_INPUT "-f pulse -i default"
#endif

/* 16 kHz, one channel: what is enough for speech, and what whisper takes. */
static const struct {
	const char *name, *mark;
	const char *usual[USUAL]; /* NULL where there is no further one */
} parts[VOICE_PARTS] = {
    [VOICE_RECORDER] = {"recorder", "{file}",
	{"arecord -q -f S16_LE -r 16000 -c 1 {file}",
	    "sox -q -d -b 16 -r 16000 -c 1 {file}",
	    "ffmpeg -nostdin -loglevel quiet -y " FFMPEG_INPUT
	    " -ar 16000 -ac 1 {file}"}},
    [VOICE_PLAYER] = {"player", "{file}",
	{"aplay -q {file}", "play -q {file}", "afplay {file}",
	    "ffplay -nodisp -autoexit -loglevel quiet {file}"}},
    [VOICE_READER] = {"reader", "{text}",
	{"espeak-ng {text}", "espeak {text}", "say {text}"}},
    [VOICE_TRANSCRIBER] = {"transcriber", "{file}",
	{"whisper-cli -f {file} -np -nt"}},
};

static const char switched_off[] = "none";

static int
split_usual(enum voice_part part, struct argv *argv, struct err *err)
{
	struct str names = STR_INIT;

	for (int i = 0; i < USUAL && parts[part].usual[i] != NULL; i++) {
		if (argv_split(parts[part].usual[i], argv, err) != 0)
			break;
		if (argv_found(argv->words[0])) {
			str_release(&names);
			return 0;
		}
		str_addf(&names, "%s%s", i > 0 ? ", " : "", argv->words[0]);
		argv_release(argv);
	}
	fail(err, "there is no %s here: install one of %s, or set `%s`",
	    parts[part].name, names.s, parts[part].name);
	str_release(&names);
	return -1;
}

int
voice_program(enum voice_part part, const char *command, const char *text,
    struct argv *argv, struct err *err)
{
	int rc;

	if (strcmp(command, switched_off) == 0)
		return fail(err, "the setting `%s` is none", parts[part].name);
	rc = *command == '\0' ? split_usual(part, argv, err)
			      : argv_split(command, argv, err);
	if (rc == 0)
		argv_fill(argv, parts[part].mark, text);
	return rc;
}
