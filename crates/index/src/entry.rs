//! What is put into the indexes, borrowed from the record.

use crate::Field;

/// A document as the index takes it.
#[derive(Debug, Clone, Copy)]
pub struct DocumentEntry<'a> {
    /// The first eight bytes of its id; comes back with every hit and breaks ties.
    pub key: u64,
    /// The whole text.
    pub text: &'a str,
    /// The title as shown.
    pub title: Option<&'a str>,
    /// Earliest and latest day it can be from, in days since 1970-01-01.
    pub date: Option<(i32, i32)>,
    /// Names and values; a field may occur many times, and a phrase never spans two values.
    pub fields: &'a [(Field, &'a str)],
}

/// A statement as the index takes it.
#[derive(Debug, Clone, Copy)]
pub struct StatementEntry<'a> {
    /// The statement's id.
    pub key: u64,
    /// The key of its document.
    pub document: u64,
    /// The event it is joined to, where it is joined.
    pub event: u64,
    /// What a timeline is sorted by; ties go by `key`.
    pub sort_day: i64,
    /// Its quotation.
    pub text: &'a str,
    /// Earliest and latest day of the event, in days since 1970-01-01.
    pub date: Option<(i32, i32)>,
    /// Names and values.
    pub fields: &'a [(Field, &'a str)],
}
