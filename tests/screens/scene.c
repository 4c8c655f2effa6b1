/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include <stdlib.h>
#include <string.h>

#include "stage.h"

#include "base/mem.h"
#include "store/draft.h"

struct plan
scene_plan(void)
{
	struct plan plan = plan_default();

	plan.question = "stage-failure";
	plan.think_s = 0;
	return plan;
}

void
scene_practise(const struct plan *plan)
{
	stage_open(&start_screen, plan);
	stage_wait_ms(0);
	assert_screen("practice");
}

void
scene_answer(const char *text)
{
	struct plan plan = scene_plan();

	scene_practise(&plan);
	stage_keys(text);
}

void
scene_done(void)
{
	stage_key(K_CTRL('d'));
}

void
scene_rate(const char *text)
{
	enum { A_MINUTE_S = 60 };

	scene_answer(text);
	stage_wait_s(A_MINUTE_S);
	scene_done();
	stage_key('\n');
	assert_screen("rating");
}

void
scene_judge(const char *ratings, char metric)
{
	stage_keys(ratings);
	stage_key(metric);
	stage_key('\n');
	assert_screen("reveal");
}

void
scene_attempt(const char *text, const char *ratings, char metric)
{
	scene_rate(text);
	scene_judge(ratings, metric);
	stage_keys("\n");
	assert_screen("debrief");
	stage_keys("\n");
}

void
kept_load(struct kept *kept)
{
	struct store *store = stage_store();
	struct err err = {0};
	int n;

	*kept = (struct kept){0};
	assert_done(
	    store_session_window(store, NULL, 0, 1, &kept->session, &n, &err),
	    &err);
	assert_int_equal(n, 1);
	assert_done(
	    judge_session(store, kept->session.pk, "self", &kept->judged, &err),
	    &err);
	assert_done(store_session_answers(
			store, kept->session.pk, &kept->rows, &kept->n, &err),
	    &err);
	for (int i = 0; i < kept->n && i < 8; i++)
		assert_done(judge_answer(store, kept->rows[i].pk, "self",
				&kept->verdicts[i], &err),
		    &err);
}

void
kept_release(struct kept *kept)
{
	session_row_release(&kept->session);
	session_judged_release(&kept->judged);
	answer_rows_free(kept->rows, kept->n);
}

int
kept_sessions(void)
{
	struct err err = {0};
	int n = 0;

	assert_done(store_session_count(
			stage_store(), &(struct store_filter){0}, &n, &err),
	    &err);
	return n;
}

int
kept_drafts(void)
{
	struct err err = {0};
	int n = 0;

	assert_done(store_draft_count(stage_store(), &n, &err), &err);
	return n;
}

char *
kept_draft(void)
{
	struct session session;
	struct err err = {0};
	char id[ID_SIZE], *text;
	int rc =
	    store_draft_get(stage_store(), 0, stage_now(), &session, id, &err);

	if (rc == 0)
		return NULL;
	assert_int_equal(rc, 1);
	text = mem_text(session.take.text.s);
	session_release(&session);
	return text;
}

void
scene_expect_draft(const char *text, const char *file, int line)
{
	char *draft = kept_draft();

	if (draft == NULL || strcmp(draft, text) != 0)
		print_error(
		    "%s:%d: the draft is not \"%s\"\n", file, line, text);
	assert_non_null(draft);
	assert_string_equal(draft, text);
	free(draft);
}
