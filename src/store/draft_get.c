/* SPDX-License-Identifier: MIT */
/* A draft becomes the session that it was. */
#include "store/draft.h"

#include <stdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/list.h"
#include "core/priority.h"
#include "store/db.h"
#include "store/draft_pack.h"
#include "store/interruption.h"
#include "store/question.h"

/* Columns of STMT_DRAFT_NEWEST. */
enum {
	DRAFT_SESSION_ID,
	DRAFT_SAVED_MONO_MS,
	DRAFT_SAVED_WALL_MS,
	DRAFT_BOOT,
	DRAFT_STARTED_AT,
	DRAFT_UTC_OFFSET_MIN,
	DRAFT_MODE,
	DRAFT_STRICT,
	DRAFT_ROUND,
	DRAFT_COMPANY,
	DRAFT_LEVEL,
	DRAFT_N_PROBES,
	DRAFT_TASKS,
	DRAFT_LIMITS,
	DRAFT_AT,
	DRAFT_PHASE,
	DRAFT_TAKE_STARTED_AT,
	DRAFT_TIMERS,
	DRAFT_TEXT,
	DRAFT_CARET,
	DRAFT_SPLITS,
	DRAFT_HINT,
	DRAFT_PROBE_AT,
	DRAFT_PROBES,
	DRAFT_PREDICTED,
	DRAFT_RATINGS,
	DRAFT_METRIC,
	DRAFT_PID,
	DRAFT_NOTES,
	DRAFT_ASKED,
	DRAFT_MODE_ASKED,
	DRAFT_PARTS,
	DRAFT_SEED,
	DRAFT_INTERRUPTED,
};

enum { PATH_SIZE = 4096 };

/* The file may hold anything: a number that can't be becomes `low`. */
static int
within(int64_t value, int low, int high)
{
	return value < low || value > high ? low : (int)value;
}

static void
unpack_take(sqlite3_stmt *stmt, struct take *take)
{
	struct list_of list;

	take->started_at = sqlite3_column_int64(stmt, DRAFT_TAKE_STARTED_AT);
	list_of_parse(&list, column_text(stmt, DRAFT_TIMERS));
	if (list.n == 3) {
		draft_unpack_timer(list.items[0], &take->think);
		draft_unpack_timer(list.items[1], &take->answer);
		draft_unpack_timer(list.items[2], &take->probe);
	}
	list_of_release(&list);
	str_add(&take->text, column_text(stmt, DRAFT_TEXT));
	take->caret = (size_t)sqlite3_column_int64(stmt, DRAFT_CARET);
	list_of_parse(&list, column_text(stmt, DRAFT_SPLITS));
	for (size_t i = 0; i < list.n && i < RUBRIC_SIGNALS; i++)
		take->split_ms[take->n_splits++] = atoll(list.items[i]);
	list_of_release(&list);
	take->hint = sqlite3_column_int(stmt, DRAFT_HINT) != 0;
	take->probe_at = within(
	    sqlite3_column_int64(stmt, DRAFT_PROBE_AT), 0, SESSION_PROBES - 1);
	take->predicted =
	    within(sqlite3_column_int64(stmt, DRAFT_PREDICTED), 0, RATING_HIGH);
	list_of_parse(&list, column_text(stmt, DRAFT_RATINGS));
	for (size_t i = 0; i < list.n && i < RUBRIC_SIGNALS; i++)
		take->sheet.ratings[i] =
		    within(atoll(list.items[i]), 0, RATING_HIGH);
	list_of_release(&list);
	take->sheet.metric = (enum given)within(
	    sqlite3_column_int64(stmt, DRAFT_METRIC), GIVEN_UNKNOWN, GIVEN_YES);
}

static void
unpack_probes(const char *joined, struct take *take)
{
	struct list_of list;

	list_of_parse(&list, joined);
	for (size_t i = 1; i < list.n && i <= SESSION_PROBES; i++)
		str_add(&take->probes[i - 1], list.items[i]);
	list_of_release(&list);
}

static void
unpack_session(sqlite3_stmt *stmt, struct session *session)
{
	snprintf(session->id, sizeof(session->id), "%s",
	    column_text(stmt, DRAFT_SESSION_ID));
	session->started_at = sqlite3_column_int64(stmt, DRAFT_STARTED_AT);
	session->utc_offset_min =
	    sqlite3_column_int(stmt, DRAFT_UTC_OFFSET_MIN);
	mode_parse(column_text(stmt, DRAFT_MODE), &session->mode);
	session->mode_asked = sqlite3_column_int(stmt, DRAFT_MODE_ASKED) != 0;
	session->strict = sqlite3_column_int(stmt, DRAFT_STRICT) != 0;
	free(session->round);
	free(session->company);
	free(session->level);
	session->round = column_copy(stmt, DRAFT_ROUND);
	session->company = column_copy(stmt, DRAFT_COMPANY);
	session->level = column_copy(stmt, DRAFT_LEVEL);
	session->n_probes = sqlite3_column_int(stmt, DRAFT_N_PROBES);
	session->at = sqlite3_column_int(stmt, DRAFT_AT);
	session->phase = draft_phase(column_text(stmt, DRAFT_PHASE));
	unpack_take(stmt, &session->take);
	unpack_probes(column_text(stmt, DRAFT_PROBES), &session->take);
	draft_unpack_notes(
	    column_text(stmt, DRAFT_NOTES), &session->take.sheet);
	draft_unpack_parts(column_text(stmt, DRAFT_PARTS), &session->take);
	session->seed = (uint64_t)sqlite3_column_int64(stmt, DRAFT_SEED);
	session->interrupted = sqlite3_column_int(stmt, DRAFT_INTERRUPTED) != 0;
}

