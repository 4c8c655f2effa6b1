/* SPDX-License-Identifier: MIT */
/* What is written: by keys, by a paste, in another editor.  It goes to the
 * questions back, to a backlog or to the answer, whichever has the focus. */
#include "screens/practice_write.h"

#include <stdio.h>

#include "base/external.h"
#include "screens/practice.h"

static struct session *
session_of(struct practice_state *state)
{
	return &state->run->session;
}

bool
practice_is_paused(struct practice_state *state)
{
	bool paused = session_paused(session_of(state));

	if (paused)
		snprintf(state->notice, sizeof(state->notice),
		    "paused; F2 or Alt-P goes on");
	return paused;
}

static void
say_full(struct practice_state *state, const char *of)
{
	if (state->editor.full)
		snprintf(state->notice, sizeof(state->notice),
		    "the answer is full at %d KB; the rest of the %s was left "
		    "out",
		    ANSWER_LIMIT / 1024, of);
}

static int
edit_externally(void *data, struct err *err)
{
	struct practice_state *state = data;
	size_t n;
	const char *text = editor_text(&state->editor, &n);
	struct str edited_text = STR_INIT;
	int rc = external_edit(text, n, &edited_text, err);

	if (rc == 0) {
		editor_replace(&state->editor, edited_text.s, edited_text.len);
		say_full(state, "file");
	}
	str_release(&edited_text);
	return rc;
}

struct outcome
practice_run_editor(struct practice_state *state, const struct event *event)
{
	(void)event;
	if (!practice_writes(state) || state->editor.locked ||
	    practice_is_paused(state))
		return OUTCOME_STAY;
	state->outside = true;
	return (struct outcome){.kind = RUN, .run = edit_externally};
}

/* A hint that stands beside the answer does not stop it. */
static bool
takes_keys(const struct practice_state *state, int cols)
{
	return practice_shows_editor(state, cols) &&
	       (state->over == OVER_NONE || state->over == OVER_HINT);
}

/* True where the answer changed. */
static bool
write_key(struct practice_state *state, int key)
{
	return practice_backlog_has_focus(state)
		   ? practice_backlog_key(state, key)
		   : editor_key(&state->editor, key);
}

void
practice_write_key(struct practice_state *state, const struct event *event)
{
	if (!takes_keys(state, event->cols) || practice_is_paused(state))
		return;
	if (practice_clarifies(state))
		practice_clarify_key(state, event);
	else if (write_key(state, event->key))
		practice_changed(state, event->now.mono_ms);
}

void
practice_paste(struct practice_state *state, const struct event *event)
{
	if (!takes_keys(state, event->cols) || practice_is_paused(state))
		return;
	if (practice_clarifies(state))
		field_paste(&state->clarify, event->text, event->len);
	else if (practice_backlog_has_focus(state))
		practice_backlog_paste(state, event);
	else
		editor_paste(&state->editor, event->text, event->len);
	say_full(state, "paste");
	practice_changed(state, event->now.mono_ms);
}
