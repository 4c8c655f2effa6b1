/* SPDX-License-Identifier: MIT */
/* The columns of an export that are computed from facts. */
#ifndef IO_DERIVE_H
#define IO_DERIVE_H

#include "core/verdict.h"
#include "store/judge.h"
#include "store/store.h"

/* What an export keeps from row to row. */
struct exporter {
	struct store *store;
	const char *rater; /* whose ratings it is by */
	/* The session judged last: its rows come one after the other. */
	int64_t session_pk;
	struct session_judged session;
	struct judging judging; /* answers */
};

/* By the ratings of oneself. */
void exporter_init(struct exporter *exporter, struct store *store);
void exporter_release(struct exporter *exporter);

/* Fill in the derived columns, by their position in the kind's columns. */
int derive_session(struct exporter *exporter, const struct rows *rows,
    const struct field_value *facts, struct field_value *out, struct err *err);
int derive_answer(struct exporter *exporter, const struct rows *rows,
    const struct field_value *facts, struct field_value *out, struct err *err);

/* The session's verdict by the rater, kept until another is asked. */
int exporter_session(struct exporter *exporter, int64_t session_pk,
    const struct session_judged **judged, struct err *err);

struct field_value value_text(const char *text);
struct field_value value_int(int64_t value);
struct field_value value_number(double value);
struct field_value value_bool(bool value);
struct field_value value_score(struct score score);

#endif
