//! Numbers in digits and words: "21", "twenty-five", "a couple of", "2 1/2", "nineteen ninety-six".

use super::hit::word;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Amount, Fraction, Length};

/// Parts of a length that are read in one ("2 years, 1 month and 21 days").
const PARTS: usize = 4;

/// A whole number in digits or words, and the index after it.
pub(super) fn cardinal(tokens: &Tokens<'_>, index: usize) -> Option<(u32, usize)> {
    match tokens.term(index) {
        Term::Number(value, 1..=3) if is_free(tokens, index) => {
            Some(thousands(tokens, index, value))
        }
        // "The 1988 second quarter": four digits of a year count nothing.
        Term::Number(value, 4) if is_free(tokens, index) && !(1800..2100).contains(&value) => {
            Some((value, index + 1))
        }
        Term::Count(_) => Some(in_words(tokens, index)),
        Term::Cue(Cue::A)
            if matches!(
                tokens.term(index + 1),
                Term::Cue(Cue::Hundred | Cue::Thousand)
            ) =>
        {
            Some(scaled(tokens, index + 1, 1))
        }
        Term::Cue(Cue::A) if tokens.is(index + 1, Cue::Dozen) => Some((12, index + 2)),
        Term::Cue(Cue::Dozen) => Some((12, index + 1)),
        _ => None,
    }
}

/// Not the end of "1,000", "2.5" or "$3".
fn is_free(tokens: &Tokens<'_>, index: usize) -> bool {
    let before = tokens.before(index);
    if tokens.list[index].spaced {
        return before != Term::Mark(b'$');
    }
    !matches!(before, Term::Mark(b',' | b'.' | b'$' | b'/' | b'#'))
}

/// "1,000": the groups of three after the first.
fn thousands(tokens: &Tokens<'_>, index: usize, first: u32) -> (u32, usize) {
    match (tokens.glued(index + 1), tokens.glued(index + 2)) {
        (Term::Mark(b','), Term::Number(rest, 3)) => (first * 1000 + rest, index + 3),
        _ => (first, index + 1),
    }
}

fn in_words(tokens: &Tokens<'_>, index: usize) -> (u32, usize) {
    let (small, next) = below_hundred(tokens, index).unwrap_or((0, index + 1));
    scaled(tokens, next, small)
}

/// "twenty-five", "seven".
pub(super) fn below_hundred(tokens: &Tokens<'_>, index: usize) -> Option<(u32, usize)> {
    let Term::Count(tens) = tokens.term(index) else {
        return None;
    };
    let next = tokens.skip_mark(index + 1, b'-');
    match tokens.term(next) {
        Term::Count(ones @ 1..=9) if tens >= 20 => Some((tens + ones, next + 1)),
        _ => Some((tens, index + 1)),
    }
}

/// " hundred and ten", " thousand": what multiplies the number before.
fn scaled(tokens: &Tokens<'_>, index: usize, small: u32) -> (u32, usize) {
    let (mut value, mut end) = (small, index);
    for (cue, factor) in [(Cue::Hundred, 100), (Cue::Thousand, 1000)] {
        if !tokens.is(end, cue) {
            continue;
        }
        (value, end) = (value * factor, end + 1);
        let next = end + usize::from(tokens.is(end, Cue::And));
        if let Some((rest, after)) = below_hundred(tokens, next) {
            (value, end) = (value + rest, after);
        }
    }
    (value, end)
}

/// How many units, and the index after: "three", "half a", "2.5", "several", "a couple of".
pub(super) fn amount(tokens: &Tokens<'_>, index: usize) -> Option<(Amount, usize)> {
    match tokens.term(index) {
        Term::Cue(Cue::Several) => Some((Amount::SEVERAL, index + 1)),
        Term::Cue(Cue::Few) => Some((Amount::SEVERAL, index + 1)),
        Term::Cue(Cue::Half) => {
            let of = index + 1 + usize::from(tokens.is(index + 1, Cue::Of));
            let end = of + usize::from(tokens.is(of, Cue::A));
            Some((Amount::of(0, Fraction::Half), tokens.skip_mark(end, b'-')))
        }
        Term::Cue(Cue::Couple) => Some((Amount::whole(2), skip_of(tokens, index + 1))),
        Term::Cue(Cue::A) => after_a(tokens, index),
        _ => {
            let (whole, end) = cardinal(tokens, index)?;
            Some(fraction(tokens, whole, end))
        }
    }
}

