/* SPDX-License-Identifier: MIT */
#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"

/* The one thing here that outlives a call: running out of memory has no
 * caller that could be handed the error. */
static void (*on_exhausted)(void);

void
mem_on_exhausted(void (*hook)(void))
{
	on_exhausted = hook;
}

_Noreturn void
mem_exhausted(void)
{
	static const char message[] = "rehearse: out of memory\n";
	void (*hook)(void) = on_exhausted;

	/* The hook may itself find no memory: it runs once. */
	on_exhausted = NULL;
	if (hook != NULL)
		hook();
	/* Nothing is left to do when stderr takes no message. */
	ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);
	(void)written;
	_exit(ERR_FAILED);
}

void *
mem_new(size_t n)
{
	void *memory = malloc(n > 0 ? n : 1);

	if (memory == NULL)
		mem_exhausted();
	return memory;
}

void *
mem_zero(size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		mem_exhausted();
	size_t n = count * size;
	void *memory = calloc(n > 0 ? n : 1, 1);

	if (memory == NULL)
		mem_exhausted();
	return memory;
}

void *
mem_grow(void *old, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		mem_exhausted();
	size_t n = count * size;
	void *memory = realloc(old, n > 0 ? n : 1);

	if (memory == NULL)
		mem_exhausted();
	return memory;
}

char *
mem_text(const char *text)
{
	return text == NULL ? NULL : mem_textn(text, strlen(text));
}

char *
mem_textn(const char *text, size_t n)
{
	if (n == SIZE_MAX)
		mem_exhausted();
	char *copy = mem_new(n + 1);

	if (n > 0)
		memcpy(copy, text, n);
	copy[n] = '\0';
	return copy;
}
