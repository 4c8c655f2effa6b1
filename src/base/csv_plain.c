/* SPDX-License-Identifier: MIT */
#include "base/csv_plain.h"

#include <string.h>

void
csv_plain_init(struct csv_plain *plain, char delimiter)
{
	*plain = (struct csv_plain){.delimiter = delimiter};
	plain->ends[(unsigned char)delimiter] = true;
	plain->ends['"'] = plain->ends['\r'] = plain->ends['\n'] = true;
}

/* Between its quotes; returns what is behind them, NULL where there are more,
 * or none. */
static char *
quoted(struct csv_span *field, char *at, const char *end)
{
	char *quote;

	at++;
	quote = memchr(at, '"', (size_t)(end - at));
	if (quote == NULL)
		return NULL;
	*field = (struct csv_span){at, (size_t)(quote - at), true};
	return quote + 1;
}

static char *
unquoted(const struct csv_plain *plain, struct csv_span *field, char *at,
    const char *end)
{
	char *start = at;

	while (at < end && !plain->ends[(unsigned char)*at])
		at++;
	*field = (struct csv_span){start, (size_t)(at - start), false};
	return at;
}

/* Behind the line end; NULL where there is none. */
static char *
line_end(char *at, const char *end)
{
	if (*at == '\r' && ++at == end)
		return NULL;
	return *at == '\n' ? at + 1 : NULL;
}

size_t
csv_plain_record(struct csv_plain *plain, char *bytes, size_t n)
{
	char *at = bytes, *end = bytes + n;

	if (n == 0 || *at == '\r' || *at == '\n')
		return 0;
	for (plain->n = 0; plain->n < CSV_PLAIN_FIELDS;) {
		struct csv_span *field = &plain->fields[plain->n++];

		at = at < end && *at == '"' ? quoted(field, at, end)
					    : unquoted(plain, field, at, end);
		if (at == NULL || at == end)
			return 0;
		if (*at != plain->delimiter) {
			at = line_end(at, end);
			return at != NULL ? (size_t)(at - bytes) : 0;
		}
		at++;
	}
	return 0;
}
