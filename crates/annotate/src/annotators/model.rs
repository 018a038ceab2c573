//! Words, trees and names as the trained pipeline reads them, a few sentences of a block at a time.

use super::cased::{SOFT_HYPHEN, is_address};
use crate::{Annotations, Annotator, EntityKind, Layer, Proposal, Word};
use depeche_document::{BlockKind, Document};
use depeche_language::{Reader, english};
use depeche_text::{Span, fold};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Sentences are read together up to so many bytes: the pipeline's room stays small.
const TOGETHER_BYTES: u32 = 8_192;

/// The label of countries and cities.
const PLACE: &str = "GPE";

/// So many proposals a place behind one of these counts for.
const PLACED: usize = 3;

/// Words behind which places stand, and seldom people or bodies.
const LOCATING: &[&str] = &[
    "in", "near", "outside", "visit", "visited", "visits", "visiting",
];

/// With "of", "to" or "for" behind them they have a country or city.
const SEATED: &[&str] = &[
    "affairs",
    "ambassador",
    "capital",
    "city",
    "consul",
    "embassy",
    "envoy",
    "government",
    "governor",
    "king",
    "mayor",
    "minister",
    "north",
    "people",
    "port",
    "premier",
    "president",
    "queen",
    "republic",
    "south",
    "visit",
];

/// The label of peoples and their adjectives.
const DEMONYM: &str = "NORP";

/// With these behind it the name of a place is an adjective: Sudan-ese, Israel-i.
const DEMONYM_ENDINGS: &[&str] = &["n", "an", "ian", "i", "ish", "ese"];

thread_local! {
    /// A reader has room and remembered words of its own, which change nothing that it reads.
    static READER: RefCell<Reader<'static>> = RefCell::new(english().reader());
}

/// Asks the trained pipeline for trees and names.
pub(super) struct Model;

impl Annotator for Model {
    fn name(&self) -> &'static str {
        "model"
    }

    fn version(&self) -> u32 {
        4
    }

    fn requires(&self) -> &'static [Layer] {
        &[Layer::Cased, Layer::Sentences]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Words, Layer::Proposals]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        let mut read = Read::default();
        let mut sentences = annotations.sentences.as_slice();
        let text = annotations.text(document);
        while let Some((kind, count)) = together(document, sentences) {
            let (some, rest) = sentences.split_at(count);
            if !is_address(document, kind) {
                read.add(text, &apart(text, kind, some));
            }
            sentences = rest;
        }
        vote(text, &mut read.proposals);
        annotations.words = read.words;
        annotations.proposals = read.proposals;
    }
}

/// The sentences as they are parsed: what a title has before a colon ("Paper: Norland votes") is
/// no part of its sentence.
fn apart(text: &str, kind: BlockKind, sentences: &[Span]) -> Vec<Span> {
    let is_title = matches!(kind, BlockKind::Title | BlockKind::Heading);
    let cut = |span: &Span| {
        let colon = span.slice(text).find(": ").filter(|_| is_title);
        let middle = colon.map(|colon| span.start + 1 + u32::try_from(colon).unwrap_or(0));
        let middle = middle.unwrap_or(span.end);
        [
            Span {
                start: span.start,
                end: middle,
            },
            Span {
                start: middle,
                end: span.end,
            },
        ]
    };
    let parts = sentences.iter().flat_map(cut);
    parts.filter(|part| !part.is_empty()).collect()
}

/// The words of sentences of a text, with their trees, as the bundled pipeline reads them: what
/// [`annotate`](crate::annotate) gives a document of one block.
pub fn words(text: &str, sentences: &[Span]) -> Vec<Word> {
    let mut read = Read::default();
    read.add(text, sentences);
    read.words
}

/// What the pipeline has read so far.
#[derive(Default)]
struct Read {
    words: Vec<Word>,
    proposals: Vec<Proposal>,
}

impl Read {
    /// Reads sentences that follow one another.
    fn add(&mut self, text: &str, sentences: &[Span]) {
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return;
        };
        let whole = first.cover(*last);
        let mended = Mended::new(whole.slice(text));
        let starts: Vec<u32> = sentences
            .iter()
            .map(|span| mended.inside(span.start - whole.start))
            .collect();
        let parse = READER.with_borrow_mut(|reader| reader.read_in(&mended.text, &starts));
        let base = self.words.len();
        let words = parse.words.into_iter().map(|word| Word {
            span: mended.outside(word.span).shifted(whole.start as usize),
            lemma: word.lemma,
            tag: word.tag,
            pos: word.pos,
            head: base + word.head,
            dep: word.dep,
        });
        self.words.extend(words);
        let words = &self.words[base..];
        let proposals = parse.names.iter().map(|name| Proposal {
            span: words[name.first].span.cover(words[name.end - 1].span),
            label: name.label,
        });
        self.proposals.extend(proposals);
    }
}

