/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "screens/offer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screens/frame.h"
#include "store/draft.h"
#include "store/session.h"

enum { SECOND_MS = 1000 };

/* A draft that can't be read (its question is gone) is offered too, to be
 * discarded. */
static int
load_newest(
    struct offer *offer, struct desk *desk, struct instant now, struct err *err)
{
	struct session session;
	struct err problem = {0};
	int rc;

	offer->problem[0] = '\0';
	if (store_draft_count(desk->store, &offer->drafts, err) != 0)
		return -1;
	if (offer->drafts == 0)
		return 0;
	rc = store_draft_get(
	    desk->store, 0, now, &session, offer->broken_id, &problem);
	if (rc == 1) {
		offer->run = run_new(desk, &session);
		run_own_resumed(offer->run, offer);
		offer->run->loaded_ms = now.mono_ms;
	} else if (rc < 0) {
		snprintf(
		    offer->problem, sizeof(offer->problem), "%s", problem.text);
	}
	return 0;
}

int
offer_load(
    struct offer *offer, struct desk *desk, struct instant now, struct err *err)
{
	*offer = (struct offer){0};
	if (desk->drafts_offered)
		return 0;
	return load_newest(offer, desk, now, err);
}

void
offer_release(struct offer *offer)
{
	run_leave(offer->run, offer);
	offer->run = NULL;
	offer->drafts = 0;
	offer->problem[0] = '\0';
}

bool
offer_open(const struct offer *offer)
{
	return offer->run != NULL || offer->problem[0] != '\0';
}

/* What was written is never thrown away by a key: it is kept as a skipped
 * answer, or as an unrated one where it was finished. */
static int
give_up(
    struct offer *offer, struct desk *desk, struct instant now, struct err *err)
{
	struct session *session;
	enum phase phase;

	if (offer->run == NULL)
		return store_draft_drop(desk->store, offer->broken_id, err);
	run_stand_still(offer->run, now);
	session = &offer->run->session;
	phase = session->phase;
	if (session_is_empty(session))
		return store_session_leave(
		    desk->store, session->id, now.wall_ms / SECOND_MS, err);
	sheet_clear(&session->take.sheet);
	return run_keep_answer(offer->run,
	    phase == PHASE_THINK || phase == PHASE_ANSWER, true, now, err);
}

static enum offer_answer
discard(
    struct offer *offer, struct desk *desk, struct instant now, struct err *err)
{
	if (give_up(offer, desk, now, err) != 0)
		return OFFER_NOTHING;
	offer_release(offer);
	if (load_newest(offer, desk, now, err) != 0)
		return OFFER_NOTHING;
	return OFFER_GONE;
}

enum offer_answer
offer_key(struct offer *offer, struct desk *desk, const struct event *event,
    struct run **run, struct err *err)
{
	switch (event->key) {
	case 'r':
	case '\n':
		if (offer->run == NULL)
			return OFFER_NOTHING;
		*run = offer->run;
		offer->run = NULL;
		desk->drafts_offered = true;
		run_wake(*run, event->now);
		return OFFER_RESUME;
	case 'x':
		return discard(offer, desk, event->now, err);
	case K_ESC:
		desk->drafts_offered = true;
		offer_release(offer);
		return OFFER_LATER;
	default:
		return OFFER_NOTHING;
	}
}

static const char *
where_it_stands(const struct session *session)
{
	if (session->phase == PHASE_PREDICT || session->phase == PHASE_RATE)
		return "answered, waiting to be rated";
	if (session->phase == PHASE_READY)
		return "not begun";
	if (session_over_days(session))
		return "put down, its clock stopped";
	if (session_paused(session))
		return "its clock paused";
	return "its clock running on";
}

static void
draft_text(const struct offer *offer, char *out, size_t size)
{
	const struct session *session;
	size_t words;
	char *text;

	if (offer->run == NULL) {
		snprintf(out, size, "An open draft can't be read: %.600s",
		    offer->problem);
		return;
	}
	session = &offer->run->session;
	text = session_text(session);
	words = session_is_empty(session) ? 0 : utf8_words(text, strlen(text));
	snprintf(out, size,
	    "An open draft%s: question %d of %d, %zu word%s, %s.\n%.300s",
	    offer->drafts > 1 ? " (the newest of several)" : "",
	    session->at + 1, session->n_tasks, words, words == 1 ? "" : "s",
	    where_it_stands(session), session_task(session)->question.prompt);
	free(text);
}

void
offer_draw(const struct offer *offer, struct surface *surface, struct area area)
{
	static const char *const choices[] = {
	    "r, Enter  go on with it",
	    "x         give it up; its text is kept as skipped",
	    "Esc       leave it for later",
	    NULL,
	};
	static const char *const broken[] = {
	    "x         discard it for good",
	    "Esc       leave it for later",
	    NULL,
	};
	char text[1024];

	draft_text(offer, text, sizeof(text));
	frame_ask(surface, area, text, offer->run != NULL ? choices : broken);
}
