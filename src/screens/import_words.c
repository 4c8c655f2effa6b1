/* SPDX-License-Identifier: MIT */
#include "screens/import_words.h"

#include <string.h>

/* A row by its label; a map's by the field that it begins with. */
static const struct {
	const char *option, *words, *label;
} options[] = {
    {"--map FIELD=", "a field of ", NULL},
    {"--map prompt=COLUMN", "the row prompt", "prompt"},
    {"--map ", "", "prompt"},
    {"--no-header --map ", "Header: none, ", "Header"},
    {"--no-header --delimiter TAB", "Header: none, Delimiter: tabs", "Header"},
    {"--no-header", "Header: none", "Header"},
    {"--kind ", "Kind: ", "Kind"},
    {"--skip-lines ", "Skip lines: ", "Skip lines"},
    {"--delimiter TAB", "Delimiter: tabs", "Delimiter"},
    {"--encoding ", "Encoding: ", "Encoding"},
    {"--lenient", "Lenient: yes", "Lenient"},
};

enum { OPTIONS = sizeof(options) / sizeof(options[0]) };

/* The option that stands at `text`; OPTIONS: none. */
static size_t
option_at(const char *text)
{
	size_t i = 0;

	while (i < OPTIONS &&
	       strncmp(text, options[i].option, strlen(options[i].option)) != 0)
		i++;
	return i;
}

void
import_words(struct str *out, const char *message)
{
	while (*message != '\0') {
		size_t i = *message == '-' ? option_at(message) : OPTIONS;

		if (i < OPTIONS) {
			str_add(out, options[i].words);
			message += strlen(options[i].option);
		} else {
			str_ch(out, *message++);
		}
	}
}

static int
row_of(const struct import_look *look, const char *label)
{
	for (int i = 0; i < import_form_rows(look); i++)
		if (strcmp(import_form_label(look, i), label) == 0)
			return i;
	return 0;
}

int
import_words_row(const struct import_look *look, const char *message)
{
	for (; (message = strstr(message, "--")) != NULL; message++) {
		size_t i = option_at(message);

		if (i < OPTIONS && options[i].label != NULL)
			return row_of(look, options[i].label);
	}
	return 0;
}
