//! GUM's `<date>` tags, in every genre that it has: day, month or year against the attribute.
//!
//! The corpus marks what can be normalised and nothing else, and not all of that, so only recall
//! and the share of right values among what was found are shown. The document's date is given.

use super::misses::{Miss, report};
use crate::Table;
use anyhow::Context;
use depeche_text::Span;
use depeche_time::{Anchors, Day, TimeExpression, read};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Marks that stand without a space after a word.
const CLOSING: &[&str] = &[
    ",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "n't", "%", "”",
];

/// A document's words and dates.
struct Text {
    created: Option<Day>,
    text: String,
    dates: Vec<(Span, Gold)>,
}

/// What a tag says.
#[derive(Debug, Clone, Default)]
struct Gold {
    when: String,
    from: String,
    to: String,
}

pub(super) fn run(folder: &Path, cases: bool) -> anyhow::Result<()> {
    let mut counts: BTreeMap<String, [usize; 3]> = BTreeMap::new();
    let mut misses = Vec::new();
    for path in files(folder)? {
        let file = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let text = parse(&file);
        let mut anchors = Anchors::new(text.created);
        let answers = read(&text.text, Span::new(0, text.text.len()), &mut anchors);
        let name = path.file_stem().map(|name| name.to_string_lossy());
        let name = name.unwrap_or_default().into_owned();
        let genre = name.split('_').nth(1).unwrap_or_default().to_owned();
        for genre in [genre, "all".to_owned()] {
            let mut mine = Vec::new();
            let found = compare(&text, &answers, &name, &mut mine);
            let count = counts.entry(genre.clone()).or_default();
            for (count, found) in count.iter_mut().zip(found) {
                *count += found;
            }
            if genre == "all" {
                misses.append(&mut mine);
            }
        }
    }
    let mut table = Table::new(&["genre", "tags", "found", "right", "recall", "accuracy"]);
    for (genre, [tags, found, right]) in counts {
        let share = |part: usize, whole: usize| format!("{:.4}", part as f64 / whole.max(1) as f64);
        table.row(&[
            &genre,
            &tags,
            &found,
            &right,
            &share(found, tags),
            &share(right, found),
        ]);
    }
    table.print();
    table.write_csv(&crate::out().join("time_gum_scores.csv"))?;
    report(&misses, "gum", cases)
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "xml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Puts the words together again, a sentence a line.
fn parse(file: &str) -> Text {
    let mut read = Text {
        created: None,
        text: String::new(),
        dates: Vec::new(),
    };
    let (mut open, mut glue): (Vec<(usize, Gold)>, bool) = (Vec::new(), true);
    for line in file.lines() {
        if line.starts_with("<text ") {
            read.created = Day::parse(&attribute(line, "dateCreated"));
        } else if line.starts_with("<date ") {
            let gold = Gold {
                when: attribute(line, "when"),
                from: attribute(line, "from"),
                to: attribute(line, "to"),
            };
            open.push((read.text.len(), gold));
        } else if line == "</date>" {
            if let Some((start, gold)) = open.pop() {
                let start = start + usize::from(read.text[start..].starts_with(' '));
                read.dates.push((Span::new(start, read.text.len()), gold));
            }
        } else if line == "</s>" {
            read.text.push('\n');
            glue = true;
        } else if !line.starts_with('<')
            && let Some(word) = line.split('\t').next().filter(|word| !word.is_empty())
        {
            if !glue && !CLOSING.contains(&word) && !word.starts_with('-') {
                read.text.push(' ');
            }
            read.text.push_str(word);
            glue = matches!(word, "(" | "[" | "$" | "“" | "-" | "–");
        }
    }
    read
}

fn attribute(tag: &str, name: &str) -> String {
    let value = tag.split_once(&format!(" {name}=\""));
    let value = value.and_then(|(_, value)| value.split('"').next());
    value.unwrap_or_default().to_owned()
}

/// Tags, those that a reading overlaps, those that it gives the gold's value.
fn compare(
    text: &Text,
    answers: &[TimeExpression],
    name: &str,
    misses: &mut Vec<Miss>,
) -> [usize; 3] {
    let mut counts = [0; 3];
    for (span, gold) in &text.dates {
        if !is_scored(gold) {
            continue;
        }
        counts[0] += 1;
        let overlaps = |time: &&TimeExpression| {
            let read = time.span.unwrap_or(Span::new(0, 0));
            read.start < span.end && span.start < read.end
        };
        let answer = answers.iter().find(overlaps);
        let right = answer.is_some_and(|time| is_right(time, gold));
        counts[1] += usize::from(answer.is_some());
        counts[2] += usize::from(right);
        if !right {
            misses.push(Miss {
                what: if answer.is_some() { "value" } else { "missing" },
                place: name.to_owned(),
                words: span.slice(&text.text).to_owned(),
                read: answer
                    .and_then(|time| time.edtf.clone())
                    .unwrap_or_default(),
                gold: format!("{} {}/{}", gold.when, gold.from, gold.to),
                context: text.created.map(|day| day.to_string()).unwrap_or_default(),
            });
        }
    }
    counts
}

/// Years before Christ and clock times are left out, and tags that name only one end.
fn is_scored(gold: &Gold) -> bool {
    let date = |date: &str| date.len() >= 4 && date[..4].bytes().all(|byte| byte.is_ascii_digit());
    date(&gold.when) || date(&gold.from) && date(&gold.to)
}

/// Where the gold has one date, we must be no coarser and within it, or the same; where it has
/// two, our ends must be those.
fn is_right(time: &TimeExpression, gold: &Gold) -> bool {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let (earliest, latest) = (day(time.earliest), day(time.latest));
    let cut = |date: &str| date.split('T').next().unwrap_or(date).to_owned();
    if gold.when.is_empty() {
        return earliest.starts_with(&cut(&gold.from)) && latest.starts_with(&cut(&gold.to));
    }
    let when = cut(&gold.when);
    let edtf = time.edtf.as_deref().unwrap_or_default();
    // The gold tags both ends of a range, we read it as one.
    if edtf.split('/').count() == 2 && edtf.split('/').any(|end| end == when) {
        return true;
    }
    edtf.trim_end_matches(['~', '?']).split('T').next() == Some(when.as_str())
        || earliest.starts_with(&when) && latest.starts_with(&when)
}
