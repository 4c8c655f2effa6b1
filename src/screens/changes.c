/* SPDX-License-Identifier: MIT */
#include "screens/changes.h"

#include <stdlib.h>

#include "base/mem.h"
#include "io/shipped.h"
#include "store/question.h"

void
changes_release(struct changes *changes)
{
	for (int i = 0; i < changes->n; i++)
		question_release(&changes->made[i].before);
	free(changes->made);
	free(changes->last_id);
	*changes = (struct changes){0};
}

static void
set_last(struct changes *changes, const char *id)
{
	free(changes->last_id);
	changes->last_id = mem_text(id);
}

/* Takes over the question. */
static void
remember(struct changes *changes, struct question before, bool added)
{
	changes->made = mem_grow(
	    changes->made, (size_t)changes->n + 1, sizeof(*changes->made));
	changes->made[changes->n++] = (struct change_made){before, added};
}

/* Saves it and remembers what was there before. */
static int
put(struct changes *changes, struct store *store,
    const struct question *question, struct err *err)
{
	struct question before = {0};
	int rc = store_question(store, question->id, &before, err);

	if (rc < 0)
		return -1;
	if (store_question_save(store, question, err) != 0) {
		question_release(&before);
		return -1;
	}
	if (rc == 0)
		before.id = mem_text(question->id);
	remember(changes, before, rc == 0);
	set_last(changes, question->id);
	return 0;
}

int
changes_save(struct changes *changes, struct store *store,
    const struct question *question, struct err *err)
{
	struct question saved, shipped;
	int rc = shipped_question(question->id, &shipped, err);

	if (rc < 0)
		return -1;
	question_copy(&saved, question);
	saved.shipped = rc == 1 && question_same(question, &shipped);
	if (rc == 1)
		question_release(&shipped);
	rc = put(changes, store, &saved, err);
	question_release(&saved);
	return rc;
}

int
changes_retire(struct changes *changes, struct store *store,
    const struct question *question, struct err *err)
{
	struct question changed;
	int rc;

	question_copy(&changed, question);
	question_retire(&changed, !question_retired(question));
	rc = changes_save(changes, store, &changed, err);
	question_release(&changed);
	return rc;
}

int
changes_ship(struct changes *changes, struct store *store,
    const struct question *question, struct err *err)
{
	struct question shipped;
	int rc = shipped_question(question->id, &shipped, err);

	if (rc != 1)
		return rc;
	rc = put(changes, store, &shipped, err);
	question_release(&shipped);
	return rc == 0 ? 1 : -1;
}

static int
take_back(struct store *store, const struct change_made *made, struct err *err)
{
	int rc;

	if (!made->added)
		return store_question_save(store, &made->before, err);
	rc = store_question_remove(store, made->before.id, err);
	if (rc == 0)
		return fail(err,
		    "the question was answered since it was added: d retires "
		    "it");
	return rc < 0 ? -1 : 0;
}

int
changes_undo(struct changes *changes, struct store *store, struct err *err)
{
	struct change_made *made;

	if (changes->n == 0)
		return fail(
		    err, "nothing was changed since the bank was opened");
	made = &changes->made[changes->n - 1];
	if (take_back(store, made, err) != 0)
		return -1;
	set_last(changes, made->before.id);
	question_release(&made->before);
	changes->n--;
	return 0;
}
