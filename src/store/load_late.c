/* SPDX-License-Identifier: MIT */
#include "store/load_late.h"

#include <string.h>

#include "store/question.h"

/* A missing text is one of no bytes. */
static bool
holds_text(const struct field_value *fact)
{
	return fact->kind == VALUE_TEXT ||
	       (fact->kind == VALUE_NONE && fact->s != NULL);
}

/* Packed: the line, then each fact's kind with its number or its text. */
void
load_late_add(struct str *late, const struct field_value *facts, size_t line)
{
	str_addn(late, (const char *)&line, sizeof(line));
	for (int i = 0; i < QUESTION_FACTS; i++) {
		bool is_text = holds_text(&facts[i]);

		str_ch(late, (char)facts[i].kind);
		str_ch(late, is_text);
		if (is_text)
			str_addn(late, facts[i].s, strlen(facts[i].s) + 1);
		else
			str_addn(late, (const char *)&facts[i].r,
			    sizeof(facts[i].r));
	}
}

const char *
load_late_read(const char *at, struct field_value *facts, size_t *line)
{
	memcpy(line, at, sizeof(*line));
	at += sizeof(*line);
	for (int i = 0; i < QUESTION_FACTS; i++) {
		bool is_text = at[1];

		facts[i] = (struct field_value){.kind = (enum field_kind)at[0]};
		at += 2;
		if (is_text) {
			facts[i].s = at;
			at += strlen(at) + 1;
		} else {
			memcpy(&facts[i].r, at, sizeof(facts[i].r));
			at += sizeof(facts[i].r);
		}
	}
	return at;
}
