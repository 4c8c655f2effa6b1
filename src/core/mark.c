/* SPDX-License-Identifier: MIT */
#include "core/mark.h"

#include <stdint.h>

#include "base/mem.h"

static const struct {
	const char *label;
	enum tone tone;
} kinds[FINDING_KINDS] = {
    [FINDING_METRIC] = {"figure", TONE_GOOD},
    [FINDING_OWNERSHIP] = {"own", TONE_GOOD},
    [FINDING_COLLABORATION] = {"shared", TONE_DOUBT},
    [FINDING_HEDGE] = {"hedge", TONE_DOUBT},
    [FINDING_FILLER] = {"filler", TONE_DOUBT},
    [FINDING_VAGUE] = {"vague", TONE_DOUBT},
    [FINDING_HYPOTHESIS] = {"hypothesis", TONE_GOOD},
    [FINDING_TEST] = {"test", TONE_GOOD},
    [FINDING_ITERATION] = {"iteration", TONE_GOOD},
    [FINDING_TRADEOFF] = {"trade-off", TONE_GOOD},
    [FINDING_QUESTION] = {"question", TONE_GOOD},
    [FINDING_ECOSYSTEM] = {"ecosystem", TONE_GOOD},
};

/* A question is last: it is a whole sentence, in which others stand. */
const enum phrase_kind kinds_by_use[FINDING_KINDS] = {
    FINDING_METRIC,
    FINDING_VAGUE,
    FINDING_COLLABORATION,
    FINDING_OWNERSHIP,
    FINDING_HEDGE,
    FINDING_HYPOTHESIS,
    FINDING_TEST,
    FINDING_ITERATION,
    FINDING_TRADEOFF,
    FINDING_ECOSYSTEM,
    FINDING_FILLER,
    FINDING_QUESTION,
};

const char *
tone_sign(enum tone tone)
{
	static const char *const signs[] = {
	    [TONE_PLAIN] = " ",
	    [TONE_GOOD] = "+",
	    [TONE_DOUBT] = "-",
	};

	return signs[tone];
}

const char *
finding_label(enum phrase_kind kind)
{
	return kinds[kind].label;
}

enum tone
finding_tone(enum phrase_kind kind)
{
	return kinds[kind].tone;
}

/* One way through the text, from where a finding begins or ends to the next
 * such place. */
struct sweep {
	const struct finding *next, *end;
	/* Those that the place lies in: of one kind there is never more than
	 * one. */
	const struct finding *open[FINDING_KINDS];
	size_t at;
	struct mark *marks;
	size_t n;
};

static size_t
end_of(const struct finding *finding)
{
	return finding->offset + finding->length;
}

/* SIZE_MAX where none follows. */
static size_t
next_place(const struct sweep *sweep)
{
	size_t place =
	    sweep->next < sweep->end ? sweep->next->offset : SIZE_MAX;

	for (int kind = 0; kind < FINDING_KINDS; kind++)
		if (sweep->open[kind] != NULL &&
		    end_of(sweep->open[kind]) < place)
			place = end_of(sweep->open[kind]);
	return place;
}

static void
mark_up_to(struct sweep *sweep, size_t place)
{
	for (int i = 0; i < FINDING_KINDS && place > sweep->at; i++)
		if (sweep->open[kinds_by_use[i]] != NULL) {
			sweep->marks[sweep->n++] = (struct mark){sweep->at,
			    place - sweep->at, kinds_by_use[i], false};
			break;
		}
	sweep->at = place;
}

/* The mark that ends here is its finding's last one, or it gets an empty one
 * behind it. */
static void
end_mark(struct sweep *sweep, enum phrase_kind kind)
{
	struct mark *last = &sweep->marks[sweep->n - 1];

	if (sweep->n > 0 && last->at + last->n == sweep->at &&
	    last->kind == kind)
		last->ends = true;
	else
		sweep->marks[sweep->n++] =
		    (struct mark){sweep->at, 0, kind, true};
	sweep->open[kind] = NULL;
}

static void
end_findings(struct sweep *sweep)
{
	for (int i = 0; i < FINDING_KINDS; i++) {
		const struct finding *open = sweep->open[kinds_by_use[i]];

		if (open != NULL && end_of(open) == sweep->at)
			end_mark(sweep, kinds_by_use[i]);
	}
}

size_t
marks_make(const struct analysis *analysis, struct mark **marks)
{
	enum { MARKS_A_FINDING = 3 }; /* to its start, to its end, its label */
	struct sweep sweep = {
	    .next = analysis->findings,
	    .end = analysis->findings + analysis->n,
	    .marks = mem_zero(
		analysis->n * MARKS_A_FINDING + 1, sizeof(struct mark)),
	};
	size_t place;

	while ((place = next_place(&sweep)) != SIZE_MAX) {
		mark_up_to(&sweep, place);
		end_findings(&sweep);
		for (; sweep.next < sweep.end && sweep.next->offset == place;
		     sweep.next++)
			sweep.open[sweep.next->kind] = sweep.next;
	}
	*marks = sweep.marks;
	return sweep.n;
}
