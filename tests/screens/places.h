/* SPDX-License-Identifier: MIT */
/* Every place of the program that a user may come to. */
#ifndef SCREENS_PLACES_H
#define SCREENS_PLACES_H

enum {
	PLACES = 67,
	ESSENTIALS = 4,
};

/* A place, and what must be seen there at the smallest size. */
struct place {
	const char *name;
	void (*go)(void);             /* on an empty stage */
	const char *sees[ESSENTIALS]; /* the rest is NULL */
};

extern const struct place places[PLACES];

#endif
