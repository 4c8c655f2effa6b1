/* SPDX-License-Identifier: MIT */
#include "cli/answer_show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "cli/output.h"
#include "cli/practice_show.h"
#include "cli/retake_show.h"

static void
tell_rest(struct str *line)
{
	str_ch(line, '.');
	menu_line(line);
}

static void
tell_verdict(const struct answer_view *view)
{
	const struct answer *answer = &view->row.answer;
	const struct judged *judged = &view->judged.judged;
	struct str line = STR_INIT;

	if (answer->attempt > 0)
		str_addf(&line, "Attempt %d, ", answer->attempt);
	told_place(&line, &view->dialogue->names, &view->session);
	tell_rest(&line);
	str_add(&line, "Overall: ");
	if (answer->skipped)
		str_add(&line, "skipped");
	else
		told_score(&line, judged->overall, judged->verdict);
	if (answer->predicted > 0)
		str_addf(&line, ", you predicted %d", answer->predicted);
	tell_rest(&line);
	show_caps(judged->caps);
	told_times(&line, answer);
	tell_rest(&line);
	str_release(&line);
}

static const char *
words_of(const struct rating *ratings, int n, const char *signal)
{
	for (int i = 0; i < n; i++)
		if (strcmp(ratings[i].signal, signal) == 0)
			return ratings[i].note;
	return "";
}

/* The ratings of the attempt before on the same rubric; all 0 without one. */
static int
load_before(const struct answer_view *view, int *before, struct err *err)
{
	struct store *store = view->dialogue->store;
	struct answer_judged judged;
	struct answer_row row;
	int rc =
	    judge_answer_before(store, &view->row.answer, &row, &judged, err);

	memset(before, 0, sizeof(judged.ratings));
	if (rc != 1)
		return rc;
	if (judged.rubric == view->judged.rubric)
		memcpy(before, judged.ratings, sizeof(judged.ratings));
	answer_row_release(&row);
	return 0;
}

static void
tell_signal(
    const struct answer_view *view, size_t i, int before, const char *words)
{
	const struct answer_judged *judged = &view->judged;
	struct str line = STR_INIT;

	told_rating(&line, judged->rubric->signals[i].label, judged->ratings[i],
	    before, (int)i == judged->judged.limiting);
	if (*words != '\0' && !view->dialogue->private)
		str_addf(&line, "; earned by: %s", words);
	tell_rest(&line);
	str_release(&line);
}

static int
tell_ratings(const struct answer_view *view, struct err *err)
{
	const struct rubric *rubric = view->judged.rubric;
	const struct answer *answer = &view->row.answer;
	int before[RUBRIC_SIGNALS], n;
	struct rating *ratings;

	if (view->judged.judged.verdict == VERDICT_NONE)
		return 0;
	if (load_before(view, before, err) != 0 ||
	    store_ratings(view->dialogue->store, view->session.pk, view->row.pk,
		"self", &ratings, &n, err) != 0)
		return -1;
	puts("\nRatings, 1 to 5:");
	for (size_t i = 0; i < rubric->n; i++)
		tell_signal(view, i, before[i],
		    words_of(ratings, n, rubric->signals[i].key));
	ratings_free(ratings, n);
	if (answer->metric != GIVEN_UNKNOWN)
		printf("Measured result: %s.\n",
		    answer->metric == GIVEN_YES ? "yes" : "no");
	return 0;
}

static void
tell_splits(const struct answer_view *view)
{
	const struct rubric *rubric = view->judged.rubric;
	struct str line = STR_INIT;

	if (rubric == NULL || *view->row.answer.splits == '\0')
		return;
	puts("\nSections:");
	for (size_t i = 0; i < rubric->n; i++) {
		told_split(&line, &view->row.answer, rubric, i);
		if (line.len > 0)
			tell_rest(&line);
	}
	str_release(&line);
}

/* A probe and its reply stand in one element, `question=reply`. */
static void
tell_probes(const struct answer *answer)
{
	struct list_of list;

	list_of_parse(&list, answer->probes);
	for (size_t i = 0; i < list.n; i++) {
		char *reply = strchr(list.items[i], '=');

		if (reply != NULL)
			*reply++ = '\0';
		printf("\nProbe %zu: ", i + 1);
		output_text(list.items[i]);
		fputs("\nReply: ", stdout);
		output_lines(reply != NULL && *reply != '\0' ? reply : "none");
		putchar('\n');
	}
	list_of_release(&list);
}

static int
tell_text(const struct answer_view *view, struct err *err)
{
	const struct answer *answer = &view->row.answer;

	if (view->dialogue->private) {
		puts("\nThe answer is hidden by --private.");
		return 0;
	}
	puts(answer->mode == MODE_SPOKEN ? "\nYour notes:" : "\nYour answer:");
	output_lines(*answer->text != '\0' ? answer->text : "(no text)");
	putchar('\n');
	tell_probes(answer);
	return show_answer_notes(
	    view->dialogue->store, answer, view->judged.rubric, err);
}

int
show_answer(const struct answer_view *view, struct err *err)
{
	output_lines(view->row.answer.prompt);
	putchar('\n');
	tell_verdict(view);
	if (tell_ratings(view, err) != 0)
		return -1;
	tell_splits(view);
	if (tell_text(view, err) != 0)
		return -1;
	if (view->row.answer.attempt > 1)
		putchar('\n');
	return show_retake(
	    view->dialogue->store, &view->row, view->dialogue->private, err);
}
