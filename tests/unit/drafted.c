/* SPDX-License-Identifier: MIT */
#include "drafted.h"

#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/mem.h"
#include "store/draft.h"
#include "store/question.h"

const char drafted_text[] = "第一行 \"quoted\", it's\n\tline | two \\| "
			    "👩‍👩‍👧‍👦 e\u0301 end\n";
static const char words[] = "cut it by 12 % | then\\";
static const int other_order[SESSION_PROBES] = {2, 0, 1};
static const char said[] = "左|右 \\ 🚀\nand more";

struct instant
drafted_at(int64_t ms)
{
	return (struct instant){
	    .mono_ms = BOOT_MS + ms, .wall_ms = DRAFTED_AT_S * 1000 + ms};
}

static void
add_question(struct fixture *fixture, struct session *session, const char *id)
{
	struct err err = {0};
	struct task task;

	assert_done(store_task(fixture->store, id, &task, &err), &err);
	session_add(session, &task);
}

/* Of q-1 and q-4, whose times differ from the ones that the bank has. */
void
drafted_plan(struct fixture *fixture, struct session *session)
{
	session_init(session);
	store_new_id(session->id, DRAFTED_AT_S * 1000);
	session->started_at = DRAFTED_AT_S;
	session->utc_offset_min = -210;
	session->mode = MODE_SPOKEN;
	session->strict = true;
	free(session->round);
	free(session->company);
	free(session->level);
	session->round = mem_text("behavioural");
	session->company = mem_text("小米");
	session->level = mem_text("apm");
	session->n_probes = 2;
	add_question(fixture, session, "q-1");
	add_question(fixture, session, "q-4");
	session->tasks[0].limit_s = 77.5;
	session->tasks[0].think_s = 12.25;
	session->tasks[1].limit_s = 0;
	session->tasks[1].think_s = 0;
	memcpy(session->tasks[0].probe_order, other_order, sizeof(other_order));
}

/* The session as it is when it has come to the phase, at 100 s. */
void
drafted_come_to(struct session *session, enum phase phase)
{
	if (phase == PHASE_READY)
		return;
	session_begin(session, drafted_at(0).mono_ms, DRAFTED_AT_S + 1);
	if (phase == PHASE_THINK) {
		session_pause(session, drafted_at(4000).mono_ms);
		return;
	}
	session_answer_now(session, drafted_at(10000).mono_ms);
	str_add(&session->take.text, drafted_text);
	session->take.caret = 4;
	session_hint(session);
	session_split(session, drafted_at(12000).mono_ms);
	session_split(session, drafted_at(20000).mono_ms);
	session_pause(session, drafted_at(30000).mono_ms);
	session_resume(session, drafted_at(40000).mono_ms);
	if (phase == PHASE_ANSWER)
		return;
	session_finish(session, drafted_at(50000).mono_ms);
	session_finish(session, drafted_at(60000).mono_ms);
	str_add(&session->take.probes[1], said);
	session->take.caret = 3;
	parts_add(&session->take.parts, PART_CLARIFYING, "", "Who | pays?");
	session->take.clarified = true;
	parts_add(&session->take.parts, PART_PRIORITY, "Offline \\ mode", "");
	if (phase == PHASE_PROBE)
		return;
	session_finish(session, drafted_at(70000).mono_ms);
	if (phase == PHASE_PREDICT)
		return;
	session_predict(session, 4);
	sample_rate(session, 5);
	sheet_earn(&session->take.sheet, words);
	sample_rate(session, 2);
	sample_give_metric(session, false);
}

void
drafted_put(struct fixture *fixture, const struct session *session, int64_t ms)
{
	struct err err = {0};

	assert_done(
	    store_draft_put(fixture->store, session, drafted_at(ms), &err),
	    &err);
}

void
drafted_get(struct fixture *fixture, int from, struct instant now,
    struct session *session)
{
	char id[ID_SIZE];
	struct err err = {0};

	assert_int_equal(
	    store_draft_get(fixture->store, from, now, session, id, &err), 1);
	assert_string_equal(id, session->id);
}
