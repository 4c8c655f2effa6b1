/* SPDX-License-Identifier: MIT */
/* How the import screen looks. */
#include <stdio.h>
#include <string.h>

#include "screens/frame.h"
#include "screens/import_parts.h"
#include "screens/import_words.h"
#include "tui/layout.h"
#include "tui/page.h"

enum {
	STATUS_ROWS = 2,
	STATUS_ROWS_HIGH = 3, /* where there is room */
	STATUS_ROWS_DONE = 5, /* and there is more to tell */
	HIGH_ROWS = 18,
	FORM_COLS = 60, /* where what it leads to stands beside it */
	LABEL_COLS = 12,
	COLUMN_COLS = 16, /* of a column in the table, at least about */
	QUIET_MS = 500,   /* nobody needs to be told before */
	PERCENT = 100,
};

static int
status_rows(const struct import_state *state, int rows)
{
	if (rows < HIGH_ROWS)
		return STATUS_ROWS;
	return state->phase == IMPORT_DONE ? STATUS_ROWS_DONE
					   : STATUS_ROWS_HIGH;
}

struct import_areas
import_areas(const struct import_state *state, int rows, int cols)
{
	struct area body = frame_body(rows, cols);
	struct import_areas areas;

	areas.status = layout_top(&body, status_rows(state, body.rows));
	if (cols >= LAYOUT_WIDE_COLS) {
		areas.list = layout_left(&body, FORM_COLS);
		layout_left(&body, LAYOUT_GAP);
	} else {
		areas.list = layout_top(&body, body.rows / 2);
		layout_top(&body, 1);
	}
	areas.rows = areas.problems = body;
	if (cols >= LAYOUT_WIDE_COLS && state->report.n_problems > 0) {
		areas.rows = layout_top(&body, body.rows / 2);
		layout_top(&body, 1);
		areas.problems = body;
	}
	return areas;
}

/* A window of the file's columns, with the selected row's in it. */
struct window {
	const struct import_state *state;
	int from, n;
};

static int
columns_shown(const struct import_look *look, int cols)
{
	int n = cols / COLUMN_COLS;

	if (n > TABLE_COLUMNS)
		n = TABLE_COLUMNS;
	if (n < 2)
		n = 2;
	return n < look->n_columns ? n : look->n_columns;
}

static int
selected_column(const struct import_state *state)
{
	int field = import_form_field(&state->look, state->list.selected);

	return field >= 0 ? state->look.column_of[field] : -1;
}

static const char *
cell(const void *arg, int row, int col)
{
	const struct window *window = arg;
	const struct import_look *look = &window->state->look;

	col += window->from;
	if (row == 0)
		return *look->columns[col] != '\0' ? look->columns[col] : "-";
	return import_look_cell(look, row - 1, col);
}

static void
line(const void *arg, int row, struct str *out)
{
	const struct window *window = arg;

	for (int col = 0; col < window->n; col++) {
		const char *text = cell(arg, row, col);

		if (*text != '\0')
			str_addf(out, "%s%s: %s", out->len > 0 ? "; " : "",
			    cell(arg, 0, col), text);
	}
}

static void
draw_rows(const void *arg, struct page *page)
{
	const struct import_state *state = arg;
	const struct import_look *look = &state->look;
	struct window window = {.state = state};
	int shown = columns_shown(look, page->area.cols);
	int selected = selected_column(state);

	if (look->n_rows == 0) {
		page_text(page, 0, ROLE_DIM, "No rows can be read.");
		return;
	}
	window.n = shown;
	if (selected >= shown)
		window.from = selected - shown + 1;
	page_table(page, 0,
	    &(struct table){.cell = cell,
		.line = line,
		.arg = &window,
		.rows = look->n_rows + 1,
		.cols = shown});
	if (look->n_columns > shown)
		page_textf(page, 0, ROLE_DIM, "columns %d to %d of %d",
		    window.from + 1, window.from + shown, look->n_columns);
}

/* The path is in the title, in part; the reason is wanted here. */
static const char *
reason(const struct import_state *state)
{
	const char *text = state->told.text;
	size_t n = strlen(state->path);

	if (strncmp(text, state->path, n) == 0 &&
	    (strncmp(text + n, ": ", 2) == 0 ||
		strncmp(text + n, ", ", 2) == 0))
		text += n + 2;
	return text;
}

static void
draw_problem(struct page *page, const struct import_problem *problem)
{
	struct str text = STR_INIT;

	if (problem->line != 0)
		str_addf(&text, "line %zu", problem->line);
	if (problem->line != 0 && problem->column != 0)
		str_addf(&text, ", column %d", problem->column);
	if (problem->line != 0)
		str_add(&text, ": ");
	import_words(&text, problem->message);
	page_text(page, 0, ROLE_TEXT, text.s);
	str_release(&text);
}

/* What refused it, where no line did. */
static void
draw_reason(const struct import_state *state, struct page *page, enum role role)
{
	struct str text = STR_INIT;

	import_words(&text, reason(state));
	page_text(page, 0, role, text.s);
	str_release(&text);
}

static void
draw_way_back(const struct import_state *state, struct page *page)
{
	if (state->way_back != NULL && state->phase == IMPORT_DONE)
		page_textf(
		    page, 0, ROLE_DIM, "As it was before: %s", state->way_back);
}

