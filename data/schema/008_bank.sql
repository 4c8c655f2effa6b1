-- Making it took a fifth of the time of importing a large bank, and one reader
-- used it, to see some hundred rows: the bank is read in its own order instead.
DROP INDEX IF EXISTS question_by_round;
