/* SPDX-License-Identifier: MIT */
#include "core/material.h"

#include <stdlib.h>

#include "base/list.h"
#include "base/mem.h"

void
material_add_feature(struct material *material, const char *label,
    const char *effort, const char *reach, const char *evidence)
{
	material->features = mem_grow(material->features,
	    material->n_features + 1, sizeof(*material->features));
	material->features[material->n_features++] = (struct feature){
	    .label = mem_text(label),
	    .effort = mem_text(effort),
	    .reach = mem_text(reach),
	    .evidence = mem_text(evidence),
	};
}

void
material_add_row(struct material *material, const char *cells)
{
	struct figure_row row = {.n = 0};
	struct list_of list;

	list_of_parse(&list, cells);
	for (size_t i = 0; i < list.n && row.n < FIGURE_COLUMNS; i++)
		row.cells[row.n++] = mem_text(list.items[i]);
	list_of_release(&list);
	material->rows = mem_grow(
	    material->rows, material->n_rows + 1, sizeof(*material->rows));
	material->rows[material->n_rows++] = row;
}

void
material_release(struct material *material)
{
	for (size_t i = 0; i < material->n_features; i++) {
		free(material->features[i].label);
		free(material->features[i].effort);
		free(material->features[i].reach);
		free(material->features[i].evidence);
	}
	for (size_t i = 0; i < material->n_rows; i++)
		for (int cell = 0; cell < material->rows[i].n; cell++)
			free(material->rows[i].cells[cell]);
	free(material->features);
	free(material->rows);
	*material = (struct material){0};
}
