/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "unit.h"
#include "lexicon_fixture.h"
#include "store_fixture.h"

#include "store/lexicon.h"

static void
assert_finds(const struct fixture *fixture, const char *company,
    enum phrase_kind kind, const char *text, const char *words)
{
	const struct lexicon *lexicon;
	struct err err = {0};
	char *found;

	assert_done(
	    store_lexicon(fixture->store, company, &lexicon, &err), &err);
	found = found_words(lexicon, kind, text);
	assert_string_equal(found, words);
	free(found);
}

static void
the_built_in_phrases_are_loaded(void **state)
{
	assert_finds(*state, NULL, FINDING_OWNERSHIP, "I led it", "I led");
	assert_finds(*state, NULL, FINDING_HEDGE, "也许", "也许");
}

static void
the_users_own_phrases_count(void **state)
{
	const struct fixture *fixture = *state;

	assert_finds(fixture, NULL, FINDING_OWNERSHIP, "I outdid", "");
	fixture_import(fixture->store, "lexicon",
	    "kind,language,phrase,why\r\n"
	    "ownership,en,outdid,\r\n"
	    "filler,en,so to say,Says nothing\r\n");
	assert_finds(fixture, NULL, FINDING_OWNERSHIP, "I outdid", "I outdid");
	assert_finds(
	    fixture, NULL, FINDING_FILLER, "so to say, late", "so to say");
}

static void
why_is_the_rows(void **state)
{
	const struct fixture *fixture = *state;
	const struct lexicon *lexicon;
	struct analysis analysis;
	struct err err = {0};

	fixture_import(fixture->store, "lexicon",
	    "kind,language,phrase,why\r\nfiller,en,so to say,Leave it out\r\n");
	assert_done(store_lexicon(fixture->store, NULL, &lexicon, &err), &err);
	analyse(&analysis, "so to say", 9, lexicon, NULL);
	assert_int_equal(analysis.n, 1);
	assert_string_equal(analysis.findings[0].why, "Leave it out");
	analysis_release(&analysis);
}

static void
products_are_those_of_the_company_asked_for(void **state)
{
	const char *text = "Mi Home and WeChat";

	assert_finds(*state, "xiaomi", FINDING_ECOSYSTEM, text, "Mi Home");
	assert_finds(*state, "tencent", FINDING_ECOSYSTEM, text, "WeChat");
	assert_finds(*state, "any", FINDING_ECOSYSTEM, text, "");
	assert_finds(*state, "nobody", FINDING_ECOSYSTEM, text, "");
	assert_finds(*state, NULL, FINDING_ECOSYSTEM, text, "");
}

static void
the_lexicon_is_kept_until_another_is_needed(void **state)
{
	const struct fixture *fixture = *state;
	const struct lexicon *first, *again;
	struct err err = {0};

	assert_done(
	    store_lexicon(fixture->store, "xiaomi", &first, &err), &err);
	assert_done(
	    store_lexicon(fixture->store, "xiaomi", &again, &err), &err);
	assert_ptr_equal(first, again);
	assert_finds(fixture, "tencent", FINDING_ECOSYSTEM, "Mi Home", "");
}

static void
a_company_that_changes_is_read_anew(void **state)
{
	const struct fixture *fixture = *state;

	assert_finds(fixture, "xiaomi", FINDING_ECOSYSTEM, "Mi Flute", "");
	fixture_import(fixture->store, "companies",
	    "company,label,tier,ecosystem,profile\r\n"
	    "xiaomi,Xiaomi,,Mi Flute,\r\n");
	assert_finds(
	    fixture, "xiaomi", FINDING_ECOSYSTEM, "Mi Flute", "Mi Flute");
}

static void
a_measured_result_is_found(void **state)
{
	const struct fixture *fixture = *state;
	struct err err = {0};
	char *figure;

	assert_done(
	    store_find_metric(fixture->store, "xiaomi",
		"In two weeks conversion rose from 3 % to 5 %.", &figure, &err),
	    &err);
	assert_string_equal(figure, "from 3 % to 5 %");
	free(figure);
	assert_done(store_find_metric(
			fixture->store, "", "Conversion rose.", &figure, &err),
	    &err);
	assert_null(figure);
}

#define ON_BUILT_IN(test)                                                      \
	cmocka_unit_test_setup_teardown(                                       \
	    test, fixture_set_up_built_in, fixture_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_BUILT_IN(the_built_in_phrases_are_loaded),
	    ON_BUILT_IN(the_users_own_phrases_count),
	    ON_BUILT_IN(why_is_the_rows),
	    ON_BUILT_IN(products_are_those_of_the_company_asked_for),
	    ON_BUILT_IN(the_lexicon_is_kept_until_another_is_needed),
	    ON_BUILT_IN(a_company_that_changes_is_read_anew),
	    ON_BUILT_IN(a_measured_result_is_found),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("lexicon store", tests, NULL, NULL);
}
