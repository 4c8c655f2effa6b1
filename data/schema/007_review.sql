-- The reviews that questions are scheduled by, and what waits to be rated once
-- more: a row for each answer that was not skipped and that oneself rated in
-- full; none of a session that is deleted.  Kept for speed alone: counted anew
-- whenever anything changes that it is counted from (store/digest.c).
CREATE TABLE review (
	answer_pk INTEGER PRIMARY KEY REFERENCES answer,
	rating INTEGER NOT NULL, -- of its limiting signal: the lowest
	fresh_at INTEGER -- when it was last rated; NULL: it was rated cold,
			 -- or holds no text to be rated
) STRICT;
CREATE INDEX review_by_time ON review (fresh_at) WHERE fresh_at IS NOT NULL;
INSERT INTO review (answer_pk, rating, fresh_at)
SELECT a.answer_pk, min(r.rating),
	CASE WHEN a.answer <> '' AND NOT EXISTS (
		SELECT 1 FROM rating cold
		WHERE cold.session_pk = a.session_pk
		AND ifnull(cold.answer_pk, 0) = +a.answer_pk
		AND cold.rater = 'cold'
	) THEN (
		SELECT max(each.rated_at) FROM rating each
		WHERE each.session_pk = a.session_pk
		AND ifnull(each.answer_pk, 0) = +a.answer_pk
		AND each.rater = 'self'
	) END
FROM answer a
JOIN session s ON s.session_pk = a.session_pk AND s.deleted_at IS NULL
JOIN rubric_signal asked ON asked.rubric = a.rubric
LEFT JOIN rating r ON r.session_pk = a.session_pk
	AND ifnull(r.answer_pk, 0) = +a.answer_pk
	AND r.rater = 'self' AND r.signal = asked.signal
	AND NOT EXISTS (
		SELECT 1 FROM rating later
		WHERE later.session_pk = r.session_pk
		AND ifnull(later.answer_pk, 0) = ifnull(r.answer_pk, 0)
		AND later.rater = r.rater AND later.signal = r.signal
		AND later.rated_at > r.rated_at
	)
WHERE a.skipped = 'no'
GROUP BY a.answer_pk
HAVING count(r.rating) = count(*);

-- With all that the latest answers are asked for at every start: the answers,
-- with their texts, are not looked at.
DROP INDEX answer_by_time;
CREATE INDEX answer_by_time ON answer (
	started_at, id, question_id, attempt, session_pk
);
