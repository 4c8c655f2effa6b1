/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/duration.h"
#include "io/columns.h"

enum { COLUMNS = 8 };

/* A header, names separated by bars, and one row beneath it. */
struct table {
	struct column_seen columns[COLUMNS];
	int n;
};

static void
split(char *text, const char **parts, int *n)
{
	*n = 0;
	for (char *at = text; at != NULL; (*n)++) {
		parts[*n] = at;
		at = strchr(at, '|');
		if (at != NULL)
			*at++ = '\0';
	}
}

static struct table
table(const char *header, const char *row)
{
	char names[256], cells[256];
	const char *parts[COLUMNS];
	struct table made = {0};
	int n;

	snprintf(names, sizeof(names), "%s", header);
	snprintf(cells, sizeof(cells), "%s", row);
	split(names, parts, &made.n);
	for (int i = 0; i < made.n; i++)
		column_init(&made.columns[i], parts[i]);
	split(cells, parts, &n);
	for (int i = 0; i < n && i < made.n; i++)
		column_count(
		    &made.columns[i], *parts[i] != '\0' ? parts[i] : NULL);
	return made;
}

static void
release(struct table *made)
{
	for (int i = 0; i < made->n; i++)
		column_release(&made->columns[i]);
}

static const struct {
	const char *header, *row;
	int prompt; /* column; -1: none can be */
} prompts[] = {
    {"prompt|question", "a|a much longer text", 0},
    {"Question|Answer", "Why?|Because of this and that", 0},
    {"id|QUESTION_TEXT|title", "1|Why?|A long title, longer than that", 1},
    {"Interview Question|Type", "Why?|A", 0},
    {"Nr|Frage|Thema", "1|Warum?|x", 1},
    {"Pregunta|Categoría", "¿Qué?|x", 0},
    {"问题|分类", "为什么？|x", 0},
    {"質問|難易度", "なぜ？|x", 0},
    {"질문|유형", "왜?|x", 0},
    {"Вопрос|Тема", "Почему?|x", 0},
    {"id|title|text", "1|short|a longer text", 2},
    {"id|title|text", "1|a longer title|text", 1},
    {"Question ID|Question Type|Question Title", "7|open|Why?", 2},
    {"question_id|title", "7|Why?", 1},
    {"question|questions", "12|Why?", 1},
    {"Follow-up questions|Main question", "A long follow-up, really|Why?", 1},
    {"whatever", "Why?", 0},
    {"number", "12", -1},
    {"a|b", "Why?|How?", -1},
    {"Front|Back", "Why?|Because", 0},
    {"Problem|Title", "A long problem|Two sums", 1},
    {"question|b", "12|Why?", -1},
    {"description|b", "Why?|How?", -1},
    {"Timestamp|Which question did they ask? Answers and tags are optional.",
	"2026/10/03|Why?", 1},
    {"Question answers|b", "Why?|How?", -1},
};

static void
the_prompt_is_found_by_class_and_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(prompts) / sizeof(prompts[0]); i++) {
		struct table made = table(prompts[i].header, prompts[i].row);
		int n_alike;
		int found = column_find_prompt(made.columns, made.n, &n_alike);

		if (found != prompts[i].prompt)
			print_error("%s\n", prompts[i].header);
		assert_int_equal(found, prompts[i].prompt);
		release(&made);
	}
}

static const struct {
	const char *header, *field;
	int column;
} found[] = {
    {"q|Type|Category", "round", 2}, /* category is the better name */
    {"q|Question Type", "round", 1},
    {"q|Kategorie", "round", 1},
    {"q|分类", "round", 1},
    {"q|prototype", "round", -1},
    {"q|Difficulty", "level", 1},
    {"q|Difficulty Level", "level", 1},
    {"q|Role", "level", 1},
    {"q|Time Limit", "seconds", 1},
    {"q|delay_seconds", "seconds", 1},
    {"q|Time (min)", "seconds", 1},
    {"q|Duration in minutes", "seconds", 1},
    {"q|Dauer in Minuten", "seconds", 1},
    {"q|Durée (min)", "seconds", 1},
    {"q|时间（分钟）", "seconds", 1},
    {"q|時間（秒）", "seconds", 1},
    {"q|Schwierigkeitsgrad", "level", 1},
    {"q|Time", "seconds", -1}, /* of what? */
    {"q|Dauer", "seconds", -1},
    {"q|Expected Concepts", "hint", 1},
    {"q|Sample Answer", "hint", 1},
    {"q|Answer URL", "hint", -1},
    {"q|Link to Answer", "hint", -1},
    {"q|Answer 1|Answer 2", "hint", -1},
    {"q|Option a|Answer b", "hint", -1},
    {"q|Answer 1|Correct Answer", "hint", 2},
    {"q|Answer keywords", "tags", -1},
    {"q|Answer keywords", "hint", 1},
    {"q|Keywords", "tags", 1},
    {"q|Back", "hint", 1},
    {"q|How long did you have for your answer, in minutes?", "hint", -1},
    {"q|Materia|Explicación", "round", 1},
    {"q|Materia|Explicación", "hint", 2},
    {"q|Company", "company", 1},
    {"q|Company ID", "company", -1},
    {"q|Look For", "look_for", 1},
    {"q|Follow-ups", "probes", 1},
};

