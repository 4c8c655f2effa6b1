/* SPDX-License-Identifier: MIT */
/* What is seen of the stage. */
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "stage.h"

#include "base/utf8.h"

static struct str seen = STR_INIT; /* what was last asked for */

void
stage_forget_text(void)
{
	str_release(&seen);
}

const char *
stage_text(void)
{
	str_clear(&seen);
	surface_all_text(stage_surface(), &seen);
	return seen.s;
}

const char *
stage_row(int row)
{
	str_clear(&seen);
	surface_row_text(stage_surface(), row, &seen);
	return seen.s;
}

/* Wrapped text is found as if it stood in one row. */
static void
squeeze(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; from++)
		if (*from != ' ' && *from != '\n')
			*to++ = *from;
		else if (to > text && to[-1] != ' ')
			*to++ = ' ';
	*to = '\0';
}

bool
stage_sees(const char *text)
{
	stage_text();
	squeeze(seen.s);
	return strstr(seen.s, text) != NULL;
}

/* Past cmocka's print_error(), which cuts a screen short. */
void
stage_expect(const char *text, bool there, const char *file, int line)
{
	bool is_there = stage_sees(text);

	if (is_there != there)
		fprintf(stderr, "%s:%d: \"%s\" is %son the screen\n%s", file,
		    line, text, is_there ? "" : "not ", stage_text());
	assert_int_equal(is_there, there);
}

enum role
stage_role(const char *text)
{
	const struct surface *surface = stage_surface();

	for (int row = 0; row < surface->rows; row++) {
		const char *all = stage_row(row);
		const char *at = strstr(all, text);

		if (at == NULL)
			continue;
		int col = utf8_cells(all, (size_t)(at - all));

		return (enum role)surface->cells[row * surface->cols + col]
		    .role;
	}
	stage_expect(text, true, __FILE__, __LINE__);
	return ROLE_COUNT;
}

int
stage_caret_row(void)
{
	return stage_surface()->caret_row;
}

void
stage_read_file(const char *pattern, char *out, size_t size)
{
	glob_t found;
	FILE *file;
	size_t n;

	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	assert_int_equal(found.gl_pathc, 1);
	file = fopen(found.gl_pathv[0], "r");
	assert_non_null(file);
	n = fread(out, 1, size - 1, file);
	out[n] = '\0';
	fclose(file);
	globfree(&found);
}
