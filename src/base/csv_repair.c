/* SPDX-License-Identifier: MIT */
#include "base/csv_repair.h"

#include <string.h>

#include "base/csv.h"

static const char literal_quote[] =
    "a quote inside the field was taken literally";
static const char literal_open[] =
    "the quote that opens the field is not closed rightly; it was taken "
    "literally";
static const char no_spaces[] = "spaces around the quotes were dropped";

/* What is waiting, from the start of a field. */
struct view {
	const char *s;
	size_t n;
	char delimiter;
	bool last; /* no more will come */
};

enum found {
	FOUND,
	FOUND_NOT,
	NEEDS_MORE,
};

void
csv_repair_init(struct csv_repair *repair, char delimiter, size_t line,
    csv_repaired_fn *repaired, void *arg)
{
	*repair = (struct csv_repair){
	    .delimiter = delimiter,
	    .line = line,
	    .column = 1,
	    .record = line,
	    .waiting = STR_INIT,
	    .repaired = repaired,
	    .arg = arg,
	};
}

void
csv_repair_release(struct csv_repair *repair)
{
	str_release(&repair->waiting);
}

static bool
is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* A delimiter, a line end, or the end of the file; `at` may be the length. */
static bool
ends_field(const struct view *view, size_t at)
{
	return at == view->n || view->s[at] == view->delimiter ||
	       is_line_end(view->s[at]);
}

/* Longer than any field may be: what is missing won't be waited for. */
static bool
is_too_long(const struct view *view)
{
	return view->n > 2 * (size_t)CSV_FIELD_MAX;
}

static size_t
blanks(const struct view *view, size_t at)
{
	while (at < view->n && view->delimiter != view->s[at] &&
	       (view->s[at] == ' ' || view->s[at] == '\t'))
		at++;
	return at;
}

/* The end of an unquoted field: a delimiter or line end. */
static enum found
find_plain_end(const struct view *view, size_t from, size_t *end)
{
	size_t at = from;

	while (at < view->n && !ends_field(view, at))
		at++;
	*end = at;
	return at < view->n || view->last || is_too_long(view) ? FOUND
							       : NEEDS_MORE;
}

/*
 * By the standard: the end behind the closing quote of a field that opens with
 * one at 0.  `*looked_at` is where a later look goes on.
 */
static enum found
find_quoted_end(const struct view *view, size_t *looked_at, size_t *end)
{
	size_t at = *looked_at > 0 ? *looked_at : 1;

	for (;;) {
		const char *quote = memchr(view->s + at, '"', view->n - at);

		at = quote == NULL ? view->n : (size_t)(quote - view->s);
		*looked_at = at;
		if (quote == NULL || (at + 1 == view->n && !view->last))
			return view->last || is_too_long(view) ? FOUND_NOT
							       : NEEDS_MORE;
		if (ends_field(view, at + 1)) {
			*end = at + 1;
			return FOUND;
		}
		if (view->s[at + 1] != '"')
			return FOUND_NOT;
		at += 2;
	}
}

/* With quotes inside that stand for themselves: the closing quote, on the
 * same line, with nothing but blanks before the end of the field. */
static enum found
find_loose_end(const struct view *view, size_t open, size_t *close)
{
	for (size_t at = open + 1; at < view->n; at++) {
		if (is_line_end(view->s[at]))
			return FOUND_NOT;
		if (view->s[at] != '"')
			continue;
		if (at + 1 < view->n && view->s[at + 1] == '"' &&
		    !(ends_field(view, at + 2) &&
			(at + 2 < view->n || view->last))) {
			at++;
			continue;
		}
		size_t end = blanks(view, at + 1);

		if (end == view->n && !view->last)
			return NEEDS_MORE;
		if (ends_field(view, end)) {
			*close = at;
			return FOUND;
		}
	}
	return view->last || is_too_long(view) ? FOUND_NOT : NEEDS_MORE;
}

/* Quoted anew: each quote doubled, one that is doubled already left so where
 * `pairs`. */
static void
add_quoted(struct str *out, const char *s, size_t n, bool pairs)
{
	str_ch(out, '"');
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '"') {
			str_ch(out, '"');
			if (pairs && i + 1 < n && s[i + 1] == '"')
				i++;
		}
		str_ch(out, s[i]);
	}
	str_ch(out, '"');
}

