//! Rare single words that a telegram uses again and again: what one place says about them holds
//! for all.
//!
//! A telegram has no capitals to tell its names, so the pipeline finds a strange name in one
//! sentence and not in the next. Here the document votes: what its other finders and the pipeline
//! take a word for, and whether an article stands before it. Only for telegrams: where capitals
//! say more, a word is judged where it stands.

mod context;

use super::bodies::POSTS;
use super::people::{NOT_PERSONAL, is_direction, says};
use super::proposed::{BY as MODEL, FORMULAS, kind_of};
use super::{Name, Sentence};
use crate::described::described;
use crate::gazetteer::{Entry, longest};
use crate::lexicon::{is_common, is_given, is_surname, is_time_word};
use crate::title_words::Parts;
use crate::word::Shape;
use crate::{EntityKind, Mention, Proposal};
use context::{DEMONYM_ENDINGS, PLACE_BEFORE, SEATED, is_body, is_site, is_sum, is_term};
use depeche_text::Span;
use std::collections::BTreeMap;

/// Kinds that are voted for, in the order that decides a draw.
const KINDS: [EntityKind; 3] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
];

/// Where places stand among them.
const PLACE: usize = 2;

/// What a rule says weighs as much as this many guesses of the pipeline.
const FIRM: usize = 3;

/// Where the words around it say that it is a body or place, the pipeline's persons count no more
/// than this, however often it guesses.
const MOST_GUESSES: usize = 2;

/// Rules that say what a single word names.
const RULES: &[&str] = &[
    "pattern:honorific",
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
    /// Times that the pipeline takes it for a person.
    guess_count: usize,
    /// Times that the words around it say that it is a body or place.
    context_count: usize,
    /// Rules that took it for a name.
    firm_count: usize,
    use_count: usize,
    /// Uses that a rule or the pipeline takes for a name: what stands around only sways.
    found_count: usize,
    /// Uses that the truecaser has left small.
    small_count: usize,
    /// Uses as the seat of a post or government.
    seat_count: usize,
    /// Uses behind "in", "at" or "near".
    place_count: usize,
    /// Uses behind "the".
    article_count: usize,
    /// Whether it is in the gazetteer, or a direction.
    is_listed: bool,
    /// Whether the document explains it, and as something that has no name's kind.
    is_term: bool,
}

/// What the document says that a word names.
#[derive(Debug, Clone, Copy)]
struct Known {
    /// `None` where it stands for what has no name: "International Herring Accord (IHA)".
    kind: Option<EntityKind>,
    /// Whether more than guesses say so.
    firm: bool,
}

/// Single words of a document and what they name, by folded word.
#[derive(Debug, Default)]
pub(crate) struct Repeated(BTreeMap<String, Known>);

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
    name_peoples(&mut words);
    let known = words.into_iter().filter_map(|(word, evidence)| {
        let known = decided(&evidence)?;
        // Two letters are nobody's name.
        let nobody = word.len() == 2 && known.kind == Some(EntityKind::Person);
        (!nobody).then_some((word, known))
    });
    Repeated(known.collect())
}

/// Takes what peoples are called from the words, and their countries for places: where "Norlander"
/// or "Norlanders" stands, "Norland" is one.
fn name_peoples(words: &mut BTreeMap<String, Evidence>) {
    let mut peoples = Vec::new();
    for people in words.keys() {
        let one = people.strip_suffix('s').unwrap_or(people);
        let stems = DEMONYM_ENDINGS
            .iter()
            .filter_map(|ending| one.strip_suffix(ending));
        let mut known = stems.filter(|stem| stem.len() > 3 && words.contains_key(*stem));
        if let Some(country) = known.next() {
            peoples.push((people.clone(), country.to_owned()));
        }
    }
    for (people, country) in peoples {
        words.remove(&people);
        if let Some(evidence) = words.get_mut(&country) {
            evidence.votes[PLACE] += FIRM;
            evidence.seat_count += 1;
        }
    }
}

impl Evidence {
    fn vote(&mut self, kind: EntityKind, weight: usize) {
        if let Some(at) = KINDS.iter().position(|known| *known == kind) {
            self.votes[at] += weight;
        }
    }
}

