/* SPDX-License-Identifier: MIT */
#include "cli/log.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/str.h"
#include "base/utf8.h"

enum { SECOND_MS = 1000 };

int
log_open(const char *path, int *fd, struct err *err)
{
	*fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY,
	    S_IRUSR | S_IWUSR);
	if (*fd >= 0)
		return 0;
	return fail(err, "cannot write the log %s: %s", path, strerror(errno));
}

void
log_event(int fd, const char *event, const char *text)
{
	struct str line = STR_INIT;
	char now[DATE_SIZE];
	ssize_t written;

	if (fd < 0)
		return;
	date_utc(now, clock_now().wall_ms / SECOND_MS);
	str_addf(&line, "%s %ld %s ", now, (long)getpid(), event);
	utf8_visible(&line, text, strlen(text), false);
	str_ch(&line, '\n');
	/* A log that can't be written must not stop what it tells of. */
	written = write(fd, line.s, line.len);
	(void)written;
	str_release(&line);
}
