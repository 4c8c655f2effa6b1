/* SPDX-License-Identifier: MIT */
#include "store/draft_pack.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/mem.h"
#include "base/number.h"

static const char *const phase_names[] = {
    [PHASE_READY] = "ready",
    [PHASE_THINK] = "think",
    [PHASE_ANSWER] = "answer",
    [PHASE_PROBE] = "probe",
    [PHASE_PREDICT] = "predict",
    [PHASE_RATE] = "rate",
    [PHASE_DONE] = "done",
};

const char *
draft_phase_name(enum phase phase)
{
	return phase_names[phase];
}

enum phase
draft_phase(const char *name)
{
	for (int i = PHASE_READY; i < PHASE_DONE; i++)
		if (strcmp(name, phase_names[i]) == 0)
			return (enum phase)i;
	return PHASE_READY;
}

void
draft_packed_init(struct draft_packed *packed)
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

void
draft_packed_release(struct draft_packed *packed)
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

bool
draft_unpack_timer(const char *from, struct timer *timer)
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

void
draft_unpack_limits(const char *from, struct task *task)
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
void
draft_unpack_order(const char *from, struct task *task)
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

void
draft_unpack_notes(const char *joined, struct sheet *sheet)
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

void
draft_unpack_parts(const char *joined, struct take *take)
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

void
draft_pack(const struct session *session, const struct take *take,
    struct draft_packed *packed)
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
