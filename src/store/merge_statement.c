/* SPDX-License-Identifier: MIT */
/* What is merged, and the statement that merges a table. */
#include <stdio.h>
#include <string.h>

#include "store/merge_parts.h"

/*
 * What is merged, in an order in which nothing points ahead.  The statements
 * are made from this table: they name a second database, which is not there
 * when those of statements.c are prepared.
 */
const struct mergeable mergeables[] = {
    {"session", "id",
	"ended_at,started_at,utc_offset_min,mode,round,company,level,questions",
	"device,deleted_at", NULL, false},
    {"answer", "id",
	"answer,started_at,question_id,round,company,level,rubric,mode,limit_s,"
	"think_s,answer_s,paused_s,opening_s,splits,predicted,metric_given,"
	"hint,skipped,prompt,probes",
	"session_pk", "answer", false},
    {"part", "answer_pk,kind,position", "text,name", NULL, "text", false},
    {"rating", "session_pk,answer_pk,rater,signal,rated_at", "note,rating",
	NULL, "note", false},
    {"session_note", "session_pk,noted_at", "note", NULL, "note", false},
    {"session_tag", "session_pk,tag,tagged_at", "tagged", NULL, NULL, false},
    {"calibration_rating", "item,rated_at,signal", "rating", NULL, NULL, false},
    {"checked", "item,checked_at", "done", NULL, NULL, false},
    {"loop_session", "run_id,position", "started_at,loop,session_id", NULL,
	NULL, false},
    {"rule", "rule", "value,why", NULL, NULL, true},
    {"round", "round", "label,aliases,rubric,seconds,think_s,questions", NULL,
	NULL, true},
    {"level", "level", "label,aliases,rubric,position", NULL, NULL, true},
    {"company", "company", "label,tier,ecosystem,profile", NULL, NULL, true},
    {"loop_round", "loop,position",
	"company,day,round,minutes,gate,interviewer,rubric,questions", NULL,
	NULL, true},
    {"rubric_signal", "rubric,signal",
	"position,label,weight,metric,asks,anchor_1,anchor_2,anchor_3,anchor_4,"
	"anchor_5",
	NULL, NULL, true},
    {"lexicon", "kind,language,phrase", "why", NULL, NULL, true},
    {"calibration", "item", "position,rubric,prompt,answer,metric,scores,why",
	NULL, NULL, true},
    {"question", "id",
	"prompt,round,rubric,company,level,seconds,tags,probes,hint,look_for",
	NULL, "prompt", true},
    {"backlog", "question_id,position", "feature,effort,reach,evidence", NULL,
	NULL, true},
    {"figure_row", "question_id,position", "cells", NULL, "cells", true},
    {"interruption", "interruption", "text,round,left_s", NULL, "text", true},
    {"checklist", "item", "position,label,known_by,need,how", NULL, NULL, true},
    {NULL, NULL, NULL, NULL, NULL, false},
};

/* The same session or answer in this database. */
static const struct {
	const char *column, *here;
} links[] = {
    {"session_pk",
	"(SELECT o.session_pk FROM theirs.session t JOIN main.session o"
	" ON o.id = t.id WHERE t.session_pk = x.session_pk)"},
    {"answer_pk", "(SELECT o.answer_pk FROM theirs.answer t JOIN main.answer o"
		  " ON o.id = t.id WHERE t.answer_pk = x.answer_pk)"},
};

/* A number that is missing is less than any. */
#define KNOWN "ifnull(%s.%s, -1)"

enum { COLUMN_SIZE = 24 };

/* The next name of a list; false at its end. */
static bool
next_column(const char **list, char name[COLUMN_SIZE])
{
	size_t n;

	if (*list == NULL || **list == '\0')
		return false;
	n = strcspn(*list, ",");
	snprintf(name, COLUMN_SIZE, "%.*s", (int)n, *list);
	*list += n + ((*list)[n] == ',');
	return true;
}

static void
add_list(struct str *sql, const char *list)
{
	if (list != NULL)
		str_addf(sql, ", %s", list);
}

static void
add_selected(struct str *sql, const char *list, const char *between)
{
	char name[COLUMN_SIZE];

	while (next_column(&list, name)) {
		const char *here = NULL;

		for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++)
			if (strcmp(links[i].column, name) == 0)
				here = links[i].here;
		if (here != NULL)
			str_addf(sql, "%s%s", between, here);
		else
			str_addf(sql, "%sx.%s", between, name);
		between = ", ";
	}
}

static void
add_set(struct str *sql, const char *list)
{
	const char *between = "";
	char name[COLUMN_SIZE];

	while (next_column(&list, name)) {
		str_addf(sql, "%s%s = excluded.%s", between, name, name);
		between = ", ";
	}
}

/* The values as a row, to be compared from the left. */
static void
add_row(struct str *sql, const struct mergeable *of, const char *whose)
{
	const char *list = of->values, *between = "(";
	char name[COLUMN_SIZE];

	if (of->text != NULL)
		str_addf(sql, "(length(%s.%s), ", whose, of->text);
	if (of->text != NULL)
		between = "";
	while (next_column(&list, name)) {
		str_addf(sql, "%s" KNOWN, between, whose, name);
		between = ", ";
	}
	str_ch(sql, ')');
}

/* The unique index of ratings has an expression in it. */
static void
add_target(struct str *sql, const struct mergeable *of)
{
	if (strcmp(of->table, "rating") == 0)
		str_add(sql, "session_pk, ifnull(answer_pk, 0), rater, signal, "
			     "rated_at");
	else
		str_add(sql, of->key);
}

void
merge_statement(struct str *sql, const struct mergeable *of)
{
	str_addf(
	    sql, "INSERT INTO main.%s (%s, %s", of->table, of->key, of->values);
	add_list(sql, of->once);
	add_list(sql, of->is_reference ? "origin" : NULL);
	str_add(sql, ") SELECT ");
	add_selected(sql, of->key, "");
	add_selected(sql, of->values, ", ");
	add_selected(sql, of->once, ", ");
	add_selected(sql, of->is_reference ? "origin" : NULL, ", ");
	str_addf(sql, " FROM theirs.%s x WHERE %s ON CONFLICT (", of->table,
	    of->is_reference ? "x.origin = 'user'" : "true");
	add_target(sql, of);
	str_add(sql, ") DO UPDATE SET ");
	add_set(sql, of->values);
	str_add(sql,
	    of->is_reference ? ", origin = excluded.origin WHERE " : " WHERE ");
	if (of->is_reference)
		str_addf(sql, "%s.origin <> 'user' OR ", of->table);
	add_row(sql, of, "excluded");
	str_add(sql, " > ");
	add_row(sql, of, of->table);
}
