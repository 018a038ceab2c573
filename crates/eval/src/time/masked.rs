//! Dates of FRUS whose year is known and taken out: what brings it back.
//!
//! The ratios by which a month or day without a year is taken to lie before or after what it is
//! counted from are chosen here, on texts that no other score is made of. Three ways to know the
//! year: it is written and masked ("May 3, 1968"); it is not written, but the weekday is, and is
//! masked ("Friday, May 3"); it is written and masked, and so is the date just before it, which it
//! is then counted from ("narrative"). A case counts where the date is the last one before or the
//! next one after. Footnotes are left out: editors wrote them, later.

use crate::Table;
use crate::frus::words::{self, Mark};
use anyhow::Context;
use depeche_text::Span;
use depeche_time::{
    AnchorSource, Anchors, CalendarDate, Day, EdtfDate, FoundTime, KnownDate, Meaning, Tense,
    TimeExpression, Year, find, read, resolve,
};
use std::collections::BTreeMap;
use std::path::Path;

/// Written around a footnote, and taken out with it.
const NOTE: [char; 2] = ['\u{e000}', '\u{e001}'];

const NOTES: &[Mark] = &[Mark {
    element: "note",
    attribute: ("xml:id", None),
    open: NOTE[0],
    close: NOTE[1],
}];

/// How many times farther what lies ahead is taken to be than what lies back.
const RATIOS: [(i64, i64); 14] = [
    (0, 1),
    (1, 16),
    (1, 8),
    (1, 6),
    (1, 4),
    (1, 2),
    (1, 1),
    (2, 1),
    (3, 1),
    (4, 1),
    (8, 1),
    (16, 1),
    (32, 1),
    (1, 0),
];

/// A narrative's date stands no more bytes before.
const CLOSE_BYTES: u32 = 600;

/// What was counted of dates of one kind.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    cases: usize,
    ahead: usize,
    /// By ratio.
    right: [usize; RATIOS.len()],
    /// As the rules read it, among the other dates of its line.
    read: usize,
}

type Tally = BTreeMap<(&'static str, &'static str, &'static str), Counts>;

pub(super) fn run(folder: &Path, _cases: bool) -> anyhow::Result<()> {
    let dates = document_dates(&folder.join("gold/docs.tsv"))?;
    let mut tally = Tally::new();
    for volume in words::volumes(folder, &[])? {
        words::each_marked(&volume, NOTES, &mut |words| {
            let Some(told) = dates.get(&(words.volume.clone(), words.document.clone())) else {
                return;
            };
            for line in words.text.lines().filter(|line| !line.contains(NOTE)) {
                tally_line(line, *told, &mut tally);
            }
        })?;
    }
    let ratio = |(ahead, back): &(i64, i64)| match (ahead, back) {
        (0, _) => "next".to_owned(),
        (_, 0) => "last".to_owned(),
        _ => format!("{ahead}:{back}"),
    };
    let ratios: Vec<String> = RATIOS.iter().map(ratio).collect();
    let mut header = vec!["year", "grain", "tense", "cases", "ahead"];
    header.extend(ratios.iter().map(String::as_str));
    header.push("read");
    let mut table = Table::new(&header);
    for ((known, grain, tense), counts) in &tally {
        let share = |part: usize| format!("{:.3}", part as f64 / counts.cases.max(1) as f64);
        let right: Vec<String> = counts.right.iter().map(|right| share(*right)).collect();
        let (ahead, read) = (share(counts.ahead), share(counts.read));
        let mut row: Vec<&dyn std::fmt::Display> = vec![known, grain, tense, &counts.cases, &ahead];
        row.extend(right.iter().map(|right| right as &dyn std::fmt::Display));
        row.push(&read);
        table.row(&row);
    }
    table.print();
    table.write_csv(&crate::out().join("time_masked_scores.csv"))
}

/// The day of each document that has one.
fn document_dates(path: &Path) -> anyhow::Result<BTreeMap<(String, String), Day>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let row = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let day = Day::parse(cells.get(6)?.get(..10)?)?;
        Some((
            ((*cells.first()?).to_owned(), (*cells.get(1)?).to_owned()),
            day,
        ))
    };
    Ok(text.lines().skip(1).filter_map(row).collect())
}

