/* SPDX-License-Identifier: MIT */
#include "screens/history_change.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
	for (int i = 0; i < change->n_deleted; i++)
		free(change->deleted[i]);
	free(change->deleted);
}

void
history_change_ask(struct history_change *change, enum history_ask asks,
    const char *session_id)
{
	free(change->asked_of);
	change->asked_of = mem_text(session_id);
	change->asks = asks;
	ask_line_begin(&change->line);
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

static int
has_tag(struct store *store, const char *session_id, const char *tag,
    bool *found, struct err *err)
{
	struct session_row row;
	struct list_of list;
	struct str tags = STR_INIT;
	int rc = store_session_get(store, session_id, &row, err);

	*found = false;
	if (rc != 1)
		return rc;
	rc = store_session_tags(store, row.pk, &tags, err);
	session_row_release(&row);
	list_of_parse(&list, tags.s);
	for (size_t i = 0; i < list.n; i++)
		*found = *found || strcmp(list.items[i], tag) == 0;
	list_of_release(&list);
	str_release(&tags);
	return rc == 0 ? 1 : -1;
}

static bool
keep_tag(struct history_change *change, struct store *store, const char *tag,
    int64_t now_s, char *notice, size_t size)
{
	struct err err = {0};
	bool found;
	int rc = has_tag(store, change->asked_of, tag, &found, &err);

	if (rc == 1)
		rc = store_session_tag_set(
		    store, change->asked_of, tag, !found, now_s, &err);
	return said(
	    rc, &err, found ? "tag taken off" : "tag put on", notice, size);
}

static bool
keep(struct history_change *change, struct store *store, const char *text,
    int64_t now_s, char *notice, size_t size)
{
	struct err err = {0};
	int rc;

	if (change->asks == ASK_TAG)
		return *text != '\0' &&
		       keep_tag(change, store, text, now_s, notice, size);
	rc = store_session_note_set(store, change->asked_of, text, now_s, &err);
	return said(rc, &err, *text != '\0' ? "noted" : "note taken away",
	    notice, size);
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
	changed = keep(
	    change, store, text, event->now.wall_ms / SECOND_MS, notice, size);
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

	if (!said(rc, &err, "deleted; u brings it back", notice, size))
		return false;
	change->deleted = mem_grow(change->deleted,
	    (size_t)change->n_deleted + 1, sizeof(*change->deleted));
	change->deleted[change->n_deleted++] = mem_text(session_id);
	return true;
}

bool
history_undelete(struct history_change *change, struct store *store,
    char *notice, size_t size)
{
	struct err err = {0};
	char *id;
	bool done;

	if (change->n_deleted == 0) {
		snprintf(notice, size, "nothing was deleted here");
		return false;
	}
	id = change->deleted[--change->n_deleted];
	done = said(store_session_undelete(store, id, &err), &err,
	    "brought back", notice, size);
	free(id);
	return done;
}

void
history_change_draw(
    const struct history_change *change, struct surface *surface)
{
	ask_line_draw(&change->line, surface,
	    change->asks == ASK_NOTE ? "note (empty: none):"
				     : "tag to put on or take off:");
}
