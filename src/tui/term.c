/* SPDX-License-Identifier: MIT */
#include "tui/term.h"

/* Curses has a function of that name too. */
#define key_name curses_key_name
#include <curses.h>
#undef key_name

#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "tui/ascii.h"
#include "tui/term_signals.h"

enum {
	CLUSTER_WIDE = 64, /* wide characters of a cluster that are shown */
	DELETE = 0x7f,     /* the last of ASCII, and no letter */
};

/* There is one terminal, and curses keeps it in globals too. */
static struct {
	SCREEN *screen; /* NULL while the terminal is not open */
	bool lost;      /* it went away: nothing is written any more */
	bool ascii;
	bool mouse; /* the terminal tells of it */
	int rows, cols;
	attr_t attributes[ROLE_COUNT];
	short pairs[ROLE_COUNT];
	const char *paste_on, *paste_off; /* NULL: no bracketed paste */

	/* The cells of the surface last shown, and what they belong to. */
	struct cell *shown;
	bool *drawn; /* its rows that were not blank */
	const struct surface *surface;
	unsigned frame, generation;
	int caret_row, caret_col;
	cchar_t *line; /* room for a row */

	struct app *app; /* the one that runs */
} term;

static const char *
capability(const char *name)
{
	const char *text = tigetstr(name);

	return text == (const char *)-1 ? NULL : text;
}

/* Writes nothing. */
static int
check_terminal(struct err *err)
{
	const char *name = getenv("TERM");
	int found;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return fail_as(err, ERR_USAGE,
		    "standard input and output are not both a terminal: "
		    "use --plain");
	if (name == NULL || name[0] == '\0')
		return fail_as(err, ERR_USAGE,
		    "TERM is not set, so the terminal is unknown: set it or "
		    "use --plain");
	if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
		return fail_as(err, ERR_USAGE,
		    "the terminal type '%s' (TERM) is not known here: set it "
		    "right or use --plain",
		    name);
	bool usable = capability("cup") != NULL && capability("clear") != NULL;

	del_curterm(cur_term);
	return usable ? 0
		      : fail_as(err, ERR_USAGE,
			    "a terminal of type '%s' (TERM) can't move its "
			    "cursor: use --plain",
			    name);
}

/* Keys as terminfo has them, and bracketed paste.  Not by keypad(): curses
 * would learn the keys too, and spend a tenth of its start on it. */
static void
set_modes(bool on)
{
	const char *keys = capability(on ? "smkx" : "rmkx");

	if (keys != NULL)
		putp(keys);
	if (term.paste_on != NULL)
		putp(on ? term.paste_on : term.paste_off);
	fflush(stdout);
}

/* Only where terminfo knows all four sequences of bracketed paste. */
static void
find_paste(void)
{
	bool whole = capability("PS") != NULL && capability("PE") != NULL &&
		     capability("BD") != NULL;

	term.paste_on = whole ? capability("BE") : NULL;
	term.paste_off = capability("BD");
}

void
term_name_keys(struct term_input *input)
{
	input_name_keys(input, capability);
	if (term.mouse)
		input_take_mouse(input);
	if (term.paste_on == NULL)
		return;
	input_name(input, capability("PS"), INPUT_PASTE_START);
	input_name(input, capability("PE"), INPUT_PASTE_END);
}

static attr_t
attributes_of(const struct style *style)
{
	attr_t attributes = A_NORMAL;

	if (style->attributes & STYLE_BOLD)
		attributes |= A_BOLD;
	if (style->attributes & STYLE_DIM)
		attributes |= A_DIM;
	if (style->attributes & STYLE_REVERSE)
		attributes |= A_REVERSE;
	if (style->attributes & STYLE_UNDERLINE)
		attributes |= A_UNDERLINE;
	return attributes;
}

/* The colour pair of a role; 0 is the terminal's own colours, which also stand
 * in where it has not those of the style. */
static short
pair_of(int role, const struct style *style)
{
	short pair = (short)(role + 1);

	if (style->foreground == COLOUR_DEFAULT &&
	    style->background == COLOUR_DEFAULT)
		return 0;
	if (init_pair(pair, (short)style->foreground,
		(short)style->background) == ERR)
		return 0;
	return pair;
}

static void
set_theme(const struct term_options *options)
{
	const char *no_color = getenv("NO_COLOR");
	enum scheme scheme = options->scheme;

	if (options->no_color || !has_colors() ||
	    (no_color != NULL && no_color[0] != '\0'))
		scheme = SCHEME_MONO;
	if (scheme != SCHEME_MONO) {
		start_color();
		use_default_colors();
	}
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct style *style =
		    theme_style(scheme, (enum role)role);

		term.attributes[role] = attributes_of(style);
		term.pairs[role] = pair_of(role, style);
	}
}

