/* SPDX-License-Identifier: MIT */
#include "store/review.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/number.h"
#include "base/str.h"
#include "cli/command.h"
#include "cli/dialogue.h"
#include "cli/filters.h"
#include "cli/interactive.h"
#include "cli/output.h"
#include "screens/desk.h"
#include "store/rater.h"

static const struct option_spec options[] = {
    {"signal", "SIGNAL", "this signal only", OPTION_SIGNAL},
    {"rater", "WHO", "ratings by this rater: self (usual), cold, or a name",
	OPTION_RATER},
    {"plain", NULL, "records, also on a terminal", OPTION_PLAIN},
    {"lines", NULL, "in lines, with numbered choices", OPTION_LINES},
    {"json", NULL, "one JSON object, with each signal's series", OPTION_JSON},
    {NULL, NULL, NULL, 0},
};

/* What is reviewed. */
struct question_asked {
	struct filters filters;
	const char *rater;
	char *signal; /* owned; NULL: all */
};

/* A signal goes by its key or label.  Ratings may also have been imported on
 * one that no rubric has. */
static int
read_signal(struct store *store, const struct args *args, char **signal,
    struct err *err)
{
	struct err unknown = {0};
	int rated;

	if (filters_name(store, NAMES_SIGNALS, args, OPTION_SIGNAL, signal,
		&unknown) == 0)
		return 0;
	rated = store_signal_rated(store, args_text(args, OPTION_SIGNAL), err);
	if (rated == 1)
		*signal = mem_text(args_text(args, OPTION_SIGNAL));
	else if (rated == 0)
		*err = unknown;
	return rated == 1 ? 0 : -1;
}

static bool
has_rated(const struct raters *raters, const char *name)
{
	for (int i = 0; i < raters->n; i++)
		if (strcmp(raters->names[i], name) == 0)
			return true;
	return false;
}

/* `self` and `cold` are known before they have rated anything. */
static int
fail_rater(const struct raters *raters, const char *given, struct err *err)
{
	struct str known = STR_INIT;

	str_add(&known, "self, cold");
	for (int i = 0; i < raters->n; i++)
		if (strcmp(raters->names[i], "self") != 0 &&
		    strcmp(raters->names[i], "cold") != 0)
			str_addf(&known, ", %s", raters->names[i]);
	fail_as(err, ERR_USAGE, "--rater '%s' has rated nothing; there are %s",
	    given, known.s);
	str_release(&known);
	return -1;
}

static int
read_rater(struct store *store, const struct args *args, const char **rater,
    struct err *err)
{
	const char *given = args_text(args, OPTION_RATER);
	struct raters raters;
	int rc = 0;

	*rater = given != NULL ? given : "self";
	if (strcmp(*rater, "self") == 0 || strcmp(*rater, "cold") == 0)
		return 0;
	if (store_raters(store, &raters, err) != 0)
		return -1;
	if (!has_rated(&raters, given))
		rc = fail_rater(&raters, given, err);
	raters_release(&raters);
	return rc;
}

static void
member_text(struct json *json, const char *key, const char *text)
{
	json_key(json, key);
	json_text(json, text);
}

static void
member_int(struct json *json, const char *key, int64_t value)
{
	json_key(json, key);
	json_int(json, value);
}

static void
member_number(struct json *json, const char *key, double value)
{
	json_key(json, key);
	json_number(json, value);
}

static void
member_time(struct json *json, const char *key, bool has, int64_t at_s)
{
	char text[DATE_SIZE];

	date_utc(text, at_s);
	member_text(json, key, has ? text : NULL);
}

static void
json_filters(struct json *json, const struct question_asked *asked)
{
	const struct store_filter *filter = &asked->filters.filter;

	json_key(json, "filters");
	json_object(json);
	member_text(json, "round", filter->round);
	member_text(json, "company", filter->company);
	member_text(json, "level", filter->level);
	member_time(json, "since", filter->has_since, filter->since);
	member_time(json, "until", filter->has_until, filter->until);
	member_text(json, "rater", asked->rater);
	member_text(json, "signal", asked->signal);
	json_end(json);
}

static void
json_slope(struct json *json, const struct review_signal *signal,
    const struct rules *rules)
{
	struct slope slope;

	if (review_slope(signal, rules, &slope)) {
		member_number(json, "slope_per_session", slope.per_session);
		member_number(json, "slope_low", slope.low);
		member_number(json, "slope_high", slope.high);
	} else {
		json_key(json, "slope_per_session");
		json_null(json);
		json_key(json, "slope_low");
		json_null(json);
		json_key(json, "slope_high");
		json_null(json);
	}
}

static void
json_point(struct json *json, const struct review_point *point)
{
	json_object(json);
	member_text(json, "session_id", point->session_id);
	member_time(json, "started_at", true, point->started_at);
	member_int(json, "answers", point->answers);
	member_number(json, "mean", point->mean);
	member_int(json, "min", point->min);
	json_end(json);
}

