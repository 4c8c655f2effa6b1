/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/date.h"
#include "base/utf8.h"
#include "core/retake_parts.h"
#include "core/vocabulary.h"

enum { PHRASES_NAMED = 5 };

bool
retake_stayed_weak(const struct telling *telling, size_t i)
{
	int before = retake_rating_before(telling, i);
	int now = telling->now->ratings[i];

	return before > 0 && now <= before &&
	       (int64_t)before * SCORE_UNIT < telling->rules->hire;
}

static bool
tell_signals(struct telling *telling)
{
	const struct attempt *now = telling->now;
	size_t found = 0;

	for (size_t i = 0; now->rubric != NULL && i < now->rubric->n; i++) {
		int before = retake_rating_before(telling, i);

		if (!retake_stayed_weak(telling, i))
			continue;
		str_addf(&telling->line, "%s%s %d ",
		    found++ > 0 ? ", " : "Still weak: ",
		    now->rubric->signals[i].label, now->ratings[i]);
		if (before == now->ratings[i])
			str_add(&telling->line, "again");
		else
			str_addf(&telling->line, "after %d", before);
	}
	if (found == 0)
		return false;
	str_ch(&telling->line, '.');
	retake_end_line(telling, RETAKE_WEAK);
	return true;
}

static bool
tell_result(struct telling *telling)
{
	const struct attempt *now = telling->now;

	if (now->rubric == NULL || !now->rubric->metric ||
	    now->answer->metric != GIVEN_NO ||
	    telling->before->answer->metric != GIVEN_NO)
		return false;
	str_add(&telling->line, "Still no measured result.");
	retake_end_line(telling, RETAKE_WEAK);
	return true;
}

static bool
tell_overtime(struct telling *telling)
{
	double now_s = answer_overtime_s(telling->now->answer);
	double before_s = answer_overtime_s(telling->before->answer);
	char now[DATE_SIZE], before[DATE_SIZE];

	if (now_s < 1 || before_s < 1)
		return false;
	date_clock(now, (int64_t)now_s);
	date_clock(before, (int64_t)before_s);
	str_addf(&telling->line, "Over the limit again: by %s after %s.", now,
	    before);
	retake_end_line(telling, RETAKE_WEAK);
	return true;
}

/* A finding's words as they are compared. */
static void
fold(struct str *out, const struct attempt *attempt,
    const struct finding *finding)
{
	struct str words = STR_INIT;

	str_clear(out);
	utf8_normalise(
	    &words, attempt->answer->text + finding->offset, finding->length);
	utf8_fold(out, words.s, words.len);
	str_release(&words);
}

/* The words of all findings of a kind. */
static void
gather(struct vocabulary *words, const struct attempt *attempt,
    enum phrase_kind kind)
{
	const struct analysis *analysis = attempt->analysis;
	struct str text = STR_INIT;

	vocabulary_init(words);
	for (size_t i = 0; i < analysis->n; i++)
		if (analysis->findings[i].kind == kind) {
			fold(&text, attempt, &analysis->findings[i]);
			vocabulary_add(words, text.s, text.len);
		}
	str_release(&text);
}

/* A phrase in both, named once. */
static void
name_phrase(struct telling *telling, const struct finding *finding, size_t n)
{
	if (n > PHRASES_NAMED || telling->private)
		return;
	str_add(&telling->line, n > 1 ? ", \"" : ": \"");
	utf8_normalise(&telling->line,
	    telling->now->answer->text + finding->offset, finding->length);
	str_ch(&telling->line, '"');
}

/* Names what of a kind stands in both texts; returns how much that is. */
static size_t
name_phrases(struct telling *telling, enum phrase_kind kind)
{
	const struct analysis *analysis = telling->now->analysis;
	struct vocabulary before, named;
	struct str text = STR_INIT;

	gather(&before, telling->before, kind);
	vocabulary_init(&named);
	for (size_t i = 0; i < analysis->n; i++) {
		const struct finding *finding = &analysis->findings[i];

		if (finding->kind != kind)
			continue;
		fold(&text, telling->now, finding);
		if (vocabulary_find(&before, text.s, text.len) == 0 ||
		    vocabulary_find(&named, text.s, text.len) != 0)
			continue;
		vocabulary_add(&named, text.s, text.len);
		name_phrase(telling, finding, named.n);
	}
	size_t n = named.n;

	vocabulary_release(&named);
	vocabulary_release(&before);
	str_release(&text);
	return n;
}

static bool
tell_phrases(struct telling *telling, enum phrase_kind kind, const char *what)
{
	size_t start = telling->line.len;

	str_add(&telling->line, what);
	size_t n = name_phrases(telling, kind);

	if (n == 0) {
		str_cut(&telling->line, start);
		return false;
	}
	if (telling->private)
		str_addf(&telling->line, ": %zu phrase%s", n, n > 1 ? "s" : "");
	else if (n > PHRASES_NAMED)
		str_addf(&telling->line, " and %zu more", n - PHRASES_NAMED);
	str_ch(&telling->line, '.');
	retake_end_line(telling, RETAKE_WEAK);
	return true;
}

size_t
retake_tell_weak(struct telling *telling)
{
	static const struct {
		enum phrase_kind kind;
		const char *what;
	} phrases[] = {
	    {FINDING_VAGUE, "Vague again, no number"},
	    {FINDING_HEDGE, "Hedged again"},
	    {FINDING_COLLABORATION, "Unclear again who did it"},
	};
	size_t n = 0;

	n += tell_signals(telling);
	n += tell_result(telling);
	n += tell_overtime(telling);
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
		n += tell_phrases(telling, phrases[i].kind, phrases[i].what);
	return n;
}
