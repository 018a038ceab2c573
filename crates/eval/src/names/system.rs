//! What is scored: a function from a document to the names that it reads in it.

use super::edges;
use depeche_annotate::{EntityKind, Mention, MentionForm};
use depeche_document::Document;
use depeche_language::Pipeline;
use depeche_text::Span;

/// What a name can mean, as finely as any system tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Organization,
    /// The government of a country.
    Government,
    /// A country, city or other place with a government.
    Country,
    /// Another place.
    Place,
    /// A building, ship or base.
    Facility,
    /// A people, or its adjective.
    Group,
}

/// A name that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// The name itself.
    pub(super) span: Span,
    /// With the honorific or office that belongs to it, its article and its possessive ending.
    pub(super) full: Span,
    pub(super) kind: Kind,
    /// Whether it describes instead of naming.
    pub(super) nominal: bool,
}

/// A system: the names of a document, in text order.
pub(super) type Read<'a> = dyn FnMut(&Document) -> Vec<Found> + 'a;

/// The annotators of the program, without their pronouns.
pub(super) fn annotators() -> impl FnMut(&Document) -> Vec<Found> {
    |document| {
        let annotations = depeche_annotate::annotate(document);
        let mentions = annotations.mentions.iter().chain(&annotations.descriptions);
        let found = mentions.filter_map(|mention| {
            let kind = kind(mention, &document.text)?;
            (mention.form != MentionForm::Pronoun).then_some(Found {
                span: mention.span,
                full: edges::full(mention, &annotations.words, &document.text),
                kind,
                nominal: mention.form == MentionForm::Nominal,
            })
        });
        let apart = edges::offices_apart(&annotations, &document.text);
        let apart = apart.map(|span| Found {
            span,
            full: span,
            kind: Kind::Person,
            nominal: true,
        });
        let mut found: Vec<Found> = found.chain(apart).collect();
        found.sort_by_key(|name| name.span);
        found
    }
}

fn kind(mention: &Mention, text: &str) -> Option<Kind> {
    Some(match mention.kind {
        EntityKind::Person => Kind::Person,
        EntityKind::Organization if is_government(mention.span.slice(text)) => Kind::Government,
        EntityKind::Organization => Kind::Organization,
        EntityKind::Place => {
            let city = mention.by.iter().any(|by| by == "gazetteer:cities");
            let country = || depeche_annotate::country(mention.span.slice(text)).is_some();
            if city || country() {
                Kind::Country
            } else {
                Kind::Place
            }
        }
        EntityKind::Facility => Kind::Facility,
        EntityKind::Group => Kind::Group,
        EntityKind::Event | EntityKind::Document => return None,
    })
}

/// Whether the words are those of a country's government, which sets take for the country.
fn is_government(words: &str) -> bool {
    // As line ends break it: "GOVERN- MENT".
    let words = words.to_lowercase().replace("- ", "");
    let body = words.split(" of ").next().unwrap_or_default();
    let head = body.rsplit(char::is_whitespace).next().unwrap_or_default();
    matches!(head, "government" | "governments" | "govt" | "regime")
}

/// The bare names of a trained pipeline, which reads block by block.
pub(super) fn pipeline(pipeline: &Pipeline) -> impl FnMut(&Document) -> Vec<Found> {
    let mut reader = pipeline.reader();
    move |document| {
        let mut found = Vec::new();
        for block in document.reading_blocks() {
            let parse = reader.read(block.span.slice(&document.text));
            for name in &parse.names {
                let words = &parse.words[name.first..name.end];
                let (Some(kind), [first, ..], [.., last]) = (labelled(name.label), words, words)
                else {
                    continue;
                };
                let span = first.span.cover(last.span);
                let span = span.shifted(block.span.start as usize);
                found.push(Found {
                    span,
                    full: span,
                    kind,
                    nominal: false,
                });
            }
        }
        found
    }
}

/// The kind of a label of `OntoNotes`.
fn labelled(label: &str) -> Option<Kind> {
    Some(match label {
        "PERSON" => Kind::Person,
        "ORG" => Kind::Organization,
        "GPE" => Kind::Country,
        "LOC" => Kind::Place,
        "FAC" => Kind::Facility,
        "NORP" => Kind::Group,
        _ => return None,
    })
}
