/* SPDX-License-Identifier: MIT */
/*
 * The words of a command as the user writes it in a setting.  No shell reads
 * it: blanks part words, '…' and "…" keep blanks in one, and nothing else
 * means anything.
 */
#ifndef BASE_ARGV_H
#define BASE_ARGV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

struct argv {
	char **words; /* owned, ended by NULL; NULL before argv_split() */
	size_t n;
};

/* Fails where a quote does not end, or there is no word; `argv` is empty
 * then. */
int argv_split(const char *command, struct argv *argv, struct err *err);
void argv_release(struct argv *argv);

/*
 * Puts `text` where the words behind the first hold `mark`, in a whole word or
 * within one; where none does, it becomes the last word.  A word that is
 * nothing but the text never looks like an option: one that begins with `-`
 * gets a blank before it.
 */
void argv_fill(struct argv *argv, const char *mark, const char *text);

/* Appends a word for a command that is shown to be copied: a shell reads it
 * back as the same one. */
void argv_quote(struct str *out, const char *word);

/* True when a program of this name can be started, as execvp() looks for it. */
bool argv_found(const char *program);

#endif
