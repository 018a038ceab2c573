-- What people decided. The body is theirs and is never changed; effect and adrift are derived
-- from it and from the documents as they are, and are made anew whenever either changes.

CREATE TABLE decision (
    number      INTEGER PRIMARY KEY,   -- the order in which they were made, from 1
    body        TEXT    NOT NULL,      -- JSON: what was decided, and the words it is anchored at
    effect      TEXT,                  -- JSON: what it does; NULL: nothing
    adrift      TEXT                   -- why it no longer fits; NULL: it fits, or was undone
);
