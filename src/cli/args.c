/* SPDX-License-Identifier: MIT */
#include "cli/args.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/number.h"

static int
take(void *arg, int id, const char *value, struct err *err)
{
	struct args *args = arg;

	(void)err;
	args->given =
	    mem_grow(args->given, args->n_given + 1, sizeof(*args->given));
	args->given[args->n_given++] =
	    (struct args_given){.id = id, .value = value};
	return 0;
}

int
args_parse(struct args *args, const struct option_spec *const *tables, int argc,
    char **argv, struct err *err)
{
	int first;

	*args = (struct args){.tables = tables};
	if (option_parse(argc, argv, tables, take, args, &first, err) != 0)
		return -1;
	args->operands = argv + first;
	args->n_operands = argc - first;
	return 0;
}

void
args_release(struct args *args)
{
	free(args->given);
	*args = (struct args){0};
}

bool
args_has(const struct args *args, int id)
{
	for (size_t i = 0; i < args->n_given; i++)
		if (args->given[i].id == id)
			return true;
	return false;
}

const char *
args_text(const struct args *args, int id)
{
	for (size_t i = args->n_given; i > 0; i--)
		if (args->given[i - 1].id == id)
			return args->given[i - 1].value;
	return NULL;
}

const char *
args_next(const struct args *args, int id, size_t *at)
{
	while (*at < args->n_given) {
		const struct args_given *given = &args->given[(*at)++];

		if (given->id == id)
			return given->value;
	}
	return NULL;
}

const char *
args_name(const struct args *args, int id)
{
	for (size_t t = 0; args->tables[t] != NULL; t++)
		for (const struct option_spec *spec = args->tables[t];
		     spec->name != NULL; spec++)
			if (spec->id == id)
				return spec->name;
	return "?";
}

int
args_int(const struct args *args, int id, int64_t low, int64_t high,
    int64_t *value, struct err *err)
{
	const char *text = args_text(args, id);

	if (text == NULL || number_parse_int(text, low, high, value))
		return 0;
	return fail_as(err, ERR_USAGE,
	    "--%s '%s': wants a whole number from %" PRId64 " to %" PRId64,
	    args_name(args, id), text, low, high);
}

int
args_seconds(const struct args *args, int id, double low, double high,
    double *value, struct err *err)
{
	const char *text = args_text(args, id);
	char least[NUMBER_SIZE], most[NUMBER_SIZE];
	double parsed;

	if (text == NULL)
		return 0;
	if (number_parse(text, &parsed) && parsed >= low && parsed <= high) {
		*value = parsed;
		return 0;
	}
	number_text(least, low);
	number_text(most, high);
	return fail_as(err, ERR_USAGE, "--%s '%s': wants seconds from %s to %s",
	    args_name(args, id), text, least, most);
}

int
args_exclude(const struct args *args, int a, int b, struct err *err)
{
	if (!args_has(args, a) || !args_has(args, b))
		return 0;
	return fail_as(err, ERR_USAGE, "--%s and --%s don't go together",
	    args_name(args, a), args_name(args, b));
}
