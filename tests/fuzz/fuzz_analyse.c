/* SPDX-License-Identifier: MIT */
/*
 * Any bytes read as an answer, by the built-in lexicon and by one that the
 * first line of them is a phrase of, `kind,phrase`.  Findings lie within the
 * text, in order, on whole characters; those of one kind don't overlap.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/embed.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "core/analyse.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static struct lexicon *built_in;
static char signal_keys[][12] = {"result", "test", "situation", "ecosystem"};
static struct rubric rubric;

static void
require(int holds)
{
	if (!holds)
		abort();
}

static int
load(void *arg, const struct csv_record *record, struct err *err)
{
	(void)err;
	if (record->line > 1)
		lexicon_add(arg, record->fields[0], record->fields[1],
		    record->fields[2], record->fields[3]);
	return 0;
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const struct embedded *file = embedded_find("data/lexicon.csv");
	struct err err = {0};

	(void)argc;
	(void)argv;
	built_in = lexicon_new();
	require(csv_read(file->name, file->bytes, file->n, ',', load, built_in,
		    NULL, &err) == 0);
	rubric.n = sizeof(signal_keys) / sizeof(signal_keys[0]);
	for (size_t i = 0; i < rubric.n; i++)
		rubric.signals[i].key = rubric.signals[i].label =
		    signal_keys[i];
	return 0;
}

static void
check_finding(const struct finding *finding, size_t n, const size_t *ends)
{
	require(finding->kind < FINDING_KINDS);
	require(finding->length > 0 && finding->length <= n);
	require(finding->offset <= n - finding->length);
	require(finding->offset >= ends[finding->kind]);
	require(finding->why != NULL);
}

static void
check(const struct analysis *analysis, const char *text, size_t n)
{
	size_t ends[FINDING_KINDS] = {0}, last = 0;
	bool has_metric = false;

	for (size_t i = 0; i < analysis->n; i++) {
		const struct finding *finding = &analysis->findings[i];

		check_finding(finding, n, ends);
		require(finding->offset >= last);
		last = finding->offset;
		ends[finding->kind] = finding->offset + finding->length;
		has_metric |= finding->kind == FINDING_METRIC;
		if (utf8_valid(text, n, NULL))
			require(utf8_valid(
			    text + finding->offset, finding->length, NULL));
	}
	require(has_metric == analysis->has_metric);
	require(analysis->n_missing <= rubric.n);
}

/* The line's phrase, of the line's kind and of every known one. */
static struct lexicon *
lexicon_of(const char *line, size_t n)
{
	struct lexicon *lexicon = lexicon_new();
	char *row = mem_textn(line, n);
	char *phrase = strchr(row, ',');

	if (phrase != NULL) {
		*phrase++ = '\0';
		lexicon_add(lexicon, row, "en", phrase, "");
		for (int i = 0; i < CUE_SECTION; i++)
			lexicon_add(lexicon,
			    phrase_kind_name((enum phrase_kind)i),
			    n % 2 == 0 ? "zh" : "xx", phrase, "why");
	}
	free(row);
	return lexicon;
}

static void
run(const char *text, size_t n, const struct lexicon *lexicon)
{
	struct analysis analysis;

	analyse(&analysis, text, n, lexicon, &rubric);
	check(&analysis, text, n);
	analysis_release(&analysis);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const uint8_t *end = n > 0 ? memchr(data, '\n', n) : NULL;
	size_t line = end != NULL ? (size_t)(end - data) : n;
	/* a copy as long as the text: what reads past it is seen */
	char *text = mem_new(n + 1);

	memcpy(text, data, n);
	text = mem_grow(text, n > 0 ? n : 1, 1);
	run(text, n, built_in);
	struct lexicon *lexicon = lexicon_of((const char *)data, line);

	run(text, n, lexicon);
	lexicon_free(lexicon);
	free(text);
	return 0;
}
