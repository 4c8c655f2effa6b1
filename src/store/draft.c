/* SPDX-License-Identifier: MIT */
#include "store/draft.h"

#include <unistd.h>

#include "store/db.h"
#include "store/draft_pack.h"

static int
put(struct store *store, const struct session *session, const struct take *take,
    int at, enum phase phase, struct instant now, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_DRAFT_PUT, err);
	struct draft_packed packed;
	int rc;

	if (stmt == NULL)
		return -1;
	draft_packed_init(&packed);
	draft_pack(session, take, &packed);
	bind_text(stmt, ":session_id", session->id);
	bind_text(stmt, ":boot", clock_boot_id());
	bind_text(stmt, ":mode", mode_name(session->mode));
	bind_text(stmt, ":round", session->round);
	bind_text(stmt, ":company", session->company);
	bind_text(stmt, ":level", session->level);
	bind_text(stmt, ":tasks", packed.tasks.s);
	bind_text(stmt, ":limits", packed.limits.s);
	bind_text(stmt, ":phase", draft_phase_name(phase));
	bind_text(stmt, ":timers", packed.timers.s);
	bind_text(stmt, ":text", take->text.s);
	bind_text(stmt, ":splits", packed.splits.s);
	bind_text(stmt, ":probes", packed.probes.s);
	bind_text(stmt, ":ratings", packed.ratings.s);
	bind_text(stmt, ":notes", packed.notes.s);
	bind_text(stmt, ":asked", packed.asked.s);
	bind_text(stmt, ":parts", packed.parts.s);
	bind_int(stmt, ":saved_mono_ms", now.mono_ms);
	bind_int(stmt, ":saved_wall_ms", now.wall_ms);
	bind_int(stmt, ":started_at", session->started_at);
	bind_int(stmt, ":utc_offset_min", session->utc_offset_min);
	bind_int(stmt, ":strict", session->strict);
	bind_int(stmt, ":n_probes", session->n_probes);
	bind_int(stmt, ":at", at);
	bind_int(stmt, ":take_started_at", take->started_at);
	bind_int(stmt, ":caret", (int64_t)take->caret);
	bind_int(stmt, ":hint", take->hint);
	bind_int(stmt, ":probe_at", take->probe_at);
	bind_int(stmt, ":predicted", take->predicted);
	bind_int(stmt, ":metric", (int64_t)sheet_metric_said(&take->sheet));
	bind_int(stmt, ":pid", getpid());
	bind_int(stmt, ":mode_asked", session->mode_asked);
	bind_int(stmt, ":seed", (int64_t)session->seed);
	bind_int(stmt, ":interrupted", session->interrupted);
	rc = store_run(store, stmt, err);
	draft_packed_release(&packed);
	return rc;
}

int
store_draft_put(struct store *store, const struct session *session,
    struct instant now, struct err *err)
{
	return put(store, session, &session->take, session->at, session->phase,
	    now, err);
}

int
store_draft_put_next(struct store *store, const struct session *session,
    struct instant now, struct err *err)
{
	struct take empty = {0};

	str_init(&empty.text);
	for (int i = 0; i < SESSION_PROBES; i++)
		str_init(&empty.probes[i]);
	return put(
	    store, session, &empty, session->at + 1, PHASE_READY, now, err);
}

int
store_draft_drop(struct store *store, const char *session_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_DRAFT_DROP, err);

	if (stmt == NULL)
		return -1;
	bind_text(stmt, ":id", session_id);
	return store_run(store, stmt, err);
}

int
store_draft_count(struct store *store, int *n, struct err *err)
{
	return store_count(store, STMT_DRAFT_COUNT, NULL, n, err);
}