static void
report(struct csv_repair *repair, const char *how)
{
	repair->repaired(
	    repair->arg, repair->record, repair->line, repair->column, how);
}

/* A field that opens with a quote, wrongly: up to a closing quote on its line,
 * or else up to the next delimiter, the quote being one of its letters. */
static enum found
mend_quoted(struct csv_repair *repair, const struct view *view, size_t open,
    struct str *out, size_t *end)
{
	size_t close;
	enum found found = find_loose_end(view, open, &close);

	if (found == FOUND) {
		bool is_clean =
		    memchr(view->s + open + 1, '"', close - open - 1) == NULL;

		report(repair, is_clean ? no_spaces : literal_quote);
		add_quoted(out, view->s + open + 1, close - open - 1, true);
		*end = blanks(view, close + 1);
		return FOUND;
	}
	if (found == NEEDS_MORE || find_plain_end(view, 0, end) == NEEDS_MORE)
		return NEEDS_MORE;
	report(repair, open > 0 ? literal_quote : literal_open);
	add_quoted(out, view->s, *end, false);
	return FOUND;
}

static enum found
take_quoted(struct csv_repair *repair, const struct view *view, struct str *out,
    size_t *end)
{
	enum found found = find_quoted_end(view, &repair->looked_at, end);

	if (found == FOUND)
		str_addn(out, view->s, *end);
	if (found == FOUND_NOT)
		found = mend_quoted(repair, view, 0, out, end);
	return found;
}

static enum found
take_plain(struct csv_repair *repair, const struct view *view, struct str *out,
    size_t *end)
{
	size_t open = blanks(view, 0);

	if (open == view->n && !view->last && !is_too_long(view))
		return NEEDS_MORE;
	if (open > 0 && open < view->n && view->s[open] == '"')
		return mend_quoted(repair, view, open, out, end);
	if (find_plain_end(view, 0, end) == NEEDS_MORE)
		return NEEDS_MORE;
	if (memchr(view->s, '"', *end) == NULL) {
		str_addn(out, view->s, *end);
	} else {
		report(repair, literal_quote);
		add_quoted(out, view->s, *end, false);
	}
	return FOUND;
}

/* The field's text is passed on; its line breaks count. */
static void
count_lines(struct csv_repair *repair, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\r' || (s[i] == '\n' && !repair->after_cr))
			repair->line++;
		repair->after_cr = s[i] == '\r';
	}
}

/* Passes on the delimiter or the line end behind a field. */
static size_t
take_end(struct csv_repair *repair, const struct view *view, struct str *out)
{
	if (view->n == 0)
		return 0;
	str_ch(out, view->s[0]);
	if (view->s[0] == repair->delimiter)
		repair->column++;
	else
		repair->column = 1;
	count_lines(repair, view->s, 1);
	if (repair->column == 1)
		repair->record = repair->line;
	return 1;
}

/* Passes on one field with what ends it; 0 when that needs more text. */
static size_t
take_field(struct csv_repair *repair, const struct view *view, struct str *out)
{
	size_t end;
	enum found found = view->s[0] == '"'
			       ? take_quoted(repair, view, out, &end)
			       : take_plain(repair, view, out, &end);

	if (found == NEEDS_MORE)
		return 0;
	repair->looked_at = 0;
	count_lines(repair, view->s, end);
	struct view rest = *view;

	rest.s += end;
	rest.n -= end;
	return end + take_end(repair, &rest, out);
}

void
csv_repair_feed(struct csv_repair *repair, const char *bytes, size_t n,
    bool last, struct str *out)
{
	size_t at = 0, taken;

	str_addn(&repair->waiting, bytes, n);
	while (at < repair->waiting.len) {
		struct view view = {
		    .s = repair->waiting.s + at,
		    .n = repair->waiting.len - at,
		    .delimiter = repair->delimiter,
		    .last = last,
		};

		taken = take_field(repair, &view, out);
		if (taken == 0)
			break;
		at += taken;
	}
	if (at > 0) {
		memmove(repair->waiting.s, repair->waiting.s + at,
		    repair->waiting.len - at);
		str_cut(&repair->waiting, repair->waiting.len - at);
	}
}
