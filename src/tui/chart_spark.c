/* SPDX-License-Identifier: MIT */
#include "tui/chart_parts.h"

enum { SPARK_LEVELS = 8 };

static const char *const sparks[SPARK_LEVELS] = {
    "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

/* One cell of a sparkline. */
static const char *
spark(double up, bool ascii, double low, double high, char digit[2])
{
	if (!ascii)
		return sparks[chart_rounded(up * (SPARK_LEVELS - 1))];
	digit[0] = (char)('0' + chart_rounded(low + up * (high - low)) % 10);
	digit[1] = '\0';
	return digit;
}

void
chart_sparkline(struct surface *surface, int row, int col, int cols,
    const double *values, int n, double low, double high, double bar)
{
	int shown = n < cols ? n : cols;
	char digit[2];

	for (int i = 0; i < shown; i++) {
		double value = values[n - shown + i];
		double up = chart_share(low, high, value);

		surface_text(surface, row, col + cols - shown + i, 1,
		    value < bar ? ROLE_WARN : ROLE_GOOD,
		    spark(up, surface->ascii, low, high, digit));
	}
}
