/* SPDX-License-Identifier: MIT */
#include "tui/page.h"

#include <stdarg.h>
#include <stdio.h>

#include "tui/event.h"

struct page
page_begin(struct surface *surface, struct area area, int top)
{
	return (struct page){.surface = surface, .area = area, .top = top};
}

/* What is visible of the rest of the page; `*skip` rows of what is drawn next
 * are scrolled away. */
static struct area
page_rest(const struct page *page, int indent, int *skip)
{
	int at = page->row - page->top;

	*skip = at < 0 ? -at : 0;
	if (at < 0)
		at = 0;
	return (struct area){page->area.row + at, page->area.col + indent,
	    page->area.rows - at, page->area.cols - indent};
}

void
page_text(struct page *page, int indent, enum role role, const char *text)
{
	int skip;
	struct area rest = page_rest(page, indent, &skip);

	page->row += flow_draw(page->surface, rest, role, text, skip);
}

void
page_spans(struct page *page, int indent, enum role role, const char *text,
    const struct span *spans, size_t n)
{
	int skip;
	struct area rest = page_rest(page, indent, &skip);

	page->row +=
	    flow_draw_spans(page->surface, rest, role, text, spans, n, skip);
}

void
page_textf(struct page *page, int indent, enum role role, const char *fmt, ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	page_text(page, indent, role, text);
}

void
page_table(struct page *page, int indent, const struct table *table)
{
	int skip;
	struct area rest = page_rest(page, indent, &skip);

	page->row += table_draw(page->surface, rest, table, skip);
}

void
page_gap(struct page *page)
{
	page->row++;
}

int
page_row(struct page *page)
{
	int at = page->row++ - page->top;

	return at >= 0 && at < page->area.rows ? page->area.row + at : -1;
}

int
page_rows(page_fn *draw, const void *arg, int cols)
{
	struct surface nowhere;
	struct page page;

	surface_init(&nowhere, 1, 1);
	page = page_begin(&nowhere, (struct area){0, 0, 0, cols}, 0);
	draw(arg, &page);
	surface_release(&nowhere);
	return page.row;
}

bool
page_key(int *top, int key, int rows, int area_rows)
{
	int most = rows > area_rows ? rows - area_rows : 0;

	switch (key) {
	case 'j':
	case K_DOWN:
		++*top;
		break;
	case 'k':
	case K_UP:
		--*top;
		break;
	case ' ':
	case K_PAGE_DOWN:
	case K_CTRL('d'):
		*top += area_rows > 1 ? area_rows - 1 : 1;
		break;
	case K_PAGE_UP:
	case K_CTRL('u'):
		*top -= area_rows > 1 ? area_rows - 1 : 1;
		break;
	case 'g':
	case K_HOME:
		*top = 0;
		break;
	case 'G':
	case K_END:
		*top = most;
		break;
	default:
		return false;
	}
	if (*top > most)
		*top = most;
	if (*top < 0)
		*top = 0;
	return true;
}
