/* SPDX-License-Identifier: MIT */
#include "screens/history_filter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "store/annotate.h"

void
history_filter_init(struct history_filter *own, const struct store_filter *from)
{
	*own = (struct history_filter){0};
	if (from == NULL)
		return;
	own->deleted = from->deleted;
	if (from->tag != NULL)
		own->tag = mem_text(from->tag);
}

void
history_filter_release(struct history_filter *own)
{
	free(own->tag);
	own->tag = NULL;
}

/* They are in order, so that the next one is found also where the present
 * one was taken off everywhere. */
static char *
tag_after(const char *joined, const char *present)
{
	struct list_of tags;
	char *next = NULL;

	list_of_parse(&tags, joined);
	for (size_t i = 0; i < tags.n && next == NULL; i++)
		if (present == NULL || strcmp(tags.items[i], present) > 0)
			next = mem_text(tags.items[i]);
	list_of_release(&tags);
	return next;
}

bool
history_filter_next_tag(
    struct history_filter *own, struct store *store, char *notice, size_t size)
{
	struct str tags = STR_INIT;
	struct err err = {0};
	char *next;

	if (store_tags(store, &tags, &err) != 0) {
		snprintf(notice, size, "%s", err.text);
		str_release(&tags);
		return false;
	}
	next = tag_after(tags.s, own->tag);
	str_release(&tags);
	if (next == NULL && own->tag == NULL) {
		snprintf(notice, size, "no session has a tag; t puts one on");
		return false;
	}
	free(own->tag);
	own->tag = next;
	return true;
}

void
history_filter_narrow(
    const struct history_filter *own, struct store_filter *filter)
{
	filter->tag = own->tag;
	filter->deleted = own->deleted;
}

void
history_filter_title(const struct history_filter *own, char *out, size_t size)
{
	snprintf(out, size, "%s%s%s",
	    own->deleted ? "Deleted sessions" : "History",
	    own->tag != NULL ? ", tag " : "", own->tag != NULL ? own->tag : "");
}
