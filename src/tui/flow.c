/* SPDX-License-Identifier: MIT */
#include "tui/flow.h"

#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "tui/plain.h"

enum { WINDOW_BYTES = 256 };

static bool
is_letter_or_digit(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* Bytes of whole clusters that fit into `cols` cells, at least one. */
static size_t
fitting(const char *s, size_t n, int cols)
{
	size_t at = plain_run(s, n, (size_t)cols);
	int left = cols - (int)at;

	while (at < n) {
		size_t next = utf8_next(s, n, at);
		int cells = utf8_cluster_cells(s + at, next - at);

		if (cells > left && at > 0)
			break;
		left = cells < left ? left - cells : 0;
		size_t run = plain_run(s + next, n - next, (size_t)left);

		at = next + run;
		left -= (int)run;
	}
	return at;
}

/* The last place in (from, limit] where a row may end; 0 where there is none.
 * `limit` is less than `n`. */
static size_t
break_between(const char *s, size_t n, size_t from, size_t limit)
{
	char buf[WINDOW_BYTES], *breaks = buf;
	uint32_t cp;
	size_t end = limit + utf8_decode(s + limit, n - limit, &cp);
	size_t at = limit;

	if (end - from > sizeof(buf))
		breaks = mem_new(end - from);
	u8_possible_linebreaks(
	    (const uint8_t *)s + from, end - from, "UTF-8", breaks);
	while (at > from && breaks[at - from] != UC_BREAK_POSSIBLE)
		at--;
	if (breaks != buf)
		free(breaks);
	return at > from ? at : 0;
}

/* Within a word of letters and digits no row may end, and before it, after
 * another such word, it may: of most rows nothing has to be asked, so that the
 * tables of UAX #14 are not even brought in. */
static size_t
plain_break(const char *s, size_t limit)
{
	size_t at = limit;

	if (!is_letter_or_digit(s[limit]))
		return 0;
	while (at > 0 && is_letter_or_digit(s[at - 1]))
		at--;
	return at > 1 && s[at - 1] == ' ' &&
		       (is_letter_or_digit(s[at - 2]) || s[at - 2] == ',')
		   ? at
		   : 0;
}

/*
 * Most other rows end at one of the last two words, and no rule of UAX #14
 * looks back over a space to what stands before a letter: so only those words
 * are looked at, and the whole row where that finds nothing.
 */
static size_t
last_break(const char *s, size_t n, size_t limit)
{
	size_t from = limit, plain = plain_break(s, limit);

	if (plain > 0)
		return plain;
	for (int words = 0; from > 0; from--)
		if (s[from - 1] == ' ' && is_letter_or_digit(s[from]) &&
		    ++words == 2)
			break;
	size_t found = break_between(s, n, from, limit);

	return found > 0 || from == 0 ? found : break_between(s, n, 0, limit);
}

/* The bytes to draw of the row that `s` begins with; `*next` is where the
 * next one begins.  Spaces at the end of a row hang and are not drawn. */
static size_t
first_row(const char *s, size_t n, int cols, size_t *next)
{
	size_t fit = fitting(s, n, cols), after = fit, end;

	while (after < n && s[after] == ' ')
		after++;
	*next = after;
	if (after == n)
		return fit;
	size_t at = last_break(s, n, after);

	for (end = at; end > 0 && s[end - 1] == ' ';)
		end--;
	if (end == 0) /* a word longer than the row */
		return fit;
	*next = at;
	return end;
}

/* A stretch of the text as it is laid out, from where the one before ends. */
struct piece {
	size_t end;
	enum role role;
};

struct flow {
	struct surface *surface;
	struct area area;
	const char *text;
	const struct piece *piece; /* of the next row's start */
	int row; /* of the next row in the area; negative ones are skipped */
};

static void
flow_row(void *data, size_t at, size_t n)
{
	struct flow *flow = data;
	const struct area *area = &flow->area;
	size_t end = at + n;
	int row = flow->row++, col = 0;

	if (row < 0 || row >= area->rows)
		return;
	while (at < end) {
		while (flow->piece->end <= at)
			flow->piece++;
		size_t to = end < flow->piece->end ? end : flow->piece->end;

		col += surface_textn(flow->surface, area->row + row,
		    area->col + col, area->cols - col, flow->piece->role,
		    flow->text + at, to - at);
		at = to;
	}
}

void
flow_each(const char *text, int cols,
    void (*row)(void *to, size_t at, size_t n), void *to)
{
	size_t at = 0;

	if (cols <= 0)
		return;
	while (text[at] != '\0') {
		size_t n = strcspn(text + at, "\n"), line = at, next;

		at += n + (text[at + n] == '\n');
		if (n > 0 && text[line + n] == '\n' &&
		    text[line + n - 1] == '\r')
			n--;
		do {
			row(to, line, first_row(text + line, n, cols, &next));
			line += next;
			n -= next;
		} while (n > 0);
	}
}

/* `pieces` reach to the end of the text at least. */
static int
flow_pieces(struct surface *surface, struct area area, const char *text,
    const struct piece *pieces, int skip)
{
	struct flow flow = {surface, area, text, pieces, -skip};

	if (area.cols <= 0)
		return 0;
	flow_each(text, area.cols, flow_row, &flow);
	return flow.row + skip;
}

int
flow_draw(struct surface *surface, struct area area, enum role role,
    const char *text, int skip)
{
	struct piece whole = {SIZE_MAX, role};

	return flow_pieces(surface, area, text, &whole, skip);
}

/* A text with the labels of its spans in it. */
struct labelled {
	const char *from;
	size_t n, at; /* its bytes; those that are in `text` already */
	enum role role;
	struct str text;
	struct piece *pieces; /* owned */
	size_t n_pieces;
};

static void
end_piece(struct labelled *labelled, enum role role)
{
	labelled->pieces[labelled->n_pieces++] =
	    (struct piece){labelled->text.len, role};
}

static void
add_up_to(struct labelled *labelled, size_t end, enum role role)
{
	if (end > labelled->at) {
		str_addn(&labelled->text, labelled->from + labelled->at,
		    end - labelled->at);
		labelled->at = end;
	}
	end_piece(labelled, role);
}

/* Where the cluster begins that `at` lies in, or where it ends. */
static size_t
whole_cluster(const struct labelled *labelled, size_t at, bool at_end)
{
	if (at == 0 || at >= labelled->n)
		return at == 0 ? 0 : labelled->n;
	size_t start = utf8_prev(labelled->from, labelled->n, at);
	size_t end = utf8_next(labelled->from, labelled->n, start);

	return at_end || end == at ? end : start;
}

static void
add_span(struct labelled *labelled, const struct span *span)
{
	add_up_to(
	    labelled, whole_cluster(labelled, span->at, false), labelled->role);
	add_up_to(labelled, whole_cluster(labelled, span->at + span->n, true),
	    span->role);
	if (span->label == NULL)
		return;
	str_addf(&labelled->text, " [%s]", span->label);
	end_piece(labelled, ROLE_DIM);
}

int
flow_draw_spans(struct surface *surface, struct area area, enum role role,
    const char *text, const struct span *spans, size_t n, int skip)
{
	enum { PIECES_A_SPAN = 3 };
	struct labelled labelled = {
	    .from = text,
	    .n = strlen(text),
	    .role = role,
	    .text = STR_INIT,
	    .pieces = mem_new((n * PIECES_A_SPAN + 1) * sizeof(struct piece)),
	};

	for (size_t i = 0; i < n; i++)
		add_span(&labelled, &spans[i]);
	add_up_to(&labelled, labelled.n, role);
	int rows =
	    flow_pieces(surface, area, labelled.text.s, labelled.pieces, skip);

	str_release(&labelled.text);
	free(labelled.pieces);
	return rows;
}

int
flow_rows(const char *text, int cols)
{
	struct area nowhere = {.cols = cols};

	return flow_draw(NULL, nowhere, ROLE_TEXT, text, 0);
}
