/* SPDX-License-Identifier: MIT */
#include "base/ini.h"

#include <stdbool.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

/* A piece of the file, without white space around it. */
struct piece {
	const char *s;
	size_t n;
};

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static struct piece
trim(const char *s, size_t n)
{
	while (n > 0 && is_space(*s)) {
		s++;
		n--;
	}
	while (n > 0 && is_space(s[n - 1]))
		n--;
	return (struct piece){s, n};
}

struct ini {
	const char *name;
	int line;
	struct str key; /* with its section */
	size_t section; /* bytes of `key` that are the section and its dot */
	struct str value;
	ini_fn *entry;
	void *arg;
};

static int
take_section(struct ini *ini, struct piece line, struct err *err)
{
	if (line.s[line.n - 1] != ']')
		return fail(err,
		    "%s, line %d: a section begins with [ and "
		    "ends with ]",
		    ini->name, ini->line);
	struct piece section = trim(line.s + 1, line.n - 2);

	str_clear(&ini->key);
	str_addn(&ini->key, section.s, section.n);
	if (section.n > 0)
		str_ch(&ini->key, '.');
	ini->section = ini->key.len;
	return 0;
}

static int
take_setting(struct ini *ini, struct piece line, struct err *err)
{
	const char *equals = memchr(line.s, '=', line.n);

	if (equals == NULL || equals == line.s)
		return fail(err, "%s, line %d: this is no `key = value`",
		    ini->name, ini->line);
	struct piece key = trim(line.s, (size_t)(equals - line.s));
	struct piece value =
	    trim(equals + 1, (size_t)(line.s + line.n - (equals + 1)));

	str_cut(&ini->key, ini->section);
	str_addn(&ini->key, key.s, key.n);
	str_clear(&ini->value);
	str_addn(&ini->value, value.s, value.n);
	return ini->entry(ini->arg, ini->key.s, ini->value.s, ini->line, err);
}

static int
take_line(struct ini *ini, const char *s, size_t n, struct err *err)
{
	struct piece line = trim(s, n);

	if (memchr(s, '\0', n) != NULL || !utf8_valid(s, n, NULL))
		return fail(err, "%s, line %d: this is not UTF-8 text",
		    ini->name, ini->line);
	if (line.n == 0 || *line.s == '#' || *line.s == ';')
		return 0;
	if (*line.s == '[')
		return take_section(ini, line, err);
	return take_setting(ini, line, err);
}

int
ini_read(const char *name, const char *bytes, size_t n, ini_fn *entry,
    void *arg, struct err *err)
{
	static const char mark[] = "\xEF\xBB\xBF"; /* UTF-8's byte order mark */
	struct ini ini = {.name = name,
	    .key = STR_INIT,
	    .value = STR_INIT,
	    .entry = entry,
	    .arg = arg};
	int result = 0;
	size_t at = 0;

	if (n >= strlen(mark) && memcmp(bytes, mark, strlen(mark)) == 0)
		at = strlen(mark);
	while (at < n && result == 0) {
		const char *newline = memchr(bytes + at, '\n', n - at);
		size_t end = newline != NULL ? (size_t)(newline - bytes) : n;

		ini.line++;
		result = take_line(&ini, bytes + at, end - at, err);
		at = end + 1;
	}
	str_release(&ini.key);
	str_release(&ini.value);
	return result;
}
