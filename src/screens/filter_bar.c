/* SPDX-License-Identifier: MIT */
#include "screens/filter_bar.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "core/question.h"

static int
index_of(const struct names *names, const char *key)
{
	for (int i = 0; key != NULL && i < names->n; i++)
		if (strcmp(names->keys[i], key) == 0)
			return i;
	return -1;
}

int
filter_bar_load(struct filter_bar *filters, struct store *store,
    const struct store_filter *from, struct err *err)
{
	*filters = (struct filter_bar){.round = -1, .company = -1, .level = -1};
	if (store_names(store, NAMES_ROUNDS, &filters->rounds, err) != 0 ||
	    store_names(store, NAMES_COMPANIES, &filters->companies, err) ||
	    store_names(store, NAMES_LEVELS, &filters->levels, err) != 0) {
		filter_bar_release(filters);
		return -1;
	}
	if (from == NULL)
		return 0;
	filters->round = index_of(&filters->rounds, from->round);
	filters->company = index_of(&filters->companies, from->company);
	filters->level = index_of(&filters->levels, from->level);
	filters->has_since = from->has_since;
	filters->has_until = from->has_until;
	filters->since = from->since;
	filters->until = from->until;
	return 0;
}

void
filter_bar_release(struct filter_bar *filters)
{
	names_release(&filters->rounds);
	names_release(&filters->companies);
	names_release(&filters->levels);
}

static void
next(const struct names *names, int *at)
{
	*at = *at + 1 < names->n ? *at + 1 : -1;
}

void
filter_bar_next_round(struct filter_bar *filters)
{
	next(&filters->rounds, &filters->round);
}

/* `any` stands for questions that fit every company; no session is for it. */
void
filter_bar_next_company(struct filter_bar *filters)
{
	next(&filters->companies, &filters->company);
	if (filters->company >= 0 &&
	    question_any(filters->companies.keys[filters->company]))
		next(&filters->companies, &filters->company);
}

void
filter_bar_next_level(struct filter_bar *filters)
{
	next(&filters->levels, &filters->level);
}

static const char *
key_of(const struct names *names, int at)
{
	return at < 0 ? NULL : names->keys[at];
}

struct store_filter
filter_bar_now(const struct filter_bar *filters, const char *search)
{
	return (struct store_filter){
	    .round = key_of(&filters->rounds, filters->round),
	    .company = key_of(&filters->companies, filters->company),
	    .level = key_of(&filters->levels, filters->level),
	    .search = search,
	    .has_since = filters->has_since,
	    .has_until = filters->has_until,
	    .since = filters->since,
	    .until = filters->until,
	};
}

static const char *
label_of(const struct names *names, int at)
{
	return at < 0 ? "any" : names->labels[at];
}

void
filter_bar_text(const struct filter_bar *filters, char *out, size_t size)
{
	char since[DATE_SIZE] = "", until[DATE_SIZE] = "";

	if (filters->has_since)
		date_utc(since, filters->since);
	if (filters->has_until)
		date_utc(until, filters->until);
	snprintf(out, size, "round %s  company %s  level %s%s%.10s%s%.10s",
	    label_of(&filters->rounds, filters->round),
	    label_of(&filters->companies, filters->company),
	    label_of(&filters->levels, filters->level),
	    filters->has_since ? "  since " : "", since,
	    filters->has_until ? "  until " : "", until);
}

bool
filter_bar_any(const struct filter_bar *filters)
{
	return filters->round >= 0 || filters->company >= 0 ||
	       filters->level >= 0 || filters->has_since || filters->has_until;
}
