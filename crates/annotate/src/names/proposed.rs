//! Names that the trained pipeline proposes, where no firmer rule has claimed the words.
//!
//! The policy: bodies by head noun and people with a title stay as they are. What the gazetteer
//! or a person's look gave is widened where the pipeline's name goes on to either side over words
//! that nobody claims ("Hassan" to "Hassan Nasrallah", "US" to "US Weekly"). All else that it
//! proposes is taken where the words are free and can be a name. A country of the gazetteer stays
//! one whatever the pipeline says, and its adjective names nothing.

use super::people::{is_list_letter, joins_countries, says};
use super::{Name, Sentence};
use crate::EntityKind;
use crate::Proposal;
use crate::described::{described, is_person};
use crate::gazetteer::{Entry, longest};
use crate::lexicon::{is_common, is_given, is_surname, is_time_word, small_percent};
use crate::title_words::Parts;
use crate::word::{Case, Shape, Word};
use depeche_text::Span;

/// Words behind which people stand.
const HEARERS: &[&str] = &[
    "told", "asked", "informed", "inform", "assured", "thanked", "met", "saw", "called", "by",
    "with",
];

/// Words of telegrams that a name finder takes for names.
pub(super) const FORMULAS: &[&str] = &[
    "asap",
    "comment",
    "confidential",
    "deptel",
    "embtel",
    "eta",
    "exdis",
    "fyi",
    "immediate",
    "info",
    "limdis",
    "lou",
    "nodis",
    "noforn",
    "notal",
    "para",
    "paras",
    "priority",
    "qte",
    "quote",
    "ref",
    "refs",
    "reftel",
    "reftels",
    "rpt",
    "secret",
    "septel",
    "stadis",
    "sic",
    "subj",
    "tel",
    "telex",
    "telexes",
    "unclas",
    "unclassified",
    "unqte",
    "unquote",
];

/// Proposers whose names may be part of a longer one.
const WEAK: &[&str] = &[
    "gazetteer:cities",
    "gazetteer:places",
    "gazetteer:surnames",
    "pattern:capitals",
    "pattern:given-name",
    "pattern:initials",
    "pattern:speech",
    "pattern:surname",
];

/// The name under which the pipeline stands among those who propose.
pub(super) const BY: &str = "model";

/// Claims people with more than a surname: they explain surnames alone elsewhere.
pub(super) fn claim_people(sentence: &mut Sentence<'_>, proposals: &[Proposal]) {
    for proposal in proposals {
        let name = name(sentence, proposal).filter(|name| name.kind == EntityKind::Person);
        if let Some(name) = name.filter(|name| name.end - name.start > 1) {
            claim_one(sentence, name);
        }
    }
}

/// Claims what is proposed in the sentence.
pub(super) fn claim(sentence: &mut Sentence<'_>, proposals: &[Proposal]) {
    for proposal in proposals {
        for piece in pieces(sentence, proposal) {
            if let Some(name) = name(sentence, &piece) {
                claim_one(sentence, name);
            }
        }
    }
}

/// A telegram's "RADIO NORTH/HFU" is two names, and so is "Harbin Post - Norland" with room on both
/// sides of the dash.
fn pieces(sentence: &Sentence<'_>, proposal: &Proposal) -> Vec<Proposal> {
    let parts = |at: &usize| {
        let word = &sentence.words[*at];
        let is_free = || {
            let before = at
                .checked_sub(1)
                .map(|before| sentence.words[before].span.end);
            let after = sentence.words.get(at + 1).map(|after| after.span.start);
            before.is_some_and(|before| before < word.span.start)
                && after.is_some_and(|after| word.span.end < after)
        };
        match word.text {
            "/" => sentence.telegram,
            "-" | "–" | "—" => is_free(),
            _ => false,
        }
    };
    let words = (0..sentence.words.len()).filter(parts);
    let slashes = words.map(|at| &sentence.words[at]);
    let slashes = slashes.filter(|word| proposal.span.contains(word.span));
    let mut start = proposal.span.start;
    let mut pieces = Vec::new();
    let ends = slashes.map(|slash| (slash.span.start, slash.span.end));
    for (end, next) in ends.chain([(proposal.span.end, proposal.span.end)]) {
        let span = Span {
            start,
            end: end.max(start),
        };
        pieces.push(Proposal { span, ..*proposal });
        start = next;
    }
    pieces
}

fn claim_one(sentence: &mut Sentence<'_>, name: Name) {
    let free = sentence.all_free(name.start, name.end);
    if is_good(sentence, name) && (free || widens(sentence, name)) {
        sentence.release(name.start, name.end);
        sentence.claim(name);
    }
}

/// Adds the pipeline to those who propose a name, where it gives the same words and kind.
pub(super) fn second(sentence: &mut Sentence<'_>, proposals: &[Proposal]) {
    for proposal in proposals {
        let Some(name) = name(sentence, proposal) else {
            continue;
        };
        let span = sentence.span(name.start, name.end);
        let same = sentence.found.iter_mut().filter(|mention| {
            mention.span == span
                && mention.kind == name.kind
                && mention.by.iter().all(|by| by != BY)
        });
        same.for_each(|mention| mention.by.push(BY.to_owned()));
    }
}

