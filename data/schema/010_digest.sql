-- What the review and the lists need of a session, kept for speed alone: it is
-- made anew from the answers and ratings whenever they change
-- (store/digest.c).  The rows stand in the order of time, so that a period is
-- read without looking at the rest; a session that is deleted has none.

-- What each rater thought of a session.
CREATE TABLE opinion (
	rater TEXT NOT NULL,
	started_at INTEGER NOT NULL,
	id TEXT NOT NULL, -- the session's, as are those before `num`
	session_pk INTEGER NOT NULL REFERENCES session,
	utc_offset_min INTEGER NOT NULL,
	round TEXT NOT NULL,
	company TEXT NOT NULL,
	level TEXT NOT NULL,
	num INTEGER NOT NULL, -- the overall, a fraction; 0/0: not rated
	den INTEGER NOT NULL,
	verdict INTEGER NOT NULL,
	caps INTEGER NOT NULL,
	limiting TEXT NOT NULL, -- a signal
	rated INTEGER NOT NULL, -- answers of which every signal is
	clean INTEGER NOT NULL, -- 1: the session is
	-- Its signals by name, each with its length in bytes, `6:action6:result`,
	-- and how many of the latest ratings of each are 1 to 5,
	-- `1,0,4,3,0,0,2,6,0,0`.
	signals TEXT NOT NULL,
	counts TEXT NOT NULL,
	PRIMARY KEY (rater, started_at, id)
) STRICT, WITHOUT ROWID;
INSERT INTO opinion (rater, started_at, id, session_pk, utc_offset_min, round,
	company, level, num, den, verdict, caps, limiting, rated, clean, signals,
	counts)
SELECT g.rater, s.started_at, s.id, s.session_pk, s.utc_offset_min, s.round,
	s.company, s.level, 0, 0, 0, 0, '', 0, 0, g.signals, g.counts
FROM (
	SELECT rater, session_pk, group_concat(length(CAST(signal AS BLOB))
		|| ':' || signal, '') AS signals, group_concat(ones || ','
		|| twos || ',' || threes || ',' || fours || ',' || fives)
		AS counts
	FROM (
		SELECT r.rater, r.session_pk, r.signal, sum(r.rating = 1) AS ones,
			sum(r.rating = 2) AS twos, sum(r.rating = 3) AS threes,
			sum(r.rating = 4) AS fours, sum(r.rating = 5) AS fives
		FROM rating r
		WHERE NOT EXISTS (
			SELECT 1 FROM rating later
			WHERE later.session_pk = r.session_pk
			AND ifnull(later.answer_pk, 0) = ifnull(r.answer_pk, 0)
			AND later.rater = r.rater AND later.signal = r.signal
			AND later.rated_at > r.rated_at
		)
		GROUP BY r.rater, r.session_pk, r.signal
		ORDER BY r.rater, r.session_pk, r.signal
	)
	GROUP BY rater, session_pk
) AS g JOIN session s USING (session_pk)
WHERE s.deleted_at IS NULL;
CREATE UNIQUE INDEX opinion_of_session ON opinion (session_pk, rater);
DROP TABLE tally;

-- What was done in a session; the sums are those of core/digest.h.
CREATE TABLE digest (
	started_at INTEGER NOT NULL,
	id TEXT NOT NULL,
	session_pk INTEGER NOT NULL REFERENCES session,
	utc_offset_min INTEGER NOT NULL,
	round TEXT NOT NULL,
	company TEXT NOT NULL,
	level TEXT NOT NULL,
	answered INTEGER NOT NULL, -- answers that were not skipped
	skipped INTEGER NOT NULL,
	days TEXT NOT NULL, -- by the clock then: `20454,2,20455,1`, answers a day
	times TEXT NOT NULL,
	pairs TEXT NOT NULL,
	sections TEXT NOT NULL,
	PRIMARY KEY (started_at, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX digest_of_session ON digest (session_pk);

-- Where a question stands after all its answers, as its schedule has it
-- (core/schedule.h), with the round and rubric of its last review.
CREATE TABLE standing (
	question_id TEXT PRIMARY KEY,
	attempts INTEGER NOT NULL,
	reviews INTEGER NOT NULL,
	stability REAL NOT NULL,
	difficulty REAL NOT NULL,
	grade INTEGER NOT NULL,
	reviewed_at INTEGER NOT NULL,
	due_at INTEGER NOT NULL,
	round TEXT NOT NULL,
	rubric TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- When an answer to it last went well, by round and rubric.
CREATE TABLE went_well (
	question_id TEXT NOT NULL,
	round TEXT NOT NULL,
	rubric TEXT NOT NULL,
	started_at INTEGER NOT NULL,
	PRIMARY KEY (question_id, round, rubric)
) STRICT, WITHOUT ROWID;

-- Sessions and questions whose rows above are to be made anew; what the
-- opinions of such a session count is right all the same.
CREATE TABLE stale (
	session_pk INTEGER PRIMARY KEY REFERENCES session
) STRICT;
INSERT INTO stale (session_pk)
SELECT session_pk FROM session WHERE deleted_at IS NULL;
CREATE TABLE stale_question (
	question_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
