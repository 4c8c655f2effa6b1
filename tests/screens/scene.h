/* SPDX-License-Identifier: MIT */
/*
 * Ways to the places where tests begin, and what the store holds afterwards.
 * Unless the plan says otherwise the question is stage-failure, on its own,
 * without time to think: 180 s, star (situation 1, task 2, action 3, result
 * 4; it needs a measured result).
 */
#ifndef SCREENS_SCENE_H
#define SCREENS_SCENE_H

#include "store/history.h"
#include "store/judge.h"
#include "store/plan.h"

enum { SCENE_LIMIT_S = 180 };

struct plan scene_plan(void);

/* From nothing to the first question. */
void scene_practise(const struct plan *plan);

/* At the answer, with the text typed. */
void scene_answer(const char *text);

/* Ends the answer or probe. */
void scene_done(void);

/* Answered after a minute, nothing predicted: at the first signal. */
void scene_rate(const char *text);

/* From the prediction on: rates each signal by a digit, says whether a
 * measured result was given, confirms: at the reveal. */
void scene_judge(const char *ratings, char metric);

/* The whole of it: stage-failure answered, rated and left. */
void scene_attempt(const char *text, const char *ratings, char metric);

/* What is kept of the newest session. */
struct kept {
	struct session_row session;
	struct session_judged judged;
	int n;
	struct answer_row *rows;
	struct answer_judged verdicts[8]; /* of the first rows */
};

/* There is one; release it. */
void kept_load(struct kept *kept);
void kept_release(struct kept *kept);
int kept_sessions(void);

/* The text in the newest draft; owned, NULL where there is no draft. */
char *kept_draft(void);
int kept_drafts(void);

#define assert_draft(text) scene_expect_draft((text), __FILE__, __LINE__)
void scene_expect_draft(const char *text, const char *file, int line);

#endif
