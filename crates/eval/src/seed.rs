//! The seed document's forty points: entities, same entity, events with their chains, traps.
//!
//! Strict where the set is: only keys that the set gives are compared, but a statement that the
//! set calls plain must be positive and asserted. Of several statements over one quotation the
//! best one counts; every other statement is listed as extra, to be read by hand.

mod entities;
mod events;

use crate::{Table, shared};
use depeche_document::{Document, parse};
use depeche_source::{Item, ItemId, Limits};
use depeche_statement::{Reading, Statement, read};
use depeche_text::fold;
use serde_json::Value;
use std::path::Path;

/// One point: whether it was won, and what was there instead.
struct Point {
    group: &'static str,
    name: String,
    wrong: Vec<String>,
}

impl Point {
    fn won(&self) -> bool {
        self.wrong.is_empty()
    }
}

/// Runs it and prints the table.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub fn run(_arguments: &[String]) -> anyhow::Result<()> {
    let (Some(article), Some(expected)) =
        (shared("seed/article.txt"), shared("seed/expected.json"))
    else {
        return Ok(());
    };
    let expected: Value = serde_json::from_str(&std::fs::read_to_string(expected)?)?;
    let Some(document) = open(&article)? else {
        anyhow::bail!("no document was made from {}", article.display());
    };
    let reading = read(&document, &depeche_annotate::annotate(&document));
    let (mut points, used) = events::score(&expected, &document, &reading);
    let mut all = entities::score(&expected, &document, &reading);
    all.append(&mut points);
    all.extend(traps(&expected, &document, &reading));
    report(&all)?;
    println!("\nextra statements:");
    for statement in &reading.statements {
        if !used.contains(&statement.id) {
            println!("  {}", line(&document, statement));
        }
    }
    Ok(())
}

fn open(path: &Path) -> anyhow::Result<Option<Document>> {
    let bytes = std::fs::read(path)?;
    let item = Item {
        id: ItemId::of(&bytes),
        locator: "article.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        bytes,
    };
    let mut document = None;
    let problems = parse(&item, &Limits::default(), &mut |made| document = Some(made));
    for problem in problems {
        println!("{}: {}", problem.code, problem.message);
    }
    Ok(document)
}

fn traps(expected: &Value, document: &Document, reading: &Reading) -> Vec<Point> {
    strings(&expected["not_events_of_this_article"])
        .map(|trap| {
            let at = document.text.find(trap).unwrap_or(0);
            let start = document.text[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = document.text[at..]
                .find('\n')
                .map_or(document.text.len(), |length| at + length);
            let line_span = depeche_text::Span::new(start, end);
            let fell = |statement: &&Statement| statement.span.overlaps(line_span);
            let wrong = reading.statements.iter().filter(fell);
            Point {
                group: "trap",
                name: trap.to_owned(),
                wrong: wrong.map(|statement| line(document, statement)).collect(),
            }
        })
        .collect()
}

fn report(points: &[Point]) -> anyhow::Result<()> {
    let mut table = Table::new(&["group", "point", "won", "wrong"]);
    for point in points {
        let wrong = point.wrong.join("; ");
        table.row(&[&point.group, &point.name, &u8::from(point.won()), &wrong]);
    }
    table.print();
    println!();
    let mut totals = Table::new(&["group", "won", "of"]);
    for group in ["entity", "same_entity", "event", "trap", ""] {
        let of = points.iter().filter(|point| point.group.contains(group));
        let won = of.clone().filter(|point| point.won()).count();
        let name = if group.is_empty() { "total" } else { group };
        if group == "entity" {
            let exact = |point: &&Point| point.group == "entity";
            let of = points.iter().filter(exact);
            let won = of.clone().filter(|point| point.won()).count();
            totals.row(&[&name, &won, &of.count()]);
        } else {
            totals.row(&[&name, &won, &of.count()]);
        }
    }
    totals.print();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    table.write_csv(&root.join("bench/out/seed.csv"))
}

/// A statement on one line, for reading.
fn line(document: &Document, statement: &Statement) -> String {
    let who: Vec<&str> = statement
        .participants
        .iter()
        .map(|participant| participant.party.name.as_str())
        .collect();
    let place = statement.place.as_ref().map_or("-", |place| &place.name);
    let time = statement
        .time
        .as_ref()
        .and_then(|time| time.edtf.as_deref());
    let told: Vec<String> = statement.chain.iter().map(events::link).collect();
    format!(
        "{} [{}] {place} {} {:?} {:?} <{}> {} | {}",
        statement.kind.name(),
        who.join(" + "),
        time.unwrap_or("-"),
        statement.polarity,
        statement.modality,
        told.join(" > "),
        statement.by.rule,
        statement.span.get(&document.text).unwrap_or("?"),
    )
}

/// Folded, without a leading article: "The cable" and "the cable" are one name.
fn same_name(left: &str, right: &str) -> bool {
    let key = |name: &str| {
        let folded = fold(name.trim());
        folded
            .strip_prefix("the ")
            .map_or(folded.clone(), ToOwned::to_owned)
    };
    key(left) == key(right)
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    let list = value.as_array().map_or(&[][..], Vec::as_slice);
    list.iter().filter_map(Value::as_str)
}
