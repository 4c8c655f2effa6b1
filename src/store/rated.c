/* SPDX-License-Identifier: MIT */
#include "store/rated.h"

#include <string.h>

#include "store/db.h"

enum { TEN = 10 };
static const int64_t most = INT64_MAX / TEN - 1;

/* Digits up to `end`, which is passed over. */
static bool
read_number(const char **at, char end, int64_t *value)
{
	const char *p = *at;

	*value = 0;
	while (*p >= '0' && *p <= '9' && *value < most)
		*value = *value * TEN + (*p++ - '0');
	if (p == *at || *p != end)
		return false;
	*at = p + 1;
	return true;
}

static bool
read_rating(const char **at, struct rated *rated)
{
	int64_t rating, length;

	if (!read_number(at, ',', &rating) || rating < RATING_LOW ||
	    rating > RATING_HIGH || !read_number(at, ':', &length) ||
	    strnlen(*at, (size_t)length) < (size_t)length)
		return false;
	rated->rating = (int)rating;
	rated->signal = *at;
	rated->n_signal = (size_t)length;
	*at += length;
	return true;
}

size_t
rated_parse(const char *text, struct rated *rated)
{
	size_t n = 0;

	while (*text != '\0') {
		int64_t answer_pk, count;

		if (!read_number(&text, ',', &answer_pk) ||
		    !read_number(&text, ':', &count))
			return 0;
		for (; count > 0; count--, n++) {
			if (n == RATED_MOST || !read_rating(&text, &rated[n]))
				return 0;
			rated[n].answer_pk = answer_pk;
		}
	}
	return n;
}

int
rated_put(struct store *store, int64_t session_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_RATED_PUT, err);

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":session", session_pk);
	bind_int(stmt, ":most", RATED_MOST);
	return store_run(store, stmt, err);
}

int
rated_put_all(struct store *store, struct err *err)
{
	sqlite3_stmt *stmt;

	if (store_run_alone(store, STMT_RATED_CLEAR, err) != 0)
		return -1;
	stmt = store_use(store, STMT_RATED_PUT_ALL, err);
	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":most", RATED_MOST);
	return store_run(store, stmt, err);
}
