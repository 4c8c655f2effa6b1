/* SPDX-License-Identifier: MIT */
/*
 * Errors.  A function that can fail returns 0 or -1 and takes a
 * `struct err *` last; on failure it holds one printable sentence that says
 * what, where and what to do, and the status the program would exit with.
 * On success it is untouched.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

enum err_status {
	ERR_NONE = 0,
	ERR_FAILED = 1,   /* the wish could not be met */
	ERR_USAGE = 2,    /* wrong usage, or no usable terminal */
	ERR_DATABASE = 3, /* the database is damaged, foreign or newer */
};

struct err {
	enum err_status status;
	char text[1024];
};

/*
 * Fills `err` with status ERR_FAILED and the formatted text, which is made
 * harmless (utf8_visible()) and cut where it is too long; returns -1.  The
 * old err->text may be one of the arguments.
 */
int fail(struct err *err, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* As fail(), with a status of the caller's choice. */
int fail_as(struct err *err, enum err_status status, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

#endif
