/* SPDX-License-Identifier: MIT */
/* The log that a user may ask for: one line an event, appended, private.  It
 * never holds the text of an answer. */
#ifndef CLI_LOG_H
#define CLI_LOG_H

#include "base/err.h"

/* Opens the file for appending, made with mode 0600; `*fd` is the caller's to
 * close. */
int log_open(const char *path, int *fd, struct err *err);

/* `2026-11-20T09:30:00Z PID EVENT TEXT`, in one write so that programs can
 * share a log.  With `fd` -1 nothing happens. */
void log_event(int fd, const char *event, const char *text);

#endif
