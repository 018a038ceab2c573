//! The words that times are made of, as one table: each known word has a [`Term`].
//!
//! Lower case only; the scanner folds ASCII letters. The table decides nothing: whether `may`
//! is a month is for the families under `find/`, which see its neighbours.

use serde::{Deserialize, Serialize};

/// A unit that times are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
    /// A calendar day.
    Day,
    /// Seven days, from Monday where it is a calendar week.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A part of a day, as TIMEX3 writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DayPart {
    /// `TMO`
    Morning,
    /// `TAF`
    Afternoon,
    /// `TEV`
    Evening,
    /// `TNI`
    Night,
}

/// What a token can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// 1 to 12; `true` for a short form.
    Month(i8, bool),
    /// 1 (Monday) to 7; `true` for a short form.
    Weekday(i8, bool),
    Unit(Unit),
    /// Digits: their value, and how many.
    Number(u32, u8),
    /// `21st`, `third`.
    Ordinal(u32),
    /// `three`.
    Count(u32),
    /// 21 (spring) to 24 (winter), as EDTF numbers them.
    Season(i8),
    Part(DayPart),
    Cue(Cue),
    /// ASCII punctuation; dashes of every width are `-`, quotes `'`.
    Mark(u8),
    Other,
    /// Past the last token.
    End,
}

/// A word that says how the others belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    A,
    About,
    After,
    Ago,
    Am,
    And,
    At,
    Before,
    Beginning,
    Between,
    By,
    Couple,
    Current,
    Dozen,
    During,
    Each,
    Earlier,
    Early,
    End,
    Every,
    Few,
    Following,
    For,
    From,
    Half,
    Hours,
    In,
    Last,
    Late,
    Later,
    Local,
    Mid,
    Midnight,
    More,
    Next,
    Noon,
    Of,
    On,
    Over,
    Past,
    Pm,
    Previous,
    Quarter,
    Same,
    Several,
    Since,
    St,
    Than,
    That,
    The,
    This,
    Through,
    Time,
    To,
    Today,
    Tomorrow,
    Tonight,
    Until,
    Within,
    Yesterday,
    Zone,
}

/// The longest word of the table, in bytes.
pub(crate) const LONGEST: usize = 13;

/// Looks a folded word up.
pub(crate) fn term(word: &[u8]) -> Term {
    calendar(word)
        .or_else(|| count(word))
        .or_else(|| cue(word).map(Term::Cue))
        .unwrap_or(Term::Other)
}

fn calendar(word: &[u8]) -> Option<Term> {
    Some(match word {
        b"january" => Term::Month(1, false),
        b"february" => Term::Month(2, false),
        b"march" => Term::Month(3, false),
        b"april" => Term::Month(4, false),
        b"may" => Term::Month(5, false),
        b"june" => Term::Month(6, false),
        b"july" => Term::Month(7, false),
        b"august" => Term::Month(8, false),
        b"september" => Term::Month(9, false),
        b"october" => Term::Month(10, false),
        b"november" => Term::Month(11, false),
        b"december" => Term::Month(12, false),
        b"jan" => Term::Month(1, true),
        b"feb" => Term::Month(2, true),
        b"mar" => Term::Month(3, true),
        b"apr" => Term::Month(4, true),
        b"jun" => Term::Month(6, true),
        b"jul" => Term::Month(7, true),
        b"aug" => Term::Month(8, true),
        b"sep" | b"sept" => Term::Month(9, true),
        b"oct" => Term::Month(10, true),
        b"nov" => Term::Month(11, true),
        b"dec" => Term::Month(12, true),
        b"monday" => Term::Weekday(1, false),
        b"tuesday" => Term::Weekday(2, false),
        b"wednesday" => Term::Weekday(3, false),
        b"thursday" => Term::Weekday(4, false),
        b"friday" => Term::Weekday(5, false),
        b"saturday" => Term::Weekday(6, false),
        b"sunday" => Term::Weekday(7, false),
        b"mon" => Term::Weekday(1, true),
        b"tue" | b"tues" => Term::Weekday(2, true),
        b"wed" => Term::Weekday(3, true),
        b"thu" | b"thur" | b"thurs" => Term::Weekday(4, true),
        b"fri" => Term::Weekday(5, true),
        b"sat" => Term::Weekday(6, true),
        b"sun" => Term::Weekday(7, true),
        b"spring" => Term::Season(21),
        b"summer" => Term::Season(22),
        b"autumn" | b"fall" => Term::Season(23),
        b"winter" => Term::Season(24),
        b"morning" | b"mornings" => Term::Part(DayPart::Morning),
        b"afternoon" | b"afternoons" => Term::Part(DayPart::Afternoon),
        b"evening" | b"evenings" => Term::Part(DayPart::Evening),
        b"night" | b"nights" => Term::Part(DayPart::Night),
        b"minute" | b"minutes" => Term::Unit(Unit::Minute),
        b"hour" => Term::Unit(Unit::Hour),
        b"day" | b"days" => Term::Unit(Unit::Day),
        b"week" | b"weeks" => Term::Unit(Unit::Week),
        b"month" | b"months" => Term::Unit(Unit::Month),
        b"year" | b"years" => Term::Unit(Unit::Year),
        b"decade" | b"decades" => Term::Unit(Unit::Decade),
        b"century" | b"centuries" => Term::Unit(Unit::Century),
        _ => return None,
    })
}

