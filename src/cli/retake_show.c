/* SPDX-License-Identifier: MIT */
#include "cli/retake_show.h"

#include <stdio.h>

#include "cli/output.h"
#include "store/retake.h"

static int
show_both(struct store *store, const struct answer_row *before,
    const struct answer_row *now, bool private, struct err *err)
{
	struct retake retake;

	if (store_retake(store, before, now, private, &retake, err) != 0)
		return -1;
	output_text(now->answer.question_id);
	printf(": attempt %d against %d\n", now->answer.attempt,
	    before->answer.attempt);
	for (size_t i = 0; i < retake.n; i++) {
		if (*retake.lines[i].text == '\0')
			continue;
		fputs("  ", stdout);
		output_text(retake.lines[i].text);
		putchar('\n');
	}
	retake_release(&retake);
	return 0;
}

int
show_retake(struct store *store, const struct answer_row *now, bool private,
    struct err *err)
{
	struct answer_row before;
	int rc = 0;

	if (!now->answer.skipped)
		rc = store_answer_before(store, &now->answer, &before, err);
	if (rc != 1)
		return rc;
	rc = show_both(store, &before, now, private, err);
	answer_row_release(&before);
	return rc;
}
