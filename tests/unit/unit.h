/* SPDX-License-Identifier: MIT */
/* cmocka, with the headers that it wants included before it. */
#ifndef UNIT_H
#define UNIT_H

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* cmocka's macro of this name would hide the function of base/err.h. */
#undef fail

#endif
