//! What is told of a document when its text is whole: its kind, its marking, its fields.

use super::division::Division;
use super::heading;
use super::writer::Writer;
use crate::{BlockKind, Document, DocumentId, Field, Kind};
use depeche_source::ItemId;
use depeche_text::Span;

/// Puts the document together.
pub(super) fn document(division: Division, writer: Writer, item: ItemId, volume: &str) -> Document {
    let title = division
        .title
        .map(|span| one_line(span.slice(&writer.text)));
    let mut writer = writer;
    if let Some(span) = division.title {
        heading::settle(&writer.text, span, &mut writer.fields);
    }
    let kind = kind_of(title.as_deref().unwrap_or(""), &writer);
    let mut fields = writer.fields;
    fields.sort_by_key(|field| field.span);
    fields.extend(classification(&writer.text, &writer.blocks, &fields));
    let outside = [
        ("number", division.number.as_deref()),
        ("volume", Some(volume)),
    ];
    for (name, value) in outside {
        let Some(value) = value.filter(|value| !value.is_empty()) else {
            continue;
        };
        fields.push(Field {
            name: name.to_owned(),
            value: value.to_owned(),
            span: None,
        });
    }
    let volume = (!volume.is_empty()).then(|| volume.to_owned());
    Document {
        id: DocumentId::of(item, &division.place),
        item,
        place: division.place,
        kind,
        title: title.or(volume),
        language: division.language,
        text: writer.text,
        blocks: writer.blocks,
        fields,
        date: division.date,
        problems: division.problems,
    }
}

/// White space, line ends too, as single spaces.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field that a name in the title is, by its `@type`.
pub(super) fn address_field(value: &str) -> Option<&'static str> {
    match value {
        "from" => Some("from"),
        "to" => Some("to"),
        _ => None,
    }
}

/// The field that the items of a list are, by its `@type`.
pub(super) fn list_field(value: &str) -> Option<&'static str> {
    match value {
        "participants" => Some("participant"),
        "subject" => Some("subject"),
        "references" => Some("reference"),
        value => address_field(value),
    }
}

/// Words of a heading that say what a document is.
const KIND_WORDS: &[(&str, Kind)] = &[
    ("telegram", Kind::Cable),
    ("airgram", Kind::Cable),
    ("despatch", Kind::Cable),
    ("instruction", Kind::Cable),
    ("circular", Kind::Cable),
    ("memorandum", Kind::Memo),
    ("minutes", Kind::Memo),
    ("notes", Kind::Memo),
    ("record", Kind::Memo),
    ("letter", Kind::Letter),
    ("message", Kind::Letter),
    ("paper", Kind::Text),
    ("report", Kind::Text),
];

fn kind_of(title: &str, writer: &Writer) -> Kind {
    let source = writer.fields.iter().find(|field| field.name == "source");
    // `740.00/1–348: Telegram` above the older documents.
    let source_kind = source.and_then(|source| {
        let last = source.value.rsplit(':').next()?.trim().to_lowercase();
        let known = |(word, _): &&(&str, Kind)| last == *word;
        KIND_WORDS.iter().find(known).map(|(_, kind)| *kind)
    });
    let title = title.to_lowercase();
    let title_kind = KIND_WORDS
        .iter()
        .filter_map(|(word, kind)| Some((title.find(word)?, *kind)))
        .min_by_key(|(offset, _)| *offset)
        .map(|(_, kind)| kind);
    // `The Ambassador in France (Bell) to the Secretary of State` is a letter where nothing
    // says that it was wired.
    let addressed = ["from", "to"].map(|name| writer.fields.iter().any(|field| field.name == name));
    let letter = (addressed == [true, true]).then_some(Kind::Letter);
    source_kind.or(title_kind).or(letter).unwrap_or(Kind::Text)
}

/// Markings, the longer before what they hold.
const CLASSIFICATIONS: &[&str] = &[
    "Top Secret",
    "Secret",
    "Confidential",
    "Limited Official Use",
    "Official Use Only",
    "Restricted",
    "Unclassified",
];

/// A longer paragraph is the body, below which no marking is looked for.
const HEAD_LINE_SIZE_BYTES: usize = 200;

/// The marking: in the note on the source, else a line of its own near the title.
fn classification(text: &str, blocks: &[crate::Block], fields: &[Field]) -> Option<Field> {
    let source = fields.iter().find(|field| field.name == "source");
    let in_source = source.and_then(|source| {
        let span = source.span?;
        let sentence_starts = span
            .slice(text)
            .match_indices(". ")
            .map(|(offset, _)| offset + 2);
        let starts = sentence_starts.map(|offset| span.start as usize + offset);
        starts.filter_map(|start| marking_at(text, start)).next()
    });
    let line = || {
        let paragraphs = blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Paragraph);
        let mut head = paragraphs.take_while(|block| {
            let is_source = source.is_some_and(|source| source.span == Some(block.span));
            is_source || block.span.len() <= HEAD_LINE_SIZE_BYTES
        });
        head.find_map(|block| marking_at(text, block.span.start as usize))
    };
    let span = in_source.or_else(line)?;
    let is = |known: &&&str| known.eq_ignore_ascii_case(span.slice(text));
    let value = CLASSIFICATIONS.iter().find(is)?;
    Some(Field {
        name: "classification".to_owned(),
        value: (*value).to_owned(),
        span: Some(span),
    })
}

/// The marking that starts at `start` and is followed by no other word.
fn marking_at(text: &str, start: usize) -> Option<Span> {
    let rest = text.get(start..)?;
    CLASSIFICATIONS.iter().find_map(|marking| {
        let words = rest.get(..marking.len())?;
        let next = rest[marking.len()..].chars().next();
        let ends = next.is_none_or(|next| matches!(next, '.' | ';' | ',' | '\n' | '/' | '—'));
        let fits = ends && words.eq_ignore_ascii_case(marking);
        fits.then(|| Span::new(start, start + marking.len()))
    })
}
