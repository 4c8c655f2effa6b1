/* SPDX-License-Identifier: MIT */
#include "core/diff.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "core/diff_units.h"

/* Units [old_from, old_to) gave way to [new_from, new_to). */
struct change {
	size_t old_from, old_to;
	size_t new_from, new_to;
	size_t removed, added; /* words */
};

struct changes {
	const struct diff_units *old_units, *new_units;
	struct change *at; /* owned */
	size_t n;
};

/* What is kept is in both texts, in the same order. */
static void
list_changes(struct changes *changes)
{
	const struct diff_units *old = changes->old_units;
	const struct diff_units *new = changes->new_units;
	size_t x = 0, y = 0;

	changes->at = mem_new((old->n + new->n + 1) * sizeof(*changes->at));
	while (x < old->n || y < new->n) {
		struct change change = {x, x, y, y, 0, 0};

		for (; x < old->n && old->at[x].changed; x++)
			change.removed += old->at[x].is_word;
		for (; y < new->n &&new->at[y].changed; y++)
			change.added += new->at[y].is_word;
		change.old_to = x;
		change.new_to = y;
		if (x > change.old_from || y > change.new_from) {
			changes->at[changes->n++] = change;
		} else {
			x++;
			y++;
		}
	}
}

static size_t
words_kept(const struct changes *changes, const struct change *a,
    const struct change *b)
{
	size_t words = 0;

	for (size_t i = a->old_to; i < b->old_from; i++)
		words += changes->old_units->at[i].is_word;
	return words;
}

/* The words on the side of the change that has more of them. */
static size_t
weight(const struct change *change)
{
	return change->removed > change->added ? change->removed
					       : change->added;
}

/* True where so many words kept between the two say nothing by themselves. */
static bool
reads_as_one(size_t kept, const struct change *a, const struct change *b)
{
	return kept <= DIFF_PHRASE && kept <= weight(a) && kept <= weight(b);
}

static void
append(struct change *a, const struct change *b, size_t kept)
{
	a->old_to = b->old_to;
	a->new_to = b->new_to;
	a->removed += kept + b->removed;
	a->added += kept + b->added;
}

/* One pass over the changes; true when it joined some.  A joined change is
 * heavier, so that what stands before it may be joined in the next pass. */
static bool
join(struct changes *changes)
{
	size_t n = 0;

	for (size_t i = 1; i < changes->n; i++) {
		const struct change *next = &changes->at[i];
		struct change *last = &changes->at[n];
		size_t kept = words_kept(changes, last, next);

		if (reads_as_one(kept, last, next))
			append(last, next, kept);
		else
			changes->at[++n] = *next;
	}
	if (changes->n == 0 || n + 1 == changes->n)
		return false;
	changes->n = n + 1;
	return true;
}

static void
add_run(struct diff *diff, enum diff_kind kind, size_t old_to, size_t new_to)
{
	struct diff_run run = {.kind = kind};

	if (diff->n > 0) {
		const struct diff_run *last = &diff->runs[diff->n - 1];

		run.old_at = last->old_at + last->old_n;
		run.new_at = last->new_at + last->new_n;
	}
	run.old_n = old_to - run.old_at;
	run.new_n = new_to - run.new_at;
	if (run.old_n > 0 || run.new_n > 0)
		diff->runs[diff->n++] = run;
}

static void
list_runs(struct diff *diff, const struct changes *changes)
{
	const struct diff_units *old = changes->old_units;
	const struct diff_units *new = changes->new_units;

	/* kept, removed, added for each change, and what is kept behind */
	diff->runs = mem_new((3 * changes->n + 1) * sizeof(*diff->runs));
	for (size_t i = 0; i < changes->n; i++) {
		const struct change *change = &changes->at[i];
		size_t new_from = diff_units_start(new, change->new_from);
		size_t old_to = diff_units_start(old, change->old_to);

		add_run(diff, DIFF_KEPT,
		    diff_units_start(old, change->old_from), new_from);
		add_run(diff, DIFF_REMOVED, old_to, new_from);
		add_run(diff, DIFF_ADDED, old_to,
		    diff_units_start(new, change->new_to));
	}
	add_run(diff, DIFF_KEPT, old->end, new->end);
}

static size_t
count_edits(const struct changes *changes)
{
	size_t edits = 0;

	for (size_t i = 0; i < changes->n; i++)
		edits += changes->at[i].old_to - changes->at[i].old_from +
			 changes->at[i].new_to - changes->at[i].new_from;
	return edits;
}

void
diff_words(struct diff *diff, const char *old_text, size_t old_n,
    const char *new_text, size_t new_n)
{
	struct diff_units old_units, new_units;
	struct changes changes = {
	    .old_units = &old_units, .new_units = &new_units};
	struct vocabulary vocabulary;

	*diff = (struct diff){0};
	vocabulary_init(&vocabulary);
	diff_units_read(&old_units, &vocabulary, old_text, old_n);
	diff_units_read(&new_units, &vocabulary, new_text, new_n);
	vocabulary_release(&vocabulary);
	diff_search(&old_units, &new_units);
	list_changes(&changes);
	diff->edits = count_edits(&changes);
	while (join(&changes))
		continue;
	list_runs(diff, &changes);
	free(changes.at);
	diff_units_release(&old_units);
	diff_units_release(&new_units);
}

void
diff_release(struct diff *diff)
{
	free(diff->runs);
	*diff = (struct diff){0};
}
