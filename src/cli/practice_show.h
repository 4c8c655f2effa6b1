/* SPDX-License-Identifier: MIT */
/* What practice in lines prints. */
#ifndef CLI_PRACTICE_SHOW_H
#define CLI_PRACTICE_SHOW_H

#include "core/session.h"
#include "store/store.h"

void show_question(const struct session *session);
void show_think(const struct session *session);
void show_time_left(const struct session *session);
void show_interruption(const struct session *session);

/* A signal with its anchors, before it is rated. */
void show_signal(const struct signal_spec *signal);

/* The verdict of the present answer, which is fully rated: overall, caps, what
 * to fix next. */
int show_verdict(
    struct store *store, const struct session *session, struct err *err);

/* The same of a sheet on that rubric; `predicted` 0: nothing was. */
int show_judged(struct store *store, const struct rubric *rubric,
    const struct sheet *sheet, int predicted, struct err *err);

/* How many questions were asked before the present answer, where some were
 * wanted. */
void show_asked(const struct session *session);

/* The headings by which the words of an answer are counted. */
void show_headings(const struct session *session);

/* How its words are spread over them, where it has some. */
void show_sections(const struct session *session);

/* The caps that lowered a verdict, a line each. */
void show_caps(unsigned caps);

/* What was found in an answer's text, of which `rubric` may be NULL. */
int show_answer_notes(struct store *store, const struct answer *answer,
    const struct rubric *rubric, struct err *err);

/* The same of the present answer. */
int
show_notes(struct store *store, const struct session *session, struct err *err);

/* The verdict of a session that was kept. */
int show_session(struct store *store, const char *id, struct err *err);

#endif
