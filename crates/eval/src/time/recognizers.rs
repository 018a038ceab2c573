//! Recognizers-Text's English specs: span, TIMEX, resolution.
//!
//! A case counts as supported where nothing in it is marked unsupported. A file of one type
//! ("DateParser") asks for that type alone: what else is read in the sentence is left aside. Their
//! spans take in the words before a range ("from", "between", "before"); ours do not, so
//! [`answer`] adds them, and it writes our values as they write theirs. Extractors ask for spans
//! only. Files of modes of use (calendar, tasks, split) and of time zones are left out: the design
//! has none such.

mod answer;
mod case;

use super::misses::{Miss, report};
use crate::Table;
use anyhow::Context;
use case::{Case, Expected};
use std::path::Path;

/// The files that are scored; those of one type name it.
const FILES: &[(&str, &[&str])] = &[
    ("DateExtractor", &["date"]),
    ("DateParser", &["date"]),
    ("DatePeriodExtractor", &["daterange"]),
    ("DatePeriodParser", &["daterange"]),
    ("TimeExtractor", &["time"]),
    ("TimeParser", &["time"]),
    ("TimePeriodExtractor", &["timerange"]),
    ("TimePeriodParser", &["timerange"]),
    ("DateTimeExtractor", &["datetime"]),
    ("DateTimeParser", &["datetime"]),
    ("DateTimePeriodExtractor", &["datetimerange"]),
    ("DateTimePeriodParser", &["datetimerange"]),
    ("DurationExtractor", &["duration"]),
    ("DurationParser", &["duration"]),
    ("SetExtractor", &["set"]),
    ("SetParser", &["set"]),
    ("HolidayExtractor", &["date"]),
    ("HolidayParser", &["date"]),
    ("MergedExtractor", &[]),
    ("MergedParser", &[]),
    ("DateTimeModel", &[]),
];

/// Cases, and those of them that are right so far.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    cases: usize,
    spans: usize,
    timex: usize,
    all: usize,
    marked: usize,
    marked_all: usize,
}

pub(super) fn run(folder: &Path, cases: bool) -> anyhow::Result<()> {
    let mut table = Table::new(&[
        "file",
        "supported",
        "span",
        "and TIMEX",
        "and resolution",
        "share",
        "marked unsupported",
        "of those right",
    ]);
    let (mut total, mut typed, mut misses) = (Counts::default(), Counts::default(), Vec::new());
    for (name, types) in FILES {
        let path = folder.join(format!("{name}.json"));
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let mut counts = Counts::default();
        for case in case::parse(&text)? {
            score(&case, types, name, (&mut counts, &mut misses));
        }
        row(&mut table, name, &counts);
        add(&mut total, &counts);
        if !types.is_empty() {
            add(&mut typed, &counts);
        }
    }
    row(&mut table, "files of one type", &typed);
    row(&mut table, "all", &total);
    table.print();
    table.write_csv(&crate::out().join("time_recognizers_scores.csv"))?;
    report(&misses, "recognizers", cases)
}

fn add(total: &mut Counts, counts: &Counts) {
    total.cases += counts.cases;
    total.spans += counts.spans;
    total.timex += counts.timex;
    total.all += counts.all;
    total.marked += counts.marked;
    total.marked_all += counts.marked_all;
}

fn row(table: &mut Table, name: &str, counts: &Counts) {
    let share = counts.all as f64 / counts.cases.max(1) as f64;
    table.row(&[
        &name,
        &counts.cases,
        &counts.spans,
        &counts.timex,
        &counts.all,
        &format!("{share:.3}"),
        &counts.marked,
        &counts.marked_all,
    ]);
}

fn score(case: &Case, types: &[&str], file: &str, (counts, misses): (&mut Counts, &mut Vec<Miss>)) {
    let merged = types.is_empty();
    let answers = answer::answers(case, merged);
    let wanted = |kind: &str| merged || types.contains(&kind);
    let answers: Vec<_> = answers
        .iter()
        .filter(|answer| wanted(&answer.kind))
        .collect();
    let found = |check: &dyn Fn(&Expected, &Expected) -> bool| {
        case.expected.len() == answers.len()
            && case
                .expected
                .iter()
                .zip(&answers)
                .all(|(expected, answer)| check(expected, answer))
    };
    let same_span = |one: &Expected, other: &Expected| {
        one.start == other.start
            && one.text.eq_ignore_ascii_case(&other.text)
            && one.kind == other.kind
    };
    let has_values = case.has_values;
    let same_timex = |one: &Expected, other: &Expected| {
        same_span(one, other) && (!has_values || one.timex == other.timex)
    };
    let same_all = |one: &Expected, other: &Expected| {
        same_timex(one, other) && (!has_values || one.values == other.values)
    };
    let (span, timex, all) = (found(&same_span), found(&same_timex), found(&same_all));
    if case.is_marked {
        counts.marked += 1;
        counts.marked_all += usize::from(all);
        return;
    }
    counts.cases += 1;
    counts.spans += usize::from(span);
    counts.timex += usize::from(timex);
    counts.all += usize::from(all);
    if !all {
        let show = |results: &[&Expected]| {
            let lines: Vec<String> = results
                .iter()
                .map(|result| {
                    format!(
                        "{} {} {} {:?}",
                        result.text, result.kind, result.timex, result.values
                    )
                })
                .collect();
            lines.join(" | ")
        };
        misses.push(Miss {
            what: match (span, timex) {
                (false, _) => "span",
                (true, false) => "TIMEX",
                (true, true) => "resolution",
            },
            place: file.to_owned(),
            words: case
                .expected
                .first()
                .map_or(String::new(), |expected| expected.text.clone()),
            read: show(&answers),
            gold: show(&case.expected.iter().collect::<Vec<_>>()),
            context: format!("{} [{}]", case.input, case.told_words),
        });
    }
}
