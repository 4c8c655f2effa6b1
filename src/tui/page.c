/* SPDX-License-Identifier: MIT */
#include "tui/page.h"

#include <stdarg.h>
#include <stdio.h>

#include "tui/event.h"
#include "tui/flow.h"

struct page
page_begin(struct surface *surface, struct area area, int top)
{
	return (struct page){.surface = surface, .area = area, .top = top};
}

void
page_text(struct page *page, int indent, enum role role, const char *text)
{
	int cols = page->area.cols - indent;
	int at = page->row - page->top, skip = at < 0 ? -at : 0;
	struct area area = {page->area.row + (at > 0 ? at : 0),
	    page->area.col + indent, page->area.rows - (at > 0 ? at : 0), cols};

	if (area.rows > 0)
		page->row += flow_draw(page->surface, area, role, text, skip);
	else
		page->row += flow_rows(text, cols);
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
