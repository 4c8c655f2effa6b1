/* SPDX-License-Identifier: MIT */
#include "screens/reviewing.h"

#include <stdio.h>

static int
read_slice(struct reviewing *reviewing, struct err *err)
{
	return record_read(
	    reviewing->desk->store, &reviewing->reader, RECORD_SLICE, err);
}

int
reviewing_open(struct reviewing *reviewing, struct desk *desk,
    const struct review_arg *from, struct err *err)
{
	const char *rater = from != NULL ? from->rater : NULL;

	reviewing->desk = desk;
	if (store_rules(desk->store, &reviewing->rules, err) != 0 ||
	    filter_bar_load(&reviewing->filters, desk->store,
		from != NULL ? &from->filter : NULL, err) != 0)
		return -1;
	if (filter_bar_load_raters(
		&reviewing->filters, desk->store, rater, err) == 0) {
		record_reader_init(
		    &reviewing->reader, filter_bar_rater(&reviewing->filters));
		if (read_slice(reviewing, err) == 0)
			return 0;
	}
	reviewing_release(reviewing);
	return -1;
}

void
reviewing_release(struct reviewing *reviewing)
{
	record_reader_release(&reviewing->reader);
	filter_bar_release(&reviewing->filters);
}

/* What can't be read is said, and not tried over and over. */
static void
read_on(struct reviewing *reviewing)
{
	struct err err = {0};

	if (reviewing->reader.done || read_slice(reviewing, &err) == 0)
		return;
	reviewing->reader.done = true;
	snprintf(reviewing->notice, sizeof(reviewing->notice), "%s", err.text);
}

void
reviewing_again(struct reviewing *reviewing)
{
	record_reader_release(&reviewing->reader);
	record_reader_init(
	    &reviewing->reader, filter_bar_rater(&reviewing->filters));
	read_on(reviewing);
}

/* Changes a filter; false where the action is none of these. */
static bool
change_filter(struct reviewing *reviewing, int action, struct instant now)
{
	struct filter_bar *filters = &reviewing->filters;

	switch (action) {
	case REVIEWING_ROUND:
		filter_bar_next_round(filters);
		return true;
	case REVIEWING_COMPANY:
		filter_bar_next_company(filters);
		return true;
	case REVIEWING_LEVEL:
		filter_bar_next_level(filters);
		return true;
	case REVIEWING_PERIOD:
		filter_bar_next_period(filters, now);
		return true;
	case REVIEWING_RATER:
		filter_bar_next_rater(filters);
		reviewing_again(reviewing);
		return true;
	default: /* the screen's own */
		return false;
	}
}

enum reviewing_change
reviewing_event(struct reviewing *reviewing, const struct key_binding *keys,
    const struct event *event)
{
	if (event->kind == EVENT_KEY) {
		reviewing->notice[0] = '\0';
		return change_filter(reviewing, keymap_action(keys, event->key),
			   event->now)
			   ? REVIEWING_OTHER
			   : REVIEWING_SAME;
	}
	if (event->kind != EVENT_TICK)
		return REVIEWING_SAME;
	read_on(reviewing);
	return reviewing->reader.done ? REVIEWING_ALL : REVIEWING_MORE;
}

int64_t
reviewing_deadline(const struct reviewing *reviewing, struct instant now)
{
	return reviewing->reader.done ? -1 : now.mono_ms;
}

struct record_filter
reviewing_filter(const struct reviewing *reviewing)
{
	struct store_filter now = filter_bar_now(&reviewing->filters, NULL);

	return (struct record_filter){
	    .round = now.round,
	    .company = now.company,
	    .level = now.level,
	    .has_since = now.has_since,
	    .has_until = now.has_until,
	    .since = now.since,
	    .until = now.until,
	    .days = now.days,
	};
}

bool
reviewing_states_filters(
    const struct reviewing *reviewing, unsigned without, int cols)
{
	struct str text = STR_INIT;
	bool any;

	filter_bar_text(&reviewing->filters, without, cols, &text);
	any = text.len > 0;
	str_release(&text);
	return any;
}

void
reviewing_draw_filters(const struct reviewing *reviewing, unsigned without,
    struct surface *surface, struct area area)
{
	struct str text = STR_INIT;

	filter_bar_text(&reviewing->filters, without, area.cols, &text);
	surface_text_cut(
	    surface, area.row, area.col, area.cols, ROLE_DIM, text.s);
	str_release(&text);
}

const char *
reviewing_progress(const struct reviewing *reviewing, char out[REVIEWING_TEXT])
{
	if (reviewing->reader.done)
		return NULL;
	snprintf(out, REVIEWING_TEXT, "reading: %d sessions",
	    reviewing->reader.record.n_sessions);
	return out;
}
