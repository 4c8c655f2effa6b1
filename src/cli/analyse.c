/* SPDX-License-Identifier: MIT */
#include "core/analyse.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/str.h"
#include "cli/command.h"
#include "cli/filters.h"
#include "cli/output.h"
#include "store/lexicon.h"
#include "store/reference.h"

enum { TEXT_MAX = 1 << 24 }; /* bytes of a text that is read */

static const struct option_spec options[] = {
    {"company", "NAME", "also find the names of this company's products",
	OPTION_COMPANY},
    {"rubric", "RUBRIC", "say which sections of this rubric are missing",
	OPTION_RUBRIC},
    {"plain", NULL, "records, also on a terminal", OPTION_PLAIN},
    {"json", NULL, "one JSON object", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

/* A finding's words, owned. */
static char *
words_of(const struct str *text, const struct finding *finding)
{
	return mem_textn(text->s + finding->offset, finding->length);
}

static void
json_finding(
    struct json *json, const struct str *text, const struct finding *finding)
{
	json_object(json);
	json_key(json, "kind");
	json_text(json, phrase_kind_name(finding->kind));
	json_key(json, "offset");
	json_int(json, (int64_t)finding->offset);
	json_key(json, "length");
	json_int(json, (int64_t)finding->length);
	json_key(json, "text");
	json_textn(json, text->s + finding->offset, finding->length);
	json_key(json, "why");
	json_text(json, finding->why);
	json_end(json);
}

static void
json_lists(
    struct json *json, const struct str *text, const struct analysis *analysis)
{
	json_key(json, "missing");
	json_array(json);
	for (size_t i = 0; i < analysis->n_missing; i++)
		json_text(json, analysis->missing[i]->key);
	json_end(json);
	json_key(json, "findings");
	json_array(json);
	for (size_t i = 0; i < analysis->n; i++)
		json_finding(json, text, &analysis->findings[i]);
	json_end(json);
}

static void
print_json(const struct str *text, const struct analysis *analysis)
{
	struct json json = json_begin(stdout);

	json_object(&json);
	json_key(&json, "words");
	json_int(&json, (int64_t)analysis->words);
	json_key(&json, "i");
	json_int(&json, (int64_t)analysis->i);
	json_key(&json, "we");
	json_int(&json, (int64_t)analysis->we);
	json_key(&json, "has_metric");
	json_bool(&json, analysis->has_metric);
	json_lists(&json, text, analysis);
	json_end(&json);
	putchar('\n');
}

static void
print_records(const struct str *text, const struct analysis *analysis)
{
	for (size_t i = 0; i < analysis->n; i++) {
		const struct finding *finding = &analysis->findings[i];
		char *words = words_of(text, finding);

		printf("%s\t%zu\t%zu\t", phrase_kind_name(finding->kind),
		    finding->offset, finding->length);
		output_text(words);
		putchar('\t');
		output_text(finding->why);
		putchar('\n');
		free(words);
	}
	printf("words\t%zu\ni\t%zu\nwe\t%zu\nhas_metric\t%s\n", analysis->words,
	    analysis->i, analysis->we, analysis->has_metric ? "yes" : "no");
	for (size_t i = 0; i < analysis->n_missing; i++) {
		fputs("missing\t", stdout);
		output_text(analysis->missing[i]->key);
		putchar('\n');
	}
}

static void
print_findings(const struct str *text, const struct analysis *analysis)
{
	size_t widest = strlen(phrase_kind_name(FINDING_COLLABORATION));

	for (size_t i = 0; i < analysis->n; i++) {
		const struct finding *finding = &analysis->findings[i];
		char *words = words_of(text, finding);

		printf(
		    "%-*s  \"", (int)widest, phrase_kind_name(finding->kind));
		output_text(words);
		fputs("\"  ", stdout);
		output_text(finding->why);
		putchar('\n');
		free(words);
	}
	if (analysis->n > 0)
		putchar('\n');
}

static void
print_page(const struct str *text, const struct analysis *analysis)
{
	print_findings(text, analysis);
	printf("%zu word%s; I %zu, we %zu; %s measured result\n",
	    analysis->words, analysis->words == 1 ? "" : "s", analysis->i,
	    analysis->we, analysis->has_metric ? "a" : "no");
	for (size_t i = 0; i < analysis->n_missing; i++) {
		fputs(i == 0 ? "missing: " : ", ", stdout);
		output_text(analysis->missing[i]->label);
	}
	if (analysis->n_missing > 0)
		putchar('\n');
}

static void
print(const struct args *args, const struct str *text,
    const struct analysis *analysis)
{
	if (args_has(args, OPTION_JSON))
		print_json(text, analysis);
	else if (args_has(args, OPTION_PLAIN) || !isatty(STDOUT_FILENO))
		print_records(text, analysis);
	else
		print_page(text, analysis);
}

/* What the text is read by. */
struct by {
	char *company, *rubric_key; /* owned; NULL: none */
	const struct lexicon *lexicon;
	const struct rubric *rubric;
};

static int
read_by(struct store *store, const struct args *args, struct by *by,
    struct err *err)
{
	*by = (struct by){0};
	if (filters_name(store, NAMES_COMPANIES, args, OPTION_COMPANY,
		&by->company, err) != 0 ||
	    filters_name(store, NAMES_RUBRICS, args, OPTION_RUBRIC,
		&by->rubric_key, err) != 0)
		return -1;
	if (by->rubric_key != NULL &&
	    store_rubric(store, by->rubric_key, &by->rubric, err) != 0)
		return -1;
	return store_lexicon(store, by->company, &by->lexicon, err);
}

static void
by_release(struct by *by)
{
	free(by->company);
	free(by->rubric_key);
}

static int
analyse_file(const struct args *args, const struct by *by, struct err *err)
{
	struct str text = STR_INIT;
	struct analysis analysis;

	if (file_read(args->operands[0], TEXT_MAX, &text, err) != 0) {
		str_release(&text);
		return -1;
	}
	analyse(&analysis, text.s, text.len, by->lexicon, by->rubric);
	print(args, &text, &analysis);
	analysis_release(&analysis);
	str_release(&text);
	return 0;
}

static int
run_analyse(struct context *context, const struct args *args, struct err *err)
{
	struct by by;
	int result;

	if (args->n_operands == 0)
		return fail_as(err, ERR_USAGE,
		    "analyse needs a FILE, - for standard input; see "
		    "`rehearse analyse --help`");
	if (args_exclude(args, OPTION_PLAIN, OPTION_JSON, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	result = read_by(context->store, args, &by, err);
	if (result == 0)
		result = analyse_file(args, &by, err);
	by_release(&by);
	return result;
}

const struct command analyse_command = {
    .name = "analyse",
    .about = "What a reader would mark in the text of an answer.",
    .operands = "FILE|-",
    .max_operands = 1,
    .options = options,
    .details =
	"Records, by offset, one a line, tabs between:\n"
	"  kind offset length words why\n"
	"(offset and length in bytes), then words, i, we, has_metric and\n"
	"each missing section, with its value.\n",
    .example = "rehearse analyse --rubric star answer.txt",
    .run = run_analyse,
};
