-- The record, version 1. Integers that are 64-bit hashes are stored as signed.

CREATE TABLE item (
    id          BLOB    PRIMARY KEY,   -- BLAKE3 of the bytes
    media_type  TEXT    NOT NULL,
    size_bytes  INTEGER NOT NULL,
    kept_bytes  INTEGER,               -- NULL: only path and hash are kept
    replaced_by BLOB                   -- the item now found where this one was
) WITHOUT ROWID;

-- Every file found, each in exactly one state.
CREATE TABLE file (
    locator     TEXT    PRIMARY KEY,
    item        BLOB,
    stamp       BLOB    NOT NULL,
    state       INTEGER NOT NULL,      -- 0 read, 1 read with problems, 2 refused, 3 failed
    problems    BLOB,                  -- packed; NULL: none
    missing     INTEGER NOT NULL DEFAULT 0,
    version     INTEGER NOT NULL       -- of the readers
) WITHOUT ROWID;
CREATE INDEX file_item ON file (item);

CREATE TABLE document (
    row         INTEGER PRIMARY KEY,
    key         INTEGER NOT NULL UNIQUE,  -- the first eight bytes of the id
    item        BLOB    NOT NULL,
    text        BLOB    NOT NULL,         -- zstd
    text_bytes  INTEGER NOT NULL,
    head        BLOB    NOT NULL,         -- all but the text, packed
    reading     BLOB,                     -- packed; NULL: not read yet
    change      INTEGER NOT NULL          -- when it was written, as a count; see the index's watermark
);
CREATE INDEX document_item ON document (item);
CREATE INDEX document_change ON document (change);

-- Documents that went, for an index that still holds them.
CREATE TABLE removal (
    change      INTEGER PRIMARY KEY,
    key         INTEGER NOT NULL
);

CREATE TABLE statement (
    id          INTEGER PRIMARY KEY,
    document    INTEGER NOT NULL,         -- its key
    event       INTEGER NOT NULL          -- the group that may tell of the same event
);
CREATE INDEX statement_event ON statement (event);

CREATE TABLE entity (
    id          INTEGER NOT NULL,
    document    INTEGER NOT NULL,         -- its row
    PRIMARY KEY (id, document)
) WITHOUT ROWID;