fn count(word: &[u8]) -> Option<Term> {
    const COUNTS: [&[u8]; 21] = [
        b"zero",
        b"one",
        b"two",
        b"three",
        b"four",
        b"five",
        b"six",
        b"seven",
        b"eight",
        b"nine",
        b"ten",
        b"eleven",
        b"twelve",
        b"thirteen",
        b"fourteen",
        b"fifteen",
        b"sixteen",
        b"seventeen",
        b"eighteen",
        b"nineteen",
        b"twenty",
    ];
    const TENS: [&[u8]; 7] = [
        b"thirty", b"forty", b"fifty", b"sixty", b"seventy", b"eighty", b"ninety",
    ];
    // "second" is left out: it is a unit and a rank far more often than a day.
    const ORDINALS: [(&[u8], u32); 12] = [
        (b"first", 1),
        (b"third", 3),
        (b"fourth", 4),
        (b"fifth", 5),
        (b"sixth", 6),
        (b"seventh", 7),
        (b"eighth", 8),
        (b"ninth", 9),
        (b"tenth", 10),
        (b"eleventh", 11),
        (b"twelfth", 12),
        (b"fifteenth", 15),
    ];
    if !matches!(
        word.first(),
        Some(b'e' | b'f' | b'n' | b'o' | b's' | b't' | b'z')
    ) {
        return None;
    }
    let place = |list: &[&[u8]]| list.iter().position(|entry| *entry == word);
    if let Some(value) = place(&COUNTS) {
        return Some(Term::Count(value as u32));
    }
    if let Some(value) = place(&TENS) {
        return Some(Term::Count(value as u32 * 10 + 30));
    }
    let ordinal = ORDINALS.iter().find(|(entry, _)| *entry == word)?;
    Some(Term::Ordinal(ordinal.1))
}

fn cue(word: &[u8]) -> Option<Cue> {
    Some(match word {
        b"a" | b"an" => Cue::A,
        b"about" | b"around" | b"some" | b"approximately" | b"roughly" | b"nearly" | b"almost"
        | b"circa" => Cue::About,
        b"after" => Cue::After,
        b"ago" => Cue::Ago,
        b"am" => Cue::Am,
        b"and" => Cue::And,
        b"at" => Cue::At,
        b"before" => Cue::Before,
        b"beginning" | b"start" => Cue::Beginning,
        b"between" => Cue::Between,
        b"by" => Cue::By,
        b"couple" => Cue::Couple,
        b"current" => Cue::Current,
        b"dozen" => Cue::Dozen,
        b"during" | b"throughout" => Cue::During,
        b"each" => Cue::Each,
        b"earlier" => Cue::Earlier,
        b"early" => Cue::Early,
        b"end" => Cue::End,
        b"every" => Cue::Every,
        b"few" => Cue::Few,
        b"following" => Cue::Following,
        b"for" => Cue::For,
        b"from" => Cue::From,
        b"half" => Cue::Half,
        b"hours" | b"hrs" => Cue::Hours,
        b"in" => Cue::In,
        b"last" => Cue::Last,
        b"late" => Cue::Late,
        b"later" => Cue::Later,
        b"local" => Cue::Local,
        b"mid" | b"middle" => Cue::Mid,
        b"midnight" => Cue::Midnight,
        b"more" => Cue::More,
        b"next" => Cue::Next,
        b"noon" | b"midday" => Cue::Noon,
        b"of" => Cue::Of,
        b"on" => Cue::On,
        b"over" => Cue::Over,
        b"past" => Cue::Past,
        b"pm" => Cue::Pm,
        b"previous" | b"preceding" => Cue::Previous,
        b"quarter" => Cue::Quarter,
        b"same" => Cue::Same,
        b"several" => Cue::Several,
        b"since" => Cue::Since,
        b"st" | b"nd" | b"rd" | b"th" => Cue::St,
        b"than" => Cue::Than,
        b"that" => Cue::That,
        b"the" => Cue::The,
        b"this" => Cue::This,
        b"through" => Cue::Through,
        b"time" => Cue::Time,
        b"to" => Cue::To,
        b"today" => Cue::Today,
        b"tomorrow" => Cue::Tomorrow,
        b"tonight" => Cue::Tonight,
        b"until" | b"till" => Cue::Until,
        b"within" => Cue::Within,
        b"yesterday" => Cue::Yesterday,
        b"gmt" | b"utc" => Cue::Zone,
        _ => return None,
    })
}
