/* SPDX-License-Identifier: MIT */
#include "cli/practice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/choices.h"
#include "base/csv.h"
#include "cli/level_lines.h"
#include "cli/output.h"
#include "cli/practice_parts.h"
#include "cli/practice_show.h"
#include "cli/retake_show.h"
#include "cli/sheet_lines.h"
#include "core/clarify.h"
#include "core/priority.h"
#include "core/section.h"
#include "store/draft.h"
#include "store/history.h"
#include "store/lexicon.h"
#include "store/session.h"

enum {
	SECOND_MS = 1000,
	DRAFT_EVERY_MS = 5000,
	/* Bytes; more, an export could not bring back.  The replies to all
	 * probes share a field, in which each byte may be two. */
	ANSWER_MAX = CSV_FIELD_MAX,
	REPLY_MAX = ANSWER_MAX / (2 * (SESSION_PROBES + 1)),
};

int
practice_keep_draft(struct practice *practice, struct err *err)
{
	struct instant now = clock_now();

	practice->saved_ms = now.mono_ms;
	return store_draft_put(practice->store, &practice->session, now, err);
}

/* On a terminal each line took longer to type than it takes to keep. */
int
practice_save_typing(struct practice *practice, struct err *err)
{
	if (!isatty(STDIN_FILENO) &&
	    clock_now().mono_ms - practice->saved_ms < DRAFT_EVERY_MS)
		return 0;
	return practice_keep_draft(practice, err);
}

/* Enter ends the thinking.  Whatever else was typed is the answer's first
 * line: true. */
static bool
think(struct practice *practice)
{
	struct session *session = &practice->session;

	if (session->phase != PHASE_THINK)
		return false;
	show_think(session);
	practice_read(practice);
	if (practice->leaves != LEAVES_NOTHING)
		return false;
	session_answer_now(session, clock_now().mono_ms);
	return practice->lines->line.len > 0;
}

/* What a session that goes on has of a text already. */
static void
show_kept(const struct str *text)
{
	if (text->len == 0)
		return;
	puts("You said so far:");
	output_lines(text->s);
	putchar('\n');
}

/* The questions back, one a line, until an empty line, a dot or the end of
 * input; the present line too when it is `pending`. */
static int
ask_first(struct practice *practice, bool pending, struct err *err)
{
	struct session *session = &practice->session;
	struct parts *parts = &session->take.parts;
	const char *line;

	puts("Ask before you answer: your questions to the interviewer, one a "
	     "line,\nended by an empty line:");
	while (clarify_count(parts) < CLARIFY_MOST &&
	       (pending || practice_read(practice))) {
		pending = false;
		line = practice->lines->line.s;
		if (*line == '\0' || strcmp(line, ".") == 0)
			break;
		if (strcmp(line, "?") == 0)
			show_time_left(session);
		else
			clarify_put(parts, clarify_count(parts), line);
		if (practice_save_typing(practice, err) != 0)
			return -1;
	}
	clarify_end(session);
	return 0;
}

/* Headings alone are no text. */
static bool
is_bare(const struct session *session)
{
	const struct str *text = &session->take.text;

	return session_over_days(session) &&
	       sections_bare(
		   &session_task(session)->rubric, text->s, text->len);
}

/* What the order of a backlog leaves of the answer, and the empty line
 * between them. */
static size_t
notes_most(const struct session *session)
{
	struct str order = STR_INIT;
	size_t n;

	priority_text(&session->take.parts, &order);
	n = order.len > 0 ? order.len + 1 : 0;
	str_release(&order);
	return n < ANSWER_MAX ? ANSWER_MAX - n : 0;
}

static int
answer(struct practice *practice, struct err *err)
{
	struct session *session = &practice->session;
	struct instant now = clock_now();

	practice->saved_ms = now.mono_ms;
	if (session->phase == PHASE_READY)
		session_begin(session, now.mono_ms, now.wall_ms / SECOND_MS);
	if (session->at == 0)
		puts("A line .help tells how to pause, skip or stop.");
	bool pending = think(practice);
	bool ordered = priority_count(&session->take.parts) > 0;

	if (practice->leaves != LEAVES_NOTHING)
		return 0;
	if (clarify_runs(session)) {
		if (ask_first(practice, pending, err) != 0)
			return -1;
		pending = false;
	}
	if (session_over_days(session))
		show_headings(session);
	if (practice_order(practice, pending, err) != 0)
		return -1;
	if (practice->leaves != LEAVES_NOTHING)
		return 0;
	show_kept(&session->take.text);
	if (session_interruption(session) != NULL)
		show_interruption(session);
	printf("Your %s, ended by a line with a single dot:\n",
	    ordered ? "notes" : "answer");
	if (practice_read_text(practice, &session->take.text,
		notes_most(session), pending && !ordered, err) != 0)
		return -1;
	if (practice->leaves != LEAVES_NOTHING)
		return 0;
	if (is_bare(session))
		str_clear(&session->take.text);
	session_finish(session, clock_now().mono_ms);
	return 0;
}

static int
answer_probe(struct practice *practice, struct err *err)
{
	struct session *session = &practice->session;
	int at = session->take.probe_at;
	char *question = session_probe(session, at);

	putchar('\n');
	output_lines(question);
	putchar('\n');
	free(question);
	show_kept(&session->take.probes[at]);
	if (practice_read_text(practice, &session->take.probes[at], REPLY_MAX,
		false, err) != 0)
		return -1;
	if (practice->leaves != LEAVES_NOTHING)
		return 0;
	session_finish(session, clock_now().mono_ms);
	return 0;
}

