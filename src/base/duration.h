/* SPDX-License-Identifier: MIT */
/* Times as people write them. */
#ifndef BASE_DURATION_H
#define BASE_DURATION_H

#include <stdbool.h>

/* `90`, in units of `unit` seconds; `90 s`, `1.5 min`, `1,5 min`, `2 minutes`,
 * `1 h`, `2:30` (minutes and seconds) in their own.  False on anything else. */
bool duration_parse(const char *text, double unit, double *seconds);

#endif
