/* SPDX-License-Identifier: MIT */
/* Importing a file: choosing it, its columns, what would become of it, and
 * the import itself. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stage.h"

#include "base/str.h"
#include "screens/import.h"
#include "store/question.h"

enum { BIG_ROWS = 60000, TICKS = 500, FORM_ROWS = 40 };

static const char messy[] = "Nr;Frage;Warum;Runde\n"
			    "1;Why us?;be honest;behavioural\n"
			    "2;Why \"you\"?;same;behavioural\n"
			    "3;Why now?;same;behavioural;more;and more\n";

static void
write_file(const char *name, const char *text)
{
	FILE *to = fopen(name, "w");

	assert_non_null(to);
	assert_true(fputs(text, to) >= 0);
	assert_int_equal(fclose(to), 0);
}

/* More than one tick takes. */
static void
write_big(const char *name)
{
	struct str text = STR_INIT;

	str_add(&text, "prompt\n");
	for (int i = 0; i < BIG_ROWS; i++)
		str_addf(&text, "Is this the question number %d?\n", i);
	write_file(name, text.s);
	str_release(&text);
}

static int
questions(const char *like)
{
	const struct store_filter filter = {.search = like};
	struct err err = {0};
	int n;

	assert_done(
	    store_question_count(stage_store(), &filter, &n, &err), &err);
	return n;
}

static void
choose(const char *name)
{
	stage_open(&home_screen, NULL);
	stage_key('i');
	assert_screen("choose");
	stage_keys(name);
	stage_key('\n');
	assert_screen("import");
}

/* Selects the row of that label. */
static void
row_of(const char *label)
{
	stage_key('g');
	for (int i = 0; i < FORM_ROWS; i++) {
		const char *row = stage_row(stage_caret_row());

		if (strncmp(row + 2, label, strlen(label)) == 0)
			return;
		stage_key('j');
	}
	assert_string_equal(label, "a row of the form");
}

/* Ticks until the run is over. */
static void
wait_over(void)
{
	for (int i = 0; i < TICKS; i++)
		if (stage_sees("Checking") || stage_sees("Importing"))
			stage_sleep_s(0);
	assert_sees_not("Checking");
	assert_sees_not("Importing");
}

static void
folders_stand_first_and_then_what_holds_rows(void **state)
{
	(void)state;
	assert_int_equal(mkdir("zoo", 0700), 0);
	write_file("aaa.md", "");
	write_file("bbb.CSV", "");
	write_file(".hidden.csv", "");
	stage_open(&choose_screen, NULL);
	assert_string_equal(stage_row(4), "  ../");
	assert_string_equal(stage_row(5), "> zoo/");
	assert_string_equal(stage_row(6), "  bbb.CSV");
	assert_string_equal(stage_row(7), "  aaa.md");
	assert_int_equal(stage_role("bbb.CSV"), ROLE_TEXT);
	assert_int_equal(stage_role("aaa.md"), ROLE_DIM);
	assert_sees_not("hidden");
	stage_key('.');
	assert_sees("> .hidden.csv");
}

static void
folders_are_entered_and_left(void **state)
{
	(void)state;
	assert_int_equal(mkdir("zoo", 0700), 0);
	write_file("zoo/bank.csv", "prompt\nWhy?\n");
	stage_open(&home_screen, NULL);
	stage_key('i');
	stage_key('\n');
	assert_sees("> bank.csv");
	stage_key(K_LEFT);
	assert_sees("> zoo/");
	stage_keys("zo");
	stage_key('\n');
	assert_sees("> bank.csv");
	stage_key(K_BACKSPACE);
	stage_keys("zoo/bank.csv");
	stage_key('\n');
	assert_screen("import");
	stage_key(K_ESC);
	assert_screen("choose");
	assert_sees("> bank.csv");
	stage_key('x');
	assert_sees("Nothing here fits.");
	stage_key(K_ESC);
	stage_key(K_ESC);
	assert_screen("home");
}

static void
what_cannot_be_read_is_said(void **state)
{
	(void)state;
	stage_open(&choose_screen, NULL);
	stage_keys("/nowhere/at/all.csv");
	stage_key('\n');
	assert_screen("choose");
	assert_sees("can't be read: No such file");
	stage_key(K_ESC);
	stage_keys("/dev/null");
	stage_key('\n');
	assert_sees("is no file");
}

static void
a_name_does_nothing_to_the_terminal(void **state)
{
	(void)state;
	write_file("x\x1b[31my.csv", "prompt\nWhy?\n");
	stage_open(&choose_screen, NULL);
	assert_null(strchr(stage_text(), '\x1b'));
	stage_keys("y.csv");
	stage_key('\n');
	assert_screen("import");
	assert_null(strchr(stage_text(), '\x1b'));
}

