//! Every rule reads its two examples, and says what its table says.

use crate::english::FAMILIES;
use crate::{Anchors, Day, TimeExpression, TimeType, find, read};
use depeche_text::Span;

/// When the examples are told: a Tuesday.
const TOLD: &str = "2011-04-05";

fn line(text: &str, time: &TimeExpression) -> String {
    let kind = match time.kind {
        TimeType::Date => "DATE",
        TimeType::Time => "TIME",
        TimeType::Duration => "DURATION",
        TimeType::Set => "SET",
    };
    let modifier = time
        .modifier
        .as_ref()
        .map(|modifier| format!(" {modifier}"));
    let words = time.span.map_or("", |span| span.slice(text));
    let modifier = modifier.unwrap_or_default();
    format!("{words} = {kind} {}{modifier}", time.value)
}

#[test]
fn every_rule_reads_its_examples() {
    let mut wrong = Vec::new();
    for rule in FAMILIES.iter().copied().flatten() {
        for (text, expected) in rule.examples {
            let span = Span::new(0, text.len());
            let mut anchors = Anchors::new(Day::parse(TOLD));
            let times = read(text, span, &mut anchors);
            let lines: Vec<String> = times.iter().map(|time| line(text, time)).collect();
            let read_by = find(text, span)
                .into_iter()
                .any(|found| found.rule == rule.name);
            if !read_by || !lines.iter().any(|line| line == expected) {
                wrong.push(format!("{}: {expected:?}, read {lines:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_have_names_of_their_own() {
    let mut names: Vec<&str> = FAMILIES
        .iter()
        .copied()
        .flatten()
        .map(|rule| rule.name)
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    let sources = FAMILIES
        .iter()
        .copied()
        .flatten()
        .filter(|rule| !rule.source.is_empty());
    assert!(sources.count() > 8);
}
