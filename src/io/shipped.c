/* SPDX-License-Identifier: MIT */
#include "io/shipped.h"

#include <string.h>

#include "base/csv.h"
#include "base/embed.h"
#include "base/number.h"
#include "io/kind.h"
#include "store/question.h"

static const char file[] = "questions.csv";

struct wanted {
	const char *id;
	const struct kind *kind;
	int column_of[QUESTION_FACTS]; /* from 1; 0: there is none */
	bool header_passed, found;
	struct question question;
};

static void
read_header(struct wanted *wanted, const struct csv_record *record)
{
	for (size_t i = 0; i < record->n; i++) {
		const char *name = record->fields[i];
		int at = name == NULL ? -1 : kind_column(wanted->kind, name);

		if (at >= 0)
			wanted->column_of[wanted->kind->columns[at].fact] =
			    (int)i + 1;
	}
	wanted->header_passed = true;
}

static const char *
field(const struct wanted *wanted, const struct csv_record *record, int fact)
{
	int column = wanted->column_of[fact];
	const char *text = NULL;

	if (column > 0 && (size_t)column <= record->n)
		text = record->fields[column - 1];
	return text == NULL ? "" : text;
}

static void
read_row(struct wanted *wanted, const struct csv_record *record)
{
	struct field_value facts[QUESTION_FACTS];

	for (int i = 0; i < QUESTION_FACTS; i++) {
		const char *text = field(wanted, record, i);

		facts[i] = (struct field_value){
		    .kind = *text == '\0' ? VALUE_NONE : VALUE_TEXT,
		    .s = text,
		};
	}
	if (number_parse(facts[QUESTION_SECONDS].s, &facts[QUESTION_SECONDS].r))
		facts[QUESTION_SECONDS].kind = VALUE_REAL;
	question_from_facts(&wanted->question, facts);
	wanted->question.shipped = true;
	wanted->found = true;
}

static int
on_record(void *arg, const struct csv_record *record, struct err *err)
{
	struct wanted *wanted = arg;

	(void)err;
	if (!wanted->header_passed)
		read_header(wanted, record);
	else if (strcmp(field(wanted, record, QUESTION_ID), wanted->id) == 0)
		read_row(wanted, record);
	return wanted->found;
}

int
shipped_question(const char *id, struct question *question, struct err *err)
{
	const struct embedded *embedded = embedded_find(file);
	struct wanted wanted = {.id = id, .kind = kind_find("questions")};

	if (csv_read(file, embedded->bytes, embedded->n, ',', on_record,
		&wanted, NULL, err) != 0)
		return -1;
	*question = wanted.question;
	return wanted.found;
}
