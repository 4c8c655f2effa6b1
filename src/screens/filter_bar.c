/* SPDX-License-Identifier: MIT */
#include "screens/filter_bar.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "core/period.h"
#include "core/question.h"

enum { SECOND_MS = 1000, YEAR_DIGITS = 4, DAY_TEXT = 10 };

/* Days 0: there is another rule. */
static const struct {
	const char *name, *terse;
	int days;
} periods[] = {
    {"all", "", 0},
    {"last 14 days", "14 days", 14},
    {"last 28 days", "28 days", 28},
    {"last 90 days", "90 days", 90},
    {"this year", "this year", 0},
};

enum { N_PERIODS = sizeof(periods) / sizeof(periods[0]) };

static int
index_of(const struct names *names, const char *key)
{
	for (int i = 0; key != NULL && i < names->n; i++)
		if (strcmp(names->keys[i], key) == 0)
			return i;
	return -1;
}

static void
add_text(char ***texts, int n, const char *text)
{
	*texts = mem_grow(*texts, (size_t)n + 1, sizeof(**texts));
	(*texts)[n] = mem_text(text);
}

/* A company is any text: one that is not known is chosen from too. */
static int
index_of_any(struct names *names, const char *key)
{
	int at = index_of(names, key);

	if (key == NULL || at >= 0)
		return at;
	add_text(&names->keys, names->n, key);
	add_text(&names->labels, names->n, key);
	add_text(&names->aliases, names->n, "");
	return names->n++;
}

int
filter_bar_load(struct filter_bar *filters, struct store *store,
    const struct store_filter *from, struct err *err)
{
	*filters = (struct filter_bar){
	    .round = -1,
	    .company = -1,
	    .level = -1,
	    .period = FILTER_NO_PERIOD,
	};
	if (store_names(store, NAMES_ROUNDS, &filters->rounds, err) != 0 ||
	    store_names(store, NAMES_COMPANIES, &filters->companies, err) ||
	    store_names(store, NAMES_LEVELS, &filters->levels, err) != 0) {
		filter_bar_release(filters);
		return -1;
	}
	if (from == NULL)
		return 0;
	filters->round = index_of(&filters->rounds, from->round);
	filters->company = index_of_any(&filters->companies, from->company);
	filters->level = index_of(&filters->levels, from->level);
	filters->has_since = from->has_since;
	filters->has_until = from->has_until;
	filters->since = from->since;
	filters->until = from->until;
	filters->days = from->days;
	return 0;
}

void
filter_bar_release(struct filter_bar *filters)
{
	names_release(&filters->rounds);
	names_release(&filters->companies);
	names_release(&filters->levels);
	raters_release(&filters->raters);
}

static void
add_rater(struct raters *raters, const char *name)
{
	raters->names = mem_grow(
	    raters->names, (size_t)raters->n + 1, sizeof(*raters->names));
	raters->names[raters->n++] = mem_text(name);
}

/* Who was asked for is among them, whether or not anything was rated. */
static void
order_raters(struct raters *to, const struct raters *from, const char *asked)
{
	bool cold = strcmp(asked, "cold") == 0, known = cold;

	add_rater(to, "self");
	known = known || strcmp(asked, "self") == 0;
	for (int i = 0; i < from->n; i++) {
		const char *name = from->names[i];

		cold = cold || strcmp(name, "cold") == 0;
		if (strcmp(name, "self") == 0 || strcmp(name, "cold") == 0)
			continue;
		add_rater(to, name);
		known = known || strcmp(name, asked) == 0;
	}
	if (!known)
		add_rater(to, asked);
	if (cold)
		add_rater(to, "cold");
}

int
filter_bar_load_raters(struct filter_bar *filters, struct store *store,
    const char *rater, struct err *err)
{
	struct raters all;

	if (store_raters(store, &all, err) != 0)
		return -1;
	rater = rater != NULL ? rater : "self";
	order_raters(&filters->raters, &all, rater);
	raters_release(&all);
	for (int i = 0; i < filters->raters.n; i++)
		if (strcmp(filters->raters.names[i], rater) == 0)
			filters->rater = i;
	filters->period = 0;
	filters->given_since = filters->has_since;
	filters->given = filters->since;
	filters->given_days = filters->days;
	return 0;
}

void
filter_bar_next_rater(struct filter_bar *filters)
{
	filters->rater = (filters->rater + 1) % filters->raters.n;
}

const char *
filter_bar_rater(const struct filter_bar *filters)
{
	return filters->raters.names[filters->rater];
}

/* From the first day of the year that it is here. */
static void
begin_year(struct filter_bar *filters, struct instant now)
{
	int64_t now_s = now.wall_ms / SECOND_MS;
	char text[DATE_SIZE];

	date_local(text, now_s, clock_utc_offset_min(now_s));
	snprintf(text + YEAR_DIGITS, sizeof(text) - YEAR_DIGITS, "-01-01");
	date_parse_day(text, false, &filters->since);
	filters->days.has_first =
	    date_parse_day_number(text, &filters->days.first);
}

