/* SPDX-License-Identifier: MIT */
#include "core/mastery.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A question that went well, and when it last did; NULL: none. */
struct success {
	char *question; /* owned */
	int64_t at;
};

/* The two questions of a round and rubric that went well last: one of them
 * is another than the one that is asked about. */
struct kin {
	char *round, *rubric; /* owned */
	struct success last, before;
};

int
mastery_kin(struct mastery *mastery, const char *round, const char *rubric)
{
	for (int i = 0; i < mastery->n; i++)
		if (strcmp(mastery->kins[i].round, round) == 0 &&
		    strcmp(mastery->kins[i].rubric, rubric) == 0)
			return i;
	mastery->kins = mem_grow(
	    mastery->kins, (size_t)mastery->n + 1, sizeof(*mastery->kins));
	mastery->kins[mastery->n] = (struct kin){
	    .round = mem_text(round),
	    .rubric = mem_text(rubric),
	};
	return mastery->n++;
}

static bool
is_of(const struct success *success, const char *question)
{
	return success->question != NULL &&
	       strcmp(success->question, question) == 0;
}

static bool
is_after(const struct success *success, int64_t at)
{
	return success->question != NULL && success->at > at;
}

static void
replace(struct success *success, const char *question, int64_t at)
{
	free(success->question);
	*success = (struct success){mem_text(question), at};
}

static void
move_back(struct kin *kin)
{
	free(kin->before.question);
	kin->before = kin->last;
	kin->last = (struct success){0};
}

void
mastery_add(struct mastery *mastery, int of, const char *question, int64_t at)
{
	struct kin *kin = &mastery->kins[of];

	if (is_of(&kin->last, question)) {
		if (!is_after(&kin->last, at))
			kin->last.at = at;
	} else if (!is_after(&kin->last, at)) {
		move_back(kin);
		replace(&kin->last, question, at);
	} else if (!is_after(&kin->before, at)) {
		replace(&kin->before, question, at);
	}
}

bool
mastery_since(
    const struct mastery *mastery, int of, const char *question, int64_t at)
{
	const struct kin *kin = &mastery->kins[of];

	return is_after(
	    is_of(&kin->last, question) ? &kin->before : &kin->last, at);
}

bool
mastery_last(const struct mastery *mastery, int of, const char **round,
    const char **rubric, int64_t *at)
{
	const struct kin *kin = &mastery->kins[of];

	*round = kin->round;
	*rubric = kin->rubric;
	*at = kin->last.at;
	return kin->last.question != NULL;
}

void
mastery_release(struct mastery *mastery)
{
	for (int i = 0; i < mastery->n; i++) {
		struct kin *kin = &mastery->kins[i];

		free(kin->round);
		free(kin->rubric);
		free(kin->last.question);
		free(kin->before.question);
	}
	free(mastery->kins);
	*mastery = (struct mastery){0};
}
