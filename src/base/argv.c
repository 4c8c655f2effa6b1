/* SPDX-License-Identifier: MIT */
#include "base/argv.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"

static const char blanks[] = " \t";

/* Takes over the word. */
static void
add_word(struct argv *argv, char *word)
{
	argv->words = mem_grow(argv->words, argv->n + 2, sizeof(*argv->words));
	argv->words[argv->n++] = word;
	argv->words[argv->n] = NULL;
}

/* Appends the word that begins at `at`; returns its end, NULL where a quote
 * has none. */
static const char *
read_word(const char *at, struct str *word)
{
	while (*at != '\0' && strchr(blanks, *at) == NULL) {
		if (*at != '\'' && *at != '"') {
			str_ch(word, *at++);
			continue;
		}
		const char *end = strchr(at + 1, *at);

		if (end == NULL)
			return NULL;
		str_addn(word, at + 1, (size_t)(end - at - 1));
		at = end + 1;
	}
	return at;
}

int
argv_split(const char *command, struct argv *argv, struct err *err)
{
	const char *at = command + strspn(command, blanks);

	*argv = (struct argv){0};
	while (*at != '\0') {
		struct str word = STR_INIT;

		at = read_word(at, &word);
		add_word(argv, str_detach(&word));
		if (at == NULL) {
			argv_release(argv);
			return fail(err, "a quote in `%s` has no end", command);
		}
		at += strspn(at, blanks);
	}
	if (argv->n == 0 || *argv->words[0] == '\0') {
		argv_release(argv);
		return fail(err, "`%s` names no program", command);
	}
	return 0;
}

void
argv_release(struct argv *argv)
{
	for (size_t i = 0; i < argv->n; i++)
		free(argv->words[i]);
	free(argv->words);
	*argv = (struct argv){0};
}

/* False where the word does not hold the mark. */
static bool
fill_word(char **word, const char *mark, const char *text)
{
	const char *at = *word, *found = strstr(at, mark);
	struct str filled = STR_INIT;

	if (found == NULL)
		return false;
	if (found == at && *text == '-')
		str_ch(&filled, ' ');
	for (; found != NULL; found = strstr(at, mark)) {
		str_addn(&filled, at, (size_t)(found - at));
		str_add(&filled, text);
		at = found + strlen(mark);
	}
	str_add(&filled, at);
	free(*word);
	*word = str_detach(&filled);
	return true;
}

void
argv_fill(struct argv *argv, const char *mark, const char *text)
{
	bool filled = false;

	for (size_t i = 1; i < argv->n; i++)
		filled |= fill_word(&argv->words[i], mark, text);
	if (filled)
		return;
	add_word(argv, mem_text(mark));
	fill_word(&argv->words[argv->n - 1], mark, text);
}

static bool
is_program(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	       access(path, X_OK) == 0;
}

/* A `~` or `#` at the start, an `=` in the first word: quoted as well. */
static bool
is_plain(const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789/._-+,:@%";

	return *word != '\0' && word[strspn(word, plain)] == '\0';
}

void
argv_quote(struct str *out, const char *word)
{
	if (is_plain(word)) {
		str_add(out, word);
		return;
	}
	str_ch(out, '\'');
	for (; *word != '\0'; word++)
		if (*word == '\'')
			str_add(out, "'\\''");
		else
			str_ch(out, *word);
	str_ch(out, '\'');
}

bool
argv_found(const char *program)
{
	const char *at = getenv("PATH");
	bool found = false;

	if (strchr(program, '/') != NULL)
		return is_program(program);
	while (at != NULL && !found) {
		size_t n = strcspn(at, ":");
		struct str path = STR_INIT;

		str_addn(&path, at, n);
		str_addf(&path, "%s%s", n > 0 ? "/" : "", program);
		found = is_program(path.s);
		str_release(&path);
		at = at[n] == ':' ? at + n + 1 : NULL;
	}
	return found;
}
