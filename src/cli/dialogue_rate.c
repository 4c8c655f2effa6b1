/* SPDX-License-Identifier: MIT */
/* What waits to be rated, in lines: answers for a second look, then the
 * calibration answers that are open. */
#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/mem.h"
#include "cli/dialogue.h"
#include "cli/output.h"
#include "cli/rate.h"
#include "screens/rate_kept.h"
#include "store/calibration.h"
#include "store/cold.h"

enum { MOST_COLD = 100 };

/* One thing to be rated. */
struct rate_choice {
	enum subject_kind kind;
	char *id, *text; /* owned */
};

struct rate_page {
	struct dialogue *dialogue;
	struct rate_choice *choices; /* owned */
	int n, n_cold;
};

static void
forget(struct rate_page *page)
{
	for (int i = 0; i < page->n; i++) {
		free(page->choices[i].id);
		free(page->choices[i].text);
	}
	free(page->choices);
	page->choices = NULL;
	page->n = page->n_cold = 0;
}

static void
add(struct rate_page *page, enum subject_kind kind, const char *id, char *text)
{
	page->choices = mem_grow(
	    page->choices, (size_t)page->n + 1, sizeof(*page->choices));
	page->choices[page->n++] =
	    (struct rate_choice){kind, mem_text(id), text};
}

static int
add_cold(struct rate_page *page, struct err *err)
{
	struct cold_row *rows;
	int n;

	if (store_cold_due(page->dialogue->store, clock_now(), MOST_COLD, &rows,
		&n, err) != 0)
		return -1;
	for (int i = 0; i < n; i++) {
		struct str text = STR_INIT;
		char when[DATE_SIZE];

		date_local(when, rows[i].started_at, rows[i].utc_offset_min);
		str_addf(&text, "Again, of %s: ", when);
		told_question(&text, rows[i].prompt);
		add(page, SUBJECT_COLD, rows[i].id, str_detach(&text));
	}
	page->n_cold = n;
	cold_rows_free(rows, n);
	return 0;
}

static int
add_calibration(struct rate_page *page, struct err *err)
{
	struct calibration_row *rows;
	int n;

	if (store_calibration(page->dialogue->store, &rows, &n, err) != 0)
		return -1;
	for (int i = 0; i < n; i++) {
		struct str text = STR_INIT;

		if (calibration_rated(&rows[i]))
			continue;
		str_add(&text, "Calibration: ");
		told_question(&text, rows[i].prompt);
		add(page, SUBJECT_CALIBRATION, rows[i].item, str_detach(&text));
	}
	calibration_rows_free(rows, n);
	return 0;
}

static int
rate_tell(void *data, struct choices *choices, struct err *err)
{
	struct rate_page *page = data;

	forget(page);
	if (add_cold(page, err) != 0 || add_calibration(page, err) != 0)
		return -1;
	choices_fit(choices, page->n);
	printf("To be rated again: %d. Calibration answers not yet rated: "
	       "%d.\n",
	    page->n_cold, page->n - page->n_cold);
	for (int i = choices->from; i < choices_last(choices); i++) {
		menu_number(i + 1);
		output_text(page->choices[i].text);
		putchar('\n');
	}
	return 0;
}

static int
rate_choose(void *data, int number, struct err *err)
{
	struct rate_page *page = data;
	const struct rate_choice *choice = &page->choices[number - 1];

	return dialogue_rate_one(
	    page->dialogue, choice->kind, NULL, choice->id, err);
}

int
dialogue_rate(struct dialogue *dialogue, struct err *err)
{
	static const struct menu menu = {
	    .tell = rate_tell,
	    .choose = rate_choose,
	};
	struct rate_page page = {.dialogue = dialogue};
	int rc = menu_run(&menu, &page, &dialogue->lines, err);

	forget(&page);
	return rc;
}

int
dialogue_rate_one(struct dialogue *dialogue, enum subject_kind kind,
    const char *rater, const char *id, struct err *err)
{
	struct subject subject;
	int rc;

	if (kind != SUBJECT_CALIBRATION && dialogue->private)
		return fail(err, "%s", rate_is_private);
	if (store_need_write(dialogue->store, err) != 0 ||
	    store_subject(dialogue->store, kind, rater, id, &subject, err) != 0)
		return -1;
	rc = rate_plain(dialogue->store, &subject, &dialogue->lines, err);
	subject_release(&subject);
	return rc;
}