static void
draw_problems(const void *arg, struct page *page)
{
	const struct import_state *state = arg;
	const struct import_report *report = &state->report;

	if (report->n_problems == 0 && state->told.status != ERR_NONE)
		draw_reason(state, page, ROLE_DIM);
	else if (report->n_problems == 0)
		page_text(page, 0, ROLE_DIM, "No problems.");
	for (int i = 0; i < report->n_problems; i++)
		draw_problem(page, &report->problems[i]);
	if (report->n_more > 0)
		page_textf(page, 0, ROLE_DIM, "and %ld more", report->n_more);
	draw_way_back(state, page);
}

int
import_pane_rows(const struct import_state *state, int cols)
{
	return page_rows(
	    state->problems ? draw_problems : draw_rows, state, cols);
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct import_state *state = data;
	struct str value = STR_INIT;

	surface_text_cut(surface, area.row, area.col, LABEL_COLS - 1, role,
	    import_form_label(&state->look, i));
	import_form_value(&state->form, &state->look, i, &value);
	surface_text_cut(surface, area.row, area.col + LABEL_COLS,
	    area.cols - LABEL_COLS, role, value.s);
	str_release(&value);
}

static void
draw_going(
    const struct import_state *state, struct page *page, struct instant now)
{
	bool is_check = state->phase == IMPORT_CHECKING;
	const char *doing = is_check ? "Checking" : "Importing";

	if (now.mono_ms - state->began_ms < QUIET_MS || state->job == NULL)
		page_textf(page, 0, ROLE_TITLE, "%s ...", doing);
	else if (import_job_is_copying(state->job))
		page_textf(page, 0, ROLE_TITLE,
		    "Keeping a copy of what is: %d %%; Esc stops",
		    (int)(import_job_share(state->job) * PERCENT));
	else if (import_job_is_indexing(state->job))
		page_textf(page, 0, ROLE_TITLE,
		    "%s: index of %ld rows; Esc stops, nothing is kept", doing,
		    state->report.rows);
	else
		page_textf(page, 0, ROLE_TITLE,
		    "%s: %d %%, %ld rows; Esc stops, nothing is kept", doing,
		    (int)(import_job_share(state->job) * PERCENT),
		    state->report.rows);
}

static void
draw_counts(
    const struct import_state *state, struct page *page, const char *before)
{
	const struct import_report *report = &state->report;

	page_textf(page, 0, ROLE_GOOD,
	    "%sadded %ld, updated %ld, unchanged %ld, skipped %ld", before,
	    report->added, report->updated, report->unchanged, report->skipped);
}

/* Once is enough: here, or among the problems below. */
static void
draw_refusal(const struct import_state *state, struct page *page)
{
	if (state->problems && state->report.n_problems > 0)
		page_text(page, 0, ROLE_BAD,
		    "It can't be imported so: see below, and change a row.");
	else
		draw_reason(state, page, ROLE_BAD);
}

static void
draw_checked(const struct import_state *state, struct page *page)
{
	long problems = state->report.n_problems + state->report.n_more;

	if (state->told.status != ERR_NONE) {
		draw_refusal(state, page);
		return;
	}
	draw_counts(state, page, "Enter imports: ");
	if (problems > 0)
		page_textf(page, 0, ROLE_WARN, "%ld problem%s%s", problems,
		    problems == 1 ? "" : "s",
		    page->area.cols >= LAYOUT_WIDE_COLS ? ", below"
							: ": see with Tab");
}

static void
draw_done(const struct import_state *state, struct page *page)
{
	draw_counts(state, page, "Imported: ");
	if (state->report.kind->entity == ENTITY_QUESTIONS)
		page_text(page, 0, ROLE_TEXT, "Enter shows the bank.");
	draw_way_back(state, page);
}

static void
draw_status(const struct import_state *state, struct surface *surface,
    struct area area, struct instant now)
{
	struct page page = page_begin(surface, area, 0);

	switch (state->phase) {
	case IMPORT_CHECKING:
	case IMPORT_RUNNING:
		draw_going(state, &page, now);
		break;
	case IMPORT_CHECKED:
		draw_checked(state, &page);
		break;
	case IMPORT_STOPPED:
		page_text(&page, 0, ROLE_WARN,
		    "Stopped; nothing was changed. Enter checks it again.");
		break;
	case IMPORT_DONE:
		draw_done(state, &page);
		break;
	}
}

static void
draw_panes(const struct import_state *state, struct surface *surface,
    const struct import_areas *areas)
{
	bool both = areas->rows.row != areas->problems.row;
	struct page rows =
	    page_begin(surface, areas->rows, state->problems ? 0 : state->top);
	struct page problems = page_begin(
	    surface, areas->problems, state->problems ? state->top : 0);

	if (areas->list.cols == surface->cols)
		surface_rule(
		    surface, areas->rows.row - 1, 0, surface->cols, ROLE_DIM);
	if (both || !state->problems)
		draw_rows(state, &rows);
	if (both)
		surface_rule(surface, areas->problems.row - 1,
		    areas->problems.col, areas->problems.cols, ROLE_DIM);
	if (both || state->problems)
		draw_problems(state, &problems);
}

void
import_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct import_state *state = data;
	const char *slash = strrchr(state->path, '/');
	char title[128];
	struct import_areas areas =
	    import_areas(state, surface->rows, surface->cols);

	snprintf(title, sizeof(title), "Import: %s",
	    slash != NULL ? slash + 1 : state->path);
	frame_draw(surface, title, NULL, ROLE_DIM, import_keys);
	list_draw(&state->list, surface, areas.list, draw_row, state);
	draw_panes(state, surface, &areas);
	draw_status(state, surface, areas.status, now);
	frame_notice(surface, state->notice);
}
