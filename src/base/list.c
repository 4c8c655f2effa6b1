/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

size_t
list_of_count(const char *joined)
{
	size_t n = 1;

	if (joined == NULL || *joined == '\0')
		return 0;
	for (const char *c = joined; *c != '\0'; c++) {
		if (*c == '\\' && c[1] != '\0')
			c++;
		else if (*c == '|')
			n++;
	}
	return n;
}

/* Takes the element at `c`, returns its end. */
static const char *
take_element(const char *c, char **element)
{
	struct str text = STR_INIT;

	for (; *c != '\0' && *c != '|'; c++) {
		/* A backslash before anything else is just itself. */
		if (*c == '\\' && (c[1] == '|' || c[1] == '\\'))
			c++;
		str_ch(&text, *c);
	}
	*element = str_detach(&text);
	return c;
}

void
list_of_parse(struct list_of *list, const char *joined)
{
	*list = (struct list_of){.n = list_of_count(joined)};
	if (list->n == 0)
		return;
	list->items = mem_zero(list->n, sizeof(*list->items));
	for (size_t i = 0; i < list->n; i++)
		joined = take_element(joined, &list->items[i]) + 1;
}

const char *
list_of_next(const char *element)
{
	const char *c = element;

	for (; *c != '\0' && *c != '|'; c++)
		if (*c == '\\' && (c[1] == '|' || c[1] == '\\'))
			c++;
	return *c == '|' ? c + 1 : NULL;
}

/* The end of the element at `c`, compared where it stands. */
static const char *
compare_element(const char *c, const char *element, bool *same)
{
	for (*same = true; *c != '\0' && *c != '|'; c++) {
		if (*c == '\\' && (c[1] == '|' || c[1] == '\\'))
			c++;
		*same = *same && *c == *element;
		if (*same)
			element++;
	}
	*same = *same && *element == '\0';
	return c;
}

bool
list_of_has(const char *joined, const char *element)
{
	bool found = false;

	if (joined == NULL || *joined == '\0')
		return false;
	for (;; joined++) {
		joined = compare_element(joined, element, &found);
		if (found || *joined == '\0')
			return found;
	}
}

void
list_of_release(struct list_of *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->items[i]);
	free(list->items);
	*list = (struct list_of){0};
}

void
list_of_joinn(struct str *joined, const char *element, size_t n)
{
	if (joined->len > 0)
		str_ch(joined, '|');
	for (const char *end = element + n; element < end;) {
		const char *plain = element;

		while (element < end && *element != '|' && *element != '\\')
			element++;
		str_addn(joined, plain, (size_t)(element - plain));
		if (element < end) {
			str_ch(joined, '\\');
			str_ch(joined, *element++);
		}
	}
}

void
list_of_join(struct str *joined, const char *element)
{
	list_of_joinn(joined, element, strlen(element));
}
