/* SPDX-License-Identifier: MIT */
/*
 * Writes one JSON value, UTF-8, without needless white space.  Commas are put
 * by the writer: name each member with json_key() and each value follows.
 *
 *	struct json json = json_begin(stdout);
 *	json_object(&json);
 *	json_key(&json, "rows");
 *	json_int(&json, 3);
 *	json_end(&json);
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { JSON_DEPTH = 16 };

struct json {
	FILE *to;
	int depth;
	bool first[JSON_DEPTH]; /* nothing written at this depth yet */
	bool array[JSON_DEPTH];
	bool after_key;
};

struct json json_begin(FILE *to);
void json_object(struct json *json);
void json_array(struct json *json);
/* Closes the innermost object or array. */
void json_end(struct json *json);
void json_key(struct json *json, const char *name);
/* NULL writes null; control characters and wrong bytes are escaped. */
void json_text(struct json *json, const char *text);
void json_textn(struct json *json, const char *text, size_t n);
void json_int(struct json *json, int64_t value);
/* At least 9 significant digits where it is not whole; NaN writes null. */
void json_number(struct json *json, double value);
void json_bool(struct json *json, bool value);
void json_null(struct json *json);

#endif
