/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "base/utf8.h"

/* SIGPIPE is ignored, and stdio forgets the errno of an earlier write: so the
 * pipe itself is asked. */
bool
output_reader_gone(void)
{
	struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};

	return poll(&out, 1, 0) == 1 && (out.revents & (POLLERR | POLLHUP));
}

int
output_finish(struct err *err)
{
	errno = 0;
	if (fflush(stdout) == 0 && !ferror(stdout))
		return 0;
	int reason = errno;

	if (output_reader_gone())
		return 0;
	return fail(err, "cannot write standard output: %s",
	    reason != 0 ? strerror(reason) : "an earlier write failed");
}

static void
print_visible(const char *text, bool keep_lines)
{
	struct str shown = STR_INIT;

	utf8_visible(&shown, text, strlen(text), keep_lines);
	fputs(shown.s, stdout);
	str_release(&shown);
}

void
output_text(const char *text)
{
	print_visible(text, false);
}

void
output_lines(const char *text)
{
	print_visible(text, true);
}
