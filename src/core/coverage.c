/* SPDX-License-Identifier: MIT */
/* How much of the bank was practised. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "core/question.h"
#include "core/views.h"

static void
count(struct coverage_row *row, const struct bank_question *question,
    int64_t now_s)
{
	row->questions++;
	row->seen += question->schedule.attempts > 0;
	row->due += schedule_due(&question->schedule, now_s);
	row->mastered += question->mastered;
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
fits(const struct bank_question *question, const char *round, const char *level)
{
	if (round != NULL && strcmp(question->round, round) != 0)
		return false;
	return level == NULL || question_any(question->level) ||
	       strcmp(question->level, level) == 0;
}

struct coverage_view
view_coverage(const struct bank_question *bank, int n, const char *round,
    const char *level, int64_t now_s)
{
	struct coverage_view view = {0};

	for (int i = 0; i < n; i++) {
		const char *its =
		    question_any(bank[i].level) ? "any" : bank[i].level;

		if (!fits(&bank[i], round, level))
			continue;
		count(row_of(&view.rounds, &view.n_rounds, bank[i].round),
		    &bank[i], now_s);
		count(
		    row_of(&view.levels, &view.n_levels, its), &bank[i], now_s);
		count(&view.all, &bank[i], now_s);
	}
	return view;
}

void
coverage_release(struct coverage_view *view)
{
	free(view->rounds);
	free(view->levels);
	*view = (struct coverage_view){0};
}
