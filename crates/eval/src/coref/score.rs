//! Anaphors with the names of their clusters, against the entities that were read.

use crate::count::Count;
use depeche_annotate::{Annotations, MentionForm};
use depeche_document::{Block, BlockKind, Kind};
use depeche_statement::Entity;
use depeche_text::Span;
use std::collections::BTreeMap;

/// What kind of words an anaphor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// "I", "my", "we".
    First,
    /// "you", "your".
    Second,
    /// "he", "she", "his".
    Third,
    /// "it", "its".
    Thing,
    /// "they", "their".
    Plural,
    /// "this", "that".
    Demonstrative,
    /// "the ambassador".
    Office,
}

impl Form {
    /// All, in the order of the table.
    pub(super) const ALL: [Form; 7] = [
        Form::First,
        Form::Second,
        Form::Third,
        Form::Thing,
        Form::Plural,
        Form::Demonstrative,
        Form::Office,
    ];

    /// As the table says.
    pub(super) fn name(self) -> &'static str {
        match self {
            Form::First => "I, we",
            Form::Second => "you",
            Form::Third => "he, she",
            Form::Thing => "it",
            Form::Plural => "they",
            Form::Demonstrative => "this, that",
            Form::Office => "offices",
        }
    }

    /// Of a pronoun, in any case.
    pub(super) fn of_pronoun(word: &str) -> Option<Form> {
        Some(match word.to_lowercase().as_str() {
            "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves" => {
                Form::First
            }
            "you" | "your" | "yours" | "yourself" | "yourselves" => Form::Second,
            "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => Form::Third,
            "it" | "its" | "itself" => Form::Thing,
            "they" | "them" | "their" | "theirs" | "themselves" => Form::Plural,
            "this" | "that" | "these" | "those" => Form::Demonstrative,
            _ => return None,
        })
    }
}

/// Words that refer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Anaphor {
    /// Of an office the whole phrase.
    pub(super) span: Span,
    pub(super) form: Form,
    /// Index of its cluster.
    pub(super) cluster: usize,
}

/// A text with its anaphors and names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) blocks: Vec<Span>,
    /// Pronouns and offices of all clusters, in text order.
    pub(super) anaphors: Vec<Anaphor>,
    /// By cluster, the names in it.
    pub(super) names: BTreeMap<usize, Vec<Span>>,
}

/// How it went.
#[derive(Debug, Default)]
pub(super) struct Scores {
    counts: BTreeMap<Form, Count>,
    /// Links given to what has no name.
    nameless: BTreeMap<Form, usize>,
    pub(super) wrong: Vec<String>,
    pub(super) missed: Vec<String>,
}

impl Scores {
    /// The counts of a form, or of all.
    pub(super) fn row(&self, form: Option<Form>) -> Count {
        let wanted = self
            .counts
            .iter()
            .filter(|(of, _)| form.is_none_or(|form| form == **of));
        wanted.fold(Count::default(), |sum, (_, count)| Count {
            gold: sum.gold + count.gold,
            read: sum.read + count.read,
            same: sum.same + count.same,
        })
    }

    /// How many links were given to what has no name.
    pub(super) fn nameless(&self, form: Option<Form>) -> usize {
        let wanted = self
            .nameless
            .iter()
            .filter(|(of, _)| form.is_none_or(|form| form == **of));
        wanted.map(|(_, count)| count).sum()
    }
}

impl Text {
    /// Reads it and compares.
    pub(super) fn score(&self, scores: &mut Scores) {
        let block = |span: &Span| Block {
            kind: BlockKind::Paragraph,
            span: *span,
        };
        let blocks = self.blocks.iter().map(block).collect();
        let document = crate::plain::document(Kind::Text, self.text.clone(), blocks);
        let annotations = depeche_annotate::annotate(&document);
        let entities = depeche_statement::read(&document, &annotations).entities;
        for anaphor in &self.anaphors {
            let given = given(anaphor, &annotations, &entities);
            let Some(names) = self.names.get(&anaphor.cluster) else {
                *scores.nameless.entry(anaphor.form).or_default() += usize::from(given.is_some());
                continue;
            };
            let is_right = given.is_some_and(|entity| {
                let read = names_of(entity, &annotations);
                read.iter()
                    .any(|read| names.iter().any(|name| read.overlaps(*name)))
            });
            let count = scores.counts.entry(anaphor.form).or_default();
            count.gold += 1;
            count.read += usize::from(given.is_some());
            count.same += usize::from(is_right);
            let gold = names.first().map_or("", |name| name.slice(&self.text));
            let words = self.around(anaphor.span);
            match given {
                Some(entity) if !is_right => {
                    scores
                        .wrong
                        .push(format!("{words} = {gold}, read {}", entity.name));
                }
                None => scores.missed.push(format!("{words} = {gold}")),
                Some(_) => {}
            }
        }
    }

    fn around(&self, span: Span) -> String {
        format!("{}: {}", self.name, around(&self.text, span))
    }
}

/// Words with what stands before and after them, on one line.
pub(super) fn around(text: &str, span: Span) -> String {
    let (start, end) = (span.start as usize, span.end as usize);
    let mut from = start.saturating_sub(230);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (end + 50).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let words = format!(
        "{}[[{}]]{}",
        &text[from..start],
        &text[start..end],
        &text[end..to]
    );
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entity that was given for an anaphor: of an office, for the words that end it or stand
/// first in it, whatever article belongs to them.
fn given<'a>(
    anaphor: &Anaphor,
    annotations: &Annotations,
    entities: &'a [Entity],
) -> Option<&'a Entity> {
    let is_name = |span: Span| is_name(span, annotations);
    let fits = |span: Span| match anaphor.form {
        Form::Office => anaphor.span.contains(span) && !is_name(span) && span.len() > 3,
        _ => span == anaphor.span,
    };
    let mut found = entities.iter().flat_map(|entity| {
        let mentions = entity.mentions.iter();
        mentions
            .filter(|mention| fits(mention.span))
            .map(move |mention| (mention.span, entity))
    });
    match anaphor.form {
        Form::Office => found.max_by_key(|(span, _)| span.len()),
        _ => found.next(),
    }
    .map(|(_, entity)| entity)
}

fn is_name(span: Span, annotations: &Annotations) -> bool {
    let first = annotations
        .mentions
        .partition_point(|mention| mention.span.start < span.start);
    let same = annotations.mentions[first..]
        .iter()
        .take_while(|mention| mention.span.start == span.start);
    let mut same = same.filter(|mention| mention.span == span);
    same.any(|mention| mention.form == MentionForm::Name)
}

fn names_of(entity: &Entity, annotations: &Annotations) -> Vec<Span> {
    let spans = entity.mentions.iter().map(|mention| mention.span);
    spans.filter(|span| is_name(*span, annotations)).collect()
}
