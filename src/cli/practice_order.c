/* SPDX-License-Identifier: MIT */
/* A backlog in lines: its order in one, then a trade-off for each feature. */
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "cli/output.h"
#include "cli/practice_parts.h"
#include "cli/practice_show.h"
#include "core/priority.h"

enum { TRADE_OFF_MAX = 16 * 1024 }; /* bytes */

/* The next reply that is not a question for the time. */
static bool
read_reply(struct practice *practice, bool pending)
{
	while (pending || practice_read(practice)) {
		pending = false;
		if (strcmp(practice->lines->line.s, "?") != 0)
			return true;
		show_time_left(&practice->session);
	}
	return false;
}

/* Until it is an order; false at the end of input, or of a strict time. */
static bool
read_order(struct practice *practice, bool pending)
{
	struct parts *parts = &practice->session.take.parts;

	puts("Your order: the numbers in one line, first to last:");
	while (read_reply(practice, pending)) {
		struct err err = {0};

		pending = false;
		if (practice_is_locked(practice))
			return false;
		if (priority_arrange(parts, practice->lines->line.s, &err) == 0)
			return true;
		printf("%s.\n", err.text);
	}
	return false;
}

static void
ask_trade_off(const struct part *part, size_t at)
{
	printf("%zu. ", at + 1);
	output_text(part->name);
	puts(": what do you trade for it? (Enter leaves it out)");
}

static bool
read_trade_off(struct practice *practice, size_t at)
{
	struct parts *parts = &practice->session.take.parts;
	struct str *line = &practice->lines->line;

	ask_trade_off(parts_nth(parts, PART_PRIORITY, at), at);
	if (!read_reply(practice, false) || practice_is_locked(practice))
		return false;
	if (line->len > TRADE_OFF_MAX)
		str_cut(line, utf8_prev(line->s, line->len, TRADE_OFF_MAX));
	priority_say(parts, at, line->s);
	return true;
}

/* What an answer that goes on has of it already. */
static void
show_order(const struct parts *parts)
{
	struct str text = STR_INIT;

	priority_text(parts, &text);
	puts("Your order so far:");
	output_lines(text.s);
	str_release(&text);
}

static int
read_trade_offs(struct practice *practice, struct err *err)
{
	const struct parts *parts = &practice->session.take.parts;
	const struct part *part;

	for (size_t i = 0; (part = parts_nth(parts, PART_PRIORITY, i)) != NULL;
	     i++) {
		if (*part->text != '\0')
			continue;
		if (!read_trade_off(practice, i))
			return 0;
		if (practice_save_typing(practice, err) != 0)
			return -1;
	}
	return 0;
}

int
practice_order(struct practice *practice, bool pending, struct err *err)
{
	const struct parts *parts = &practice->session.take.parts;

	practice->refused = false;
	if (priority_count(parts) == 0)
		return 0;
	if (priority_touched(
		parts, &session_task(&practice->session)->material))
		show_order(parts);
	else if (!read_order(practice, pending))
		return 0;
	if (practice_save_typing(practice, err) != 0)
		return -1;
	return read_trade_offs(practice, err);
}
