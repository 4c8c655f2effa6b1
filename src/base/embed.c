/* SPDX-License-Identifier: MIT */
#include "base/embed.h"

#include <string.h>

/* There are about a dozen: a search in halves would save nothing. */
const struct embedded *
embedded_find(const char *name)
{
	for (const struct embedded *file = embedded_files; file->name != NULL;
	     file++)
		if (strcmp(file->name, name) == 0)
			return file;
	return NULL;
}
