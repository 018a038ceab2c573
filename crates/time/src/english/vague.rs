//! Times only pointed at: "now", "recently", "in the future", "soon". They have a TIMEX3 value and
//! no interval: nothing is known that could be drawn.

use super::Rule;
use super::hit::{Hit, word};
use super::offset::is_plural;
use super::words::{Cue, Term};
use crate::tokens::Tokens;
use crate::{Meaning, Reference};

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
];

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
        Term::Other
            if the == 0
                && word(tokens, at, "these")
                && tokens.term(at + 1) == Term::Unit(crate::Unit::Day) =>
        {
            at + 2
        }
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
        ["near", "foreseeable", "immediate", "not"]
            .iter()
            .any(|near| word(tokens, at, near)),
    );
    let end = match tokens.term(at + near) {
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
