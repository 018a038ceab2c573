//! TimeBank and AQUAINT as TempEval-3 scored them (UzZaman et al. 2013, section 3).
//!
//! An expression is found strictly where its ends are the gold's, relaxedly where it overlaps
//! one. Type and value F1 count, among those that overlap, the ones whose type or value is equal.
//! The creation time is given, not scored. A span that a gold span was matched with is used up.
//!
//! Where the folder holds `gold/` and `system/`, the system's TimeML is scored instead of ours:
//! so the scorer itself can be checked.

use super::misses::{Miss, report};
use super::timeml::{TimeMl, Timex};
use crate::Table;
use anyhow::Context;
use depeche_text::Span;
use depeche_time::{Anchors, TimeExpression, TimeType, read};
use std::path::{Path, PathBuf};

/// Characters shown on each side of a miss.
const AROUND: usize = 60;

/// What was counted.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    gold: usize,
    read: usize,
    relaxed: usize,
    strict: usize,
    kind: usize,
    value: usize,
    both: usize,
}

impl Counts {
    fn add(&mut self, other: &Counts) {
        self.gold += other.gold;
        self.read += other.read;
        self.relaxed += other.relaxed;
        self.strict += other.strict;
        self.kind += other.kind;
        self.value += other.value;
        self.both += other.both;
    }
}

pub(super) fn run(folder: &Path, cases: bool) -> anyhow::Result<()> {
    let mut table = Table::new(&["set", "what", "precision", "recall", "F1"]);
    let (mut all, mut misses) = (Counts::default(), Vec::new());
    let system = folder.join("system");
    let sets = match system.exists() {
        true => vec![folder.join("gold")],
        false => sets(folder)?,
    };
    for set in sets {
        let mut counts = Counts::default();
        for path in files(&set)? {
            let gold = parse(&path)?;
            let answers = match path.file_name().filter(|_| system.exists()) {
                Some(name) => parse(&system.join(name))?.times,
                None => answers(&gold),
            };
            let mut document = Document {
                name: name(&path),
                gold: &gold,
                misses: &mut misses,
            };
            counts.add(&document.compare(answers));
        }
        rows(&mut table, &name(&set), &counts);
        all.add(&counts);
    }
    rows(&mut table, "all", &all);
    table.print();
    table.write_csv(&crate::out().join("time_tempeval_scores.csv"))?;
    report(&misses, "tempeval", cases)
}

/// The words of every document of a set.
pub(super) fn words(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut words = Vec::new();
    for set in sets(folder)? {
        for path in files(&set)? {
            words.push(parse(&path)?.text);
        }
    }
    Ok(words)
}

fn name(path: &Path) -> String {
    let name = path.file_stem().map(|name| name.to_string_lossy());
    name.unwrap_or_default().into_owned()
}

/// The folders of a folder, or itself where it has files of its own.
fn sets(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !files(folder)?.is_empty() {
        return Ok(vec![folder.to_owned()]);
    }
    let mut sets = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sets.push(path);
        }
    }
    sets.sort();
    Ok(sets)
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "tml")
            && !name(&path).starts_with("._")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn parse(path: &Path) -> anyhow::Result<TimeMl> {
    let file = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(TimeMl::parse(&file))
}

/// What we read.
fn answers(gold: &TimeMl) -> Vec<Timex> {
    let mut anchors = Anchors::new(gold.created);
    let read = read(&gold.text, Span::new(0, gold.text.len()), &mut anchors);
    let mut answers = Vec::with_capacity(read.len());
    for time in &read {
        match ends(&gold.text, time) {
            Some(ends) => answers.extend(ends),
            None => answers.extend(timex(time)),
        }
    }
    answers
}

