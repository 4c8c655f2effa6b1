-- What each rater gave in a session, counted: `1,0,4,3,0,9:ownership` a
-- signal, by name, one behind the other: how many of its latest ratings are 1
-- to 5, then the signal with its length in bytes.  Kept for speed alone: it is
-- counted anew from the ratings whenever they change (store/tally.c).  A row a
-- session is read three times as fast as a row a signal.
CREATE TABLE tally (
	rater TEXT NOT NULL,
	session_pk INTEGER NOT NULL REFERENCES session,
	counts TEXT NOT NULL,
	PRIMARY KEY (rater, session_pk)
) STRICT, WITHOUT ROWID;
INSERT INTO tally (rater, session_pk, counts)
SELECT rater, session_pk, group_concat(ones || ',' || twos || ',' || threes
	|| ',' || fours || ',' || fives || ','
	|| length(CAST(signal AS BLOB)) || ':' || signal, '')
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
GROUP BY rater, session_pk;

-- What the candidate writes about a session; the latest note counts, and of
-- each tag the latest word on it.

CREATE TABLE session_note (
	session_pk INTEGER NOT NULL REFERENCES session,
	noted_at INTEGER NOT NULL,
	note TEXT NOT NULL, -- '': none any more
	PRIMARY KEY (session_pk, noted_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_tag (
	session_pk INTEGER NOT NULL REFERENCES session,
	tag TEXT NOT NULL,
	tagged_at INTEGER NOT NULL,
	tagged TEXT NOT NULL, -- 'yes', 'no'
	PRIMARY KEY (session_pk, tag, tagged_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_tag_by_name ON session_tag (tag, session_pk);
