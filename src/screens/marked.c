/* SPDX-License-Identifier: MIT */
#include "screens/marked.h"

#include <stdlib.h>

#include "base/mem.h"

static const struct {
	const char *open, *close;
	enum role role;
} marks[] = {
    [DIFF_KEPT] = {"", "", ROLE_TEXT},
    [DIFF_REMOVED] = {"[-", "-]", ROLE_BAD},
    [DIFF_ADDED] = {"{+", "+}", ROLE_GOOD},
};

/* Part of one of the texts, and the white space at its end. */
struct part {
	const char *s;
	size_t ink, n;
};

static struct part
part_of(const char *text, size_t at, size_t n)
{
	struct part part = {text + at, n, n};

	while (
	    part.ink > 0 &&
	    (part.s[part.ink - 1] == ' ' || part.s[part.ink - 1] == '\n' ||
		part.s[part.ink - 1] == '\r' || part.s[part.ink - 1] == '\t'))
		part.ink--;
	return part;
}

static void
add_ink(struct marked *marked, enum diff_kind kind, const struct part *part)
{
	struct span span = {
	    .at = marked->text.len,
	    .role = marks[kind].role,
	};

	if (part->ink == 0)
		return;
	str_add(&marked->text, marks[kind].open);
	str_addn(&marked->text, part->s, part->ink);
	str_add(&marked->text, marks[kind].close);
	span.n = marked->text.len - span.at;
	if (kind != DIFF_KEPT)
		marked->spans[marked->n++] = span;
}

static void
add_space(struct marked *marked, const struct part *part)
{
	str_addn(&marked->text, part->s + part->ink, part->n - part->ink);
}

/* A run of both texts.  What gave way to something leaves its white space to
 * that; what is kept before a removed end has none of its own in the new
 * text. */
static void
add_run(struct marked *marked, const struct diff *diff, size_t i,
    const char *old_text, const char *new_text)
{
	const struct diff_run *run = &diff->runs[i];
	enum diff_kind next =
	    i + 1 < diff->n ? diff->runs[i + 1].kind : DIFF_KEPT;
	struct part old = part_of(old_text, run->old_at, run->old_n);
	struct part new = part_of(new_text, run->new_at, run->new_n);

	add_ink(marked, run->kind, run->kind == DIFF_REMOVED ? &old : &new);
	switch (run->kind) {
	case DIFF_KEPT:
		add_space(marked,
		    next == DIFF_REMOVED && new.ink == new.n ? &old : &new);
		break;
	case DIFF_REMOVED:
		if (next != DIFF_ADDED)
			add_space(marked, &old);
		break;
	case DIFF_ADDED:
		add_space(marked, &new);
		break;
	}
}

void
marked_init(struct marked *marked, enum marked_side side,
    const struct diff *diff, const char *old_text, const char *new_text)
{
	*marked = (struct marked){
	    .text = STR_INIT,
	    .spans = mem_zero(diff->n + 1, sizeof(*marked->spans)),
	};
	for (size_t i = 0; i < diff->n; i++) {
		const struct diff_run *run = &diff->runs[i];
		struct part part =
		    side == MARKED_OLD
			? part_of(old_text, run->old_at, run->old_n)
			: part_of(new_text, run->new_at, run->new_n);

		if (side == MARKED_BOTH) {
			add_run(marked, diff, i, old_text, new_text);
		} else {
			add_ink(marked, run->kind, &part);
			add_space(marked, &part);
		}
	}
}

void
marked_release(struct marked *marked)
{
	str_release(&marked->text);
	free(marked->spans);
	*marked = (struct marked){.text = STR_INIT};
}

void
marked_draw(const struct marked *marked, struct page *page)
{
	page_spans(
	    page, 0, ROLE_TEXT, marked->text.s, marked->spans, marked->n);
}