fn count(evidence: &mut Evidence, sentence: &Sentence<'_>, at: usize, proposals: &[Proposal]) {
    evidence.use_count += 1;
    evidence.small_count += usize::from(sentence.words[at].shape == Shape::Lower);
    evidence.article_count += usize::from(at > 0 && sentence.folded(at - 1) == "the");
    evidence.is_listed =
        longest(&sentence.words, at).is_some() || is_direction(sentence.folded(at));
    count_context(evidence, sentence, at);
    let letters = sentence.words[at].shape == Shape::Upper && sentence.words[at].text.len() <= 6;
    evidence.is_term |= is_sum(sentence, at) || letters && is_term(sentence, at);
    // "The NLU": people have no article, and few terms stand in capitals behind one.
    let articled = letters && at > 0 && sentence.folded(at - 1) == "the";
    if articled {
        evidence.vote(EntityKind::Organization, 1);
    }
    let taken = count_found(evidence, sentence, at);
    let proposed = || {
        proposals
            .iter()
            .find(|proposal| proposal.span == sentence.words[at].span)
    };
    if taken || articled || letters && is_body(sentence, at) {
        evidence.found_count += 1;
    } else if let Some(proposal) = proposed() {
        count_proposed(evidence, sentence.folded(at), proposal.label);
    }
}

/// What the words around a use say.
fn count_context(evidence: &mut Evidence, sentence: &Sentence<'_>, at: usize) {
    let before = at.checked_sub(1).map_or("", |at| sentence.folded(at));
    if says(sentence, at + 1) {
        evidence.vote(EntityKind::Person, 1);
    }
    let body = is_body(sentence, at);
    if body || is_post(sentence.folded(at)) {
        evidence.vote(EntityKind::Organization, FIRM);
    }
    let site = is_site(sentence, at);
    if site {
        evidence.vote(EntityKind::Place, FIRM);
    }
    evidence.context_count += usize::from(body || site);
    let owner = sentence
        .words
        .get(at + 1)
        .is_some_and(|next| next.folded.contains('s') && next.shape == Shape::Mark);
    if PLACE_BEFORE.contains(&before) && !owner {
        evidence.vote(EntityKind::Place, 2);
        evidence.place_count += 1;
    }
    if is_seat(sentence, at) {
        evidence.vote(EntityKind::Place, FIRM);
        evidence.seat_count += usize::from(POSTS.contains(&before));
    }
    match explained(sentence, at) {
        Some(Some(kind)) => {
            evidence.vote(kind, FIRM);
            evidence.firm_count += 1;
        }
        Some(None) => evidence.is_term = true,
        None => {}
    }
}

/// What a finder has taken a use for; whether one has.
fn count_found(evidence: &mut Evidence, sentence: &Sentence<'_>, at: usize) -> bool {
    let span = sentence.words[at].span;
    let Some(mention) = sentence.found.iter().find(|found| found.span == span) else {
        return false;
    };
    let firm = mention.by.iter().any(|by| RULES.contains(&by.as_str()));
    let guessed = mention.by.iter().all(|by| by == MODEL) && !is_personal(sentence.folded(at));
    if guessed && mention.kind == EntityKind::Person {
        evidence.guess_count += 1;
    } else {
        evidence.vote(mention.kind, if firm { FIRM } else { 1 });
    }
    evidence.firm_count += usize::from(firm);
    true
}

/// What the pipeline proposes for a use that nobody has taken.
fn count_proposed(evidence: &mut Evidence, folded: &str, label: &str) {
    let kind = match (label, kind_of(label)) {
        (_, Some(kind)) => kind,
        // What it takes for a product or a law is a body more often than not.
        ("PRODUCT" | "WORK_OF_ART" | "LAW", None) => EntityKind::Organization,
        _ => return,
    };
    if kind == EntityKind::Person && !is_personal(folded) {
        evidence.guess_count += 1;
    } else {
        evidence.vote(kind, 1);
    }
    evidence.found_count += 1;
}

/// Whether what stands around a word says that it is a place with a post or a government:
/// "AMEMBASSY OSLO", "OSLO 1234", "MINISTER OF NORLAND".
fn is_seat(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = |count: usize| at.checked_sub(count).map_or("", |at| sentence.folded(at));
    let number = sentence.words.get(at + 1).is_some_and(|next| {
        next.shape == Shape::Number && next.text.len() > 3 && !next.text.starts_with("19")
    });
    let of = matches!(before(1), "of" | "to") && SEATED.contains(&before(2));
    POSTS.contains(&before(1)) || matches!(before(1), "embassy" | "consulate") || number || of
}

