/* SPDX-License-Identifier: MIT */
/*
 * Recordings of answers: files in `recordings`, beside the database, which
 * nobody else may read.  An answer is recorded in pieces, as it is paused or
 * left for later: SESSION-QUESTION-1.wav, SESSION-QUESTION-2.wav … until it is
 * kept, then ANSWER-1.wav, ….  Nothing here ever deletes one that holds
 * something.
 */
#ifndef SCREENS_RECORDING_H
#define SCREENS_RECORDING_H

#include "base/err.h"
#include "core/session.h"

enum { RECORDING_NAME = ID_SIZE + 16 };

/* What the present answer's pieces are called until it is kept. */
void recording_name(const struct session *session, char out[RECORDING_NAME]);

/* Makes an empty private file for the next piece, and its directory; the path
 * is absolute and owned by the caller. */
int recording_begin(
    const char *database, const char *name, char **path, struct err *err);

/* The path of a piece, from 1, owned by the caller; NULL: it is not there. */
char *recording_piece(const char *database, const char *name, int piece);

/* Gives the pieces another name: an answer's id. */
void recording_rename(const char *database, const char *from, const char *to);

/* Removes the file where nothing was recorded; true then. */
bool recording_drop_empty(const char *path);

#endif
