/* SPDX-License-Identifier: MIT */
#include "io/kind.h"

#include <string.h>

#include "io/derive.h"

#define TEXT(name, fact)                                                       \
	{                                                                      \
		name, COLUMN_TEXT, fact, false                                 \
	}
#define LIST(name, fact)                                                       \
	{                                                                      \
		name, COLUMN_LIST, fact, false                                 \
	}
#define INT(name, fact)                                                        \
	{                                                                      \
		name, COLUMN_INT, fact, false                                  \
	}
#define NUMBER(name, fact)                                                     \
	{                                                                      \
		name, COLUMN_NUMBER, fact, false                               \
	}
#define TIME(name, fact)                                                       \
	{                                                                      \
		name, COLUMN_TIME, fact, false                                 \
	}
#define BOOL(name, fact)                                                       \
	{                                                                      \
		name, COLUMN_BOOL, fact, false                                 \
	}
#define NEEDED(name, type, fact)                                               \
	{                                                                      \
		name, COLUMN_##type, fact, true                                \
	}
#define END                                                                    \
	{                                                                      \
		NULL, COLUMN_TEXT, 0, false                                    \
	}

static const struct column progress_columns[] = {
    TEXT("session_id", DERIVED),
    TIME("started_at", DERIVED),
    TEXT("round", DERIVED),
    TEXT("company", DERIVED),
    TEXT("level", DERIVED),
    TEXT("signal", DERIVED),
    INT("answers", DERIVED),
    NUMBER("mean", DERIVED),
    INT("min", DERIVED),
    NUMBER("overall", DERIVED),
    TEXT("verdict", DERIVED),
    BOOL("clean", DERIVED),
    END,
};

static const struct column session_columns[] = {
    NEEDED("session_id", TEXT, 0),
    NEEDED("started_at", TIME, 1),
    TIME("ended_at", 2),
    INT("utc_offset_min", 3),
    TEXT("mode", 4),
    TEXT("round", 5),
    TEXT("company", 6),
    TEXT("level", 7),
    INT("questions", 8),
    INT("answered", DERIVED),
    NUMBER("overall", DERIVED),
    TEXT("verdict", DERIVED),
    TEXT("limiting_signal", DERIVED),
    BOOL("clean", DERIVED),
    END,
};

static const struct column answer_columns[] = {
    NEEDED("answer_id", TEXT, 0),
    NEEDED("session_id", TEXT, 1),
    NEEDED("question_id", TEXT, 2),
    INT("attempt", DERIVED),
    NEEDED("started_at", TIME, 3),
    TEXT("round", 4),
    TEXT("company", 5),
    TEXT("level", 6),
    TEXT("rubric", 7),
    TEXT("mode", 8),
    NUMBER("limit_s", 9),
    NUMBER("think_s", 10),
    NUMBER("answer_s", 11),
    NUMBER("overtime_s", DERIVED),
    NUMBER("paused_s", 12),
    NUMBER("opening_s", 13),
    LIST("splits", 14),
    INT("words", DERIVED),
    INT("predicted", 15),
    NUMBER("overall", DERIVED),
    TEXT("verdict", DERIVED),
    TEXT("limiting_signal", DERIVED),
    BOOL("metric_given", 16),
    BOOL("hint", 17),
    BOOL("skipped", 18),
    BOOL("clean", DERIVED),
    TEXT("prompt", 19),
    TEXT("answer", 20),
    LIST("probes", 21),
    END,
};

static const struct column rating_columns[] = {
    TEXT("answer_id", 0),
    NEEDED("session_id", TEXT, 1),
    TEXT("question_id", 2),
    NEEDED("rater", TEXT, 3),
    NEEDED("signal", TEXT, 4),
    NEEDED("rating", INT, 5),
    NEEDED("rated_at", TIME, 6),
    TEXT("note", 7),
    END,
};

static const struct column question_columns[] = {
    TEXT("id", 0),
    NEEDED("prompt", TEXT, 1),
    TEXT("round", 2),
    TEXT("rubric", 3),
    TEXT("company", 4),
    TEXT("level", 5),
    NUMBER("seconds", 6),
    LIST("tags", 7),
    LIST("probes", 8),
    TEXT("hint", 9),
    TEXT("look_for", 10),
    END,
};

