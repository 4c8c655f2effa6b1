/* SPDX-License-Identifier: MIT */
/* Texts as small numbers: each one is kept once. */
#ifndef CORE_INTERN_H
#define CORE_INTERN_H

#include <stddef.h>

/* Starts cleared. */
struct intern {
	int n;
	char **texts; /* owned */
	int *slots;   /* hash table of numbers, plus 1 */
	size_t room;  /* of it: a power of two */
};

/* The text's number, from 0; the same for the same text. */
int intern_add(struct intern *intern, const char *text);

/* Its number where it is known, else -1. */
int intern_find(const struct intern *intern, const char *text);

void intern_release(struct intern *intern);

#endif
