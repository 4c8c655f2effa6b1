/* SPDX-License-Identifier: MIT */
#include "store/line_map.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* What a byte can't hold follows it as a whole number. */
enum { FAR = UCHAR_MAX };

void
line_map_init(struct line_map *map)
{
	*map = (struct line_map){.steps = STR_INIT};
}

void
line_map_release(struct line_map *map)
{
	str_release(&map->steps);
	free(map->marks);
	line_map_init(map);
}

void
line_map_add(struct line_map *map, size_t line)
{
	size_t step = line - map->last;

	if (map->n % LINE_MARK == 0) {
		size_t mark = map->n / LINE_MARK;

		map->marks =
		    mem_grow(map->marks, mark + 1, sizeof(*map->marks));
		map->marks[mark] =
		    (struct line_mark){map->last, map->steps.len};
	}
	str_ch(&map->steps, (char)(step < FAR ? step : FAR));
	if (step >= FAR)
		str_addn(&map->steps, (const char *)&step, sizeof(step));
	map->last = line;
	map->n++;
}

size_t
line_map_at(const struct line_map *map, size_t row)
{
	const struct line_mark *mark = &map->marks[row / LINE_MARK];
	const char *at = map->steps.s + mark->at;
	size_t line = mark->line;

	for (size_t i = 0; i <= row % LINE_MARK; i++) {
		size_t step = (unsigned char)*at++;

		if (step == FAR) {
			memcpy(&step, at, sizeof(step));
			at += sizeof(step);
		}
		line += step;
	}
	return line;
}
