//! What the annotators found in one document: layers of spans, nothing joined across documents.

use depeche_document::Document;
use depeche_language::Token;
use depeche_text::Span;
use depeche_time::TimeExpression;
use serde::{Deserialize, Serialize};

/// A layer of annotations, as annotators require and assign them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// [`Annotations::cased`].
    Cased,
    /// [`Annotations::tokens`].
    Tokens,
    /// [`Annotations::sentences`].
    Sentences,
    /// [`Annotations::times`].
    Times,
    /// [`Annotations::words`].
    Words,
    /// [`Annotations::proposals`].
    Proposals,
    /// [`Annotations::mentions`].
    Mentions,
    /// [`Annotations::offices`].
    Offices,
    /// [`Annotations::descriptions`].
    Descriptions,
}

/// What a mention can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// One human being.
    Person,
    /// A body that acts: government, embassy, newspaper, party, firm.
    Organization,
    /// A country, city, region, water.
    Place,
    /// A building, ship, aircraft, base.
    Facility,
    /// People taken together ("Mossad representatives" is not one; "Azeris" is).
    Group,
    /// A named conference, war, negotiation.
    Event,
    /// A named treaty, cable, report, resolution.
    Document,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionForm {
    /// A proper name.
    Name,
    /// A description, often an office without a name: "the ambassador", "Moss's adviser".
    Nominal,
    /// "she", "her", "they".
    Pronoun,
}

/// A span that names or refers to something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name itself, without honorific, office or possessive ending.
    pub span: Span,
    /// The name with the honorific or office that belongs to it: "Kestria's ambassador to
    /// Tamoria, Per Moss".
    pub full: Span,
    /// What it can mean.
    pub kind: EntityKind,
    /// How it refers.
    pub form: MentionForm,
    /// Who proposed it: `gazetteer:places`, `pattern:honorific`, `pattern:capitals`, `field:from`.
    pub by: Vec<String>,
}

/// A title in the text, with its body or country and its holder where they are given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// The whole words: "Israel's ambassador to Azerbaijan".
    pub span: Span,
    /// The title alone: "ambassador to Azerbaijan" reads `ambassador`.
    pub title: Span,
    /// Whose: "Israel's" reads `Israel`; "American" reads as it stands; or "the Treasury".
    pub of: Option<Span>,
    /// Accredited to: `Azerbaijan`; of a spokesman or adviser, whom he serves.
    pub to: Option<Span>,
    /// Index into [`Annotations::mentions`] of the one who holds it.
    pub holder: Option<usize>,
    /// Whether the words say it is over: "ex-", "former", "at the time", "then".
    pub former: bool,
    /// The pattern that read it.
    pub rule: String,
}

/// A word in its sentence's tree, as the trained pipeline reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes.
    pub span: Span,
    /// Its dictionary form; small letters but for names.
    pub lemma: String,
    /// Penn Treebank tag (`VBD`).
    pub tag: &'static str,
    /// Universal part of speech (`VERB`).
    pub pos: &'static str,
    /// Index of its head in [`Annotations::words`], in the same sentence; a root's own.
    pub head: usize,
    /// Its relation to its head in the pipeline's scheme (ClearNLP: `nsubj`, `pobj`, `ccomp`).
    pub dep: &'static str,
}

/// A name as the trained pipeline proposes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// The name, as the pipeline cuts it.
    pub span: Span,
    /// What kind of name, in the pipeline's words (`PERSON`, `GPE`).
    pub label: &'static str,
}

/// All that the annotators found in one document. Every list is in text order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotations {
    /// The text with the case of what is all capitals restored, every byte in its place; `None`
    /// where nothing is. Worked with, never stored.
    #[serde(skip)]
    pub cased: Option<String>,
    /// Tokens of the reading blocks; worked with, never stored.
    #[serde(skip)]
    pub tokens: Vec<Token>,
    /// Sentences, each inside one block; furniture has none.
    pub sentences: Vec<Span>,
    /// Words with their trees, cut as the trained pipeline cuts them; address lines of cables
    /// have none. Worked with, never stored.
    #[serde(skip)]
    pub words: Vec<Word>,
    /// Names that the trained pipeline proposes; worked with, never stored.
    #[serde(skip)]
    pub proposals: Vec<Proposal>,
    /// Times in the reading blocks, resolved as far as the document goes.
    pub times: Vec<TimeExpression>,
    /// Names and references.
    pub mentions: Vec<Mention>,
    /// Titles with their holders.
    pub offices: Vec<Office>,
    /// Noun phrases that describe people, bodies and places, and adjectives of countries; whom they
    /// mean is open. Worked with, never stored.
    #[serde(skip)]
    pub descriptions: Vec<Mention>,
}

impl Annotations {
    /// The document's text as names and statements are read in it: what is all capitals has
    /// small letters again. Spans into the one are spans into the other.
    pub fn text<'a>(&'a self, document: &'a Document) -> &'a str {
        self.cased.as_deref().unwrap_or(&document.text)
    }

    /// The tokens inside `span`, a sentence or part of one.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let start = self
            .tokens
            .partition_point(|token| token.span.start < span.start);
        let rest = &self.tokens[start..];
        &rest[..rest.partition_point(|token| token.span.end <= span.end)]
    }

    /// Indexes of the words inside `span`, a sentence or part of one.
    pub fn words_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self
            .words
            .partition_point(|word| word.span.start < span.start);
        let rest = &self.words[start..];
        start..start + rest.partition_point(|word| word.span.end <= span.end)
    }

    /// The trained pipeline's names that start inside `span`.
    pub fn proposals_in(&self, span: Span) -> &[Proposal] {
        let start = self
            .proposals
            .partition_point(|proposal| proposal.span.start < span.start);
        let rest = &self.proposals[start..];
        &rest[..rest.partition_point(|proposal| proposal.span.start < span.end)]
    }

    /// Indexes of the mentions that start inside `span`.
    pub fn mentions_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self
            .mentions
            .partition_point(|mention| mention.span.start < span.start);
        let rest = &self.mentions[start..];
        start..start + rest.partition_point(|mention| mention.span.start < span.end)
    }
}
