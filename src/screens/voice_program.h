/* SPDX-License-Identifier: MIT */
/* Which program does what: the user's, else the first of the usual ones. */
#ifndef SCREENS_VOICE_PROGRAM_H
#define SCREENS_VOICE_PROGRAM_H

#include "base/argv.h"
#include "screens/voice.h"

/*
 * The argument list of a part, with `text` in it: the file to be recorded,
 * played or transcribed, or the words to be read.  Release it.  Fails where
 * there is no such program, or it is switched off.
 */
int voice_program(enum voice_part part, const char *command, const char *text,
    struct argv *argv, struct err *err);

#endif
