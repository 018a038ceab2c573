//! Lengths of time: "for three weeks", "two-day", "the nine months", "an hour and a half", "years".

use super::Rule;
use super::hit::{Hit, scale, word};
use super::number::{amount, length, ordinal, unit};
use super::offset::is_plural;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Amount, Length, Meaning, Scale};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "length",
        read: counted,
        examples: [
            ("for three weeks", "three weeks = DURATION P3W"),
            (
                "an hour and a half",
                "an hour and a half = DURATION PT1H30M",
            ),
        ],
        source: "ISO 8601-1:2019, 5.5.2",
    },
    Rule {
        name: "year-ended",
        read: year_ended,
        examples: [
            ("in the year ending June 30", "the year = DURATION P1Y"),
            (
                "for the six months ended in May",
                "the six months = DURATION P6M",
            ),
        ],
        source: "",
    },
    Rule {
        name: "the-length",
        read: definite,
        examples: [
            (
                "in the nine months before",
                "the nine months = DURATION P9M",
            ),
            (
                "for the first two weeks",
                "the first two weeks = DURATION P2W",
            ),
        ],
        source: "",
    },
    Rule {
        name: "whole-unit",
        read: whole,
        examples: [
            ("he spoke all day.", "all day = DURATION P1D"),
            ("for another week he", "another week = DURATION P1W"),
        ],
        source: "",
    },
    Rule {
        name: "so-long",
        read: long,
        examples: [
            ("a third day-long meeting", "day-long = DURATION P1D"),
            ("their decades-long quarrel", "decades-long = DURATION PXY"),
        ],
        source: "",
    },
    Rule {
        name: "many-units",
        read: uncounted,
        examples: [
            ("for years he", "years = DURATION PXY"),
            ("weeks of talks", "weeks = DURATION PXW"),
        ],
        source: "TimeML 1.2.1 annotation guidelines, 2.2.3.2",
    },
];

fn counted(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, scale) = scale(tokens, index);
    let (length, end) = length(tokens, next)?;
    // "three-quarters of it": no time.
    if length.parts.iter().any(|(_, unit)| *unit == Unit::Quarter)
        && (tokens.is_mark(end - 2, b'-') || tokens.is(end, Cue::Of) && length.is_counted())
    {
        return None;
    }
    if is_rate(tokens, next) || super::vague::is_some_day(tokens, next) {
        return None;
    }
    finished(tokens, (index, end), length, scale)
}

/// "$1.76 a year", "20% a month", "four flights a week": how much in each.
fn is_rate(tokens: &Tokens<'_>, index: usize) -> bool {
    if !tokens.is(index, Cue::A) || tokens.term(index + 1) == Term::Cue(Cue::Few) {
        return false;
    }
    let before = tokens.before(index);
    let plural = before == Term::Other
        && tokens.case(index - 1) == crate::tokens::Case::Lower
        && tokens.word(index - 1).ends_with('s')
        && tokens.word(index - 1).len() > 4;
    plural
        || matches!(
            before,
            Term::Number(..) | Term::Mark(b'%') | Term::Cue(Cue::Once)
        )
        || ["million", "billion", "percent", "cents", "times"]
            .contains(&tokens.word(index.wrapping_sub(1)))
}

fn finished(
    tokens: &Tokens<'_>,
    (start, end): (usize, usize),
    length: Length,
    scale: Option<Scale>,
) -> Option<Hit> {
    let next = tokens.skip_mark(end, b'-');
    let old = word(tokens, next, "old") || word(tokens, next, "olds");
    // "A six-year-old boy", "55 years old": an age, no time. "A second chance": a rank.
    let rank = word(tokens, end - 1, "second") && length.parts[0].0 == Amount::whole(1);
    // "Too many second-rate papers".
    let rated = word(tokens, end - 1, "second") && tokens.glued(end) == Term::Mark(b'-');
    if old || rank || rated {
        return None;
    }
    let or_so = tokens.is(end, Cue::Or) && tokens.is(end + 1, Cue::So);
    let (end, scale) = if or_so {
        (end + 2, Some(Scale::About))
    } else {
        (end, scale)
    };
    Some(Hit {
        scale,
        ..Hit::new(start, end, Meaning::Duration(length))
    })
}

