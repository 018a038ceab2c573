//! What we read in a case, written as the specs write it.
//!
//! They give both the last and the next day where a sentence does not say which; we decide by
//! tense. So each reading is resolved twice, as past and as to come, and once without a date for
//! its symbolic value.

use super::case::{Case, Expected};
use depeche_text::Span;
use depeche_time::{
    Amount, Anchors, Base, CalendarDate, Clock, Day, DayPart, FoundTime, Fraction, Length, Meaning,
    Reference, Tense, Third, TimeExpression, Unit, Which, find, resolve,
};

pub(super) fn answers(case: &Case, merged: bool) -> Vec<Expected> {
    let found = find(&case.input, Span::new(0, case.input.len()));
    found
        .iter()
        .filter_map(|found| {
            Answer {
                case,
                merged,
                found,
            }
            .expected()
        })
        .collect()
}

/// A reading in the making.
struct Answer<'a> {
    case: &'a Case,
    merged: bool,
    found: &'a FoundTime,
}

/// What an answer says: its TIMEX, and its values.
type Said = (String, Vec<Vec<String>>);

impl Answer<'_> {
    fn expected(&self) -> Option<Expected> {
        let (kind, (timex, values)) = self.said()?;
        let start = self.start(kind);
        let input = &self.case.input;
        let text = &input[start..self.found.span.end as usize];
        Some(Expected {
            start: input[..start].chars().count(),
            text: text.to_owned(),
            kind: kind.to_owned(),
            timex,
            values,
        })
    }

    /// Their spans take in the words that open a range or bound a time.
    fn start(&self, kind: &str) -> usize {
        let start = self.found.span.start as usize;
        let before = &self.case.input[..start];
        let is_range = matches!(
            self.found.meaning,
            Meaning::Range(..) | Meaning::Between(..)
        );
        let mut words: &[&str] = &[];
        if is_range {
            words = &["from ", "between "];
        } else if matches!(
            self.found.meaning,
            Meaning::Offset { .. } | Meaning::Stretch { .. }
        ) {
            words = &["in ", "within "];
        } else if self.merged && kind != "set" && kind != "duration" {
            words = &["before ", "after ", "since ", "until ", "by "];
        } else if matches!(self.found.clock, Some(Clock::Part(_)))
            && self.found.rule == "part-of-some-day"
            && self.found.third != Some(Third::Mid)
            || self.found.rule == "parts-of-days" && kind == "timerange"
            || self.found.rule == "part-of-some-day"
                && matches!(self.found.clock, Some(Clock::At { .. }))
        {
            words = &["in the ", "in ", "at "];
        } else if kind == "set" && matches!(self.found.rule, "weekdays" | "parts-of-days")
            || matches!(self.found.meaning, Meaning::WeekdayOfWeek(..))
        {
            words = &["on "];
        }
        let folded = before.to_ascii_lowercase();
        let word = words.iter().find(|word| folded.ends_with(*word));
        start - word.map_or(0, |word| word.len())
    }

    fn resolved(&self, tense: Option<Tense>) -> TimeExpression {
        let found = FoundTime {
            tense,
            ..self.found.clone()
        };
        // The day it is said is all the narrative that there is.
        let mut anchors = Anchors::new(self.case.told);
        anchors.narrative.clone_from(&anchors.document_date);
        resolve(&found, &anchors)
    }

    fn symbolic(&self) -> TimeExpression {
        resolve(self.found, &Anchors::default())
    }

    fn said(&self) -> Option<(&'static str, Said)> {
        match &self.found.meaning {
            Meaning::Vague(Reference::Present) => {
                let now = self
                    .case
                    .told
                    .map(|told| vec![self.instant(told, self.case.clock_s)]);
                Some((
                    "datetime",
                    ("PRESENT_REF".to_owned(), now.into_iter().collect()),
                ))
            }
            Meaning::Vague(_) => None,
            Meaning::Duration(length) => {
                let seconds = seconds(length).map(|seconds| vec![seconds.to_string()]);
                Some((
                    "duration",
                    (length_timex(length), seconds.into_iter().collect()),
                ))
            }
            Meaning::Set(value) => self.set(value),
            Meaning::TimeOfDay(_) => self.time(),
            Meaning::Between(first, second) => self.between(first, second),
            Meaning::Within {
                unit: Unit::Day,
                back: false,
                ..
            } => Some(("datetimerange", self.rest_of_day())),
            Meaning::Within { back: false, .. } if self.found.rule == "rest-of-period" => {
                Some(("daterange", self.rest_of_period()))
            }
            Meaning::Stretch { length, back } if length.unit() < Unit::Day => {
                Some(("datetimerange", self.stretch_of_hours(length, *back)))
            }
            Meaning::Offset { length, back, base } if length.unit() < Unit::Day => {
                self.hours(length, *back, *base)
            }
            _ => match self.found.clock {
                Some(Clock::At { .. }) => Some(("datetime", self.dated())),
                Some(Clock::Part(part)) => Some(("datetimerange", self.part_of_day(part))),
                None if self.is_day() && self.found.third == Some(Third::Late) => {
                    Some(("datetime", self.day_end()))
                }
                None if self.is_day() => Some(("date", self.dated())),
                None => Some(("daterange", self.period())),
            },
        }
    }

    /// Parts of days that come again are ranges there.
    fn set(&self, value: &str) -> Option<(&'static str, Said)> {
        let value = value.trim_start_matches("XXXX-XX-XX");
        let parts = [
            ("TMO", DayPart::Morning),
            ("TAF", DayPart::Afternoon),
            ("TEV", DayPart::Evening),
            ("TNI", DayPart::Night),
        ];
        let part = parts.into_iter().find(|(name, _)| *name == value);
        let Some((_, part)) = part.filter(|_| self.found.rule == "parts-of-days") else {
            let values = vec![vec![format!("Set: {value}")]];
            return Some(("set", (value.to_owned(), values)));
        };
        let words = self.found.span.slice(&self.case.input);
        let third = match words {
            words if words.contains("early") => Some(Third::Early),
            words if words.contains("late") => Some(Third::Late),
            _ => None,
        };
        let (from, to) = part_hours(part, third);
        let values = vec![vec![clock_words(from), clock_words(to)]];
        Some(("timerange", (value.to_owned(), values)))
    }

    fn is_day(&self) -> bool {
        match &self.found.meaning {
            Meaning::Calendar(date) | Meaning::Ambiguous(date) => date.day.is_some(),
            Meaning::Offset { .. } => true,
            Meaning::Weekday(..)
            | Meaning::WeekdayOfWeek(..)
            | Meaning::WeekdaysAhead(..)
            | Meaning::DayOfMonth(..)
            | Meaning::WeekdayOfMonth(..)
            | Meaning::Holiday(..) => true,
            _ => false,
        }
    }

    /// Whether the words leave open which one of many is meant.
    fn is_open(&self) -> bool {
        match &self.found.meaning {
            Meaning::Calendar(CalendarDate {
                year: None,
                month: None,
                weekday: Some(_),
                ..
            }) => false,
            Meaning::Calendar(CalendarDate { year: None, .. }) => true,
            Meaning::Range(CalendarDate { year, .. }, _) => year.is_none(),
            Meaning::Weekday(_, which) | Meaning::Holiday(_, None, which) => *which == Which::Near,
            Meaning::Holiday(_, Some(_), _) => false,
            Meaning::WeekdayOfMonth(_, _, date) => date.year.is_none() && date.month.is_some(),
            Meaning::WeekOf(date) | Meaning::WeekOfMonth(_, date) => {
                date.year.is_none() && date.month.is_some()
            }
            _ => false,
        }
    }

    /// The last and the next, or the one; a count of months is theirs to the day.
    fn days(&self) -> Vec<Day> {
        if let (Meaning::Offset { length, back, .. }, Some(told)) =
            (&self.found.meaning, self.case.told)
            && length.is_counted()
        {
            let sign = if *back { -1 } else { 1 };
            let (months, days) = length.months_and_days();
            return vec![told.plus_months(sign * months).plus_days(sign * days)];
        }
        let day = |tense| {
            let time = self.resolved(tense);
            time.edtf
                .as_deref()
                .and_then(|edtf| Day::parse(edtf.get(..10)?))
                .or(time.earliest)
        };
        let (past, future) = match self.is_open() {
            true => (day(Some(Tense::Past)), day(Some(Tense::Future))),
            false => (day(self.found.tense), day(self.found.tense)),
        };
        let (Some(past), Some(future)) = (past, future) else {
            return Vec::new();
        };
        if !self.is_open() {
            return vec![past];
        }
        let mut days = self.last_and_next(past, future);
        days.dedup();
        days
    }

    /// The last day up to the telling and the next one from it on, by what is left open: the
    /// year, or the month.
    fn last_and_next(&self, past: Day, future: Day) -> Vec<Day> {
        let Some(told) = self.case.told else {
            return vec![past];
        };
        let months = match &self.found.meaning {
            Meaning::Calendar(CalendarDate { month: None, .. }) => 1,
            Meaning::Weekday(..) => return self.weekdays(past, future),
            _ => 12,
        };
        let past = if past >= told {
            past.plus_months(-months)
        } else {
            past
        };
        let next = if future < told {
            future.plus_months(months)
        } else {
            future
        };
        vec![past, next]
    }

    fn weekdays(&self, past: Day, future: Day) -> Vec<Day> {
        let past = if past == future {
            past.plus_days(-7)
        } else {
            past
        };
        vec![past, future]
    }

    fn dated(&self) -> Said {
        let days = self.days();
        let timex = match (self.is_open(), days.first()) {
            (false, Some(day)) => day.to_string() + &self.clock_timex(),
            _ => self.symbolic_timex(),
        };
        let value = |day: &Day| match self.found.clock {
            Some(Clock::At {
                hour,
                minute,
                second,
                ..
            }) => {
                let second = i64::from(second.unwrap_or(0));
                vec![self.instant(
                    *day,
                    i64::from(hour) * 3600 + i64::from(minute) * 60 + second,
                )]
            }
            _ => vec![day.to_string()],
        };
        (timex, days.iter().map(value).collect())
    }

    /// The last second of a day.
    fn day_end(&self) -> Said {
        let days = self.days();
        let timex = match (self.is_open(), days.first()) {
            (false, Some(day)) => format!("{day}T23:59:59"),
            _ => format!("{}T23:59:59", self.symbolic().value),
        };
        let value = |day: &Day| vec![format!("{day} 23:59:59")];
        (timex, days.iter().map(value).collect())
    }

    /// From when it is said to the last second of the day.
    fn rest_of_day(&self) -> Said {
        let Some(told) = self.case.told else {
            return (String::new(), Vec::new());
        };
        let (from, last) = (self.instant(told, self.case.clock_s), 86_399);
        let to = self.instant(told, last);
        let (start, end) = (from.replace(' ', "T"), to.replace(' ', "T"));
        let timex = format!("({start},{end},PT{}S)", last - self.case.clock_s);
        (timex, vec![vec![from, to]])
    }

    /// From the day that it is said to the last of the period.
    fn rest_of_period(&self) -> Said {
        let time = self.resolved(None);
        let (Some(from), Some(to)) = (time.earliest, time.latest) else {
            return (String::new(), Vec::new());
        };
        let timex = format!("({from},{to},P{}D)", to.days_since(from));
        (timex, vec![vec![from.to_string(), to.to_string()]])
    }

    fn symbolic_timex(&self) -> String {
        let value = self.symbolic().value;
        match value.split_once('T') {
            Some((date, _)) => format!("{date}{}", self.clock_timex()),
            None => value,
        }
    }

    /// `T07`, `T07:30`
    fn clock_timex(&self) -> String {
        let words = self.found.span.slice(&self.case.input);
        match self.found.clock {
            Some(Clock::At {
                hour,
                minute: 0,
                second: None,
                ..
            }) if !words.contains(':') => {
                format!("T{hour:02}")
            }
            Some(Clock::At {
                hour,
                minute,
                second,
                ..
            }) => {
                let second = second.map_or(String::new(), |second| format!(":{second:02}"));
                format!("T{hour:02}:{minute:02}{second}")
            }
            Some(Clock::Part(part)) => part_name(part).to_owned(),
            None => String::new(),
        }
    }

    fn time(&self) -> Option<(&'static str, Said)> {
        match self.found.clock? {
            Clock::At {
                hour,
                minute,
                second,
                ..
            } => {
                let value = format!("{hour:02}:{minute:02}:{:02}", second.unwrap_or(0));
                Some(("time", (self.clock_timex(), vec![vec![value]])))
            }
            Clock::Part(part) if self.found.third == Some(Third::Mid) => {
                let hour = match part {
                    DayPart::Morning => 10,
                    DayPart::Afternoon => 14,
                    _ => return None,
                };
                Some(("time", (format!("T{hour}"), vec![vec![clock_words(hour)]])))
            }
            Clock::Part(part) => {
                let (from, to) = part_hours(part, self.found.third);
                let clock = |hour: i64| clock_words(hour);
                Some((
                    "timerange",
                    (
                        part_name(part).to_owned(),
                        vec![vec![clock(from), clock(to)]],
                    ),
                ))
            }
        }
    }

    fn part_of_day(&self, part: DayPart) -> Said {
        let days = self.days();
        let (from, to) = part_hours(part, self.found.third);
        let timex = match (self.is_open(), days.first()) {
            (false, Some(day)) => day.to_string() + part_name(part),
            _ => self.symbolic_timex(),
        };
        let value = |day: &Day| {
            vec![
                format!("{day} {}", clock_words(from)),
                format!("{day} {}", clock_words(to)),
            ]
        };
        (timex, days.iter().map(value).collect())
    }

    fn hours(&self, length: &Length, back: bool, base: Base) -> Option<(&'static str, Said)> {
        if base != Base::Telling {
            return None;
        }
        let Some(told) = self.case.told else {
            return Some(("datetime", (String::new(), Vec::new())));
        };
        let sign = if back { -1 } else { 1 };
        let at = self.instant(told, self.case.clock_s + sign * length.seconds());
        Some(("datetime", (at.replace(' ', "T"), vec![vec![at]])))
    }

    fn stretch_of_hours(&self, length: &Length, back: bool) -> Said {
        let Some(told) = self.case.told.filter(|_| length.is_counted()) else {
            return (String::new(), Vec::new());
        };
        let sign = if back { -1 } else { 1 };
        let other = self.instant(told, self.case.clock_s + sign * length.seconds());
        let now = self.instant(told, self.case.clock_s);
        let (from, to) = if back { (other, now) } else { (now, other) };
        let timex = format!(
            "({},{},{})",
            from.replace(' ', "T"),
            to.replace(' ', "T"),
            length.value()
        );
        (timex, vec![vec![from, to]])
    }

    /// A day and a second of it, carried into other days where it lies outside.
    fn instant(&self, day: Day, second: i64) -> String {
        let day = day.plus_days(second.div_euclid(86_400));
        format!("{day} {}", clock_words_s(second.rem_euclid(86_400)))
    }

    fn period(&self) -> Said {
        let ends = |time: &TimeExpression| {
            // Theirs that lie ahead begin tomorrow.
            let ahead = i64::from(matches!(
                self.found.meaning,
                Meaning::Stretch { back: false, .. }
            ));
            let from = time.earliest?.plus_days(ahead);
            let to = time.latest?.plus_days(ahead);
            let told = matches!(
                self.found.meaning,
                Meaning::Stretch { .. } | Meaning::Range(CalendarDate { day: Some(_), .. }, _)
            );
            let to = if told { to } else { to.plus_days(1) };
            Some(vec![from.to_string(), to.to_string()])
        };
        let open = self.is_open();
        let tense = |tense| Some(tense).filter(|_| open).or(self.found.tense);
        let past = self.resolved(tense(Tense::Past));
        let future = self.resolved(tense(Tense::Future));
        let mut values: Vec<Vec<String>> = ends(&past).into_iter().chain(ends(&future)).collect();
        values.dedup();
        if !open {
            values.truncate(1);
        } else if let (Some(told), [ends]) = (self.case.told, values.as_slice()) {
            // One year fits both tenses for us; they give its neighbour too.
            let moved = |months: i64| -> Vec<String> {
                let days = ends.iter().filter_map(|day| Day::parse(day));
                days.map(|day| day.plus_months(months).to_string())
                    .collect()
            };
            if ends[0] >= told.to_string() {
                values.insert(0, moved(-12));
            } else {
                values.push(moved(12));
            }
        }
        let timex = match (&self.found.meaning, values.first()) {
            (Meaning::Stretch { length, .. }, Some(ends)) => {
                format!("({},{},{})", ends[0], ends[1], length.value())
            }
            (Meaning::Range(first, _), Some(ends)) => range_timex(ends, *first),
            (Meaning::Calendar(date), Some(ends))
                if date.month.is_some_and(|month| month >= 33) =>
            {
                let months = if date.month >= Some(40) { 6 } else { 3 };
                let year = |day: &str| match open {
                    true => day.replacen(&day[..4], "XXXX", 1),
                    false => day.to_owned(),
                };
                format!("({},{},P{months}M)", year(&ends[0]), year(&ends[1]))
            }
            _ if open && self.is_season() => self.symbolic().value.replace("XXXX-", ""),
            (Meaning::WeekOf(date), _) if open => {
                let (month, day) = (date.month.unwrap_or(1), date.day.unwrap_or(1));
                format!("XXXX-{month:02}-{day:02}")
            }
            (Meaning::WeekOfMonth(rank, date), _) if open => {
                format!("XXXX-{:02}-W{rank:02}", date.month.unwrap_or(1))
            }
            _ if open => self.symbolic().value,
            _ => past.value,
        };
        if self.is_season() {
            // Theirs have no days.
            return (timex, vec![Vec::new()]);
        }
        (timex, values)
    }

    fn is_season(&self) -> bool {
        let month = match &self.found.meaning {
            Meaning::Calendar(date) => date.month,
            Meaning::Month(month, _) => Some(*month),
            _ => None,
        };
        month.is_some_and(|month| (21..=24).contains(&month))
    }

    fn between(&self, first: &FoundTime, second: &FoundTime) -> Option<(&'static str, Said)> {
        let part = |found| Answer {
            case: self.case,
            merged: false,
            found,
        };
        let (first, second) = (part(first), part(second));
        let (one, other) = (first.said()?, second.said()?);
        let kind = match one.0 {
            "time" => "timerange",
            "datetime" => "datetimerange",
            _ => "daterange",
        };
        let ends = one.1.1.first().zip(other.1.1.first());
        let length = ends.and_then(|(from, to)| between_length(from.first()?, to.last()?));
        let length = length.unwrap_or_default();
        let timex = format!("({},{},{length})", one.1.0, other.1.0);
        let values = one.1.1.iter().zip(&other.1.1);
        let values = values
            .filter_map(|(from, to)| Some(vec![from.first()?.clone(), to.first()?.clone()]))
            .collect();
        Some((kind, (timex, values)))
    }
}

