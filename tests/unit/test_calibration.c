/* SPDX-License-Identifier: MIT */
/*
 * How well the findings agree with what a reader marked in
 * tests/data/calibration.csv.  A finding is right when a mark of its kind
 * holds it, or it holds the mark; each mark counts once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "lexicon_fixture.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/list.h"
#include "base/mem.h"

static const char path[] = "tests/data/calibration.csv";
static const double bar = 0.9;

enum { FILE_MAX = 1 << 20, ANSWERS = 400, MARKS_EACH = 10, COMPANIES = 8 };
enum { ID, PART, LANGUAGE, COMPANY, TEXT, MARKS };

/* Of one kind. */
struct tally {
	int marked, found, right, exact;
};

struct calibration {
	struct tally tallies[FINDING_KINDS];
	int answers;
	struct {
		char *company;
		struct lexicon *lexicon;
	} loaded[COMPANIES];
	int n_loaded;
};

static const struct lexicon *
lexicon_for(struct calibration *calibration, const char *company)
{
	int n = calibration->n_loaded;

	for (int i = 0; i < n; i++)
		if (strcmp(calibration->loaded[i].company, company) == 0)
			return calibration->loaded[i].lexicon;
	assert_true(n < COMPANIES);
	calibration->loaded[n].company = mem_text(company);
	calibration->loaded[n].lexicon = built_in_lexicon(company);
	calibration->n_loaded++;
	return calibration->loaded[n].lexicon;
}

/* A mark is `kind:words`. */
struct mark {
	enum phrase_kind kind;
	const char *words;
	bool met;
};

static struct mark
read_mark(char *text)
{
	char *colon = strchr(text, ':');
	struct mark mark = {.kind = FINDING_METRIC};

	assert_non_null(colon);
	*colon = '\0';
	mark.words = colon + 1;
	while (mark.kind < FINDING_KINDS &&
	       strcmp(phrase_kind_name(mark.kind), text) != 0)
		mark.kind++;
	assert_true(mark.kind < FINDING_KINDS);
	return mark;
}

static bool
meets(const struct mark *mark, enum phrase_kind kind, const char *words,
    bool exactly)
{
	if (mark->met || mark->kind != kind)
		return false;
	if (exactly)
		return strcmp(mark->words, words) == 0;
	return strstr(mark->words, words) != NULL ||
	       strstr(words, mark->words) != NULL;
}

/* The same words first, so that `one hand` doesn't take what `the other hand`
 * should have. */
static void
match(struct mark *marks, size_t n, const char *text,
    const struct analysis *analysis, struct tally *tallies, bool exactly,
    bool *is_right)
{
	for (size_t f = 0; f < analysis->n; f++) {
		const struct finding *finding = &analysis->findings[f];
		char *words =
		    mem_textn(text + finding->offset, finding->length);

		for (size_t m = 0; m < n && !is_right[f]; m++) {
			if (!meets(&marks[m], finding->kind, words, exactly))
				continue;
			marks[m].met = is_right[f] = true;
			tallies[finding->kind].right++;
			tallies[finding->kind].exact += exactly;
		}
		free(words);
	}
}

static void
compare(const char *text, struct mark *marks, size_t n,
    const struct lexicon *lexicon, struct tally *tallies)
{
	struct analysis analysis;
	bool *is_right;

	analyse(&analysis, text, strlen(text), lexicon, NULL);
	is_right = mem_zero(analysis.n + 1, sizeof(*is_right));
	for (size_t i = 0; i < n; i++)
		tallies[marks[i].kind].marked++;
	for (size_t i = 0; i < analysis.n; i++)
		tallies[analysis.findings[i].kind].found++;
	match(marks, n, text, &analysis, tallies, true, is_right);
	match(marks, n, text, &analysis, tallies, false, is_right);
	free(is_right);
	analysis_release(&analysis);
}

static int
read_answer(void *arg, const struct csv_record *record, struct err *err)
{
	struct calibration *calibration = arg;
	const char *company = record->fields[COMPANY];
	struct list_of list;
	struct mark *marks;

	(void)err;
	if (record->line == 1)
		return 0;
	assert_int_equal(record->n, MARKS + 1);
	list_of_parse(&list, record->fields[MARKS]);
	marks = mem_zero(list.n + 1, sizeof(*marks));
	for (size_t i = 0; i < list.n; i++)
		marks[i] = read_mark(list.items[i]);
	compare(record->fields[TEXT], marks, list.n,
	    lexicon_for(calibration, company != NULL ? company : ""),
	    calibration->tallies);
	calibration->answers++;
	free(marks);
	list_of_release(&list);
	return 0;
}

static int
set_up(void **state)
{
	struct calibration *calibration = mem_zero(1, sizeof(*calibration));
	struct str csv = STR_INIT;
	struct err err = {0};

	*state = calibration;
	if (file_read(path, FILE_MAX, &csv, &err) != 0 ||
	    csv_read(path, csv.s, csv.len, ',', read_answer, calibration, NULL,
		&err) != 0) {
		print_error("%s\n", err.text);
		return -1;
	}
	str_release(&csv);
	return 0;
}

static int
tear_down(void **state)
{
	struct calibration *calibration = *state;

	for (int i = 0; i < calibration->n_loaded; i++) {
		free(calibration->loaded[i].company);
		lexicon_free(calibration->loaded[i].lexicon);
	}
	free(calibration);
	return 0;
}

static double
share(int part, int whole)
{
	return whole > 0 ? (double)part / whole : 1;
}

static void
print_tally(int kind, const struct tally *tally)
{
	printf("%-13s %4d  precision %.2f  recall %.2f  exact %.2f\n",
	    phrase_kind_name((enum phrase_kind)kind), tally->marked,
	    share(tally->right, tally->found),
	    share(tally->right, tally->marked),
	    share(tally->exact, tally->right));
}

static void
there_are_enough_answers(void **state)
{
	const struct calibration *calibration = *state;

	assert_true(calibration->answers >= ANSWERS);
	for (int i = 0; i < FINDING_KINDS; i++)
		assert_true(calibration->tallies[i].marked >= MARKS_EACH);
}

static void
every_kind_agrees_with_the_marks(void **state)
{
	const struct calibration *calibration = *state;

	for (int i = 0; i < FINDING_KINDS; i++) {
		const struct tally *tally = &calibration->tallies[i];

		print_tally(i, tally);
		assert_true(share(tally->right, tally->found) >= bar);
		assert_true(share(tally->right, tally->marked) >= bar);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(there_are_enough_answers),
	    cmocka_unit_test(every_kind_agrees_with_the_marks),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name(
	    "calibration", tests, set_up, tear_down);
}
