/* SPDX-License-Identifier: MIT */
#include "base/option.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum {
	/* getopt_long() gives the number of an option from here on, so that
	 * none is taken for a character. */
	FIRST_VALUE = 256,
};

/* The tables as one, in the form that getopt_long() reads; `forms` has one
 * element more, its end. */
struct parser {
	const struct option_spec **specs;
	struct option *forms;
	size_t n;
};

static void
add_spec(struct parser *parser, const struct option_spec *spec)
{
	size_t i = parser->n++;

	/* Room for one more form: the one that ends them. */
	parser->specs =
	    mem_grow(parser->specs, parser->n, sizeof(*parser->specs));
	parser->forms =
	    mem_grow(parser->forms, parser->n + 1, sizeof(*parser->forms));
	parser->specs[i] = spec;
	parser->forms[i] = (struct option){
	    .name = spec->name,
	    .has_arg = spec->value != NULL ? required_argument : no_argument,
	    .val = FIRST_VALUE + (int)i,
	};
	parser->forms[parser->n] = (struct option){0};
}

static const struct option_spec *
spec_of(const struct parser *parser, int value)
{
	/* getopt_long() gives the values of forms, which have a spec each.
	 * NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
	return parser->specs[value - FIRST_VALUE];
}

/* Appends the options that begin with the `n` bytes at `start`. */
static size_t
add_candidates(
    struct str *names, const struct parser *parser, const char *start, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < parser->n; i++) {
		const char *name = parser->specs[i]->name;

		if (strncmp(name, start, n) == 0)
			str_addf(
			    names, "%s--%s", count++ > 0 ? " or " : "", name);
	}
	return count;
}

/* A long option that getopt_long() does not know, or more than one. */
static int
fail_unknown(const struct parser *parser, const char *program, const char *word,
    struct err *err)
{
	struct str names = STR_INIT;
	size_t n = strcspn(word, "=");
	int shown = (int)n;

	if (n > 2 && add_candidates(&names, parser, word + 2, n - 2) > 1)
		fail_as(err, ERR_USAGE, "%.*s may be %s; see `%s --help`",
		    shown, word, names.s, program);
	else
		fail_as(err, ERR_USAGE, "unknown option %.*s; see `%s --help`",
		    shown, word, program);
	str_release(&names);
	return -1;
}

static int
fail_option(
    const struct parser *parser, char **argv, int problem, struct err *err)
{
	const char *program = argv[0];

	if (problem == ':') {
		const struct option_spec *spec = spec_of(parser, optopt);

		return fail_as(err, ERR_USAGE,
		    "--%s needs a value, %s; see `%s --help`", spec->name,
		    spec->value, program);
	}
	if (optopt >= FIRST_VALUE)
		return fail_as(err, ERR_USAGE,
		    "--%s takes no value; see `%s --help`",
		    spec_of(parser, optopt)->name, program);
	if (optopt != 0)
		return fail_as(err, ERR_USAGE,
		    "unknown option -%c; see `%s --help`", optopt, program);
	return fail_unknown(parser, program, argv[optind - 1], err);
}

static int
parse(const struct parser *parser, int argc, char **argv, option_fn *option,
    void *arg, struct err *err)
{
	int value;

	opterr = 0; /* messages are made here */
	optind = 0; /* begin anew, whatever was parsed before */
	while (
	    (value = getopt_long(argc, argv, ":", parser->forms, NULL)) != -1) {
		if (value < FIRST_VALUE)
			return fail_option(parser, argv, value, err);
		const struct option_spec *spec = spec_of(parser, value);

		if (option(arg, spec->id, optarg, err) != 0)
			return -1;
	}
	return 0;
}

int
option_parse(int argc, char **argv, const struct option_spec *const *tables,
    option_fn *option, void *arg, int *first, struct err *err)
{
	struct parser parser = {
	    .forms = mem_zero(1, sizeof(*parser.forms)),
	};

	for (; *tables != NULL; tables++)
		for (const struct option_spec *spec = *tables;
		     spec->name != NULL; spec++)
			add_spec(&parser, spec);
	int result = parse(&parser, argc, argv, option, arg, err);

	if (result == 0)
		*first = optind;
	free(parser.specs);
	free(parser.forms);
	return result;
}

static size_t
form_width(const struct option_spec *spec)
{
	size_t width = strlen(spec->name);

	return spec->value != NULL ? width + 1 + strlen(spec->value) : width;
}

void
option_help(FILE *to, const struct option_spec *table)
{
	size_t widest = 0;

	for (const struct option_spec *spec = table; spec->name != NULL; spec++)
		if (form_width(spec) > widest)
			widest = form_width(spec);
	for (const struct option_spec *spec = table; spec->name != NULL; spec++)
		fprintf(to, "  --%s%s%s%*s  %s\n", spec->name,
		    spec->value != NULL ? " " : "",
		    spec->value != NULL ? spec->value : "",
		    (int)(widest - form_width(spec)), "", spec->help);
}
