/* SPDX-License-Identifier: MIT */
#include "screens/reviewing.h"

#include <stdio.h>

#include "store/fresh.h"

static int
look(struct reviewing *reviewing, struct err *err)
{
	return store_stale(reviewing->desk->store, &reviewing->left, err);
}

static int
freshen(struct reviewing *reviewing, struct err *err)
{
	if (reviewing->left == 0)
		return 0;
	if (store_freshen(reviewing->desk->store, FRESH_SLICE, err) != 0)
		return -1;
	return look(reviewing, err);
}

/* What can't be judged is said, and not tried over and over. */
static void
say(struct reviewing *reviewing, int rc, const struct err *err)
{
	if (rc == 0)
		return;
	reviewing->left = 0;
	snprintf(reviewing->notice, sizeof(reviewing->notice), "%s", err->text);
}

static void
judge_on(struct reviewing *reviewing)
{
	struct err err = {0};

	say(reviewing, freshen(reviewing, &err), &err);
}

void
reviewing_again(struct reviewing *reviewing)
{
	struct err err = {0};

	say(reviewing, look(reviewing, &err), &err);
	judge_on(reviewing);
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
		&reviewing->filters, desk->store, rater, err) != 0) {
		reviewing_release(reviewing);
		return -1;
	}
	reviewing_again(reviewing);
	return 0;
}

void
reviewing_release(struct reviewing *reviewing)
{
	filter_bar_release(&reviewing->filters);
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
	judge_on(reviewing);
	return reviewing->left == 0 ? REVIEWING_ALL : REVIEWING_MORE;
}

int64_t
reviewing_deadline(const struct reviewing *reviewing, struct instant now)
{
	return reviewing->left == 0 ? -1 : now.mono_ms;
}

struct store_filter
reviewing_filter(const struct reviewing *reviewing)
{
	return filter_bar_now(&reviewing->filters, NULL);
}

const char *
reviewing_rater(const struct reviewing *reviewing)
{
	return filter_bar_rater(&reviewing->filters);
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
	if (reviewing->left == 0)
		return NULL;
	snprintf(out, REVIEWING_TEXT, "judging anew: %d left", reviewing->left);
	return out;
}
