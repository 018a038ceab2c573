//! The English words that times are made of, as one table: each known word has a [`Term`].
//!
//! Lower case only; the scanner folds ASCII letters. The table decides nothing: whether `may`
//! is a month is for the rules, which see its neighbours.

use crate::{DayPart, Unit};

/// What a token can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// 1 to 12; `true` for a short form.
    Month(i8, bool),
    /// 1 (Monday) to 7; `true` for a short form.
    Weekday(i8, bool),
    /// `Fridays`
    Weekdays(i8),
    Unit(Unit),
    /// Digits: their value, and how many.
    Number(u32, u8),
    /// Digits of which some were read as letters (`O7`, `l5l355`): their value, and how many. No
    /// number anywhere but in a date.
    Blurred(u32, u8),
    /// `21st`, `third`.
    Ordinal(u32),
    /// `three`.
    Count(u32),
    /// 21 (spring) to 24 (winter), as EDTF numbers them.
    Season(i8),
    Part(DayPart),
    /// The first word of a named day.
    Holiday,
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
    Already,
    Am,
    And,
    As,
    At,
    Before,
    Beginning,
    Between,
    By,
    Coming,
    Consecutive,
    Couple,
    Current,
    Dozen,
    During,
    Each,
    Earlier,
    Early,
    End,
    Ended,
    Every,
    Few,
    Fiscal,
    Following,
    For,
    Former,
    From,
    Full,
    Future,
    Half,
    Hundred,
    In,
    Last,
    Late,
    Later,
    Latest,
    Least,
    Less,
    Local,
    Mid,
    Midnight,
    More,
    Most,
    Nearly,
    Next,
    Nineties,
    No,
    Noon,
    Now,
    Oclock,
    Of,
    On,
    Once,
    Or,
    Over,
    Past,
    Period,
    Pm,
    Presently,
    Previous,
    Q,
    Quarter,
    Recent,
    Recently,
    Rest,
    Same,
    Several,
    Since,
    So,
    Soon,
    St,
    Than,
    That,
    The,
    Then,
    These,
    This,
    Thousand,
    Through,
    Time,
    To,
    Today,
    Tomorrow,
    Tonight,
    Until,
    UpTo,
    Upcoming,
    Weekly,
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
        .or_else(|| holiday(word))
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
        b"mondays" => Term::Weekdays(1),
        b"tuesdays" => Term::Weekdays(2),
        b"wednesdays" => Term::Weekdays(3),
        b"thursdays" => Term::Weekdays(4),
        b"fridays" => Term::Weekdays(5),
        b"saturdays" => Term::Weekdays(6),
        b"sundays" => Term::Weekdays(7),
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
        b"spring" | b"springtime" => Term::Season(21),
        b"summer" | b"summertime" => Term::Season(22),
        b"autumn" | b"fall" => Term::Season(23),
        b"winter" | b"wintertime" => Term::Season(24),
        b"morning" | b"mornings" => Term::Part(DayPart::Morning),
        b"afternoon" | b"afternoons" => Term::Part(DayPart::Afternoon),
        b"evening" | b"evenings" => Term::Part(DayPart::Evening),
        b"lunchtime" | b"lunchtimes" => Term::Part(DayPart::Midday),
        b"night" | b"nights" => Term::Part(DayPart::Night),
        b"second" | b"seconds" | b"sec" | b"secs" => Term::Unit(Unit::Second),
        b"weekend" | b"weekends" => Term::Unit(Unit::Weekend),
        b"minute" | b"minutes" | b"min" | b"mins" => Term::Unit(Unit::Minute),
        b"hour" | b"hours" | b"hrs" | b"hr" => Term::Unit(Unit::Hour),
        b"day" | b"days" => Term::Unit(Unit::Day),
        b"week" | b"weeks" | b"wk" | b"wks" => Term::Unit(Unit::Week),
        b"month" | b"months" => Term::Unit(Unit::Month),
        b"year" | b"years" | b"yr" | b"yrs" => Term::Unit(Unit::Year),
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
    // "second" is a unit; the rules for ranks look at it.
    const ORDINALS: [(&[u8], u32); 20] = [
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
        (b"thirteenth", 13),
        (b"fourteenth", 14),
        (b"fifteenth", 15),
        (b"sixteenth", 16),
        (b"seventeenth", 17),
        (b"eighteenth", 18),
        (b"nineteenth", 19),
        (b"twentieth", 20),
        (b"thirtieth", 30),
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
    place(word)
        .or_else(|| measure(word))
        .or_else(|| pointer(word))
}

