-- How many named origins the event of a statement has; NULL: not counted since its event changed.

ALTER TABLE statement ADD COLUMN origins INTEGER;
CREATE INDEX statement_uncounted ON statement (event) WHERE origins IS NULL;
