/* SPDX-License-Identifier: MIT */
/* The name that somebody may have meant. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

/* The name that is fewest typing errors away from `word`; NULL when it would
 * take more than a third of the word's letters, and one at least. */
const char *nearest_name(const char *word, const char *const *names, int n);

#endif
