/* SPDX-License-Identifier: MIT */
#include "core/probe.h"

#include <string.h>

#include "base/list.h"

/* Bytes of the key and what stands behind it, 0 without one. */
static size_t
key_length(const struct rubric *rubric, const char *probe, int *signal)
{
	size_t n = strcspn(probe, ":");

	*signal = -1;
	if (probe[n] != ':')
		return 0;
	for (size_t i = 0; i < rubric->n && *signal < 0; i++)
		if (strlen(rubric->signals[i].key) == n &&
		    memcmp(rubric->signals[i].key, probe, n) == 0)
			*signal = (int)i;
	if (*signal < 0)
		return 0;
	return n + 1 + strspn(probe + n + 1, " ");
}

const char *
probe_text(const struct rubric *rubric, const char *probe)
{
	int signal;

	return probe + key_length(rubric, probe, &signal);
}

int
probe_signal(const struct rubric *rubric, const char *probe)
{
	int signal;

	key_length(rubric, probe, &signal);
	return signal;
}

void
probes_in_order(int order[PROBES_MOST])
{
	for (int i = 0; i < PROBES_MOST; i++)
		order[i] = i;
}

/* What can't be compared comes behind everything that can. */
static double
weakness(const struct rubric *rubric, const char *probe, const double *means)
{
	int signal = probe_signal(rubric, probe);

	return signal >= 0 && means[signal] > 0 ? means[signal]
						: RATING_HIGH + 1;
}

void
probes_weak_first(const struct rubric *rubric, const char *joined,
    const double *means, int order[PROBES_MOST])
{
	double keys[PROBES_MOST];
	struct list_of probes;

	probes_in_order(order);
	list_of_parse(&probes, joined);
	for (int i = 0; i < PROBES_MOST && i < (int)probes.n; i++) {
		double key = weakness(rubric, probes.items[i], means);
		int at = i;

		for (; at > 0 && keys[at - 1] > key; at--) {
			keys[at] = keys[at - 1];
			order[at] = order[at - 1];
		}
		keys[at] = key;
		order[at] = i;
	}
	list_of_release(&probes);
}
