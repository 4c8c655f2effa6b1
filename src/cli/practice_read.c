/* SPDX-License-Identifier: MIT */
/* Reading lines against the clock: what it says meanwhile, what is taken. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "cli/practice_parts.h"
#include "cli/practice_show.h"

void
practice_refuse(struct practice *practice, const char *why)
{
	if (!practice->refused)
		puts(why);
	practice->refused = true;
}

bool
practice_is_locked(struct practice *practice)
{
	if (!session_locked(&practice->session, clock_now().mono_ms))
		return false;
	practice_refuse(practice, "The time is up: no more text is taken.");
	return true;
}

/* Adds the present line, or as much of it as there is room for. */
static void
take_line(struct practice *practice, struct str *text, size_t most)
{
	const struct str *line = &practice->lines->line;
	size_t room = most - text->len, n = line->len;

	if (practice_is_locked(practice))
		return;
	if (n >= room) {
		practice_refuse(practice, "The text is as long as it can be.");
		n = room > 1 ? utf8_prev(line->s, n, room - 1) : 0;
	}
	if (text->len > 0 && room > 0)
		str_ch(text, '\n');
	str_addn(text, line->s, n);
}

/* The end of the thinking, or the next quarter of the limit. */
static int64_t
mark_ms(const struct session *session, int64_t now_ms)
{
	return session->phase == PHASE_THINK
		   ? session_left_ms(session, now_ms)
		   : session_quarter_ms(session, now_ms);
}

static void
tell_mark(struct session *session)
{
	if (session_tick(session, clock_now().mono_ms))
		puts("The time to think is over: the clock runs.");
	else
		show_time_left(session);
}

bool
practice_read(struct practice *practice)
{
	struct session *session = &practice->session;
	enum lines_event event;
	bool goes_on = practice->leaves == LEAVES_NOTHING;

	while (goes_on) {
		int64_t now_ms = clock_now().mono_ms;

		if (session_interrupt(session, now_ms))
			show_interruption(session);
		int64_t mark = mark_ms(session, now_ms);
		int64_t due = session_interruption_ms(session, now_ms);
		bool is_mark = due < 0 || (mark >= 0 && mark <= due);

		event = lines_wait(practice->lines, is_mark ? mark : due);
		if (event == LINES_END)
			return false;
		if (event == LINES_TIME && is_mark)
			tell_mark(session);
		if (event == LINES_LINE && !practice_word(practice, &goes_on))
			return true;
	}
	return false;
}

int
practice_read_text(struct practice *practice, struct str *text, size_t most,
    bool pending, struct err *err)
{
	const char *line;

	practice->refused = false;
	while (pending || practice_read(practice)) {
		pending = false;
		line = practice->lines->line.s;
		if (strcmp(line, ".") == 0)
			break;
		if (strcmp(line, "?") == 0) {
			show_time_left(&practice->session);
			continue;
		}
		take_line(practice, text, most);
		if (practice_save_typing(practice, err) != 0)
			return -1;
	}
	return 0;
}
