/* SPDX-License-Identifier: MIT */
/* A file is imported at the terminal: found, mapped, checked, taken; stopped;
 * and killed in the middle. */
#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "round.h"

enum { MANY = 150000 };

#define COUNT      "SELECT count(*) FROM question WHERE prompt LIKE "
#define TAKEN      COUNT "'Why us%' OR prompt LIKE 'Why \"you%'"
#define MANY_TAKEN COUNT "'Why is this the%'"
#define HINTED     "SELECT hint FROM question WHERE prompt = 'Why us?'"

static const char messy[] = "Nr;Frage;Warum;Runde\n"
			    "1;Why us?;be honest;behavioural\n"
			    "2;Why \"you\"?;same;behavioural\n"
			    "3;Why now?;same;behavioural;more;and more\n";

static void
write_many(const struct place *place)
{
	struct str text = STR_INIT;

	str_add(&text, "prompt\n");
	for (int i = 0; i < MANY; i++)
		str_addf(&text, "Why is this the question number %d?\n", i);
	place_write(place, "many.csv", text.s);
	str_release(&text);
}

/* From home to the file, which is checked. */
static struct vt *
choose(const struct place *place, const char *name)
{
	struct vt *vt = vt_rehearse(place, LIST(NULL));

	vt_await(vt, "Next: ");
	vt_type(vt, "i");
	vt_await(vt, "type to find a name");
	vt_type(vt, place_path(place, name).s);
	vt_type(vt, ENTER);
	vt_await(vt, "Import: ");
	return vt;
}

static void
a_messy_file_is_mended_mapped_and_taken(void **state)
{
	struct vt *vt;

	place_write(*state, "messy.csv", messy);
	vt = choose(*state, "messy.csv");
	vt_await(vt, "a quote inside a field");
	vt_type(vt, "G");
	vt_await(vt, "> Safe texts");
	vt_type(vt, "kl");
	vt_await(
	    vt, "Enter imports: added 2, updated 0, unchanged 0, skipped 1");
	vt_type(vt, "g");
	vt_await(vt, "> id");
	vt_type(vt, "jjjjjjjjj");
	vt_await(vt, "> hint");
	vt_type(vt, "lll");
	vt_await(vt, "Warum (chosen)");
	vt_await(vt, "Enter imports: added 2");
	assert_sql(*state, TAKEN, "0");
	vt_type(vt, ENTER);
	vt_await(vt, "Imported: added 2");
	assert_sql(*state, TAKEN, "2");
	assert_sql(*state, HINTED, "be honest");
	vt_type(vt, ENTER);
	vt_await(vt, "Question bank");
}

static void
an_import_that_is_stopped_leaves_nothing(void **state)
{
	struct vt *vt;

	write_many(*state);
	vt = choose(*state, "many.csv");
	vt_await(vt, "Enter imports: added 150000");
	/* Together: the second comes before the many rows are taken. */
	vt_type(vt, ENTER "q");
	vt_await(vt, "Stopped; nothing was changed");
	assert_sql(*state, MANY_TAKEN, "0");
	vt_type(vt, "q");
	vt_await(vt, "choose a file");
	vt_await(vt, "many.csv");
}

/* On a fast machine it may have ended; some of the rows are never there. */
static void
a_kill_leaves_all_or_nothing(void **state)
{
	struct vt *vt;
	char *taken;

	write_many(*state);
	vt = choose(*state, "many.csv");
	vt_await(vt, "Enter imports: added 150000");
	vt_type(vt, ENTER);
	vt_await(vt, "Importing");
	round_kill(vt);
	free(place_output(*state, LIST("doctor")));
	taken = place_sql(*state, MANY_TAKEN);
	assert_non_null(taken);
	if (strcmp(taken, "150000") != 0)
		assert_string_equal(taken, "0");
	free(taken);
	assert_sql(*state, "PRAGMA integrity_check", "ok");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_ROUND(a_messy_file_is_mended_mapped_and_taken),
	    IN_ROUND(an_import_that_is_stopped_leaves_nothing),
	    IN_ROUND(a_kill_leaves_all_or_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
