/* SPDX-License-Identifier: MIT */
#include "core/part.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const char *const kind_names[] = {
    [PART_PRIORITY] = "priority",
    [PART_CLARIFYING] = "clarifying",
    [PART_INTERRUPTION] = "interruption",
};

const char *
part_kind_name(enum part_kind kind)
{
	return kind_names[kind];
}

bool
part_kind_parse(const char *name, enum part_kind *kind)
{
	for (int i = PART_PRIORITY; i <= PART_INTERRUPTION; i++) {
		if (strcmp(name, kind_names[i]) == 0) {
			*kind = (enum part_kind)i;
			return true;
		}
	}
	return false;
}

void
parts_add(struct parts *parts, enum part_kind kind, const char *name,
    const char *text)
{
	parts->at = mem_grow(parts->at, parts->n + 1, sizeof(*parts->at));
	parts->at[parts->n++] = (struct part){
	    .kind = kind,
	    .name = mem_text(name),
	    .text = mem_text(text),
	};
}

struct part *
parts_nth(const struct parts *parts, enum part_kind kind, size_t nth)
{
	for (size_t i = 0; i < parts->n; i++)
		if (parts->at[i].kind == kind && nth-- == 0)
			return &parts->at[i];
	return NULL;
}

static void
part_release(struct part *part)
{
	free(part->name);
	free(part->text);
}

void
parts_remove(struct parts *parts, enum part_kind kind, size_t nth)
{
	struct part *part = parts_nth(parts, kind, nth);

	if (part == NULL)
		return;
	part_release(part);
	parts->n--;
	memmove(part, part + 1,
	    (size_t)(parts->at + parts->n - part) * sizeof(*part));
}

void
parts_drop(struct parts *parts, enum part_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < parts->n; i++) {
		if (parts->at[i].kind == kind)
			part_release(&parts->at[i]);
		else
			parts->at[n++] = parts->at[i];
	}
	parts->n = n;
}

void
parts_release(struct parts *parts)
{
	for (size_t i = 0; i < parts->n; i++)
		part_release(&parts->at[i]);
	free(parts->at);
	*parts = (struct parts){0};
}
