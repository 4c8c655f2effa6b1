/* SPDX-License-Identifier: MIT */
/* The comparison in lines: what is compared is asked for in dialogue_compare.c,
 * what comes of it told in dialogue_compare_page.c. */
#ifndef CLI_DIALOGUE_COMPARE_PARTS_H
#define CLI_DIALOGUE_COMPARE_PARTS_H

#include "cli/dialogue_views.h"
#include "screens/contrast_side.h"

struct compare_page {
	struct dialogue *dialogue;
	struct shown *shown;
	struct contrast_choice choice;
	struct contrast_rows rows;
};

/* The page of what was chosen; as menu_run(). */
int compare_told(struct compare_page *page, struct err *err);

#endif
