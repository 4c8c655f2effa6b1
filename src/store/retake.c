/* SPDX-License-Identifier: MIT */
#include "store/retake.h"

#include "store/judge.h"
#include "store/lexicon.h"

/* An attempt with what it borrows. */
struct taken {
	struct answer_judged judged;
	struct analysis analysis;
	struct attempt attempt;
};

static int
take(struct store *store, const struct answer_row *row, struct taken *taken,
    struct err *err)
{
	if (judge_answer(store, row->pk, "self", &taken->judged, err) != 0)
		return -1;
	taken->attempt = (struct attempt){
	    .answer = &row->answer,
	    .rubric = taken->judged.rubric,
	    .ratings = taken->judged.ratings,
	    .judged = taken->judged.judged,
	    .analysis = &taken->analysis,
	};
	return 0;
}

int
store_retake(struct store *store, const struct answer_row *before,
    const struct answer_row *now, bool private, struct retake *retake,
    struct err *err)
{
	struct taken then = {0}, today = {0};
	const char *company = now->answer.company;
	const struct rules *rules;
	int result = -1;

	if (take(store, before, &then, err) == 0 &&
	    take(store, now, &today, err) == 0 &&
	    store_rules(store, &rules, err) == 0 &&
	    store_analyse(store, company, NULL, before->answer.text,
		&then.analysis, err) == 0 &&
	    store_analyse(store, company, NULL, now->answer.text,
		&today.analysis, err) == 0) {
		retake_tell(
		    retake, rules, &then.attempt, &today.attempt, private);
		result = 0;
	}
	analysis_release(&then.analysis);
	analysis_release(&today.analysis);
	return result;
}
