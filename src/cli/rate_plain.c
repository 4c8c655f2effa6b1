/* SPDX-License-Identifier: MIT */
#include "cli/rate.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "cli/output.h"
#include "cli/practice_show.h"
#include "cli/sheet_lines.h"
#include "core/calibration.h"

enum { SECOND_MS = 1000 };

static void
show_answer(const struct subject *subject)
{
	output_lines(subject->prompt);
	fputs("\n\n", stdout);
	output_lines(*subject->text != '\0' ? subject->text : "(no text)");
	putchar('\n');
}

/* A measured result is asked for where nobody was asked before. */
static bool
rate(struct lines *lines, const struct rubric *rubric, struct sheet *sheet)
{
	if (!sheet_lines_rate(lines, rubric, sheet))
		return false;
	return sheet->signals_only ||
	       sheet_lines_metric(lines, rubric, sheet, NULL);
}

/* What the two ratings of a pair are called. */
static const char *const from_names[] = {
    [DRIFT_COLD] = "then",
    [DRIFT_REFERENCE] = "the reference",
    [DRIFT_PEER] = "you",
};

static void
print_pair(const struct comparison *comparison, size_t i)
{
	const struct signal_spec *signal = &comparison->rubric->signals[i];
	char *why = calibration_why(comparison->why, signal->key);
	char text[DRIFT_WORDS];

	output_text(signal->label);
	printf(": %d", comparison->to[i]);
	if (comparison->from[i] > 0) {
		drift_pair_text(text, comparison->of, comparison->from[i],
		    comparison->to[i]);
		printf(", %s %d: %s", from_names[comparison->of],
		    comparison->from[i], text);
	}
	putchar('\n');
	if (*why != '\0') {
		fputs("  ", stdout);
		output_text(why);
		putchar('\n');
	}
	free(why);
}

static int
print_comparison(
    struct store *store, const struct subject *subject, struct err *err)
{
	struct comparison comparison;
	struct drift drift;
	char text[DRIFT_WORDS];

	if (store_compare(store, subject, &comparison, err) != 0)
		return -1;
	putchar('\n');
	for (size_t i = 0; i < comparison.rubric->n; i++)
		print_pair(&comparison, i);
	drift = comparison_drift(&comparison);
	drift_mean_text(text, comparison.of, &drift);
	if (drift.n > 0)
		printf(
		    "Over all: %s, %.2f apart.\n", text, drift_spread(&drift));
	comparison_release(&comparison);
	return 0;
}

static int
keep(struct store *store, const struct subject *subject,
    const struct sheet *sheet, struct err *err)
{
	if (store_subject_keep(store, subject, sheet,
		clock_now().wall_ms / SECOND_MS, err) != 0)
		return -1;
	if (subject->kind == SUBJECT_SELF)
		return show_judged(store, subject->rubric, sheet, 0, err);
	return print_comparison(store, subject, err);
}

int
rate_plain(struct store *store, const struct subject *subject,
    struct lines *lines, struct err *err)
{
	struct sheet sheet;
	int rc;

	sheet_init(&sheet);
	sheet.signals_only = subject->kind != SUBJECT_SELF;
	show_answer(subject);
	if (rate(lines, subject->rubric, &sheet)) {
		rc = keep(store, subject, &sheet, err);
	} else if (!lines->ended) {
		puts("Nothing was kept: not every signal was rated.");
		rc = 0;
	} else {
		putchar('\n');
		rc = fail(err, "end of input before every signal was rated: "
			       "no rating was kept");
	}
	sheet_release(&sheet);
	return rc;
}
