/* SPDX-License-Identifier: MIT */
#include "screens/peers.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "screens/frame.h"
#include "store/rater.h"

enum { SCORE_TEXT = 16, INDENT = 2 };

static bool
rated_any(const struct answer_judged *judged)
{
	for (size_t i = 0; judged->rubric != NULL && i < judged->rubric->n; i++)
		if (judged->ratings[i] > 0)
			return true;
	return false;
}

static void
add(struct peers *peers, const char *name, const struct answer_judged *judged)
{
	peers->all =
	    mem_grow(peers->all, (size_t)peers->n + 1, sizeof(*peers->all));
	peers->all[peers->n++] = (struct peer){mem_text(name), *judged};
}

int
peers_load(struct store *store, int64_t answer_pk, struct peers *peers,
    struct err *err)
{
	struct raters raters;
	int rc = 0;

	*peers = (struct peers){0};
	if (store_raters(store, &raters, err) != 0)
		return -1;
	for (int i = 0; i < raters.n && rc == 0; i++) {
		struct answer_judged judged;

		if (strcmp(raters.names[i], "self") == 0)
			continue;
		rc = judge_answer(
		    store, answer_pk, raters.names[i], &judged, err);
		if (rc == 0 && rated_any(&judged))
			add(peers, raters.names[i], &judged);
	}
	raters_release(&raters);
	if (rc != 0)
		peers_release(peers);
	return rc;
}

void
peers_release(struct peers *peers)
{
	for (int i = 0; i < peers->n; i++)
		free(peers->all[i].name);
	free(peers->all);
	*peers = (struct peers){0};
}

/* `Situation 4 (you 3), Task 5` */
static void
write_ratings(const struct answer_judged *judged,
    const struct answer_judged *own, struct str *text)
{
	const struct rubric *rubric = judged->rubric;

	for (size_t i = 0; i < rubric->n; i++) {
		int rating = judged->ratings[i], mine = own->ratings[i];

		if (rating == 0)
			continue;
		str_addf(text, "%s%s %d", text->len > 0 ? ", " : "",
		    rubric->signals[i].label, rating);
		if (mine > 0 && mine != rating)
			str_addf(text, " (you %d)", mine);
	}
}

static void
draw_peer(
    struct page *page, const struct peer *peer, const struct answer_judged *own)
{
	const struct judged *judged = &peer->judged.judged;
	struct str text = STR_INIT;
	char overall[SCORE_TEXT];

	score_text(overall, judged->overall);
	if (judged->verdict == VERDICT_NONE)
		page_textf(
		    page, 0, ROLE_TITLE, "Rated by %s, in part", peer->name);
	else
		page_textf(page, 0, ROLE_TITLE, "Rated by %s: %s of 5, %s",
		    peer->name, overall, verdict_name(judged->verdict));
	write_ratings(&peer->judged, own, &text);
	page_text(page, INDENT, ROLE_TEXT, text.s);
	str_release(&text);
}

void
peers_draw(struct page *page, const struct peers *peers,
    const struct answer_judged *own)
{
	for (int i = 0; i < peers->n; i++) {
		page_gap(page);
		draw_peer(page, &peers->all[i], own);
	}
}
