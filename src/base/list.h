/* SPDX-License-Identifier: MIT */
/*
 * Lists inside a text field: elements joined with `|`.  An element may hold
 * `\|` for a bar and `\\` for a backslash.
 */
#ifndef BASE_LIST_H
#define BASE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct list_of {
	size_t n;
	char **items; /* owned, unescaped */
};

/* Splits a joined list; NULL and "" give none, empty elements are kept. */
void list_of_parse(struct list_of *list, const char *joined);
void list_of_release(struct list_of *list);

/* How many there are. */
size_t list_of_count(const char *joined);

/* Where the joined list's next element begins; NULL: it was the last. */
const char *list_of_next(const char *element);

/* True where one of the joined list's elements is that one. */
bool list_of_has(const char *joined, const char *element);

/* Appends one element to a joined list, escaped, with its `|` before it when
 * the list is not empty. */
void list_of_join(struct str *joined, const char *element);
/* The same of an element of `n` bytes. */
void list_of_joinn(struct str *joined, const char *element, size_t n);

#endif
