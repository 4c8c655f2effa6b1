-- What a question lays before the candidate.

CREATE TABLE backlog (
	question_id TEXT NOT NULL,
	position INTEGER NOT NULL,
	feature TEXT NOT NULL,
	effort TEXT NOT NULL,
	reach TEXT NOT NULL,
	evidence TEXT NOT NULL,
	origin TEXT NOT NULL,
	PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure_row (
	question_id TEXT NOT NULL,
	position INTEGER NOT NULL, -- the first is the header
	cells TEXT NOT NULL,       -- joined with |
	origin TEXT NOT NULL,
	PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

-- What an interviewer says in the middle of an answer.

CREATE TABLE interruption (
	interruption TEXT PRIMARY KEY,
	round TEXT NOT NULL, -- '': any
	left_s REAL,	     -- seconds left when it comes; NULL: by chance
	text TEXT NOT NULL,
	origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an answer holds beside its text.

CREATE TABLE part (
	answer_pk INTEGER NOT NULL REFERENCES answer,
	kind TEXT NOT NULL, -- see core/part.h
	position INTEGER NOT NULL,
	name TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (answer_pk, kind, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE draft ADD COLUMN parts TEXT NOT NULL DEFAULT '';

-- What decides by chance in this session, and whether it is interrupted.

ALTER TABLE draft ADD COLUMN seed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft ADD COLUMN interrupted INTEGER NOT NULL DEFAULT 0;
