/* SPDX-License-Identifier: MIT */
#include "screens/history_change.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/list.h"
#include "base/mem.h"
#include "store/annotate.h"
#include "store/history.h"

enum { SECOND_MS = 1000 };

void
history_change_init(struct history_change *change)
{
	*change = (struct history_change){0};
	ask_line_init(&change->line);
}

void
history_change_release(struct history_change *change)
{
	ask_line_release(&change->line);
	free(change->asked_of);
	free(change->asked);
	free(change->offered);
	for (int i = 0; i < change->n_steps; i++) {
		free(change->steps[i].session_id);
		free(change->steps[i].text);
	}
	free(change->steps);
}

void
history_change_ask(struct history_change *change, struct store *store,
    enum history_ask asks, const struct session_row *row, char *notice,
    size_t size)
{
	char *note = NULL;
	struct err err = {0};

	if (asks == ASK_NOTE &&
	    store_session_note(store, row->pk, &note, &err) != 0) {
		snprintf(notice, size, "%s", err.text);
		return;
	}
	free(change->asked_of);
	free(change->asked);
	change->asked_of = mem_text(row->id);
	change->asks = asks;
	ask_line_begin(&change->line, note != NULL ? note : "");
	change->asked = ask_line_text(&change->line);
	free(note);
}

/* Takes over the text; NULL where there is none. */
static struct history_step *
add_step(struct history_change *change, const char *session_id, char *text)
{
	struct history_step *step;

	change->steps = mem_grow(
	    change->steps, (size_t)change->n_steps + 1, sizeof(*change->steps));
	step = &change->steps[change->n_steps++];
	*step = (struct history_step){
	    .session_id = mem_text(session_id),
	    .text = text,
	};
	return step;
}

/* What a store's function says: 1, 0 where there is no such session, −1. */
static bool
said(int rc, const struct err *err, const char *done, char *notice, size_t size)
{
	if (rc < 0)
		snprintf(notice, size, "%s", err->text);
	else
		snprintf(notice, size, "%s",
		    rc == 1 ? done : "there is no such session any more");
	return rc == 1;
}

/* 1, or 0 where there is no such session, −1. */
static int
has_tag(struct store *store, const char *session_id, const char *tag,
    bool *found, struct err *err)
{
	struct session_row row;
	struct str tags = STR_INIT;
	int rc = store_session_get(store, session_id, &row, err);

	*found = false;
	if (rc != 1)
		return rc;
	rc = store_session_tags(store, row.pk, &tags, err);
	session_row_release(&row);
	*found = list_of_has(tags.s, tag);
	str_release(&tags);
	return rc == 0 ? 1 : -1;
}

static bool
keep_tag(struct history_change *change, struct store *store, const char *tag,
    int64_t now_s, char *notice, size_t size)
{
	struct history_step *step;
	struct err err = {0};
	bool found;
	int rc = has_tag(store, change->asked_of, tag, &found, &err);

	if (rc == 1)
		rc = store_session_tag_set(
		    store, change->asked_of, tag, !found, now_s, &err);
	if (!said(rc, &err,
		found ? "tag taken off; u brings it back"
		      : "tag put on; u takes it off",
		notice, size))
		return false;
	step = add_step(change, change->asked_of, mem_text(tag));
	step->what = STEP_TAGGED;
	step->was = found;
	return true;
}

static bool
keep_note(struct history_change *change, struct store *store, const char *note,
    int64_t now_s, char *notice, size_t size)
{
	const char *done = *note == '\0' ? "note taken away; u brings it back"
			   : *change->asked == '\0'
			       ? "noted; u takes it away"
			       : "noted; u brings the old one back";
	struct err err = {0};
	int rc;

	if (strcmp(note, change->asked) == 0)
		return false;
	rc = store_session_note_set(store, change->asked_of, note, now_s, &err);
	if (!said(rc, &err, done, notice, size))
		return false;
	add_step(change, change->asked_of, mem_text(change->asked))->what =
	    STEP_NOTED;
	return true;
}