/* The tasks are read anew, but keep the times that they were started with. */
static int
add_tasks(struct store *store, const char *ids, const char *limits,
    const char *orders, struct session *session, struct err *err)
{
	struct list_of id_list, limit_list, order_list;
	int rc = 0;

	list_of_parse(&id_list, ids);
	list_of_parse(&limit_list, limits);
	list_of_parse(&order_list, orders);
	for (size_t i = 0; i < id_list.n && rc == 0; i++) {
		struct task task;

		rc = store_task(store, id_list.items[i], &task, err);
		if (rc != 0)
			break;
		if (i < limit_list.n)
			draft_unpack_limits(limit_list.items[i], &task);
		session_add(session, &task);
		if (i < order_list.n)
			draft_unpack_order(order_list.items[i],
			    &session->tasks[session->n_tasks - 1]);
	}
	list_of_release(&id_list);
	list_of_release(&limit_list);
	list_of_release(&order_list);
	if (rc == 0 && (session->at < 0 || session->at >= session->n_tasks))
		rc = fail(
		    err, "the draft of session %s can't be read", session->id);
	return rc;
}

/* The question may have fewer probes now, or a rubric with fewer signals.
 * Rating goes on at the first signal without one, else at the metric. */
static void
fit_to_task(struct session *session)
{
	struct take *take = &session->take;
	int signals = (int)session_task(session)->rubric.n;

	/* Its backlog may have come later than the draft. */
	if (session->phase == PHASE_ANSWER)
		priority_begin(&take->parts, &session_task(session)->material);
	take->selected =
	    within(take->selected, 0, (int)priority_count(&take->parts) - 1);
	if (session->phase == PHASE_PROBE &&
	    take->probe_at >= session_probe_count(session))
		session->phase = PHASE_PREDICT;
	if (take->n_splits > signals)
		take->n_splits = signals;
	if (session->phase != PHASE_RATE)
		return;
	while (take->sheet.cursor < signals &&
	       take->sheet.ratings[take->sheet.cursor] != 0)
		take->sheet.cursor++;
}

/* After a restart of the machine its clock began again: wall time tells how
 * long it was. */
static int64_t
clock_shift(int64_t saved_mono_ms, int64_t saved_wall_ms, const char *boot,
    struct instant now)
{
	int64_t away = now.wall_ms - saved_wall_ms;

	if (strcmp(boot, clock_boot_id()) == 0 && saved_mono_ms <= now.mono_ms)
		return 0;
	return now.mono_ms - (away > 0 ? away : 0) - saved_mono_ms;
}

/* The program behind a process, as far as the system tells; "" else. */
static void
program_of(long pid, char *path, size_t size)
{
	char link[64];
	ssize_t n;

	snprintf(link, sizeof(link), "/proc/%ld/exe", pid);
	n = readlink(link, path, size - 1);
	path[n > 0 ? n : 0] = '\0';
}

/*
 * True while another rehearse has the draft on its screen: two of them would
 * answer the same question.  Numbers of processes are used again, so it must
 * be the same program too.
 */
static bool
is_held(sqlite3_stmt *stmt)
{
	long pid = (long)sqlite3_column_int64(stmt, DRAFT_PID);
	char ours[PATH_SIZE], theirs[PATH_SIZE];

	if (pid <= 0 || pid == (long)getpid() ||
	    strcmp(column_text(stmt, DRAFT_BOOT), clock_boot_id()) != 0 ||
	    kill((pid_t)pid, 0) != 0)
		return false;
	program_of((long)getpid(), ours, sizeof(ours));
	program_of(pid, theirs, sizeof(theirs));
	return strcmp(ours, theirs) == 0;
}

/* The statement stands on the `from`-th newest draft that nobody holds. */
static int
find_free(struct store *store, sqlite3_stmt *stmt, int from, struct err *err)
{
	int rc;

	while ((rc = store_step(store, stmt, err)) == 1)
		if (!is_held(stmt) && from-- == 0)
			return 1;
	return rc;
}

int
store_draft_get(struct store *store, int from, struct instant now,
    struct session *session, char *session_id, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_DRAFT_NEWEST, err);
	char *ids, *limits, *orders;
	int64_t shift, saved_ms;
	int rc;

	if (stmt == NULL)
		return -1;
	rc = find_free(store, stmt, from, err);
	if (rc != 1)
		return rc;
	session_init(session);
	unpack_session(stmt, session);
	memcpy(session_id, session->id, ID_SIZE);
	saved_ms = sqlite3_column_int64(stmt, DRAFT_SAVED_MONO_MS);
	shift = clock_shift(saved_ms,
	    sqlite3_column_int64(stmt, DRAFT_SAVED_WALL_MS),
	    column_text(stmt, DRAFT_BOOT), now);
	ids = column_copy(stmt, DRAFT_TASKS);
	limits = column_copy(stmt, DRAFT_LIMITS);
	orders = column_copy(stmt, DRAFT_ASKED);
	sqlite3_reset(stmt);
	rc = add_tasks(store, ids, limits, orders, session, err);
	if (rc == 0)
		rc = store_plan_interruptions(store, session, err);
	free(ids);
	free(limits);
	free(orders);
	if (rc != 0) {
		session_release(session);
		return -1;
	}
	session_shift(session,
	    session_over_days(session) ? now.mono_ms - saved_ms : shift);
	fit_to_task(session);
	return 1;
}