static const struct column backlog_columns[] = {
    NEEDED("question_id", TEXT, 0),
    NEEDED("position", INT, 1),
    NEEDED("feature", TEXT, 2),
    TEXT("effort", 3),
    TEXT("reach", 4),
    TEXT("evidence", 5),
    END,
};

static const struct column table_columns[] = {
    NEEDED("question_id", TEXT, 0),
    NEEDED("position", INT, 1),
    NEEDED("cells", LIST, 2),
    END,
};

static const struct column interruption_columns[] = {
    NEEDED("interruption", TEXT, 0),
    TEXT("round", 1),
    NUMBER("left_s", 2),
    NEEDED("text", TEXT, 3),
    END,
};

static const struct column part_columns[] = {
    NEEDED("answer_id", TEXT, 0),
    NEEDED("part", TEXT, 1),
    NEEDED("position", INT, 2),
    TEXT("name", 3),
    TEXT("text", 4),
    END,
};

static const struct column rubric_columns[] = {
    NEEDED("rubric", TEXT, 0),
    NEEDED("position", INT, 1),
    NEEDED("signal", TEXT, 2),
    NEEDED("label", TEXT, 3),
    NEEDED("weight", NUMBER, 4),
    NEEDED("metric", BOOL, 5),
    NEEDED("asks", TEXT, 6),
    NEEDED("anchor_1", TEXT, 7),
    NEEDED("anchor_2", TEXT, 8),
    NEEDED("anchor_3", TEXT, 9),
    NEEDED("anchor_4", TEXT, 10),
    NEEDED("anchor_5", TEXT, 11),
    END,
};

static const struct column round_columns[] = {
    NEEDED("round", TEXT, 0),
    NEEDED("label", TEXT, 1),
    LIST("aliases", 2),
    NEEDED("rubric", TEXT, 3),
    NEEDED("seconds", NUMBER, 4),
    NEEDED("think_s", NUMBER, 5),
    NEEDED("questions", INT, 6),
    END,
};

static const struct column level_columns[] = {
    NEEDED("level", TEXT, 0),
    NEEDED("label", TEXT, 1),
    LIST("aliases", 2),
    NEEDED("rubric", TEXT, 3),
    INT("position", 4),
    END,
};

static const struct column company_columns[] = {
    NEEDED("company", TEXT, 0),
    NEEDED("label", TEXT, 1),
    INT("tier", 2),
    LIST("ecosystem", 3),
    TEXT("profile", 4),
    END,
};

static const struct column loop_columns[] = {
    NEEDED("loop", TEXT, 0),
    TEXT("company", 1),
    NEEDED("position", INT, 2),
    INT("day", 3),
    NEEDED("round", TEXT, 4),
    NUMBER("minutes", 5),
    NEEDED("gate", BOOL, 6),
    TEXT("interviewer", 7),
    TEXT("rubric", 8),
    INT("questions", 9),
    END,
};

static const struct column lexicon_columns[] = {
    NEEDED("kind", TEXT, 0),
    NEEDED("language", TEXT, 1),
    NEEDED("phrase", TEXT, 2),
    TEXT("why", 3),
    END,
};

static const struct column calibration_columns[] = {
    NEEDED("item", TEXT, 0),
    NEEDED("position", INT, 1),
    NEEDED("rubric", TEXT, 2),
    NEEDED("prompt", TEXT, 3),
    NEEDED("answer", TEXT, 4),
    NEEDED("metric", BOOL, 5),
    NEEDED("scores", LIST, 6),
    NEEDED("why", LIST, 7),
    END,
};

static const struct column calibration_rating_columns[] = {
    NEEDED("item", TEXT, 0),
    NEEDED("signal", TEXT, 1),
    NEEDED("rating", INT, 2),
    NEEDED("rated_at", TIME, 3),
    END,
};

static const struct column rule_columns[] = {
    NEEDED("rule", TEXT, 0),
    NEEDED("value", NUMBER, 1),
    TEXT("why", 2),
    END,
};

static const struct column checklist_columns[] = {
    NEEDED("item", TEXT, 0),
    NEEDED("position", INT, 1),
    NEEDED("label", TEXT, 2),
    NEEDED("check", TEXT, 3),
    INT("need", 4),
    TEXT("how", 5),
    END,
};

