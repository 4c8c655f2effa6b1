/* SPDX-License-Identifier: MIT */
#include "core/priority.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/number.h"

static struct part *
at_place(const struct parts *parts, size_t at)
{
	return parts_nth(parts, PART_PRIORITY, at);
}

void
priority_begin(struct parts *parts, const struct material *material)
{
	if (at_place(parts, 0) != NULL)
		return;
	for (size_t i = 0; i < material->n_features; i++)
		parts_add(
		    parts, PART_PRIORITY, material->features[i].label, "");
}

size_t
priority_count(const struct parts *parts)
{
	size_t n = 0;

	while (at_place(parts, n) != NULL)
		n++;
	return n;
}

static void
swap(struct part *a, struct part *b)
{
	struct part kept = *a;

	*a = *b;
	*b = kept;
}

bool
priority_move(struct parts *parts, size_t at, int by)
{
	size_t to = by < 0 ? at - 1 : at + 1;

	if (by < 0 && at == 0)
		return false;
	if (at_place(parts, at) == NULL || at_place(parts, to) == NULL)
		return false;
	swap(at_place(parts, at), at_place(parts, to));
	return true;
}

/* The next number of the line, "" at its end; owned. */
static char *
next_number(const char **line)
{
	static const char between[] = " \t,;";
	size_t n;
	char *number;

	*line += strspn(*line, between);
	n = strcspn(*line, between);
	number = mem_textn(*line, n);
	*line += n;
	return number;
}

/* The place that a number of the line names; each is named once. */
static int
read_place(
    const char *number, bool *taken, size_t n, size_t *place, struct err *err)
{
	int64_t value;

	if (!number_parse_int(number, 1, (int64_t)n, &value))
		return fail(
		    err, "'%.40s' is no number from 1 to %zu", number, n);
	*place = (size_t)value - 1;
	if (taken[*place])
		return fail(err, "%s is named twice", number);
	taken[*place] = true;
	return 0;
}

/* `order[i]` is the place of what comes to place `i`. */
static int
read_order(const char *line, size_t n, size_t *order, struct err *err)
{
	bool *taken = mem_zero(n + 1, sizeof(*taken));
	char *number = next_number(&line);
	size_t named = 0;
	int rc = 0;

	while (rc == 0 && *number != '\0') {
		rc = read_place(number, taken, n, &order[named], err);
		named += rc == 0;
		free(number);
		number = next_number(&line);
	}
	if (rc == 0 && named < n)
		rc = fail(err,
		    "%zu numbers are wanted, one for each feature; "
		    "here %s %zu",
		    n, named == 1 ? "is" : "are", named);
	free(number);
	free(taken);
	return rc;
}

int
priority_arrange(struct parts *parts, const char *line, struct err *err)
{
	size_t n = priority_count(parts);
	size_t *order = mem_zero(n + 1, sizeof(*order));
	struct part *arranged = mem_zero(n + 1, sizeof(*arranged));
	int rc = read_order(line, n, order, err);

	if (rc == 0) {
		for (size_t i = 0; i < n; i++)
			arranged[i] = *at_place(parts, order[i]);
		for (size_t i = 0; i < n; i++)
			*at_place(parts, i) = arranged[i];
	}
	free(arranged);
	free(order);
	return rc;
}

void
priority_say(struct parts *parts, size_t at, const char *trade_off)
{
	struct part *part = at_place(parts, at);

	if (part == NULL)
		return;
	free(part->text);
	part->text = mem_text(trade_off);
}

size_t
priority_unsaid(const struct parts *parts)
{
	const struct part *part;
	size_t unsaid = 0;

	for (size_t i = 0; (part = at_place(parts, i)) != NULL; i++)
		unsaid += *part->text == '\0';
	return unsaid;
}

bool
priority_touched(const struct parts *parts, const struct material *material)
{
	const struct part *part;

	for (size_t i = 0; (part = at_place(parts, i)) != NULL; i++)
		if (*part->text != '\0' || i >= material->n_features ||
		    strcmp(part->name, material->features[i].label) != 0)
			return true;
	return false;
}

void
priority_text(const struct parts *parts, struct str *out)
{
	const struct part *part;

	for (size_t i = 0; (part = at_place(parts, i)) != NULL; i++)
		str_addf(out, "%zu. %s%s%s\n", i + 1, part->name,
		    *part->text != '\0' ? ": " : "", part->text);
}

size_t
priority_text_len(const struct parts *parts, const char *text)
{
	struct str lines = STR_INIT;
	size_t n = 0;

	priority_text(parts, &lines);
	/* The text may end with the last line, without its newline. */
	if (lines.len > 0 && strncmp(text, lines.s, lines.len - 1) == 0) {
		n = lines.len - 1;
		n += strspn(text + n, "\n");
	}
	str_release(&lines);
	return n;
}
