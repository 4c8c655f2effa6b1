/* SPDX-License-Identifier: MIT */
/* How the candidate stands, on standard output. */
#ifndef CLI_STATUS_PRINT_H
#define CLI_STATUS_PRINT_H

#include "cli/status_drift.h"
#include "store/status.h"

/* One JSON object; else sentences for a terminal, records for a program. */
void status_print(const struct status *status, const struct status_drift *drift,
    bool as_json);

#endif
