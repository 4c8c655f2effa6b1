/* SPDX-License-Identifier: MIT */
#include "core/notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "core/pace.h"

enum {
	WORDS_SHOWN = 3,   /* of a kind's findings */
	REASONS_SHOWN = 8, /* of a kind */
};

const char notes_title[] = "Notes on the text (hints, not a rating)";

/* An analysis as it is told. */
struct telling {
	const struct analysis *analysis;
	const char *text;
	size_t counts[FINDING_KINDS];
};

static void
add(struct notes *notes, enum tone tone, struct str *line)
{
	notes->at = mem_grow(notes->at, notes->n + 1, sizeof(*notes->at));
	notes->at[notes->n++] = (struct note){tone, str_detach(line)};
}

/* The first finding of the kind; the kind must have one. */
static const struct finding *
first_of(const struct analysis *analysis, enum phrase_kind kind)
{
	const struct finding *finding = analysis->findings;

	while (finding->kind != kind)
		finding++;
	return finding;
}

/* Adds the words of the finding, quoted, unless they were `seen`, case aside.
 */
static bool
add_words(struct str *line, const char *text, const struct finding *finding,
    struct str *seen)
{
	struct str words = STR_INIT, folded = STR_INIT;
	bool is_new;

	str_ch(&words, '"');
	utf8_normalise(&words, text + finding->offset, finding->length);
	str_ch(&words, '"');
	utf8_fold(&folded, words.s, words.len);
	is_new = strstr(seen->s, folded.s) == NULL;
	if (is_new) {
		str_addf(line, "%s%s", seen->len > 0 ? ", " : "", words.s);
		str_add(seen, folded.s);
	}
	str_release(&words);
	str_release(&folded);
	return is_new;
}

/* `"kind of", "maybe", "sort of" and more` */
static void
add_first_words(
    struct str *line, const struct telling *telling, enum phrase_kind kind)
{
	const struct analysis *analysis = telling->analysis;
	struct str seen = STR_INIT;
	int shown = 0;

	for (size_t i = 0; i < analysis->n; i++) {
		size_t end = line->len;

		if (analysis->findings[i].kind != kind ||
		    !add_words(
			line, telling->text, &analysis->findings[i], &seen) ||
		    ++shown <= WORDS_SHOWN)
			continue;
		str_cut(line, end);
		str_add(line, " and more");
		break;
	}
	str_release(&seen);
}

/* `: "kind of", "maybe". Softens the claim; say it or drop it.` */
static void
add_words_and_reason(
    struct str *line, const struct telling *telling, enum phrase_kind kind)
{
	const char *why = first_of(telling->analysis, kind)->why;

	str_add(line, ": ");
	add_first_words(line, telling, kind);
	str_ch(line, '.');
	if (*why != '\0')
		str_addf(line, " %s%s", why,
		    strchr(".?!", why[strlen(why) - 1]) ? "" : ".");
}

static void
note_missing(struct notes *notes, const struct telling *telling)
{
	const struct analysis *analysis = telling->analysis;
	struct str line = STR_INIT;

	if (analysis->n_missing == 0)
		return;
	str_add(&line, "Seems missing: ");
	for (size_t i = 0; i < analysis->n_missing; i++)
		str_addf(&line, "%s%s", i > 0 ? ", " : "",
		    analysis->missing[i]->label);
	str_ch(&line, '.');
	add(notes, TONE_DOUBT, &line);
}

static void
note_no_figure(struct notes *notes, const struct telling *telling)
{
	struct str line = STR_INIT;

	if (telling->analysis->has_metric)
		return;
	str_add(&line, "No figure found: a claim without a number is noise.");
	add(notes, TONE_DOUBT, &line);
}

static void
note_doubts(struct notes *notes, const struct telling *telling,
    enum phrase_kind kind, const char *title)
{
	struct str line = STR_INIT;

	if (telling->counts[kind] == 0)
		return;
	str_addf(&line, "%s %zu", title, telling->counts[kind]);
	add_words_and_reason(&line, telling, kind);
	add(notes, TONE_DOUBT, &line);
}

/* What is shared hides what is one's own: the two stand beside each other. */
static void
note_shared(struct notes *notes, const struct telling *telling)
{
	const struct analysis *analysis = telling->analysis;
	size_t own = telling->counts[FINDING_OWNERSHIP];
	size_t shared = telling->counts[FINDING_COLLABORATION];
	struct str line = STR_INIT;

	if (shared > 0) {
		str_addf(&line,
		    "Shared work %zu, own decisions %zu "
		    "(I %zu, we %zu)",
		    shared, own, analysis->i, analysis->we);
		add_words_and_reason(&line, telling, FINDING_COLLABORATION);
		add(notes, TONE_DOUBT, &line);
	} else if (own == 0 && analysis->we > analysis->i) {
		str_addf(&line,
		    "No own decision found (I %zu, we %zu): say "
		    "which part was yours.",
		    analysis->i, analysis->we);
		add(notes, TONE_DOUBT, &line);
	}
}

