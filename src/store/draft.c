/* SPDX-License-Identifier: MIT */
#include "store/draft.h"

#include <stdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/number.h"
#include "core/priority.h"
#include "store/db.h"
#include "store/interruption.h"
#include "store/question.h"

enum { PATH_SIZE = 4096 };

static const char *const phase_names[] = {
    [PHASE_READY] = "ready",
    [PHASE_THINK] = "think",
    [PHASE_ANSWER] = "answer",
    [PHASE_PROBE] = "probe",
    [PHASE_PREDICT] = "predict",
    [PHASE_RATE] = "rate",
    [PHASE_DONE] = "done",
};

/* What the draft's text columns hold while they are bound. */
struct packed {
	struct str tasks, limits, asked, timers, splits, probes, ratings, notes,
	    parts;
};

static void
packed_init(struct packed *packed)
{
	str_init(&packed->tasks);
	str_init(&packed->limits);
	str_init(&packed->asked);
	str_init(&packed->timers);
	str_init(&packed->splits);
	str_init(&packed->probes);
	str_init(&packed->ratings);
	str_init(&packed->notes);
	str_init(&packed->parts);
}

static void
packed_release(struct packed *packed)
{
	str_release(&packed->tasks);
	str_release(&packed->limits);
	str_release(&packed->asked);
	str_release(&packed->timers);
	str_release(&packed->splits);
	str_release(&packed->probes);
	str_release(&packed->ratings);
	str_release(&packed->notes);
	str_release(&packed->parts);
}

/* `running paused started paused_at paused stopped` */
static void
pack_timer(struct str *to, const struct timer *timer)
{
	str_addf(to, "%s%d %d %lld %lld %lld %lld", to->len > 0 ? "|" : "",
	    timer->running, timer->paused, (long long)timer->started_ms,
	    (long long)timer->paused_at_ms, (long long)timer->paused_ms,
	    (long long)timer->stopped_ms);
}

static bool
unpack_timer(const char *from, struct timer *timer)
{
	long long started, paused_at, paused, stopped;
	int running, is_paused;

	if (sscanf(from, "%d %d %lld %lld %lld %lld", &running, &is_paused,
		&started, &paused_at, &paused, &stopped) != 6)
		return false;
	*timer = (struct timer){
	    .running = running != 0,
	    .paused = is_paused != 0,
	    .started_ms = started,
	    .paused_at_ms = paused_at,
	    .paused_ms = paused,
	    .stopped_ms = stopped,
	};
	return true;
}

/* `180/30` */
static void
pack_limits(struct str *to, const struct task *task)
{
	char limit[NUMBER_SIZE], think[NUMBER_SIZE];

	number_text(limit, task->limit_s);
	number_text(think, task->think_s);
	str_addf(to, "%s%s/%s", to->len > 0 ? "|" : "", limit, think);
}

static void
unpack_limits(const char *from, struct task *task)
{
	size_t n = strcspn(from, "/");
	char *limit = mem_textn(from, n);
	double limit_s, think_s;

	if (from[n] == '/' && number_parse(limit, &limit_s) && limit_s >= 0 &&
	    number_parse(from + n + 1, &think_s) && think_s >= 0) {
		task->limit_s = limit_s;
		task->think_s = think_s;
	}
	free(limit);
}

/* `201` */
static void
pack_order(struct str *to, const struct task *task)
{
	if (to->len > 0)
		str_add(to, "|");
	for (int i = 0; i < SESSION_PROBES; i++)
		str_addf(to, "%d", task->probe_order[i]);
}

/* Anything that is no order of all the probes leaves them as they are. */
static void
unpack_order(const char *from, struct task *task)
{
	int order[SESSION_PROBES];
	unsigned seen = 0;

	for (int i = 0; i < SESSION_PROBES; i++) {
		if (from[i] < '0' || from[i] >= '0' + SESSION_PROBES)
			return;
		order[i] = from[i] - '0';
		seen |= 1U << order[i];
	}
	if (seen == (1U << SESSION_PROBES) - 1)
		memcpy(task->probe_order, order, sizeof(order));
}

/* A first element before texts, so that an empty one after it is one too; and
 * last the signal whose words are asked for just then, if any. */
static void
pack_notes(struct str *to, const struct sheet *sheet)
{
	str_add(to, "notes");
	for (int i = 0; i < RUBRIC_SIGNALS; i++)
		list_of_join(
		    to, sheet->notes[i] != NULL ? sheet->notes[i] : "");
	if (sheet->earning >= 0)
		str_addf(to, "|%d", sheet->earning);
}