/* Curses knows how to have it told, also after the terminal was given away;
 * what the terminal tells then is read with the keys. */
static void
set_mouse(bool wanted)
{
	term.mouse = wanted && mousemask(BUTTON1_PRESSED, NULL) != 0;
}

/* Makes room for the present size and forgets what was shown, so that all of
 * the next surface is. */
static void
take_size(void)
{
	getmaxyx(stdscr, term.rows, term.cols);
	size_t cols = (size_t)term.cols;

	term.shown =
	    mem_grow(term.shown, (size_t)term.rows * cols, sizeof(struct cell));
	term.drawn = mem_grow(term.drawn, (size_t)term.rows, sizeof(bool));
	term.line = mem_grow(term.line, cols, sizeof(cchar_t));
	term.surface = NULL;
}

/* Running out of memory must not cost the text, nor leave a raw terminal. */
static void
save_and_close(void)
{
	struct err err;

	if (term.app != NULL)
		app_save(term.app, clock_now(), &err);
	term_close();
}

int
term_open(const struct term_options *options, struct err *err)
{
	if (check_terminal(err) != 0)
		return -1;
	signals_watch();
	term.screen = newterm(NULL, stdout, stdin);
	if (term.screen == NULL) {
		signals_unwatch();
		return fail_as(err, ERR_USAGE,
		    "the terminal can't be set up: use --plain");
	}
	term.lost = false;
	term.ascii =
	    options->ascii || strcmp(nl_langinfo(CODESET), "UTF-8") != 0;
	raw(); /* no flow control; Ctrl-C and Ctrl-Z come as keys */
	noecho();
	nonl();
	typeahead(-1);
	set_theme(options);
	take_size();
	find_paste();
	set_modes(true);
	set_mouse(options->mouse);
	mem_on_exhausted(save_and_close);
	return 0;
}

void
term_close(void)
{
	if (term.screen == NULL)
		return;
	mem_on_exhausted(NULL);
	if (!term.lost) {
		set_modes(false);
		endwin();
	}
	delscreen(term.screen);
	term.screen = NULL;
	free(term.shown);
	free(term.drawn);
	free(term.line);
	term.shown = NULL;
	term.drawn = NULL;
	term.line = NULL;
	signals_unwatch();
}

bool
term_is_ascii(void)
{
	return term.ascii;
}

void
term_size(int *rows, int *cols)
{
	*rows = term.rows;
	*cols = term.cols;
}

bool
term_fit(void)
{
	struct winsize size;
	int rows = term.rows, cols = term.cols;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
	    size.ws_col == 0)
		return false;
	resize_term(size.ws_row, size.ws_col);
	take_size();
	clearok(curscr, TRUE);
	return term.rows != rows || term.cols != cols;
}

void
term_give_away(void)
{
	set_modes(false);
	endwin();
	signals_lend();
}

/* What a program may have left on that curses does not put right itself: a
 * hidden caret, a look, inserting, no wrapping. */