static void
note_figures(struct notes *notes, const struct telling *telling)
{
	struct str line = STR_INIT;

	if (!telling->analysis->has_metric)
		return;
	str_addf(&line, "Figures %zu: ", telling->counts[FINDING_METRIC]);
	add_first_words(&line, telling, FINDING_METRIC);
	str_ch(&line, '.');
	add(notes, TONE_GOOD, &line);
}

static void
note_own(struct notes *notes, const struct telling *telling)
{
	const struct analysis *analysis = telling->analysis;
	struct str line = STR_INIT;

	if (telling->counts[FINDING_OWNERSHIP] == 0)
		return;
	str_addf(
	    &line, "Own decisions %zu", telling->counts[FINDING_OWNERSHIP]);
	/* Told already beside what is shared. */
	if (telling->counts[FINDING_COLLABORATION] == 0)
		str_addf(&line, " (I %zu, we %zu)", analysis->i, analysis->we);
	str_add(&line, ": ");
	add_first_words(&line, telling, FINDING_OWNERSHIP);
	str_ch(&line, '.');
	add(notes, TONE_GOOD, &line);
}

static void
note_others(struct notes *notes, const struct telling *telling)
{
	static const enum phrase_kind others[] = {FINDING_HYPOTHESIS,
	    FINDING_TEST, FINDING_ITERATION, FINDING_TRADEOFF, FINDING_QUESTION,
	    FINDING_ECOSYSTEM};
	struct str line = STR_INIT;

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (telling->counts[others[i]] > 0)
			str_addf(&line, "%s%s %zu",
			    line.len > 0 ? ", " : "Also found: ",
			    finding_label(others[i]),
			    telling->counts[others[i]]);
	if (line.len == 0)
		return;
	str_ch(&line, '.');
	add(notes, TONE_GOOD, &line);
}

static void
note_words(struct notes *notes, size_t words, double answer_s, bool spoken)
{
	struct str line = STR_INIT;
	double minute = pace(words, answer_s, spoken);

	str_addf(&line, "%zu word%s", words, words == 1 ? "" : "s");
	if (pace_is_of_notes(words, answer_s, spoken))
		str_add(&line, " of notes; a transcript would tell the pace");
	else if (minute > 0)
		str_addf(&line, ", %.0f words a minute", minute);
	str_ch(&line, '.');
	add(notes, TONE_PLAIN, &line);
}

void
notes_make(struct notes *notes, const struct analysis *analysis,
    const char *text, double answer_s, bool spoken)
{
	struct telling telling = {.analysis = analysis, .text = text};

	*notes = (struct notes){0};
	if (analysis->words == 0)
		return;
	for (size_t i = 0; i < analysis->n; i++)
		telling.counts[analysis->findings[i].kind]++;
	note_missing(notes, &telling);
	note_no_figure(notes, &telling);
	note_doubts(notes, &telling, FINDING_VAGUE, "Vague claims");
	note_shared(notes, &telling);
	note_doubts(notes, &telling, FINDING_HEDGE, "Hedges");
	note_doubts(notes, &telling, FINDING_FILLER, "Fillers");
	note_figures(notes, &telling);
	note_own(notes, &telling);
	note_others(notes, &telling);
	note_words(notes, analysis->words, answer_s, spoken);
}

static bool
is_told(const struct notes *notes, size_t from, const char *line)
{
	for (size_t i = from; i < notes->n; i++)
		if (strcmp(notes->at[i].text, line) == 0)
			return true;
	return false;
}

static void
reasons_of(
    struct notes *notes, const struct analysis *analysis, enum phrase_kind kind)
{
	size_t from = notes->n;

	for (size_t i = 0; i < analysis->n; i++) {
		const struct finding *finding = &analysis->findings[i];
		struct str line = STR_INIT;

		if (finding->kind != kind || *finding->why == '\0')
			continue;
		if (notes->n == from + REASONS_SHOWN)
			return;
		str_addf(&line, "[%s] %s", finding_label(kind), finding->why);
		if (is_told(notes, from, line.s))
			str_release(&line);
		else
			add(notes, finding_tone(kind), &line);
	}
}

void
notes_reasons(struct notes *notes, const struct analysis *analysis)
{
	*notes = (struct notes){0};
	for (int i = 0; i < FINDING_KINDS; i++)
		reasons_of(notes, analysis, kinds_by_use[i]);
}

void
notes_release(struct notes *notes)
{
	for (size_t i = 0; i < notes->n; i++)
		free(notes->at[i].text);
	free(notes->at);
	*notes = (struct notes){0};
}
