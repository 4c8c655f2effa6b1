/* SPDX-License-Identifier: MIT */
/*
 * A word diff: what of an old text was kept, what is gone, what is new.
 *
 * Texts are compared by unit.  A unit is a word (UAX #29), one Han character,
 * kana or Hangul syllable, or one other character; the white space behind a
 * unit belongs to it and is not compared, so that a text that was only wrapped
 * anew is the same.  Case counts.
 *
 * The edits are as few as can be (Myers 1986, in linear space) for texts that
 * differ by up to DIFF_SEARCH units in each direction of the search; beyond
 * that they may be more, as the search then settles for the way that has come
 * furthest.  So the work is at most proportional to DIFF_SEARCH × units.
 *
 * A reader sees phrases rather than confetti: words kept between two changes
 * are counted into both where they are at most DIFF_PHRASE words (a Han
 * character is one, a mark none) and no more than either change has.
 */
#ifndef CORE_DIFF_H
#define CORE_DIFF_H

#include <stddef.h>

enum {
	DIFF_SEARCH = 512,
	DIFF_PHRASE = 2,
};

enum diff_kind {
	DIFF_KEPT,
	DIFF_REMOVED,
	DIFF_ADDED,
};

/* Bytes of the two texts.  What is removed has none of the new one, what is
 * added none of the old one. */
struct diff_run {
	enum diff_kind kind;
	size_t old_at, old_n;
	size_t new_at, new_n;
};

/* The runs tile both texts in their order.  Kinds that follow each other are
 * different; what is removed stands before what is added in its place. */
struct diff {
	struct diff_run *runs; /* owned */
	size_t n;
	size_t edits; /* units removed and added, before phrases were made */
};

/* Any bytes will do. */
void diff_words(struct diff *diff, const char *old_text, size_t old_n,
    const char *new_text, size_t new_n);
void diff_release(struct diff *diff);

#endif
