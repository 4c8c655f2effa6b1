/* SPDX-License-Identifier: MIT */
#include "base/csv.h"

#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

enum {
	/* As a stopped libcsv can't be left, what is fed in vain at most. */
	CHUNK = 1 << 16,
	/* What libcsv grows its field by; it would be 128. */
	BLOCK = 1 << 12,
	/* A field in libcsv's buffer: with closing quote, NUL and one over. */
	BUFFER_MAX = CSV_FIELD_MAX + 3,
	CTRL_Z = 0x1A, /* the end of a file, to programs of CP/M's days */
};

struct reader {
	const char *name;
	const char *bytes;
	size_t n;
	size_t at;   /* where the next byte for libcsv stands */
	size_t line; /* the line of the next field, from 1 */
	char delimiter;
	bool after_cr; /* the last byte ended a record and was a CR */
	bool stopped;

	/* The record so far: its fields, each ended by NUL, and their starts
	 * within `text`. */
	struct str text;
	size_t *starts;
	const char **fields;
	size_t n_fields, room;
	size_t record_line;

	csv_record_fn *record;
	void *arg;
	struct csv_problem *problem;
	struct err *err;
};

/* Line breaks in the bytes: LF, CR, or both together. */
static size_t
count_lines(const char *bytes, size_t n)
{
	const char *end = bytes + n;
	size_t lines = 0;

	for (const char *c = bytes; (c = memchr(c, '\n', (size_t)(end - c)));
	     c++)
		lines++;
	for (const char *c = bytes; (c = memchr(c, '\r', (size_t)(end - c)));
	     c++)
		lines += c + 1 == end || c[1] != '\n';
	return lines;
}

static size_t
line_at(const struct reader *reader, size_t offset)
{
	return 1 + count_lines(reader->bytes, offset);
}

static size_t
line_start(const struct reader *reader, size_t line)
{
	size_t at = 0;

	while (line > 1 && at < reader->n) {
		char c = reader->bytes[at++];
		bool pair =
		    c == '\r' && at < reader->n && reader->bytes[at] == '\n';

		if (c == '\n' || (c == '\r' && !pair))
			line--;
	}
	return at;
}

static void
note_problem(struct reader *reader, size_t line, size_t offset)
{
	reader->stopped = true;
	if (reader->problem == NULL)
		return;
	reader->problem->line = line;
	reader->problem->offset = offset;
}

/* The line is named when it is not 0, the whole file. */
static int
refuse(struct reader *reader, size_t line, size_t offset, const char *reason)
{
	note_problem(reader, line, offset);
	if (line == 0)
		return fail(reader->err, "%s: %s", reader->name, reason);
	return fail(
	    reader->err, "%s, line %zu: %s", reader->name, line, reason);
}