static void
json_signal(struct json *json, const struct review_signal *signal,
    const struct rules *rules)
{
	json_object(json);
	member_text(json, "signal", signal->signal);
	member_int(json, "n", signal->n);
	member_number(json, "latest", signal->latest);
	member_number(json, "mean", signal->mean);
	member_number(json, "ewma", signal->smooth[signal->n - 1]);
	json_slope(json, signal, rules);
	member_number(json, "at_bar_share", signal->at_bar_share);
	json_key(json, "series");
	json_array(json);
	for (int i = 0; i < signal->n; i++)
		json_point(json, &signal->points[i]);
	json_end(json);
	json_end(json);
}

static void
print_json(const struct question_asked *asked, const struct review *review,
    const struct rules *rules)
{
	struct json json = json_begin(stdout);

	json_object(&json);
	json_filters(&json, asked);
	member_int(&json, "sessions", review->sessions);
	json_key(&json, "signals");
	json_array(&json);
	for (int i = 0; i < review->n; i++)
		json_signal(&json, &review->signals[i], rules);
	json_end(&json);
	json_end(&json);
	putchar('\n');
}

static void
print_number(double value)
{
	char text[NUMBER_SIZE];

	number_text(text, value);
	printf("\t%s", text);
}

static void
print_record(const struct review_signal *signal, const struct rules *rules)
{
	struct slope slope;

	output_text(signal->signal);
	printf("\t%d", signal->n);
	print_number(signal->latest);
	print_number(signal->mean);
	print_number(signal->smooth[signal->n - 1]);
	if (review_slope(signal, rules, &slope)) {
		print_number(slope.per_session);
		print_number(slope.low);
		print_number(slope.high);
	} else {
		fputs("\t\t\t", stdout);
	}
	print_number(signal->at_bar_share);
	putchar('\n');
}

static int
print_review(struct store *store, const struct question_asked *asked,
    bool as_json, struct err *err)
{
	const struct rules *rules;
	struct review review;

	if (store_rules(store, &rules, err) != 0 ||
	    store_review(store, &asked->filters.filter, asked->rater,
		asked->signal, &review, err) != 0)
		return -1;
	if (as_json)
		print_json(asked, &review, rules);
	for (int i = 0; i < review.n && !as_json; i++)
		print_record(&review.signals[i], rules);
	review_release(&review);
	return 0;
}

static int
go_through(struct context *context, const struct question_asked *asked,
    struct err *err)
{
	struct dialogue dialogue;
	int rc = dialogue_init(&dialogue, context, err);

	if (rc == 0)
		rc = dialogue_review(&dialogue, &asked->filters.filter,
		    asked->rater, asked->signal, err);
	return dialogue_end(&dialogue, rc);
}

static int
show(struct context *context, const struct args *args,
    const struct question_asked *asked, struct err *err)
{
	struct review_arg arg = {
	    .filter = asked->filters.filter,
	    .rater = asked->rater,
	    .signal = asked->signal,
	};

	if (dialogue_wanted(args))
		return go_through(context, asked, err);
	if (interactive_wanted(args))
		return interactive_run(context,
		    asked->signal != NULL ? &signal_screen : &review_screen,
		    &arg, err);
	return print_review(
	    context->store, asked, args_has(args, OPTION_JSON), err);
}

static int
run_review(struct context *context, const struct args *args, struct err *err)
{
	struct question_asked asked = {0};
	int status = -1;

	if (args_exclude(args, OPTION_PLAIN, OPTION_JSON, err) != 0 ||
	    args_exclude(args, OPTION_LINES, OPTION_PLAIN, err) != 0 ||
	    args_exclude(args, OPTION_LINES, OPTION_JSON, err) != 0 ||
	    context_open_store(context, err) != 0)
		return -1;
	if (filters_read(&asked.filters, context->store, args, err) == 0 &&
	    read_rater(context->store, args, &asked.rater, err) == 0 &&
	    read_signal(context->store, args, &asked.signal, err) == 0)
		status = show(context, args, &asked, err);
	filters_release(&asked.filters);
	free(asked.signal);
	return status;
}

const struct command review_command = {
    .name = "review",
    .about = "How each signal has moved from session to session.",
    .operands = "",
    .options = options,
    .filters = filter_options,
    .details = "Records, by signal, one a line, tabs between:\n"
	       "  signal n latest mean ewma slope_per_session slope_low\n"
	       "  slope_high at_bar_share\n"
	       "n counts sessions; the slopes are empty below 5 of them.\n"
	       "With --lines, v leads to the views, x compares, f filters and\n"
	       "e exports what is told.\n",
    .example = "rehearse review --signal ownership --round behavioural",
    .run = run_review,
};
