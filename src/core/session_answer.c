/* SPDX-License-Identifier: MIT */
/* What a session records of the present answer: its fact, text and parts. */
#include "core/session.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/number.h"
#include "core/priority.h"

enum { SECOND_MS = 1000 };

char *
session_question(const struct session *session)
{
	const struct task *task = session_task(session);
	struct str text = STR_INIT;

	str_add(&text, task->question.prompt);
	if (task->material.n_features > 0) {
		str_add(&text, "\n\n");
		material_backlog(&task->material, &text);
		str_cut(&text, text.len - 1);
	}
	if (task->material.n_rows > 1) {
		str_add(&text, "\n");
		material_lines(&task->material, &text);
	}
	return str_detach(&text);
}

char *
session_text(const struct session *session)
{
	const struct take *take = &session->take;
	struct str text = STR_INIT;

	priority_text(&take->parts, &text);
	if (text.len > 0 && take->text.len > 0)
		str_ch(&text, '\n');
	else if (text.len > 0)
		str_cut(&text, text.len - 1);
	str_addn(&text, take->text.s, take->text.len);
	return str_detach(&text);
}

static bool
has_ordered(const struct session *session)
{
	return priority_touched(
	    &session->take.parts, &session_task(session)->material);
}

bool
session_is_empty(const struct session *session)
{
	return session->take.text.len == 0 && !has_ordered(session);
}

void
session_parts(const struct session *session, bool skipped, struct parts *parts)
{
	const struct parts *all = &session->take.parts;

	*parts = (struct parts){0};
	for (size_t i = 0; i < all->n; i++)
		parts_add(
		    parts, all->at[i].kind, all->at[i].name, all->at[i].text);
	if (skipped && !has_ordered(session))
		parts_drop(parts, PART_PRIORITY);
}

/* `signal:seconds|…`: how long each marked section took; the last one runs to
 * the end of the answer. */
static char *
splits_text(const struct session *session, int64_t answer_ms)
{
	const struct take *take = &session->take;
	const struct rubric *rubric = &session_task(session)->rubric;
	struct str text = STR_INIT;
	char seconds[NUMBER_SIZE];

	for (int i = 0; i < take->n_splits; i++) {
		int64_t end =
		    i + 1 < take->n_splits ? take->split_ms[i + 1] : answer_ms;
		int64_t ms =
		    end > take->split_ms[i] ? end - take->split_ms[i] : 0;

		number_text(seconds, (double)ms / SECOND_MS);
		str_addf(&text, "%s%s:%s", i > 0 ? "|" : "",
		    rubric->signals[i].key, seconds);
	}
	return str_detach(&text);
}

/* `question=text|…` of the probes that were answered. */
static char *
probes_text(const struct session *session)
{
	struct str joined = STR_INIT;

	for (int i = 0; i < SESSION_PROBES; i++) {
		struct str one = STR_INIT;
		char *asked;

		if (session->take.probes[i].len == 0)
			continue;
		asked = session_probe(session, i);
		str_addf(&one, "%s=%s", asked, session->take.probes[i].s);
		list_of_join(&joined, one.s);
		str_release(&one);
		free(asked);
	}
	return str_detach(&joined);
}

/* A question that is for anyone was asked at the level, and for the company,
 * that the session is for. */
static const char *
specific(const char *of_question, const char *of_session)
{
	return question_any(of_question) ? of_session : of_question;
}

const char *
session_company(const struct session *session)
{
	return specific(
	    session_task(session)->question.company, session->company);
}

static int64_t
answer_ms(const struct session *session, int64_t now_ms)
{
	int64_t elapsed = timer_elapsed(&session->take.answer, now_ms);
	int64_t limit = timer_ms(session_task(session)->limit_s);

	return session->strict && limit > 0 && elapsed > limit ? limit
							       : elapsed;
}

void
session_answer(const struct session *session, bool skipped, int64_t now_ms,
    struct answer *answer)
{
	const struct task *task = session_task(session);
	const struct take *take = &session->take;
	int64_t ms = answer_ms(session, now_ms);
	int64_t paused = timer_paused(&take->think, now_ms) +
			 timer_paused(&take->answer, now_ms) +
			 timer_paused(&take->probe, now_ms);

	*answer = (struct answer){
	    .id = mem_text(""),
	    .session_id = mem_text(session->id),
	    .question_id = mem_text(task->question.id),
	    .started_at = take->started_at,
	    .round = mem_text(task->question.round),
	    .company = mem_text(session_company(session)),
	    .level = mem_text(specific(task->question.level, session->level)),
	    .rubric = mem_text(task->rubric.key),
	    .mode = session_mode(session),
	    .limit_s = task->limit_s,
	    .think_s = (double)timer_elapsed(&take->think, now_ms) / SECOND_MS,
	    .answer_s = (double)ms / SECOND_MS,
	    .paused_s = (double)paused / SECOND_MS,
	    .opening_s =
		take->n_splits > 0 ? (double)take->split_ms[0] / SECOND_MS : -1,
	    .splits = splits_text(session, ms),
	    .predicted = skipped ? 0 : take->predicted,
	    .metric = skipped ? GIVEN_UNKNOWN : take->sheet.metric,
	    .hint = take->hint,
	    .skipped = skipped,
	    .prompt = session_question(session),
	    .text = skipped && !has_ordered(session) ? mem_text(take->text.s)
						     : session_text(session),
	    .probes = probes_text(session),
	};
}
