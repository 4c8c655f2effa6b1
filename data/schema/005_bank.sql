-- A large bank of questions is put in first and its index made afterwards,
-- which is several times as fast: so the index has a name by which it can go.

CREATE TABLE bank (
	question_pk INTEGER PRIMARY KEY,
	id TEXT NOT NULL,
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
INSERT INTO bank (question_pk, id, prompt, round, rubric, company, level,
	seconds, tags, probes, hint, look_for, origin)
SELECT question_pk, id, prompt, round, rubric, company, level,
	seconds, tags, probes, hint, look_for, origin
FROM question;
DROP TABLE question;
ALTER TABLE bank RENAME TO question;

CREATE UNIQUE INDEX question_by_id ON question (id);
-- Picking a question at random probes this index, so that it costs the same
-- with a hundred questions and with a hundred thousand.  Every index ends with
-- the row's number: it need not be named.
CREATE INDEX question_by_round ON question (round);
