/* SPDX-License-Identifier: MIT */
#include "base/csv.h"

#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv_plain.h"
#include "base/csv_text.h"
#include "base/mem.h"
#include "base/str.h"

enum {
	/* What libcsv grows its field by; it would be 128. */
	BLOCK = 1 << 12,
	/* A field in libcsv's buffer: with closing quote, NUL and one over. */
	BUFFER_MAX = CSV_FIELD_MAX + 3,
};

struct csv_reader {
	struct csv_text text;
	bool started; /* the parser and the repair */
	struct csv_parser parser;
	struct csv_plain plain;
	bool within; /* the parser is, in a record */
	struct csv_repair repair;
	csv_repaired_fn *repaired; /* NULL: nothing is mended */
	struct str mended;
	size_t line;   /* the line of the next field, from 1 */
	bool after_cr; /* the last byte ended a record and was a CR */
	bool stopped;  /* no more records: all was said, or a problem */
	bool refused;

	/* The record so far, where the parser reads it: its fields, each ended
	 * by NUL, and their starts within `fields_text`. */
	struct str fields_text;
	size_t *starts;
	size_t n_fields;
	const char **fields; /* to be handed over */
	size_t room;         /* for starts and fields */
	size_t record_line;

	csv_record_fn *record;
	void *arg;
	struct csv_problem problem;
	struct err *err; /* of the present step */
};

static void
note_problem(struct csv_reader *reader, size_t line, size_t offset)
{
	reader->stopped = reader->refused = true;
	reader->problem.line = line;
	reader->problem.offset = offset;
}

static void
refuse(
    struct csv_reader *reader, size_t line, size_t offset, const char *reason)
{
	note_problem(reader, line, offset);
	reader->problem.column = reader->n_fields + 1;
	fail(reader->err, "%s, line %zu: %s", reader->text.source->name, line,
	    reason);
}

/* At the start of the field that is being read. */
static void
refuse_field(struct csv_reader *reader, const char *reason)
{
	refuse(reader, reader->line,
	    csv_text_line_start(&reader->text, reader->line), reason);
}

static void
refuse_long_field(struct csv_reader *reader)
{
	refuse_field(
	    reader, "a field is longer than 1 MiB; is a quote missing?");
}

static void
make_room(struct csv_reader *reader, size_t fields)
{
	reader->room = fields;
	reader->starts =
	    mem_grow(reader->starts, fields, sizeof(*reader->starts));
	reader->fields =
	    mem_grow(reader->fields, fields, sizeof(*reader->fields));
}

static void
keep_field(struct csv_reader *reader, const char *bytes, size_t n)
{
	if (reader->n_fields == reader->room)
		make_room(reader, reader->room * 2);
	reader->starts[reader->n_fields++] = reader->fields_text.len;
	str_addn(&reader->fields_text, bytes, n);
	str_ch(&reader->fields_text, '\0');
}

/* libcsv's callback at the end of a field; `bytes` is NULL for an empty one. */
static void
end_field(void *bytes, size_t n, void *arg)
{
	struct csv_reader *reader = arg;

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
		reader->line += csv_text_count_lines(bytes, n);
	reader->after_cr = false;
}

static void
hand_over(struct csv_reader *reader, size_t n)
{
	const struct csv_record record = {
	    .line = reader->record_line,
	    .n = n,
	    .fields = reader->fields,
	};
	int rc = reader->record(reader->arg, &record, reader->err);

	reader->stopped = rc != 0;
	if (rc < 0)
		note_problem(reader, record.line,
		    csv_text_line_start(&reader->text, record.line));
}

static void
hand_over_kept(struct csv_reader *reader)
{
	for (size_t i = 0; i < reader->n_fields; i++) {
		const char *field = reader->fields_text.s + reader->starts[i];

		reader->fields[i] = *field != '\0' ? field : NULL;
	}
	hand_over(reader, reader->n_fields);
	reader->n_fields = 0;
	str_clear(&reader->fields_text);
}

/*
 * libcsv's callback at the end of a record, and for every line end between
 * records: that and the line ends in fields are all there are, so the lines
 * can be counted here although the bytes are fed by the chunk.
 */
static void
end_record(int ended_by, void *arg)
{
	struct csv_reader *reader = arg;

	if (reader->stopped)
		return;
	if (reader->n_fields > 0)
		hand_over_kept(reader);
	if (ended_by == '\r' || (ended_by == '\n' && !reader->after_cr))
		reader->line++;
	reader->after_cr = ended_by == '\r';
	/* Lines are fed one by one: this LF is the last byte of one. */
	reader->within = ended_by != '\n';
}

/* Takes the record past the parser, its fields where they stand; 0: it can't,
 * as one that may hold too long a field: the parser tells. */