static const struct column checked_columns[] = {
    NEEDED("item", TEXT, 0),
    NEEDED("checked_at", TIME, 1),
    NEEDED("done", BOOL, 2),
    END,
};

static const struct column loop_run_columns[] = {
    NEEDED("run_id", TEXT, 0),
    NEEDED("loop", TEXT, 1),
    NEEDED("started_at", TIME, 2),
    NEEDED("position", INT, 3),
    NEEDED("session_id", TEXT, 4),
    END,
};

static const struct column session_note_columns[] = {
    NEEDED("session_id", TEXT, 0),
    NEEDED("noted_at", TIME, 1),
    TEXT("note", 2),
    END,
};

static const struct column session_tag_columns[] = {
    NEEDED("session_id", TEXT, 0),
    NEEDED("tag", TEXT, 1),
    NEEDED("tagged_at", TIME, 2),
    NEEDED("tagged", BOOL, 3),
    END,
};

static const struct column deletion_columns[] = {
    NEEDED("session_id", TEXT, 0),
    NEEDED("deleted_at", TIME, 1),
    END,
};

const struct kind kinds[] = {
    {"progress", "session and signal", ENTITY_COUNT, progress_columns, NULL},
    {"sessions", "session", ENTITY_SESSIONS, session_columns, derive_session},
    {"answers", "answer", ENTITY_ANSWERS, answer_columns, derive_answer},
    {"ratings", "rating", ENTITY_RATINGS, rating_columns, NULL},
    {"parts", "part of an answer beside its text", ENTITY_PARTS, part_columns,
	NULL},
    {"questions", "question", ENTITY_QUESTIONS, question_columns, NULL},
    {"backlogs", "feature of a backlog", ENTITY_BACKLOGS, backlog_columns,
	NULL},
    {"tables", "row of a question's table", ENTITY_TABLES, table_columns, NULL},
    {"interruptions", "interruption", ENTITY_INTERRUPTIONS,
	interruption_columns, NULL},
    {"rubrics", "rubric and signal", ENTITY_RUBRICS, rubric_columns, NULL},
    {"rounds", "round", ENTITY_ROUNDS, round_columns, NULL},
    {"levels", "level", ENTITY_LEVELS, level_columns, NULL},
    {"companies", "company", ENTITY_COMPANIES, company_columns, NULL},
    {"loops", "loop and round", ENTITY_LOOPS, loop_columns, NULL},
    {"lexicon", "phrase", ENTITY_LEXICON, lexicon_columns, NULL},
    {"calibration", "answer to be rated against a reference",
	ENTITY_CALIBRATION, calibration_columns, NULL},
    {"calibration-ratings", "rating of one of these",
	ENTITY_CALIBRATION_RATINGS, calibration_rating_columns, NULL},
    {"rules", "rule", ENTITY_RULES, rule_columns, NULL},
    {"checklist", "item of the checklist", ENTITY_CHECKLIST, checklist_columns,
	NULL},
    {"checked", "tick of an item", ENTITY_CHECKED, checked_columns, NULL},
    {"loop-runs", "round of a run through a loop", ENTITY_LOOP_RUNS,
	loop_run_columns, NULL},
    {"session-notes", "note on a session", ENTITY_SESSION_NOTES,
	session_note_columns, NULL},
    {"session-tags", "tag put on a session, or taken off", ENTITY_SESSION_TAGS,
	session_tag_columns, NULL},
    {"deletions", "deleted session", ENTITY_DELETIONS, deletion_columns, NULL},
    {NULL, NULL, ENTITY_COUNT, NULL, NULL},
};

const struct kind *
kind_find(const char *name)
{
	for (const struct kind *kind = kinds; kind->name != NULL; kind++)
		if (strcmp(kind->name, name) == 0)
			return kind;
	return NULL;
}

int
kind_columns(const struct kind *kind)
{
	int n = 0;

	while (kind->columns[n].name != NULL)
		n++;
	return n;
}

int
kind_column(const struct kind *kind, const char *name)
{
	for (int i = 0; kind->columns[i].name != NULL; i++)
		if (strcmp(kind->columns[i].name, name) == 0)
			return i;
	return -1;
}
