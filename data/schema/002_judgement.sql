-- A draft keeps the words that earn its high ratings, and the order in which
-- each task's probes are asked: by what was weak when it began.

ALTER TABLE draft ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN asked TEXT NOT NULL DEFAULT '';

-- Whether somebody chose its mode; else it is just the round's.

ALTER TABLE draft ADD COLUMN mode_asked INTEGER NOT NULL DEFAULT 1;

-- Where a level stands among the others, from the first; NULL: behind them.

ALTER TABLE level ADD COLUMN position INTEGER;

-- Answers to be rated against reference scores, and what they were rated.

CREATE TABLE calibration (
	item TEXT PRIMARY KEY,
	position INTEGER NOT NULL,
	rubric TEXT NOT NULL,
	prompt TEXT NOT NULL,
	answer TEXT NOT NULL,
	metric TEXT NOT NULL, -- 'yes': a measured result is given
	scores TEXT NOT NULL, -- signal:rating|…
	why TEXT NOT NULL,    -- signal=sentence|…
	origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE calibration_rating (
	item TEXT NOT NULL, -- a fact too: the item may be gone
	signal TEXT NOT NULL,
	rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
	rated_at INTEGER NOT NULL,
	PRIMARY KEY (item, rated_at, signal)
) STRICT, WITHOUT ROWID;

-- What should be ready before the interview, and what the candidate ticked
-- off; the latest tick of an item counts.

CREATE TABLE checklist (
	item TEXT PRIMARY KEY,
	position INTEGER NOT NULL,
	label TEXT NOT NULL,
	known_by TEXT NOT NULL, -- 'self': the candidate says so
	need INTEGER,		-- how many; NULL for 'self'
	how TEXT NOT NULL,
	origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE checked (
	item TEXT NOT NULL,
	checked_at INTEGER NOT NULL,
	done TEXT NOT NULL, -- 'yes', 'no'
	PRIMARY KEY (item, checked_at)
) STRICT, WITHOUT ROWID;
