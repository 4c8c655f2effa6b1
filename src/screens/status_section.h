/* SPDX-License-Identifier: MIT */
/*
 * The sections of the status screen.  One more of them is a record of
 * functions in the table of status_section.c, on what struct status holds.
 */
#ifndef SCREENS_STATUS_SECTION_H
#define SCREENS_STATUS_SECTION_H

#include "store/status.h"
#include "tui/surface.h"

struct section {
	const char *title;
	const char *when_empty; /* stands there without rows */
	int (*rows)(const struct status *status);
	void (*draw)(const struct status *status, int i,
	    struct surface *surface, struct area area, enum role role);
	/* Appends what stands below while the cursor is on the row. */
	void (*tell)(const struct status *status, int i, struct str *out);
	/* Appends to the title how far they are; NULL: nothing. */
	void (*tally)(const struct status *status, struct str *out);
	bool ticks; /* its rows are those of the checklist */
};

enum { STATUS_SECTIONS = 2 };
extern const struct section status_sections[STATUS_SECTIONS];

/* The rows of all sections, one after the other. */
int status_rows(const struct status *status);

/* The section that a row is in; `*row` becomes its place there.  NULL where
 * there is no such row. */
const struct section *status_section_at(const struct status *status, int *row);

#endif
