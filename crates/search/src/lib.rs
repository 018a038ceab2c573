//! The query language: parse, repair, compile, explain; hits, counts and snippets.
