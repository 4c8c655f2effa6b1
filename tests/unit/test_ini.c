/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "unit.h"

#include "base/ini.h"
#include "base/str.h"

static int
note_setting(
    void *arg, const char *key, const char *value, int line, struct err *err)
{
	if (strcmp(key, "bad") == 0)
		return fail(err, "bad on line %d", line);
	str_addf(arg, "%d:%s=%s\n", line, key, value);
	return 0;
}

static void
assert_reads(const char *ini, const char *settings)
{
	struct str seen = STR_INIT;
	struct err err;

	assert_int_equal(
	    ini_read("config", ini, strlen(ini), note_setting, &seen, &err), 0);
	assert_string_equal(seen.s, settings);
	str_release(&seen);
}

static void
assert_refuses_n(
    const char *ini, size_t n, const char *settings, const char *message)
{
	struct str seen = STR_INIT;
	struct err err = {0};

	assert_int_equal(
	    ini_read("config", ini, n, note_setting, &seen, &err), -1);
	assert_string_equal(seen.s, settings);
	assert_string_equal(err.text, message);
	str_release(&seen);
}

static void
assert_refuses(const char *ini, const char *settings, const char *message)
{
	assert_refuses_n(ini, strlen(ini), settings, message);
}

static void
settings_are_read_in_order(void **state)
{
	(void)state;
	assert_reads("db = /tmp/x\n\tlevel=E5  \nlast = one two",
	    "1:db=/tmp/x\n2:level=E5\n3:last=one two\n");
	assert_reads("", "");
}

static void
sections_prefix_the_key(void **state)
{
	(void)state;
	assert_reads("a = 1\n[keys]\nquit = q\nhelp = ?\n[ theme ]\nx = y\n",
	    "1:a=1\n3:keys.quit=q\n4:keys.help=?\n6:theme.x=y\n");
	assert_reads("[keys]\na = 1\n[]\nb = 2\n", "2:keys.a=1\n4:b=2\n");
}

static void
comments_and_blank_lines_are_passed_over(void **state)
{
	(void)state;
	assert_reads(
	    "# one\n\n  ; two\n \t \na = 1 # kept\n", "5:a=1 # kept\n");
}

static void
values_may_be_empty_and_hold_equals_signs(void **state)
{
	(void)state;
	assert_reads("a =\nb = x=y\n", "1:a=\n2:b=x=y\n");
}

static void
windows_files_are_read(void **state)
{
	(void)state;
	assert_reads("\xEF\xBB\xBF[k]\r\na = 1\r\n", "2:k.a=1\n");
}

static void
other_lines_are_refused_by_number(void **state)
{
	(void)state;
	assert_refuses("a = 1\nwhat\n", "1:a=1\n",
	    "config, line 2: this is no `key = value`");
	assert_refuses("= 1\n", "", "config, line 1: this is no `key = value`");
	assert_refuses("\n[keys\n", "",
	    "config, line 2: a section begins with [ and ends with ]");
	assert_refuses(
	    "[", "", "config, line 1: a section begins with [ and ends with ]");
}

static void
what_is_not_utf8_is_refused(void **state)
{
	(void)state;
	assert_refuses(
	    "a = caf\xE9\n", "", "config, line 1: this is not UTF-8 text");
	assert_refuses_n(
	    "a = b\0c", 7, "", "config, line 1: this is not UTF-8 text");
}

static void
the_callback_can_refuse(void **state)
{
	(void)state;
	assert_refuses("a = 1\nbad = 2\nc = 3\n", "1:a=1\n", "bad on line 2");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(settings_are_read_in_order),
	    cmocka_unit_test(sections_prefix_the_key),
	    cmocka_unit_test(comments_and_blank_lines_are_passed_over),
	    cmocka_unit_test(values_may_be_empty_and_hold_equals_signs),
	    cmocka_unit_test(windows_files_are_read),
	    cmocka_unit_test(other_lines_are_refused_by_number),
	    cmocka_unit_test(what_is_not_utf8_is_refused),
	    cmocka_unit_test(the_callback_can_refuse),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("ini", tests, NULL, NULL);
}
