/* SPDX-License-Identifier: MIT */
#include "sample_session.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/mem.h"

static struct task
sample_task(int number)
{
	static const char *const keys[SAMPLE_SIGNALS] = {
	    "situation", "task", "action", "result"};
	char id[16];
	struct task task = {
	    .question =
		{
		    .prompt = mem_text("Tell me about a failure."),
		    .round = mem_text("behavioural"),
		    .rubric = mem_text(""),
		    .company = mem_text("any"),
		    .level = mem_text(""),
		    .tags = mem_text(""),
		    .probes = mem_text("Which data?|A \\| B?|What else?"),
		    .hint = mem_text(""),
		    .look_for = mem_text(""),
		},
	    .rubric =
		{
		    .key = mem_text("star"),
		    .metric = true,
		    .n = SAMPLE_SIGNALS,
		},
	    .limit_s = SAMPLE_LIMIT_S,
	    .think_s = SAMPLE_THINK_S,
	};

	snprintf(id, sizeof(id), "q-%d", number);
	task.question.id = mem_text(id);
	for (size_t i = 0; i < SAMPLE_SIGNALS; i++)
		task.rubric.signals[i] = (struct signal_spec){
		    .key = mem_text(keys[i]), .weight = 10000};
	return task;
}

void
sample_session(struct session *session, int questions)
{
	session_init(session);
	strcpy(session->id, "s-1");
	free(session->company);
	session->company = mem_text("xiaomi");
	for (int i = 1; i <= questions; i++) {
		struct task task = sample_task(i);

		session_add(session, &task);
	}
}

void
sample_answering(struct session *session)
{
	sample_session(session, 1);
	session_begin(session, 0, SAMPLE_NOW_S);
	session_tick(session, SAMPLE_THINK_S * 1000);
	assert_int_equal(session->phase, PHASE_ANSWER);
}

void
sample_rating(struct session *session)
{
	sample_answering(session);
	session_finish(session, 100000);
	session_predict(session, 4);
	assert_int_equal(session->phase, PHASE_RATE);
}

static const struct rubric *
rubric_of(const struct session *session)
{
	return &session_task(session)->rubric;
}

void
sample_rate(struct session *session, int rating)
{
	sheet_rate(&session->take.sheet, rubric_of(session), rating);
}

void
sample_rate_move(struct session *session, int by)
{
	sheet_move(&session->take.sheet, rubric_of(session), by);
}

void
sample_give_metric(struct session *session, bool given)
{
	sheet_give_metric(&session->take.sheet, rubric_of(session), given);
}

bool
sample_rate_undo(struct session *session)
{
	return sheet_undo(&session->take.sheet, rubric_of(session));
}

void
assert_seconds(double value, double expected)
{
	if (fabs(value - expected) >= 1e-9)
		print_error("%.12g, expected %.12g\n", value, expected);
	assert_true(fabs(value - expected) < 1e-9);
}
