/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/utf8.h"

struct json
json_begin(FILE *to)
{
	return (struct json){.to = to};
}

/* What stands before a value: the comma after the one before it. */
static void
begin_value(struct json *json)
{
	/* Inside an object each value has its name. */
	assert(json->depth == 0 || json->array[json->depth - 1] ||
	       json->after_key);
	if (json->depth > 0 && !json->after_key) {
		if (!json->first[json->depth - 1])
			putc(',', json->to);
		json->first[json->depth - 1] = false;
	}
	json->after_key = false;
}

static void
open_level(struct json *json, bool array)
{
	begin_value(json);
	assert(json->depth < JSON_DEPTH);
	json->first[json->depth] = true;
	json->array[json->depth] = array;
	json->depth++;
	putc(array ? '[' : '{', json->to);
}

void
json_object(struct json *json)
{
	open_level(json, false);
}

void
json_array(struct json *json)
{
	open_level(json, true);
}

void
json_end(struct json *json)
{
	assert(json->depth > 0 && !json->after_key);
	json->depth--;
	putc(json->array[json->depth] ? ']' : '}', json->to);
}

/* Writes the character at `s` that JSON, or UTF-8, won't have as it is. */
static size_t
put_escaped(FILE *to, const char *s, size_t n)
{
	/* The escapes of one letter, each after the character it stands for. */
	static const char short_forms[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	uint32_t cp;
	size_t used = utf8_decode(s, n, &cp);

	for (const char *form = short_forms; *form != '\0'; form += 2) {
		if (*form == *s) {
			putc('\\', to);
			putc(form[1], to);
			return 1;
		}
	}
	fprintf(to, "\\u%04x", (unsigned)cp);
	return used;
}

static bool
is_plain_ascii(char c)
{
	return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

/* Bytes at the start of `s` that can be written as they are. */
static size_t
plain_run(const char *s, size_t n)
{
	size_t at = 0;

	for (;;) {
		size_t used;
		uint32_t cp;

		while (at < n && is_plain_ascii(s[at]))
			at++;
		if (at == n)
			return at;
		used = utf8_decode(s + at, n - at, &cp);
		if (used == 1) /* to be escaped, or a wrong byte */
			return at;
		at += used;
	}
}

static void
put_string(FILE *to, const char *s, size_t n)
{
	putc('"', to);
	for (size_t at = 0; at < n;) {
		size_t run = plain_run(s + at, n - at);

		fwrite(s + at, 1, run, to);
		at += run;
		if (at < n)
			at += put_escaped(to, s + at, n - at);
	}
	putc('"', to);
}

void
json_key(struct json *json, const char *name)
{
	assert(json->depth > 0 && !json->array[json->depth - 1] &&
	       !json->after_key);
	if (!json->first[json->depth - 1])
		putc(',', json->to);
	json->first[json->depth - 1] = false;
	put_string(json->to, name, strlen(name));
	putc(':', json->to);
	json->after_key = true;
}

void
json_textn(struct json *json, const char *text, size_t n)
{
	begin_value(json);
	put_string(json->to, text, n);
}

void
json_text(struct json *json, const char *text)
{
	if (text == NULL)
		json_null(json);
	else
		json_textn(json, text, strlen(text));
}

void
json_int(struct json *json, int64_t value)
{
	begin_value(json);
	fprintf(json->to, "%" PRId64, value);
}

void
json_number(struct json *json, double value)
{
	char text[NUMBER_SIZE];

	if (!isfinite(value)) {
		json_null(json);
		return;
	}
	begin_value(json);
	number_exact(text, value);
	fputs(text, json->to);
}

void
json_bool(struct json *json, bool value)
{
	begin_value(json);
	fputs(value ? "true" : "false", json->to);
}

void
json_null(struct json *json)
{
	begin_value(json);
	fputs("null", json->to);
}
