//! The record: SQLite with numbered migrations, originals by content, and nothing derived.