/// Words that put a time in its place among others.
fn place(word: &[u8]) -> Option<Cue> {
    Some(match word {
        b"after" => Cue::After,
        b"and" | b"&" => Cue::And,
        b"at" => Cue::At,
        b"before" => Cue::Before,
        b"between" => Cue::Between,
        b"by" => Cue::By,
        b"during" | b"throughout" => Cue::During,
        b"for" => Cue::For,
        b"from" => Cue::From,
        b"in" => Cue::In,
        b"of" => Cue::Of,
        b"on" => Cue::On,
        b"or" => Cue::Or,
        b"since" => Cue::Since,
        b"through" | b"thru" => Cue::Through,
        b"to" => Cue::To,
        b"until" | b"till" | b"til" => Cue::Until,
        b"within" => Cue::Within,
        b"local" => Cue::Local,
        b"time" => Cue::Time,
        b"gmt" | b"utc" => Cue::Zone,
        b"am" => Cue::Am,
        b"pm" => Cue::Pm,
        b"noon" | b"midday" => Cue::Noon,
        b"midnight" => Cue::Midnight,
        b"o" => Cue::Oclock,
        b"st" | b"nd" | b"rd" | b"th" => Cue::St,
        _ => return None,
    })
}

/// Words that say how much or how nearly.
fn measure(word: &[u8]) -> Option<Cue> {
    Some(match word {
        b"a" | b"an" => Cue::A,
        b"about" | b"around" | b"some" | b"approximately" | b"roughly" | b"circa" => Cue::About,
        b"nearly" | b"almost" => Cue::Nearly,
        b"couple" => Cue::Couple,
        b"dozen" => Cue::Dozen,
        b"few" => Cue::Few,
        b"full" | b"entire" | b"whole" | b"all" | b"another" => Cue::Full,
        b"half" => Cue::Half,
        b"hundred" => Cue::Hundred,
        b"thousand" => Cue::Thousand,
        b"several" | b"many" => Cue::Several,
        b"more" => Cue::More,
        b"most" => Cue::Most,
        b"less" | b"fewer" => Cue::Less,
        b"least" => Cue::Least,
        b"no" => Cue::No,
        b"over" => Cue::Over,
        b"than" => Cue::Than,
        b"up" => Cue::UpTo,
        b"so" => Cue::So,
        b"consecutive" | b"straight" | b"successive" => Cue::Consecutive,
        b"each" => Cue::Each,
        b"every" => Cue::Every,
        b"daily" | b"weekly" | b"monthly" | b"yearly" | b"annually" | b"nightly" | b"hourly"
        | b"biweekly" | b"quarterly" | b"annual" | b"fortnightly" => Cue::Weekly,
        b"once" | b"twice" => Cue::Once,
        b"quarter" | b"quarters" => Cue::Quarter,
        b"twenties" | b"thirties" | b"forties" | b"fifties" | b"sixties" | b"seventies"
        | b"eighties" | b"nineties" => Cue::Nineties,
        b"period" => Cue::Period,
        b"q" | b"h" => Cue::Q,
        b"fiscal" | b"fy" => Cue::Fiscal,
        _ => return None,
    })
}

/// Words that point at a time from another.
fn pointer(word: &[u8]) -> Option<Cue> {
    Some(match word {
        b"ago" => Cue::Ago,
        b"already" => Cue::Already,
        b"as" => Cue::As,
        b"beginning" | b"start" => Cue::Beginning,
        b"coming" => Cue::Coming,
        b"current" => Cue::Current,
        b"currently" | b"nowadays" | b"presently" => Cue::Presently,
        b"earlier" => Cue::Earlier,
        b"early" => Cue::Early,
        b"end" => Cue::End,
        b"ended" | b"ending" => Cue::Ended,
        b"following" => Cue::Following,
        b"former" | b"formerly" => Cue::Former,
        b"future" => Cue::Future,
        b"last" => Cue::Last,
        b"late" => Cue::Late,
        b"later" => Cue::Later,
        b"latest" => Cue::Latest,
        b"mid" | b"middle" => Cue::Mid,
        b"next" => Cue::Next,
        b"now" => Cue::Now,
        b"past" => Cue::Past,
        b"previous" | b"preceding" => Cue::Previous,
        b"recent" => Cue::Recent,
        b"recently" | b"lately" => Cue::Recently,
        b"rest" | b"remainder" | b"balance" => Cue::Rest,
        b"same" => Cue::Same,
        b"soon" | b"shortly" => Cue::Soon,
        b"that" => Cue::That,
        b"the" => Cue::The,
        b"then" => Cue::Then,
        b"these" => Cue::These,
        b"this" => Cue::This,
        b"today" => Cue::Today,
        b"tomorrow" | b"tmrw" => Cue::Tomorrow,
        b"tonight" => Cue::Tonight,
        b"upcoming" | b"forthcoming" => Cue::Upcoming,
        b"yesterday" => Cue::Yesterday,
        _ => return None,
    })
}

fn holiday(word: &[u8]) -> Option<Term> {
    super::holiday::FIRST_WORDS
        .contains(&word)
        .then_some(Term::Holiday)
}