static void
unpack_notes(const char *joined, struct sheet *sheet)
{
	struct list_of list;
	int64_t earning;

	list_of_parse(&list, joined);
	for (size_t i = 1; i < list.n && i <= RUBRIC_SIGNALS; i++)
		if (*list.items[i] != '\0' &&
		    sheet->ratings[i - 1] >= SHEET_EARNED)
			sheet->notes[i - 1] = mem_text(list.items[i]);
	if (list.n > RUBRIC_SIGNALS + 1 &&
	    number_parse_int(list.items[RUBRIC_SIGNALS + 1], 0,
		RUBRIC_SIGNALS - 1, &earning) &&
	    sheet->ratings[earning] >= SHEET_EARNED)
		sheet->earning = (int)earning;
	list_of_release(&list);
}

/* Are no kinds' names. */
static const char selected_name[] = "selected";
static const char clarified_name[] = "clarified";

/* Three elements each: kind, name, text; and what is selected among them. */
static void
pack_parts(struct str *to, const struct take *take)
{
	const struct parts *parts = &take->parts;
	char selected[NUMBER_SIZE];

	if (take->clarified) {
		list_of_join(to, clarified_name);
		list_of_join(to, "");
		list_of_join(to, "");
	}
	for (size_t i = 0; i < parts->n; i++) {
		list_of_join(to, part_kind_name(parts->at[i].kind));
		list_of_join(to, parts->at[i].name);
		list_of_join(to, parts->at[i].text);
	}
	if (take->selected == 0)
		return;
	number_text(selected, take->selected);
	list_of_join(to, selected_name);
	list_of_join(to, selected);
	list_of_join(to, "");
}

static void
unpack_parts(const char *joined, struct take *take)
{
	struct list_of list;
	enum part_kind kind;

	list_of_parse(&list, joined);
	for (size_t i = 0; i + 2 < list.n; i += 3)
		if (part_kind_parse(list.items[i], &kind))
			parts_add(&take->parts, kind, list.items[i + 1],
			    list.items[i + 2]);
		else if (strcmp(list.items[i], selected_name) == 0)
			take->selected = atoi(list.items[i + 1]);
		else if (strcmp(list.items[i], clarified_name) == 0)
			take->clarified = true;
	list_of_release(&list);
}

static void
pack(const struct session *session, const struct take *take,
    struct packed *packed)
{
	for (int i = 0; i < session->n_tasks; i++) {
		list_of_join(&packed->tasks, session->tasks[i].question.id);
		pack_limits(&packed->limits, &session->tasks[i]);
		pack_order(&packed->asked, &session->tasks[i]);
	}
	pack_timer(&packed->timers, &take->think);
	pack_timer(&packed->timers, &take->answer);
	pack_timer(&packed->timers, &take->probe);
	for (int i = 0; i < take->n_splits; i++)
		str_addf(&packed->splits, "%s%lld", i > 0 ? "|" : "",
		    (long long)take->split_ms[i]);
	for (int i = 0; i < RUBRIC_SIGNALS; i++)
		str_addf(&packed->ratings, "%s%d", i > 0 ? "|" : "",
		    take->sheet.ratings[i]);
	pack_notes(&packed->notes, &take->sheet);
	str_add(&packed->probes, "probes");
	for (int i = 0; i < SESSION_PROBES; i++)
		list_of_join(&packed->probes, take->probes[i].s);
	pack_parts(&packed->parts, take);
}

