/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include "cli/status_drift.h"

#include <stdio.h>

#include "base/number.h"
#include "cli/output.h"

int
status_drift_load(struct store *store, struct instant now,
    struct status_drift *drift, struct err *err)
{
	*drift = (struct status_drift){0};
	if (store_rules(store, &drift->rules, err) != 0 ||
	    store_cold_count(store, now, INT_MAX, &drift->cold_due, err) != 0)
		return -1;
	return store_drift(store, &drift->rows, &drift->n, err);
}

void
status_drift_release(struct status_drift *drift)
{
	drift_rows_free(drift->rows, drift->n);
	*drift = (struct status_drift){0};
}

static void
json_row(
    struct json *json, const struct rules *rules, const struct drift_row *row)
{
	bool shown = drift_shown(rules, &row->drift);

	json_object(json);
	json_key(json, "signal");
	json_text(json, row->signal);
	json_key(json, "n");
	json_int(json, row->drift.n);
	json_key(json, "drift");
	if (shown)
		json_number(json, drift_mean(&row->drift));
	else
		json_null(json);
	json_key(json, "spread");
	if (shown)
		json_number(json, drift_spread(&row->drift));
	else
		json_null(json);
	json_end(json);
}

void
status_drift_json(struct json *json, const struct status_drift *drift)
{
	json_key(json, "cold_due");
	json_int(json, drift->cold_due);
	json_key(json, "drift");
	json_array(json);
	for (int i = 0; i < drift->n; i++)
		json_row(json, drift->rules, &drift->rows[i]);
	json_end(json);
}

static void
print_number(double value)
{
	char text[NUMBER_SIZE];

	number_text(text, value);
	printf("\t%s", text);
}

void
status_drift_records(const struct status_drift *drift)
{
	printf("cold_due\t%d\n", drift->cold_due);
	for (int i = 0; i < drift->n; i++) {
		const struct drift_row *row = &drift->rows[i];

		fputs("drift\t", stdout);
		output_text(row->signal);
		printf("\t%d", row->drift.n);
		if (drift_shown(drift->rules, &row->drift)) {
			print_number(drift_mean(&row->drift));
			print_number(drift_spread(&row->drift));
		} else {
			fputs("\t\t", stdout);
		}
		putchar('\n');
	}
}

static void
print_sentence(const struct rules *rules, const struct drift_row *row)
{
	char text[DRIFT_WORDS];

	output_text(row->signal);
	drift_mean_text(text, DRIFT_COLD, &row->drift);
	if (drift_shown(rules, &row->drift))
		printf(": %s, %.2f apart, %d answers rated twice\n", text,
		    drift_spread(&row->drift), row->drift.n);
	else
		printf(": %d of %d answers rated twice\n", row->drift.n,
		    rules->drift_answers);
}

void
status_drift_people(const struct status_drift *drift)
{
	if (drift->cold_due > 0)
		printf("%d answer%s to be rated again: "
		       "`rehearse rate --cold`\n",
		    drift->cold_due,
		    drift->cold_due == 1 ? " waits" : "s wait");
	for (int i = 0; i < drift->n; i++)
		print_sentence(drift->rules, &drift->rows[i]);
	if (drift->cold_due > 0 || drift->n > 0)
		putchar('\n');
}
