/* SPDX-License-Identifier: MIT */
#include "cli/filters.h"

#include <stdlib.h>
#include <strings.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/query.h"
#include "store/reference.h"

#define ROUND_OPTION                                                           \
	{                                                                      \
		"round", "ROUND", "of this round", OPTION_ROUND                \
	}
#define COMPANY_OPTION                                                         \
	{                                                                      \
		"company", "NAME", "of this company", OPTION_COMPANY           \
	}
#define LEVEL_OPTION                                                           \
	{                                                                      \
		"level", "LEVEL", "of this level", OPTION_LEVEL                \
	}
#define END_OPTION                                                             \
	{                                                                      \
		NULL, NULL, NULL, 0                                            \
	}

const struct option_spec choice_options[] = {
    ROUND_OPTION,
    COMPANY_OPTION,
    LEVEL_OPTION,
    END_OPTION,
};

const struct option_spec filter_options[] = {
    ROUND_OPTION,
    COMPANY_OPTION,
    LEVEL_OPTION,
    {"since", "DATE", "from this day or UTC time on", OPTION_SINCE},
    {"until", "DATE", "up to this day's end, or before this UTC time",
	OPTION_UNTIL},
    END_OPTION,
};

static int
fail_name(const struct names *names, const char *option, const char *given,
    struct err *err)
{
	struct str known = STR_INIT;

	for (int i = 0; i < names->n; i++)
		str_addf(&known, "%s%s", i > 0 ? ", " : "", names->keys[i]);
	fail_as(err, ERR_USAGE, "--%s '%s' is not known; there are %s", option,
	    given, known.s);
	str_release(&known);
	return -1;
}

int
filters_name(struct store *store, enum names_of of, const struct args *args,
    int option, char **key, struct err *err)
{
	const char *given = args_text(args, option);
	struct names names;
	const char *found;
	int result = 0;

	if (given == NULL)
		return 0;
	if (store_names(store, of, &names, err) != 0)
		return -1;
	found = names_find(&names, given);
	if (found == NULL)
		result = fail_name(&names, args_name(args, option), given, err);
	*key = mem_text(found);
	names_release(&names);
	return result;
}

/* A company's facts: its key, then its label (store/statements.c). */
enum { COMPANY_KEY = 0, COMPANY_LABEL = 1 };

/* A company is any text; one that is known goes by its label too. */
static int
read_company(struct store *store, const struct args *args, char **company,
    struct err *err)
{
	const char *given = args_text(args, OPTION_COMPANY);
	struct field_value facts[ENTITY_FIELDS];
	struct rows *rows;
	int n, rc;

	if (given == NULL)
		return 0;
	if (rows_open(store, ENTITY_COMPANIES, NULL, &rows, err) != 0)
		return -1;
	while ((rc = rows_next(rows, facts, &n, err)) == 1) {
		if (strcasecmp(facts[COMPANY_KEY].s, given) != 0 &&
		    strcasecmp(facts[COMPANY_LABEL].s, given) != 0)
			continue;
		*company = mem_text(facts[COMPANY_KEY].s);
		rc = 0;
		break;
	}
	rows_close(rows);
	if (rc == 0 && *company == NULL)
		*company = mem_text(given);
	return rc;
}

static int
read_date(const struct args *args, int option, bool end, bool *has,
    int64_t *at_s, struct err *err)
{
	const char *given = args_text(args, option);

	if (given == NULL)
		return 0;
	*has = true;
	if (date_parse_day(given, end, at_s))
		return 0;
	return fail_as(err, ERR_USAGE,
	    "--%s '%s': wants a day such as 2026-11-20, or a time such as "
	    "2026-11-20T09:30:00Z",
	    args_name(args, option), given);
}

static void
read_days(const struct args *args, struct days *days)
{
	const char *since = args_text(args, OPTION_SINCE);
	const char *until = args_text(args, OPTION_UNTIL);

	days->has_first =
	    since != NULL && date_parse_day_number(since, &days->first);
	days->has_end =
	    until != NULL && date_parse_day_number(until, &days->end);
	days->end += days->has_end; /* the day itself is shown */
}

int
filters_read(struct filters *filters, struct store *store,
    const struct args *args, struct err *err)
{
	struct store_filter *filter = &filters->filter;

	*filters = (struct filters){0};
	read_days(args, &filter->days);
	if (read_date(args, OPTION_SINCE, false, &filter->has_since,
		&filter->since, err) != 0 ||
	    read_date(args, OPTION_UNTIL, true, &filter->has_until,
		&filter->until, err) != 0 ||
	    filters_name(store, NAMES_ROUNDS, args, OPTION_ROUND,
		&filters->round, err) != 0 ||
	    filters_name(store, NAMES_LEVELS, args, OPTION_LEVEL,
		&filters->level, err) != 0 ||
	    read_company(store, args, &filters->company, err) != 0)
		return -1;
	filter->round = filters->round;
	filter->company = filters->company;
	filter->level = filters->level;
	if (args_has(args, OPTION_SEARCH))
		filters->search = query_text(args_text(args, OPTION_SEARCH));
	filter->search = filters->search;
	filter->tag = args_text(args, OPTION_TAG);
	return 0;
}

void
filters_release(struct filters *filters)
{
	free(filters->round);
	free(filters->company);
	free(filters->level);
	free(filters->search);
	*filters = (struct filters){0};
}