/// A text without the soft hyphens of broken words, which the pipeline does not know.
struct Mended<'a> {
    text: Cow<'a, str>,
    /// Where they stood, as bytes of the text without them.
    breaks: Vec<u32>,
}

impl Mended<'_> {
    fn new(text: &str) -> Mended<'_> {
        let mut breaks = Vec::new();
        let mut end = 0;
        for part in text.split(SOFT_HYPHEN) {
            end += part.len();
            breaks.push(u32::try_from(end).unwrap_or(u32::MAX));
        }
        breaks.pop();
        let text = match breaks.is_empty() {
            true => Cow::Borrowed(text),
            false => Cow::Owned(text.replace(SOFT_HYPHEN, "")),
        };
        Mended { text, breaks }
    }

    /// A byte of the text with them as one of the text without.
    fn inside(&self, at: u32) -> u32 {
        let width = u32::try_from(SOFT_HYPHEN.len()).unwrap_or(0);
        let mut before = 0;
        while self
            .breaks
            .get(before as usize)
            .is_some_and(|stood| stood + before * width < at)
        {
            before += 1;
        }
        at - before * width
    }

    /// A span of the text without them as one of the text with.
    fn outside(&self, span: Span) -> Span {
        let width = SOFT_HYPHEN.len();
        let before = |at: usize| u32::try_from(at * width).unwrap_or(0);
        let opened = self.breaks.partition_point(|stood| *stood <= span.start);
        let closed = self.breaks.partition_point(|stood| *stood < span.end);
        Span {
            start: span.start + before(opened),
            end: span.end + before(closed),
        }
    }
}

/// Gives words that are proposed more than once the label that most proposals have: in one
/// document a name is a name of one thing (one sense a discourse: Gale, Church and Yarowsky 1992).
/// Of labels that are as frequent the first proposed is taken. A single word that stands behind
/// "in" or "near" is a place wherever it stands, and with an adjective's ending its adjective.
fn vote(text: &str, proposals: &mut [Proposal]) {
    let mut votes: BTreeMap<String, Vec<(&'static str, usize)>> = BTreeMap::new();
    let words = |proposal: &Proposal| fold(proposal.span.slice(text));
    for proposal in proposals.iter() {
        let counts = votes.entry(words(proposal)).or_default();
        let located = is_located(text, proposal.span);
        let label = if located { PLACE } else { proposal.label };
        let weight = if located { PLACED } else { 1 };
        match counts.iter_mut().find(|(other, _)| *other == label) {
            Some((_, count)) => *count += weight,
            None => counts.push((label, weight)),
        }
    }
    let winner = |words: &str| {
        let counts = votes.get(words).into_iter().flatten();
        // Of equals `max_by_key` gives the last.
        let most = counts.rev().max_by_key(|(_, count)| *count);
        most.map(|(label, _)| *label)
    };
    for proposal in proposals {
        let own = words(proposal);
        let mut stems = DEMONYM_ENDINGS
            .iter()
            .filter_map(|ending| own.strip_suffix(ending));
        proposal.label = match stems.any(|stem| winner(stem) == Some(PLACE)) {
            true => DEMONYM,
            false => winner(&own).unwrap_or(proposal.label),
        };
    }
}

/// Whether a single word stands behind words that only places stand behind: "in", "minister of".
fn is_located(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].trim_end();
    let mut before = before.rsplit(|letter: char| !letter.is_alphabetic());
    let (last, second) = (before.next().unwrap_or_default(), before.next());
    let second = second.map(str::to_lowercase).unwrap_or_default();
    let owned = matches!(last, "of" | "to" | "for") && SEATED.contains(&second.as_str());
    let words = span.slice(text);
    let single = !words.contains(char::is_whitespace);
    // "In MFA": letters stand for bodies; the countries among them are in the gazetteer.
    let letters = words.bytes().all(|byte| byte.is_ascii_uppercase());
    let body = crate::names::head_kind(&fold(words)) == Some(EntityKind::Organization);
    single && !letters && !body && (owned || LOCATING.contains(&last))
}

/// How many sentences are read together: those of one block, up to a length, one at least; and
/// the kind of the block.
fn together(document: &Document, sentences: &[Span]) -> Option<(BlockKind, usize)> {
    let first = sentences.first()?;
    let at = document
        .blocks
        .partition_point(|block| block.span.end < first.end);
    let block = document.blocks.get(at)?;
    let end = block.span.end.min(first.start + TOGETHER_BYTES);
    let count = sentences.iter().take_while(|span| span.end <= end).count();
    Some((block.kind, count.max(1)))
}
