/* SPDX-License-Identifier: MIT */
/* The part of status that tells how steady one's own ratings are. */
#ifndef CLI_STATUS_DRIFT_H
#define CLI_STATUS_DRIFT_H

#include "base/clock.h"
#include "base/json.h"
#include "store/cold.h"

struct status_drift {
	const struct rules *rules; /* borrowed from the store */
	int cold_due;
	struct drift_row *rows;
	int n;
};

/* Release it also after a failure. */
int status_drift_load(struct store *store, struct instant now,
    struct status_drift *drift, struct err *err);
void status_drift_release(struct status_drift *drift);

/* As members of the object that is open; as records; as sentences. */
void status_drift_json(struct json *json, const struct status_drift *drift);
void status_drift_records(const struct status_drift *drift);
void status_drift_people(const struct status_drift *drift);

#endif
