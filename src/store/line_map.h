/* SPDX-License-Identifier: MIT */
/* The lines that rows came from, by the number of the row: a byte for each, as
 * it is seldom more than a few lines from one to the next. */
#ifndef STORE_LINE_MAP_H
#define STORE_LINE_MAP_H

#include "base/str.h"

struct line_map {
	struct str steps;
	struct line_mark {
		size_t line; /* of the row before */
		size_t at;   /* in `steps` */
	} * marks;           /* every LINE_MARK rows; owned */
	size_t n, last;
};

enum { LINE_MARK = 1024 };

void line_map_init(struct line_map *map);
void line_map_release(struct line_map *map);

/* The next row; a line further back costs more room, no more. */
void line_map_add(struct line_map *map, size_t line);

/* The line of the row of that number, from 0; it must have been added. */
size_t line_map_at(const struct line_map *map, size_t row);

#endif
