-- What each rater gave the answers of a session, in one row, by answer:
-- `17,2:4,6:action3,4:task` is answer 17 with its two latest ratings, 4 of
-- `action` and 3 of `task`, with the signals' lengths in bytes.  Kept for speed
-- alone: it is made anew from the ratings whenever they change
-- (store/rated.c), and read ten times as fast, which is half of the time of an
-- export.  '' where they are too many to be kept so.
CREATE TABLE rated (
	session_pk INTEGER NOT NULL REFERENCES session,
	rater TEXT NOT NULL,
	ratings TEXT NOT NULL,
	PRIMARY KEY (session_pk, rater)
) STRICT, WITHOUT ROWID;
INSERT INTO rated (session_pk, rater, ratings)
SELECT w.session_pk, w.rater, CASE WHEN w.n > 1024 THEN '' ELSE (
	SELECT group_concat(given, '')
	FROM (
		SELECT answer || ',' || count(*) || ':' || group_concat(rating
			|| ',' || length(CAST(signal AS BLOB)) || ':' || signal,
			'') AS given
		FROM (
			SELECT ifnull(answer_pk, 0) AS answer, signal, rating,
				max(rated_at)
			FROM rating r
			WHERE r.session_pk = w.session_pk
			AND ifnull(answer_pk, 0) > 0 AND +r.rater = w.rater
			GROUP BY ifnull(answer_pk, 0), signal
		)
		GROUP BY answer ORDER BY answer
	)
) END
FROM (
	SELECT session_pk, rater, count(*) AS n FROM rating
	WHERE ifnull(answer_pk, 0) > 0 GROUP BY session_pk, rater
) AS w;
