/* SPDX-License-Identifier: MIT */
#include "base/duration.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"

enum { MINUTE = 60, HOUR = 3600 };
enum { THOUSANDS = 3 }; /* digits behind a comma that groups them */

static const struct {
	const char *name;
	double seconds;
} units[] = {
    {"s", 1},
    {"sec", 1},
    {"secs", 1},
    {"second", 1},
    {"seconds", 1},
    {"m", MINUTE},
    {"min", MINUTE},
    {"mins", MINUTE},
    {"minute", MINUTE},
    {"minutes", MINUTE},
    {"h", HOUR},
    {"hr", HOUR},
    {"hour", HOUR},
    {"hours", HOUR},
};

static bool
find_unit(const char *name, double *unit)
{
	size_t n = strcspn(name, " .");

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (strlen(units[i].name) == n &&
		    strncasecmp(units[i].name, name, n) == 0) {
			*unit = units[i].seconds;
			return name[n + strspn(name + n, " .")] == '\0';
		}
	}
	return false;
}

/* `2:30` */
static bool
parse_clock(const char *text, double *seconds)
{
	char minutes[8];
	size_t n = strcspn(text, ":");
	int64_t m, s;

	if (text[n] != ':' || n >= sizeof(minutes))
		return false;
	memcpy(minutes, text, n);
	minutes[n] = '\0';
	if (!number_parse_int(minutes, 0, HOUR, &m) ||
	    !number_parse_int(text + n + 1, 0, MINUTE - 1, &s))
		return false;
	*seconds = (double)(m * MINUTE + s);
	return true;
}

/* Half of the world has a comma before the decimals; one before three of them
 * may as well be between thousands, and is neither. */
static bool
take_comma(char *number)
{
	char *comma = strchr(number, ',');

	if (comma == NULL)
		return true;
	*comma = '.';
	return strchr(comma, ',') == NULL && strlen(comma + 1) != THOUSANDS;
}

bool
duration_parse(const char *text, double unit, double *seconds)
{
	char number[NUMBER_SIZE];
	size_t n;

	text += strspn(text, " ");
	if (parse_clock(text, seconds))
		return true;
	n = strspn(text, "0123456789.,");
	if (n == 0 || n >= sizeof(number))
		return false;
	memcpy(number, text, n);
	number[n] = '\0';
	if (!take_comma(number))
		return false;
	text += n;
	text += strspn(text, " ");
	if (*text != '\0' && !find_unit(text, &unit))
		return false;
	if (!number_parse(number, seconds))
		return false;
	*seconds *= unit;
	return true;
}