/// The words of a proposal without article, title and possessive ending.
fn name(sentence: &Sentence<'_>, proposal: &Proposal) -> Option<Name> {
    let kind = kind_of(proposal.label)?;
    let words = &sentence.words;
    let inside = |span: Span| span.start >= proposal.span.start && span.end <= proposal.span.end;
    let mut start = words.iter().position(|word| inside(word.span))?;
    let count = words[start..]
        .iter()
        .take_while(|word| inside(word.span))
        .count();
    let mut end = start + count;
    let formula = |at: usize| FORMULAS.contains(&sentence.folded(at));
    while end > start && (words[end - 1].shape == Shape::Mark || formula(end - 1)) {
        end -= 1;
    }
    // "Moss and Varga" are two.
    if kind == EntityKind::Person
        && let Some(and) = (start + 1..end).find(|at| sentence.folded(*at) == "and")
    {
        end = and;
    }
    while start < end && (is_before(sentence, start, kind) || formula(start)) {
        start += 1;
    }
    let kind = match end == start + 1 {
        true => beside(sentence, start, kind).unwrap_or(kind),
        false => kind,
    };
    (start < end).then(|| Name::new(start, end, kind, BY))
}

/// What a single word names by the name that it is joined to: "Kestria and Tamoria agreed"; in a
/// telegram also in a list ("Kestria, Tamoria and Sarvena").
fn beside(sentence: &Sentence<'_>, at: usize, kind: EntityKind) -> Option<EntityKind> {
    let next = sentence.folded(at + 1);
    let listed = sentence.telegram && matches!(next, "," | "and" | "or");
    let joined = match sentence.folded(at.checked_sub(1)?) {
        "and" => true,
        "," => listed,
        _ => false,
    };
    if !joined {
        return None;
    }
    let end = sentence.words[at.checked_sub(2)?].span.end;
    let mut others = sentence.found.iter().filter(|found| found.span.end == end);
    match (kind, others.next()?.kind) {
        (EntityKind::Person, EntityKind::Place) => Some(EntityKind::Place),
        (EntityKind::Person, EntityKind::Organization) if sentence.telegram => {
            Some(EntityKind::Organization)
        }
        (EntityKind::Organization, EntityKind::Place) if listed => Some(EntityKind::Place),
        _ => None,
    }
}

/// The kind of a label of the pipeline.
pub(super) fn kind_of(label: &str) -> Option<EntityKind> {
    Some(match label {
        "PERSON" => EntityKind::Person,
        "ORG" => EntityKind::Organization,
        "GPE" | "LOC" => EntityKind::Place,
        "FAC" => EntityKind::Facility,
        "EVENT" => EntityKind::Event,
        _ => return None,
    })
}

/// Whether a word at the start of a proposal does not belong to the name.
fn is_before(sentence: &Sentence<'_>, at: usize, kind: EntityKind) -> bool {
    let word = &sentence.words[at];
    let article = matches!(word.folded.as_ref(), "the" | "a" | "an" | "both");
    let title = kind == EntityKind::Person && sentence.in_title(at);
    is_list_letter(sentence, at) || article || title || word.shape == Shape::Mark
}

/// Whether the words can be a name at all.
fn is_good(sentence: &Sentence<'_>, name: Name) -> bool {
    let words = &sentence.words[name.start..name.end];
    let is_large = words
        .iter()
        .any(|word| matches!(word.shape, Shape::Capital | Shape::Upper) && word.text.len() > 1);
    let is_address = words.iter().any(|word| word.text.contains(['@', '/']));
    let is_formula = words.len() == 1 && FORMULAS.contains(&words[0].folded.as_ref());
    if words.iter().any(|word| joins_countries(word.text)) {
        return false;
    }
    let is_time = words.iter().all(|word| is_time_word(&word.folded));
    // "E.O. 12958" and "Deptel 412" are numbers of papers.
    let last = words.last().map(|word| (word.shape, word.text.len()));
    let is_number = matches!(last, Some((Shape::Number, 3..)));
    if !is_large || is_address || is_formula || is_time || is_number {
        return false;
    }
    let first = &words[0];
    // "DCM", "poloff": somebody's office.
    let office = words.len() == 1 && is_person(&first.folded) && !is_surname(&first.folded);
    if sentence.telegram && (office || is_phrase(sentence, name)) {
        return false;
    }
    let whole = longest(&sentence.words, name.start).filter(|found| found.end == name.end);
    let known = match whole.map(|found| found.entry) {
        // What the gazetteer knows better it claims itself.
        Some(Entry::Country | Entry::Region | Entry::People | Entry::Demonym) => return false,
        Some(Entry::Body(_)) => return false,
        Some(Entry::City(_)) => true,
        None => false,
    };
    // "Kestrian Foreign Minister": an adjective, whatever the pipeline makes of it.
    let before_title = sentence.titles.iter().any(|title| title.start == name.end);
    if words.len() == 1
        && (before_title || name.kind == EntityKind::Person && !is_supported(sentence, name))
    {
        return false;
    }
    words.len() > 1 || known || small_percent(&first.folded) < most(sentence, name.start)
}

