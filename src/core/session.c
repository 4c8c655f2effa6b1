/* SPDX-License-Identifier: MIT */
#include "core/session.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/mem.h"
#include "core/clarify.h"
#include "core/priority.h"

enum { QUARTERS = 4 };

static void
take_init(struct take *take)
{
	*take = (struct take){0};
	sheet_init(&take->sheet);
	str_init(&take->text);
	for (int i = 0; i < SESSION_PROBES; i++)
		str_init(&take->probes[i]);
}

static void
take_release(struct take *take)
{
	sheet_release(&take->sheet);
	parts_release(&take->parts);
	str_release(&take->text);
	for (int i = 0; i < SESSION_PROBES; i++)
		str_release(&take->probes[i]);
}

void
session_init(struct session *session)
{
	*session = (struct session){
	    .round = mem_text(""),
	    .company = mem_text(""),
	    .level = mem_text(""),
	};
	take_init(&session->take);
}

static void
task_release(struct task *task)
{
	question_release(&task->question);
	rubric_release(&task->rubric);
	material_release(&task->material);
	interruption_release(&task->interruption);
}

void
session_release(struct session *session)
{
	for (int i = 0; i < session->n_tasks; i++)
		task_release(&session->tasks[i]);
	free(session->tasks);
	free(session->round);
	free(session->company);
	free(session->level);
	take_release(&session->take);
	*session = (struct session){0};
}

void
session_add(struct session *session, struct task *task)
{
	session->tasks = mem_grow(session->tasks, (size_t)session->n_tasks + 1,
	    sizeof(*session->tasks));
	probes_in_order(task->probe_order);
	task->over_days = question_tagged(&task->question, "over-days");
	task->wants_clarifying = clarify_wanted(&task->question);
	session->tasks[session->n_tasks++] = *task;
	*task = (struct task){0};
}

const struct task *
session_task(const struct session *session)
{
	int last = session->n_tasks - 1;

	return &session->tasks[session->at < last ? session->at : last];
}

static void
start_answer(struct session *session, int64_t at_ms)
{
	timer_stop(&session->take.think, at_ms);
	timer_start(&session->take.answer, at_ms);
	priority_begin(&session->take.parts, &session_task(session)->material);
	session->phase = PHASE_ANSWER;
}

void
session_begin(struct session *session, int64_t now_ms, int64_t now_s)
{
	session->take.started_at = now_s;
	if (session_task(session)->think_s > 0) {
		timer_start(&session->take.think, now_ms);
		session->phase = PHASE_THINK;
	} else {
		start_answer(session, now_ms);
	}
}

bool
session_tick(struct session *session, int64_t now_ms)
{
	int64_t left;

	if (session->phase != PHASE_THINK || session_paused(session))
		return false;
	left = session_left_ms(session, now_ms);
	if (left > 0)
		return false;
	start_answer(session, now_ms + left);
	return true;
}

bool
session_switch_mode(struct session *session)
{
	if (session->phase != PHASE_READY && session->phase != PHASE_THINK)
		return false;
	session->mode = session->mode == MODE_TYPED ? MODE_SPOKEN : MODE_TYPED;
	session->mode_asked = true;
	return true;
}

enum mode
session_mode(const struct session *session)
{
	const struct take *take = &session->take;

	if (session->mode == MODE_SPOKEN && !session->mode_asked &&
	    take->n_splits == 0 && !session_is_empty(session))
		return MODE_TYPED;
	return session->mode;
}

bool
session_over_days(const struct session *session)
{
	return session_task(session)->over_days;
}

void
session_answer_now(struct session *session, int64_t now_ms)
{
	if (session_tick(session, now_ms) || session->phase != PHASE_THINK)
		return;
	start_answer(session, now_ms);
}

int
session_probe_count(const struct session *session)
{
	struct list_of list;
	int n;

	list_of_parse(&list, session_task(session)->question.probes);
	n = (int)list.n;
	list_of_release(&list);
	if (n > session->n_probes)
		n = session->n_probes;
	return n < SESSION_PROBES ? n : SESSION_PROBES;
}

char *
session_probe(const struct session *session, int nth)
{
	const struct task *task = session_task(session);
	int at = nth < SESSION_PROBES ? task->probe_order[nth] : nth;
	struct list_of list;
	char *text;

	list_of_parse(&list, task->question.probes);
	text = mem_text(
	    at < (int)list.n ? probe_text(&task->rubric, list.items[at]) : "");
	list_of_release(&list);
	return text;
}

char *
session_asked(const struct session *session)
{
	if (session->phase == PHASE_PROBE)
		return session_probe(session, session->take.probe_at);
	return session_question(session);
}

/* Pauses of the probes before it stay on the clock: they count as well. */
static void
start_probe(struct session *session, int probe, int64_t now_ms)
{
	struct timer *timer = &session->take.probe;
	int64_t paused_ms = timer_paused(timer, now_ms);

	timer_start(timer, now_ms - paused_ms);
	timer->paused_ms = paused_ms;
	session->take.probe_at = probe;
	session->phase = PHASE_PROBE;
}

