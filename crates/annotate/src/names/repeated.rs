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
use crate::described::described;
use crate::gazetteer::{Entry, longest};
use crate::lexicon::{is_common, is_given, is_surname, is_time_word};
use crate::title_words::Parts;
use crate::word::Shape;
use crate::{EntityKind, Mention, Proposal};
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

/// Behind one of these stands a body or firm, or before one of these.
const BODY_BEFORE: &[&str] = &[
    "company",
    "firm",
    "group",
    "movement",
    "organization",
    "party",
    "union",
];
const BODY_AFTER: &[&str] = &[
    "congress",
    "delegation",
    "executive",
    "forces",
    "guerrillas",
    "headquarters",
    "leaders",
    "leadership",
    "management",
    "members",
    "officials",
    "party",
    "sources",
    "strike",
    "troops",
];

/// Behind one of these stands a place.
const PLACE_BEFORE: &[&str] = &["at", "in", "near", "outside"];

/// What speaks for a word's being a name.
#[derive(Debug, Default)]
struct Evidence {
    votes: [usize; 3],
    /// Rules that took it for a name.
    firm_count: usize,
    use_count: usize,
    /// Uses that a rule or the pipeline takes for a name: what stands around only sways.
    found_count: usize,
    /// Uses that the truecaser has left small.
    small_count: usize,
    /// Uses behind "the".
    article_count: usize,
    /// Whether the document explains it, and as something that has no name's kind.
    is_term: bool,
}

/// Single words of a document and what they name, by folded word; `None` where they stand for
/// what has no name: "International Sugar Agreement (ISA)".
#[derive(Debug, Default)]
pub(crate) struct Repeated(BTreeMap<String, Option<EntityKind>>);

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
    evidence.small_count += usize::from(sentence.words[at].shape == Shape::Lower);
    evidence.article_count += usize::from(at > 0 && sentence.folded(at - 1) == "the");
    let mut vote = |kind: EntityKind, weight: usize| {
        if let Some(at) = KINDS.iter().position(|known| *known == kind) {
            evidence.votes[at] += weight;
        }
    };
    let before = at.checked_sub(1).map_or("", |at| sentence.folded(at));
    if says(sentence, at + 1) {
        vote(EntityKind::Person, 1);
    }
    // "USUN", "USLO": posts, but "USG" is the government.
    let post = sentence.folded(at).starts_with("us") && sentence.words[at].text.len() > 3;
    if BODY_BEFORE.contains(&before) || BODY_AFTER.contains(&sentence.folded(at + 1)) || post {
        vote(EntityKind::Organization, FIRM);
    }
    let owner = sentence
        .words
        .get(at + 1)
        .is_some_and(|next| next.folded.contains('s') && next.shape == Shape::Mark);
    if PLACE_BEFORE.contains(&before) && !owner {
        vote(EntityKind::Place, 2);
    }
    match explained(sentence, at) {
        Some(Some(kind)) => {
            vote(kind, FIRM);
            evidence.firm_count += 1;
        }
        Some(None) => evidence.is_term = true,
        None => {}
    }
    if let Some(mention) = sentence.found.iter().find(|found| found.span == span) {
        let firm = mention.by.iter().any(|by| RULES.contains(&by.as_str()));
        vote(mention.kind, if firm { FIRM } else { 1 });
        evidence.firm_count += usize::from(firm);
        evidence.found_count += 1;
        return;
    }
    // "The NLU": people have no article, and few terms stand in capitals behind one.
    let letters = sentence.words[at].shape == Shape::Upper && sentence.words[at].text.len() <= 6;
    if letters && before == "the" {
        vote(EntityKind::Organization, 1);
        evidence.found_count += 1;
        return;
    }
    let proposed = proposals.iter().find(|proposal| proposal.span == span);
    let kind = match proposed.map(|proposal| (proposal.label, kind_of(proposal.label))) {
        Some((_, Some(kind))) => kind,
        // What it takes for a product or a law is a body more often than not.
        Some(("PRODUCT" | "WORK_OF_ART" | "LAW", None)) => EntityKind::Organization,
        _ => return,
    };
    vote(kind, 1);
    evidence.found_count += 1;
}

