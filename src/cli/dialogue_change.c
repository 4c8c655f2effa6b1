/* SPDX-License-Identifier: MIT */
#include "cli/dialogue_change.h"

#include <string.h>

#include "base/clock.h"
#include "cli/output.h"

/* Room for whatever a change says. */
enum { NOTICE = sizeof(struct err) };

/* As a sentence. */
static void
tell(const char *notice)
{
	struct str line = STR_INIT;

	if (*notice == '\0')
		return;
	str_add(&line, notice);
	if (*notice >= 'a' && *notice <= 'z')
		line.s[0] = (char)(*notice - 'a' + 'A');
	str_ch(&line, '.');
	menu_line(&line);
	str_release(&line);
}

/* `-` stands for nothing. */
static int
ask(struct dialogue *dialogue, enum history_ask asks,
    const struct session_row *row, const char *question, struct err *err)
{
	char notice[NOTICE] = "";
	const char *text;
	struct wish wish;

	if (store_need_write(dialogue->store, err) != 0)
		return -1;
	history_change_ask(&dialogue->change, dialogue->store, asks, row,
	    notice, sizeof(notice));
	output_sentence(question);
	if (!lines_read(&dialogue->lines))
		return MENU_LEAVE;
	text = dialogue->lines.line.s;
	wish = wish_read(text);
	if (*text == '\0' || wish.kind == WISH_BACK)
		return MENU_BACK;
	if (wish.kind == WISH_LEAVE)
		return MENU_LEAVE;
	history_change_take(&dialogue->change, dialogue->store,
	    strcmp(text, "-") == 0 ? "" : text, clock_now(), notice,
	    sizeof(notice));
	tell(notice);
	return MENU_BACK;
}

int
change_note(
    struct dialogue *dialogue, const struct session_row *row, struct err *err)
{
	return ask(dialogue, ASK_NOTE, row,
	    "The note, in a line; - for none, b or an empty line goes back, q "
	    "leaves:",
	    err);
}

int
change_tag(
    struct dialogue *dialogue, const struct session_row *row, struct err *err)
{
	return ask(dialogue, ASK_TAG, row,
	    "The tag to put on, or to take off where it is on; b or an empty "
	    "line goes back, q leaves:",
	    err);
}

int
change_delete(
    struct dialogue *dialogue, const char *session_id, struct err *err)
{
	char notice[NOTICE];

	if (store_need_write(dialogue->store, err) != 0)
		return -1;
	if (!history_delete(&dialogue->change, dialogue->store, session_id,
		clock_now(), notice, sizeof(notice))) {
		tell(notice);
		return MENU_BACK;
	}
	output_sentence("Deleted; u in the history brings it back.");
	return MENU_CHOSEN;
}

int
change_bring_back(
    struct dialogue *dialogue, const char *session_id, struct err *err)
{
	char notice[NOTICE];

	if (store_need_write(dialogue->store, err) != 0)
		return -1;
	history_bring_back(&dialogue->change, dialogue->store, session_id,
	    notice, sizeof(notice));
	tell(notice);
	return MENU_BACK;
}

int
change_undo(struct dialogue *dialogue, struct err *err)
{
	char notice[NOTICE];

	if (store_need_write(dialogue->store, err) != 0)
		return -1;
	history_undo(&dialogue->change, dialogue->store, clock_now(), notice,
	    sizeof(notice));
	tell(notice);
	return MENU_BACK;
}
