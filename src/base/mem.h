/* SPDX-License-Identifier: MIT */
/*
 * Heap memory that is never NULL.  When memory runs out, the hook runs (it
 * saves the draft and restores the terminal) and the program ends with
 * status 1: no caller has a half-written path for it.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* `n` bytes, not cleared.  Free with free(). */
void *mem_new(size_t n);

/* `count` elements of `size` bytes, cleared.  Free with free(). */
void *mem_zero(size_t count, size_t size);

/* As realloc(), for `count` elements of `size` bytes. */
void *mem_grow(void *old, size_t count, size_t size);

/* An owned copy of `text`; NULL gives NULL. */
char *mem_text(const char *text);

/* An owned, terminated copy of the `n` bytes at `text`. */
char *mem_textn(const char *text, size_t n);

/* For a library that found no memory itself; does not return. */
_Noreturn void mem_exhausted(void);

/* Runs once when memory is exhausted, before the program ends. */
void mem_on_exhausted(void (*hook)(void));

#endif
