/* SPDX-License-Identifier: MIT */
/* Pasted and mistyped bytes: text, whatever they are, and valid UTF-8. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "round.h"

enum { ANSWER_MOST = 1 << 20 }; /* bytes of an answer */

static void
end_round(struct vt *vt)
{
	round_rate(vt, "4534");
	round_leave(vt);
}

static void
assert_answer(const struct place *place, const char *text)
{
	char *answer = place_sql(place, ANSWER_TEXT);

	assert_non_null(answer);
	assert_true(utf8_valid(answer, strlen(answer), NULL));
	assert_string_equal(answer, text);
	free(answer);
}

/* `n` bytes of lines, each with its number and characters of all lengths; the
 * last ones are a mark.  Free it. */
static char *
long_text(size_t n)
{
	static const char mark[] = "THE END";
	struct str text = STR_INIT;

	for (int i = 0; text.len < n; i++)
		str_addf(&text, "%d grew 增长 🙂 é\n", i);
	for (str_cut(&text, n - strlen(mark));
	     !utf8_valid(text.s, text.len, NULL);)
		str_cut(&text, text.len - 1);
	while (text.len < n - strlen(mark))
		str_ch(&text, '-');
	str_add(&text, mark);
	return str_detach(&text);
}

static void
a_megabyte_is_kept_whole(void **state)
{
	char *text = long_text(ANSWER_MOST);
	struct vt *vt = round_begin(*state, "90");

	vt_paste(vt, text, ANSWER_MOST);
	vt_await(vt, "THE END");
	assert_null(strstr(vt_screen(vt), "left out"));
	end_round(vt);
	assert_answer(*state, text);
	free(text);
}

static void
more_than_that_is_cut_and_told(void **state)
{
	char *text = long_text(ANSWER_MOST + 2);
	struct vt *vt = round_begin(*state, "90");

	vt_paste(vt, text, ANSWER_MOST + 2);
	vt_await(vt, "the rest of the paste was left out");
	vt_await(vt, "THE E");
	end_round(vt);
	text[ANSWER_MOST] = '\0';
	assert_answer(*state, text);
	free(text);
}

/* No key of the screen acts, and no control character gets to the terminal or
 * out of the text. */
static void
keys_in_a_paste_are_text(void **state)
{
	static const char keys[] =
	    "one" CTRL_D "two" CTRL_C "three" CTRL_Z "four" ESC "OS" ESC
	    "s\b\x7f\t" CTRL_G "five\r\nsix\rseven\n";
	struct vt *vt = round_begin(*state, "90");

	vt_paste(vt, keys, sizeof(keys) - 1);
	vt_await(vt, "seven");
	vt_await(vt, " left");
	assert_false(vt_was_rung_or_titled(vt));
	end_round(vt);
	assert_answer(*state,
	    "one" CTRL_D "two" CTRL_C "three" CTRL_Z "four" ESC "OS" ESC
	    "s\b\x7f\t" CTRL_G "five\nsix\nseven\n");
}

static void
a_paste_rates_nothing(void **state)
{
	static const char keys[] = "4534y\r\r\r";
	struct vt *vt = round_begin(*state, "90");

	vt_type(vt, "Said." CTRL_D);
	vt_await(vt, ROUND_ASKS_OVERALL);
	vt_paste(vt, keys, sizeof(keys) - 1);
	vt_type(vt, ENTER);
	vt_await(vt, "> -  Situation");
	vt_paste(vt, keys, sizeof(keys) - 1);
	vt_type(vt, "5");
	vt_await(vt, "> -  Task");
	vt_await(vt, "5  Situation");
	vt_await(vt, "-  Action");
	assert_sql(*state, "SELECT count(*) FROM answer", "0");
}

/* What stands behind it are keys, as no program can know better; the end that
 * then comes from the terminal is no text. */
static void
an_end_within_a_paste_ends_it(void **state)
{
	static const char text[] = "before" ESC "[201~ behind";
	struct vt *vt = round_begin(*state, "90");

	vt_paste(vt, text, sizeof(text) - 1);
	vt_await(vt, "before behind");
	round_say(vt, " typed");
	end_round(vt);
	assert_answer(*state, "before behind typed");
}

static void
a_start_within_a_paste_is_text(void **state)
{
	static const char text[] = "before" ESC "[200~behind" ESC "[20";
	struct vt *vt = round_begin(*state, "90");

	vt_paste(vt, text, sizeof(text) - 1);
	vt_await(vt, "behind");
	end_round(vt);
	assert_answer(*state, text);
}

static void
wrong_bytes_become_replacement_characters(void **state)
{
	/* Alone, cut short, a surrogate, too long, beyond the last plane. */
	static const char typed[] = "a\xff"
				    "b\xe4\xb8"
				    "c\xed\xa0\x80"
				    "d\xc0\xaf"
				    "e\xf4\x90\x80\x80"
				    "f";
	struct vt *vt = round_begin(*state, "90");

	vt_send(vt, typed, sizeof(typed) - 1);
	vt_await(vt, "f");
	vt_type(vt, " ");
	vt_paste(vt, "p\xfeq", 3);
	vt_await(vt, "p\ufffdq");
	end_round(vt);
	char *answer = place_sql(*state, ANSWER_TEXT);

	assert_non_null(answer);
	assert_true(utf8_valid(answer, strlen(answer), NULL));
	for (const char *letter = "bcdefq"; *letter != '\0'; letter++) {
		const char *at = strchr(answer, *letter);

		assert_true(at != NULL && at - answer >= 3);
		assert_memory_equal(at - 3, "\ufffd", 3);
	}
	free(answer);
}

/* A paste comes in pieces, and so may a character. */
static void
pieces_are_put_together(void **state)
{
	static const char text[] =
	    ESC "[200~增长 🙂" ESC "[201~增长 🙂" ESC "OD.";
	struct vt *vt = round_begin(*state, "90");

	for (size_t i = 0; i < sizeof(text) - 1; i++) {
		vt_send(vt, text + i, 1);
		vt_pass(vt, 1);
	}
	vt_await(vt, "增长 🙂增长 .🙂");
	end_round(vt);
	assert_answer(*state, "增长 🙂增长 .🙂");
}

static void
a_pause_takes_no_text(void **state)
{
	struct vt *vt = round_begin(*state, "90");

	round_say(vt, "Before.");
	vt_type(vt, ESC "p");
	vt_await(vt, "paused");
	vt_paste(vt, " Pasted.", strlen(" Pasted."));
	vt_type(vt, "typed");
	vt_await(vt, "paused; F2 or Alt-P goes on");
	vt_type(vt, ESC "p");
	vt_await(vt, " left");
	round_say(vt, " After.");
	end_round(vt);
	assert_answer(*state, "Before. After.");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_megabyte_is_kept_whole),
	    IN_ROUND(more_than_that_is_cut_and_told),
	    IN_ROUND(keys_in_a_paste_are_text),
	    IN_ROUND(a_paste_rates_nothing),
	    IN_ROUND(an_end_within_a_paste_ends_it),
	    IN_ROUND(a_start_within_a_paste_is_text),
	    IN_ROUND(wrong_bytes_become_replacement_characters),
	    IN_ROUND(pieces_are_put_together),
	    IN_ROUND(a_pause_takes_no_text),
	};

	return cmocka_run_group_tests_name("paste", tests, NULL, NULL);
}
