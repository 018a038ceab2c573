//! Times counted from another: "three weeks earlier", "about two years ago", "the previous day",
//! "yesterday", "two weeks from now", "earlier that month".

use super::Rule;
use super::clock;
use super::hit::{Hit, scale, third, word};
use super::number::{cardinal, length};
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Amount, Base, Length, Meaning, Scale};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "deictic-day",
        read: deictic_day,
        examples: [
            ("he left yesterday.", "yesterday = DATE 2011-04-04"),
            ("he leaves tomorrow", "tomorrow = DATE 2011-04-06"),
        ],
        source: "",
    },
    Rule {
        name: "day-before-yesterday",
        read: beyond_neighbour,
        examples: [
            (
                "he came the day before yesterday",
                "the day before yesterday = DATE 2011-04-03",
            ),
            (
                "he goes the day after tomorrow",
                "the day after tomorrow = DATE 2011-04-07",
            ),
        ],
        source: "",
    },
    Rule {
        name: "neighbour-day",
        read: neighbour_day,
        examples: [
            (
                "On May 3, 1962, he wrote; the next day he left",
                "the next day = DATE 1962-05-04",
            ),
            (
                "On May 3, 1962, he wrote; that same day he left",
                "that same day = DATE 1962-05-03",
            ),
        ],
        source: "",
    },
    Rule {
        name: "within-period",
        read: within,
        examples: [
            (
                "earlier this year he",
                "earlier this year = DATE 2011 START",
            ),
            ("later this month he", "later this month = DATE 2011-04 END"),
        ],
        source: "TimeML 1.2.1 annotation guidelines, on mod",
    },
    Rule {
        name: "rest-of-period",
        read: rest,
        examples: [
            (
                "for the rest of the year he",
                "the rest of the year = DATE 2011 END",
            ),
            (
                "the rest of this week",
                "the rest of this week = DATE 2011-W14 END",
            ),
        ],
        source: "",
    },
    Rule {
        name: "counted",
        read: counted,
        examples: [
            (
                "he came three weeks ago",
                "three weeks ago = DATE 2011-03-15 APPROX",
            ),
            (
                "On May 3, 1962, he wrote; two days later he left",
                "two days later = DATE 1962-05-05",
            ),
        ],
        source: "",
    },
    Rule {
        name: "counted-from-now",
        read: from_now,
        examples: [
            (
                "two weeks from now he",
                "two weeks from now = DATE 2011-04-19 APPROX",
            ),
            (
                "three days from tomorrow",
                "three days from tomorrow = DATE 2011-04-09",
            ),
        ],
        source: "",
    },
    Rule {
        name: "in-length",
        read: in_length,
        examples: [
            (
                "he will leave in three weeks.",
                "three weeks = DATE 2011-04-26 APPROX",
            ),
            ("it is due in two years", "two years = DATE 2013 APPROX"),
        ],
        source: "",
    },
    Rule {
        name: "years-since",
        read: hyphenated,
        examples: [
            ("year-ago profits", "year-ago = DATE 2010 APPROX"),
            ("year-earlier losses", "year-earlier = DATE 2010 APPROX"),
        ],
        source: "",
    },
];

/// "yesterday", "late yesterday", "today", "tomorrow".
fn deictic_day(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (at, third) = third(tokens, index);
    let (count, back) = match tokens.term(at) {
        Term::Cue(Cue::Yesterday) => (1, true),
        Term::Cue(Cue::Today) => (0, false),
        Term::Cue(Cue::Tomorrow) => (1, false),
        _ => return None,
    };
    let mut hit = Hit {
        third,
        ..Hit::new(index, at + 1, Meaning::days(count, back, Base::Telling))
    };
    clock::attach(tokens, &mut hit);
    Some(hit)
}

