/* SPDX-License-Identifier: MIT */
#include "core/question.h"

#include <stdlib.h>
#include <string.h>

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
