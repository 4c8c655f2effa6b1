/* SPDX-License-Identifier: MIT */
/* The comparison as a file. */
#include "base/csv.h"
#include "base/number.h"
#include "screens/contrast_side.h"

static const char *
name_of(const struct contrast_row *row)
{
	if (row->answer_id != NULL)
		return row->label;
	return row->signal != NULL ? row->signal : "overall";
}

void
contrast_write(const struct contrast_rows *rows, FILE *to)
{
	fputs("signal,side_a,n_a,mean_a,side_b,n_b,mean_b,difference,low,"
	      "high,verdict\r\n",
	    to);
	for (int i = 0; i < rows->n; i++) {
		const struct contrast_row *row = &rows->rows[i];
		const struct contrast *contrast = &row->contrast;
		double numbers[] = {
		    contrast->by, contrast->low, contrast->high};
		char text[NUMBER_SIZE];

		csv_write_text(to, name_of(row), false);
		for (int side = 0; side < CONTRAST_SIDES; side++) {
			fputc(',', to);
			csv_write_text(to, rows->sides[side], false);
			number_text(text, row->sides[side].mean);
			fprintf(to, ",%d,%s", row->sides[side].n,
			    row->sides[side].n > 0 ? text : "");
		}
		for (int k = 0; k < 3; k++) {
			number_text(text, numbers[k]);
			fprintf(to, ",%s",
			    contrast->verdict == CONTRAST_FEW ? "" : text);
		}
		fprintf(to, ",%s\r\n", contrast_word(contrast->verdict));
	}
}
