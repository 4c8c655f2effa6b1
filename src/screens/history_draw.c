/* SPDX-License-Identifier: MIT */
/* What is seen of the history: a row a session, and the selected one. */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "screens/frame.h"
#include "screens/history_parts.h"
#include "store/told.h"
#include "tui/layout.h"

enum {
	TITLE_SIZE = 64,
	LIST_COLS = 100, /* where the preview stands beside it */
	DAY_TEXT = 10,   /* of a date */
	TIME_TEXT = 16,  /* with its time */
};

struct area
history_list_area(int rows, int cols, struct area *preview)
{
	struct area left = frame_body(rows, cols), list;

	layout_top(&left, BROWSER_HEAD);
	list = layout_left(&left, cols >= LAYOUT_WIDE_COLS ? LIST_COLS : cols);
	layout_left(&left, LAYOUT_GAP);
	*preview = left;
	return list;
}

/* A session in the list, and what its columns are told by. */
struct entry {
	const struct session_row *row;
	const struct session_judged *judged;
	const struct names *rounds, *levels, *companies, *signals;
};

enum { CELL_TEXT = 160 };

static void
when_text(const struct entry *entry, char out[CELL_TEXT])
{
	date_local(out, entry->row->started_at, entry->row->utc_offset_min);
}

static void
day_text(const struct entry *entry, char out[CELL_TEXT])
{
	when_text(entry, out);
	out[DAY_TEXT] = '\0';
}

static void
overall_text(const struct entry *entry, char out[CELL_TEXT])
{
	score_text(out, entry->judged->overall);
}

static void
verdict_text(const struct entry *entry, char out[CELL_TEXT])
{
	enum verdict verdict = entry->judged->verdict;

	snprintf(out, CELL_TEXT, "%s",
	    verdict == VERDICT_NONE ? "not rated" : verdict_name(verdict));
}

static void
round_text(const struct entry *entry, char out[CELL_TEXT])
{
	snprintf(out, CELL_TEXT, "%s",
	    names_label(entry->rounds, entry->row->round, "mixed"));
}

static void
fix_text(const struct entry *entry, char out[CELL_TEXT])
{
	snprintf(out, CELL_TEXT, "%s",
	    names_label(entry->signals, entry->judged->limiting, ""));
}

static void
clean_text(const struct entry *entry, char out[CELL_TEXT])
{
	snprintf(out, CELL_TEXT, "%s", entry->judged->clean ? "clean" : "");
}

static void
answered_text(const struct entry *entry, char out[CELL_TEXT])
{
	snprintf(out, CELL_TEXT, "%d/%d", entry->judged->answered,
	    entry->row->questions);
}

static void
level_text(const struct entry *entry, char out[CELL_TEXT])
{
	snprintf(out, CELL_TEXT, "%s",
	    names_label(entry->levels, entry->row->level, ""));
}

static void
company_text(const struct entry *entry, char out[CELL_TEXT])
{
	snprintf(out, CELL_TEXT, "%s",
	    names_label(entry->companies, entry->row->company, ""));
}

/* From left to right, what matters most first; a column shows in a list of
 * from `least` to `most` cells, and is cut where these end. */
