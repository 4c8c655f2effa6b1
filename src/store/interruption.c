/* SPDX-License-Identifier: MIT */
#include "store/interruption.h"

#include "store/db.h"
#include "store/reference.h"

static int
add_candidates(struct store *store, const char *round,
    struct interruptions *list, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_INTERRUPTIONS, err);
	int rc;

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":round", round);
	while ((rc = store_step(store, stmt, err)) == 1)
		interruptions_add(list, column_text(stmt, 0),
		    column_text(stmt, 1),
		    sqlite3_column_type(stmt, 2) != SQLITE_NULL,
		    sqlite3_column_double(stmt, 2));
	return rc;
}

int
store_plan_interruptions(
    struct store *store, struct session *session, struct err *err)
{
	const struct rules *rules;
	int rc = 0;

	if (!session->interrupted)
		return 0;
	if (store_rules(store, &rules, err) != 0)
		return -1;
	for (int i = 0; i < session->n_tasks && rc == 0; i++) {
		struct task *task = &session->tasks[i];
		struct interruptions list = {0};

		rc = add_candidates(store, task->question.round, &list, err);
		if (rc == 0)
			interruption_choose(&list, rules, session->seed, i,
			    task->limit_s, &task->interruption);
		interruptions_release(&list);
	}
	return rc;
}
