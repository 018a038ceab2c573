//! Whom a pronoun of the third person cannot mean, whatever he weighs elsewhere: who is named in
//! its own clause behind it, who writes a paper and to whom, and who is only addressed. And whom
//! it can only mean: who stands in brackets behind it.

use super::grammar::Grammar;
use super::standing::{Standing, Target};
use depeche_document::{BlockKind, Document};
use depeche_text::Span;

/// "Dear Mr. Moss:" has no more bytes.
const ADDRESS_BYTES: usize = 80;

/// A name in brackets has no more words.
const BRACKETED_WORDS: usize = 6;

/// Where a paper says who writes it and to whom, and where somebody is addressed: those are "I" and
/// "you" in it.
pub(super) struct Headings(Vec<Span>);

impl Headings {
    pub(super) fn new(document: &Document) -> Headings {
        let fields = document
            .fields
            .iter()
            .filter(|field| matches!(field.name.as_str(), "from" | "to" | "author" | "signer"));
        let blocks = document.blocks.iter();
        let blocks = blocks.filter(|block| block.kind != BlockKind::Furniture);
        let addresses = blocks.map(|block| block.span).filter(|span| {
            let text = span.get(&document.text).unwrap_or_default().trim_start();
            let lower = text.get(..8).unwrap_or(text).to_lowercase();
            let opens = lower.starts_with("dear ") || lower.starts_with("my dear");
            opens && text.len() <= ADDRESS_BYTES
        });
        let fields = fields.filter_map(|field| field.span);
        Headings(fields.chain(addresses).collect())
    }

    pub(super) fn hold(&self, words: Span) -> bool {
        self.0.iter().any(|heading| heading.contains(words))
    }
}

/// Who stands in brackets right behind a pronoun: "he \[Moss\]".
pub(super) fn bracketed<'a>(
    grammar: &Grammar<'_>,
    standings: &'a [Standing],
    word: usize,
) -> Option<&'a Standing> {
    let opens = |word: usize| matches!(grammar.spelling(word), "[" | "(");
    let closes = |word: &usize| matches!(grammar.spelling(*word), "]" | ")");
    let last = (word + 2 + BRACKETED_WORDS).min(grammar.words.len());
    (word + 1 < last && opens(word + 1)).then_some(())?;
    let end = (word + 2..last).find(closes)?;
    let inside = standings.iter().rev();
    let inside = inside.take_while(|standing| standing.word > word);
    let mut inside = inside.filter(|standing| standing.word < end);
    let named = inside.next()?;
    let is_last = named.word + 1 == end && matches!(named.target, Target::Entity(_));
    (is_last && inside.next().is_none()).then_some(named)
}

impl Grammar<'_> {
    /// "**He** said he would take **Moss's** advice": who is named in what a pronoun's own verb, or
    /// the noun that it owns, holds behind it is somebody else (principle C of Chomsky, 1981).
    pub(super) fn commands(&self, pronoun: usize, other: usize) -> bool {
        let words = self.words;
        let top = words[pronoun].head;
        let is_argument = matches!(
            words[pronoun].dep,
            "nsubj" | "nsubjpass" | "dobj" | "dative" | "poss"
        );
        if other <= pronoun || top == pronoun || !is_argument {
            return false;
        }
        let verb = words[other].head;
        let is_subject = matches!(words[other].dep, "nsubj" | "nsubjpass");
        // "He had gone, said Moss", "He was told it, but Moss denied that": his own clause.
        if is_subject && (verb < other || words[verb].dep == "conj") {
            return false;
        }
        let mut at = other;
        for above in self.above(other) {
            if above == pronoun {
                return false;
            }
            if above == top {
                let is_joined = matches!(words[at].dep, "conj" | "appos" | "parataxis");
                return !is_joined || words[pronoun].dep != "poss" && !self.has_subject(at);
            }
            at = above;
        }
        false
    }
}
