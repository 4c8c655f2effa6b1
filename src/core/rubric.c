/* SPDX-License-Identifier: MIT */
#include "core/rubric.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

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

static char *
copy(const char *text)
{
	return mem_text(text == NULL ? "" : text);
}

void
rubric_copy(struct rubric *to, const struct rubric *from)
{
	*to = *from;
	to->key = copy(from->key);
	for (size_t i = 0; i < from->n; i++) {
		const struct signal_spec *signal = &from->signals[i];

		to->signals[i].key = copy(signal->key);
		to->signals[i].label = copy(signal->label);
		to->signals[i].asks = copy(signal->asks);
		for (int a = 0; a < RATING_HIGH; a++)
			to->signals[i].anchors[a] = copy(signal->anchors[a]);
	}
}

int
rubric_findn(const struct rubric *rubric, const char *signal, size_t n)
{
	for (size_t i = 0; i < rubric->n; i++) {
		const char *key = rubric->signals[i].key;

		if (strncmp(key, signal, n) == 0 && key[n] == '\0')
			return (int)i;
	}
	return -1;
}

int
rubric_find(const struct rubric *rubric, const char *signal)
{
	return rubric_findn(rubric, signal, strlen(signal));
}