static void
undo_modes(void)
{
	static const char *const names[] = {"cnorm", "sgr0", "rmir", "smam"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (capability(names[i]) != NULL)
			putp(capability(names[i]));
}

bool
term_take_back(void)
{
	signals_reclaim();
	reset_prog_mode();
	undo_modes();
	set_modes(true);
	signals_take(SIGNAL_CONTINUE); /* this is what it asked for */
	return term_fit();
}

void
term_lost(void)
{
	term.lost = true;
	signals_raise(SIGNAL_HANG_UP);
}

void
term_attach(struct app *app)
{
	term.app = app;
	term.surface = NULL;
}

/* The cell's characters in `wide`; returns how many. */
static size_t
characters_of(const struct surface *surface, const struct cell *cell,
    wchar_t wide[CLUSTER_WIDE])
{
	char buf[8];
	const char *text = surface_cell_text(surface, cell, buf);
	size_t len = strlen(text), n = 0;
	uint32_t cp;

	for (size_t at = 0; at < len && n < CLUSTER_WIDE;) {
		at += utf8_decode(text + at, len - at, &cp);
		wide[n++] = (wchar_t)cp;
	}
	if (!term.ascii || n == 0)
		return n;
	wide[0] = (wchar_t)ascii_for((uint32_t)wide[0]);
	return 1;
}

/* Most are a letter. */
static bool
is_letter(const struct cell *cell)
{
	return cell->glyph >= ' ' && cell->glyph < DELETE && cell->width == 1;
}

static int
put_letter(cchar_t *to, const struct cell *cell)
{
	const wchar_t one[] = {(wchar_t)cell->glyph, L'\0'};

	setcchar(
	    to, one, term.attributes[cell->role], term.pairs[cell->role], NULL);
	return 1;
}

/*
 * Makes a cluster what curses wants: each character that takes room, with the
 * marks on it, of which curses takes the first few.  Blanks fill the rest of
 * the cell.  Returns how many were made.
 */
static int
put_cluster(cchar_t *to, const struct surface *surface, const struct cell *cell)
{
	wchar_t wide[CLUSTER_WIDE], one[CCHARW_MAX + 1];
	size_t n = characters_of(surface, cell, wide), at = 0;
	int put = 0;

	for (int left = cell->width; left > 0;) {
		size_t len = 1;

		one[0] = at < n ? wide[at++] : L' ';
		int width = wcwidth(one[0]);

		if (width < 1 || width > left) {
			one[0] = L'?';
			width = 1;
		}
		for (; at < n && wcwidth(wide[at]) == 0; at++)
			if (len < CCHARW_MAX)
				one[len++] = wide[at];
		one[len] = L'\0';
		setcchar(&to[put++], one, term.attributes[cell->role],
		    term.pairs[cell->role], NULL);
		left -= width;
	}
	return put;
}

static void
show_run(const struct surface *surface, int row, int from, int to)
{
	const struct cell *cells =
	    surface->cells + (size_t)row * (size_t)surface->cols;
	int n = 0;

	for (int col = from; col < to; col++)
		n += is_letter(&cells[col])
			 ? put_letter(term.line + n, &cells[col])
			 : put_cluster(term.line + n, surface, &cells[col]);
	mvadd_wchnstr(row, from, term.line, n);
}

static bool
is_same(const struct cell *one, const struct cell *other)
{
	return memcmp(one, other, sizeof(*one)) == 0;
}

/* The first cell from there on that changed. */
static int
changed_from(const struct cell *cells, const struct cell *old, int at, int cols)
{
	while (at < cols && is_same(&cells[at], &old[at]))
		at++;
	return at;
}

/* Shows the runs of cells that changed, widened to whole clusters. */
static void
show_row(const struct surface *surface, int row, const struct cell *old)
{
	const struct cell *cells =
	    surface->cells + (size_t)row * (size_t)surface->cols;
	int cols = surface->cols;
	int from = changed_from(cells, old, 0, cols), to;

	for (; from < cols; from = changed_from(cells, old, to, cols)) {
		to = from + 1;
		while (from > 0 && cells[from].width == 0)
			from--;
		while (to < cols &&
		       (cells[to].width == 0 || !is_same(&cells[to], &old[to])))
			to++;
		show_run(surface, row, from, to);
	}
}

/* So that nothing but blanks is taken to be there already: plain text looks
 * like the terminal's own in every scheme. */
static void
forget_shown(size_t cells)
{
	static const struct cell blank = {.glyph = ' ', .width = 1};

	erase();
	for (size_t i = 0; i < cells; i++)
		term.shown[i] = blank;
	memset(term.drawn, 0, (size_t)term.rows * sizeof(bool));
}

/* True where something changed. */
static bool
show_rows(const struct surface *surface)
{
	size_t cols = (size_t)surface->cols;
	size_t bytes = cols * sizeof(struct cell);
	bool follows = surface->frame == term.frame + 1;
	bool changed = false;

	if (term.surface != surface || term.generation != surface->generation) {
		forget_shown((size_t)surface->rows * cols);
		term.surface = surface;
		term.generation = surface->generation;
		follows = false;
	}
	term.frame = surface->frame;
	for (int row = 0; row < surface->rows; row++) {
		const struct cell *cells = surface->cells + (size_t)row * cols;
		struct cell *old = term.shown + (size_t)row * cols;
		bool blank = !surface->drawn[row] && !term.drawn[row];

		term.drawn[row] = surface->drawn[row];
		if (blank || (follows && surface->kept[row].same) ||
		    memcmp(cells, old, bytes) == 0)
			continue;
		show_row(surface, row, old);
		memcpy(old, cells, bytes);
		changed = true;
	}
	return changed;
}

void
term_show(const struct surface *surface)
{
	int row = surface->caret_row, col = surface->caret_col;

	if (surface->rows != term.rows || surface->cols != term.cols)
		return;
	if (!show_rows(surface) && row == term.caret_row &&
	    col == term.caret_col)
		return;
	term.caret_row = row;
	term.caret_col = col;
	curs_set(row >= 0);
	if (row >= 0)
		move(row, col);
	refresh();
}
