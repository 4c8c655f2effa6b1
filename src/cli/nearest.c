/* SPDX-License-Identifier: MIT */
#include "cli/nearest.h"

#include <string.h>

enum {
	LONGEST = 32, /* bytes of a word that is compared */
	SHARE = 3,    /* a third of the letters may be wrong */
};

static int
least(int a, int b, int c)
{
	int ab = a < b ? a : b;

	return ab < c ? ab : c;
}

/*
 * Letters inserted, deleted, replaced, or swapped with their neighbour
 * (optimal string alignment), row by row.
 */
static int
distance(const char *a, size_t n_a, const char *b, size_t n_b)
{
	int rows[LONGEST + 1][LONGEST + 1];

	for (size_t i = 0; i <= n_a; i++)
		rows[i][0] = (int)i;
	for (size_t j = 0; j <= n_b; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= n_a; i++) {
		for (size_t j = 1; j <= n_b; j++) {
			int *cell = &rows[i][j];

			*cell = least(rows[i - 1][j] + 1, rows[i][j - 1] + 1,
			    rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] &&
			    rows[i - 2][j - 2] + 1 < *cell)
				*cell = rows[i - 2][j - 2] + 1;
		}
	}
	return rows[n_a][n_b];
}

const char *
nearest_name(const char *word, const char *const *names, int n)
{
	size_t length = strlen(word);
	const char *best = NULL;
	int allowed = (int)length / SHARE;
	int fewest = (allowed > 1 ? allowed : 1) + 1;

	if (length > LONGEST)
		return NULL;
	for (int i = 0; i < n; i++) {
		size_t n_name = strlen(names[i]);
		int errors = n_name > LONGEST
				 ? fewest
				 : distance(word, length, names[i], n_name);

		if (errors < fewest) {
			fewest = errors;
			best = names[i];
		}
	}
	return best;
}
