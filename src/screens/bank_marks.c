/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "screens/bank.h"

void
bank_marks_release(struct bank_marks *marks)
{
	for (int i = 0; i < marks->n; i++)
		free(marks->ids[i]);
	marks->n = 0;
}

static int
index_of(const struct bank_marks *marks, const char *id)
{
	for (int i = 0; i < marks->n; i++)
		if (strcmp(marks->ids[i], id) == 0)
			return i;
	return -1;
}

bool
bank_marked(const struct bank_marks *marks, const char *id)
{
	return index_of(marks, id) >= 0;
}

bool
bank_mark(struct bank_marks *marks, const char *id)
{
	int at = index_of(marks, id);

	if (at >= 0) {
		free(marks->ids[at]);
		marks->ids[at] = marks->ids[--marks->n];
		return true;
	}
	if (marks->n == PLAN_QUESTIONS)
		return false;
	marks->ids[marks->n++] = mem_text(id);
	return true;
}

static int
by_id(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void
bank_marks_sort(struct bank_marks *marks)
{
	qsort(marks->ids, (size_t)marks->n, sizeof(*marks->ids), by_id);
}
