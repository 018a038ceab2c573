//! FRUS `<date when>`: the words of each tag alone, against its attribute.
//!
//! Day and, where the gold has one, time of day; the gold's interval where it has `from` and
//! `to`. What the document's own date is from all its words is `eval frus datelines`.

use super::misses::{Miss, report};
use crate::Table;
use anyhow::Context;
use depeche_text::Span;
use depeche_time::{Anchors, TimeExpression, read};
use std::collections::BTreeMap;
use std::path::Path;

pub(super) fn run(folder: &Path, cases: bool) -> anyhow::Result<()> {
    let path = folder.join("dates.tsv");
    let rows = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let mut counts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    let mut misses = Vec::new();
    for row in rows.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [volume, document, place, words, when, from, to, ..] = cells.as_slice() else {
            continue;
        };
        let gold = match (when.is_empty(), from.is_empty() || to.is_empty()) {
            (false, _) => (*when).to_owned(),
            (true, false) => format!("{from}/{to}"),
            (true, true) => continue,
        };
        let read = read(words, Span::new(0, words.len()), &mut Anchors::default());
        let answer = read.first();
        let (day, clock) = (same_day(answer, &gold), same_clock(answer, &gold));
        let count = counts.entry(place).or_default();
        count[0] += 1;
        count[1] += usize::from(day);
        count[2] += usize::from(gold.contains('T'));
        count[3] += usize::from(gold.contains('T') && clock);
        if !day || !clock {
            misses.push(Miss {
                what: if day { "clock" } else { "day" },
                place: format!("{volume} {document}"),
                words: (*words).to_owned(),
                read: answer
                    .and_then(|time| time.edtf.clone())
                    .unwrap_or_default(),
                gold,
                context: String::new(),
            });
        }
    }
    let mut table = Table::new(&[
        "where",
        "tags",
        "day right",
        "share",
        "with clock",
        "clock right",
    ]);
    for (place, [tags, day, clocks, clock]) in counts {
        let share = format!("{:.4}", day as f64 / tags.max(1) as f64);
        table.row(&[&place, &tags, &day, &share, &clocks, &clock]);
    }
    table.print();
    table.write_csv(&crate::out().join("time_frus_scores.csv"))?;
    report(&misses, "frus", cases)
}

fn same_day(answer: Option<&TimeExpression>, gold: &str) -> bool {
    let Some(time) = answer else { return false };
    let day = |day: Option<depeche_time::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let (earliest, latest) = (day(time.earliest), day(time.latest));
    match gold.split_once('/') {
        Some((from, to)) => earliest.starts_with(cut(from)) && latest.starts_with(cut(to)),
        None => earliest.starts_with(cut(gold)) && latest.starts_with(cut(gold)),
    }
}

fn cut(date: &str) -> &str {
    date.split('T').next().unwrap_or(date)
}

fn same_clock(answer: Option<&TimeExpression>, gold: &str) -> bool {
    let clock = |date: &str| {
        date.split_once('T')
            .map(|(_, clock)| clock.chars().take(5).collect())
    };
    let Some(wanted) = clock(gold.split('/').next().unwrap_or(gold)) else {
        return true;
    };
    let read: Option<String> = answer
        .and_then(|time| time.edtf.as_deref())
        .and_then(|edtf| clock(edtf.split('/').next().unwrap_or(edtf)));
    read == Some(wanted)
}
