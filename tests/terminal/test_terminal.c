/* SPDX-License-Identifier: MIT */
/* Terminals that will not do, plain ones, and ones that change their size. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

enum { USAGE = 2 };

static void
assert_one_line_that_helps(const struct str *text)
{
	assert_non_null(strstr(text->s, "--plain"));
	assert_ptr_equal(strchr(text->s, '\n'), text->s + text->len - 1);
	assert_null(strchr(text->s, '\033'));
}

/* Nothing reaches the terminal, nor what stands in for it, and standard error
 * gets one line. */
static void
is_refused(const struct place *place, struct vt_options options)
{
	struct path err = place_path(place, "err");
	struct str said;

	options.call.arguments = LIST("practice", "--question", ROUND_QUESTION);
	options.call.err = err.s;
	struct vt *vt = vt_open(place, &options);

	assert_int_equal(vt_end(vt), USAGE);
	assert_int_equal(vt_log(vt)->len, 0);
	assert_true(vt_is_given_back(vt));
	said = place_read(err.s);
	assert_one_line_that_helps(&said);
	str_release(&said);
	if (options.call.out == NULL)
		return;
	said = place_read(options.call.out);
	assert_int_equal(said.len, 0);
	str_release(&said);
}

static void
a_terminal_type_that_will_not_do_is_refused(void **state)
{
	static const char *const types[] = {
	    "TERM", "TERM=", "TERM=dumb", "TERM=unheard-of"};

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		is_refused(*state,
		    (struct vt_options){.call.changes = LIST(types[i])});
}

static void
a_type_can_not_act_on_the_terminal(void **state)
{
	is_refused(*state,
	    (struct vt_options){
		.call.changes = LIST("TERM=evil\033]0;titled\007\033[2J")});
}

static void
what_is_no_terminal_is_refused(void **state)
{
	struct path out = place_path(*state, "out");

	is_refused(*state, (struct vt_options){.call.in = "/dev/null"});
	is_refused(*state, (struct vt_options){.call.out = out.s});
	is_refused(*state,
	    (struct vt_options){.call.in = "/dev/null", .call.out = out.s});
}

static void
assert_ascii(const struct str *text)
{
	for (size_t i = 0; i < text->len; i++)
		assert_in_range(text->s[i], 0, '\x7f');
}

static void
show_in_ascii(const struct place *place, struct vt_options options)
{
	options.call.arguments =
	    LIST("practice", "--question", ROUND_QUESTION, "--think", "0");
	struct vt *vt = vt_open(place, &options);

	vt_await(vt, "What did you launch?");
	vt_await(vt, " left");
	vt_type(vt, "grew 增长 é – “12 %”.");
	vt_await(vt, "grew ?? ? - \"12 %\".");
	vt_await(vt, "----------");
	round_rate(vt, "4534");
	round_leave(vt);
	assert_ascii(vt_log(vt));
	assert_sql(place, ANSWER_TEXT, "grew 增长 é – “12 %”.");
}

static void
without_utf8_nothing_but_ascii_is_shown(void **state)
{
	show_in_ascii(
	    *state, (struct vt_options){.call.changes = LIST("LANG=C")});
}

static void
a_review_without_utf8_is_ascii_too(void **state)
{
	struct vt *vt = round_begin(*state, "90");
	const struct vt_options options = {
	    .call = {.arguments = LIST("review"), .changes = LIST("LANG=C")},
	};

	round_rate(vt, "4534");
	round_leave(vt);
	vt = vt_open(*state, &options);
	vt_await(vt, "Review: your signals");
	vt_type(vt, ENTER);
	vt_await(vt, "too few sessions for a trend");
	vt_await(vt, "3.5+ - - - - -");
	vt_await(vt, "@");
	vt_type(vt, "qq");
	assert_int_equal(vt_end(vt), 0);
	assert_ascii(vt_log(vt));
}

static void
a_terminal_too_small_says_what_it_needs(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	round_say(vt, "Kept while small");
	vt_resize(vt, 11, 80);
	vt_await(vt, "needs 40x12, has 80x11");
	vt_resize(vt, 12, 39);
	vt_await(vt, "needs 40x12, has 39x12");
	vt_type(vt, " and typed blindly");
	vt_resize(vt, 12, 40);
	vt_await(vt, "Kept while small and typed blindly");
	vt_await(vt, " left");
	vt_resize(vt, VT_ROWS, VT_COLS);
	vt_await(vt, "Ctrl-D done  Esc stop");
	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "Kept while small and typed blindly");
}

/* Started small, too. */
static void
it_starts_at_any_size(void **state)
{
	static const int sizes[][2] = {{1, 1}, {2, 200}, {11, 39}, {60, 2}};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		const struct vt_options options = {
		    .call.arguments = LIST(NULL),
		    .rows = sizes[i][0],
		    .cols = sizes[i][1],
		};
		struct vt *vt = vt_open(*state, &options);

		vt_await_that(vt, vt_takes_pastes);
		vt_resize(vt, VT_ROWS, VT_COLS);
		vt_await(vt, "? shows every key");
		vt_type(vt, "q");
		assert_int_equal(vt_end(vt), 0);
	}
}

static void
a_storm_of_sizes_costs_nothing(void **state)
{
	struct vt *vt = round_begin(*state, "90");
	int64_t begun = vt_now_ms();

	round_say(vt, "Steady 增长");
	for (int i = 0; i < 300; i++) {
		/* From 1 x 1 to 60 x 200, both ways, with keys in between. */
		vt_resize(vt, 1 + i * 37 % 60, 1 + i * 91 % 200);
		if (i % 60 == 0)
			vt_type(vt, ".");
		if (i % 3 == 0)
			vt_pass(vt, 1);
	}
	vt_resize(vt, VT_ROWS, VT_COLS);
	vt_await(vt, "Steady 增长.....");
	vt_await_caret(vt, ROUND_TEXT_ROW, (int)strlen("Steady 1234....."));
	vt_await(vt, "Ctrl-D done  Esc stop");
	round_await_clock(vt, 90 - (int)((vt_now_ms() - begun) / 1000));
	int64_t least_ms = vt_now_ms() - begun;

	round_rate(vt, "4534");
	round_leave(vt);
	assert_sql(*state, ANSWER_TEXT, "Steady 增长.....");
	assert_at_least(*state, "SELECT 1000 * answer_s FROM answer", least_ms);
	assert_sql(*state, "SELECT paused_s FROM answer", "0.0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_terminal_type_that_will_not_do_is_refused),
	    IN_ROUND(a_type_can_not_act_on_the_terminal),
	    IN_ROUND(what_is_no_terminal_is_refused),
	    IN_ROUND(without_utf8_nothing_but_ascii_is_shown),
	    IN_ROUND(a_review_without_utf8_is_ascii_too),
	    IN_ROUND(a_terminal_too_small_says_what_it_needs),
	    IN_ROUND(it_starts_at_any_size),
	    IN_ROUND(a_storm_of_sizes_costs_nothing),
	};

	return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
