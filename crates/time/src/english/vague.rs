//! Times only pointed at: "now", "recently", "in the future", "soon". They have a TIMEX3 value and
//! no interval: nothing is known that could be drawn.

use super::Rule;
use super::hit::{Hit, word};
use super::offset::is_plural;
use super::words::{Cue, Term};
use crate::tokens::Tokens;
use crate::{Meaning, Reference, Unit};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "now",
        read: now,
        examples: [
            ("he is now in the capital", "now = DATE PRESENT_REF"),
            ("his current wife", "current = DATE PRESENT_REF"),
        ],
        source: "TimeML 1.2.1 annotation guidelines, 2.2",
    },
    Rule {
        name: "recently",
        read: past,
        examples: [
            ("he recently left", "recently = DATE PAST_REF"),
            ("in recent years", "recent years = DATE PAST_REF"),
        ],
        source: "TimeML 1.2.1 annotation guidelines, 2.2",
    },
    Rule {
        name: "soon",
        read: future,
        examples: [
            ("he will leave soon", "soon = DATE FUTURE_REF"),
            ("in the near future", "the near future = DATE FUTURE_REF"),
        ],
        source: "TimeML 1.2.1 annotation guidelines, 2.2",
    },
    Rule {
        name: "until-then",
        read: then,
        examples: [
            (
                "he stays until May 3, 2004; until then she",
                "then = DATE 2004-05-03",
            ),
            ("by then he", "then = DATE XXXX-XX-XX"),
        ],
        source: "",
    },
];

fn then(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let asked = matches!(tokens.before(index), Term::Cue(Cue::Until | Cue::By));
    (asked && tokens.is(index, Cue::Then)).then(|| Hit::new(index, index + 1, Meaning::Then))
}

fn vague(start: usize, end: usize, reference: Reference) -> Hit {
    Hit::new(start, end, Meaning::Vague(reference))
}

fn now(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let the = usize::from(tokens.is(index, Cue::The));
    let at = index + the;
    let end = match tokens.term(at) {
        Term::Cue(Cue::Now | Cue::Presently) if the == 0 => at + 1,
        // "The then current price".
        Term::Cue(Cue::Current) if at > 0 && word(tokens, at - 1, "then") => return None,
        Term::Cue(Cue::Current) if the == 0 => at + 1,
        // "at present", "the present time", "the moment".
        Term::Other if the == 1 && word(tokens, at, "present") => {
            let is_noun = matches!(tokens.term(at + 1), Term::Mark(_) | Term::End);
            let time = tokens.is(at + 1, Cue::Time);
            return (is_noun || time)
                .then(|| vague(index, at + 1 + usize::from(time), Reference::Present));
        }
        Term::Cue(Cue::At) if word(tokens, at + 1, "present") => {
            return Some(vague(at + 1, at + 2, Reference::Present));
        }
        Term::Cue(Cue::This) if word(tokens, at + 1, "moment") => at + 2,
        Term::Cue(Cue::These) if the == 0 && tokens.term(at + 1) == Term::Unit(Unit::Day) => at + 2,
        _ => return None,
    };
    // "right now" is one.
    let right =
        index > 0 && end == at + 1 && tokens.is(at, Cue::Now) && word(tokens, at - 1, "right");
    Some(vague(index - usize::from(right), end, Reference::Present))
}

fn past(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let had_the = at > index;
    let end = match tokens.term(at) {
        Term::Cue(Cue::Recently) if !had_the => at + 1,
        Term::Cue(Cue::Current) if at > 0 && word(tokens, at - 1, "then") => at + 1,
        // "Months ago".
        Term::Unit(_) if !had_the && is_plural(tokens, at) && tokens.is(at + 1, Cue::Ago) => at + 2,
        Term::Cue(Cue::Recent) if tokens.is(at.wrapping_sub(1), Cue::More) => return None,
        Term::Cue(Cue::Recent) => match tokens.term(at + 1) {
            Term::Unit(_) if is_plural(tokens, at + 1) => at + 2,
            Term::Cue(Cue::Past) if had_the => at + 2,
            _ if had_the => return None,
            _ => at + 1,
        },
        // "In past years".
        Term::Cue(Cue::Past)
            if !had_the
                && matches!(tokens.term(at + 1), Term::Unit(_))
                && is_plural(tokens, at + 1) =>
        {
            at + 2
        }
        // "in the past" ends its clause; "the past" with a noun is something else.
        Term::Cue(Cue::Past)
            if had_the
                && matches!(
                    tokens.term(at + 1),
                    Term::Mark(_) | Term::End | Term::Cue(_)
                )
                && !matches!(
                    tokens.term(at + 1),
                    Term::Cue(Cue::Of | Cue::Few | Cue::Several | Cue::Half)
                ) =>
        {
            at + 1
        }
        _ => return None,
    };
    Some(vague(index, end, Reference::Past))
}

fn future(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let the = usize::from(tokens.is(index, Cue::The));
    let at = index + the;
    let near = usize::from(
        ["near", "short", "foreseeable", "immediate", "not"]
            .iter()
            .any(|near| word(tokens, at, near)),
    );
    let end = match tokens.term(at + near) {
        Term::Count(1) if the + near == 0 && is_some_day(tokens, at) => at + 2,
        // "At a later date".
        Term::Cue(Cue::A) if tokens.is(at + 1, Cue::Later) && word(tokens, at + 2, "date") => {
            at + 3
        }
        // "In the near term", but not "the short term loan".
        Term::Other
            if the == 1
                && word(tokens, at + near, "term")
                && matches!(
                    tokens.term(at + near + 1),
                    Term::Mark(_) | Term::End | Term::Cue(_)
                ) =>
        {
            at + near + 1
        }
        // "In coming weeks", "in future months".
        Term::Cue(Cue::Coming | Cue::Upcoming | Cue::Future)
            if the + near == 0
                && matches!(tokens.term(at + 1), Term::Unit(_) | Term::Cue(Cue::Quarter))
                && is_plural(tokens, at + 1) =>
        {
            at + 2
        }
        // "future plans" says of what kind they are.
        Term::Cue(Cue::Future) if the + near > 0 => at + near + 1,
        // "shortly after", "sooner", "as soon as he came" tell no time of their own.
        Term::Cue(Cue::Soon)
            if the == 0
                && !matches!(
                    tokens.term(at + 1),
                    Term::Cue(Cue::After | Cue::Before | Cue::As)
                )
                && !matches!(tokens.before(at), Term::Cue(Cue::As)) =>
        {
            at + 1
        }
        _ => return None,
    };
    Some(vague(index, end, Reference::Future))
}

/// "It will one day be": some day to come.
pub(super) fn is_some_day(tokens: &Tokens<'_>, index: usize) -> bool {
    const MODALS: &[&str] = &[
        "can", "could", "may", "might", "must", "shall", "should", "will", "would",
    ];
    let after_modal = index >= 1 && MODALS.contains(&tokens.word(index - 1));
    let is_day = tokens.term(index + 1) == Term::Unit(Unit::Day) && !is_plural(tokens, index + 1);
    after_modal && is_day && tokens.term(index) == Term::Count(1)
}
