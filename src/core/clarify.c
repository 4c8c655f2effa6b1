/* SPDX-License-Identifier: MIT */
#include "core/clarify.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

static const char *const tags[] = {"clarify", "no-data", "data-given"};

bool
clarify_wanted(const struct question *question)
{
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (question_tagged(question, tags[i]))
			return true;
	return false;
}

bool
clarify_runs(const struct session *session)
{
	const struct take *take = &session->take;

	return session->phase == PHASE_ANSWER && !take->clarified &&
	       take->text.len == 0 && take->n_splits == 0 &&
	       session_task(session)->wants_clarifying;
}

void
clarify_end(struct session *session)
{
	session->take.clarified = true;
}

size_t
clarify_count(const struct parts *parts)
{
	size_t n = 0;

	while (parts_nth(parts, PART_CLARIFYING, n) != NULL)
		n++;
	return n;
}

const char *
clarify_text(const struct parts *parts, size_t nth)
{
	const struct part *part = parts_nth(parts, PART_CLARIFYING, nth);

	return part != NULL ? part->text : "";
}

void
clarify_put(struct parts *parts, size_t nth, const char *text)
{
	struct part *part = parts_nth(parts, PART_CLARIFYING, nth);
	struct str line = STR_INIT;

	utf8_normalise(&line, text, strlen(text));
	if (line.len == 0) {
		parts_remove(parts, PART_CLARIFYING, nth);
	} else if (part != NULL) {
		free(part->text);
		part->text = mem_text(line.s);
	} else if (nth < CLARIFY_MOST) {
		parts_add(parts, PART_CLARIFYING, "", line.s);
	}
	str_release(&line);
}
