/* SPDX-License-Identifier: MIT */
#include "screens/status_section.h"

#include <string.h>

#include "base/utf8.h"
#include "tui/list.h"

enum {
	BOX_COLS = 4, /* `[x] ` */
	GAP_COLS = 2,
	/* From this width on a row has room for more than its first words. */
	WIDE_COLS = 70,
	KIND_COLS = 21, /* of a readiness row, narrow and wide */
	KIND_COLS_WIDE = 28,
	RATER_COLS = 5,
	STATE_COLS = 12,
	RUN_COLS = 18,
};

static int
cells(const char *text)
{
	return utf8_cells(text, strlen(text));
}

/* Readiness. */

static int
readiness_rows(const struct status *status)
{
	return status->n_readiness;
}

static enum role
state_role(enum readiness_state state)
{
	switch (state) {
	case READINESS_NOT_YET:
		return ROLE_TEXT;
	case READINESS_PROVISIONAL:
		return ROLE_WARN;
	case READINESS_READY:
		return ROLE_GOOD;
	}
	return ROLE_TEXT;
}

/* What is missing: the sentence where it fits, else the gist of it. */
static void
draw_missing(const struct readiness_row *row, struct surface *surface,
    struct area area, enum role role)
{
	char text[READINESS_TEXT], brief[READINESS_BRIEF];

	readiness_text(text, &row->readiness, row->round, row->by_peers);
	readiness_brief(brief, &row->readiness, row->by_peers);
	surface_text(surface, area.row, area.col, area.cols, role,
	    cells(text) <= area.cols ? text : brief);
}

static void
draw_readiness(const struct status *status, int i, struct surface *surface,
    struct area area, enum role role)
{
	const struct readiness_row *row = &status->readiness[i];
	bool wide = area.cols + LIST_MARK >= WIDE_COLS;
	int kind_cols = wide ? KIND_COLS_WIDE : KIND_COLS;
	enum readiness_state state = row->readiness.state;
	struct str kind = STR_INIT;
	char run[READINESS_BRIEF];

	readiness_run(run, &row->readiness);
	status_kind_text(&kind, status, row);
	surface_text_cut(
	    surface, area.row, area.col, kind_cols - 1, role, kind.s);
	str_release(&kind);
	area.col += kind_cols;
	area.cols -= kind_cols;
	surface_text(surface, area.row, area.col, area.cols, role,
	    row->by_peers ? "peer" : "self");
	area.col += RATER_COLS;
	area.cols -= RATER_COLS;
	surface_text(surface, area.row, area.col, area.cols,
	    role == ROLE_SELECTED ? role : state_role(state),
	    readiness_name(state));
	if (!wide)
		return;
	area.col += STATE_COLS;
	area.cols -= STATE_COLS;
	surface_text(surface, area.row, area.col, area.cols, role, run);
	area.col += RUN_COLS;
	area.cols -= RUN_COLS;
	draw_missing(row, surface, area, role);
}

static void
tell_readiness(const struct status *status, int i, struct str *out)
{
	const struct readiness_row *row = &status->readiness[i];
	char run[READINESS_BRIEF];

	readiness_run(run, &row->readiness);
	status_readiness_text(out, status, row);
	str_addf(out, " (%s).", run);
}

/* Checklist. */

static int
checklist_rows(const struct status *status)
{
	return status->n_checklist;
}

static void
tally_checklist(const struct status *status, struct str *out)
{
	int done = 0;

	for (int i = 0; i < status->n_checklist; i++)
		done += status->checklist[i].state.done;
	if (status->n_checklist > 0)
		str_addf(out, ": %d of %d done", done, status->n_checklist);
}

/* Whether every row has room for all that it has to say. */
static bool
texts_fit(const struct status *status, int cols)
{
	for (int i = 0; i < status->n_checklist; i++) {
		const struct checklist_row *row = &status->checklist[i];

		if (cells(row->item.label) + GAP_COLS + cells(row->text) > cols)
			return false;
	}
	return true;
}

static void
draw_item(const struct status *status, int i, struct surface *surface,
    struct area area, enum role role)
{
	const struct checklist_row *row = &status->checklist[i];
	bool done = row->state.done, selected = role == ROLE_SELECTED;
	char brief[CHECKLIST_BRIEF];
	int used;

	surface_text(surface, area.row, area.col, area.cols,
	    done && !selected ? ROLE_GOOD : role, done ? "[x]" : "[ ]");
	area.col += BOX_COLS;
	area.cols -= BOX_COLS;
	checklist_brief(brief, &row->item, &row->state);
	used = surface_text_right(surface, area.row, area.col, area.cols,
	    selected ? role : ROLE_DIM,
	    texts_fit(status, area.cols) ? row->text : brief);
	surface_text_cut(surface, area.row, area.col,
	    used > 0 ? area.cols - used - GAP_COLS : area.cols, role,
	    row->item.label);
}

static void
tell_item(const struct status *status, int i, struct str *out)
{
	const struct checklist_row *row = &status->checklist[i];

	str_add(out, row->item.label);
	if (row->item.check != CHECK_SELF)
		str_addf(out, ": %s", row->text);
	str_addf(out, ". %s", row->item.how);
}

const struct section status_sections[STATUS_SECTIONS] = {
    {
	.title = "Readiness",
	.when_empty = "No session yet: Enter on the home screen starts one.",
	.rows = readiness_rows,
	.draw = draw_readiness,
	.tell = tell_readiness,
    },
    {
	.title = "Before the interview",
	.when_empty = "The checklist is empty: import one of your own.",
	.rows = checklist_rows,
	.draw = draw_item,
	.tell = tell_item,
	.tally = tally_checklist,
	.ticks = true,
    },
};

int
status_rows(const struct status *status)
{
	int n = 0;

	for (int i = 0; i < STATUS_SECTIONS; i++)
		n += status_sections[i].rows(status);
	return n;
}

const struct section *
status_section_at(const struct status *status, int *row)
{
	for (int i = 0; i < STATUS_SECTIONS; i++) {
		int n = status_sections[i].rows(status);

		if (*row < n)
			return &status_sections[i];
		*row -= n;
	}
	return NULL;
}
