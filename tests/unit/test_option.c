/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#include "base/option.h"
#include "base/str.h"

enum { JSON, SINCE, SKIP_LINES, DB, HELP };

static const struct option_spec command_options[] = {
    {"json", NULL, "write JSON", JSON},
    {"since", "DATE", "from this day on", SINCE},
    {"skip-lines", "N", "pass over N lines first", SKIP_LINES},
    {0},
};

static const struct option_spec common_options[] = {
    {"db", "FILE", "the database", DB},
    {"help", NULL, "show this help", HELP},
    {0},
};

static const struct option_spec *const tables[] = {
    command_options,
    common_options,
    NULL,
};

static int
note_option(void *arg, int id, const char *value, struct err *err)
{
	if (value != NULL && strcmp(value, "bad") == 0)
		return fail(err, "bad value");
	str_addf(arg, "%d%s%s ", id, value != NULL ? "=" : "",
	    value != NULL ? value : "");
	return 0;
}

/* A command line from words; getopt_long() permutes it. */
struct line {
	char words[8][32];
	char *argv[9];
	int argc;
};

static void
fill_line(struct line *line, const char *const *words)
{
	*line = (struct line){0};
	for (; *words != NULL; words++) {
		snprintf(line->words[line->argc],
		    sizeof(line->words[line->argc]), "%s", *words);
		line->argv[line->argc] = line->words[line->argc];
		line->argc++;
	}
}

static void
assert_parses(
    const char *const *words, const char *options, const char *operands)
{
	struct str seen = STR_INIT, rest = STR_INIT;
	struct line line;
	struct err err = {0};
	int first = -1;

	fill_line(&line, words);
	assert_int_equal(option_parse(line.argc, line.argv, tables, note_option,
			     &seen, &first, &err),
	    0);
	assert_string_equal(seen.s, options);
	for (int i = first; i < line.argc; i++)
		str_addf(&rest, "%s ", line.argv[i]);
	assert_string_equal(rest.s, operands);
	str_release(&seen);
	str_release(&rest);
}

#define ASSERT_PARSES(options, operands, ...)                                  \
	assert_parses(                                                         \
	    (const char *const[]){"rehearse list", __VA_ARGS__, NULL},         \
	    options, operands)

static void
assert_refuses(
    const char *const *words, enum err_status status, const char *message)
{
	struct str seen = STR_INIT;
	struct line line;
	struct err err = {0};
	int first = -1;

	fill_line(&line, words);
	assert_int_equal(option_parse(line.argc, line.argv, tables, note_option,
			     &seen, &first, &err),
	    -1);
	assert_int_equal(err.status, status);
	assert_string_equal(err.text, message);
	assert_int_equal(first, -1);
	str_release(&seen);
}

#define ASSERT_REFUSES(message, ...)                                           \
	assert_refuses(                                                        \
	    (const char *const[]){"rehearse list", __VA_ARGS__, NULL},         \
	    ERR_USAGE, message)

static void
flags_and_values_of_every_table_are_taken(void **state)
{
	(void)state;
	ASSERT_PARSES("0 1=2026-11-20 3=x.db ", "", "--json",
	    "--since=2026-11-20", "--db", "x.db");
	ASSERT_PARSES("1= ", "", "--since=");
	assert_parses((const char *const[]){"rehearse", NULL}, "", "");
}

static void
options_and_operands_may_mix(void **state)
{
	(void)state;
	ASSERT_PARSES("0 3=x ", "a b - ", "a", "--json", "b", "--db", "x", "-");
}

static void
two_dashes_end_the_options(void **state)
{
	(void)state;
	ASSERT_PARSES("0 ", "--db a ", "--json", "--", "--db", "a");
}

static void
an_unmistakable_beginning_is_enough(void **state)
{
	(void)state;
	ASSERT_PARSES("0 1=x ", "", "--js", "--si", "x");
}

static void
a_mistakable_one_is_refused_with_what_it_may_be(void **state)
{
	(void)state;
	ASSERT_REFUSES("--s may be --since or --skip-lines; "
		       "see `rehearse list --help`",
	    "--s=x");
}

static void
unknown_options_are_refused(void **state)
{
	(void)state;
	ASSERT_REFUSES("unknown option --jason; see `rehearse list --help`",
	    "a", "--jason=1", "b");
	ASSERT_REFUSES(
	    "unknown option -j; see `rehearse list --help`", "-json");
}

static void
a_missing_value_is_asked_for(void **state)
{
	(void)state;
	ASSERT_REFUSES("--since needs a value, DATE; "
		       "see `rehearse list --help`",
	    "--json", "--since");
}

static void
a_flag_takes_no_value(void **state)
{
	(void)state;
	ASSERT_REFUSES(
	    "--json takes no value; see `rehearse list --help`", "--json=yes");
}

static void
the_callback_can_refuse(void **state)
{
	(void)state;
	assert_refuses((const char *const[]){"x", "--db=bad", "--json", NULL},
	    ERR_FAILED, "bad value");
}

static void
help_is_aligned(void **state)
{
	char *text;
	size_t n;
	FILE *to = open_memstream(&text, &n);

	(void)state;
	option_help(to, command_options);
	fclose(to);
	assert_string_equal(text,
	    "  --json          write JSON\n"
	    "  --since DATE    from this day on\n"
	    "  --skip-lines N  pass over N lines first\n");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(flags_and_values_of_every_table_are_taken),
	    cmocka_unit_test(options_and_operands_may_mix),
	    cmocka_unit_test(two_dashes_end_the_options),
	    cmocka_unit_test(an_unmistakable_beginning_is_enough),
	    cmocka_unit_test(a_mistakable_one_is_refused_with_what_it_may_be),
	    cmocka_unit_test(unknown_options_are_refused),
	    cmocka_unit_test(a_missing_value_is_asked_for),
	    cmocka_unit_test(a_flag_takes_no_value),
	    cmocka_unit_test(the_callback_can_refuse),
	    cmocka_unit_test(help_is_aligned),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("option", tests, NULL, NULL);
}