static int
put(struct store *store, const struct session *session, const struct take *take,
    int at, enum phase phase, struct instant now, struct err *err)
{
	sqlite3_stmt *stmt = store_use(store, STMT_DRAFT_PUT, err);
	struct packed packed;
	int rc;

	if (stmt == NULL)
		return -1;
	packed_init(&packed);
	pack(session, take, &packed);
	const char *texts[] = {
	    [1] = session->id,
	    [4] = clock_boot_id(),
	    [7] = mode_name(session->mode),
	    [9] = session->round,
	    [10] = session->company,
	    [11] = session->level,
	    [13] = packed.tasks.s,
	    [14] = packed.limits.s,
	    [16] = phase_names[phase],
	    [18] = packed.timers.s,
	    [19] = take->text.s,
	    [21] = packed.splits.s,
	    [24] = packed.probes.s,
	    [26] = packed.ratings.s,
	    [29] = packed.notes.s,
	    [30] = packed.asked.s,
	    [32] = packed.parts.s,
	};
	for (int i = 1; i < (int)(sizeof(texts) / sizeof(texts[0])); i++)
		if (texts[i] != NULL)
			sqlite3_bind_text(stmt, i, texts[i], -1, SQLITE_STATIC);
	sqlite3_bind_int64(stmt, 2, now.mono_ms);
	sqlite3_bind_int64(stmt, 3, now.wall_ms);
	sqlite3_bind_int64(stmt, 5, session->started_at);
	sqlite3_bind_int(stmt, 6, session->utc_offset_min);
	sqlite3_bind_int(stmt, 8, session->strict);
	sqlite3_bind_int(stmt, 12, session->n_probes);
	sqlite3_bind_int(stmt, 15, at);
	sqlite3_bind_int64(stmt, 17, take->started_at);
	sqlite3_bind_int64(stmt, 20, (sqlite3_int64)take->caret);
	sqlite3_bind_int(stmt, 22, take->hint);
	sqlite3_bind_int(stmt, 23, take->probe_at);
	sqlite3_bind_int(stmt, 25, take->predicted);
	sqlite3_bind_int(stmt, 27, (int)sheet_metric_said(&take->sheet));
	sqlite3_bind_int64(stmt, 28, (sqlite3_int64)getpid());
	sqlite3_bind_int(stmt, 31, session->mode_asked);
	sqlite3_bind_int64(stmt, 33, (sqlite3_int64)session->seed);
	sqlite3_bind_int(stmt, 34, session->interrupted);
	rc = store_run(store, stmt, err);
	packed_release(&packed);
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

	take->started_at = sqlite3_column_int64(stmt, 16);
	list_of_parse(&list, column_text(stmt, 17));
	if (list.n == 3) {
		unpack_timer(list.items[0], &take->think);
		unpack_timer(list.items[1], &take->answer);
		unpack_timer(list.items[2], &take->probe);
	}
	list_of_release(&list);
	str_add(&take->text, column_text(stmt, 18));
	take->caret = (size_t)sqlite3_column_int64(stmt, 19);
	list_of_parse(&list, column_text(stmt, 20));
	for (size_t i = 0; i < list.n && i < RUBRIC_SIGNALS; i++)
		take->split_ms[take->n_splits++] = atoll(list.items[i]);
	list_of_release(&list);
	take->hint = sqlite3_column_int(stmt, 21) != 0;
	take->probe_at =
	    within(sqlite3_column_int64(stmt, 22), 0, SESSION_PROBES - 1);
	take->predicted =
	    within(sqlite3_column_int64(stmt, 24), 0, RATING_HIGH);
	list_of_parse(&list, column_text(stmt, 25));
	for (size_t i = 0; i < list.n && i < RUBRIC_SIGNALS; i++)
		take->sheet.ratings[i] =
		    within(atoll(list.items[i]), 0, RATING_HIGH);
	list_of_release(&list);
	take->sheet.metric = (enum given)within(
	    sqlite3_column_int64(stmt, 26), GIVEN_UNKNOWN, GIVEN_YES);
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

static enum phase
phase_of(const char *name)
{
	for (int i = PHASE_READY; i < PHASE_DONE; i++)
		if (strcmp(name, phase_names[i]) == 0)
			return (enum phase)i;
	return PHASE_READY;
}

static void
unpack_session(sqlite3_stmt *stmt, struct session *session)
{
	snprintf(session->id, sizeof(session->id), "%s", column_text(stmt, 0));
	session->started_at = sqlite3_column_int64(stmt, 4);
	session->utc_offset_min = sqlite3_column_int(stmt, 5);
	mode_parse(column_text(stmt, 6), &session->mode);
	session->mode_asked = sqlite3_column_int(stmt, 30) != 0;
	session->strict = sqlite3_column_int(stmt, 7) != 0;
	free(session->round);
	free(session->company);
	free(session->level);
	session->round = column_copy(stmt, 8);
	session->company = column_copy(stmt, 9);
	session->level = column_copy(stmt, 10);
	session->n_probes = sqlite3_column_int(stmt, 11);
	session->at = sqlite3_column_int(stmt, 14);
	session->phase = phase_of(column_text(stmt, 15));
	unpack_take(stmt, &session->take);
	unpack_probes(column_text(stmt, 23), &session->take);
	unpack_notes(column_text(stmt, 28), &session->take.sheet);
	unpack_parts(column_text(stmt, 31), &session->take);
	session->seed = (uint64_t)sqlite3_column_int64(stmt, 32);
	session->interrupted = sqlite3_column_int(stmt, 33) != 0;
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
			unpack_limits(limit_list.items[i], &task);
		session_add(session, &task);
		if (i < order_list.n)
			unpack_order(order_list.items[i],
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
	long pid = (long)sqlite3_column_int64(stmt, 27);
	char ours[PATH_SIZE], theirs[PATH_SIZE];

	if (pid <= 0 || pid == (long)getpid() ||
	    strcmp(column_text(stmt, 3), clock_boot_id()) != 0 ||
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
	saved_ms = sqlite3_column_int64(stmt, 1);
	shift = clock_shift(
	    saved_ms, sqlite3_column_int64(stmt, 2), column_text(stmt, 3), now);
	ids = column_copy(stmt, 12);
	limits = column_copy(stmt, 13);
	orders = column_copy(stmt, 29);
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