static const struct column {
	const char *name;
	int cols; /* with the blanks behind it */
	int least, most;
	void (*text)(const struct entry *entry, char out[CELL_TEXT]);
	bool judged; /* in the colour of the verdict */
} columns[] = {
    {"day", 11, 0, 51, day_text, false},
    {"session", 18, 52, INT_MAX, when_text, false},
    {"of 5", 5, 0, 51, overall_text, true},
    {"of 5", 6, 52, INT_MAX, overall_text, true},
    {"verdict", 13, 0, INT_MAX, verdict_text, true},
    {"round", 15, 0, INT_MAX, round_text, false},
    {"fix next", 21, 64, INT_MAX, fix_text, false},
    {"clean", 6, 78, INT_MAX, clean_text, false},
    {"done", 6, 88, INT_MAX, answered_text, false},
    {"level", 10, 94, INT_MAX, level_text, false},
    {"company", 14, 106, INT_MAX, company_text, false},
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

/* The cell of the column in a row, without its blanks; false where it does not
 * show.  `left` is what the columns before it have left of the row. */
static bool
cell_of(
    const struct column *column, int cols, struct area *left, struct area *cell)
{
	if (cols < column->least || cols > column->most)
		return false;
	*cell = layout_left(left, column->cols);
	if (cell->cols == column->cols)
		cell->cols--;
	return cell->cols > 0;
}

/* In the blank behind its day or time: there is a note, or a tag. */
static void
draw_star(struct surface *surface, struct area area, enum role role)
{
	int cells = area.cols <= columns[0].most ? DAY_TEXT : TIME_TEXT;

	surface_text(surface, area.row, area.col + cells,
	    area.cols > cells ? 1 : 0, role, "*");
}

static void
draw_row(const void *data, int i, struct surface *surface, struct area area,
    enum role role)
{
	const struct history_state *state = data;
	const struct filter_bar *filters = &state->browser.filters;
	int at = browser_at(&state->browser, i);
	struct area left = area, cell;
	struct entry entry = {
	    .rounds = &filters->rounds,
	    .levels = &filters->levels,
	    .companies = &filters->companies,
	    .signals = &state->signals,
	};

	if (at < 0 || state->judged[at].limiting == NULL)
		return;
	entry.row = &state->rows[at];
	entry.judged = &state->judged[at];
	for (int c = 0; c < COLUMNS; c++) {
		char text[CELL_TEXT];

		if (!cell_of(&columns[c], area.cols, &left, &cell))
			continue;
		columns[c].text(&entry, text);
		surface_text_cut(surface, cell.row, cell.col, cell.cols,
		    columns[c].judged && role == ROLE_TEXT
			? verdict_role(entry.judged->verdict)
			: role,
		    text);
	}
	if (remarks_any(&state->remarks[at]))
		draw_star(surface, area, role);
}

/* In the row that a search takes when there is one. */
static void
draw_names(const struct history_state *state, struct surface *surface,
    struct area area)
{
	struct area left = area, cell;
	int cols;

	if (state->browser.list.n == 0 || state->browser.searching ||
	    *field_text(&state->browser.search) != '\0')
		return;
	layout_left(&left, LIST_MARK);
	cols = left.cols;
	for (int c = 0; c < COLUMNS; c++)
		if (cell_of(&columns[c], cols, &left, &cell))
			surface_text_cut(surface, cell.row, cell.col, cell.cols,
			    ROLE_KEY, columns[c].name);
}

/* What is noted of the selected session, where no preview shows it. */
static void
draw_remarks(const struct history_state *state, struct surface *surface,
    const char *title)
{
	int at = browser_selected(&state->browser);
	int col = utf8_cells(title, strlen(title)) + LAYOUT_GAP;
	const struct remarks *remarks = &state->remarks[at >= 0 ? at : 0];
	struct str told = STR_INIT;

	if (at < 0 || state->previewed || !remarks_any(remarks))
		return;
	told_tags(&told, remarks); /* first: a note may be too long */
	str_addf(&told, "%s%s",
	    told.len > 0 && *remarks->note != '\0' ? ": " : "", remarks->note);
	surface_textf(surface, 0, col, surface->cols - col, ROLE_ACCENT, "* ");
	surface_text_cut(
	    surface, 0, col + 2, surface->cols - col - 2, ROLE_ACCENT, told.s);
	str_release(&told);
}

static void
draw_empty(const struct history_state *state, struct surface *surface,
    struct area area)
{
	static const char *const none[] = {
	    "No session yet.",
	    "Practise one: q goes back, then Enter starts.",
	    NULL,
	};
	static const char *const limited[] = {
	    "No session fits.",
	    "r, c, l and T change the filters,",
	    "Esc ends a search.",
	    NULL,
	};
	static const char *const none_deleted[] = {
	    "No session was deleted.",
	    "D or Esc shows the others.",
	    NULL,
	};
	bool is_limited =
	    browser_limited(&state->browser) || state->own.tag != NULL;

	frame_empty(surface, area,
	    is_limited           ? limited
	    : state->own.deleted ? none_deleted
				 : none);
}

static void
draw_preview(const struct history_state *state, struct surface *surface,
    struct area area)
{
	struct page page = page_begin(surface, layout_readable(area), 0);

	page_textf(&page, 0, ROLE_TITLE, "%s",
	    *state->preview.row.round ? state->preview.round_label
				      : "mixed rounds");
	session_page_verdict(&state->preview, &page);
	session_page_remarks(&state->preview, &page);
	page_gap(&page);
	for (int i = 0; i < state->preview.n; i++)
		session_page_answer(&state->preview, i, &page);
}

static void
draw_deleted(struct surface *surface, struct area area)
{
	struct page page = page_begin(surface, layout_readable(area), 0);

	page_text(&page, 0, ROLE_TITLE, "Deleted");
	page_text(&page, 0, ROLE_DIM,
	    "Hidden everywhere, and counted nowhere.  u brings it back with "
	    "all its answers and ratings, its note and its tags.");
}

/* Of a session that was deleted; a part of history_keys. */
static const struct key_binding deleted_keys[] = {
    {{'u'}, HISTORY_UNDO, "bring back", NULL},
    {{'/'}, BROWSER_SEARCH, "search", NULL},
    {{'D', K_ESC}, HISTORY_DELETED, "the others", NULL},
    {{0}, HISTORY_NO_ACTION, NULL, NULL},
};

static const struct key_binding *
footer(const struct history_state *state)
{
	return ask_line_footer(&state->change.line,
	    browser_footer(&state->browser,
		state->own.deleted ? deleted_keys : history_keys));
}

void
history_draw(const void *data, struct surface *surface, struct instant now)
{
	const struct history_state *state = data;
	char left[TITLE_SIZE] = "", title[TITLE_SIZE];
	struct area body, preview;
	struct area list =
	    history_list_area(surface->rows, surface->cols, &preview);

	(void)now;
	if (state->unindexed > 0)
		snprintf(left, sizeof(left), "making search fast: %d left",
		    state->unindexed);
	history_filter_title(&state->own, title, sizeof(title));
	body = frame_draw(surface, title, state->unindexed > 0 ? left : NULL,
	    ROLE_DIM, footer(state));
	if (state->unindexed == 0)
		draw_remarks(state, surface, title);
	if (list.rows > 0 && state->browser.list.n == 0 &&
	    !state->browser.going)
		draw_empty(state, surface, list);
	else if (list.rows > 0)
		list_draw(&state->browser.list, surface, list, draw_row, state);
	if (state->own.deleted && state->browser.list.n > 0 &&
	    layout_shows(preview))
		draw_deleted(surface, preview);
	else if (state->previewed && layout_shows(preview))
		draw_preview(state, surface, preview);
	browser_draw_head(&state->browser, surface, body);
	if (body.rows >= BROWSER_HEAD)
		draw_names(state, surface,
		    (struct area){body.row + 1, list.col, 1, list.cols});
	browser_draw_notice(&state->browser, surface);
	history_change_draw(&state->change, surface);
}
