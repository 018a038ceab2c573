//! Plain text: telegrams, memoranda, letters, news saved from a page, anything else.
//!
//! What sort it is shows in its layout alone. The text is kept as it is but for its line ends;
//! blocks are spans over lines, and a line that reads like a menu or a teaser of another story
//! is furniture.

mod cable;
mod dateline;
mod draft;
mod furniture;
mod heading;
mod keys;
mod layout;
mod letter;
mod memo;
mod news;
mod opening;
mod participants;
mod title;

#[cfg(test)]
mod tests;

use super::Format;
use crate::{Document, DocumentId, Place, encoding};
use depeche_source::{Item, Limits};
use depeche_text::{Problem, Severity, Span};
use draft::Draft;

/// Text without markup.
pub(crate) struct PlainText;

impl Format for PlainText {
    fn name(&self) -> &'static str {
        "plain-text"
    }

    fn media_types(&self) -> &'static [&'static str] {
        &["text/plain"]
    }

    fn parse(&self, item: &Item, limits: &Limits, emit: &mut dyn FnMut(Document)) -> Vec<Problem> {
        let (text, problems) = decode(&item.bytes, limits);
        let draft = read(&text, &item.locator);
        emit(Document {
            id: DocumentId::of(item.id, &Place::Whole),
            item: item.id,
            place: Place::Whole,
            kind: draft.kind,
            title: draft.title.clone(),
            language: None,
            blocks: draft.blocks(),
            fields: draft.fields,
            date: draft.date,
            problems,
            text,
        });
        Vec::new()
    }
}

/// The paragraphs of a text, in order, however its lines are wrapped: for formats that carry plain
/// text inside.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    layout::passages(text)
}

/// Tries the forms in turn, the surest first, and fills in what all share.
fn read<'a>(text: &'a str, locator: &str) -> Draft<'a> {
    let mut draft = Draft::new(text);
    if !cable::read(&mut draft) {
        if heading::read(&mut draft) {
            // The edition's dateline outranks a date inside the paper.
            dateline::read(&mut draft);
        }
        if !memo::read(&mut draft) && !letter::read(&mut draft) {
            news::read(&mut draft);
        }
        dateline::read(&mut draft);
        heading::sign(&mut draft);
        title::read(&mut draft);
    }
    dateline::from_file_name(&mut draft, locator);
    draft
}

/// The text with its line ends as `\n`, cut at the limit.
fn decode(bytes: &[u8], limits: &Limits) -> (String, Vec<Problem>) {
    let decoded = encoding::decode(bytes, None);
    let mut problems = decoded.problems;
    let mut text = decoded.text.into_owned();
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
        // The spans were those of the text before.
        problems.iter_mut().for_each(|problem| problem.span = None);
    }
    let limit = usize::try_from(limits.text_size_bytes).unwrap_or(usize::MAX);
    if text.len() > limit {
        let end = (0..=limit).rev().find(|end| text.is_char_boundary(*end));
        text.truncate(end.unwrap_or(0));
        let message = format!("the text is cut after {} bytes", text.len());
        problems.push(Problem::new(
            "document/text-too-long",
            Severity::Warning,
            message,
        ));
        let end = text.len();
        problems.retain(|problem| problem.span.is_none_or(|span| span.end as usize <= end));
    }
    (text, problems)
}
