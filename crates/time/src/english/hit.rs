//! What a rule read: tokens from `start` to before `end`, and their meaning.

use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Clock, FoundTime, Meaning, Scale, Third};

/// What a rule read.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) meaning: Meaning,
    pub(crate) third: Option<Third>,
    pub(crate) scale: Option<Scale>,
    pub(crate) clock: Option<Clock>,
    pub(crate) aside: bool,
    pub(crate) rule: &'static str,
}

impl Hit {
    pub(crate) fn new(start: usize, end: usize, meaning: Meaning) -> Hit {
        Hit {
            start,
            end,
            meaning,
            third: None,
            scale: None,
            clock: None,
            aside: false,
            rule: "",
        }
    }

    pub(crate) fn found(self, tokens: &Tokens<'_>) -> FoundTime {
        FoundTime {
            span: tokens.span(self.start, self.end),
            meaning: self.meaning,
            third: self.third,
            scale: self.scale,
            clock: self.clock,
            aside: self.aside,
            tense: super::tense(tokens, self.start, self.end),
            rule: self.rule,
        }
    }
}

/// "about", "more than", "at least", "nearly": the index after them, and what they say.
pub(crate) fn scale(tokens: &Tokens<'_>, index: usize) -> (usize, Option<Scale>) {
    let than = tokens.is(index + 1, Cue::Than);
    match tokens.term(index) {
        Term::Cue(Cue::About) => (index + 1, Some(Scale::About)),
        Term::Cue(Cue::Nearly) => (index + 1, Some(Scale::Nearly)),
        Term::Cue(Cue::Over) => (index + 1, Some(Scale::More)),
        Term::Cue(Cue::More) if than => (index + 2, Some(Scale::More)),
        Term::Cue(Cue::Less) if than => (index + 2, Some(Scale::Less)),
        Term::Cue(Cue::At) if tokens.is(index + 1, Cue::Least) => (index + 2, Some(Scale::AtLeast)),
        Term::Cue(Cue::At) if tokens.is(index + 1, Cue::Most) => (index + 2, Some(Scale::AtMost)),
        Term::Cue(Cue::UpTo) if tokens.is(index + 1, Cue::To) => (index + 2, Some(Scale::AtMost)),
        Term::Cue(Cue::No)
            if tokens.is(index + 1, Cue::More) && tokens.is(index + 2, Cue::Than) =>
        {
            (index + 3, Some(Scale::AtMost))
        }
        _ => (index, None),
    }
}

/// "early", "mid-", "the end of", "late in", "the last days of": the index after them.
pub(crate) fn third(tokens: &Tokens<'_>, index: usize) -> (usize, Option<Third>) {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let of = tokens.is(at + 1, Cue::Of);
    let third = match tokens.term(at) {
        Term::Cue(Cue::Early) => Third::Early,
        Term::Cue(Cue::Mid) => Third::Mid,
        Term::Cue(Cue::Late) => Third::Late,
        Term::Cue(Cue::Beginning) if of => Third::Early,
        Term::Cue(Cue::End) if of => Third::Late,
        _ => match edge_days(tokens, at) {
            Some((third, end)) => return (end, Some(third)),
            None => return (index, None),
        },
    };
    let mut next = tokens.skip_mark(at + 1, b'-');
    if matches!(tokens.term(next), Term::Cue(Cue::Of | Cue::In)) {
        next += 1;
        next += usize::from(tokens.is(next, Cue::The));
    }
    (next, Some(third))
}

/// "first days of", "last few weeks of the": which end, and the index after.
fn edge_days(tokens: &Tokens<'_>, index: usize) -> Option<(Third, usize)> {
    let third = match tokens.term(index) {
        Term::Ordinal(1) => Third::Early,
        Term::Cue(Cue::Last) => Third::Late,
        _ if word(tokens, index, "opening") => Third::Early,
        _ if word(tokens, index, "closing") || word(tokens, index, "final") => Third::Late,
        _ => return None,
    };
    let at = index + 1 + usize::from(tokens.is(index + 1, Cue::Few));
    let is_some = matches!(
        tokens.term(at),
        Term::Unit(Unit::Day | Unit::Week | Unit::Month)
    ) && super::offset::is_plural(tokens, at);
    (is_some && tokens.is(at + 1, Cue::Of)).then_some((third, at + 2))
}

/// Whether the word at `index` is this one, in any case.
pub(crate) fn word(tokens: &Tokens<'_>, index: usize, wanted: &str) -> bool {
    tokens.word(index).eq_ignore_ascii_case(wanted)
}