static void
other_fields_are_found_by_name(void **state)
{
	const bool is_taken[COLUMNS] = {true};

	(void)state;
	for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++) {
		struct table made = table(found[i].header, "");
		int column = column_find_field(
		    made.columns, made.n, is_taken, found[i].field);

		if (column != found[i].column)
			print_error("%s\n", found[i].header);
		assert_int_equal(column, found[i].column);
		release(&made);
	}
}

static void
minutes_say_so(void **state)
{
	struct table made =
	    table("minutes|Time (min)|time_limit|Minority|时间（分钟）", "");

	(void)state;
	assert_true(column_in_minutes(&made.columns[0]));
	assert_true(column_in_minutes(&made.columns[1]));
	assert_false(column_in_minutes(&made.columns[2]));
	assert_false(column_in_minutes(&made.columns[3]));
	assert_true(column_in_minutes(&made.columns[4]));
	release(&made);
}

static void
figures_below_show_that_it_is_a_name(void **state)
{
	struct table made = table("Timestamp|Top 3|Name||Mixed", "1|1|a|1|1");

	(void)state;
	made.columns[0].figures = made.columns[1].figures = 1;
	made.columns[3].figures = made.columns[4].figures = 1;
	column_count(&made.columns[4], "word");
	assert_true(column_has_name(&made.columns[0]));
	for (int i = 1; i < made.n; i++)
		assert_false(column_has_name(&made.columns[i]));
	release(&made);
}

static void
a_sentence_is_no_name(void **state)
{
	(void)state;
	assert_true(column_reads_as_text("What do you do first?"));
	assert_true(column_reads_as_text("你最喜欢的产品是什么？"));
	assert_true(column_reads_as_text(
	    "Tell me about a time when you changed your mind"));
	assert_false(column_reads_as_text("Question"));
	assert_false(column_reads_as_text("Question?"));
	assert_false(column_reads_as_text("The interview question"));
	assert_false(column_reads_as_text("面试问题"));
	assert_false(column_reads_as_text(""));
}

static void
an_item_of_a_list_is_no_name_of_it(void **state)
{
	(void)state;
	assert_true(column_reads_as_item("Why nursing?"));
	assert_true(column_reads_as_item("1. Tell me about yourself"));
	assert_true(column_reads_as_item("Sell me this. "));
	assert_true(column_reads_as_item("为什么？"));
	assert_false(column_reads_as_item("Question?"));
	assert_false(column_reads_as_item("Question no."));
	assert_false(column_reads_as_item("My questions"));
	assert_false(column_reads_as_item("Thoughts"));
	assert_false(column_reads_as_item("1."));
	assert_false(column_reads_as_item(""));
}

static void
numbers_before_a_text_are_known(void **state)
{
	(void)state;
	assert_int_equal(column_numbering("1. Why?"), 3);
	assert_int_equal(column_numbering(" 12) Why?"), 5);
	assert_int_equal(column_numbering("3.Why?"), 2);
	assert_int_equal(column_numbering("Q4: Why?"), 4);
	assert_int_equal(column_numbering("5、为什么"), 4);
	assert_int_equal(column_numbering("3.5 million"), 0);
	assert_int_equal(column_numbering("10:30 is late"), 0);
	assert_int_equal(column_numbering("2024 was hard"), 0);
	assert_int_equal(column_numbering("Why?"), 0);
	assert_int_equal(column_numbering("Q. Why?"), 0);
	assert_int_equal(column_numbering(""), 0);
}

static const struct {
	const char *text;
	double unit, seconds; /* < 0: none */
} durations[] = {
    {"90", 1, 90},
    {"1.5", 60, 90},
    {"5 min", 1, 300},
    {"2 Minutes", 1, 120},
    {"90 s", 60, 90},
    {"1h", 1, 3600},
    {"2:30", 1, 150},
    {"2 min.", 1, 120},
    {"1,5", 60, 90},
    {"2,5 min", 1, 150},
    {"1,200", 1, -1}, /* a little over one, or many */
    {"1,2,5", 1, -1},
    {"1,2.5", 1, -1},
    {"0", 1, 0},
    {"", 1, -1},
    {"soon", 1, -1},
    {"5 to 10 min", 1, -1},
    {"5 parsecs", 1, -1},
    {"2:75", 1, -1},
    {"-5", 1, -1},
};

static void
times_are_read_as_people_write_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(durations) / sizeof(durations[0]); i++) {
		double seconds = 0;
		bool good = duration_parse(
		    durations[i].text, durations[i].unit, &seconds);

		if (good != (durations[i].seconds >= 0))
			print_error("%s\n", durations[i].text);
		assert_int_equal(good, durations[i].seconds >= 0);
		if (good)
			assert_true(seconds >= durations[i].seconds &&
				    seconds <= durations[i].seconds);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_prompt_is_found_by_class_and_text),
	    cmocka_unit_test(other_fields_are_found_by_name),
	    cmocka_unit_test(minutes_say_so),
	    cmocka_unit_test(figures_below_show_that_it_is_a_name),
	    cmocka_unit_test(a_sentence_is_no_name),
	    cmocka_unit_test(an_item_of_a_list_is_no_name_of_it),
	    cmocka_unit_test(numbers_before_a_text_are_known),
	    cmocka_unit_test(times_are_read_as_people_write_them),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("columns", tests, NULL, NULL);
}