/* What Windows-1252 makes of the byte; 0 where it makes nothing of it. */
static uint32_t
from_cp1252(unsigned char byte)
{
	static const uint16_t low[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E,
	    0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
	    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
	    0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

	return byte >= 0x80 && byte < 0xA0 ? low[byte - 0x80] : byte;
}

static int
refuse_byte(struct reader *reader, size_t offset)
{
	unsigned char byte = (unsigned char)reader->bytes[offset];
	uint32_t guess = from_cp1252(byte);
	char reason[160], shown[5] = "";

	if (guess == 0) {
		snprintf(reason, sizeof(reason),
		    "byte 0x%02X at offset %zu is not UTF-8; name the file's "
		    "encoding with --encoding",
		    byte, offset);
	} else {
		utf8_encode(shown, guess);
		snprintf(reason, sizeof(reason),
		    "byte 0x%02X at offset %zu is not UTF-8; "
		    "--encoding cp1252 would read it as %s",
		    byte, offset, shown);
	}
	return refuse(reader, line_at(reader, offset), offset, reason);
}

static bool
starts_with(const struct reader *reader, const char *mark, size_t n)
{
	return reader->n >= n && memcmp(reader->bytes, mark, n) == 0;
}

static int
check_encoding(struct reader *reader)
{
	size_t bad;

	/* UTF-32 first: its little-endian mark begins as UTF-16's does. */
	if (starts_with(reader, "\xFF\xFE\0\0", 4) ||
	    starts_with(reader, "\0\0\xFE\xFF", 4))
		return refuse(reader, 0, 0,
		    "this is UTF-32, not UTF-8; add --encoding UTF-32");
	if (starts_with(reader, "\xFF\xFE", 2) ||
	    starts_with(reader, "\xFE\xFF", 2))
		return refuse(reader, 0, 0,
		    "this is UTF-16, not UTF-8; add --encoding UTF-16");
	const char *nul = memchr(reader->bytes, '\0', reader->n);

	if (nul != NULL) {
		size_t offset = (size_t)(nul - reader->bytes);

		return refuse(reader, line_at(reader, offset), offset,
		    "a NUL byte has no place in CSV; if this is UTF-16, add "
		    "--encoding UTF-16LE");
	}
	if (!utf8_valid(reader->bytes, reader->n, &bad))
		return refuse_byte(reader, bad);
	return 0;
}

/* `sep=;` and a line end, at the start: spreadsheets write it, and obey it. */
static void
take_separator_line(struct reader *reader)
{
	const char *first = reader->bytes + reader->at;
	size_t left = reader->n - reader->at;

	if (left < 6 || memcmp(first, "sep=", 4) != 0 ||
	    strchr("\"\r\n", first[4]) != NULL ||
	    (first[5] != '\r' && first[5] != '\n'))
		return;
	reader->delimiter = first[4];
	reader->line = 2;
	reader->at += 6;
	if (left > 6 && first[5] == '\r' && first[6] == '\n')
		reader->at++;
}

/* Passes over what programs put around the records. */
static void
strip_wrapping(struct reader *reader)
{
	while (reader->n > 0 && reader->bytes[reader->n - 1] == CTRL_Z)
		reader->n--;
	if (starts_with(reader, "\xEF\xBB\xBF", 3))
		reader->at = 3;
	take_separator_line(reader);
}

static void
keep_field(struct reader *reader, const char *bytes, size_t n)
{
	if (reader->n_fields == reader->room) {
		reader->room = reader->room > 0 ? reader->room * 2 : 16;
		reader->starts = mem_grow(
		    reader->starts, reader->room, sizeof(*reader->starts));
		reader->fields = mem_grow(
		    reader->fields, reader->room, sizeof(*reader->fields));
	}
	reader->starts[reader->n_fields++] = reader->text.len;
	str_addn(&reader->text, bytes, n);
	str_ch(&reader->text, '\0');
}

static void
refuse_long_field(struct reader *reader)
{
	refuse(reader, reader->line, line_start(reader, reader->line),
	    "a field is longer than 1 MiB; is a quote missing?");
}

/* libcsv's callback at the end of a field; `bytes` is NULL for an empty one. */
static void
end_field(void *bytes, size_t n, void *arg)
{
	struct reader *reader = arg;

	if (reader->stopped)
		return;
	if (n > CSV_FIELD_MAX) {
		refuse_long_field(reader);
		return;
	}
	if (reader->n_fields == 0)
		reader->record_line = reader->line;
	keep_field(reader, bytes, n);
	if (n > 0)
		reader->line += count_lines(bytes, n);
	reader->after_cr = false;
}

static void
hand_over(struct reader *reader)
{
	struct csv_record record = {
	    .line = reader->record_line,
	    .n = reader->n_fields,
	    .fields = reader->fields,
	};

	for (size_t i = 0; i < record.n; i++) {
		const char *field = reader->text.s + reader->starts[i];

		reader->fields[i] = *field != '\0' ? field : NULL;
	}
	if (reader->record(reader->arg, &record, reader->err) != 0)
		note_problem(
		    reader, record.line, line_start(reader, record.line));
	reader->n_fields = 0;
	str_clear(&reader->text);
}

/*
 * libcsv's callback at the end of a record, and for every line end between
 * records: that and the line ends in fields are all there are, so the lines
 * can be counted here although the bytes are fed by the chunk.
 */
static void
end_record(int ended_by, void *arg)
{
	struct reader *reader = arg;

	if (reader->stopped)
		return;
	if (reader->n_fields > 0)
		hand_over(reader);
	if (ended_by == '\r' || (ended_by == '\n' && !reader->after_cr))
		reader->line++;
	reader->after_cr = ended_by == '\r';
}

/* White space is part of a field (RFC 4180); libcsv would trim it. */
static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

/* Refusing here bounds what an unclosed quote can take. */
static void *
grow_buffer(void *old, size_t n)
{
	return n <= BUFFER_MAX ? mem_grow(old, n, 1) : NULL;
}

static int
init_parser(struct csv_parser *parser, char delimiter)
{
	/* All from the start: with CSV_APPEND_NULL set later libcsv would write
	 * a byte past its buffer. */
	if (csv_init(parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL |
				 CSV_EMPTY_IS_NULL | CSV_REPALL_NL) != 0)
		return -1;
	csv_set_delim(parser, (unsigned char)delimiter);
	csv_set_space_func(parser, no_space);
	csv_set_realloc_func(parser, grow_buffer);
	csv_set_blk_size(parser, BLOCK);
	return 0;
}

static void
explain(struct reader *reader, int error)
{
	if (error != CSV_EPARSE)
		refuse_long_field(reader);
	else if (reader->at == reader->n)
		refuse(reader, reader->line, line_start(reader, reader->line),
		    "a quote that opens a field is never closed");
	else
		refuse(reader, line_at(reader, reader->at), reader->at,
		    reader->bytes[reader->at] == '"'
			? "a quote inside a field that does not begin with one"
			: "text after the quote that closes a field");
}

static void
feed(struct reader *reader, struct csv_parser *parser)
{
	while (reader->at < reader->n && !reader->stopped) {
		size_t left = reader->n - reader->at;
		size_t n = left < CHUNK ? left : CHUNK;
		size_t used = csv_parse(parser, reader->bytes + reader->at, n,
		    end_field, end_record, reader);

		reader->at += used;
		/* csv_fini() would hand the broken field on as a good one. */
		if (used < n && !reader->stopped)
			explain(reader, csv_error(parser));
	}
	if (!reader->stopped &&
	    csv_fini(parser, end_field, end_record, reader) != 0)
		explain(reader, csv_error(parser));
}

int
csv_read(const char *name, const char *bytes, size_t n, char delimiter,
    csv_record_fn *record, void *arg, struct csv_problem *problem,
    struct err *err)
{
	struct csv_parser parser;
	struct reader reader = {
	    .name = name,
	    .bytes = bytes,
	    .n = n,
	    .line = 1,
	    .delimiter = delimiter != '\0' ? delimiter : CSV_COMMA,
	    .text = STR_INIT,
	    .record = record,
	    .arg = arg,
	    .problem = problem,
	    .err = err,
	};

	if (check_encoding(&reader) != 0)
		return -1;
	strip_wrapping(&reader);
	if (init_parser(&parser, reader.delimiter) != 0)
		return fail(err, "%s: the CSV reader does not start", name);
	feed(&reader, &parser);
	csv_free(&parser);
	str_release(&reader.text);
	free(reader.starts);
	free(reader.fields);
	return reader.stopped ? -1 : 0;
}