/// What letters in brackets stand for, where the words before them begin with these letters or
/// name a body: "Sugar Board (SB)".
fn explained(sentence: &Sentence<'_>, at: usize) -> Option<Option<EntityKind>> {
    let head = at.checked_sub(2)?;
    if sentence.folded(at - 1) != "(" || sentence.folded(at + 1) != ")" {
        return None;
    }
    let end = sentence.words[head].span.end;
    let mut named = sentence.found.iter().filter(|found| found.span.end == end);
    if let Some(named) = named.find(|found| KINDS.contains(&found.kind)) {
        return (named.kind != EntityKind::Person).then_some(Some(named.kind));
    }
    let mut start = head + 1;
    for letter in sentence.folded(at).bytes().rev() {
        let floor = start.saturating_sub(3);
        let mut near = (floor..start).rev();
        start = near.find(|near| sentence.folded(*near).bytes().next() == Some(letter))?;
    }
    let kind = sentence.words[head]
        .head
        .filter(|kind| KINDS.contains(kind));
    Some(kind)
}

/// The kind that most speak for, where there is enough.
fn decided(evidence: &Evidence) -> Option<Option<EntityKind>> {
    if evidence.is_term && evidence.firm_count == 0 {
        return Some(None);
    }
    let (best, votes) = (0..KINDS.len())
        .map(|at| (at, evidence.votes[at]))
        .rev()
        .max_by_key(|(_, votes)| *votes)?;
    // A body's letters stand more than once; what the pipeline takes for one and stands once is a
    // misspelt word as often.
    let organization = KINDS[best] == EntityKind::Organization;
    if evidence.use_count == 1 && organization && evidence.firm_count == 0 && votes == 1 {
        return Some(None);
    }
    let enough = votes >= 2 || evidence.firm_count > 0 || votes > 0 && evidence.use_count > 2;
    let found = evidence.found_count + evidence.firm_count > 0;
    let is_word = 2 * evidence.small_count > evidence.use_count
        || 2 * evidence.found_count < evidence.use_count;
    if !enough || !found || is_word && evidence.firm_count == 0 {
        return None;
    }
    // People have no article.
    let person = KINDS[best] == EntityKind::Person;
    let articled = evidence.firm_count == 0 && 2 * evidence.article_count > evidence.use_count;
    Some(Some(match person && articled {
        true => EntityKind::Organization,
        false => KINDS[best],
    }))
}

/// Claims the free uses of words that the document knows, and gives guesses its kind.
pub(super) fn claim(sentence: &mut Sentence<'_>, repeated: &Repeated) {
    for at in 0..sentence.words.len() {
        let known = repeated.0.get(sentence.folded(at)).copied();
        let Some(kind) = known.filter(|_| is_rare(sentence, at)) else {
            continue;
        };
        let span: Span = sentence.words[at].span;
        let Some(kind) = kind else {
            let guessed = |found: &Mention| {
                found.span == span && found.by.iter().all(|by| GUESSES.contains(&by.as_str()))
            };
            if sentence.found.iter().any(guessed) {
                sentence.release(at, at + 1);
            }
            continue;
        };
        if sentence.free(at) {
            sentence.claim(Name::new(at, at + 1, kind, BY));
            continue;
        }
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
        && !word
            .parts
            .any(Parts::HEAD.or(Parts::PLURAL).or(Parts::PORTFOLIO));
    if !plain
        || described(folded).is_some()
        || is_common(folded)
        || is_time_word(folded)
        || FORMULAS.contains(&folded)
    {
        return false;
    }
    let personal = is_given(folded) || is_surname(folded);
    // What is known as a place is found as one.
    !longest(&sentence.words, at).is_some_and(|found| {
        let country = matches!(
            found.entry,
            Entry::Country | Entry::Region | Entry::People | Entry::Demonym
        );
        country || matches!(found.entry, Entry::City(3 | 4)) && !personal
    })
}
