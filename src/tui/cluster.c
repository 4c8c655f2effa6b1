/* SPDX-License-Identifier: MIT */
#include "tui/cluster.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { FIRST_SLOTS = 64 };

/* FNV-1a (Fowler, Noll, Vo). */
static uint32_t
hash_of(const char *text, size_t n)
{
	const uint32_t basis = 2166136261, prime = 16777619;
	uint32_t hash = basis;

	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)text[i]) * prime;
	return hash;
}

/* The slot that the cluster has, or would get. */
static uint32_t *
slot_of(const struct surface *surface, const char *text, size_t n)
{
	size_t mask = surface->n_slots - 1;
	size_t at = hash_of(text, n) & mask;

	for (; surface->slots[at] != 0; at = (at + 1) & mask) {
		const char *there = surface->clusters[surface->slots[at] - 1];

		if (strncmp(there, text, n) == 0 && there[n] == '\0')
			break;
	}
	return &surface->slots[at];
}

static void
grow(struct surface *surface)
{
	size_t n = surface->n_slots > 0 ? 2 * surface->n_slots : FIRST_SLOTS;

	free(surface->slots);
	surface->slots = mem_zero(n, sizeof(*surface->slots));
	surface->n_slots = n;
	surface->clusters =
	    mem_grow(surface->clusters, n / 2, sizeof(*surface->clusters));
	for (uint32_t i = 0; i < surface->n_clusters; i++) {
		const char *text = surface->clusters[i];

		*slot_of(surface, text, strlen(text)) = i + 1;
	}
}

uint32_t
cluster_glyph(struct surface *surface, const char *text, size_t n)
{
	if (surface->n_clusters == surface->n_slots / 2)
		grow(surface);
	uint32_t *slot = slot_of(surface, text, n);

	if (*slot == 0) {
		surface->clusters[surface->n_clusters++] = mem_textn(text, n);
		*slot = (uint32_t)surface->n_clusters;
	}
	return GLYPH_CLUSTER + *slot - 1;
}

void
cluster_forget(struct surface *surface)
{
	for (size_t i = 0; i < surface->n_clusters; i++)
		free(surface->clusters[i]);
	free(surface->clusters);
	free(surface->slots);
	surface->clusters = NULL;
	surface->slots = NULL;
	surface->n_clusters = surface->n_slots = 0;
	surface->generation++;
}
