/* SPDX-License-Identifier: MIT */
/* Rows of one key in a file of reference data: the last one counts, which is
 * told, as the other was meant for something else. */
#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "io/import_run.h"

/* A history comes as it was exported, and may be long. */
static bool
is_watched(enum entity entity)
{
	switch (entity) {
	case ENTITY_RULES:
	case ENTITY_ROUNDS:
	case ENTITY_LEVELS:
	case ENTITY_COMPANIES:
	case ENTITY_LOOPS:
	case ENTITY_RUBRICS:
	case ENTITY_LEXICON:
	case ENTITY_CALIBRATION:
	case ENTITY_CHECKLIST:
	case ENTITY_BACKLOGS:
	case ENTITY_TABLES:
	case ENTITY_INTERRUPTIONS:
		return true;
	case ENTITY_QUESTIONS: /* by the load */
	case ENTITY_SESSIONS:
	case ENTITY_ANSWERS:
	case ENTITY_PARTS:
	case ENTITY_RATINGS:
	case ENTITY_CALIBRATION_RATINGS:
	case ENTITY_CHECKED:
	case ENTITY_LOOP_RUNS:
	case ENTITY_SESSION_NOTES:
	case ENTITY_SESSION_TAGS:
	case ENTITY_DELETIONS:
	case ENTITY_COUNT:
		return false;
	}
	return false;
}

static bool
is_of_key(uint32_t key_facts, int fact)
{
	return fact >= 0 && (key_facts >> fact & 1) != 0;
}

/* No text of a file holds this byte. */
static void
add_key(struct str *key, const struct field_value *fact)
{
	if (fact->kind == VALUE_TEXT)
		str_add(key, fact->s);
	else if (fact->kind == VALUE_INT)
		str_addf(key, "%" PRId64, fact->i);
	str_ch(key, '\x1f');
}

/* `rubric and signal` */
static void
add_key_names(const struct kind *kind, uint32_t key_facts, struct str *out)
{
	for (int i = 0; kind->columns[i].name != NULL; i++)
		if (is_of_key(key_facts, kind->columns[i].fact))
			str_addf(out, "%s%s", out->len > 0 ? " and " : "",
			    kind->columns[i].name);
}

static void
tell_repeat(
    struct import_run *run, size_t line, uint32_t key_facts, size_t before)
{
	struct str names = STR_INIT;

	add_key_names(run->kind, key_facts, &names);
	import_problem(run, line, -1,
	    "same %s as line %zu, which no longer counts", names.s, before);
	str_release(&names);
}

int
import_watch_repeats(struct import_run *run, size_t line,
    const struct field_value *facts, enum change change, struct err *err)
{
	struct import_keys *seen = &run->keys;
	enum entity entity = run->kind->entity;
	struct str key = STR_INIT;
	int n_before = seen->intern.n, at;
	uint32_t key_facts;

	if (!is_watched(entity))
		return 0;
	if (store_key_facts(run->store, entity, &key_facts, err) != 0)
		return -1;
	for (int i = 0; i < run->n_facts; i++)
		if (is_of_key(key_facts, i))
			add_key(&key, &facts[i]);
	at = intern_add(&seen->intern, key.s);
	str_release(&key);
	if (at == n_before)
		seen->lines =
		    mem_grow(seen->lines, (size_t)at + 1, sizeof(*seen->lines));
	else if (change == CHANGE_UPDATED)
		tell_repeat(run, line, key_facts, seen->lines[at]);
	seen->lines[at] = line;
	return 0;
}

void
import_forget_keys(struct import_run *run)
{
	intern_release(&run->keys.intern);
	free(run->keys.lines);
	run->keys.lines = NULL;
}
