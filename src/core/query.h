/* SPDX-License-Identifier: MIT */
/*
 * What somebody types to find something: words, in any order; what stands in
 * "double quotes" is a phrase, as it is.  Full-width letters and digits, as an
 * input method may leave them, are plain ones, and any number of blanks is
 * one.
 */
#ifndef CORE_QUERY_H
#define CORE_QUERY_H

enum { QUERY_WORDS = 16 }; /* more are left out */

struct query {
	int n;
	char *words[QUERY_WORDS]; /* owned; words and phrases */
};

/* The text with its letters made plain, its blanks single and none at its
 * ends; quotes stay.  Owned by the caller. */
char *query_text(const char *typed);

/* Takes a text apart; blanks alone give no word.  A quote that is not closed
 * goes to the end; quotes with nothing in them are a word. */
void query_read(struct query *query, const char *typed);
void query_release(struct query *query);

/* Which of the words the text holds, a bit each; the case of ASCII letters
 * does not matter, as in the store's search. */
unsigned query_held(const struct query *query, const char *text);

/* The bits of all of them. */
unsigned query_all(const struct query *query);

#endif
