/* SPDX-License-Identifier: MIT */
#include "core/question.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"

void
question_release(struct question *question)
{
	free(question->id);
	free(question->prompt);
	free(question->round);
	free(question->rubric);
	free(question->company);
	free(question->level);
	free(question->tags);
	free(question->probes);
	free(question->hint);
	free(question->look_for);
	*question = (struct question){0};
}

bool
question_tagged(const struct question *question, const char *tag)
{
	return list_of_has(question->tags, tag);
}

void
question_copy(struct question *to, const struct question *from)
{
	*to = (struct question){
	    .id = mem_text(from->id),
	    .prompt = mem_text(from->prompt),
	    .round = mem_text(from->round),
	    .rubric = mem_text(from->rubric),
	    .company = mem_text(from->company),
	    .level = mem_text(from->level),
	    .seconds = from->seconds,
	    .tags = mem_text(from->tags),
	    .probes = mem_text(from->probes),
	    .hint = mem_text(from->hint),
	    .look_for = mem_text(from->look_for),
	    .shipped = from->shipped,
	};
}

bool
question_retired(const struct question *question)
{
	return question_tagged(question, QUESTION_RETIRED);
}

void
question_retire(struct question *question, bool retired)
{
	struct str tags = STR_INIT;
	struct list_of list;

	list_of_parse(&list, question->tags);
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.items[i], QUESTION_RETIRED) != 0)
			list_of_join(&tags, list.items[i]);
	if (retired)
		list_of_join(&tags, QUESTION_RETIRED);
	list_of_release(&list);
	free(question->tags);
	question->tags = str_detach(&tags);
}

bool
question_same(const struct question *a, const struct question *b)
{
	return strcmp(a->id, b->id) == 0 && strcmp(a->prompt, b->prompt) == 0 &&
	       strcmp(a->round, b->round) == 0 &&
	       strcmp(a->rubric, b->rubric) == 0 &&
	       strcmp(a->company, b->company) == 0 &&
	       strcmp(a->level, b->level) == 0 && a->seconds >= b->seconds &&
	       a->seconds <= b->seconds && strcmp(a->tags, b->tags) == 0 &&
	       strcmp(a->probes, b->probes) == 0 &&
	       strcmp(a->hint, b->hint) == 0 &&
	       strcmp(a->look_for, b->look_for) == 0;
}

void
round_release(struct round *round)
{
	free(round->key);
	free(round->label);
	free(round->rubric);
	*round = (struct round){0};
}

bool
question_any(const char *value)
{
	return value == NULL || *value == '\0' || strcmp(value, "any") == 0;
}
