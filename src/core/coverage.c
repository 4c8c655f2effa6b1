/* SPDX-License-Identifier: MIT */
/* How much of the bank was practised: the answers are replayed, as the
 * schedule does (core/schedule.h). */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/mastery.h"
#include "core/question.h"
#include "core/schedule.h"
#include "core/views.h"

struct replayed {
	struct schedule schedule;
	int kin; /* of its last review */
};

struct replay {
	const struct record *record;
	struct replayed *questions; /* by the number of their id */
	struct mastery mastery;
};

static void
add_answer(struct replay *replay, const struct record_answer *answer)
{
	const struct intern *names = &replay->record->names;
	struct replayed *question = &replay->questions[answer->question];

	if (answer->skipped)
		return;
	schedule_answer(
	    &question->schedule, answer->started_at, answer->limiting);
	if (answer->limiting == 0)
		return;
	question->kin =
	    mastery_kin(&replay->mastery, intern_text(names, answer->round),
		intern_text(names, answer->rubric));
	if (answer->verdict >= VERDICT_HIRE)
		mastery_add(&replay->mastery, question->kin,
		    intern_text(names, answer->question), answer->started_at);
}

/* Oldest first; the record has the newest session first. */
static void
replay_all(struct replay *replay)
{
	const struct record *record = replay->record;

	replay->questions =
	    mem_zero((size_t)record->names.n + 1, sizeof(*replay->questions));
	for (int i = record->n_sessions - 1; i >= 0; i--)
		for (int k = 0; k < record->sessions[i].n; k++)
			add_answer(replay,
			    &record->answers[record->sessions[i].from + k]);
}

static void
count(struct coverage_row *row, const struct replay *replay, const char *id,
    int64_t now_s)
{
	int at = intern_find(&replay->record->names, id);
	const struct replayed *question;

	row->questions++;
	if (at < 0 || replay->questions[at].schedule.attempts == 0)
		return;
	question = &replay->questions[at];
	row->seen++;
	row->due += schedule_due(&question->schedule, now_s);
	row->mastered += schedule_good(&question->schedule) &&
			 mastery_since(&replay->mastery, question->kin, id,
			     question->schedule.reviewed_at);
}

static struct coverage_row *
row_of(struct coverage_row **rows, int *n, const char *name)
{
	for (int i = 0; i < *n; i++)
		if (strcmp((*rows)[i].name, name) == 0)
			return &(*rows)[i];
	*rows = mem_grow(*rows, (size_t)*n + 1, sizeof(**rows));
	(*rows)[*n] = (struct coverage_row){.name = name};
	return &(*rows)[(*n)++];
}

/* A question for anyone is for every level. */
static bool
fits(const struct record_filter *filter, const struct bank_question *question)
{
	if (filter->round != NULL &&
	    strcmp(question->round, filter->round) != 0)
		return false;
	return filter->level == NULL || question_any(question->level) ||
	       strcmp(question->level, filter->level) == 0;
}

struct coverage_view
view_coverage(const struct record *record, const struct record_filter *filter,
    const struct bank_question *bank, int n, int64_t now_s)
{
	struct replay replay = {.record = record};
	struct coverage_view view = {0};

	replay_all(&replay);
	for (int i = 0; i < n; i++) {
		const char *level =
		    question_any(bank[i].level) ? "any" : bank[i].level;

		if (!fits(filter, &bank[i]))
			continue;
		count(row_of(&view.rounds, &view.n_rounds, bank[i].round),
		    &replay, bank[i].id, now_s);
		count(row_of(&view.levels, &view.n_levels, level), &replay,
		    bank[i].id, now_s);
		count(&view.all, &replay, bank[i].id, now_s);
	}
	free(replay.questions);
	mastery_release(&replay.mastery);
	return view;
}

void
coverage_release(struct coverage_view *view)
{
	free(view->rounds);
	free(view->levels);
	*view = (struct coverage_view){0};
}
