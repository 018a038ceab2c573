//! What a family read: tokens from `start` to before `end`, and their meaning.

use crate::tokens::Tokens;
use crate::words::{Cue, Term};
use crate::{Clock, FoundTime, Meaning, Third};

/// What a family read.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) meaning: Meaning,
    pub(super) third: Option<Third>,
    pub(super) approximate: bool,
    pub(super) clock: Option<Clock>,
    pub(super) aside: bool,
}

impl Hit {
    pub(super) fn new(start: usize, end: usize, meaning: Meaning) -> Hit {
        Hit {
            start,
            end,
            meaning,
            third: None,
            approximate: false,
            clock: None,
            aside: false,
        }
    }

    pub(super) fn found(self, tokens: &Tokens<'_>) -> FoundTime {
        FoundTime {
            span: tokens.span(self.start, self.end),
            meaning: self.meaning,
            third: self.third,
            approximate: self.approximate,
            clock: self.clock,
            aside: self.aside,
        }
    }
}

/// "about", "some", "more than", "over": the index after them, and whether they were there.
pub(super) fn approximation(tokens: &Tokens<'_>, index: usize) -> (usize, bool) {
    match tokens.term(index) {
        Term::Cue(Cue::About | Cue::Over) => (index + 1, true),
        Term::Cue(Cue::More) if tokens.is(index + 1, Cue::Than) => (index + 2, true),
        _ => (index, false),
    }
}

/// "early", "mid-", "the end of": the index after them.
pub(super) fn third(tokens: &Tokens<'_>, index: usize) -> (usize, Option<Third>) {
    let third = match tokens.term(index) {
        Term::Cue(Cue::Early) => Third::Early,
        Term::Cue(Cue::Mid) => Third::Mid,
        Term::Cue(Cue::Late) => Third::Late,
        Term::Cue(Cue::Beginning) if tokens.is(index + 1, Cue::Of) => Third::Early,
        Term::Cue(Cue::End) if tokens.is(index + 1, Cue::Of) => Third::Late,
        _ => return (index, None),
    };
    let mut next = tokens.skip_mark(index + 1, b'-');
    if tokens.is(next, Cue::Of) {
        next += 1;
        next += usize::from(tokens.is(next, Cue::The));
    } else if tokens.is(next, Cue::In) {
        next += 1;
    }
    (next, Some(third))
}
