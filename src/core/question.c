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
	return list_of_has(question->tags, tag);
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