fn tally_line(line: &str, told: Day, tally: &mut Tally) {
    let mut before: Option<(Day, u32)> = None;
    for time in find(line, Span::new(0, line.len())) {
        let Some(known) = Known::of(line, &time, told) else {
            continue;
        };
        let Some((masked, words)) = known.masked(line, time.span.start) else {
            continue;
        };
        let all = read(
            &words,
            Span::new(0, words.len()),
            &mut Anchors::new(Some(told)),
        );
        let answer = all.into_iter().find(|read| read.span == Some(masked.span));
        count(&known, (&masked, answer), told, tally);
        let close = before.filter(|(_, end)| time.span.start - end <= CLOSE_BYTES);
        if let Some((day, _)) = close.filter(|_| known.how == "written") {
            let mut anchors = Anchors::new(None);
            anchors.narrative = Some(KnownDate::of_day(day, AnchorSource::Text));
            let known = Known {
                how: "narrative",
                ..known
            };
            count(
                &known,
                (&masked, Some(resolve(&masked, &anchors))),
                day,
                tally,
            );
        }
        before = known.day().map(|day| (day, time.span.end));
    }
}

/// A date whose year is known, and the words that say it.
#[derive(Debug, Clone, Copy)]
struct Known {
    date: EdtfDate,
    how: &'static str,
    says: Span,
}

impl Known {
    fn of(line: &str, found: &FoundTime, told: Day) -> Option<Known> {
        let Meaning::Calendar(date) = found.meaning else {
            return None;
        };
        date.month.filter(|month| *month <= 12)?;
        let words = found.span.slice(line);
        let (start, end) = (found.span.start as usize, found.span.end as usize);
        let (how, year, says) = match date.year {
            Some(Year::Full(year)) => {
                let rest = words.strip_suffix(&year.to_string())?;
                let rest = rest.trim_end_matches([' ', ',']);
                ("written", year, Span::new(start + rest.len(), end))
            }
            None => {
                let rest = words.trim_start_matches(|letter: char| letter.is_alphabetic());
                let rest = rest.trim_start_matches([' ', ',']);
                let says = Span::new(start, end - rest.len());
                ("weekday", year_by_weekday(date, told)?, says)
            }
            _ => return None,
        };
        let date = EdtfDate {
            month: date.month,
            day: date.day,
            ..EdtfDate::year(year)
        };
        Some(Known { date, how, says })
    }

    fn day(&self) -> Option<Day> {
        Day::new(self.date.year, self.date.month?, self.date.day?)
    }

    /// The date as it is found when the words are taken out, and what is left of the line.
    fn masked(&self, line: &str, start: u32) -> Option<(FoundTime, String)> {
        let (from, to) = (self.says.start as usize, self.says.end as usize);
        let masked = format!("{}{}", &line[..from], &line[to..]);
        let found = find(&masked, Span::new(0, masked.len()));
        let bare = CalendarDate::new(None, self.date.month, self.date.day);
        let is_it = |found: &FoundTime| {
            found.span.start == start && found.meaning == Meaning::Calendar(bare)
        };
        Some((found.into_iter().find(is_it)?, masked))
    }
}

/// The only year near a telling in which a date falls on the weekday that is said.
fn year_by_weekday(date: CalendarDate, told: Day) -> Option<i16> {
    let (month, day, weekday) = (date.month?, date.day?, date.weekday?);
    let fits =
        |year: &i16| Day::new(*year, month, day).is_some_and(|found| found.weekday() == weekday);
    let mut years = (told.year - 1..=told.year + 1).filter(fits);
    years.next().filter(|_| years.next().is_none())
}

fn count(
    known: &Known,
    (masked, read): (&FoundTime, Option<TimeExpression>),
    from: Day,
    tally: &mut Tally,
) {
    let years = (from.year - 2..=from.year + 2).map(|year| EdtfDate { year, ..known.date });
    let next = years.clone().find(|date| date.earliest() > from);
    let last = years.rev().find(|date| date.latest() < from);
    let (Some(next), Some(last)) = (next, last) else {
        return;
    };
    // The anchor lies in the month, or the date is neither the last nor the next.
    if next.year - last.year > 1 || ![next, last].contains(&known.date) {
        return;
    }
    let ahead = next.earliest().days_since(from);
    let back = from.days_since(last.latest());
    let is_ahead = known.date == next;
    let tense = match masked.tense {
        Some(Tense::Past) => "past",
        Some(Tense::Future) => "future",
        Some(Tense::Near) => "near",
        None => "none",
    };
    let grain = if known.date.day.is_some() {
        "day"
    } else {
        "month"
    };
    let counts = tally.entry((known.how, grain, tense)).or_default();
    counts.cases += 1;
    counts.ahead += usize::from(is_ahead);
    for (right, (far, near)) in counts.right.iter_mut().zip(RATIOS) {
        *right += usize::from((ahead * far < back * near) == is_ahead);
    }
    let read = read.and_then(|read| read.earliest);
    counts.read += usize::from(read.is_some_and(|read| read.year == known.date.year));
}
