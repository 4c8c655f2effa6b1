/* SPDX-License-Identifier: MIT */
#include "store/sought.h"

void
sought_release(struct sought *sought)
{
	for (int i = 0; i < sought->query.n; i++)
		needle_release(&sought->needles[i]);
	query_release(&sought->query);
}

void
sought_set(struct sought *sought, const char *text)
{
	sought_release(sought);
	query_read(&sought->query, text);
	for (int i = 0; i < sought->query.n; i++)
		needle_init(&sought->needles[i], sought->query.words[i]);
	sought->only = -1;
}

bool
sought_in(struct sought *sought, const char *text, size_t n)
{
	if (sought->only >= 0)
		return needle_in(&sought->needles[sought->only], text, n);
	for (int i = 0; i < sought->query.n; i++)
		if ((sought->held & 1u << i) == 0 &&
		    needle_in(&sought->needles[i], text, n))
			sought->held |= 1u << i;
	return sought->held == query_all(&sought->query);
}

bool
sought_holds(const struct sought *sought, const char *text)
{
	unsigned held = 0;
	struct query query;

	query_read(&query, text);
	for (int i = 0; i < query.n; i++)
		held |= query_held(&sought->query, query.words[i]);
	query_release(&query);
	return held == query_all(&sought->query);
}