/// Whether what the pipeline takes for a name in a telegram is no more than a phrase: people by
/// their office ("Norlandic perm rep"), nothing but common words ("printing ink"), or a strange
/// word that it takes for a place where no place stands.
fn is_phrase(sentence: &Sentence<'_>, name: Name) -> bool {
    let words = &sentence.words[name.start..name.end];
    let body = |word: &Word<'_>| word.head == Some(EntityKind::Organization);
    let field = |word: &Word<'_>| body(word) || described(&word.folded).is_some();
    let common = |word: &Word<'_>| is_common(&word.folded) || word.folded.len() < 3;
    match (name.kind, words) {
        (EntityKind::Organization, [one]) => {
            common(one) && !field(one) && !one.parts.any(Parts::PORTFOLIO)
        }
        (EntityKind::Organization, [.., last]) => {
            let people = words.iter().any(|word| is_person(&word.folded));
            let known = longest(&sentence.words, name.start).is_some();
            people && !body(last) || words.iter().all(common) && !words.iter().any(body) && !known
        }
        (EntityKind::Place, [one]) if longest(&sentence.words, name.start).is_none() => {
            let before = name.start.checked_sub(1);
            let before = before.map_or("", |at| sentence.folded(at));
            let shape = sentence.words.get(name.end).map(|next| next.shape);
            !LOCATORS.contains(&before) && shape != Some(Shape::Mark) && !is_common(&one.folded)
        }
        _ => false,
    }
}

/// Behind one of these may stand a place, and what is joined to one.
const LOCATORS: &[&str] = &[
    "(", ",", "/", ":", "-", ".", "and", "around", "at", "between", "both", "by", "city", "for",
    "from", "in", "into", "near", "of", "on", "or", "outside", "port", "than", "the", "through",
    "to", "toward", "via", "visit", "with", "within",
];

/// Whether anything but the pipeline says that a single word names a person: it is somebody's
/// name, or speaks, or is spoken to. Of rare words the pipeline takes too many for people.
fn is_supported(sentence: &Sentence<'_>, name: Name) -> bool {
    let folded = sentence.folded(name.start);
    let before = name
        .start
        .checked_sub(1)
        .map_or("", |before| sentence.folded(before));
    let who = sentence.folded(name.end) == ","
        && matches!(sentence.folded(name.end + 1), "who" | "whom" | "whose");
    let spoken = says(sentence, name.end) || HEARERS.contains(&before);
    let joined = sentence.telegram && is_among_people(sentence, name);
    is_surname(folded) || is_given(folded) || spoken || who || joined
}

/// Whether a person stands beside a name: "Moss and Aldervank", "Aldervank to Moss".
fn is_among_people(sentence: &Sentence<'_>, name: Name) -> bool {
    let joins = |at: usize| matches!(sentence.folded(at), "and" | "," | "to" | "or");
    let mut people = sentence
        .found
        .iter()
        .filter(|found| found.kind == EntityKind::Person);
    let before = name.start.checked_sub(2).filter(|at| joins(at + 1));
    let before = before.map(|at| sentence.words[at].span.end);
    let after = sentence.words.get(name.end + 1).filter(|_| joins(name.end));
    let after = after.map(|word| word.span.start);
    people.any(|found| before == Some(found.span.end) || after == Some(found.full.start))
}

/// Whether a name goes on beyond names that were found by less, over words that look like one.
fn widens(sentence: &Sentence<'_>, name: Name) -> bool {
    let span = sentence.span(name.start, name.end);
    let mut inside = sentence
        .found
        .iter()
        .filter(|mention| mention.span.overlaps(span));
    let weaker = inside.all(|mention| {
        let by = mention.by.first().map_or("", |by| by);
        let same = mention.kind == name.kind || name.kind != EntityKind::Person;
        span.contains(mention.span) && mention.span != span && same && WEAK.contains(&by)
    });
    let words = &sentence.words[name.start..name.end];
    let large = words.iter().all(|word| {
        matches!(word.shape, Shape::Capital | Shape::Upper | Shape::Initial)
            || matches!(word.folded.as_ref(), "of" | "for" | "-" | "." | "de" | "al")
    });
    weaker && large && sentence.case == Case::Mixed
}

/// A single word that is written small so often, in percent, is no name.
fn most(sentence: &Sentence<'_>, at: usize) -> u8 {
    let opens = at == 0 || sentence.words[at - 1].shape == Shape::Mark;
    match (sentence.case, opens) {
        (Case::Mixed, false) => 60,
        _ => 20,
    }
}