/// "the day before yesterday", "the day after tomorrow", "two days before yesterday".
fn beyond_neighbour(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let the = usize::from(tokens.is(index, Cue::The));
    let (count, next) = match tokens.term(index + the) {
        Term::Unit(Unit::Day) => (1, index + the + 1),
        _ => {
            let (count, next) = cardinal(tokens, index)?;
            if tokens.term(next) != Term::Unit(Unit::Day) {
                return None;
            }
            (count, next + 1)
        }
    };
    let (count, back) = match (tokens.term(next), tokens.term(next + 1)) {
        (Term::Cue(Cue::Before), Term::Cue(Cue::Yesterday)) => (count + 1, true),
        (Term::Cue(Cue::After), Term::Cue(Cue::Tomorrow)) => (count + 1, false),
        (Term::Cue(Cue::After | Cue::From), Term::Cue(Cue::Today)) => (count, false),
        _ => return None,
    };
    let meaning = Meaning::days(count, back, Base::Telling);
    Some(Hit::new(index, next + 2, meaning))
}

/// "the previous day", "the next day", "the following day", "the same day", "that day".
fn neighbour_day(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let that = usize::from(tokens.is(index, Cue::That) && tokens.is(index + 1, Cue::Same));
    let at = index + that + usize::from(tokens.is(index, Cue::The));
    let had_the = at > index;
    let (count, back, base) = match tokens.term(at) {
        Term::Cue(Cue::Previous) => (1, true, Base::Narrative),
        Term::Cue(Cue::Following) => (1, false, Base::Narrative),
        Term::Cue(Cue::Next) => (1, false, Base::Narrative),
        Term::Cue(Cue::Same) => (0, false, Base::Narrative),
        Term::Cue(Cue::That) if !had_the => (0, false, Base::Narrative),
        _ => return None,
    };
    if is_plural(tokens, at + 1) {
        return None;
    }
    let mut hit = match tokens.term(at + 1) {
        Term::Unit(Unit::Day) => Hit::new(index, at + 2, Meaning::days(count, back, base)),
        Term::Part(part) => Hit {
            clock: Some(crate::Clock::Part(part)),
            ..Hit::new(index, at + 2, Meaning::days(count, back, base))
        },
        _ => return None,
    };
    if hit.clock.is_none() {
        clock::attach(tokens, &mut hit);
    }
    Some(hit)
}

pub(super) fn is_plural(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.word(index).ends_with(['s', 'S'])
}

/// "earlier that month", "later this year", "earlier in the week".
fn within(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let back = match tokens.term(index) {
        Term::Cue(Cue::Earlier) => true,
        Term::Cue(Cue::Later) => false,
        _ => return None,
    };
    let next = index
        + 1
        + usize::from(matches!(
            tokens.term(index + 1),
            Term::Cue(Cue::In | Cue::On)
        ));
    let base = match tokens.term(next) {
        Term::Cue(Cue::This) => Base::Telling,
        Term::Cue(Cue::That | Cue::The | Cue::Same) => Base::Narrative,
        Term::Cue(Cue::Today) => {
            let meaning = Meaning::days(0, false, Base::Telling);
            return Some(Hit::new(index, next + 1, meaning));
        }
        _ => return None,
    };
    let next = next + 1 + usize::from(tokens.is(next + 1, Cue::Same));
    let unit = match tokens.term(next) {
        Term::Unit(
            unit @ (Unit::Day
            | Unit::Week
            | Unit::Month
            | Unit::Year
            | Unit::Decade
            | Unit::Century),
        ) => unit,
        Term::Cue(Cue::Quarter) => Unit::Quarter,
        _ => return None,
    };
    let meaning = Meaning::Within { unit, back, base };
    Some(Hit::new(index, next + 1, meaning))
}

/// "the rest of the year", "the remainder of this month", "rest of my week": from the telling to
/// its end.
fn rest(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    let had_of = tokens.is(at + 1, Cue::Of);
    if !tokens.is(at, Cue::Rest) || word(tokens, at, "balance") && !(had_of && at > index) {
        return None;
    }
    let of = at + 1 + usize::from(had_of);
    let own = ["my", "our", "your"].contains(&tokens.word(of));
    let pointer = own
        || matches!(
            tokens.term(of),
            Term::Cue(Cue::The | Cue::This | Cue::Current)
        );
    let next = of + usize::from(pointer);
    let Term::Unit(
        unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century),
    ) = tokens.term(next)
    else {
        return None;
    };
    let meaning = Meaning::Within {
        unit,
        back: false,
        base: Base::Telling,
    };
    let is_said = (had_of || pointer) && !is_plural(tokens, next);
    is_said.then(|| Hit::new(index, next + 1, meaning))
}