void
filter_bar_next_period(struct filter_bar *filters, struct instant now)
{
	int days;

	filters->period = (filters->period + 1) % N_PERIODS;
	days = periods[filters->period].days;
	filters->has_since = filters->period > 0 || filters->given_since;
	filters->days.has_first = false;
	if (filters->period == 0) {
		filters->since = filters->given;
		filters->days = filters->given_days;
	} else if (days > 0) {
		filters->since =
		    now.wall_ms / SECOND_MS - (int64_t)days * DAY_S;
	} else {
		begin_year(filters, now);
	}
}

static void
next(const struct names *names, int *at)
{
	*at = *at + 1 < names->n ? *at + 1 : -1;
}

void
filter_bar_next_round(struct filter_bar *filters)
{
	next(&filters->rounds, &filters->round);
}

/* `any` stands for questions that fit every company; no session is for it. */
void
filter_bar_next_company(struct filter_bar *filters)
{
	next(&filters->companies, &filters->company);
	if (filters->company >= 0 &&
	    question_any(filters->companies.keys[filters->company]))
		next(&filters->companies, &filters->company);
}

void
filter_bar_next_level(struct filter_bar *filters)
{
	next(&filters->levels, &filters->level);
}

static const char *
key_of(const struct names *names, int at)
{
	return at < 0 ? NULL : names->keys[at];
}

struct store_filter
filter_bar_now(const struct filter_bar *filters, const char *search)
{
	return (struct store_filter){
	    .round = key_of(&filters->rounds, filters->round),
	    .company = key_of(&filters->companies, filters->company),
	    .level = key_of(&filters->levels, filters->level),
	    .search = search,
	    .has_since = filters->has_since,
	    .has_until = filters->has_until,
	    .since = filters->since,
	    .until = filters->until,
	    .days = filters->days,
	};
}

static const char *
label_of(const struct names *names, int at)
{
	return at < 0 ? "any" : names->labels[at];
}

/* From much room to little: all, those that limit, those by value alone. */
enum style { FULL, BRIEF, TERSE, STYLES };

struct writing {
	struct str *text;
	size_t begun;
	enum style style;
	unsigned without;
};

/* One filter, `round any`; an empty value is none. */
static void
add_filter(const struct writing *to, unsigned which, const char *name,
    const char *value, bool limits)
{
	bool terse = to->style == TERSE;
	const char *gap = terse ? ", " : "  ";

	if (*value == '\0' || (to->without & which) != 0 ||
	    (to->style != FULL && !limits))
		return;
	str_addf(to->text, "%s%s%s%s", to->text->len > to->begun ? gap : "",
	    terse ? "" : name, terse ? "" : " ", value);
}

/* `since` and `until`, as days. */
static void
add_dates(const struct writing *to, const struct filter_bar *filters,
    bool since_is_dated)
{
	char since[DATE_SIZE] = "", until[DATE_SIZE] = "";

	if (since_is_dated && filters->days.has_first)
		date_day(since, filters->days.first);
	else if (since_is_dated)
		date_utc(since, filters->since);
	if (filters->has_until && filters->days.has_end)
		date_day(until, filters->days.end - 1);
	else if (filters->has_until)
		date_utc(until, filters->until);
	since[DAY_TEXT] = until[DAY_TEXT] = '\0';
	add_filter(to, FILTER_PERIOD, "since", since, true);
	add_filter(to, FILTER_PERIOD, "until", until, true);
}

/* Whose ratings they are limits in any case. */
static void
add_rater_name(const struct writing *to, const struct filter_bar *filters)
{
	if (filters->raters.n == 0 || (to->without & FILTER_RATER) != 0)
		return;
	str_addf(to->text, "%s %s", to->style == TERSE ? "by" : "rated by",
	    filter_bar_rater(filters));
}

static void
write_filters(const struct writing *to, const struct filter_bar *filters)
{
	bool dated = filters->has_since && filters->period <= 0;
	bool named = filters->period >= 0 && !dated;
	const char *period = "";

	if (named)
		period = to->style == TERSE ? periods[filters->period].terse
					    : periods[filters->period].name;
	add_rater_name(to, filters);
	add_filter(to, FILTER_ROUND, "round",
	    label_of(&filters->rounds, filters->round), filters->round >= 0);
	add_filter(to, FILTER_COMPANY, "company",
	    label_of(&filters->companies, filters->company),
	    filters->company >= 0);
	add_filter(to, FILTER_LEVEL, "level",
	    label_of(&filters->levels, filters->level), filters->level >= 0);
	add_filter(to, FILTER_PERIOD, "period", period, filters->period > 0);
	add_dates(to, filters, dated);
}

void
filter_bar_text(const struct filter_bar *filters, unsigned without, int cols,
    struct str *text)
{
	struct writing to = {text, text->len, FULL, without};

	for (; to.style < STYLES; to.style++) {
		str_cut(text, to.begun);
		write_filters(&to, filters);
		if (utf8_cells(text->s + to.begun, text->len - to.begun) <=
		    cols)
			return;
	}
}

bool
filter_bar_any(const struct filter_bar *filters)
{
	return filters->round >= 0 || filters->company >= 0 ||
	       filters->level >= 0 || filters->has_since || filters->has_until;
}
