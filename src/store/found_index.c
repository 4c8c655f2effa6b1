/* SPDX-License-Identifier: MIT */
/* What the index says of the sessions that are looked through. */
#include <stdlib.h>
#include <string.h>

#include "store/found.h"
#include "store/grams.h"
#include "store/search.h"

int
found_indexed(struct store *store, int64_t *last_pk, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_META_GET, err);

	*last_pk = 0;
	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":key", "indexed");
	return store_number(store, stmt, last_pk, err);
}

static int
read_pks(struct store *store, enum statement id, const char *words,
    int64_t from, struct pks *pks, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":words", words);
	bind_int(stmt, ":from", from);
	while ((rc = store_step(store, stmt, err)) == 1)
		pks_add(pks, sqlite3_column_int64(stmt, 0));
	return rc;
}

/* What it costs to read a number of the index, and to look for it in the list,
 * in bytes read. */
enum { COST_OF_HINT = 512 };

/* What the index, and what it lacks, leave of the list for a word. */
struct hints {
	bool certain; /* those of the index do hold the word */
	struct pks indexed, since, noted;
};

static int
read_hints(struct store *store, const char *text, int64_t indexed,
    struct hints *hints, struct err *err)
{
	struct str words = STR_INIT;
	int rc;

	grams_query(text, &words);
	hints->certain = strlen(text) <= GRAM_BYTES;
	rc = read_pks(
	    store, STMT_FOUND_INDEXED, words.s, 0, &hints->indexed, err);
	if (rc == 0)
		rc = read_pks(
		    store, STMT_FOUND_SINCE, NULL, indexed, &hints->since, err);
	if (rc == 0)
		rc = read_pks(
		    store, STMT_FOUND_NOTES, NULL, 0, &hints->noted, err);
	str_release(&words);
	return rc;
}

static void
take_hints(struct found *found, const struct hints *hints)
{
	size_t end = 0;

	for (size_t i = 0; i < found->end; i++) {
		int64_t pk = found->sessions[i].pk;
		bool indexed = pks_have(&hints->indexed, pk);
		bool noted = pks_have(&hints->noted, pk);

		if (!indexed && !noted && !pks_have(&hints->since, pk))
			continue;
		found->sessions[end++] = (struct found_session){
		    .pk = pk,
		    .sure = found->sessions[i].sure &&
			    (noted || (indexed && hints->certain)),
		};
	}
	found->end = end;
}

static void
set_sure(struct found *found, bool sure)
{
	for (size_t i = 0; i < found->end; i++)
		found->sessions[i].sure = sure;
}

/* One word of it; what can't be looked up leaves all of the list. */
static void
ask_for_word(struct store *store, int word, int64_t indexed)
{
	struct sought *sought = &store->found.sought;
	struct hints hints = {0};
	struct err ignored = {0};

	sought->only = word;
	if (read_hints(store, sought->query.words[word], indexed, &hints,
		&ignored) == 0)
		take_hints(&store->found, &hints);
	else
		set_sure(&store->found, false);
	sought->read += hints.indexed.n * COST_OF_HINT;
	sought->only = -1;
	free(hints.indexed.pks);
	free(hints.since.pks);
	free(hints.noted.pks);
}

int
found_ask_index(struct store *store, struct err *err)
{
	const struct query *query = &store->found.sought.query;
	int64_t indexed;
	int left;

	if (found_indexed(store, &indexed, err) != 0 ||
	    search_unindexed(store, indexed, &left, err) != 0)
		return -1;
	if (indexed == 0 || left > SEARCH_SCANNED || query->n == 0)
		return 0;
	/* Those that stay so through all words. */
	set_sure(&store->found, true);
	for (int i = 0; i < query->n; i++)
		ask_for_word(store, i, indexed);
	return 0;
}