fn skip_of(tokens: &Tokens<'_>, index: usize) -> usize {
    index + usize::from(tokens.is(index, Cue::Of))
}

fn after_a(tokens: &Tokens<'_>, index: usize) -> Option<(Amount, usize)> {
    let next = index + 1;
    Some(match tokens.term(next) {
        Term::Cue(Cue::Few) => (Amount::SEVERAL, next + 1),
        Term::Cue(Cue::Couple) => (Amount::whole(2), skip_of(tokens, next + 1)),
        Term::Cue(Cue::Half) => (
            Amount::of(0, Fraction::Half),
            tokens.skip_mark(next + 1, b'-'),
        ),
        Term::Cue(Cue::Dozen | Cue::Hundred | Cue::Thousand) => {
            let (whole, end) = cardinal(tokens, index)?;
            (Amount::whole(whole), end)
        }
        Term::Unit(_) => (Amount::whole(1), next),
        Term::Cue(Cue::Full) => (Amount::whole(1), next + 1),
        _ => return None,
    })
}

/// "2.5", "2 1/2", "two and a half", "two and one-half".
fn fraction(tokens: &Tokens<'_>, whole: u32, end: usize) -> (Amount, usize) {
    let and_a_half =
        tokens.is(end, Cue::And) && tokens.is(end + 1, Cue::A) && tokens.is(end + 2, Cue::Half);
    if and_a_half {
        return (Amount::of(whole, Fraction::Half), end + 3);
    }
    // "Two and one-half years".
    let half = tokens.skip_mark(end + 2, b'-');
    if tokens.is(end, Cue::And)
        && tokens.term(end + 1) == Term::Count(1)
        && tokens.is(half, Cue::Half)
    {
        return (Amount::of(whole, Fraction::Half), half + 1);
    }
    match (
        tokens.term(end),
        tokens.glued(end + 1),
        tokens.glued(end + 2),
    ) {
        (Term::Mark(b'.'), Term::Number(tenths @ 0..=9, 1), _) if !tokens.list[end].spaced => {
            (Amount::of(whole, Fraction::Tenths(tenths as u8)), end + 2)
        }
        (Term::Number(1, 1), Term::Mark(b'/'), Term::Number(2, 1)) => {
            (Amount::of(whole, Fraction::Half), end + 3)
        }
        _ => (Amount::whole(whole), end),
    }
}

/// A unit after a count, with or without a hyphen.
pub(super) fn unit(tokens: &Tokens<'_>, index: usize) -> Option<(Unit, usize)> {
    let at = tokens.skip_mark(index, b'-');
    if let Term::Unit(unit) = tokens.term(at) {
        return Some((unit, at + 1));
    }
    if tokens.is(at, Cue::Quarter) {
        return Some((Unit::Quarter, at + 1));
    }
    // "3h", "5d": letters right behind digits.
    let glued = at == index && matches!(tokens.glued(at), Term::Other | Term::Cue(Cue::Q));
    let digits = matches!(tokens.before(at), Term::Number(..));
    if !glued || !digits {
        return None;
    }
    let unit = match tokens.word(at) {
        "h" | "H" => Unit::Hour,
        "d" | "D" => Unit::Day,
        "w" | "W" => Unit::Week,
        "y" | "Y" => Unit::Year,
        _ => return None,
    };
    Some((unit, at + 1))
}

