/* SPDX-License-Identifier: MIT */
/* What is compared in lines. */
#include "cli/dialogue_compare_parts.h"
#include "cli/dialogue_pick.h"
#include "cli/output.h"

/* In the order of their numbers, and of enum contrast_kind. */
static const char *const kinds_told[CONTRAST_KINDS] = {
    [CONTRAST_PERIODS] = "Two periods of the same length, up to today",
    [CONTRAST_ROUNDS] = "Two rounds",
    [CONTRAST_LEVELS] = "Two levels",
    [CONTRAST_ATTEMPTS] = "First and latest attempts at the same questions",
    [CONTRAST_QUESTIONS] = "The same, question by question",
};

static int
ask_side(struct compare_page *page, const char *title,
    const struct names *names, int *side, struct err *err)
{
	struct pick pick = {
	    .title = title,
	    .n = names->n,
	    .texts = (const char *const *)names->labels,
	};
	int rc = pick_run(page->dialogue, &pick, err);

	*side = pick.chosen;
	return rc;
}

/* As the sides are told: the second against the first. */
static int
ask_sides(struct compare_page *page, const struct names *names, struct err *err)
{
	int *pick = page->choice.pick;
	int rc = ask_side(page, "Which one?", names, &pick[1], err);

	if (rc == MENU_CHOSEN)
		rc = ask_side(page, "Against which?", names, &pick[0], err);
	return rc;
}

static int
ask_length(struct compare_page *page, struct err *err)
{
	static const char *const lengths[] = {"14 days", "28 days", "90 days"};
	struct pick pick = {
	    .title = "How long is each period?",
	    .n = sizeof(lengths) / sizeof(lengths[0]),
	    .texts = lengths,
	};
	int rc = pick_run(page->dialogue, &pick, err);

	page->choice.pick[0] = page->choice.pick[1] = pick.chosen;
	return rc;
}

/* MENU_CHOSEN once it is known what is compared. */
static int
ask_choice(struct compare_page *page, struct err *err)
{
	const struct told_names *names = &page->dialogue->names;

	switch (page->choice.kind) {
	case CONTRAST_PERIODS:
		return ask_length(page, err);
	case CONTRAST_ROUNDS:
		return ask_sides(page, &names->rounds, err);
	case CONTRAST_LEVELS:
		return ask_sides(page, &names->levels, err);
	case CONTRAST_ATTEMPTS:
	case CONTRAST_QUESTIONS:
	case CONTRAST_KINDS:
		break;
	}
	return MENU_CHOSEN;
}

static int
kinds_tell(void *data, struct choices *choices, struct err *err)
{
	(void)data;
	(void)err;
	choices_fit(choices, CONTRAST_KINDS);
	output_sentence("What is compared?");
	for (int i = 0; i < CONTRAST_KINDS; i++) {
		menu_number(i + 1);
		output_sentence(kinds_told[i]);
	}
	return 0;
}

static int
kinds_choose(void *data, int number, struct err *err)
{
	struct compare_page *page = data;
	int rc;

	page->choice =
	    (struct contrast_choice){.kind = (enum contrast_kind)(number - 1)};
	rc = ask_choice(page, err);
	if (rc != MENU_CHOSEN)
		return rc;
	return compare_told(page, err);
}

int
dialogue_compare(
    struct dialogue *dialogue, struct shown *shown, struct err *err)
{
	static const struct menu menu = {
	    .tell = kinds_tell,
	    .choose = kinds_choose,
	};
	struct compare_page page = {.dialogue = dialogue, .shown = shown};
	int rc = menu_run(&menu, &page, &dialogue->lines, err);

	contrast_release(&page.rows);
	return rc;
}