/// What letters in brackets stand for, where the words before them begin with these letters or
/// name a body: "Herring Board (HB)".
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
    // "National Union of Herring Fishers": the head stands before its "of".
    let heads = |at: &usize| *at == head || matches!(sentence.folded(*at + 1), "of" | "for");
    let mut heads = (start..=head).rev().filter(heads);
    let kind = heads.find_map(|at| sentence.words[at].head);
    Some(kind.filter(|kind| KINDS.contains(kind)))
}

/// The kind that most speak for, where there is enough.
fn decided(evidence: &Evidence) -> Option<Known> {
    let firm_count = evidence.firm_count + evidence.seat_count + evidence.context_count / 2;
    let firm = firm_count > 0;
    let nothing = Known { kind: None, firm };
    if evidence.is_term && evidence.firm_count + evidence.context_count == 0 {
        return Some(nothing);
    }
    let guess_count = match evidence.context_count {
        0 => evidence.guess_count,
        _ => evidence.guess_count.min(MOST_GUESSES),
    };
    let (best, votes) = (0..KINDS.len())
        .map(|at| {
            (
                at,
                evidence.votes[at] + if at == 0 { guess_count } else { 0 },
            )
        })
        .rev()
        .max_by_key(|(_, votes)| *votes)?;
    let kind = KINDS[best];
    // A body's letters stand more than once; what the pipeline takes for one and stands once is a
    // misspelt word as often.
    if evidence.use_count == 1 && kind == EntityKind::Organization && !firm && votes == 1 {
        return Some(nothing);
    }
    // "The Gazette", "the NLU": a guess, and places have no article.
    let located = evidence.is_listed || evidence.place_count + firm_count > 0;
    if kind == EntityKind::Place && evidence.article_count > 0 && !located {
        return Some(Known {
            kind: Some(EntityKind::Organization),
            firm,
        });
    }
    let enough = votes >= 2 || firm || votes > 0 && evidence.use_count > 2;
    let found = evidence.found_count + firm_count > 0;
    let is_word = 2 * evidence.small_count > evidence.use_count
        || 2 * evidence.found_count < evidence.use_count;
    if !enough || !found || is_word && !firm {
        return None;
    }
    // People have no article.
    let articled = evidence.firm_count == 0 && 2 * evidence.article_count > evidence.use_count;
    let kind = match kind == EntityKind::Person && articled {
        true => EntityKind::Organization,
        false => kind,
    };
    Some(Known {
        kind: Some(kind),
        firm,
    })
}

/// Claims the free uses of words that the document knows, and gives guesses its kind.
pub(super) fn claim(sentence: &mut Sentence<'_>, repeated: &Repeated) {
    if !sentence.telegram {
        return;
    }
    for at in 0..sentence.words.len() {
        let known = repeated.0.get(sentence.folded(at)).copied();
        let Some(known) = known.filter(|_| is_rare(sentence, at)) else {
            continue;
        };
        let span: Span = sentence.words[at].span;
        let Some(kind) = known.kind else {
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
        // What stands behind "in" elsewhere is not made a person by guesses.
        if !known.firm && kind == EntityKind::Person {
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

/// "USUN", "USLO"; "USREP" is somebody there.
pub(super) fn is_post(folded: &str) -> bool {
    folded.starts_with("us") && folded.len() > 3 && !folded.ends_with("rep") && !is_common(folded)
}

fn is_personal(folded: &str) -> bool {
    is_given(folded) || is_surname(folded)
}

/// Whether a word is in no list of common words, titles, places or formulas.
fn is_rare(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.words[at];
    let folded = word.folded.as_ref();
    // Two letters only where the truecaser leaves them large.
    let long = word.text.len() > 2 || word.text.len() == 2 && word.shape == Shape::Upper;
    let plain = long
        && word.text.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !matches!(word.shape, Shape::Mark | Shape::Number | Shape::Initial)
        && word.head.is_none()
        && !word
            .parts
            .any(Parts::HEAD.or(Parts::PLURAL).or(Parts::PORTFOLIO));
    if !plain
        || NOT_PERSONAL.contains(&folded)
        || described(folded).is_some()
        || is_common(folded)
        || is_time_word(folded)
        || FORMULAS.contains(&folded)
    {
        return false;
    }
    let personal = is_personal(folded);
    // What is known as a place is found as one.
    !longest(&sentence.words, at).is_some_and(|found| {
        let country = matches!(
            found.entry,
            Entry::Country | Entry::Region | Entry::People | Entry::Demonym
        );
        country || matches!(found.entry, Entry::City(3 | 4)) && !personal
    })
}
