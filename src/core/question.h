/* SPDX-License-Identifier: MIT */
/* What is asked, and the kind of interview that it belongs to. */
#ifndef CORE_QUESTION_H
#define CORE_QUESTION_H

#include <stdbool.h>

/* All texts are owned and never NULL; "" means missing. */
struct question {
	char *id;
	char *prompt;
	char *round;
	char *rubric;   /* "": the round's */
	char *company;  /* "" and "any": every company */
	char *level;    /* "" and "any": every level */
	double seconds; /* 0: the round's limit */
	char *tags;     /* joined with | */
	char *probes;   /* joined with | */
	char *hint;
	char *look_for;
	bool shipped; /* with the program, and as it came */
};

/* The tag of a question that is kept and is asked no more. */
#define QUESTION_RETIRED "retired"

bool question_retired(const struct question *question);

/* Adds the tag, or takes it away. */
void question_retire(struct question *question, bool retired);

/* True when all facts are the same, wherever they are from. */
bool question_same(const struct question *a, const struct question *b);

void question_release(struct question *question);
void question_copy(struct question *to, const struct question *from);

/* A kind of interview: behavioural, product sense, … */
struct round {
	char *key;
	char *label;
	char *rubric;
	double limit_s;
	double think_s;
	int questions; /* in one sitting */
};

void round_release(struct round *round);

/* True where it has the tag. */
bool question_tagged(const struct question *question, const char *tag);

/* True for "", NULL and "any": such a question fits everyone. */
bool question_any(const char *value);

#endif