/// A length and a direction: "two years ago", "a month later", "a week or so ago".
fn counted(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, mut scale) = scale(tokens, index);
    let (length, mut next) = length(tokens, next)?;
    if tokens.is(next, Cue::Or) && tokens.is(next + 1, Cue::So) {
        (next, scale) = (next + 2, Some(Scale::About));
    }
    next = tokens.skip_mark(next, b'-');
    let (back, base) = direction(tokens, next)?;
    let meaning = Meaning::Offset { length, back, base };
    let mut hit = Hit {
        scale,
        ..Hit::new(index, next + 1, meaning)
    };
    // "two years ago today", "three weeks ago Friday" is left out: few, and read either way.
    if tokens.is(hit.end, Cue::Today) {
        hit.end += 1;
    }
    Some(hit)
}

fn direction(tokens: &Tokens<'_>, index: usize) -> Option<(bool, Base)> {
    Some(match tokens.term(index) {
        Term::Cue(Cue::Ago) => (true, Base::Telling),
        Term::Cue(Cue::Earlier | Cue::Previous) => (true, Base::Narrative),
        Term::Cue(Cue::Before) if ends_clause(tokens, index + 1) => (true, Base::Narrative),
        Term::Cue(Cue::Later) => (false, Base::Narrative),
        Term::Cue(Cue::After) if ends_clause(tokens, index + 1) => (false, Base::Narrative),
        Term::Other if word(tokens, index, "hence") => (false, Base::Telling),
        _ => return None,
    })
}

/// "two days before." counts from the narrative; "two days before the meeting" does not.
fn ends_clause(tokens: &Tokens<'_>, index: usize) -> bool {
    matches!(
        tokens.term(index),
        Term::End | Term::Mark(b'.' | b',' | b';')
    )
}

/// "two weeks from now", "three days after today", "three weeks from tomorrow".
fn from_now(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, scale) = scale(tokens, index);
    let (mut length, next) = length(tokens, next)?;
    if !matches!(tokens.term(next), Term::Cue(Cue::From | Cue::After)) {
        return None;
    }
    match tokens.term(next + 1) {
        Term::Cue(Cue::Now | Cue::Today) => {}
        Term::Cue(Cue::Tomorrow) => length.parts.push((Amount::whole(1), Unit::Day)),
        Term::Cue(Cue::Yesterday) => {
            let unit = length.parts[0].1;
            length.parts[0].0.less_one(unit)?;
        }
        _ => return None,
    }
    let meaning = Meaning::Offset {
        length,
        back: false,
        base: Base::Telling,
    };
    Some(Hit {
        scale,
        ..Hit::new(index, next + 2, meaning)
    })
}

/// "in three weeks", where the words tell what will be: so long after the telling.
fn in_length(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if tokens.before(index) != Term::Cue(Cue::In) {
        return None;
    }
    let (next, scale) = scale(tokens, index);
    let (length, end) = length(tokens, next)?;
    let is_future = super::tense(tokens, index, end) == Some(crate::Tense::Future);
    let meaning = Meaning::Offset {
        length,
        back: false,
        base: Base::Telling,
    };
    is_future.then(|| Hit {
        scale,
        ..Hit::new(index, end, meaning)
    })
}

/// "year-ago", "year-earlier", "the year-earlier period", "the year-ago quarter".
fn hyphenated(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let at = index + usize::from(tokens.is(index, Cue::The));
    if tokens.term(at) != Term::Unit(Unit::Year) || !tokens.is_mark(at + 1, b'-') {
        return None;
    }
    if !matches!(tokens.term(at + 2), Term::Cue(Cue::Ago | Cue::Earlier)) {
        return None;
    }
    let base = Base::Telling;
    let period = at + 3;
    if matches!(tokens.term(period), Term::Cue(Cue::Quarter | Cue::Period)) {
        return Some(Hit::new(index, period + 1, Meaning::SamePeriod(-1)));
    }
    let length = Length::of(Amount::whole(1), Unit::Year);
    let meaning = Meaning::Offset {
        length,
        back: true,
        base,
    };
    (at == index).then(|| Hit::new(index, period, meaning))
}
