/* SPDX-License-Identifier: MIT */
#include "core/question.h"

#include <stdlib.h>
#include <string.h>

#include "base/list.h"

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
	struct list_of tags;
	bool found = false;

	list_of_parse(&tags, question->tags);
	for (size_t i = 0; i < tags.n && !found; i++)
		found = strcmp(tags.items[i], tag) == 0;
	list_of_release(&tags);
	return found;
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
