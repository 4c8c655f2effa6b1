/* SPDX-License-Identifier: MIT */
#include "core/material.h"

#include <stdlib.h>
#include <string.h>

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

const struct feature *
material_feature(const struct material *material, const char *label)
{
	for (size_t i = 0; i < material->n_features; i++)
		if (strcmp(material->features[i].label, label) == 0)
			return &material->features[i];
	return NULL;
}

void
feature_figures(const struct feature *feature, struct str *out)
{
	const struct {
		const char *before, *figure;
	} figures[] = {
	    {"effort ", feature->effort},
	    {"reach ", feature->reach},
	    {"evidence: ", feature->evidence},
	};
	const char *between = "";

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++) {
		if (*figures[i].figure == '\0')
			continue;
		str_addf(out, "%s%s%s", between, figures[i].before,
		    figures[i].figure);
		between = "; ";
	}
}

void
material_backlog(const struct material *material, struct str *out)
{
	for (size_t i = 0; i < material->n_features; i++) {
		struct str figures = STR_INIT;

		feature_figures(&material->features[i], &figures);
		str_addf(out, "%s%s%s\n", material->features[i].label,
		    figures.len > 0 ? ": " : "", figures.s);
		str_release(&figures);
	}
}

void
material_line(const struct material *material, size_t row, struct str *out)
{
	const struct figure_row *header = &material->rows[0];
	const struct figure_row *figures = &material->rows[row];
	const char *between = "";

	for (int i = 0; i < figures->n; i++) {
		const char *name = i < header->n ? header->cells[i] : "";

		if (*figures->cells[i] == '\0')
			continue;
		str_addf(out, "%s%s%s%s", between, name,
		    *name != '\0' ? ": " : "", figures->cells[i]);
		between = "; ";
	}
}

void
material_lines(const struct material *material, struct str *out)
{
	for (size_t row = 1; row < material->n_rows; row++) {
		str_ch(out, '\n');
		material_line(material, row, out);
	}
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
