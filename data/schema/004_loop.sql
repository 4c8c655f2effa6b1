-- Which session was which round of a run through a loop.  Facts too: the loop
-- may be gone, and a session that was left before its first answer is not
-- there.

CREATE TABLE loop_session (
	run_id TEXT NOT NULL,
	loop TEXT NOT NULL,
	started_at INTEGER NOT NULL, -- the run
	position INTEGER NOT NULL,   -- of the loop's round
	session_id TEXT NOT NULL,
	PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;
