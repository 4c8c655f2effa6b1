/* SPDX-License-Identifier: MIT */
#include "cli/practice_show.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/date.h"
#include "base/number.h"
#include "cli/output.h"
#include "core/clarify.h"
#include "core/notes.h"
#include "core/section.h"
#include "store/history.h"
#include "store/judge.h"
#include "store/lexicon.h"
#include "store/plan.h"

enum { SECOND_MS = 1000 };

static void
print_clock(int64_t seconds)
{
	char text[DATE_SIZE];

	date_clock(text, seconds);
	fputs(text, stdout);
}

/* The company or level of a question that is for one only. */
static void
print_specific(const char *value)
{
	if (question_any(value))
		return;
	fputs(", ", stdout);
	output_text(value);
}

/* Numbered: its order is told by these numbers. */
static void
print_backlog(const struct material *material)
{
	if (material->n_features > 0)
		putchar('\n');
	for (size_t i = 0; i < material->n_features; i++) {
		const struct feature *feature = &material->features[i];
		struct str figures = STR_INIT;

		feature_figures(feature, &figures);
		printf("%3zu  ", i + 1);
		output_text(feature->label);
		if (figures.len > 0)
			fputs(": ", stdout);
		output_text(figures.s);
		putchar('\n');
		str_release(&figures);
	}
}

void
show_question(const struct session *session)
{
	const struct task *task = session_task(session);
	struct str figures = STR_INIT;

	printf("\nQuestion %d of %d: ", session->at + 1, session->n_tasks);
	output_text(task->question.round);
	print_specific(task->question.company);
	print_specific(task->question.level);
	fputs(", ", stdout);
	print_clock((int64_t)task->limit_s);
	putchar('\n');
	output_lines(task->question.prompt);
	material_lines(&task->material, &figures);
	output_lines(figures.s);
	str_release(&figures);
	putchar('\n');
	print_backlog(&task->material);
}

void
show_think(const struct session *session)
{
	fputs("Time to think: ", stdout);
	print_clock(session_limit_ms(session) / SECOND_MS);
	puts(".  Enter begins the answer.");
}

void
show_time_left(const struct session *session)
{
	int64_t left_s =
	    timer_shown_s(session_left_ms(session, clock_now().mono_ms));

	print_clock(left_s < 0 ? -left_s : left_s);
	puts(left_s < 0 ? " over the limit." : " left.");
}

void
show_interruption(const struct session *session)
{
	fputs("Interviewer: ", stdout);
	output_text(session_interruption(session));
	putchar('\n');
}

void
show_signal(const struct signal_spec *signal)
{
	putchar('\n');
	output_text(signal->label);
	fputs(": ", stdout);
	output_text(signal->asks);
	putchar('\n');
	for (int i = 0; i < RATING_HIGH; i++) {
		printf("  %d  ", i + 1);
		output_text(signal->anchors[i]);
		putchar('\n');
	}
}

static void
print_score(const char *what, struct score score, enum verdict verdict)
{
	char text[NUMBER_SIZE];

	number_text(text, score_value(score));
	printf("%s %s: %s.\n", what, text, verdict_name(verdict));
}

void
show_caps(unsigned caps)
{
	static const enum cap all[] = {
	    CAP_SINGLE_ONE, CAP_NO_METRIC, CAP_REJECTED_ANSWER};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		if (caps & all[i])
			printf("Capped: %s.\n", cap_reason(all[i]));
}

static void
print_limiting(const char *label)
{
	fputs("Fix this next: ", stdout);
	output_text(label);
	puts(".");
}

int
show_judged(struct store *store, const struct rubric *rubric,
    const struct sheet *sheet, int predicted, struct err *err)
{
	const struct rules *rules;

	if (store_rules(store, &rules, err) != 0)
		return -1;
	struct judged judged = verdict_answer(
	    rules, rubric, sheet->ratings, sheet->metric == GIVEN_YES);

	putchar('\n');
	print_score("Overall", judged.overall, judged.verdict);
	show_caps(judged.caps);
	if (predicted > 0)
		printf("You predicted %d.\n", predicted);
	print_limiting(rubric->signals[judged.limiting].label);
	return 0;
}

void
show_asked(const struct session *session)
{
	size_t n = clarify_count(&session->take.parts);

	if (n > 0)
		printf("Asked before the answer: %zu.\n", n);
	else if (clarify_wanted(&session_task(session)->question))
		puts("You asked nothing before you answered.");
}

void
show_headings(const struct session *session)
{
	const struct rubric *rubric = &session_task(session)->rubric;

	puts("Its words are counted by these headings, each on a line of its "
	     "own:");
	for (size_t i = 0; i < rubric->n; i++) {
		fputs("## ", stdout);
		output_text(rubric->signals[i].label);
		putchar('\n');
	}
}

void
show_sections(const struct session *session)
{
	const struct rubric *rubric = &session_task(session)->rubric;
	const struct str *text = &session->take.text;
	struct sections sections;

	sections_count(rubric, text->s, text->len, &sections);
	if (!sections.headed)
		return;
	printf("\nWords by section, %zu in all:\n", sections.words);
	for (size_t i = 0; i < sections.n; i++) {
		const struct section *section = &sections.at[i];

		output_text(rubric->signals[i].label);
		printf(": %zu word%s, %d%% of them, of the weights %d%%.\n",
		    section->words, section->words == 1 ? "" : "s",
		    section->share, section->target);
	}
}

int
show_verdict(
    struct store *store, const struct session *session, struct err *err)
{
	return show_judged(store, &session_task(session)->rubric,
	    &session->take.sheet, session->take.predicted, err);
}

static void
print_notes(const struct notes *notes)
{
	if (notes->n == 0)
		return;
	printf("\n%s:\n", notes_title);
	for (size_t i = 0; i < notes->n; i++) {
		printf("%s ", tone_sign(notes->at[i].tone));
		output_text(notes->at[i].text);
		putchar('\n');
	}
}

int
show_answer_notes(struct store *store, const struct answer *answer,
    const struct rubric *rubric, struct err *err)
{
	struct analysis analysis;
	struct notes notes;

	if (store_analyse(store, answer->company, rubric, answer->text,
		&analysis, err) != 0)
		return -1;
	notes_make(&notes, &analysis, answer->text, answer->answer_s,
	    answer->mode == MODE_SPOKEN);
	print_notes(&notes);
	notes_release(&notes);
	analysis_release(&analysis);
	return 0;
}

int
show_notes(struct store *store, const struct session *session, struct err *err)
{
	struct answer answer;
	int rc;

	session_answer(session, false, clock_now().mono_ms, &answer);
	rc = show_answer_notes(
	    store, &answer, &session_task(session)->rubric, err);
	answer_release(&answer);
	return rc;
}

static int
print_session(
    struct store *store, const struct session_judged *judged, struct err *err)
{
	char *label;

	if (judged->verdict == VERDICT_NONE) {
		puts("\nSession: nothing was rated.");
		return 0;
	}
	if (store_signal_label(store, judged->limiting, &label, err) != 0)
		return -1;
	putchar('\n');
	print_score("The session", judged->overall, judged->verdict);
	show_caps(judged->caps);
	print_limiting(label);
	free(label);
	return 0;
}

int
show_session(struct store *store, const char *id, struct err *err)
{
	struct session_judged judged;
	struct session_row row;
	int result;

	if (store_session_get(store, id, &row, err) != 1)
		return -1;
	result = judge_session(store, row.pk, "self", &judged, err);
	session_row_release(&row);
	if (result != 0)
		return -1;
	result = print_session(store, &judged, err);
	session_judged_release(&judged);
	return result;
}
