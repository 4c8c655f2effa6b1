/* SPDX-License-Identifier: MIT */
#include "cli/kinds.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"

int
kinds_parse(const char *name, const struct kind **kind, struct err *err)
{
	struct str known = STR_INIT;

	if (name == NULL)
		return 0;
	*kind = kind_find(name);
	if (*kind != NULL)
		return 0;
	for (const struct kind *k = kinds; k->name != NULL; k++)
		str_addf(&known, "%s%s", k == kinds ? "" : ", ", k->name);
	fail_as(err, ERR_USAGE, "there is no kind '%s'; there are %s", name,
	    known.s);
	str_release(&known);
	return -1;
}

void
kinds_help(void)
{
	size_t widest = 0;

	for (const struct kind *kind = kinds; kind->name != NULL; kind++)
		if (strlen(kind->name) > widest)
			widest = strlen(kind->name);
	puts("\nKinds:");
	for (const struct kind *kind = kinds; kind->name != NULL; kind++)
		printf("  %-*s  a row for each %s\n", (int)widest, kind->name,
		    kind->about);
}
