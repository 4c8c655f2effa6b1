/* SPDX-License-Identifier: MIT */
#include "core/section.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "core/split.h"

enum { PERCENT = 100 };

static const char blanks[] = " \t\r";

/* Without what may stand behind the words of a heading. */
static size_t
trimmed(const char *s, size_t n)
{
	while (n > 0 && strchr(" \t\r:#", s[n - 1]) != NULL)
		n--;
	return n;
}

static bool
is_label(const char *label, const char *s, size_t n)
{
	struct str a = STR_INIT, b = STR_INIT;
	bool same;

	utf8_fold(&a, label, strlen(label));
	utf8_fold(&b, s, n);
	same = strcmp(a.s, b.s) == 0;
	str_release(&a);
	str_release(&b);
	return same;
}

/* The signal whose heading the line is; -1: of none. */
static int
heading_of(const struct rubric *rubric, const char *line, size_t n)
{
	size_t at = 0;

	while (at < n && strchr(blanks, line[at]) != NULL)
		at++;
	if (at == n || line[at] != '#')
		return -1;
	while (at < n && (line[at] == '#' || strchr(blanks, line[at]) != NULL))
		at++;
	n = trimmed(line + at, n - at);
	for (size_t i = 0; n > 0 && i < rubric->n; i++)
		if (is_label(rubric->signals[i].label, line + at, n))
			return (int)i;
	return -1;
}

/* One line after the other. */
struct reader {
	const struct rubric *rubric;
	const char *text;
	size_t n, next;  /* where the next line begins */
	size_t at, len;  /* the present one, without its end */
	int signal;      /* whose section it is in; -1: none yet */
	bool is_heading; /* it is the heading of that */
};

static bool
next_line(struct reader *reader)
{
	const char *line = reader->text + reader->next;
	size_t left = reader->n - reader->next;
	const char *end;
	int signal;

	if (left == 0)
		return false;
	end = memchr(line, '\n', left);
	reader->at = reader->next;
	reader->len = end != NULL ? (size_t)(end - line) : left;
	reader->next += reader->len + (end != NULL ? 1 : 0);
	signal = heading_of(reader->rubric, line, reader->len);
	reader->is_heading = signal >= 0;
	if (signal >= 0)
		reader->signal = signal;
	return true;
}

static struct reader
reader_of(const struct rubric *rubric, const char *text, size_t n)
{
	return (struct reader){
	    .rubric = rubric, .text = text, .n = n, .signal = -1};
}

static void
add_words(struct sections *sections, int signal, const char *text, size_t n)
{
	size_t words = utf8_words(text, n);

	sections->words += words;
	if (signal >= 0)
		sections->at[signal].words += words;
}

/* Words are counted over whole sections: a word may not end with its line. */
static void
read_words(struct sections *sections, struct reader *reader)
{
	size_t from = 0;
	int signal = -1;

	while (next_line(reader)) {
		if (!reader->is_heading)
			continue;
		add_words(
		    sections, signal, reader->text + from, reader->at - from);
		signal = reader->signal;
		from = reader->next;
		sections->at[signal].headed = true;
		sections->headed = true;
	}
	add_words(sections, signal, reader->text + from, reader->n - from);
}

static int
percent(size_t part, size_t whole)
{
	return whole == 0 ? 0 : (int)((part * PERCENT + whole / 2) / whole);
}

void
sections_count(const struct rubric *rubric, const char *text, size_t n,
    struct sections *sections)
{
	struct reader reader = reader_of(rubric, text, n);

	*sections = (struct sections){.n = rubric->n};
	read_words(sections, &reader);
	for (size_t i = 0; i < rubric->n; i++) {
		struct section *section = &sections->at[i];

		section->share = percent(section->words, sections->words);
		section->target =
		    (int)(split_target_s(rubric, i, PERCENT) + 0.5);
	}
}

int
sections_find(
    const struct rubric *rubric, const char *text, size_t n, size_t byte)
{
	struct reader reader = reader_of(rubric, text, n);
	int signal = -1;

	while (next_line(&reader) && reader.at <= byte)
		signal = reader.signal;
	return signal;
}

char *
sections_skeleton(const struct rubric *rubric, size_t *first)
{
	struct str text = STR_INIT;

	*first = 0;
	for (size_t i = 0; i < rubric->n; i++) {
		str_addf(&text, "%s## %s\n\n", i > 0 ? "\n" : "",
		    rubric->signals[i].label);
		if (i == 0)
			*first = text.len - 1;
	}
	return str_detach(&text);
}

bool
sections_bare(const struct rubric *rubric, const char *text, size_t n)
{
	struct reader reader = reader_of(rubric, text, n);

	while (next_line(&reader)) {
		if (reader.is_heading)
			continue;
		for (size_t i = 0; i < reader.len; i++)
			if (strchr(blanks, text[reader.at + i]) == NULL)
				return false;
	}
	return true;
}
