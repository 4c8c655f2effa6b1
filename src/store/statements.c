/* SPDX-License-Identifier: MIT */
/*
 * Every statement of the program.  A test prepares them all; nothing else
 * does SQL, and no text is ever pasted into one.
 *
 * Filters, where a statement takes them: :round, :company, :level, :since,
 * :until, :tag, :origin, :state, :deleted and :search, NULL when they limit
 * nothing.
 */
#include "store/statements.h"

#define FACTS_RULES "rule, value, why"
#define FACTS_ROUNDS                                                           \
	"round, label, aliases, rubric, seconds, think_s, questions"
#define FACTS_LEVELS    "level, label, aliases, rubric, position"
#define FACTS_COMPANIES "company, label, tier, ecosystem, profile"
#define FACTS_LOOPS                                                            \
	"loop, company, position, day, round, minutes, gate, interviewer, "    \
	"rubric, questions"
#define FACTS_RUBRICS                                                          \
	"rubric, position, signal, label, weight, metric, asks, anchor_1, "    \
	"anchor_2, anchor_3, anchor_4, anchor_5"
#define FACTS_LEXICON "kind, language, phrase, why"
#define FACTS_CALIBRATION                                                      \
	"item, position, rubric, prompt, answer, metric, scores, why"
#define FACTS_CALIBRATION_RATINGS "item, signal, rating, rated_at"
#define FACTS_QUESTIONS                                                        \
	"id, prompt, round, rubric, company, level, seconds, tags, probes, "   \
	"hint, look_for"
#define FACTS_BACKLOGS      "question_id, position, feature, effort, reach, evidence"
#define FACTS_TABLES        "question_id, position, cells"
#define FACTS_INTERRUPTIONS "interruption, round, left_s, text"
#define FACTS_SESSIONS                                                         \
	"s.id, s.started_at, s.ended_at, s.utc_offset_min, s.mode, s.round, "  \
	"s.company, s.level, s.questions"
#define FACTS_ANSWERS                                                          \
	"a.id, s.id, a.question_id, a.started_at, a.round, a.company, "        \
	"a.level, a.rubric, a.mode, a.limit_s, a.think_s, a.answer_s, "        \
	"a.paused_s, a.opening_s, a.splits, a.predicted, a.metric_given, "     \
	"a.hint, a.skipped, a.prompt, a.answer, a.probes"
#define FACTS_PARTS "a.id, p.kind, p.position, p.name, p.text"
#define FACTS_RATINGS                                                          \
	"a.id, s.id, a.question_id, r.rater, r.signal, r.rating, "             \
	"r.rated_at, r.note"
#define FACTS_CHECKLIST     "item, position, label, known_by, need, how"
#define FACTS_CHECKED       "item, checked_at, done"
#define FACTS_LOOP_RUNS     "run_id, loop, started_at, position, session_id"
#define FACTS_SESSION_NOTES "s.id, n.noted_at, n.note"
#define FACTS_SESSION_TAGS  "s.id, t.tag, t.tagged_at, t.tagged"
#define FACTS_DELETIONS     "s.id, s.deleted_at"

/* The latest word on a tag counts. */
#define IS_TAGGED                                                              \
	" t.tagged = 'yes' AND NOT EXISTS (SELECT 1 FROM session_tag later"    \
	"   WHERE later.session_pk = t.session_pk AND later.tag = t.tag"       \
	"   AND later.tagged_at > t.tagged_at)"

#define WITH_TAG                                                               \
	" AND (:tag IS NULL OR EXISTS (SELECT 1 FROM session_tag t"            \
	"   WHERE t.session_pk = s.session_pk AND t.tag = :tag"                \
	"   AND" IS_TAGGED "))"

/* Within the period; where that is one of days, by what the session's own
 * clock showed: see bind_filter(). */
#define BEGUN_WITHIN(at)                                                       \
	" AND (:since IS NULL OR"                                              \
	"   " at " + :since_own * s.utc_offset_min >= :since_shown)"           \
	" AND (:until IS NULL OR"                                              \
	"   " at " + :until_own * s.utc_offset_min < :until_shown)"

/* What was deleted is listed alone, or not at all. */
#define DELETED_SO " (s.deleted_at IS NULL) = (:deleted IS NULL)"

#define IN_SESSION                                                             \
	DELETED_SO                                                             \
	" AND (:round IS NULL OR s.round = :round)"                            \
	" AND (:company IS NULL OR s.company = :company)"                      \
	" AND (:level IS NULL OR s.level = :level)" BEGUN_WITHIN(              \
	    "s.started_at") WITH_TAG

/* The same of a kept digest; none is kept of a session that is deleted.  Its
 * times are the borders of what is read. */
#define IN_DIGEST                                                              \
	" s.started_at >= ifnull(:since_least, -9223372036854775807)"          \
	" AND s.started_at < ifnull(:until_most, 9223372036854775807)"         \
	" AND :deleted IS NULL"                                                \
	" AND (:round IS NULL OR s.round = :round)"                            \
	" AND (:company IS NULL OR s.company = :company)"                      \
	" AND (:level IS NULL OR s.level = :level)" BEGUN_WITHIN(              \
	    "s.started_at") WITH_TAG

#define IN_ANSWER                                                              \
	" s.deleted_at IS NULL"                                                \
	" AND (:round IS NULL OR a.round = :round)"                            \
	" AND (:company IS NULL OR a.company = :company)"                      \
	" AND (:level IS NULL OR a.level = :level)" BEGUN_WITHIN(              \
	    "a.started_at") WITH_TAG

/* With the table's columns in their order, the number too, SQLite puts the
 * values where they belong at once. */
#define NEW_QUESTION    "question (question_pk, " FACTS_QUESTIONS ", origin)"
#define QUESTION_VALUES "(NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
#define FOUR_QUESTIONS                                                         \
	QUESTION_VALUES ", " QUESTION_VALUES ", " QUESTION_VALUES              \
			", " QUESTION_VALUES

/* A question for anyone is found by every company and level. */
#define IN_QUESTION                                                            \
	" (:round IS NULL OR round = :round)"                                  \
	" AND (:company IS NULL OR company IN (:company, '', 'any'))"          \
	" AND (:level IS NULL OR level IN (:level, '', 'any'))"                \
	" AND (:tag IS NULL OR tagged(tags, :tag))"                            \
	" AND (:origin IS NULL OR origin = :origin)"

/* See tagged.h. */
#define NOT_RETIRED " NOT tagged(tags, 'retired')"

/* By the numbers of enum question_state; see due.h. */
#define STANDING_SO                                                            \
	" AND (:state IS NULL OR CASE :state"                                  \
	"   WHEN 1 THEN" NOT_RETIRED "   WHEN 2 THEN tagged(tags, 'retired')"  \
	"   WHEN 3 THEN" NOT_RETIRED                                           \
	"     AND NOT EXISTS (SELECT 1 FROM" KEPT_ANSWER                       \
	"     WHERE a.question_id = question.id)"                              \
	"   WHEN 4 THEN due(id) END)"

/* See questions_seek(). */
#define SEARCHED_QUESTION " AND (:search IS NULL OR asks(prompt, tags, id))"

/* The latest rating of an answer, rater and signal counts. */
#define LATEST                                                                 \
	" NOT EXISTS (SELECT 1 FROM rating later"                              \
	"   WHERE later.session_pk = r.session_pk"                             \
	"   AND ifnull(later.answer_pk, 0) = ifnull(r.answer_pk, 0)"           \
	"   AND later.rater = r.rater AND later.signal = r.signal"             \
	"   AND later.rated_at > r.rated_at)"

#define THE_ANSWER                                                             \
	"SELECT " FACTS_ANSWERS ", a.answer_pk, a.attempt, a.session_pk"       \
	" FROM answer a JOIN session s USING (session_pk)"

/* What of an answer its verdict depends on, beside its ratings. */
#define THE_JUDGED                                                             \
	"SELECT answer_pk, session_pk, rubric, metric_given, skipped, hint, "  \
	"limit_s, answer_s, paused_s FROM answer"

/* By :order of the filter, within it newest first. */
#define IN_ORDER                                                               \
	" ORDER BY CASE :order WHEN 'round' THEN s.round"                      \
	"   WHEN 'company' THEN s.company WHEN 'level' THEN s.level END,"      \
	" CASE :order WHEN 'best' THEN -scored(s.session_pk)"                  \
	"   WHEN 'worst' THEN scored(s.session_pk) END NULLS LAST,"            \
	" CASE :order WHEN 'oldest' THEN s.started_at"                         \
	"   ELSE -s.started_at END,"                                           \
	" CASE :order WHEN 'oldest' THEN s.id END, s.id DESC"

#define LATEST_NOTE                                                            \
	" AND NOT EXISTS (SELECT 1 FROM session_note later"                    \
	"   WHERE later.session_pk = n.session_pk"                             \
	"   AND later.noted_at > n.noted_at)"

#define THE_SESSION "SELECT " FACTS_SESSIONS ", s.session_pk FROM session s"

/* By the key of its rows, which stand in the order of time: the sessions of a
 * time share pages. */
#define OWN_OPINION                                                            \
	" opinion o ON o.rater = 'self' AND o.started_at = s.started_at"       \
	" AND o.id = s.id"

/* CROSS, so that SQLite keeps to the answers' index. */
#define KEPT_ANSWER                                                            \
	" answer a CROSS JOIN session s ON s.session_pk = a.session_pk"        \
	" AND s.deleted_at IS NULL"

/* Skipped answers have none. */
#define COUNT_ATTEMPTS                                                         \
	"UPDATE answer SET attempt = counted.n FROM ("                         \
	" SELECT answer_pk AS pk, CASE a.skipped WHEN 'yes' THEN NULL ELSE"    \
	"   count(*) FILTER (WHERE a.skipped = 'no') OVER ("                   \
	"     PARTITION BY question_id ORDER BY a.started_at, a.id) END AS n"  \
	" FROM answer a JOIN session s USING (session_pk)"                     \
	" WHERE s.deleted_at IS NULL"
#define COUNTED_ATTEMPTS                                                       \
	") AS counted WHERE answer.answer_pk = counted.pk"                     \
	" AND answer.attempt IS NOT counted.n"

