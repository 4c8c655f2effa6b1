/* SPDX-License-Identifier: MIT */
/*
 * The order that a backlog is put in: the priorities among the parts of an
 * answer.  A place counts from 0, the feature that comes first.
 */
#ifndef CORE_PRIORITY_H
#define CORE_PRIORITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "core/material.h"
#include "core/part.h"

/* Begins with the order of the backlog; an order that is there stays. */
void priority_begin(struct parts *parts, const struct material *material);

size_t priority_count(const struct parts *parts);

/* Moves the feature at a place one place up (-1) or down (1); false where
 * there is no further one. */
bool priority_move(struct parts *parts, size_t at, int by);

/* Puts all features in the order of a line like `3 1 5 2 4`, which names the
 * present places from 1.  -1 with a reason, and no change, where the line is
 * no such order. */
int priority_arrange(struct parts *parts, const char *line, struct err *err);

void priority_say(struct parts *parts, size_t at, const char *trade_off);

/* Features that have no trade-off yet. */
size_t priority_unsaid(const struct parts *parts);

/* True once a trade-off is there, or the order is not the backlog's. */
bool
priority_touched(const struct parts *parts, const struct material *material);

/* Appends `1. Feature: trade-off`, a line for each. */
void priority_text(const struct parts *parts, struct str *out);

/* The bytes of such lines, and of the empty one after them, that a text
 * begins with; 0 where it begins otherwise. */
size_t priority_text_len(const struct parts *parts, const char *text);

#endif
