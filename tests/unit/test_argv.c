/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/argv.h"
#include "base/str.h"

/* The words of a command, each in brackets; owned. */
static char *
words_of(const struct argv *argv)
{
	struct str words = STR_INIT;

	for (size_t i = 0; i < argv->n; i++)
		str_addf(&words, "[%s]", argv->words[i]);
	assert_null(argv->words[argv->n]);
	return str_detach(&words);
}

static void
assert_split(const char *command, const char *expected)
{
	struct err err = {0};
	struct argv argv;

	assert_int_equal(argv_split(command, &argv, &err), 0);
	char *words = words_of(&argv);

	assert_string_equal(words, expected);
	free(words);
	argv_release(&argv);
}

static void
assert_refused(const char *command, const char *reason)
{
	struct err err = {0};
	struct argv argv;

	assert_int_equal(argv_split(command, &argv, &err), -1);
	assert_non_null(strstr(err.text, reason));
	assert_null(argv.words);
}

static void
blanks_part_words(void **state)
{
	(void)state;
	assert_split("arecord", "[arecord]");
	assert_split(" sox  -q\t-d ", "[sox][-q][-d]");
}

static void
quotes_keep_blanks(void **state)
{
	(void)state;
	assert_split("say -v 'Ting Ting' x", "[say][-v][Ting Ting][x]");
	assert_split("a \"it's\" b", "[a][it's][b]");
	assert_split("a --x='b c'd", "[a][--x=b cd]");
	assert_split("a ''", "[a][]");
}

static void
nothing_else_means_anything(void **state)
{
	(void)state;
	assert_split("a $HOME `b` ; c | d > e \\ *",
	    "[a][$HOME][`b`][;][c][|][d][>][e][\\][*]");
}

static void
what_is_no_command_is_refused(void **state)
{
	(void)state;
	assert_refused("say 'hello", "has no end");
	assert_refused("say \"it's", "has no end");
	assert_refused("", "names no program");
	assert_refused("  \t", "names no program");
	assert_refused("'' x", "names no program");
}

static void
assert_filled(const char *command, const char *text, const char *expected)
{
	struct err err = {0};
	struct argv argv;

	assert_int_equal(argv_split(command, &argv, &err), 0);
	argv_fill(&argv, "{file}", text);
	char *words = words_of(&argv);

	assert_string_equal(words, expected);
	free(words);
	argv_release(&argv);
}

static void
a_mark_is_replaced_in_a_word(void **state)
{
	(void)state;
	assert_filled("rec {file} -q", "/a b.wav", "[rec][/a b.wav][-q]");
	assert_filled("rec of={file},{file}.x", "y", "[rec][of=y,y.x]");
	assert_filled("rec '{file}'", "$(z) 'q'", "[rec][$(z) 'q']");
	assert_filled("rec {text}", "y", "[rec][{text}][y]");
}

static void
what_is_put_in_is_not_looked_at_again(void **state)
{
	(void)state;
	assert_filled("rec {file}", "{file}{file}", "[rec][{file}{file}]");
}

static void
without_a_mark_it_comes_last(void **state)
{
	(void)state;
	assert_filled("aplay", "a.wav", "[aplay][a.wav]");
	assert_filled("{file} x", "a.wav", "[{file}][x][a.wav]");
}

/* A question from a file of somebody else's must not become an option. */
static void
a_text_is_no_option(void **state)
{
	(void)state;
	assert_filled("say {file}", "-f /etc/passwd", "[say][ -f /etc/passwd]");
	assert_filled("say", "--out=x", "[say][ --out=x]");
	assert_filled("say -t={file}", "-x", "[say][-t=-x]");
}

static void
a_program_is_looked_for_in_the_path(void **state)
{
	(void)state;
	setenv("PATH", "/nowhere:/bin:/usr/bin", 1);
	assert_true(argv_found("sh"));
	assert_true(argv_found("/bin/sh"));
	assert_false(argv_found("no-such-program"));
	assert_false(argv_found("/bin"));
	assert_false(argv_found("/bin/no-such-program"));
	setenv("PATH", "/nowhere", 1);
	assert_false(argv_found("sh"));
	unsetenv("PATH");
	assert_false(argv_found("sh"));
}

static void
assert_quoted(const char *word, const char *quoted)
{
	struct str out = STR_INIT;

	argv_quote(&out, word);
	assert_string_equal(out.s, quoted);
	str_release(&out);
}

static void
words_are_quoted_for_a_shell(void **state)
{
	(void)state;
	assert_quoted("/home/me/re_hearse-1.db", "/home/me/re_hearse-1.db");
	assert_quoted("", "''");
	assert_quoted("a b", "'a b'");
	assert_quoted("it's", "'it'\\''s'");
	assert_quoted("~/x", "'~/x'");
	assert_quoted("$(x)`\\", "'$(x)`\\'");
	assert_quoted("é", "'é'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_are_quoted_for_a_shell),
	    cmocka_unit_test(blanks_part_words),
	    cmocka_unit_test(quotes_keep_blanks),
	    cmocka_unit_test(nothing_else_means_anything),
	    cmocka_unit_test(what_is_no_command_is_refused),
	    cmocka_unit_test(a_mark_is_replaced_in_a_word),
	    cmocka_unit_test(what_is_put_in_is_not_looked_at_again),
	    cmocka_unit_test(without_a_mark_it_comes_last),
	    cmocka_unit_test(a_text_is_no_option),
	    cmocka_unit_test(a_program_is_looked_for_in_the_path),
	};

	return cmocka_run_group_tests_name("argv", tests, NULL, NULL);
}