/* Answers as their question's schedule needs them. */
#define THE_REVIEWS                                                            \
	"SELECT a.question_id, a.answer_pk, a.session_pk, a.started_at, "      \
	"a.round, a.rubric, a.metric_given"                                    \
	" FROM answer a JOIN session s USING (session_pk)"                     \
	" WHERE a.skipped = 'no' AND s.deleted_at IS NULL"

/* A row for each answer that oneself has rated in full, as
 * data/schema/007_review.sql has them. */
#define REVIEWED                                                               \
	"SELECT a.answer_pk, min(r.rating) AS rating,"                         \
	" CASE WHEN a.answer <> '' AND NOT EXISTS ("                           \
	"   SELECT 1 FROM rating cold WHERE cold.session_pk = a.session_pk"    \
	"   AND ifnull(cold.answer_pk, 0) = +a.answer_pk"                      \
	"   AND cold.rater = 'cold'"                                           \
	" ) THEN ("                                                            \
	"   SELECT max(each.rated_at) FROM rating each"                        \
	"   WHERE each.session_pk = a.session_pk"                              \
	"   AND ifnull(each.answer_pk, 0) = +a.answer_pk"                      \
	"   AND each.rater = 'self'"                                           \
	" ) END AS fresh_at"                                                   \
	" FROM" KEPT_ANSWER                                                    \
	" JOIN rubric_signal asked ON asked.rubric = a.rubric"                 \
	" LEFT JOIN rating r ON r.session_pk = a.session_pk"                   \
	" AND ifnull(r.answer_pk, 0) = +a.answer_pk"                           \
	" AND r.rater = 'self' AND r.signal = asked.signal AND" LATEST         \
	" WHERE a.skipped = 'no'"
#define RATED_IN_FULL " GROUP BY a.answer_pk HAVING count(r.rating) = count(*)"

#define ADD_REVIEWS "INSERT INTO review (answer_pk, rating, fresh_at) "

/* The latest ratings by each rater of the answers of sessions that `only`
 * leaves, packed as data/schema/009_rated.sql has them; none where they are
 * more than :most. */
#define PACKED(only)                                                           \
	"SELECT w.session_pk, w.rater, CASE WHEN w.n > :most THEN '' ELSE ("   \
	"   SELECT group_concat(given, '')"                                    \
	"   FROM (SELECT answer || ',' || count(*) || ':' || group_concat("    \
	"     rating || ',' || length(CAST(signal AS BLOB)) || ':' || signal," \
	"     '') AS given"                                                    \
	"     FROM (SELECT ifnull(answer_pk, 0) AS answer, signal, rating,"    \
	"       max(rated_at) FROM rating r"                                   \
	"       WHERE r.session_pk = w.session_pk"                             \
	"       AND ifnull(answer_pk, 0) > 0 AND +r.rater = w.rater"           \
	"       GROUP BY ifnull(answer_pk, 0), signal)"                        \
	"     GROUP BY answer ORDER BY answer)) END AS ratings"                \
	" FROM (SELECT session_pk, rater, count(*) AS n FROM rating"           \
	"   WHERE ifnull(answer_pk, 0) > 0" only                               \
	"   GROUP BY session_pk, rater) AS w"
#define ADD_RATED "INSERT OR REPLACE INTO rated (session_pk, rater, ratings) "

/* Keys of the rows that are kept otherwise than they were made anew beside
 * them, in temporary tables; `rows` is one of the next macros. */
#define DIFFERENT(key, rows)                                                   \
	" SELECT " key " FROM (" rows("main") " EXCEPT " rows(                 \
	    "temp") ")"                                                        \
		    " UNION SELECT " key                                       \
		    " FROM (" rows("temp") " EXCEPT " rows("main") ")"
#define NOT_STALE        " session_pk NOT IN (SELECT session_pk FROM main.stale)"
#define OPINIONS(schema) "SELECT * FROM " schema ".opinion WHERE" NOT_STALE
#define DIGESTS(schema)  "SELECT * FROM " schema ".digest WHERE" NOT_STALE
#define COUNTS(schema)                                                         \
	"SELECT rater, started_at, id, session_pk, utc_offset_min, round,"     \
	" company, level, signals, counts FROM " schema ".opinion"
#define STANDINGS(schema) "SELECT * FROM " schema ".standing"
#define WENT_WELL(schema) "SELECT * FROM " schema ".went_well"

/* A + before a column takes its type off: else SQLite does without the index
 * on ifnull(answer_pk, 0), or sorts what the index has sorted.
 *
 * Answers whose latest rating by oneself is of :from to :until, complete, and
 * that can be rated once more without it.  The window comes first: what is
 * older is not looked at (rating_by_time). */
#define RATED_BETWEEN                                                          \
	" FROM (SELECT answer_pk, max(rated_at) AS at FROM rating"             \
	"   WHERE rated_at BETWEEN :from AND :until AND rater = 'self'"        \
	"   AND answer_pk IS NOT NULL GROUP BY answer_pk) AS rated"            \
	" JOIN answer a USING (answer_pk) JOIN session s USING (session_pk)"   \
	" WHERE s.deleted_at IS NULL AND a.skipped = 'no' AND a.answer <> ''"  \
	" AND NOT EXISTS (SELECT 1 FROM rating cold"                           \
	"   WHERE cold.session_pk = a.session_pk"                              \
	"   AND ifnull(cold.answer_pk, 0) = +a.answer_pk"                      \
	"   AND cold.rater = 'cold')"                                          \
	" AND a.answer_pk NOT IN (SELECT answer_pk FROM rating"                \
	"   WHERE rated_at > :until AND rater = 'self'"                        \
	"   AND answer_pk IS NOT NULL)"                                        \
	" AND EXISTS (SELECT 1 FROM rubric_signal WHERE rubric = a.rubric)"    \
	" AND NOT EXISTS (SELECT 1 FROM rubric_signal asked"                   \
	"   WHERE asked.rubric = a.rubric AND NOT EXISTS (SELECT 1"            \
	"     FROM rating given WHERE given.session_pk = a.session_pk"         \
	"     AND ifnull(given.answer_pk, 0) = +a.answer_pk"                   \
	"     AND given.rater = 'self' AND given.signal = asked.signal))"

const int entity_fields[ENTITY_COUNT] = {
    [ENTITY_RULES] = 3,
    [ENTITY_ROUNDS] = 7,
    [ENTITY_LEVELS] = 5,
    [ENTITY_COMPANIES] = 5,
    [ENTITY_LOOPS] = 10,
    [ENTITY_RUBRICS] = 12,
    [ENTITY_LEXICON] = 4,
    [ENTITY_CALIBRATION] = 8,
    [ENTITY_QUESTIONS] = 11,
    [ENTITY_BACKLOGS] = 6,
    [ENTITY_TABLES] = 3,
    [ENTITY_INTERRUPTIONS] = 4,
    [ENTITY_SESSIONS] = 9,
    [ENTITY_ANSWERS] = 22,
    [ENTITY_PARTS] = 5,
    [ENTITY_RATINGS] = 8,
    [ENTITY_CALIBRATION_RATINGS] = 4,
    [ENTITY_CHECKLIST] = 6,
    [ENTITY_CHECKED] = 3,
    [ENTITY_LOOP_RUNS] = 5,
    [ENTITY_SESSION_NOTES] = 3,
    [ENTITY_SESSION_TAGS] = 4,
    [ENTITY_DELETIONS] = 2,
};

