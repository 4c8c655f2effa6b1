/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/str.h"
#include "base/utf8.h"
#include "tui/wrap.h"

enum { NUMBER_COLS = 4 }; /* `10. ` */

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

void
output_text(const char *text)
{
	struct str shown = STR_INIT;

	utf8_visible(&shown, text, strlen(text), false);
	fputs(shown.s, stdout);
	str_release(&shown);
}

/* Cells of the terminal that reads standard output; 0 when none does. */
static int
terminal_cols(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

/* White space that did not fit would begin a row of its own. */
static size_t
visible_end(const char *s, const struct wrap_row *row)
{
	size_t end = row->end;

	while (end > row->start && s[end - 1] == ' ')
		end--;
	return end;
}

static void
print_wrapped(const struct str *text, int cols)
{
	struct wrap_row row;

	for (size_t at = 0; at <= text->len; at = row.next) {
		row = wrap_row_at(text->s, text->len, at, cols);
		if (at > 0)
			putchar('\n');
		fwrite(
		    text->s + at, 1, visible_end(text->s, &row) - at, stdout);
	}
}

static void
print(const char *text, bool keep_lines, int cols)
{
	struct str shown = STR_INIT;

	utf8_visible(&shown, text, strlen(text), keep_lines);
	if (cols > 0)
		print_wrapped(&shown, cols);
	else
		fputs(shown.s, stdout);
	str_release(&shown);
}

void
output_sentence(const char *text)
{
	print(text, false, terminal_cols() - NUMBER_COLS);
	putchar('\n');
}

void
output_lines(const char *text)
{
	print(text, true, terminal_cols());
}
