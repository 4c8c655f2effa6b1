/* SPDX-License-Identifier: MIT */
/*
 * What an answer holds beside its text: the order in which a backlog was put,
 * the questions asked before answering, what interrupted it.
 */
#ifndef CORE_PART_H
#define CORE_PART_H

#include <stdbool.h>
#include <stddef.h>

enum part_kind {
	PART_PRIORITY,     /* name: the feature; text: its trade-off */
	PART_CLARIFYING,   /* text: a question back to the interviewer */
	PART_INTERRUPTION, /* name: which one; text: what was said */
};

struct part {
	enum part_kind kind;
	char *name; /* owned, as is `text`; "" where the kind has none */
	char *text;
};

/* In order within each kind. */
struct parts {
	struct part *at; /* owned */
	size_t n;
};

const char *part_kind_name(enum part_kind kind);

/* False where it is no kind's name. */
bool part_kind_parse(const char *name, enum part_kind *kind);

void parts_add(struct parts *parts, enum part_kind kind, const char *name,
    const char *text);

/* The `nth` of a kind, from 0; NULL without one. */
struct part *
parts_nth(const struct parts *parts, enum part_kind kind, size_t nth);

/* Takes the `nth` of a kind out, where there is one. */
void parts_remove(struct parts *parts, enum part_kind kind, size_t nth);

/* Takes all of a kind out. */
void parts_drop(struct parts *parts, enum part_kind kind);

/* Empties it. */
void parts_release(struct parts *parts);

#endif
