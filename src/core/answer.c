/* SPDX-License-Identifier: MIT */
#include "core/answer.h"

#include <stdlib.h>
#include <string.h>

static const char *const mode_names[] = {
    [MODE_TYPED] = "typed",
    [MODE_SPOKEN] = "spoken",
};

const char *
mode_name(enum mode mode)
{
	return mode_names[mode];
}

bool
mode_parse(const char *name, enum mode *mode)
{
	for (int i = MODE_TYPED; i <= MODE_SPOKEN; i++) {
		if (strcmp(name, mode_names[i]) == 0) {
			*mode = (enum mode)i;
			return true;
		}
	}
	return false;
}

void
answer_release(struct answer *answer)
{
	free(answer->id);
	free(answer->session_id);
	free(answer->question_id);
	free(answer->round);
	free(answer->company);
	free(answer->level);
	free(answer->rubric);
	free(answer->splits);
	free(answer->prompt);
	free(answer->text);
	free(answer->probes);
	*answer = (struct answer){0};
}

double
answer_overtime_s(const struct answer *answer)
{
	if (answer->limit_s <= 0 || answer->answer_s <= answer->limit_s)
		return 0;
	return answer->answer_s - answer->limit_s;
}