fn range_timex(ends: &[String], first: CalendarDate) -> String {
    let (Some(from), Some(to)) = (Day::parse(&ends[0]), Day::parse(&ends[1])) else {
        return String::new();
    };
    let masked = |day: Day| match first.year {
        Some(_) => day.to_string(),
        None => format!("XXXX-{:02}-{:02}", day.month, day.day),
    };
    format!(
        "({},{},P{}D)",
        masked(from),
        masked(to),
        to.days_since(from)
    )
}

fn between_length(from: &str, to: &str) -> Option<String> {
    let day = |text: &str| Day::parse(text.get(..10)?);
    let minutes = |text: &str| {
        let clock = text.rsplit(' ').next()?;
        let mut parts = clock.split(':').filter_map(|part| part.parse::<i64>().ok());
        Some(parts.next()? * 60 + parts.next()?)
    };
    let days = match (day(from), day(to)) {
        (Some(from), Some(to)) => Some(to.days_since(from)),
        _ => None,
    };
    let length = match (days, minutes(to), minutes(from)) {
        (Some(days), None, _) => return Some(format!("P{days}D")),
        (Some(days), Some(to), Some(from)) => days * 24 * 60 + to - from,
        (None, Some(to), Some(from)) => (to - from).rem_euclid(24 * 60),
        _ => return None,
    };
    Some(match (length / 60, length % 60) {
        (hours, 0) => format!("PT{hours}H"),
        (0, minutes) => format!("PT{minutes}M"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    })
}

/// Halves are decimals there: `PT0.5H`.
fn length_timex(length: &Length) -> String {
    match length.parts.as_slice() {
        [(amount, unit)] if amount.fraction == Fraction::Half => {
            let whole = Length::of(Amount::whole(1), *unit).value();
            let count = amount.count.unwrap_or(0);
            whole.replacen('1', &format!("{count}.5"), 1)
        }
        _ => length.value(),
    }
}

fn seconds(length: &Length) -> Option<i64> {
    if let [(amount, Unit::Year)] = length.parts.as_slice() {
        let tenths = match amount.fraction {
            Fraction::None => 0,
            Fraction::Half => 5,
            Fraction::Tenths(tenths) => i64::from(tenths),
        };
        let count = amount.count.map(i64::from)?;
        return Some((count * 10 + tenths) * 365 * 8_640);
    }
    let (months, days) = length.months_and_days();
    // Theirs: a year of 365 days, a month of 30.
    let days = days + months / 12 * 365 + months % 12 * 30;
    length
        .is_counted()
        .then(|| days * 86_400 + length.seconds())
}

fn part_name(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "TMO",
        DayPart::Midday => "TMI",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
        DayPart::Daytime => "TDT",
    }
}

/// First and last hour of a part of the day, as the specs have them; early and late are halves.
fn part_hours(part: DayPart, third: Option<Third>) -> (i64, i64) {
    let (from, to) = match part {
        DayPart::Morning => (8, 12),
        DayPart::Midday => (11, 13),
        DayPart::Afternoon => (12, 16),
        DayPart::Evening => (16, 20),
        DayPart::Night => (20, 24),
        DayPart::Daytime => (8, 18),
    };
    match third {
        Some(Third::Early) => (from, from + 2),
        Some(Third::Late) => (to - 2, to),
        _ => (from, to),
    }
}

fn clock_words(hour: i64) -> String {
    match hour {
        24 => "23:59:59".to_owned(),
        hour => format!("{hour:02}:00:00"),
    }
}

fn clock_words_s(second: i64) -> String {
    format!(
        "{:02}:{:02}:{:02}",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}
