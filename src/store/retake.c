/* SPDX-License-Identifier: MIT */
#include "store/retake.h"

#include <string.h>

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

static void
read_text(struct taken *taken, const struct lexicon *lexicon)
{
	const char *text = taken->attempt.answer->text;

	analyse(&taken->analysis, text, strlen(text), lexicon, NULL);
}

int
store_retake(struct store *store, const struct answer_row *before,
    const struct answer_row *now, bool private, struct retake *retake,
    struct err *err)
{
	struct taken then, today;
	const struct rules *rules;
	struct lexicon *lexicon;

	if (take(store, before, &then, err) != 0 ||
	    take(store, now, &today, err) != 0 ||
	    store_rules(store, &rules, err) != 0 ||
	    store_lexicon(store, now->answer.company, &lexicon, err) != 0)
		return -1;
	read_text(&then, lexicon);
	read_text(&today, lexicon);
	retake_tell(retake, rules, &then.attempt, &today.attempt, private);
	analysis_release(&then.analysis);
	analysis_release(&today.analysis);
	lexicon_free(lexicon);
	return 0;
}