static bool
predict(struct practice *practice)
{
	int predicted;

	putchar('\n');
	if (!lines_ask_digit(practice->lines,
		"Your overall will be, 1 to 5 (Enter skips): ", RATING_LOW,
		RATING_HIGH, true, &predicted))
		return false;
	session_predict(&practice->session, predicted);
	return true;
}

/* A hint only: nothing fails without it. */
static char *
find_figure(const struct practice *practice)
{
	const struct session *session = &practice->session;
	struct err err = {0};
	char *text = session_text(session), *figure = NULL;

	if (store_find_metric(practice->store, session_company(session), text,
		&figure, &err) != 0)
		figure = NULL;
	free(text);
	return figure;
}

static bool
rate(struct practice *practice)
{
	const struct rubric *rubric = &session_task(&practice->session)->rubric;
	struct sheet *sheet = &practice->session.take.sheet;
	char *figure;
	bool rated;

	if (!sheet_lines_rate(practice->lines, rubric, sheet))
		return false;
	figure = find_figure(practice);
	rated = sheet_lines_metric(practice->lines, rubric, sheet, figure);
	free(figure);
	return rated;
}

/* Against the attempt before, where there is one. */
static int
show_change(const struct practice *practice, struct err *err)
{
	struct answer_row row;
	int rc =
	    store_answer_get(practice->store, practice->answer_id, &row, err);

	if (rc != 1)
		return rc;
	if (row.answer.attempt > 1)
		putchar('\n');
	rc = show_retake(practice->store, &row, false, err);
	answer_row_release(&row);
	return rc;
}

static int
ask(struct practice *practice, struct err *err)
{
	struct session *session = &practice->session;

	show_question(session);
	if (session->phase < PHASE_PROBE && answer(practice, err) != 0)
		return -1;
	while (
	    session->phase == PHASE_PROBE && practice->leaves == LEAVES_NOTHING)
		if (answer_probe(practice, err) != 0)
			return -1;
	if (practice->leaves != LEAVES_NOTHING)
		return practice_leave(practice, err);
	if (practice_keep_draft(practice, err) != 0)
		return -1;
	if ((session->phase == PHASE_PREDICT && !predict(practice)) ||
	    !rate(practice))
		return practice_stop(practice, err);
	if (show_verdict(practice->store, session, err) != 0)
		return -1;
	show_asked(session);
	show_sections(session);
	if (show_notes(practice->store, session, err) != 0)
		return -1;
	if (store_keep_answer(practice->store, session, false, false,
		clock_now(), practice->answer_id, err) != 0)
		return -1;
	return show_change(practice, err);
}

void
practice_plan_lines(struct plan *plan)
{
	/* Nobody thinks at a pipe's end: only where it was asked for. */
	if (plan->think_s < 0)
		plan->think_s = 0;
	/* Lines are typed, unless somebody says that they were spoken. */
	plan->has_mode = true;
}

/* Whoever reads or hears what was told of an answer has the time for it: the
 * next clock waits.  Nobody waits at a pipe's end. */
static int
ask_next(struct practice *practice, struct err *err)
{
	struct session *session = &practice->session;
	struct instant now;

	if (session->phase == PHASE_READY && session->at > 0 &&
	    isatty(STDIN_FILENO)) {
		printf("\nAn empty line begins question %d of %d, q ends the "
		       "session here: ",
		    session->at + 1, session->n_tasks);
		if (!lines_read(practice->lines) ||
		    wish_read(practice->lines->line.s).kind == WISH_LEAVE) {
			practice->leaves = LEAVES_SESSION;
			now = clock_now();
			return store_session_leave(practice->store, session->id,
			    now.wall_ms / SECOND_MS, err);
		}
	}
	return ask(practice, err);
}

static int
run(struct practice *practice, struct err *err)
{
	const struct session *session = &practice->session;
	int rc = 0;

	while (rc == 0 && session->phase != PHASE_DONE &&
	       practice->leaves == LEAVES_NOTHING)
		rc = ask_next(practice, err);
	if (rc == 0 && practice->leaves != LEAVES_FOR_LATER)
		rc = show_session(practice->store, session->id, err);
	if (rc == 0 && practice->leaves == LEAVES_NOTHING)
		rc = level_lines_rate(
		    practice->lines, practice->store, session->id, true, err);
	return rc;
}

int
practice_plain(struct store *store, const struct plan *plan,
    struct lines *lines, struct err *err)
{
	struct practice practice = {.store = store, .lines = lines};
	int rc;

	if (store_plan_session(
		store, plan, clock_now(), &practice.session, err) != 0)
		return -1;
	rc = run(&practice, err);
	session_release(&practice.session);
	return rc;
}

int
practice_resume(struct store *store, struct session *session,
    struct lines *lines, struct err *err)
{
	struct practice practice = {
	    .store = store,
	    .session = *session,
	    .lines = lines,
	};
	int64_t now_ms = clock_now().mono_ms;
	int rc;

	*session = (struct session){0};
	session_tick(&practice.session, now_ms);
	session_resume(&practice.session, now_ms);
	sheet_clear(&practice.session.take.sheet);
	if (session_limit_ms(&practice.session) > 0)
		show_time_left(&practice.session);
	rc = run(&practice, err);
	session_release(&practice.session);
	return rc;
}
