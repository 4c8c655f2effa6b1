/* SPDX-License-Identifier: MIT */
#include "screens/session_hit.h"

#include "core/query.h"

/* What of an answer is searched, and how it is called; a text that comes first
 * is named first. */
enum { TEXTS = 4 };

static const char *const names[TEXTS] = {
    "its text", "its question", "a follow-up", "its question's id"};

static const char *
text_of(const struct answer *answer, int i)
{
	const char *const texts[TEXTS] = {
	    answer->text, answer->prompt, answer->probes, answer->question_id};

	return texts[i];
}

static int
count(unsigned bits)
{
	int n = 0;

	for (; bits != 0; bits &= bits - 1)
		n++;
	return n;
}

static int
held_by(const struct query *query, const struct answer *answer)
{
	unsigned held = 0;

	for (int i = 0; i < TEXTS; i++)
		held |= query_held(query, text_of(answer, i));
	return count(held);
}

struct session_hit
session_hit_find(
    const struct answer_row *rows, int n, const char *note, const char *search)
{
	struct session_hit hit = {.answer = -1};
	struct query query;
	int most = 0, in_note;

	query_read(&query, search);
	for (int i = 0; i < n; i++) {
		int held = held_by(&query, &rows[i].answer);

		if (held > most) {
			most = held;
			hit.answer = i;
		}
	}
	in_note = count(query_held(&query, note));
	hit.in_note = in_note > 0 && in_note >= most;
	query_release(&query);
	return hit;
}

/* The text of the answer that holds the most. */
static const char *
name_of(const struct answer *answer, const char *search)
{
	struct query query;
	int at = 0, most = 0;

	query_read(&query, search);
	for (int i = 0; i < TEXTS; i++) {
		int held = count(query_held(&query, text_of(answer, i)));

		if (held > most) {
			most = held;
			at = i;
		}
	}
	query_release(&query);
	return names[at];
}

void
session_hit_tell(const struct session_hit *hit, const struct answer_row *rows,
    const char *search, struct str *out)
{
	if (hit->in_note)
		str_add(out, "found in the note");
	if (hit->answer < 0)
		return;
	str_addf(out, "%s answer %d, %s", hit->in_note ? " and" : "found in",
	    hit->answer + 1, name_of(&rows[hit->answer].answer, search));
}
