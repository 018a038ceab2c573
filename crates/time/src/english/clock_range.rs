//! Two times of a day and all between: "5 to 6 p.m.", "from 11 a.m. to 3", "five to seven today".

use super::Rule;
use super::clock::{self, day_behind, hour, meridiem, of_hour};
use super::hit::Hit;
use super::words::{Cue, Term};
use crate::tokens::Tokens;
use crate::{Base, Clock, Meaning};

pub(super) const RULES: &[Rule] = &[Rule {
    name: "clock-range",
    read,
    examples: [
        (
            "from 5 to 6 p.m. he",
            "5 to 6 p.m. = TIME 2011-04-05T17:00/2011-04-05T18:00",
        ),
        (
            "between 4:15 p.m. and 5:30 p.m.",
            "4:15 p.m. and 5:30 p.m. = TIME 2011-04-05T16:15/2011-04-05T17:30",
        ),
    ],
    source: "",
}];

/// "5 to 6 p.m.", "from 11 a.m. to 3", "between 4 and 5 in the afternoon": an hour that does not
/// say which half of the day it is of takes it from the other.
pub(super) fn read(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let opened = matches!(tokens.before(index), Term::Cue(Cue::From | Cue::Between));
    let (first, next) = clock::read(tokens, index)
        .map(|(clock, end)| (Some(clock), end))
        .or_else(|| hour(tokens, index).map(|(_, end)| (None, end)))?;
    let joined = match tokens.term(next) {
        Term::Mark(b'-') | Term::Cue(Cue::To | Cue::Until | Cue::Through) => true,
        Term::Cue(Cue::And) => tokens.before(index) == Term::Cue(Cue::Between),
        _ => false,
    };
    let second = clock::read(tokens, next + 1).filter(|_| joined);
    let (first, second, end) = match (first, second) {
        (Some(first), Some((second, end))) => {
            let is_said = meridiem(tokens, end.saturating_sub(1)).is_some()
                || meridiem(tokens, end.saturating_sub(3)).is_some();
            (
                first,
                if is_said {
                    second
                } else {
                    ahead_of(second, first)
                },
                end,
            )
        }
        (None, Some((second, end))) => (
            half_from(hour(tokens, index)?.0, second, true)?,
            second,
            end,
        ),
        (Some(first), None) if joined => {
            let (hour, end) = hour(tokens, next + 1)?;
            let ends = matches!(tokens.term(end), Term::End | Term::Mark(b'.' | b'!' | b'?'));
            let second = half_from(hour, first, false).filter(|_| opened || ends)?;
            (first, second, end)
        }
        // "five to seven today": the day behind them makes them hours.
        (None, None) if joined => {
            let (second, end) = hour(tokens, next + 1)?;
            let (first, _) = hour(tokens, index)?;
            let is_day = matches!(
                tokens.term(end),
                Term::Cue(Cue::Today | Cue::Tomorrow | Cue::Yesterday)
            );
            (first < second && is_day).then(|| (of_hour(first, 0), of_hour(second, 0), end))?
        }
        _ => return None,
    };
    let (meaning, day_end) =
        day_behind(tokens, end).unwrap_or((Meaning::TimeOfDay(Base::Narrative), end));
    let found = |clock, (from, to)| {
        let hit = Hit {
            clock: Some(clock),
            ..Hit::new(from, to, meaning.clone())
        };
        Box::new(hit.found(tokens))
    };
    let both = Meaning::Between(found(first, (index, next)), found(second, (next + 1, end)));
    Some(Hit::new(index, day_end, both))
}

/// An hour in the half of the day that fits the other end.
fn half_from(hour: u8, other: Clock, is_first: bool) -> Option<Clock> {
    let Clock::At {
        hour: known,
        minute: known_minute,
        ..
    } = other
    else {
        return None;
    };
    let early = hour % 12;
    let candidates = match hour {
        13.. | 0 => [hour, hour],
        _ => [early, early + 12],
    };
    // The one that leaves least between the two, over midnight where need be.
    let minutes = |hour: u8| {
        let (hour, known) = (i32::from(hour) * 60, i32::from(known) * 60);
        let known = known + i32::from(known_minute);
        let between = match is_first {
            true => known - hour,
            false => hour - known,
        };
        (between - 1).rem_euclid(24 * 60)
    };
    let hour = candidates.into_iter().min_by_key(|hour| minutes(*hour))?;
    Some(Clock::At {
        hour,
        minute: 0,
        second: None,
        zulu: false,
    })
}

/// "from 1:30 p.m. to 3:30": the second end in the half of the day that the first is in.
fn ahead_of(second: Clock, first: Clock) -> Clock {
    match (first, second) {
        (
            Clock::At {
                hour: from @ 12..,
                zulu: false,
                ..
            },
            Clock::At {
                hour: hour @ 1..=11,
                minute,
                second,
                zulu: false,
            },
        ) if hour + 12 > from => Clock::At {
            hour: hour + 12,
            minute,
            second,
            zulu: false,
        },
        _ => second,
    }
}
