//! Rare single words that a telegram uses again and again: what one place says about them holds
//! for all.
//!
//! A telegram has no capitals to tell its names, so the pipeline finds a strange name in one
//! sentence and not in the next. Here the document votes: what its other finders and the pipeline
//! take a word for, and whether an article stands before it. Only for telegrams: where capitals
//! say more, a word is judged where it stands.

use super::people::says;
use super::proposed::{FORMULAS, kind_of};
use super::{Name, Sentence};
use crate::gazetteer::{Entry, longest};
use crate::lexicon::{is_common, is_given, is_surname, is_time_word};
use crate::title_words::Parts;
use crate::word::{Shape, touches};
use crate::{EntityKind, Proposal};
use depeche_text::Span;
use std::collections::BTreeMap;

/// Kinds that are voted for, in the order that decides a draw.
const KINDS: [EntityKind; 3] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
];

/// What a rule says weighs as much as this many guesses of the pipeline.
const FIRM: usize = 3;

/// Rules that say what a single word names.
const RULES: &[&str] = &[
    "pattern:honorific",
    "pattern:speech",
    "pattern:title",
    "pattern:head-noun",
    "gazetteer:bodies",
];

/// Names that a rule has found stay as they are.
const GUESSES: &[&str] = &["gazetteer:surnames", "model", "pattern:surname"];

/// Who is said to know a name from elsewhere in the document.
const BY: &str = "document:repeated";

/// What speaks for a word's being a name.
#[derive(Debug, Default)]
struct Evidence {
    votes: [usize; 3],
    /// Rules that took it for a name.
    firm_count: usize,
    use_count: usize,
    /// Uses behind "the".
    article_count: usize,
}

/// Single words of a document and what they name, by folded word.
#[derive(Debug, Default)]
pub(crate) struct Repeated(BTreeMap<String, EntityKind>);

/// Counts what the sentences of a telegram say about their rare words.
pub(crate) fn repeated<'a>(
    sentences: impl Iterator<Item = (&'a Sentence<'a>, &'a [Proposal])>,
) -> Repeated {
    let mut words: BTreeMap<String, Evidence> = BTreeMap::new();
    for (sentence, proposals) in sentences {
        for at in 0..sentence.words.len() {
            if is_rare(sentence, at) {
                let evidence = words.entry(sentence.folded(at).to_owned()).or_default();
                count(evidence, sentence, at, proposals);
            }
        }
    }
    let known = words
        .into_iter()
        .filter_map(|(word, evidence)| Some((word, decided(&evidence)?)));
    Repeated(known.collect())
}

fn count(evidence: &mut Evidence, sentence: &Sentence<'_>, at: usize, proposals: &[Proposal]) {
    let span = sentence.words[at].span;
    evidence.use_count += 1;
    evidence.article_count += usize::from(at > 0 && sentence.folded(at - 1) == "the");
    let mut vote = |kind: EntityKind, weight: usize| {
        if let Some(at) = KINDS.iter().position(|known| *known == kind) {
            evidence.votes[at] += weight;
        }
    };
    if says(sentence, at + 1) {
        vote(EntityKind::Person, 1);
    }
    if let Some(mention) = sentence.found.iter().find(|found| found.span == span) {
        let firm = mention.by.iter().any(|by| RULES.contains(&by.as_str()));
        vote(mention.kind, if firm { FIRM } else { 1 });
        evidence.firm_count += usize::from(firm);
        return;
    }
    let proposed = proposals.iter().find(|proposal| proposal.span == span);
    match proposed.map(|proposal| (proposal.label, kind_of(proposal.label))) {
        Some((_, Some(kind))) => vote(kind, 1),
        // What it takes for a product or a law is a body more often than not.
        Some(("PRODUCT" | "WORK_OF_ART" | "LAW", None)) => vote(EntityKind::Organization, 1),
        _ => {}
    }
}

/// The kind that most speak for, where there is enough.
fn decided(evidence: &Evidence) -> Option<EntityKind> {
    let (best, votes) = (0..KINDS.len())
        .map(|at| (at, evidence.votes[at]))
        .rev()
        .max_by_key(|(_, votes)| *votes)?;
    let enough = votes >= 2 || evidence.firm_count > 0 || votes > 0 && evidence.use_count > 2;
    if !enough {
        return None;
    }
    // People have no article.
    let person = KINDS[best] == EntityKind::Person;
    let articled = evidence.firm_count == 0 && 2 * evidence.article_count > evidence.use_count;
    Some(match person && articled {
        true => EntityKind::Organization,
        false => KINDS[best],
    })
}

/// Claims the free uses of words that the document knows, and gives guesses its kind.
pub(super) fn claim(sentence: &mut Sentence<'_>, repeated: &Repeated) {
    for at in 0..sentence.words.len() {
        let known = repeated.0.get(sentence.folded(at)).copied();
        let Some(kind) = known.filter(|_| is_rare(sentence, at)) else {
            continue;
        };
        if sentence.free(at) {
            sentence.claim(Name::new(at, at + 1, kind, BY));
            continue;
        }
        let span: Span = sentence.words[at].span;
        let guess = sentence.found.iter_mut().find(|found| {
            found.span == span && found.by.iter().all(|by| GUESSES.contains(&by.as_str()))
        });
        if let Some(guess) = guess.filter(|guess| guess.kind != kind) {
            guess.kind = kind;
            guess.by.push(BY.to_owned());
        }
    }
}

/// Whether a word is in no list of common words, titles, places or formulas.
fn is_rare(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.words[at];
    let folded = word.folded.as_ref();
    let plain = word.text.len() > 2
        && word.text.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !matches!(word.shape, Shape::Mark | Shape::Number | Shape::Initial)
        && word.head.is_none()
        && !word.parts.any(Parts::HEAD.or(Parts::PLURAL).or(Parts::PORTFOLIO));
    if !plain || is_common(folded) || is_time_word(folded) || FORMULAS.contains(&folded) {
        return false;
    }
    let joined = at > 0 && touches(&sentence.words, at - 1) && sentence.folded(at - 1) != "(";
    let personal = is_given(folded) || is_surname(folded);
    let place = longest(&sentence.words, at).is_some_and(|found| {
        let country = matches!(
            found.entry,
            Entry::Country | Entry::Region | Entry::People | Entry::Demonym
        );
        country || matches!(found.entry, Entry::City(3 | 4)) && !personal
    });
    !place && !(joined && sentence.folded(at - 1) == "-" && !sentence.words[at].namelike)
}