static void
the_messy_file_is_mended_mapped_and_taken(void **state)
{
	(void)state;
	write_file("messy.csv", messy);
	choose("messy");
	wait_over();
	assert_sees("a quote inside a field");
	stage_key('\n');
	assert_sees("it is refused");
	row_of("Lenient");
	stage_key(K_RIGHT);
	wait_over();
	assert_sees(
	    "Enter imports: added 2, updated 0, unchanged 0, skipped 1");
	row_of("prompt");
	assert_string_equal(
	    stage_row(stage_caret_row()), "> prompt      Frage");
	row_of("hint");
	stage_press(K_RIGHT, 3);
	wait_over();
	assert_sees("hint Warum (chosen)");
	assert_sees("problems: see with Tab");
	stage_key('\t');
	assert_sees("line 3");
	assert_sees("line 4");
	assert_int_equal(questions("Why us?"), 0);
	stage_key('\n');
	wait_over();
	assert_sees("Imported: added 2");
	assert_int_equal(questions("Why us?"), 1);
	stage_key('\n');
	assert_screen("bank");
	stage_key('/');
	stage_keys("Why us?");
	assert_sees("1 question ");
}

static void
every_choice_is_followed_by_a_check(void **state)
{
	(void)state;
	write_file("bank.csv", "id|prompt|company\nn-1|Why, me?|xiaomi\n");
	choose("bank.csv");
	assert_sees("Enter imports: added 1");
	row_of("Delimiter");
	assert_sees("Delimiter bars");
	row_of("company");
	stage_key(K_LEFT);
	assert_sees("company prompt (chosen)");
	stage_key('u');
	assert_sees("company company");
	row_of("Header");
	stage_key(' ');
	assert_sees_not("Enter imports");
	stage_key(' ');
	assert_sees("Enter imports: added 1");
	row_of("Skip lines");
	stage_key(K_RIGHT);
	assert_sees_not("Enter imports: added 1");
	stage_key(K_LEFT);
	assert_sees("Enter imports: added 1");
	row_of("Kind");
	stage_key(K_RIGHT);
	assert_sees_not("Enter imports");
	assert_int_equal(questions("Why, me?"), 0);
}

static void
the_bank_shows_what_was_brought_in(void **state)
{
	(void)state;
	write_file("bank.csv", "prompt\nWhich ferry did you miss?\n");
	stage_open(&bank_screen, NULL);
	stage_keys("/missed ferry");
	stage_key('\n');
	assert_sees("No question fits.");
	stage_key(K_ESC);
	stage_key('i');
	assert_screen("choose");
	stage_keys("bank.csv");
	stage_key('\n');
	wait_over();
	stage_key('\n');
	wait_over();
	stage_key(K_ESC);
	assert_screen("bank");
	stage_keys("/ferry");
	stage_key('\n');
	assert_sees("Which ferry did you miss?");
}

/* In the words of the rows, of which the first is at hand. */
static void
a_refusal_names_rows(void **state)
{
	(void)state;
	write_file("quiz.tsv", "tides\t7\tHow would you time a ferry?\n"
			       "tides\t8\tHe says \"too late\": what now?\n");
	choose("quiz.tsv");
	wait_over();
	assert_sees("> Lenient");
	assert_sees("Lenient: yes takes it literally");
	assert_sees("add Header: none, prompt=#3");
	assert_sees_not("--");
	stage_key(K_RIGHT);
	wait_over();
	assert_sees("> Lenient yes");
	assert_sees("add Header: none, prompt=#3");
	assert_sees_not("--");
	write_file("list.txt", "1. Why a ferry?\n2. Say, why now?\n");
	stage_key(K_ESC);
	stage_keys("list.txt");
	stage_key('\n');
	wait_over();
	assert_sees("> Header");
	assert_sees("add Header: none, Delimiter: tabs");
	write_file("cards.csv", "word,meaning\na tide,of the sea\n");
	stage_key(K_ESC);
	stage_keys("cards.csv");
	stage_key('\n');
	wait_over();
	assert_sees("> prompt");
	stage_key(K_RIGHT);
	wait_over();
	assert_sees("Enter imports: added 1");
}

static void
columns_of_one_name_are_told_apart(void **state)
{
	(void)state;
	write_file("twice.csv", "Question,Question\nWhy?,Why the ferry?\n");
	choose("twice.csv");
	wait_over();
	assert_sees("> prompt Question, #2");
	assert_sees("line 1: two columns are named 'Question'");
	assert_sees_not("line 1: line 1");
	stage_key(K_LEFT);
	wait_over();
	assert_sees("> prompt Question, #1 (chosen)");
	assert_sees("Enter imports: added 1");
}

static void
what_is_no_utf8_is_read_as_it_seems(void **state)
{
	(void)state;
	write_file("excel.csv", "Frage;Runde\nWas w\xFCrden Sie tun?;x\n");
	choose("excel.csv");
	wait_over();
	assert_sees("Enter imports: added 1");
	assert_sees("Was würden Sie tun?");
	assert_sees("it is no UTF-8: read as CP1252");
	assert_sees("> id ");
	row_of("Encoding");
	assert_sees("CP1252, as it seems");
	stage_key(K_RIGHT);
	wait_over();
	assert_sees("CP1251 ");
	assert_sees_not("as it seems");
	/* Somebody who wants it so is left alone. */
	stage_press(K_LEFT, 3);
	wait_over();
	assert_sees("UTF-8");
	assert_sees("Encoding: cp1252 would read it as ü");
}

