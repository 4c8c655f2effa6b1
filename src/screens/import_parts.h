/* SPDX-License-Identifier: MIT */
/* The inside of the import screen, for its files only. */
#ifndef SCREENS_IMPORT_PARTS_H
#define SCREENS_IMPORT_PARTS_H

#include "screens/desk.h"
#include "screens/import_form.h"
#include "tui/list.h"
#include "tui/table.h"

enum import_phase {
	IMPORT_CHECKING, /* a dry run is on its way */
	IMPORT_CHECKED,  /* it has ended: `told` is empty when all is well */
	IMPORT_STOPPED,  /* by Esc; nothing was changed */
	IMPORT_RUNNING,
	IMPORT_DONE,
};

struct import_state {
	struct desk *desk;
	char *path; /* owned */
	struct import_form form;
	struct import_options options;
	struct import_look look;

	enum import_phase phase;
	struct source source;
	struct import_job *job; /* NULL: nothing runs */
	struct import_report report;
	struct err told;  /* why the file would be refused */
	int64_t began_ms; /* the present run, mono */
	char *way_back;   /* owned: the command; NULL: no backup was made */

	struct list list; /* the form's rows */
	bool is_changed;  /* somebody has chosen a row */
	bool problems;    /* below it, in place of the first rows */
	int top;          /* rows of that scrolled away */
	char *directory;  /* owned: handed back to the chooser */
	char notice[sizeof(struct err)];
};

/* Where things stand. */
struct import_areas {
	struct area status, list, rows, problems;
};

struct import_areas
import_areas(const struct import_state *state, int rows, int cols);

/* The pane that scrolls: its rows at that width. */
int import_pane_rows(const struct import_state *state, int cols);

void import_draw(const void *data, struct surface *surface, struct instant now);

extern const struct key_binding import_keys[];

#endif
