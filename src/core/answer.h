/* SPDX-License-Identifier: MIT */
/*
 * An answer as a fact: what was asked, what was said, how long it took.
 * Everything else (overall, verdict, clean, …) is computed from it and its
 * ratings.
 */
#ifndef CORE_ANSWER_H
#define CORE_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ID_SIZE = 37 }; /* a UUID as text, terminated */

enum mode {
	MODE_TYPED,
	MODE_SPOKEN,
};

const char *mode_name(enum mode mode);

/* False where it is no mode's name. */
bool mode_parse(const char *name, enum mode *mode);

/* Whether a measured result was given. */
enum given {
	GIVEN_UNKNOWN, /* not asked yet, or not recorded */
	GIVEN_NO,
	GIVEN_YES,
};

/* All texts are owned and never NULL; "" means missing. */
struct answer {
	char *id;
	char *session_id;
	char *question_id;
	int attempt;        /* from 1; 0 for a skipped one */
	int64_t started_at; /* seconds since 1970 UTC */
	char *round;
	char *company;
	char *level;
	char *rubric;
	enum mode mode;
	double limit_s;  /* 0: not timed */
	double think_s;  /* used */
	double answer_s; /* overtime in, pauses out */
	double paused_s;
	double opening_s; /* to the first split; negative: not measured */
	char *splits;     /* `signal:seconds|…` */
	int predicted;    /* 1-5, 0: not predicted */
	enum given metric;
	bool hint;
	bool skipped;
	char *prompt; /* as it was asked */
	char *text;
	char *probes; /* `question=text|…` */
};

void answer_release(struct answer *answer);

/* max(0, answer_s − limit_s); 0 when not timed. */
double answer_overtime_s(const struct answer *answer);

/* An opinion of one rater on one signal of an answer. */
struct rating {
	char *signal;
	int value;
	char *note; /* the phrase that earns it; "" when none */
};

#endif