static void
start_probe_or_predict(struct session *session, int probe, int64_t now_ms)
{
	if (probe < session_probe_count(session))
		start_probe(session, probe, now_ms);
	else
		session->phase = PHASE_PREDICT;
}

void
session_finish(struct session *session, int64_t now_ms)
{
	if (session->phase == PHASE_ANSWER) {
		timer_stop(&session->take.answer, now_ms);
		start_probe_or_predict(session, 0, now_ms);
	} else if (session->phase == PHASE_PROBE) {
		timer_stop(&session->take.probe, now_ms);
		start_probe_or_predict(
		    session, session->take.probe_at + 1, now_ms);
	}
}

/* The timer of the present phase, NULL where none runs. */
static struct timer *
phase_timer(struct session *session)
{
	switch (session->phase) {
	case PHASE_THINK:
		return &session->take.think;
	case PHASE_ANSWER:
		return &session->take.answer;
	case PHASE_PROBE:
		return &session->take.probe;
	case PHASE_READY:
	case PHASE_PREDICT:
	case PHASE_RATE:
	case PHASE_DONE:
		return NULL;
	}
	return NULL;
}

bool
session_split(struct session *session, int64_t now_ms)
{
	struct take *take = &session->take;

	if (session->phase != PHASE_ANSWER ||
	    take->n_splits >= (int)session_task(session)->rubric.n)
		return false;
	take->split_ms[take->n_splits++] = timer_elapsed(&take->answer, now_ms);
	return true;
}

void
session_hint(struct session *session)
{
	session->take.hint = true;
}

void
session_pause(struct session *session, int64_t now_ms)
{
	struct timer *timer = phase_timer(session);

	if (timer != NULL)
		timer_pause(timer, now_ms);
}

void
session_resume(struct session *session, int64_t now_ms)
{
	struct timer *timer = phase_timer(session);

	if (timer != NULL)
		timer_resume(timer, now_ms);
}

bool
session_paused(const struct session *session)
{
	const struct take *take = &session->take;

	return take->think.paused || take->answer.paused || take->probe.paused;
}

int64_t
session_limit_ms(const struct session *session)
{
	switch (session->phase) {
	case PHASE_THINK:
		return timer_ms(session_task(session)->think_s);
	case PHASE_ANSWER:
		return timer_ms(session_task(session)->limit_s);
	case PHASE_PROBE:
		return PROBE_LIMIT_MS;
	case PHASE_READY:
	case PHASE_PREDICT:
	case PHASE_RATE:
	case PHASE_DONE:
		return 0;
	}
	return 0;
}

int64_t
session_left_ms(const struct session *session, int64_t now_ms)
{
	int64_t limit = session_limit_ms(session);

	switch (session->phase) {
	case PHASE_THINK:
		return limit - timer_elapsed(&session->take.think, now_ms);
	case PHASE_ANSWER:
		return limit - timer_elapsed(&session->take.answer, now_ms);
	case PHASE_PROBE:
		return limit - timer_elapsed(&session->take.probe, now_ms);
	case PHASE_READY:
	case PHASE_PREDICT:
	case PHASE_RATE:
	case PHASE_DONE:
		return 0;
	}
	return 0;
}

int64_t
session_quarter_ms(const struct session *session, int64_t now_ms)
{
	int64_t limit = session_limit_ms(session);
	int64_t left = session_left_ms(session, now_ms);

	if (limit <= 0 || left <= 0 || session_paused(session))
		return -1;
	for (int quarters = QUARTERS - 1; quarters > 0; quarters--)
		if (left > limit * quarters / QUARTERS)
			return left - limit * quarters / QUARTERS;
	return left;
}

bool
session_locked(const struct session *session, int64_t now_ms)
{
	return session->strict && session->phase == PHASE_ANSWER &&
	       session_limit_ms(session) > 0 &&
	       session_left_ms(session, now_ms) <= 0;
}

void
session_predict(struct session *session, int rating)
{
	if (session->phase != PHASE_PREDICT || rating < 0 ||
	    rating > RATING_HIGH)
		return;
	session->take.predicted = rating;
	session->phase = PHASE_RATE;
}

static const struct rubric *
rubric_of(const struct session *session)
{
	return &session_task(session)->rubric;
}

bool
session_rated(const struct session *session)
{
	return sheet_rated(&session->take.sheet, rubric_of(session));
}

void
session_next(struct session *session)
{
	take_release(&session->take);
	take_init(&session->take);
	session->at++;
	session->phase =
	    session->at < session->n_tasks ? PHASE_READY : PHASE_DONE;
}

void
session_shift(struct session *session, int64_t by_ms)
{
	timer_shift(&session->take.think, by_ms);
	timer_shift(&session->take.answer, by_ms);
	timer_shift(&session->take.probe, by_ms);
}
