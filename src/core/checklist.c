/* SPDX-License-Identifier: MIT */
#include "core/checklist.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"

static const struct {
	const char *name;
	const char *one, *many; /* what is counted, for a need of 1 and above */
} checks[CHECK_COUNT] = {
    [CHECK_STORIES_WITH_METRIC] = {"stories-with-metric", "story with a number",
	"stories with a number"},
    [CHECK_STORIES_IN_TIME] = {"stories-in-time", "story told in under",
	"stories told in under"},
    [CHECK_PEER_DEBRIEF] = {"peer-debrief", "mock rated in full by a peer",
	"mocks rated in full by a peer"},
    [CHECK_PRACTICE_SYSTEM] = {"practice-system", "clean mock in the last",
	"clean mocks in the last"},
    [CHECK_LEARNING_LOOP] = {"learning-loop", "learning loop at hire",
	"learning loops at hire"},
    [CHECK_SELF] = {"self", "", ""},
};

bool
check_parse(const char *name, enum check *check)
{
	for (int i = 0; i < CHECK_COUNT; i++) {
		if (strcmp(name, checks[i].name) == 0) {
			*check = (enum check)i;
			return true;
		}
	}
	return false;
}

void
check_names(struct str *out)
{
	for (int i = 0; i < CHECK_COUNT; i++)
		str_addf(out, "%s%s", i > 0 ? ", " : "", checks[i].name);
}

void
checklist_item_release(struct checklist_item *item)
{
	free(item->item);
	free(item->label);
	free(item->how);
	*item = (struct checklist_item){0};
}

struct checklist_state
checklist_state(const struct checklist_item *item, int found, bool ticked)
{
	if (item->check == CHECK_SELF)
		return (struct checklist_state){.done = ticked};
	return (struct checklist_state){
	    .done = found >= item->need,
	    .have = found < item->need ? found : item->need,
	};
}

/* What follows the words: the limit of a story, the days that are counted. */
enum { MEASURE = DATE_SIZE + 8 };

static void
measure(char out[MEASURE], const struct rules *rules, enum check check)
{
	char limit[DATE_SIZE];

	out[0] = '\0';
	if (check == CHECK_STORIES_IN_TIME) {
		date_clock(limit, (int64_t)rules->story_s);
		snprintf(out, MEASURE, " %s", limit);
	}
	if (check == CHECK_PRACTICE_SYSTEM)
		snprintf(out, MEASURE, " %d day%s", rules->practice_days,
		    rules->practice_days == 1 ? "" : "s");
}

void
checklist_text(char out[CHECKLIST_TEXT], const struct rules *rules,
    const struct checklist_item *item, const struct checklist_state *state)
{
	char after[MEASURE];

	if (item->check == CHECK_SELF) {
		snprintf(out, CHECKLIST_TEXT, "%s",
		    state->done ? "ticked off" : "not ticked off yet");
		return;
	}
	measure(after, rules, item->check);
	snprintf(out, CHECKLIST_TEXT, "%d of %d %s%s", state->have, item->need,
	    item->need == 1 ? checks[item->check].one
			    : checks[item->check].many,
	    after);
}

void
checklist_brief(char out[CHECKLIST_BRIEF], const struct checklist_item *item,
    const struct checklist_state *state)
{
	out[0] = '\0';
	if (item->check != CHECK_SELF)
		snprintf(
		    out, CHECKLIST_BRIEF, "%d of %d", state->have, item->need);
}
