-- The first schema.  Everything that was practised is a fact and is only ever
-- added to; what can be computed (attempt counts apart) is not stored.

-- One row each: 'device' (the id of this database), 'data' (the version of the
-- built-in files that the tables below were last filled from).
CREATE TABLE meta (
	key TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Reference data.  Rows of origin 'shipped' follow the program's built-in
-- files; a row that the user has changed or added has origin 'user' and stays.

CREATE TABLE rule (
	rule TEXT PRIMARY KEY,
	value REAL NOT NULL,
	why TEXT NOT NULL,
	origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE round (
	round TEXT PRIMARY KEY,
	label TEXT NOT NULL,
	aliases TEXT NOT NULL, -- joined with |
	rubric TEXT NOT NULL,
	seconds REAL NOT NULL,
	think_s REAL NOT NULL,
	questions INTEGER NOT NULL, -- in one sitting
	origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE level (
	level TEXT PRIMARY KEY,
	label TEXT NOT NULL,
	aliases TEXT NOT NULL,
	rubric TEXT NOT NULL, -- rated once, at the end of a session
	origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE company (
	company TEXT PRIMARY KEY,
	label TEXT NOT NULL,
	tier INTEGER,
	ecosystem TEXT NOT NULL,
	profile TEXT NOT NULL,
	origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE loop_round (
	loop TEXT NOT NULL,
	company TEXT NOT NULL,
	position INTEGER NOT NULL,
	day INTEGER,
	round TEXT NOT NULL,
	minutes REAL,
	gate TEXT NOT NULL, -- 'yes': failing it fails the loop
	interviewer TEXT NOT NULL,
	rubric TEXT NOT NULL,
	questions INTEGER,
	origin TEXT NOT NULL,
	PRIMARY KEY (loop, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rubric_signal (
	rubric TEXT NOT NULL,
	position INTEGER NOT NULL,
	signal TEXT NOT NULL,
	label TEXT NOT NULL,
	weight REAL NOT NULL,
	metric TEXT NOT NULL, -- 'yes': its answers need a measured result
	asks TEXT NOT NULL,
	anchor_1 TEXT NOT NULL,
	anchor_2 TEXT NOT NULL,
	anchor_3 TEXT NOT NULL,
	anchor_4 TEXT NOT NULL,
	anchor_5 TEXT NOT NULL,
	origin TEXT NOT NULL,
	PRIMARY KEY (rubric, signal)
) STRICT, WITHOUT ROWID;

CREATE TABLE lexicon (
	kind TEXT NOT NULL,
	language TEXT NOT NULL,
	phrase TEXT NOT NULL,
	why TEXT NOT NULL,
	origin TEXT NOT NULL,
	PRIMARY KEY (kind, language, phrase)
) STRICT, WITHOUT ROWID;

CREATE TABLE question (
	question_pk INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	prompt TEXT NOT NULL,
	round TEXT NOT NULL,
	rubric TEXT NOT NULL,  -- '': the round's
	company TEXT NOT NULL, -- '' and 'any': every company
	level TEXT NOT NULL,   -- '' and 'any': every level
	seconds REAL,	       -- NULL: the round's
	tags TEXT NOT NULL,
	probes TEXT NOT NULL,
	hint TEXT NOT NULL,
	look_for TEXT NOT NULL,
	origin TEXT NOT NULL
) STRICT;
-- Picking a question at random probes this index, so that it costs the same
-- with a hundred questions and with a hundred thousand.
CREATE INDEX question_by_round ON question (round, question_pk);

-- Facts.

CREATE TABLE session (
	session_pk INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	device TEXT NOT NULL,
	started_at INTEGER NOT NULL, -- seconds since 1970 UTC
	ended_at INTEGER,	     -- NULL: not finished
	utc_offset_min INTEGER NOT NULL,
	mode TEXT NOT NULL,
	round TEXT NOT NULL,
	company TEXT NOT NULL,
	level TEXT NOT NULL,
	questions INTEGER NOT NULL, -- planned
	deleted_at INTEGER	    -- a tombstone: hidden everywhere
) STRICT;
CREATE INDEX session_by_time ON session (started_at, id);

CREATE TABLE answer (
	answer_pk INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	session_pk INTEGER NOT NULL REFERENCES session,
	question_id TEXT NOT NULL, -- a fact too: the question may be gone
	attempt INTEGER,	   -- kept count; NULL when skipped
	started_at INTEGER NOT NULL,
	round TEXT NOT NULL,
	company TEXT NOT NULL,
	level TEXT NOT NULL,
	rubric TEXT NOT NULL,
	mode TEXT NOT NULL,
	limit_s REAL,
	think_s REAL,
	answer_s REAL,
	paused_s REAL,
	opening_s REAL,
	splits TEXT NOT NULL,
	predicted INTEGER,
	metric_given TEXT NOT NULL, -- 'yes', 'no', '' when not asked
	hint TEXT NOT NULL,
	skipped TEXT NOT NULL,
	prompt TEXT NOT NULL, -- as it was asked
	answer TEXT NOT NULL,
	probes TEXT NOT NULL
) STRICT;
CREATE INDEX answer_by_session ON answer (session_pk, started_at, id);
-- With all that counting the attempts at a question needs: the answers, with
-- their texts, are not looked at.
CREATE INDEX answer_by_question ON answer (
	question_id, started_at, id, skipped, session_pk
);
CREATE INDEX answer_by_time ON answer (started_at, id);

-- The latest rating of an answer, rater and signal counts.  Ratings of a
-- level's rubric belong to the session alone: answer_pk is NULL.
CREATE TABLE rating (
	rating_pk INTEGER PRIMARY KEY,
	session_pk INTEGER NOT NULL REFERENCES session,
	answer_pk INTEGER REFERENCES answer,
	rater TEXT NOT NULL, -- 'self', 'cold' or a peer's name
	signal TEXT NOT NULL,
	rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
	rated_at INTEGER NOT NULL,
	note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX rating_fact ON rating (
	session_pk, ifnull(answer_pk, 0), rater, signal, rated_at
);
CREATE INDEX rating_by_time ON rating (rated_at);

-- A session in the making, as the state machine holds it, with its clocks: a
-- restart goes on with the true time.
CREATE TABLE draft (
	session_id TEXT PRIMARY KEY,
	saved_mono_ms INTEGER NOT NULL,
	saved_wall_ms INTEGER NOT NULL,
	boot TEXT NOT NULL,
	pid INTEGER NOT NULL, -- the process that keeps it: it may be at work
	started_at INTEGER NOT NULL,
	utc_offset_min INTEGER NOT NULL,
	mode TEXT NOT NULL,
	strict INTEGER NOT NULL,
	round TEXT NOT NULL,
	company TEXT NOT NULL,
	level TEXT NOT NULL,
	n_probes INTEGER NOT NULL,
	tasks TEXT NOT NULL, -- question ids joined with |
	limits TEXT NOT NULL, -- limit and think seconds, `180/30|…`
	at INTEGER NOT NULL,
	phase TEXT NOT NULL,
	take_started_at INTEGER NOT NULL,
	timers TEXT NOT NULL, -- think, answer, probe; see store/draft.c
	text TEXT NOT NULL,
	caret INTEGER NOT NULL,
	splits TEXT NOT NULL,
	hint INTEGER NOT NULL,
	probe_at INTEGER NOT NULL,
	probes TEXT NOT NULL,
	predicted INTEGER NOT NULL,
	ratings TEXT NOT NULL,
	metric INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