static size_t
take_plain(struct csv_reader *reader, char *bytes, size_t n)
{
	struct csv_plain *plain = &reader->plain;
	size_t within = n < CSV_FIELD_MAX ? n : CSV_FIELD_MAX;
	size_t used = csv_plain_record(plain, bytes, within);
	char *last_end, ended_by;

	if (used == 0)
		return 0;
	last_end =
	    plain->fields[plain->n - 1].s + plain->fields[plain->n - 1].n;
	ended_by = *last_end;
	reader->record_line = reader->line++;
	for (size_t i = 0; i < plain->n; i++) {
		const struct csv_span *field = &plain->fields[i];

		reader->fields[i] = field->n > 0 ? field->s : NULL;
		field->s[field->n] = '\0';
		if (field->quoted)
			reader->line +=
			    csv_text_count_lines(field->s, field->n);
	}
	hand_over(reader, plain->n);
	*last_end = ended_by;
	return used;
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

/* Where libcsv stopped: at the byte after the `used` ones, which is in the
 * block unless they were mended before. */
static void
explain(struct csv_reader *reader, const char *bytes, size_t used)
{
	struct csv_text *text = &reader->text;

	if (csv_error(&reader->parser) != CSV_EPARSE) {
		refuse_long_field(reader);
		return;
	}
	refuse(reader, csv_text_line_at(text, used), text->offset + used,
	    bytes[used] == '"'
		? "a quote inside a field that does not begin with one; "
		  "--lenient takes it literally"
		: "text after the quote that closes a field; --lenient takes "
		  "the quote literally");
}

/* Up to the end of its line; returns what was taken of it. */
static size_t
parse_line(struct csv_reader *reader, const char *bytes, size_t at, size_t n)
{
	const char *end = memchr(bytes + at, '\n', n - at);
	size_t line = (end != NULL ? (size_t)(end - bytes) + 1 : n) - at, used;

	reader->within = true;
	used = csv_parse(
	    &reader->parser, bytes + at, line, end_field, end_record, reader);
	/* csv_fini() would hand the broken field on as a good one. */
	if (used < line && !reader->stopped)
		explain(reader, bytes, at + used);
	return used;
}

static void
feed(struct csv_reader *reader, char *bytes, size_t n)
{
	size_t used;

	for (size_t at = 0; at < n && !reader->stopped; at += used) {
		used =
		    reader->within ? 0 : take_plain(reader, bytes + at, n - at);
		if (used == 0)
			used = parse_line(reader, bytes, at, n);
	}
}

static void
finish(struct csv_reader *reader)
{
	if (reader->stopped ||
	    csv_fini(&reader->parser, end_field, end_record, reader) == 0)
		return;
	if (csv_error(&reader->parser) != CSV_EPARSE)
		refuse_long_field(reader);
	else
		refuse_field(reader,
		    "a quote that opens a field is never closed; --lenient "
		    "takes it literally");
}

/* The bytes of the block, mended where that is wanted. */
static void
feed_block(struct csv_reader *reader)
{
	const struct csv_text *text = &reader->text;

	if (reader->repaired == NULL) {
		feed(reader, text->block, text->n);
		return;
	}
	csv_repair_feed(&reader->repair, text->block, text->n, text->n == 0,
	    &reader->mended);
	feed(reader, reader->mended.s, reader->mended.len);
	str_clear(&reader->mended);
}

/* The delimiter is known with the first block. */
static int
start(struct csv_reader *reader)
{
	const struct csv_text *text = &reader->text;

	reader->line = text->line;
	if (init_parser(&reader->parser, text->delimiter) != 0)
		return fail(reader->err, "%s: the CSV reader does not start",
		    text->source->name);
	if (reader->repaired != NULL)
		csv_repair_init(&reader->repair, text->delimiter, text->line,
		    reader->repaired, reader->arg);
	csv_plain_init(&reader->plain, text->delimiter);
	reader->started = true;
	return 0;
}

struct csv_reader *
csv_reader_new(struct source *source, const struct csv_options *options,
    csv_record_fn *record, void *arg)
{
	struct csv_reader *reader = mem_zero(1, sizeof(*reader));

	str_init(&reader->fields_text);
	str_init(&reader->mended);
	make_room(reader, CSV_PLAIN_FIELDS);
	reader->record = record;
	reader->repaired = options->repaired;
	reader->arg = arg;
	csv_text_init(&reader->text, source, options->delimiter);
	reader->text.skip_lines = options->skip_lines;
	reader->text.find_delimiter = options->find_delimiter;
	return reader;
}

int
csv_reader_step(
    struct csv_reader *reader, struct csv_problem *problem, struct err *err)
{
	int rc;

	reader->err = err;
	rc = csv_text_next(&reader->text, &reader->problem, err);
	if (rc == 0 && !reader->started)
		rc = start(reader);
	if (rc == 0) {
		feed_block(reader);
		if (reader->text.n == 0)
			finish(reader);
	}
	if (rc != 0 || reader->refused) {
		if (problem != NULL)
			*problem = reader->problem;
		return -1;
	}
	return reader->stopped || reader->text.n == 0 ? 0 : 1;
}

char
csv_reader_delimiter(const struct csv_reader *reader)
{
	return reader->text.delimiter;
}

void
csv_reader_free(struct csv_reader *reader)
{
	if (reader == NULL)
		return;
	if (reader->started)
		csv_free(&reader->parser);
	if (reader->started && reader->repaired != NULL)
		csv_repair_release(&reader->repair);
	csv_text_release(&reader->text);
	str_release(&reader->fields_text);
	str_release(&reader->mended);
	free(reader->starts);
	free(reader->fields);
	free(reader);
}

int
csv_read_source(struct source *source, const struct csv_options *options,
    csv_record_fn *record, void *arg, struct csv_problem *problem,
    struct err *err)
{
	struct csv_reader *reader =
	    csv_reader_new(source, options, record, arg);
	int rc;

	do
		rc = csv_reader_step(reader, problem, err);
	while (rc == 1);
	csv_reader_free(reader);
	return rc;
}

int
csv_read(const char *name, const char *bytes, size_t n, char delimiter,
    csv_record_fn *record, void *arg, struct csv_problem *problem,
    struct err *err)
{
	const struct csv_options options = {.delimiter = delimiter};
	struct source source;

	source_memory(&source, name, bytes, n);
	return csv_read_source(&source, &options, record, arg, problem, err);
}