static void
what_is_there_already_is_not_taken_again(void **state)
{
	(void)state;
	write_file("bank.csv", "prompt\nWhy me?\n");
	choose("bank.csv");
	stage_key('\n');
	wait_over();
	stage_key(K_ESC);
	assert_screen("home");
	stage_key('i');
	stage_keys("bank.csv");
	stage_key('\n');
	wait_over();
	assert_sees("added 0, updated 0, unchanged 1");
	stage_key('\n');
	assert_sees("nothing new");
}

/* The one that is there takes them in; no second is opened above it. */
static void
from_the_bank_it_goes_back_to_the_bank(void **state)
{
	(void)state;
	write_file("bank.csv", "prompt\nWhich ferry did you miss?\n");
	stage_open(&home_screen, NULL);
	stage_key('b');
	assert_screen("bank");
	stage_key('i');
	stage_keys("bank.csv");
	stage_key('\n');
	wait_over();
	stage_key('\n');
	wait_over();
	stage_key('\n');
	assert_screen("bank");
	stage_keys("/ferry did");
	stage_key('\n');
	assert_sees("Which ferry did you miss?");
	stage_key(K_ESC);
	stage_key(K_ESC);
	assert_screen("home");
}

static void
a_long_check_tells_how_far_it_is_and_is_stopped(void **state)
{
	(void)state;
	write_big("big.csv");
	choose("big.csv");
	assert_sees("Checking ...");
	stage_sleep_s(1);
	assert_sees(" %, ");
	assert_sees("Esc stops");
	stage_key(K_ESC);
	assert_sees("Stopped; nothing was changed");
	stage_wait_s(1);
	assert_sees("Stopped; nothing was changed");
	stage_key('\n');
	wait_over();
	assert_sees("> id");
	assert_sees("Enter imports: added 60000");
	assert_int_equal(questions("this the question"), 0);
}

static void
an_import_that_is_stopped_leaves_nothing(void **state)
{
	struct err err = {0};

	(void)state;
	write_big("big.csv");
	choose("big.csv");
	wait_over();
	stage_key('\n');
	assert_sees("Importing");
	stage_key('\n');
	stage_key(K_ESC);
	assert_sees("Stopped; nothing was changed");
	assert_int_equal(questions("this the question"), 0);
	assert_done(store_begin(stage_store(), &err), &err);
	store_rollback(stage_store());
	stage_key('\n');
	wait_over();
	stage_key('\n');
	stage_kill();
	assert_int_equal(questions("this the question"), 0);
}

static void
many_rows_come_with_a_way_back(void **state)
{
	(void)state;
	write_big("big.csv");
	choose("big.csv");
	wait_over();
	stage_key('\n');
	wait_over();
	assert_sees("Imported: added 60000");
	assert_sees("rehearse restore");
	assert_int_equal(questions("this the question"), BIG_ROWS);
}

static void
a_suspended_program_holds_no_transaction(void **state)
{
	struct err err = {0};

	(void)state;
	write_big("big.csv");
	choose("big.csv");
	assert_sees("Checking");
	stage_suspend_s(5);
	assert_sees("Stopped");
	assert_done(store_begin(stage_store(), &err), &err);
	store_rollback(stage_store());
}

static void
a_click_changes_but_never_imports(void **state)
{
	(void)state;
	write_file("bank.csv", "id,prompt\nn-1,Why me?\n");
	choose("bank.csv");
	stage_click_on("company");
	stage_click_on("company");
	assert_sees("company id (chosen)");
	assert_int_equal(questions("Why me?"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_STAGE(folders_stand_first_and_then_what_holds_rows),
	    ON_STAGE(folders_are_entered_and_left),
	    ON_STAGE(what_cannot_be_read_is_said),
	    ON_STAGE(a_name_does_nothing_to_the_terminal),
	    ON_STAGE(the_messy_file_is_mended_mapped_and_taken),
	    ON_STAGE(every_choice_is_followed_by_a_check),
	    ON_STAGE(the_bank_shows_what_was_brought_in),
	    ON_STAGE(a_refusal_names_rows),
	    ON_STAGE(columns_of_one_name_are_told_apart),
	    ON_STAGE(what_is_no_utf8_is_read_as_it_seems),
	    ON_STAGE(what_is_there_already_is_not_taken_again),
	    ON_STAGE(from_the_bank_it_goes_back_to_the_bank),
	    ON_STAGE(a_long_check_tells_how_far_it_is_and_is_stopped),
	    ON_STAGE(an_import_that_is_stopped_leaves_nothing),
	    ON_STAGE(many_rows_come_with_a_way_back),
	    ON_STAGE(a_suspended_program_holds_no_transaction),
	    ON_STAGE(a_click_changes_but_never_imports),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