const char *const statement_sql[STMT_COUNT] = {
    [STMT_BEGIN] = "BEGIN IMMEDIATE",
    [STMT_READ_BEGIN] = "BEGIN",
    [STMT_COMMIT] = "COMMIT",
    [STMT_ROLLBACK] = "ROLLBACK",

    [STMT_META_GET] = "SELECT value FROM meta WHERE key = :key",
    [STMT_META_PUT] = "INSERT INTO meta (key, value) VALUES (:key, :value)"
		      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",

    [STMT_META_DROP] = "DELETE FROM meta WHERE key = :key",
    [STMT_META_UNFINISHED] =
	"SELECT key FROM meta WHERE key >= 'unfinished ' AND"
	" key < 'unfinished!' ORDER BY key LIMIT 1",

    /* Each: the facts, then the number of the row.  Get: the facts of the row
     * with this row's key, then its origin ('' where it has none).  Put: the
     * facts by position, then the origin where there is one. */
    [STMT_EACH + ENTITY_RULES] =
	"SELECT " FACTS_RULES ", 0 FROM rule ORDER BY rule",
    [STMT_GET + ENTITY_RULES] =
	"SELECT " FACTS_RULES ", origin FROM rule WHERE rule = ?1",
    [STMT_PUT + ENTITY_RULES] =
	"INSERT INTO rule (" FACTS_RULES ", origin) VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (rule) DO UPDATE SET value = excluded.value,"
	" why = excluded.why, origin = excluded.origin",

    [STMT_EACH + ENTITY_ROUNDS] =
	"SELECT " FACTS_ROUNDS ", 0 FROM round ORDER BY round",
    [STMT_GET + ENTITY_ROUNDS] =
	"SELECT " FACTS_ROUNDS ", origin FROM round WHERE round = ?1",
    [STMT_PUT + ENTITY_ROUNDS] =
	"INSERT INTO round (" FACTS_ROUNDS ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
	" ON CONFLICT (round) DO UPDATE SET label = excluded.label,"
	" aliases = excluded.aliases, rubric = excluded.rubric,"
	" seconds = excluded.seconds, think_s = excluded.think_s,"
	" questions = excluded.questions, origin = excluded.origin",

    [STMT_EACH + ENTITY_LEVELS] =
	"SELECT " FACTS_LEVELS ", 0 FROM level ORDER BY level",
    [STMT_GET + ENTITY_LEVELS] =
	"SELECT " FACTS_LEVELS ", origin FROM level WHERE level = ?1",
    [STMT_PUT + ENTITY_LEVELS] =
	"INSERT INTO level (" FACTS_LEVELS ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
	" ON CONFLICT (level) DO UPDATE SET label = excluded.label,"
	" aliases = excluded.aliases, rubric = excluded.rubric,"
	" position = excluded.position, origin = excluded.origin",

    [STMT_EACH + ENTITY_COMPANIES] =
	"SELECT " FACTS_COMPANIES ", 0 FROM company ORDER BY company",
    [STMT_GET + ENTITY_COMPANIES] =
	"SELECT " FACTS_COMPANIES ", origin FROM company WHERE company = ?1",
    [STMT_PUT + ENTITY_COMPANIES] =
	"INSERT INTO company (" FACTS_COMPANIES ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
	" ON CONFLICT (company) DO UPDATE SET label = excluded.label,"
	" tier = excluded.tier, ecosystem = excluded.ecosystem,"
	" profile = excluded.profile, origin = excluded.origin",

    [STMT_EACH + ENTITY_LOOPS] =
	"SELECT " FACTS_LOOPS ", 0 FROM loop_round ORDER BY loop, position",
    [STMT_GET + ENTITY_LOOPS] = "SELECT " FACTS_LOOPS ", origin FROM loop_round"
				" WHERE loop = ?1 AND position = ?3",
    [STMT_PUT + ENTITY_LOOPS] =
	"INSERT INTO loop_round (" FACTS_LOOPS ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
	" ON CONFLICT (loop, position) DO UPDATE SET"
	" company = excluded.company, day = excluded.day,"
	" round = excluded.round, minutes = excluded.minutes,"
	" gate = excluded.gate, interviewer = excluded.interviewer,"
	" rubric = excluded.rubric, questions = excluded.questions,"
	" origin = excluded.origin",

    [STMT_EACH + ENTITY_RUBRICS] =
	"SELECT " FACTS_RUBRICS ", 0 FROM rubric_signal"
	" ORDER BY rubric, position, signal",
    [STMT_GET + ENTITY_RUBRICS] =
	"SELECT " FACTS_RUBRICS ", origin FROM rubric_signal"
	" WHERE rubric = ?1 AND signal = ?3",
    [STMT_PUT + ENTITY_RUBRICS] =
	"INSERT INTO rubric_signal (" FACTS_RUBRICS ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"
	" ON CONFLICT (rubric, signal) DO UPDATE SET"
	" position = excluded.position, label = excluded.label,"
	" weight = excluded.weight, metric = excluded.metric,"
	" asks = excluded.asks, anchor_1 = excluded.anchor_1,"
	" anchor_2 = excluded.anchor_2, anchor_3 = excluded.anchor_3,"
	" anchor_4 = excluded.anchor_4, anchor_5 = excluded.anchor_5,"
	" origin = excluded.origin",

    [STMT_EACH + ENTITY_LEXICON] = "SELECT " FACTS_LEXICON ", 0 FROM lexicon"
				   " ORDER BY kind, language, phrase",
    [STMT_GET + ENTITY_LEXICON] =
	"SELECT " FACTS_LEXICON ", origin FROM lexicon"
	" WHERE kind = ?1 AND language = ?2 AND phrase = ?3",
    [STMT_PUT + ENTITY_LEXICON] =
	"INSERT INTO lexicon (" FACTS_LEXICON ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5)"
	" ON CONFLICT (kind, language, phrase) DO UPDATE SET"
	" why = excluded.why, origin = excluded.origin",

    [STMT_EACH + ENTITY_CALIBRATION] =
	"SELECT " FACTS_CALIBRATION ", 0 FROM calibration"
	" ORDER BY position, item",
    [STMT_GET + ENTITY_CALIBRATION] =
	"SELECT " FACTS_CALIBRATION ", origin FROM calibration"
	" WHERE item = ?1",
    [STMT_PUT + ENTITY_CALIBRATION] =
	"INSERT INTO calibration (" FACTS_CALIBRATION ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
	" ON CONFLICT (item) DO UPDATE SET position = excluded.position,"
	" rubric = excluded.rubric, prompt = excluded.prompt,"
	" answer = excluded.answer, metric = excluded.metric,"
	" scores = excluded.scores, why = excluded.why,"
	" origin = excluded.origin",

    [STMT_EACH + ENTITY_QUESTIONS] =
	"SELECT " FACTS_QUESTIONS ", question_pk FROM question"
	" WHERE" IN_QUESTION STANDING_SO SEARCHED_QUESTION " ORDER BY id",
    [STMT_GET + ENTITY_QUESTIONS] =
	"SELECT " FACTS_QUESTIONS ", origin FROM question WHERE id = ?1",
    [STMT_PUT + ENTITY_QUESTIONS] =
	"INSERT INTO question (" FACTS_QUESTIONS ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
	" ON CONFLICT (id) DO UPDATE SET prompt = excluded.prompt,"
	" round = excluded.round, rubric = excluded.rubric,"
	" company = excluded.company, level = excluded.level,"
	" seconds = excluded.seconds, tags = excluded.tags,"
	" probes = excluded.probes, hint = excluded.hint,"
	" look_for = excluded.look_for, origin = excluded.origin",

    [STMT_EACH + ENTITY_BACKLOGS] = "SELECT " FACTS_BACKLOGS ", 0 FROM backlog"
				    " ORDER BY question_id, position",
    [STMT_GET + ENTITY_BACKLOGS] =
	"SELECT " FACTS_BACKLOGS ", origin FROM backlog"
	" WHERE question_id = ?1 AND position = ?2",
    [STMT_PUT + ENTITY_BACKLOGS] =
	"INSERT INTO backlog (" FACTS_BACKLOGS ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
	" ON CONFLICT (question_id, position) DO UPDATE SET"
	" feature = excluded.feature, effort = excluded.effort,"
	" reach = excluded.reach, evidence = excluded.evidence,"
	" origin = excluded.origin",

    [STMT_EACH + ENTITY_TABLES] = "SELECT " FACTS_TABLES ", 0 FROM figure_row"
				  " ORDER BY question_id, position",
    [STMT_GET + ENTITY_TABLES] =
	"SELECT " FACTS_TABLES ", origin FROM figure_row"
	" WHERE question_id = ?1 AND position = ?2",
    [STMT_PUT + ENTITY_TABLES] =
	"INSERT INTO figure_row (" FACTS_TABLES ", origin)"
	" VALUES (?1, ?2, ?3, ?4)"
	" ON CONFLICT (question_id, position) DO UPDATE SET"
	" cells = excluded.cells, origin = excluded.origin",

    [STMT_EACH + ENTITY_INTERRUPTIONS] =
	"SELECT " FACTS_INTERRUPTIONS ", 0 FROM interruption"
	" ORDER BY interruption",
    [STMT_GET + ENTITY_INTERRUPTIONS] =
	"SELECT " FACTS_INTERRUPTIONS ", origin FROM interruption"
	" WHERE interruption = ?1",
    [STMT_PUT + ENTITY_INTERRUPTIONS] =
	"INSERT INTO interruption (" FACTS_INTERRUPTIONS ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5)"
	" ON CONFLICT (interruption) DO UPDATE SET round = excluded.round,"
	" left_s = excluded.left_s, text = excluded.text,"
	" origin = excluded.origin",

    [STMT_EACH + ENTITY_SESSIONS] =
	THE_SESSION " WHERE" IN_SESSION " ORDER BY s.started_at, s.id",
    [STMT_GET + ENTITY_SESSIONS] =
	"SELECT " FACTS_SESSIONS ", '' FROM session s WHERE s.id = ?1",
    [STMT_PUT + ENTITY_SESSIONS] =
	"INSERT INTO session (id, started_at, ended_at, utc_offset_min, mode,"
	" round, company, level, questions, device)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
	" (SELECT value FROM meta WHERE key = 'device'))"
	" ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at,"
	" ended_at = excluded.ended_at,"
	" utc_offset_min = excluded.utc_offset_min, mode = excluded.mode,"
	" round = excluded.round, company = excluded.company,"
	" level = excluded.level, questions = excluded.questions",

    [STMT_EACH + ENTITY_ANSWERS] =
	THE_ANSWER " WHERE" IN_ANSWER
		   " AND (:search IS NULL OR a.prompt LIKE :search ESCAPE '\\'"
		   "   OR a.answer LIKE :search ESCAPE '\\')"
		   " ORDER BY a.started_at, a.id",
    [STMT_GET + ENTITY_ANSWERS] =
	"SELECT " FACTS_ANSWERS ", '' FROM answer a"
	" JOIN session s USING (session_pk) WHERE a.id = ?1",
    [STMT_PUT + ENTITY_ANSWERS] =
	"INSERT INTO answer (id, session_pk, question_id, started_at, round,"
	" company, level, rubric, mode, limit_s, think_s, answer_s, paused_s,"
	" opening_s, splits, predicted, metric_given, hint, skipped, prompt,"
	" answer, probes)"
	" VALUES (?1, (SELECT session_pk FROM session WHERE id = ?2), ?3, ?4,"
	" ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
	" ?19, ?20, ?21, ?22)"
	" ON CONFLICT (id) DO UPDATE SET session_pk = excluded.session_pk,"
	" question_id = excluded.question_id,"
	" started_at = excluded.started_at, round = excluded.round,"
	" company = excluded.company, level = excluded.level,"
	" rubric = excluded.rubric, mode = excluded.mode,"
	" limit_s = excluded.limit_s, think_s = excluded.think_s,"
	" answer_s = excluded.answer_s, paused_s = excluded.paused_s,"
	" opening_s = excluded.opening_s, splits = excluded.splits,"
	" predicted = excluded.predicted,"
	" metric_given = excluded.metric_given, hint = excluded.hint,"
	" skipped = excluded.skipped, prompt = excluded.prompt,"
	" answer = excluded.answer, probes = excluded.probes",

    [STMT_EACH + ENTITY_PARTS] =
	"SELECT " FACTS_PARTS ", 0 FROM answer a"
	" JOIN session s USING (session_pk) JOIN part p USING (answer_pk)"
	" WHERE" IN_ANSWER " ORDER BY a.started_at, a.id, p.kind, p.position",
    [STMT_GET + ENTITY_PARTS] =
	"SELECT " FACTS_PARTS ", '' FROM part p JOIN answer a USING (answer_pk)"
	" WHERE a.id = ?1 AND p.kind = ?2 AND p.position = ?3",
    [STMT_PUT + ENTITY_PARTS] =
	"INSERT INTO part (answer_pk, kind, position, name, text)"
	" VALUES ((SELECT answer_pk FROM answer WHERE id = ?1), ?2, ?3, ?4,"
	" ?5)"
	" ON CONFLICT (answer_pk, kind, position) DO UPDATE SET"
	" name = excluded.name, text = excluded.text",

    [STMT_EACH + ENTITY_RATINGS] =
	"SELECT " FACTS_RATINGS ", r.rating_pk FROM rating r"
	" JOIN session s USING (session_pk)"
	" LEFT JOIN answer a USING (answer_pk)"
	" WHERE s.deleted_at IS NULL"
	" AND (:round IS NULL OR ifnull(a.round, s.round) = :round)"
	" AND (:company IS NULL OR ifnull(a.company, s.company) = :company)"
	" AND (:level IS NULL OR ifnull(a.level, s.level) = "
	":level)" BEGUN_WITHIN(
	    "r.rated_at") " ORDER BY r.rated_at, s.id, a.id, r.rater, r.signal",
    [STMT_GET + ENTITY_RATINGS] =
	"SELECT " FACTS_RATINGS ", '' FROM session s JOIN rating r"
	" USING (session_pk) LEFT JOIN answer a USING (answer_pk)"
	" WHERE s.id = ?2 AND r.rater = ?4 AND r.signal = ?5"
	" AND r.rated_at = ?7 AND ifnull(r.answer_pk, 0) ="
	" ifnull((SELECT answer_pk FROM answer WHERE id = ?1), 0)",
    [STMT_PUT + ENTITY_RATINGS] =
	"INSERT INTO rating (session_pk, answer_pk, rater, signal, rating,"
	" rated_at, note)"
	" VALUES ((SELECT session_pk FROM session WHERE id = ?2),"
	" (SELECT answer_pk FROM answer WHERE id = ?1), ?4, ?5, ?6, ?7, ?8)"
	" ON CONFLICT (session_pk, ifnull(answer_pk, 0), rater, signal,"
	" rated_at)"
	" DO UPDATE SET rating = excluded.rating, note = excluded.note",

    [STMT_EACH + ENTITY_CALIBRATION_RATINGS] =
	"SELECT " FACTS_CALIBRATION_RATINGS ", 0 FROM calibration_rating"
	" ORDER BY rated_at, item, signal",
    [STMT_GET + ENTITY_CALIBRATION_RATINGS] =
	"SELECT " FACTS_CALIBRATION_RATINGS ", '' FROM calibration_rating"
	" WHERE item = ?1 AND signal = ?2 AND rated_at = ?4",
    [STMT_PUT + ENTITY_CALIBRATION_RATINGS] =
	"INSERT INTO calibration_rating (" FACTS_CALIBRATION_RATINGS ")"
	" VALUES (?1, ?2, ?3, ?4) ON CONFLICT (item, rated_at, signal)"
	" DO UPDATE SET rating = excluded.rating",

    [STMT_EACH + ENTITY_CHECKLIST] =
	"SELECT " FACTS_CHECKLIST ", 0 FROM checklist ORDER BY position, item",
    [STMT_GET + ENTITY_CHECKLIST] =
	"SELECT " FACTS_CHECKLIST ", origin FROM checklist WHERE item = ?1",
    [STMT_PUT + ENTITY_CHECKLIST] =
	"INSERT INTO checklist (" FACTS_CHECKLIST ", origin)"
	" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
	" ON CONFLICT (item) DO UPDATE SET position = excluded.position,"
	" label = excluded.label, known_by = excluded.known_by,"
	" need = excluded.need, how = excluded.how, origin = excluded.origin",

    [STMT_EACH + ENTITY_CHECKED] =
	"SELECT " FACTS_CHECKED ", 0 FROM checked"
	" WHERE (:since IS NULL OR checked_at >= :since)"
	" AND (:until IS NULL OR checked_at < :until)"
	" ORDER BY checked_at, item",
    [STMT_GET + ENTITY_CHECKED] = "SELECT " FACTS_CHECKED ", '' FROM checked"
				  " WHERE item = ?1 AND checked_at = ?2",
    [STMT_PUT + ENTITY_CHECKED] =
	"INSERT INTO checked (" FACTS_CHECKED ") VALUES (?1, ?2, ?3)"
	" ON CONFLICT (item, checked_at) DO UPDATE SET done = excluded.done",

    [STMT_EACH + ENTITY_LOOP_RUNS] =
	"SELECT " FACTS_LOOP_RUNS ", 0 FROM loop_session"
	" WHERE (:since IS NULL OR started_at >= :since)"
	" AND (:until IS NULL OR started_at < :until)"
	" ORDER BY started_at, run_id, position",
    [STMT_GET + ENTITY_LOOP_RUNS] =
	"SELECT " FACTS_LOOP_RUNS ", '' FROM loop_session"
	" WHERE run_id = ?1 AND position = ?4",
    [STMT_PUT + ENTITY_LOOP_RUNS] =
	"INSERT INTO loop_session (" FACTS_LOOP_RUNS ")"
	" VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (run_id, position) DO UPDATE"
	" SET loop = excluded.loop, started_at = excluded.started_at,"
	" session_id = excluded.session_id",

    [STMT_EACH + ENTITY_SESSION_NOTES] =
	"SELECT " FACTS_SESSION_NOTES ", 0 FROM session_note n"
	" JOIN session s USING (session_pk) WHERE" IN_SESSION
	" ORDER BY n.noted_at, s.id",
    [STMT_GET + ENTITY_SESSION_NOTES] =
	"SELECT " FACTS_SESSION_NOTES ", '' FROM session_note n"
	" JOIN session s USING (session_pk)"
	" WHERE s.id = ?1 AND n.noted_at = ?2",
    [STMT_PUT + ENTITY_SESSION_NOTES] =
	"INSERT INTO session_note (session_pk, noted_at, note)"
	" VALUES ((SELECT session_pk FROM session WHERE id = ?1), ?2, ?3)"
	" ON CONFLICT (session_pk, noted_at) DO UPDATE SET"
	" note = excluded.note",

    [STMT_EACH + ENTITY_SESSION_TAGS] =
	"SELECT " FACTS_SESSION_TAGS ", 0 FROM session_tag t"
	" JOIN session s USING (session_pk) WHERE" IN_SESSION
	" ORDER BY t.tagged_at, s.id, t.tag",
    [STMT_GET + ENTITY_SESSION_TAGS] =
	"SELECT " FACTS_SESSION_TAGS ", '' FROM session_tag t"
	" JOIN session s USING (session_pk)"
	" WHERE s.id = ?1 AND t.tag = ?2 AND t.tagged_at = ?3",
    [STMT_PUT + ENTITY_SESSION_TAGS] =
	"INSERT INTO session_tag (session_pk, tag, tagged_at, tagged)"
	" VALUES ((SELECT session_pk FROM session WHERE id = ?1), ?2, ?3, ?4)"
	" ON CONFLICT (session_pk, tag, tagged_at) DO UPDATE SET"
	" tagged = excluded.tagged",

    /* A put is of a session that is there: there is no other to be hidden. */
    [STMT_EACH + ENTITY_DELETIONS] =
	"SELECT " FACTS_DELETIONS ", 0 FROM session s"
	" WHERE s.deleted_at IS NOT NULL"
	" AND (:round IS NULL OR s.round = :round)"
	" AND (:company IS NULL OR s.company = :company)"
	" AND (:level IS NULL OR s.level = :level)"
	" AND (:since IS NULL OR s.deleted_at >= :since)"
	" AND (:until IS NULL OR s.deleted_at < :until)"
	" ORDER BY s.deleted_at, s.id",
    [STMT_GET + ENTITY_DELETIONS] =
	"SELECT " FACTS_DELETIONS ", '' FROM session s"
	" WHERE s.id = ?1 AND s.deleted_at IS NOT NULL",
    [STMT_PUT + ENTITY_DELETIONS] =
	"UPDATE session SET deleted_at = ?2 WHERE id = ?1",

    [STMT_ROUND] = "SELECT round, label, rubric, seconds, think_s, questions"
		   " FROM round WHERE round = :round",
    [STMT_ROUND_NAMES] = "SELECT round, label, aliases FROM round"
			 " ORDER BY round = 'general', seconds, round",
    [STMT_ROUND_NAMES_IN_USE] =
	"SELECT round, label, aliases FROM round WHERE round IN"
	" (SELECT round FROM question WHERE" NOT_RETIRED ")"
	" ORDER BY round = 'general', seconds, round",
    [STMT_LEVEL_NAMES] = "SELECT level, label, aliases FROM level"
			 " ORDER BY position IS NULL, position, level",
    [STMT_RUBRIC] = "SELECT signal, label, weight, metric, asks, anchor_1,"
		    " anchor_2, anchor_3, anchor_4, anchor_5"
		    " FROM rubric_signal WHERE rubric = :rubric"
		    " ORDER BY position, signal",
    [STMT_RUBRIC_NAMES] = "SELECT DISTINCT rubric, rubric, ''"
			  " FROM rubric_signal ORDER BY rubric",

    [STMT_RUBRIC_TOO_LARGE] =
	"SELECT rubric, count(*) FROM rubric_signal GROUP BY rubric"
	" HAVING count(*) > :most LIMIT 1",
    [STMT_COMPANY_NAMES] = "SELECT company, label, '' FROM company"
			   " ORDER BY company = 'any' DESC, company",
    [STMT_SIGNAL_NAMES] = "SELECT signal, min(label), '' FROM rubric_signal"
			  " GROUP BY signal ORDER BY signal",
    [STMT_SIGNAL_RATED] =
	"SELECT EXISTS (SELECT 1 FROM rating WHERE signal = :signal)",
    [STMT_SIGNAL_LABEL] = "SELECT label FROM rubric_signal"
			  " WHERE signal = :signal LIMIT 1",
    [STMT_ROUND_LABEL] = "SELECT label FROM round WHERE round = :round",

    [STMT_BACKLOG] = "SELECT feature, effort, reach, evidence FROM backlog"
		     " WHERE question_id = :question ORDER BY position",
    [STMT_FIGURE_ROWS] =
	"SELECT cells FROM figure_row WHERE question_id = :question"
	" ORDER BY position",
    [STMT_INTERRUPTIONS] = "SELECT interruption, text, left_s"
			   " FROM interruption WHERE round IN ('', :round)"
			   " ORDER BY interruption",
    [STMT_PART_ADD] =
	"INSERT INTO part (answer_pk, kind, position, name, text)"
	" VALUES ((SELECT answer_pk FROM answer WHERE id = :answer), :kind,"
	" :position, :name, :text)",
    [STMT_PARTS] = "SELECT kind, name, text FROM part"
		   " WHERE answer_pk = :answer ORDER BY kind, position",

    [STMT_QUESTION] =
	"SELECT " FACTS_QUESTIONS ", origin FROM question WHERE id = :id",
    [STMT_QUESTION_LAST] = "SELECT max(question_pk) FROM question",
    [STMT_QUESTION_AFTER] =
	"SELECT id, (SELECT count(*) FROM (SELECT 1 FROM" KEPT_ANSWER
	"   WHERE a.question_id = question.id AND a.skipped = 'no' LIMIT 9)),"
	" ifnull((SELECT a.started_at FROM" KEPT_ANSWER
	"   WHERE a.question_id = question.id"
	"   ORDER BY a.started_at DESC LIMIT 1), 0)"
	" FROM question WHERE question_pk >= :from AND" IN_QUESTION
	" AND" NOT_RETIRED " ORDER BY question_pk LIMIT :limit",
    [STMT_QUESTION_TAGS] =
	"SELECT tags, count(*) FROM question WHERE tags <> '' GROUP BY tags",
    [STMT_QUESTION_COUNT] =
	"SELECT count(*) FROM question WHERE" IN_QUESTION STANDING_SO
	    SEARCHED_QUESTION,
    [STMT_QUESTION_WINDOW] = "SELECT " FACTS_QUESTIONS ", origin FROM question"
			     " WHERE" IN_QUESTION STANDING_SO SEARCHED_QUESTION
			     " ORDER BY id LIMIT :limit OFFSET :from",
    [STMT_QUESTION_PLACE] =
	"SELECT count(*) FROM question WHERE id < :id AND" IN_QUESTION
	    STANDING_SO SEARCHED_QUESTION,
    [STMT_QUESTION_REMOVE] =
	"DELETE FROM question WHERE id = :id"
	" AND NOT EXISTS (SELECT 1 FROM answer WHERE question_id = :id)",
    [STMT_QUESTION_PRACTISED] =
	"SELECT count(*) FROM" KEPT_ANSWER
	" WHERE a.question_id = :id AND a.skipped = 'no'",
    [STMT_QUESTION_ALL] = "SELECT count(*) FROM question",
    [STMT_QUESTION_IDS] = "SELECT id FROM question",
    [STMT_QUESTION_MEET] = "SELECT " FACTS_QUESTIONS ", origin, question_pk"
			   " FROM question WHERE id = ?1",
    [STMT_QUESTION_FOLLOW] = "SELECT " FACTS_QUESTIONS ", origin, question_pk"
			     " FROM question WHERE question_pk > ?1"
			     " ORDER BY question_pk",
    [STMT_QUESTION_ADD] =
	"INSERT INTO " NEW_QUESTION " VALUES " QUESTION_VALUES,
    /* No row can be refused here; told so, SQLite keeps no journal of the
     * statement. */
    [STMT_QUESTION_LOAD] =
	"INSERT OR ROLLBACK INTO " NEW_QUESTION " VALUES " FOUR_QUESTIONS
	", " FOUR_QUESTIONS ", " FOUR_QUESTIONS ", " FOUR_QUESTIONS,
    [STMT_QUESTION_DROP_INDEX] = "DROP INDEX IF EXISTS question_by_id",
    /* As data/schema/005_bank.sql has them. */
    [STMT_QUESTION_INDEX] = "CREATE UNIQUE INDEX IF NOT EXISTS"
			    " question_by_id ON question (id)",

    [STMT_SESSION_ADD] =
	"INSERT INTO session (id, device, started_at, utc_offset_min, mode,"
	" round, company, level, questions)"
	" VALUES (:id, (SELECT value FROM meta WHERE key = 'device'),"
	" :started_at, :utc_offset_min, :mode, :round, :company, :level,"
	" :questions) ON CONFLICT (id) DO NOTHING",
    [STMT_SESSION_END] =
	"UPDATE session SET ended_at = :ended_at WHERE id = :id",
    [STMT_SESSION_PK] = "SELECT session_pk FROM session WHERE id = :id",
    [STMT_SESSION_PRESENCE] =
	"SELECT CASE WHEN deleted_at IS NULL THEN 1 ELSE 2 END FROM session"
	" WHERE id = :id",
    [STMT_ANSWER_ADD] =
	"INSERT INTO answer (id, session_pk, question_id, attempt, started_at,"
	" round, company, level, rubric, mode, limit_s, think_s, answer_s,"
	" paused_s, opening_s, splits, predicted, metric_given, hint, skipped,"
	" prompt, answer, probes)"
	" VALUES (?1, (SELECT session_pk FROM session WHERE id = ?2), ?3,"
	" CASE ?19 WHEN 'yes' THEN NULL ELSE ifnull(?23, 1 + (SELECT count(*)"
	"   FROM answer a JOIN session s USING (session_pk)"
	"   WHERE a.question_id = ?3 AND a.skipped = 'no'"
	"   AND s.deleted_at IS NULL)) END,"
	" ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,"
	" ?19, ?20, ?21, ?22)",
    [STMT_RATING_ADD] =
	"INSERT INTO rating (session_pk, answer_pk, rater, signal, rating,"
	" rated_at, note)"
	" VALUES ((SELECT session_pk FROM session WHERE id = :session),"
	" (SELECT answer_pk FROM answer WHERE id = :answer), :rater, :signal,"
	" :rating, :rated_at, :note)",
    [STMT_RATING_LATEST] =
	"SELECT ifnull(max(rated_at), 0) FROM rating"
	" WHERE session_pk = (SELECT session_pk FROM session"
	"   WHERE id = :session)"
	" AND ifnull(answer_pk, 0) = ifnull((SELECT answer_pk FROM answer"
	"   WHERE id = :answer), 0) AND rater = :rater",
    [STMT_REVIEW_DROP] = "DELETE FROM review WHERE answer_pk IN"
			 " (SELECT answer_pk FROM answer"
			 "   WHERE session_pk = :session)",
    [STMT_REVIEW_ADD] =
	ADD_REVIEWS REVIEWED " AND a.session_pk = :session" RATED_IN_FULL,
    [STMT_REVIEW_DROP_ALL] = "DELETE FROM review",
    [STMT_REVIEW_ADD_ALL] = ADD_REVIEWS REVIEWED RATED_IN_FULL,
    [STMT_RATED_PUT] = ADD_RATED PACKED(" AND session_pk = :session"),
    [STMT_RATED_PUT_ALL] = ADD_RATED PACKED(""),
    [STMT_RATED_DROP] = "DELETE FROM rated WHERE session_pk = :session",
    [STMT_RATED_CLEAR] = "DELETE FROM rated",
    [STMT_DIGEST_SESSION] = "SELECT questions, ended_at, utc_offset_min"
			    " FROM session WHERE session_pk = :session"
			    " AND deleted_at IS NULL",
    [STMT_DIGEST_ANSWERS] =
	"SELECT answer_pk, started_at, rubric, limit_s, answer_s, paused_s, "
	"splits,"
	" predicted, metric_given, skipped, hint FROM answer"
	" WHERE session_pk = :session ORDER BY started_at, id",
    [STMT_DIGEST_RATINGS] =
	"SELECT ifnull(answer_pk, 0), rater, signal, rating FROM rating"
	" WHERE session_pk = :session"
	" ORDER BY ifnull(answer_pk, 0), rater, signal, rated_at",
    [STMT_DIGEST_DROP] = "DELETE FROM digest WHERE session_pk = :session",
    [STMT_DIGEST_CLEAR] = "DELETE FROM digest",
    [STMT_DIGEST_ADD] =
	"INSERT INTO digest (started_at, id, session_pk, utc_offset_min, round,"
	" company, level, answered, skipped, days, times, pairs, sections)"
	" SELECT started_at, id, session_pk, utc_offset_min, round, company,"
	" level, :answered, :skipped, :days, :times, :pairs, :sections"
	" FROM session WHERE session_pk = :session",
    [STMT_OPINION_DROP] = "DELETE FROM opinion WHERE session_pk = :session",
    [STMT_OPINION_CLEAR] = "DELETE FROM opinion",
    [STMT_OPINION_ADD] =
	"INSERT INTO opinion (rater, started_at, id, session_pk,"
	" utc_offset_min, round, company, level, num, den, verdict, caps,"
	" limiting, rated, clean, signals, counts)"
	" SELECT :rater, started_at, id, session_pk, utc_offset_min, round,"
	" company, level, :num, :den, :verdict, :caps, :limiting, :rated,"
	" :clean, :signals, :counts FROM session WHERE session_pk = :session",
    [STMT_STALE_ALL] = "INSERT OR IGNORE INTO stale (session_pk)"
		       " SELECT session_pk FROM session"
		       " WHERE deleted_at IS NULL",
    [STMT_STALE_ADD] = "INSERT INTO stale (session_pk) VALUES (:session)",
    [STMT_STALE_NEXT] = "SELECT max(session_pk) FROM stale",
    [STMT_STALE_DROP] = "DELETE FROM stale WHERE session_pk = :session",
    [STMT_STALE_UNRATED] = "SELECT NOT EXISTS (SELECT 1 FROM rated"
			   " WHERE session_pk = :session)",
    [STMT_STALE_COUNT] = "SELECT (SELECT count(*) FROM stale)"
			 " + (SELECT count(*) FROM stale_question)",
    [STMT_STALE_QUESTIONS_OF] =
	"INSERT OR IGNORE INTO stale_question (question_id)"
	" SELECT question_id FROM answer WHERE session_pk = :session",
    [STMT_STALE_QUESTION_OF] =
	"INSERT OR IGNORE INTO stale_question (question_id)"
	" SELECT question_id FROM answer WHERE id = :id",
    [STMT_STALE_QUESTION_NEXT] =
	"SELECT question_id FROM stale_question LIMIT 1",
    [STMT_STALE_QUESTION_DROP] =
	"DELETE FROM stale_question WHERE question_id = :question",
    [STMT_STANDING_DROP] = "DELETE FROM standing WHERE question_id = :question",
    [STMT_STANDING_ADD] =
	"INSERT INTO standing (question_id, attempts, reviews, stability,"
	" difficulty, grade, reviewed_at, due_at, round, rubric)"
	" VALUES (:question, :attempts, :reviews, :stability, :difficulty,"
	" :grade, :reviewed_at, :due_at, :round, :rubric)",
    [STMT_STANDING_CLEAR] = "DELETE FROM standing",
    [STMT_WELL_DROP] = "DELETE FROM went_well WHERE question_id = :question",
    [STMT_WELL_ADD] =
	"INSERT INTO went_well (question_id, round, rubric, started_at)"
	" VALUES (:question, :round, :rubric, :started_at)",
    [STMT_WELL_CLEAR] = "DELETE FROM went_well",
    [STMT_WELL_EACH] =
	"SELECT question_id, round, rubric, started_at FROM went_well",
    /* As data/schema/010_digest.sql has them. */
    [STMT_APART_OPINION] =
	"CREATE TEMP TABLE IF NOT EXISTS opinion (rater TEXT NOT NULL,"
	" started_at INTEGER NOT NULL, id TEXT NOT NULL,"
	" session_pk INTEGER NOT NULL, utc_offset_min INTEGER NOT NULL,"
	" round TEXT NOT NULL, company TEXT NOT NULL, level TEXT NOT NULL,"
	" num INTEGER NOT NULL, den INTEGER NOT NULL,"
	" verdict INTEGER NOT NULL, caps INTEGER NOT NULL,"
	" limiting TEXT NOT NULL, rated INTEGER NOT NULL,"
	" clean INTEGER NOT NULL, signals TEXT NOT NULL,"
	" counts TEXT NOT NULL,"
	" PRIMARY KEY (rater, started_at, id)) STRICT, WITHOUT ROWID",
    [STMT_APART_OPINION_INDEX] =
	"CREATE UNIQUE INDEX IF NOT EXISTS temp.opinion_of_session"
	" ON opinion (session_pk, rater)",
    [STMT_APART_DIGEST] =
	"CREATE TEMP TABLE IF NOT EXISTS digest (started_at INTEGER NOT NULL,"
	" id TEXT NOT NULL, session_pk INTEGER NOT NULL,"
	" utc_offset_min INTEGER NOT NULL, round TEXT NOT NULL,"
	" company TEXT NOT NULL, level TEXT NOT NULL,"
	" answered INTEGER NOT NULL, skipped INTEGER NOT NULL,"
	" days TEXT NOT NULL, times TEXT NOT NULL, pairs TEXT NOT NULL, "
	"sections TEXT NOT NULL,"
	" PRIMARY KEY (started_at, id)) STRICT, WITHOUT ROWID",
    [STMT_APART_DIGEST_INDEX] =
	"CREATE UNIQUE INDEX IF NOT EXISTS temp.digest_of_session"
	" ON digest (session_pk)",
    [STMT_APART_STALE] = "CREATE TEMP TABLE IF NOT EXISTS stale"
			 " (session_pk INTEGER PRIMARY KEY) STRICT",
    [STMT_APART_STANDING] =
	"CREATE TEMP TABLE IF NOT EXISTS standing"
	" (question_id TEXT PRIMARY KEY, attempts INTEGER NOT NULL,"
	" reviews INTEGER NOT NULL, stability REAL NOT NULL,"
	" difficulty REAL NOT NULL, grade INTEGER NOT NULL,"
	" reviewed_at INTEGER NOT NULL, due_at INTEGER NOT NULL,"
	" round TEXT NOT NULL, rubric TEXT NOT NULL) STRICT, WITHOUT ROWID",
    [STMT_APART_WELL] =
	"CREATE TEMP TABLE IF NOT EXISTS went_well (question_id TEXT NOT NULL,"
	" round TEXT NOT NULL, rubric TEXT NOT NULL,"
	" started_at INTEGER NOT NULL,"
	" PRIMARY KEY (question_id, round, rubric)) STRICT, WITHOUT ROWID",
    [STMT_APART_STALE_QUESTION] =
	"CREATE TEMP TABLE IF NOT EXISTS stale_question"
	" (question_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    /* Of a session that is stale only what is counted must be the same. */
    [STMT_WRONG_SESSIONS] = "SELECT count(*) FROM (" DIFFERENT(
	"session_pk", OPINIONS) " UNION" DIFFERENT("session_pk",
	DIGESTS) " UNION" DIFFERENT("session_pk", COUNTS) ")",
    [STMT_WRONG_QUESTIONS] = "SELECT count(*) FROM (" DIFFERENT(
	"question_id", STANDINGS) " UNION" DIFFERENT("question_id",
	WENT_WELL) ")"
		   " WHERE question_id NOT IN (SELECT question_id FROM "
		   "main.stale_question"
		   " UNION SELECT question_id FROM main.stale JOIN answer"
		   " USING (session_pk))",
    /* Other or missing, and those that should not be. */
    [STMT_WRONG_REVIEWS] =
	"SELECT count(*) FILTER"
	" (WHERE (v.rating, v.fresh_at) IS NOT (made.rating, made.fresh_at))"
	" + (SELECT count(*) FROM review) - count(v.answer_pk)"
	" FROM (" REVIEWED RATED_IN_FULL ") AS made"
	" LEFT JOIN review v USING (answer_pk)",
    /* A session that is stale may have none. */
    [STMT_WRONG_RATED] =
	"SELECT count(*) FILTER (WHERE v.ratings IS NOT made.ratings"
	"   AND (v.ratings IS NOT NULL OR" NOT_STALE "))"
	" + (SELECT count(*) FROM rated) - count(v.ratings)"
	" FROM (" PACKED("") ") AS made"
			     " LEFT JOIN rated v USING (session_pk, rater)",
    [STMT_JOIN_OPINION] = "DROP TABLE IF EXISTS temp.opinion",
    [STMT_JOIN_DIGEST] = "DROP TABLE IF EXISTS temp.digest",
    [STMT_JOIN_STALE] = "DROP TABLE IF EXISTS temp.stale",
    [STMT_JOIN_STALE_QUESTION] = "DROP TABLE IF EXISTS temp.stale_question",
    [STMT_JOIN_STANDING] = "DROP TABLE IF EXISTS temp.standing",
    [STMT_JOIN_WELL] = "DROP TABLE IF EXISTS temp.went_well",
    [STMT_JUDGED] =
	"SELECT o.num, o.den, o.verdict, o.caps, o.limiting, d.answered,"
	" o.rated, d.skipped, o.clean FROM digest d LEFT JOIN opinion o"
	" ON o.session_pk = d.session_pk AND o.rater = :rater"
	" WHERE d.session_pk = :session AND NOT EXISTS"
	" (SELECT 1 FROM stale WHERE stale.session_pk = d.session_pk)",
    [STMT_ANSWER_SESSION] =
	"SELECT s.id FROM answer a JOIN session s USING (session_pk)"
	" WHERE a.id = :id",
    [STMT_LEVEL_RUBRIC] =
	"SELECT label, rubric FROM level WHERE level = :level",
    [STMT_SESSION_RATINGS] =
	"SELECT signal, rating, note FROM rating"
	" WHERE session_pk = :session AND ifnull(answer_pk, 0) = 0"
	" AND rater = :rater ORDER BY rated_at",
    [STMT_ATTEMPTS] = COUNT_ATTEMPTS COUNTED_ATTEMPTS,
    [STMT_ATTEMPTS_OF] = COUNT_ATTEMPTS
    " AND a.question_id IN (SELECT o.question_id FROM answer o"
    "   JOIN session USING (session_pk) WHERE session.id = "
    ":id)" COUNTED_ATTEMPTS,
    [STMT_SESSION] = THE_SESSION " WHERE s.id = :id AND s.deleted_at IS NULL",
    [STMT_SESSION_PLAN] = "SELECT questions, ended_at FROM session"
			  " WHERE session_pk = :session",
    [STMT_SESSION_WINDOW] =
	THE_SESSION " WHERE" IN_SESSION " ORDER BY s.started_at DESC, s.id DESC"
		    " LIMIT :limit OFFSET :from",
    [STMT_SESSION_LATEST] = THE_SESSION
    " WHERE s.deleted_at IS NULL ORDER BY s.started_at DESC, s.id DESC"
    " LIMIT :limit OFFSET :from",
    [STMT_LATEST] =
	"SELECT s.session_pk, s.started_at, s.utc_offset_min, s.round,"
	" s.session_pk IN stale, o.num, o.den, o.verdict, o.clean"
	" FROM session s LEFT JOIN" OWN_OPINION " WHERE s.deleted_at IS NULL"
	" ORDER BY s.started_at DESC, s.id DESC LIMIT :limit",
    [STMT_SESSION_ORDERED] =
	THE_SESSION " WHERE" IN_SESSION IN_ORDER
		    " LIMIT ifnull(:limit, -1) OFFSET ifnull(:from, 0)",
    [STMT_SCORES_KEPT] =
	"SELECT session_pk, num, den FROM opinion WHERE rater = 'self'"
	" AND session_pk NOT IN (SELECT session_pk FROM stale)",
    [STMT_SCORES_STALE] =
	"SELECT session_pk FROM stale JOIN session USING (session_pk)"
	" WHERE deleted_at IS NULL",
    [STMT_SESSION_COUNT] = "SELECT count(*) FROM session s"
			   " WHERE" IN_SESSION,
    [STMT_SESSION_ANSWERS] = THE_ANSWER " WHERE a.session_pk = :session"
					" ORDER BY a.started_at, a.id",
    [STMT_SESSION_ANSWER_FACTS] =
	THE_JUDGED " WHERE session_pk = :session ORDER BY started_at, id",
    [STMT_ANSWER] = THE_ANSWER " WHERE a.id = :id AND s.deleted_at IS NULL",
    [STMT_ANSWER_KNOWN] =
	"SELECT s.id, a.question_id, a.skipped = 'yes' FROM answer a"
	" JOIN session s USING (session_pk) WHERE a.id = :id",
    [STMT_ANSWER_BEFORE] =
	THE_ANSWER " WHERE a.question_id = :question AND a.skipped = 'no'"
		   " AND s.deleted_at IS NULL"
		   " AND (a.started_at, a.id) < (:started_at, :id)"
		   " ORDER BY a.started_at DESC, a.id DESC LIMIT 1",
    [STMT_QUESTION_ATTEMPTS] =
	THE_ANSWER " WHERE a.question_id = :question AND a.skipped = 'no'"
		   " AND s.deleted_at IS NULL ORDER BY a.started_at, a.id",
    [STMT_TRIED] = "SELECT f.id, l.prompt, ifnull(l.attempt, 0)"
		   " FROM answer f, answer l"
		   " WHERE f.answer_pk = :first AND l.answer_pk = :last",
    [STMT_ANSWER_RATED] =
	"SELECT s.id FROM answer a JOIN session s USING (session_pk)"
	" JOIN rating r ON r.session_pk = a.session_pk"
	" AND ifnull(r.answer_pk, 0) = +a.answer_pk WHERE a.id = :id LIMIT 1",
    [STMT_ANSWER_FACTS] = THE_JUDGED " WHERE answer_pk = :answer",
    [STMT_SESSION_RATED_BY] = "SELECT ratings FROM rated"
			      " WHERE session_pk = :session AND rater = :rater",
    [STMT_ANSWER_RATINGS] =
	"SELECT signal, rating, note, rated_at FROM rating"
	" WHERE session_pk = :session"
	" AND ifnull(answer_pk, 0) = :answer AND rater = :rater"
	" ORDER BY signal, rated_at",
    [STMT_ANSWER_PEERS] =
	"SELECT DISTINCT rater FROM rating WHERE session_pk = :session"
	" AND ifnull(answer_pk, 0) = :answer"
	" AND rater NOT IN ('self', 'cold') ORDER BY rater",
    [STMT_ANY_HISTORY] = "SELECT 1 FROM session"
			 " WHERE deleted_at IS NULL LIMIT 1",

    [STMT_FOUND_ALL] = "SELECT session_pk FROM session"
		       " ORDER BY started_at DESC, id DESC",
    [STMT_FOUND_GONE] = "SELECT session_pk FROM session"
			" WHERE deleted_at IS NOT NULL ORDER BY session_pk",
    [STMT_FOUND_NEWEST] = "SELECT s.session_pk FROM session s WHERE" IN_SESSION
			  " ORDER BY s.started_at DESC, s.id DESC",
    [STMT_FOUND_ORDERED] =
	"SELECT s.session_pk FROM session s WHERE" IN_SESSION IN_ORDER,
    [STMT_FOUND_INDEXED] = "SELECT rowid FROM grams WHERE grams MATCH :words",
    [STMT_FOUND_SINCE] = "SELECT DISTINCT +session_pk FROM answer"
			 " WHERE answer_pk > :from ORDER BY 1",
    [STMT_FOUND_NOTES] =
	"SELECT n.session_pk FROM session_note n"
	" WHERE holds(n.note)" LATEST_NOTE " ORDER BY n.session_pk",
    [STMT_FOUND_IN] =
	"SELECT EXISTS (SELECT 1 FROM answer WHERE session_pk = :session"
	"   AND holds(prompt, answer, probes, question_id))"
	" OR holds((SELECT note FROM session_note"
	"   WHERE session_pk = :session ORDER BY noted_at DESC LIMIT 1))",
    [STMT_FOUND_SESSION] = THE_SESSION " WHERE s.session_pk = :session",
    [STMT_ASKED_NEXT] =
	"SELECT question_pk, id, asks(prompt, tags, id) FROM question"
	" WHERE id > :after AND" IN_QUESTION STANDING_SO " ORDER BY id",
    [STMT_ASKED_IN] = "SELECT asks(prompt, tags, id) FROM question"
		      " WHERE question_pk = :question",
    [STMT_ASKED_QUESTION] = "SELECT " FACTS_QUESTIONS ", origin FROM question"
			    " WHERE question_pk = :question",
    [STMT_SEARCH_MADE] = "SELECT 1 FROM sqlite_schema WHERE name = 'grams'",
    [STMT_SEARCH_DROP] = "DROP TABLE IF EXISTS search",
    [STMT_SEARCH_MAKE] = SEARCH_TABLE,
    /* FTS5's commands to the index. */
    [STMT_SEARCH_ORDER] =
	"INSERT INTO grams (grams, rank) VALUES (:command, :value)",
    [STMT_SEARCH_LAST] = "SELECT max(answer_pk) FROM answer",
    [STMT_SEARCH_NEXT] =
	"SELECT answer_pk, prompt, answer, probes FROM answer"
	" WHERE answer_pk > :from ORDER BY answer_pk LIMIT :limit",
    [STMT_SEARCH_TEXTS] =
	"SELECT session_pk, prompt, answer, probes, question_id FROM answer"
	" WHERE answer_pk > :from AND answer_pk <= :until"
	" ORDER BY session_pk",
    /* Of a session that is there already, words are added to it: FTS5 can't
     * tell that from a new row, for it keeps nothing of a row but its
     * words. */
    [STMT_SEARCH_ADD] =
	"INSERT INTO grams (rowid, words) VALUES (:session, :words)",
    [STMT_DATA_VERSION] = "PRAGMA data_version",
    [STMT_NOTE] = "SELECT note FROM session_note WHERE session_pk = :session"
		  " ORDER BY noted_at DESC LIMIT 1",
    /* A second after the latest one where the clock went back. */
    [STMT_NOTE_ADD] =
	"INSERT INTO session_note (session_pk, noted_at, note)"
	" SELECT session_pk, max(:now, 1 + ifnull((SELECT max(n.noted_at)"
	"   FROM session_note n WHERE n.session_pk = s.session_pk), 0)), :text"
	" FROM session s WHERE id = :id AND deleted_at IS NULL",
    [STMT_TAGS] = "SELECT DISTINCT t.tag FROM session_tag t JOIN session s"
		  " USING (session_pk) WHERE s.deleted_at IS NULL AND" IS_TAGGED
		  " ORDER BY t.tag",
    [STMT_TAGS_OF] =
	"SELECT t.tag FROM session_tag t"
	" WHERE t.session_pk = :session AND" IS_TAGGED " ORDER BY t.tag",
    [STMT_TAG_ADD] =
	"INSERT INTO session_tag (session_pk, tag, tagged_at, tagged)"
	" SELECT session_pk, :text, max(:now, 1 + ifnull((SELECT"
	"   max(t.tagged_at) FROM session_tag t"
	"   WHERE t.session_pk = s.session_pk AND t.tag = :text), 0)), :value"
	" FROM session s WHERE id = :id AND deleted_at IS NULL",
    [STMT_SESSION_DELETE] = "UPDATE session SET deleted_at = :now"
			    " WHERE id = :id AND deleted_at IS NULL",
    [STMT_SESSION_UNDELETE] = "UPDATE session SET deleted_at = NULL"
			      " WHERE id = :id AND deleted_at IS NOT NULL",
    [STMT_SESSION_DELETED_LAST] =
	THE_SESSION " WHERE s.deleted_at IS NOT NULL"
		    " ORDER BY s.deleted_at DESC, s.session_pk DESC LIMIT 1",
    [STMT_DRAFT_OF] = "SELECT 1 FROM draft WHERE session_id = :id",

    [STMT_PROGRESS] =
	"SELECT s.id, s.started_at, s.round, s.company, s.level, s.session_pk,"
	" s.signals, s.counts FROM opinion s WHERE s.rater = :rater "
	"AND" IN_DIGEST " ORDER BY s.started_at, s.id",
    [STMT_REVIEW] =
	"SELECT s.signals, s.counts, s.num, s.den, s.limiting, s.id,"
	" s.started_at, s.utc_offset_min FROM opinion s WHERE s.rater = :rater "
	"AND" IN_DIGEST " ORDER BY s.started_at, s.id",
    [STMT_REVIEW_MEANS] =
	"SELECT s.signals, s.counts, s.num, s.den, s.limiting FROM opinion s"
	" WHERE s.rater = :rater AND" IN_DIGEST " ORDER BY s.started_at, s.id",
    [STMT_RECENT_TALLIES] =
	"SELECT s.session_pk, s.round, o.signals, o.counts FROM session s"
	" LEFT JOIN" OWN_OPINION
	" WHERE s.deleted_at IS NULL AND s.ended_at IS NOT NULL"
	" ORDER BY s.started_at DESC, s.id DESC LIMIT :limit",
    [STMT_RECENT_LEVEL] =
	"SELECT signal, rating FROM rating WHERE session_pk = :session"
	" AND ifnull(answer_pk, 0) = 0 AND rater = 'self'"
	" ORDER BY signal, rated_at",
    [STMT_VIEW_VERDICTS] =
	"SELECT s.started_at, s.utc_offset_min, s.verdict FROM opinion s"
	" WHERE s.rater = :rater AND" IN_DIGEST,
    [STMT_VIEW_TIMES] =
	"SELECT s.times FROM digest s WHERE" IN_DIGEST " AND s.times <> ''",
    [STMT_VIEW_PAIRS] =
	"SELECT s.pairs FROM digest s WHERE" IN_DIGEST " AND s.pairs <> ''",
    [STMT_VIEW_SECTIONS] =
	"SELECT s.sections FROM digest s WHERE" IN_DIGEST
	" AND s.sections <> '' ORDER BY s.started_at DESC, s.id DESC",
    [STMT_VIEW_DAYS] =
	"SELECT s.days FROM digest s WHERE" IN_DIGEST " AND s.days <> ''",
    [STMT_VIEW_OVERALLS] =
	"SELECT s.started_at, s.num, s.den FROM opinion s"
	" WHERE s.rater = :rater AND s.den > 0 AND" IN_DIGEST,
    /* CROSS, so that SQLite goes from the newest session back. */
    [STMT_VIEW_PACES] =
	"SELECT a.answer_s, a.mode, a.answer"
	" FROM digest s CROSS JOIN answer a ON a.session_pk = s.session_pk"
	" WHERE" IN_DIGEST " AND a.skipped = 'no' AND a.answer_s > 0"
	" ORDER BY s.started_at DESC, s.id DESC, a.started_at, a.id"
	" LIMIT :limit",
    [STMT_VIEW_LAST_TRIES] =
	"SELECT a.answer_pk, a.question_id"
	" FROM digest s CROSS JOIN answer a ON a.session_pk = s.session_pk"
	" WHERE" IN_DIGEST " AND a.attempt > 1 ORDER BY s.started_at DESC,"
	" s.id DESC, a.started_at DESC, a.id DESC",
    [STMT_VIEW_FIRST_TRY] =
	"SELECT a.answer_pk FROM answer a CROSS JOIN digest s"
	" ON s.session_pk = a.session_pk"
	" WHERE a.question_id = :question AND a.skipped = 'no' AND" IN_DIGEST
	" ORDER BY a.started_at, a.id",
    [STMT_BANK] =
	"SELECT q.id, q.round, q.level, s.attempts, s.reviews, s.stability,"
	" s.difficulty, s.grade, s.reviewed_at, s.due_at, s.round, s.rubric"
	" FROM question q LEFT JOIN standing s ON s.question_id = q.id",
    /* From one name to the next in the index: rows are many, raters few. */
    [STMT_RATERS] =
	"WITH RECURSIVE each (name) AS (SELECT min(rater) FROM opinion"
	"   UNION ALL SELECT (SELECT min(rater) FROM opinion"
	"     WHERE rater > each.name) FROM each WHERE each.name IS NOT NULL)"
	" SELECT name FROM each WHERE name IS NOT NULL",

    [STMT_RECENT_ROUNDS] = "SELECT round FROM session WHERE deleted_at IS NULL"
			   " ORDER BY started_at DESC, id DESC LIMIT :limit",

    [STMT_PHRASES_WITHDRAW] = "DELETE FROM lexicon WHERE origin = 'shipped'",
    [STMT_LOOP_ROUNDS] =
	"SELECT round FROM loop_round l CROSS JOIN round USING (round)"
	" WHERE l.loop = :loop ORDER BY l.position",
    [STMT_ANY_ROUNDS] = "SELECT round FROM round"
			" ORDER BY round = 'general', seconds, round"
			" LIMIT :limit",

    [STMT_REVIEWS] = THE_REVIEWS " AND a.question_id = :question"
				 " ORDER BY a.started_at, a.id",
    [STMT_REVIEWS_ALL] =
	THE_REVIEWS " ORDER BY a.question_id, a.started_at, a.id",
    [STMT_REVIEWED] = "SELECT a.started_at, v.rating FROM answer a"
		      " CROSS JOIN review v USING (answer_pk)"
		      " WHERE a.question_id = :question"
		      " ORDER BY a.started_at, a.id",
    [STMT_QUESTION_ROUNDS] = "SELECT id, round FROM question"
			     " WHERE" NOT_RETIRED " ORDER BY id",
    [STMT_WENT_WELL_SINCE] =
	"SELECT b.answer_pk FROM answer a JOIN answer b"
	" ON b.started_at > a.started_at AND b.round = a.round"
	" AND b.rubric = a.rubric AND b.question_id <> a.question_id"
	" JOIN session s ON s.session_pk = b.session_pk"
	" WHERE a.answer_pk = :answer AND b.skipped = 'no'"
	" AND s.deleted_at IS NULL",
    [STMT_LATELY_ASKED] =
	"SELECT session_pk, question_id, started_at, attempt FROM answer"
	" ORDER BY started_at DESC, id DESC",
    [STMT_SESSION_KEPT] =
	"SELECT deleted_at IS NULL FROM session WHERE session_pk = :session",
    [STMT_TIMES_ANSWERED] = "SELECT session_pk, attempt FROM answer"
			    " WHERE question_id = :question AND skipped = 'no'"
			    " ORDER BY started_at DESC, id DESC",
    [STMT_QUESTION_KNOWN] =
	"SELECT q.round FROM question q JOIN round USING (round)"
	" WHERE q.id = :id AND" NOT_RETIRED,
    [STMT_QUESTION_ASKED] =
	"SELECT id, EXISTS (SELECT 1 FROM" KEPT_ANSWER
	"   WHERE a.question_id = question.id), company, level"
	" FROM question WHERE question_pk <= :until AND round = :round"
	" AND" NOT_RETIRED " ORDER BY question_pk",
    [STMT_ANSWER_LAST] = "SELECT a.answer_pk FROM" KEPT_ANSWER
			 " ORDER BY a.answer_pk DESC LIMIT 1",

    [STMT_MOCKS] = "SELECT s.session_pk, s.round, s.level, EXISTS (SELECT 1"
		   "   FROM rating r WHERE r.session_pk = s.session_pk"
		   "   AND r.rater NOT IN ('self', 'cold'))"
		   " FROM session s WHERE s.deleted_at IS NULL"
		   " ORDER BY s.round, s.level, s.started_at, s.id",
    [STMT_ANSWER_COUNT] =
	"SELECT count(*) FROM answer JOIN session s USING (session_pk)"
	" WHERE s.deleted_at IS NULL",
    [STMT_ANSWERED_DAYS] =
	"SELECT DISTINCT (a.started_at + 60 * s.utc_offset_min) / 86400 AS day"
	" FROM answer a JOIN session s USING (session_pk)"
	" WHERE a.skipped = 'no' AND s.deleted_at IS NULL AND day <= :today"
	" ORDER BY day DESC",

    /* The same, by what is kept. */
    [STMT_COLD_COUNT] = "SELECT count(*) FROM (SELECT 1 FROM review"
			"   WHERE fresh_at >= :from AND fresh_at <= :until"
			"   LIMIT :limit)",
    [STMT_COLD_DUE] =
	"SELECT a.id, a.prompt, a.started_at, s.utc_offset_min" RATED_BETWEEN
	" ORDER BY rated.at, a.id LIMIT :limit",
    [STMT_COLD_FIRST] = "SELECT min(rated.at)" RATED_BETWEEN,
    [STMT_RATED_TWICE] =
	"SELECT r.signal, fresh.rating, r.rating"
	" FROM rating r JOIN session s USING (session_pk) JOIN rating fresh"
	" ON fresh.session_pk = r.session_pk"
	" AND ifnull(fresh.answer_pk, 0) = +r.answer_pk"
	" AND fresh.rater = 'self' AND fresh.signal = r.signal"
	" WHERE r.rater = 'cold' AND r.answer_pk IS NOT NULL"
	" AND s.deleted_at IS NULL AND" LATEST
	" AND NOT EXISTS (SELECT 1 FROM rating fresher"
	"   WHERE fresher.session_pk = fresh.session_pk"
	"   AND ifnull(fresher.answer_pk, 0) = +r.answer_pk"
	"   AND fresher.rater = 'self' AND fresher.signal = r.signal"
	"   AND fresher.rated_at > fresh.rated_at)"
	" ORDER BY r.signal",
    [STMT_ANSWER_METRIC] =
	"UPDATE answer SET metric_given = :given WHERE id = :id",
    [STMT_CALIBRATION_MINE] =
	"SELECT r.signal, r.rating FROM calibration_rating r"
	" WHERE r.item = :item ORDER BY r.rated_at",
    [STMT_CALIBRATION_LATEST] =
	"SELECT max(rated_at) FROM calibration_rating WHERE item = :item",
    [STMT_CALIBRATION_ADD] =
	"INSERT INTO calibration_rating (" FACTS_CALIBRATION_RATINGS ")"
	" VALUES (:item, :signal, :rating, :rated_at)",
    [STMT_CHECKLIST] =
	"SELECT item, label, known_by, need, how, ifnull((SELECT done"
	"   FROM checked c WHERE c.item = checklist.item"
	"   ORDER BY checked_at DESC LIMIT 1), 'no')"
	" FROM checklist ORDER BY position, item",
    [STMT_CHECKED_ADD] = "INSERT INTO checked (item, checked_at, done)"
			 " VALUES (:item, :checked_at, :done)",
    [STMT_CHECKED_LATEST] =
	"SELECT ifnull(max(checked_at), 0) FROM checked WHERE item = :item",
    /* These three from the newest back, and CROSS so that SQLite keeps to it:
     * whoever reads them stops at what is enough. */
    [STMT_STORIES] =
	"SELECT a.answer_pk, a.question_id, a.round, a.rubric, a.answer_s"
	" FROM answer a CROSS JOIN session s USING (session_pk)"
	" WHERE s.deleted_at IS NULL AND a.skipped = 'no'"
	" AND (a.round = :round AND a.metric_given = 'yes'"
	"   OR a.rubric = :rubric)"
	" ORDER BY a.answer_pk DESC",
    [STMT_PEERS] =
	"SELECT DISTINCT r.session_pk, r.rater"
	" FROM session s CROSS JOIN rating r USING (session_pk)"
	" WHERE s.deleted_at IS NULL AND r.rater NOT IN ('self', 'cold')"
	" AND r.answer_pk IS NOT NULL ORDER BY s.session_pk DESC",
    [STMT_MOCKS_SINCE] =
	"SELECT session_pk FROM session WHERE deleted_at IS NULL"
	" AND ended_at IS NOT NULL AND started_at >= :since"
	" ORDER BY started_at DESC",

    [STMT_DRAFT_PUT] =
	"INSERT OR REPLACE INTO draft (session_id, saved_mono_ms,"
	" saved_wall_ms, boot, started_at, utc_offset_min, mode, strict,"
	" round, company, level, n_probes, tasks, limits, at, phase,"
	" take_started_at, timers, text, caret, splits, hint, probe_at,"
	" probes, predicted, ratings, metric, pid, notes, asked, mode_asked,"
	" parts, seed, interrupted)"
	" VALUES (:session_id, :saved_mono_ms, :saved_wall_ms, :boot,"
	" :started_at, :utc_offset_min, :mode, :strict, :round, :company,"
	" :level, :n_probes, :tasks, :limits, :at, :phase,"
	" :take_started_at, :timers, :text, :caret, :splits, :hint,"
	" :probe_at, :probes, :predicted, :ratings, :metric, :pid, :notes,"
	" :asked, :mode_asked, :parts, :seed, :interrupted)",
    [STMT_DRAFT_DROP] = "DELETE FROM draft WHERE session_id = :id",
    [STMT_DRAFT_NEWEST] =
	"SELECT session_id, saved_mono_ms, saved_wall_ms, boot, started_at,"
	" utc_offset_min, mode, strict, round, company, level, n_probes,"
	" tasks, limits, at, phase, take_started_at, timers, text, caret,"
	" splits, hint, probe_at, probes, predicted, ratings, metric, pid,"
	" notes, asked, mode_asked, parts, seed, interrupted"
	" FROM draft ORDER BY saved_wall_ms DESC, session_id DESC",
    [STMT_DRAFT_COUNT] = "SELECT count(*) FROM draft",
};