/// A length: "three weeks", "2 years, 1 month and 21 days", "an hour and a half"; the index after.
pub(super) fn length(tokens: &Tokens<'_>, index: usize) -> Option<(Length, usize)> {
    let (first, mut end) = counted(tokens, index)?;
    let mut length = Length::of(first.0, first.1);
    while length.parts.len() < PARTS {
        let comma = tokens.skip_mark(end, b',');
        let next = comma + usize::from(tokens.is(comma, Cue::And));
        let a = usize::from(tokens.is(next, Cue::A));
        if next > comma && tokens.is(next + a, Cue::Half) && (a == 1 || ends(tokens, next + 1)) {
            let last = length.parts.len() - 1;
            length.parts[last].0.fraction = Fraction::Half;
            return Some((length, next + a + 1));
        }
        let Some((part, after)) = counted(tokens, next) else {
            break;
        };
        let known = length.parts.iter().any(|(_, unit)| *unit == part.1);
        if known || part.0.count.is_none() || part.1 > Unit::Year {
            break;
        }
        length.parts.push(part);
        end = after;
    }
    Some((length, end))
}

fn ends(tokens: &Tokens<'_>, index: usize) -> bool {
    matches!(
        tokens.term(index),
        Term::End | Term::Mark(b'.' | b',' | b';' | b'!' | b'?')
    )
}

fn counted(tokens: &Tokens<'_>, index: usize) -> Option<((Amount, Unit), usize)> {
    let (amount, next) = amount(tokens, index)?;
    let next = to_another(tokens, next).unwrap_or(next);
    // "two more weeks", "three full days", "another five working days".
    let between = matches!(
        tokens.term(next),
        Term::Cue(Cue::More | Cue::Full | Cue::Consecutive)
    );
    let (unit, end) = unit(tokens, next + usize::from(between))?;
    Some(((amount, unit), end))
}

/// "2-3 months", "two to three weeks", "a year or two" is left out: the index after the second
/// number; the length is the first, which is the least that is meant.
fn to_another(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let joined = matches!(
        tokens.term(index),
        Term::Mark(b'-') | Term::Cue(Cue::To | Cue::Or)
    );
    let (_, end) = cardinal(tokens, index + 1).filter(|_| joined)?;
    let (_, _) = unit(tokens, end)?;
    let dash = tokens.is_mark(index, b'-') && tokens.is_mark(end, b'-');
    (!dash).then_some(end)
}

/// A year in words: "nineteen ninety-six", "two thousand and eighteen", "nineteen oh four".
pub(super) fn year_in_words(tokens: &Tokens<'_>, index: usize) -> Option<(i16, usize)> {
    let Term::Count(century @ (2 | 10..=20)) = tokens.term(index) else {
        return None;
    };
    if century == 2 {
        let (value, end) = cardinal(tokens, index)?;
        return matches!(value, 2000..=2099).then_some((value as i16, end));
    }
    if tokens.is(index + 1, Cue::Hundred) && (15..=19).contains(&century) {
        return Some((century as i16 * 100, index + 2));
    }
    let oh = word(tokens, index + 1, "oh");
    let (rest, end) = below_hundred(tokens, index + 1 + usize::from(oh))?;
    let fits = if oh {
        rest < 10
    } else {
        (10..=99).contains(&rest)
    };
    let is_year = fits && (century == 20 || (15..=19).contains(&century));
    is_year.then_some(((century * 100 + rest) as i16, end))
}

/// A rank: "third", "21st", "twenty-first", "second"; the index after.
pub(super) fn ordinal(tokens: &Tokens<'_>, index: usize) -> Option<(u32, usize)> {
    match tokens.term(index) {
        Term::Ordinal(value) => Some((value, index + 1)),
        Term::Unit(Unit::Second) if word(tokens, index, "second") => Some((2, index + 1)),
        Term::Count(tens @ (20 | 30)) => {
            let next = tokens.skip_mark(index + 1, b'-');
            match tokens.term(next) {
                Term::Ordinal(ones @ 1..=9)
                    if !tokens
                        .word(next)
                        .starts_with(|first: char| first.is_ascii_digit()) =>
                {
                    Some((tens + ones, next + 1))
                }
                Term::Unit(Unit::Second) if word(tokens, next, "second") => {
                    Some((tens + 2, next + 1))
                }
                _ => None,
            }
        }
        _ => None,
    }
}
