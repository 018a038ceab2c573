//! The formats that are read, one file each. How to add one: `CONTRIBUTING.md`.

mod html;
mod mail;
mod plain_text;
mod tei;

use crate::Document;
use depeche_source::{Item, Limits};
use depeche_text::{Problem, Severity};

/// One format.
pub trait Format: Sync {
    /// Its short name, as shown by `depeche files`.
    fn name(&self) -> &'static str;

    /// The media types that it reads.
    fn media_types(&self) -> &'static [&'static str];

    /// Reads an item: each document is handed to `emit` as soon as it is whole, in the order of
    /// the item. Returns the problems of the item as a whole; one of severity
    /// [`Severity::Failed`] or [`Severity::Refused`] says that it was not read to its end.
    fn parse(&self, item: &Item, limits: &Limits, emit: &mut dyn FnMut(Document)) -> Vec<Problem>;
}

/// Every format, in the order of this page.
pub const FORMATS: &[&dyn Format] = &[&plain_text::PlainText, &html::Html, &tei::Tei, &mail::Mail];

/// Reads an item with the format of its media type; an item of no known type is refused.
pub fn parse(item: &Item, limits: &Limits, emit: &mut dyn FnMut(Document)) -> Vec<Problem> {
    let known = |format: &&&dyn Format| format.media_types().contains(&item.media_type.as_str());
    match FORMATS.iter().find(known) {
        Some(format) => format.parse(item, limits, emit),
        None => vec![unknown_media_type(item)],
    }
}

fn unknown_media_type(item: &Item) -> Problem {
    let message = format!(
        "{} is of type {}, which is not read",
        item.locator, item.media_type
    );
    Problem::new("document/unknown-type", Severity::Refused, message)
        .hint("convert it to text, HTML, TEI or mail, or wait for a version that reads it")
}
