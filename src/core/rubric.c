/* SPDX-License-Identifier: MIT */
#include "core/rubric.h"

#include <stdlib.h>
#include <string.h>

void
rubric_release(struct rubric *rubric)
{
	for (size_t i = 0; i < rubric->n; i++) {
		struct signal_spec *signal = &rubric->signals[i];

		free(signal->key);
		free(signal->label);
		free(signal->asks);
		for (int a = 0; a < RATING_HIGH; a++)
			free(signal->anchors[a]);
	}
	free(rubric->key);
	*rubric = (struct rubric){0};
}

int
rubric_find(const struct rubric *rubric, const char *signal)
{
	for (size_t i = 0; i < rubric->n; i++)
		if (strcmp(rubric->signals[i].key, signal) == 0)
			return (int)i;
	return -1;
}
