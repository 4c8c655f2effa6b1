/* SPDX-License-Identifier: MIT */
/*
 * E. Myers, "An O(ND) difference algorithm and its variations", Algorithmica
 * 1 (1986), section 4b: the middle of a shortest edit script is found by
 * searching from both ends, then both halves are searched in the same way.
 *
 * Diagonal k of a box holds the places x − y = k, x units of the old text and
 * y of the new one further.  A search keeps for each diagonal the furthest x
 * that so many edits lead to.  One that has left the box stays lost: a way
 * back onto it leads over its neighbour, which is nearer to the other corner.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "core/diff.h"
#include "core/diff_units.h"

enum {
	NOWHERE = -1,
	CANNOT_MEET = -1, /* an odd number of edits is met forward only */
	/* one on either side is read before it is written */
	DIAGONALS = 2 * DIFF_SEARCH + 3,
	ORIGIN = DIFF_SEARCH + 1,
};

struct box {
	struct diff_unit *old_at, *new_at;
	long n, m; /* old and new units */
};

/* The furthest x by diagonal, ORIGIN being diagonal 0. */
struct search {
	long forward[DIAGONALS];
	long backward[DIAGONALS]; /* counted from the end of the box */
};

struct place {
	long x, y;
};

/* Equal units `x` and `y` further, from the end when backward. */
static bool
are_equal(const struct box *box, long x, long y, bool backward)
{
	if (backward)
		return box->old_at[box->n - 1 - x].number ==
		       box->new_at[box->m - 1 - y].number;
	return box->old_at[x].number == box->new_at[y].number;
}

/* One edit further onto diagonal k, then along it while units are equal. */
static long
furthest(const struct box *box, const long *reached, long k, bool backward)
{
	long down = reached[ORIGIN + k + 1], right = reached[ORIGIN + k - 1];
	long x = NOWHERE;

	if (down != NOWHERE && down - k <= box->m)
		x = down;
	if (right != NOWHERE && right < box->n && right + 1 > x)
		x = right + 1;
	if (x == NOWHERE)
		return NOWHERE;
	while (
	    x < box->n && x - k < box->m && are_equal(box, x, x - k, backward))
		x++;
	return x;
}

/* True where the two searches have met on diagonal k of the one that is at
 * `x` there; the other one has made `edits`. */
static bool
have_met(const struct box *box, const long *other, long k, long x, long edits)
{
	long mirrored = box->n - box->m - k;

	return mirrored >= -edits && mirrored <= edits &&
	       other[ORIGIN + mirrored] != NOWHERE &&
	       x + other[ORIGIN + mirrored] >= box->n;
}

/* The `edits`-th step of one search; true when it has met the other one, which
 * has made `met` edits. */
static bool
step(const struct box *box, long *reached, const long *other, long edits,
    long met, bool backward, struct place *at)
{
	reached[ORIGIN - edits - 1] = reached[ORIGIN + edits + 1] = NOWHERE;
	for (long k = -edits; k <= edits; k += 2) {
		long x = furthest(box, reached, k, backward);

		reached[ORIGIN + k] = x;
		if (x == NOWHERE || met == CANNOT_MEET ||
		    !have_met(box, other, k, x, met))
			continue;
		*at = backward ? (struct place){box->n - x, box->m - (x - k)}
			       : (struct place){x, x - k};
		return true;
	}
	return false;
}

/* Where the forward search has come furthest in both texts together. */
static struct place
best(const struct search *search)
{
	struct place place = {0, 0};

	for (long k = -DIFF_SEARCH; k <= DIFF_SEARCH; k += 2) {
		long x = search->forward[ORIGIN + k];

		if (x != NOWHERE && x + (x - k) > place.x + place.y)
			place = (struct place){x, x - k};
	}
	return place;
}

/* A place on a shortest way through the box, not its first or last one. */
static struct place
middle(const struct box *box, struct search *search)
{
	bool odd = (box->n - box->m) % 2 != 0;
	struct place at;

	search->forward[ORIGIN] = search->backward[ORIGIN] = 0;
	for (long edits = 1; edits <= DIFF_SEARCH; edits++)
		if (step(box, search->forward, search->backward, edits,
			odd ? edits - 1 : CANNOT_MEET, false, &at) ||
		    step(box, search->backward, search->forward, edits,
			odd ? CANNOT_MEET : edits, true, &at))
			return at;
	return best(search);
}

/* Takes off what both have in common at the start and at the end. */
static void
trim(struct box *box)
{
	while (box->n > 0 && box->m > 0 && are_equal(box, 0, 0, false)) {
		box->old_at++;
		box->new_at++;
		box->n--;
		box->m--;
	}
	while (box->n > 0 && box->m > 0 && are_equal(box, 0, 0, true)) {
		box->n--;
		box->m--;
	}
}

static void
mark(struct diff_unit *units, long n)
{
	for (long i = 0; i < n; i++)
		units[i].changed = true;
}

/* The first part of a box has at most half of its edits, or DIFF_SEARCH of
 * them: so deep the calls go, and no deeper. */
static void
compare(struct box box, struct search *search)
{
	for (trim(&box); box.n > 0 && box.m > 0; trim(&box)) {
		struct place at = middle(&box, search);

		compare(
		    (struct box){box.old_at, box.new_at, at.x, at.y}, search);
		box.old_at += at.x;
		box.new_at += at.y;
		box.n -= at.x;
		box.m -= at.y;
	}
	mark(box.old_at, box.n);
	mark(box.new_at, box.m);
}

void
diff_search(struct diff_units *old_units, struct diff_units *new_units)
{
	struct search *search = mem_new(sizeof(*search));

	compare((struct box){old_units->at, new_units->at, (long)old_units->n,
		    (long)new_units->n},
	    search);
	free(search);
}