/// "the nine months", "the first nine months", "the full year", "another two weeks".
fn definite(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    // "An additional year", "the additional two weeks".
    let additional = usize::from(
        matches!(tokens.term(index), Term::Cue(Cue::A | Cue::The))
            && word(tokens, index + 1, "additional"),
    );
    if !tokens.is(index, Cue::The) && !word(tokens, index, "another") && additional == 0 {
        return None;
    }
    let next = index + 1 + additional;
    if let Term::Unit(unit) = tokens.term(next)
        && additional == 1
        && !is_plural(tokens, next)
    {
        let length = Length::of(Amount::whole(1), unit);
        return finished(tokens, (index, next + 1), length, None);
    }
    let rank = ordinal(tokens, next).map(|(_, end)| end);
    let latest = usize::from(matches!(
        tokens.term(next),
        Term::Cue(Cue::Latest | Cue::Full)
    ));
    let (amount, end) = amount(tokens, rank.unwrap_or(next + latest))?;
    let (unit, end) = unit(tokens, end)?;
    finished(tokens, (index, end), Length::of(amount, unit), None)
}

/// "all day", "the full year" is a date, "full week", "another hour", "the whole year".
fn whole(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let lead = ["all", "whole", "another"]
        .iter()
        .any(|lead| word(tokens, index, lead));
    if !lead && !tokens.is(index, Cue::Full) {
        return None;
    }
    let (unit, end) = unit(tokens, index + 1)
        .filter(|_| !is_plural(tokens, tokens.skip_mark(index + 1, b'-')))?;
    let after_the = tokens.before(index) == Term::Cue(Cue::The);
    let length = Length::of(Amount::whole(1), unit);
    (unit > Unit::Second && !after_the).then(|| Hit::new(index, end, Meaning::Duration(length)))
}

/// "day-long", "the year-long", "decades-long".
fn long(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let Term::Unit(unit) = tokens.term(index) else {
        return None;
    };
    let count = match is_plural(tokens, index) {
        true => Amount::SEVERAL,
        false => Amount::whole(1),
    };
    let is_long = tokens.glued(index + 1) == Term::Mark(b'-') && word(tokens, index + 2, "long");
    let meaning = Meaning::Duration(Length::of(count, unit));
    is_long.then(|| Hit::new(index, index + 3, meaning))
}

/// "years", "weeks", "decades" with nothing before them that counts them.
fn uncounted(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let Term::Unit(
        unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century | Unit::Day),
    ) = tokens.term(index)
    else {
        return None;
    };
    let asked = matches!(
        tokens.before(index),
        Term::Cue(Cue::For | Cue::In | Cue::Within | Cue::After | Cue::Over | Cue::About)
    ) || tokens.is(index + 1, Cue::Of) && !matches!(tokens.before(index), Term::Cue(_));
    let length = Length::of(Amount::SEVERAL, unit);
    (asked && is_plural(tokens, index) && tokens.word(index).len() > 3)
        .then(|| Hit::new(index, index + 1, Meaning::Duration(length)))
}

/// "the year ended June 30", "the six months ending": the length that ends there.
fn year_ended(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if !tokens.is(index, Cue::The) {
        return None;
    }
    let fiscal = usize::from(tokens.is(index + 1, Cue::Fiscal));
    let at = index + 1 + fiscal;
    let (length, end) = match tokens.term(at) {
        Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) if !is_plural(tokens, at) => {
            (Length::of(Amount::whole(1), unit), at + 1)
        }
        _ => length(tokens, at)?,
    };
    tokens
        .is(end, Cue::Ended)
        .then(|| Hit::new(index, end, Meaning::Duration(length)))
}
