/* SPDX-License-Identifier: MIT */
/* Whether what is kept of the sessions says the same as their ratings. */
#include "store/db.h"
#include "store/digest.h"
#include "store/doctor_parts.h"
#include "store/fresh.h"
#include "store/rated.h"

static int
count_wrong(struct store *store, enum statement id, int64_t *n, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, id, err);

	if (stmt == NULL)
		return -1;
	bind_int(stmt, ":most", RATED_MOST);
	return store_number(store, stmt, n, err);
}

int
store_digests_wrong(struct store *store, int *n, struct err *err)
{
	static const enum statement looks[] = {
	    STMT_WRONG_SESSIONS,
	    STMT_WRONG_QUESTIONS,
	    STMT_WRONG_REVIEWS,
	    STMT_WRONG_RATED,
	};

	*n = 0;
	if (digest_apart(store, err) != 0 ||
	    store_freshen_all(store, NULL, NULL, err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		int64_t found;

		if (count_wrong(store, looks[i], &found, err) != 0)
			return -1;
		*n += (int)found;
	}
	return 0;
}

/* An older schema is brought up to date first. */
void
doctor_check_digests(struct doctor *doctor, struct store *store)
{
	struct str detail = STR_INIT;
	struct err err = {0};
	int wrong = 0, version;

	if (schema_check(store, &version, &err) != 0 ||
	    version != schema_newest())
		return;
	if (store_digests_wrong(store, &wrong, &err) != 0)
		str_add(&detail, err.text);
	else if (wrong == 0)
		str_add(&detail, "as the ratings say");
	else
		str_addf(&detail,
		    "%d kept row%s counted or judged otherwise than the "
		    "ratings say",
		    wrong, wrong == 1 ? " is" : "s are");
	doctor_add(doctor, "summaries", err.text[0] == '\0' && wrong == 0,
	    &detail, "rehearse doctor --fix counts them anew")
	    ->mends = true;
}

static int
make_all(const char *path, struct err *err)
{
	struct store *store;
	int rc;

	if (store_open_as_is(path, &store, err) != 0)
		return -1;
	rc = store_need_write(store, err);
	if (rc == 0)
		rc = digest_all(store, err);
	store_close(store);
	return rc;
}

/* All of them: whatever made one of them wrong may have made more so. */
int
doctor_mend_digests(const char *path, struct err *err)
{
	struct store *store;
	struct err ignored;
	int wrong = 0, version;

	if (store_open_as_is(path, &store, &ignored) != 0)
		return 0;
	if (schema_check(store, &version, &ignored) == 0 &&
	    version == schema_newest() &&
	    store_digests_wrong(store, &wrong, &ignored) != 0)
		wrong = 0;
	store_close(store);
	return wrong == 0 ? 0 : make_all(path, err);
}
