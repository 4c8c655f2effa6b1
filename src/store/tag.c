/* SPDX-License-Identifier: MIT */
#include "store/tag.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "core/question.h"
#include "store/db.h"

/* Each with the questions that have just these tags: repeated, unsorted. */
static void
add_tags(struct tag_counts *counts, const char *joined, int n)
{
	struct list_of list;

	list_of_parse(&list, joined);
	for (size_t i = 0; i < list.n; i++) {
		if (*list.items[i] == '\0' ||
		    strcmp(list.items[i], QUESTION_RETIRED) == 0)
			continue;
		/* Room doubles whenever n is a power of two. */
		if ((counts->n & (counts->n - 1)) == 0)
			counts->tags = mem_grow(counts->tags,
			    counts->n == 0 ? 1 : (size_t)counts->n * 2,
			    sizeof(*counts->tags));
		counts->tags[counts->n++] =
		    (struct tag_count){mem_text(list.items[i]), n};
	}
	list_of_release(&list);
}

static int
by_name(const void *a, const void *b)
{
	const struct tag_count *x = a, *y = b;

	return strcmp(x->tag, y->tag);
}

/* Sorted, each once. */
static void
gather(struct tag_counts *counts)
{
	int kept = 0;

	if (counts->n == 0)
		return;
	qsort(counts->tags, (size_t)counts->n, sizeof(*counts->tags), by_name);
	for (int i = 1; i < counts->n; i++) {
		struct tag_count *last = &counts->tags[kept];

		if (strcmp(last->tag, counts->tags[i].tag) != 0) {
			counts->tags[++kept] = counts->tags[i];
			continue;
		}
		last->n += counts->tags[i].n;
		free(counts->tags[i].tag);
	}
	counts->n = kept + 1;
}

int
store_question_tags(
    struct store *store, struct tag_counts *counts, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_QUESTION_TAGS, err);
	int rc;

	*counts = (struct tag_counts){0};
	if (stmt == NULL)
		return -1;
	while ((rc = store_step(store, stmt, err)) == 1)
		add_tags(
		    counts, column_text(stmt, 0), sqlite3_column_int(stmt, 1));
	gather(counts);
	if (rc < 0)
		tag_counts_release(counts);
	return rc;
}

void
tag_counts_release(struct tag_counts *counts)
{
	for (int i = 0; i < counts->n; i++)
		free(counts->tags[i].tag);
	free(counts->tags);
	*counts = (struct tag_counts){0};
}