/// A range as TimeML writes it: TIMEX3 has none, and its two ends are two tags.
fn ends(text: &str, time: &TimeExpression) -> Option<[Timex; 2]> {
    const JOINED: &[&str] = &[
        " to ",
        " and ",
        " through ",
        " until ",
        " till ",
        "-",
        "–",
        "—",
    ];
    let span = time.span.filter(|_| time.rule == "range")?;
    let words = span.slice(text);
    let (at, joint) = JOINED
        .iter()
        .find_map(|joint| Some((words.find(joint)?, joint)))?;
    let (first, second) = time.value.split_once('/')?;
    let (start, end) = (span.start as usize, span.end as usize);
    let timex = |span: Span, value: &str| Timex {
        span,
        kind: timex(time).map_or(String::new(), |timex| timex.kind),
        value: match span.slice(text) {
            "now" => "PRESENT_REF".to_owned(),
            _ => value.to_owned(),
        },
    };
    Some([
        timex(Span::new(start, start + at), first),
        timex(Span::new(start + at + joint.len(), end), second),
    ])
}

fn timex(time: &TimeExpression) -> Option<Timex> {
    let kind = match time.kind {
        TimeType::Date => "DATE",
        TimeType::Time => "TIME",
        TimeType::Duration => "DURATION",
        TimeType::Set => "SET",
    };
    Some(Timex {
        span: time.span?,
        kind: kind.to_owned(),
        value: time.value.clone(),
    })
}

/// A document in the comparing.
struct Document<'a> {
    name: String,
    gold: &'a TimeMl,
    misses: &'a mut Vec<Miss>,
}

impl Document<'_> {
    fn compare(&mut self, mut answers: Vec<Timex>) -> Counts {
        let mut counts = Counts {
            gold: self.gold.times.len(),
            read: answers.len(),
            ..Counts::default()
        };
        for gold in &self.gold.times {
            let overlaps = |answer: &Timex| {
                answer.span.start < gold.span.end && gold.span.start < answer.span.end
            };
            let exact = answers.iter().position(|answer| answer.span == gold.span);
            let Some(at) = exact.or_else(|| answers.iter().position(overlaps)) else {
                self.miss("missing", gold, None);
                continue;
            };
            let answer = answers.remove(at);
            let same_span = answer.span == gold.span;
            counts.relaxed += 1;
            counts.strict += usize::from(same_span);
            counts.kind += usize::from(answer.kind == gold.kind);
            counts.value += usize::from(answer.value == gold.value);
            counts.both += usize::from(answer.value == gold.value && answer.kind == gold.kind);
            if answer.value != gold.value {
                self.miss("value", gold, Some(&answer));
            } else if answer.kind != gold.kind {
                self.miss("type", gold, Some(&answer));
            } else if !same_span {
                self.miss("span", gold, Some(&answer));
            }
        }
        for answer in &answers {
            self.miss("invented", answer, Some(answer));
        }
        counts
    }

    fn miss(&mut self, what: &'static str, gold: &Timex, read: Option<&Timex>) {
        let text = &self.gold.text;
        let show = |timex: &Timex| {
            format!("{} {} {}", timex.span.slice(text), timex.kind, timex.value).replace('\n', " ")
        };
        let context = format!(
            "{}[{}]{}",
            before(text, gold.span.start as usize),
            gold.span.slice(text),
            after(text, gold.span.end as usize)
        );
        self.misses.push(Miss {
            what,
            place: self.name.clone(),
            words: gold.span.slice(text).replace('\n', " "),
            read: read.map_or(String::new(), show),
            gold: if what == "invented" {
                String::new()
            } else {
                show(gold)
            },
            context: context.replace('\n', " "),
        });
    }
}

fn before(text: &str, end: usize) -> &str {
    let mut start = end.saturating_sub(AROUND);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..end]
}

fn after(text: &str, start: usize) -> &str {
    let mut end = (start + AROUND).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

fn rows(table: &mut Table, set: &str, counts: &Counts) {
    let rows = [
        ("relaxed", counts.relaxed),
        ("strict", counts.strict),
        ("type", counts.kind),
        ("value", counts.value),
        ("type and value", counts.both),
    ];
    for (what, right) in rows {
        let precision = right as f64 / counts.read.max(1) as f64;
        let recall = right as f64 / counts.gold.max(1) as f64;
        let f1 = 2.0 * right as f64 / (counts.read + counts.gold).max(1) as f64;
        let share = |share: f64| format!("{share:.4}");
        table.row(&[&set, &what, &share(precision), &share(recall), &share(f1)]);
    }
}
