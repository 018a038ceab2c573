//! The families of events: for each, the verbs and nouns that name it and the frames they open.
//!
//! A new family is one file with `FRAMES` (and `NOUNS` where nouns name it), listed here.

mod accuse;
mod agree;
mod aid;
mod appoint;
mod arrest;
mod attack;
mod call;
mod coerce;
mod cooperate;
mod decide;
mod die;
mod meet;
mod offer;
mod reject;
mod request;
mod sanction;
mod send;
mod support;
mod tell;
mod travel;
mod vote;

pub(crate) use travel::VISIT;

use crate::frames::{Frame, NounFrame};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Every family's frames of verbs; within a verb the first that fits is taken.
const FRAMES: &[&[Frame]] = &[
    send::FRAMES,
    agree::FRAMES,
    meet::FRAMES,
    call::FRAMES,
    travel::FRAMES,
    coerce::FRAMES,
    aid::FRAMES,
    request::FRAMES,
    offer::FRAMES,
    reject::FRAMES,
    appoint::FRAMES,
    arrest::FRAMES,
    attack::FRAMES,
    decide::FRAMES,
    vote::FRAMES,
    die::FRAMES,
    cooperate::FRAMES,
    sanction::FRAMES,
    support::FRAMES,
    accuse::FRAMES,
    tell::FRAMES,
];

const NOUNS: &[&[NounFrame]] = &[meet::NOUNS, call::NOUNS, travel::NOUNS, attack::NOUNS];

static BY_VERB: LazyLock<HashMap<&'static str, Vec<&'static Frame>>> = LazyLock::new(|| {
    let mut by_verb: HashMap<&str, Vec<&Frame>> = HashMap::new();
    for frame in FRAMES.iter().copied().flatten() {
        for verb in frame.verbs {
            by_verb.entry(verb).or_default().push(frame);
        }
    }
    by_verb
});

/// The frames of a verb, in the order of the families.
pub(crate) fn of_verb(lemma: &str) -> &'static [&'static Frame] {
    BY_VERB.get(lemma).map_or(&[], Vec::as_slice)
}

/// The frames of a noun.
pub(crate) fn of_noun(lemma: &str) -> impl Iterator<Item = &'static NounFrame> {
    let all = NOUNS.iter().copied().flatten();
    all.filter(move |frame| frame.nouns.contains(&lemma))
}
