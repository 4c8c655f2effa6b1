/* SPDX-License-Identifier: MIT */
#include "screens/bank_filter.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

static const struct {
	const char *key, *label;
} origins[] = {
    {NULL, "any"},
    {"shipped", "shipped"},
    {"user", "mine"},
};

enum { ORIGINS = sizeof(origins) / sizeof(origins[0]) };

static const char *const states[QUESTION_STATES] = {
    [QUESTIONS_ALL] = "any",
    [QUESTIONS_IN_USE] = "in use",
    [QUESTIONS_RETIRED] = "retired",
    [QUESTIONS_NEVER_ASKED] = "never asked",
    [QUESTIONS_DUE] = "due",
};

void
bank_filter_init(
    struct bank_filter *own, const struct store_filter *from, int64_t as_of)
{
	*own = (struct bank_filter){.as_of = as_of};
	if (from == NULL)
		return;
	own->state = from->state;
	if (from->tag != NULL)
		own->tag = mem_text(from->tag);
}

void
bank_filter_release(struct bank_filter *own)
{
	free(own->tag);
	own->tag = NULL;
}

void
bank_filter_next_origin(struct bank_filter *own)
{
	own->origin = (own->origin + 1) % ORIGINS;
}

void
bank_filter_next_state(struct bank_filter *own)
{
	own->state = (enum question_state)((own->state + 1) % QUESTION_STATES);
}

void
bank_filter_set_tag(struct bank_filter *own, char *tag)
{
	free(own->tag);
	own->tag = tag;
	if (*tag == '\0') {
		free(tag);
		own->tag = NULL;
	}
}

void
bank_filter_narrow(const struct bank_filter *own, struct store_filter *filter)
{
	filter->tag = own->tag;
	filter->origin = origins[own->origin].key;
	filter->state = own->state;
	filter->as_of = own->as_of;
}

void
bank_filter_tell(
    const struct bank_filter *own, bool brief, char *out, size_t size)
{
	const char *tag = own->tag != NULL ? own->tag : "any";
	const char *origin = origins[own->origin].label;

	if (!brief)
		snprintf(out, size, "state %s  origin %s  tag %s",
		    states[own->state], origin, tag);
	else
		snprintf(out, size, "%s%s%s%s%s",
		    own->state == QUESTIONS_ALL ? "" : states[own->state],
		    own->state == QUESTIONS_ALL ? "" : "  ",
		    own->origin == 0 ? "" : origin,
		    own->origin == 0 ? "" : "  ",
		    own->tag == NULL ? "" : own->tag);
}
