//! Plain structs that a command or page shows, made from the record: no SQL, no HTML.