bool
history_change_take(struct history_change *change, struct store *store,
    const char *text, struct instant now, char *notice, size_t size)
{
	int64_t now_s = now.wall_ms / SECOND_MS;

	if (change->asks == ASK_NOTE)
		return keep_note(change, store, text, now_s, notice, size);
	return *text != '\0' &&
	       keep_tag(change, store, text, now_s, notice, size);
}

bool
history_change_event(struct history_change *change, struct store *store,
    const struct event *event, char *notice, size_t size)
{
	bool changed;
	char *text;

	if (ask_line_event(&change->line, event) != ASKED_DONE)
		return false;
	text = ask_line_text(&change->line);
	changed =
	    history_change_take(change, store, text, event->now, notice, size);
	free(text);
	return changed;
}

bool
history_delete(struct history_change *change, struct store *store,
    const char *session_id, struct instant now, char *notice, size_t size)
{
	struct err err = {0};
	int rc = store_session_delete(
	    store, session_id, now.wall_ms / SECOND_MS, &err);

	if (!said(rc, &err, "deleted; u brings it back, D lists the deleted",
		notice, size))
		return false;
	add_step(change, session_id, NULL)->what = STEP_DELETED;
	return true;
}

static void
drop_step(struct history_change *change, int at)
{
	free(change->steps[at].session_id);
	free(change->steps[at].text);
	change->n_steps--;
	for (; at < change->n_steps; at++)
		change->steps[at] = change->steps[at + 1];
}

bool
history_bring_back(struct history_change *change, struct store *store,
    const char *session_id, char *notice, size_t size)
{
	struct err err = {0};
	int rc = store_session_undelete(store, session_id, &err);

	if (!said(rc, &err, "brought back", notice, size))
		return false;
	for (int i = change->n_steps; i-- > 0;)
		if (change->steps[i].what == STEP_DELETED &&
		    strcmp(change->steps[i].session_id, session_id) == 0)
			drop_step(change, i);
	return true;
}

void
history_change_offer_none(struct history_change *change)
{
	free(change->offered);
	change->offered = NULL;
}

/* True once the session that was offered is back. */
static bool
undo_older(struct history_change *change, struct store *store, char *notice,
    size_t size)
{
	struct session_row row;
	struct err err = {0};
	char when[DATE_SIZE];
	bool again, back = false;
	int rc = store_session_deleted_last(store, &row, &err);

	if (rc != 1) {
		snprintf(notice, size, "%s",
		    rc == 0 ? "nothing was changed here" : err.text);
		return false;
	}
	again = change->offered != NULL && strcmp(change->offered, row.id) == 0;
	history_change_offer_none(change);
	if (again) {
		back = history_bring_back(change, store, row.id, notice, size);
	} else {
		change->offered = mem_text(row.id);
		date_local(when, row.started_at, row.utc_offset_min);
		snprintf(notice, size,
		    "deleted last: %s; u again brings it back", when);
	}
	session_row_release(&row);
	return back;
}

static int
undo_step(struct store *store, const struct history_step *step, int64_t now_s,
    const char **done, struct err *err)
{
	switch (step->what) {
	case STEP_DELETED:
		*done = "brought back";
		return store_session_undelete(store, step->session_id, err);
	case STEP_NOTED:
		*done = "the note is as it was";
		return store_session_note_set(
		    store, step->session_id, step->text, now_s, err);
	case STEP_TAGGED:
		*done = step->was ? "the tag is back" : "the tag is off again";
		return store_session_tag_set(
		    store, step->session_id, step->text, step->was, now_s, err);
	}
	return 0;
}

bool
history_undo(struct history_change *change, struct store *store,
    struct instant now, char *notice, size_t size)
{
	const char *done = "";
	struct err err = {0};
	int rc;

	if (change->n_steps == 0)
		return undo_older(change, store, notice, size);
	rc = undo_step(store, &change->steps[change->n_steps - 1],
	    now.wall_ms / SECOND_MS, &done, &err);
	drop_step(change, change->n_steps - 1);
	return said(rc, &err, done, notice, size);
}

void
history_change_draw(
    const struct history_change *change, struct surface *surface)
{
	ask_line_draw(&change->line, surface,
	    change->asks == ASK_NOTE ? "note (empty: none):"
				     : "tag to put on or take off:");
}
