//! Sender and addressee of a heading: "Letter From the Envoy in X (Bell) to the Minister".
//!
//! Editors mark the names in it, but not all of them, and some by the wrong side: what stands
//! before "to" sends and what stands behind it receives, whatever the mark says. A side without a
//! marked name is taken by its words. Headings of other forms are left as they are marked.

mod sides;

use super::finish::one_line;
use crate::Field;
use depeche_text::Span;
use depeche_time::MONTHS;
use sides::{Sides, sides};

/// Puts the names of a heading on their sides, and adds the sides that have none.
pub(super) fn settle(text: &str, title: Span, fields: &mut Vec<Field>) {
    let words = title.slice(text).replace('\n', " ");
    let is_of_title = |field: &Field| {
        let is_side = matches!(field.name.as_str(), "from" | "to");
        is_side && field.span.is_some_and(|span| title.contains(span))
    };
    let marked: Vec<Span> = fields
        .iter()
        .filter(|field| is_of_title(field))
        .filter_map(|field| field.span)
        .collect();
    if !marked.is_empty() && is_talk(&words) {
        return talk(text, (title, marked), fields);
    }
    let Some(Sides { from, to }) = sides(&words[..before_date(&words)]) else {
        return;
    };
    fields.retain(|field| !is_of_title(field));
    let is_listed = fields.iter().any(|field| field.name == "to");
    for (name, side) in [("from", from), ("to", to)] {
        let Some(side) = side.map(|side| side.shifted(title.start as usize)) else {
            continue;
        };
        let inside = marked.iter().copied().filter(|span| side.contains(*span));
        let mut spans = joined(text, inside.collect());
        if spans.is_empty() && !(name == "to" && is_listed) {
            spans.extend(by_words(text, side));
        }
        fields.extend(spans.into_iter().map(|span| Field {
            name: name.to_owned(),
            value: one_line(span.slice(text)),
            span: Some(span),
        }));
    }
}

/// Whether a heading says who talked.
fn is_talk(words: &str) -> bool {
    let with = ["Conference With ", "Conversation With ", "Meeting With "];
    words.contains(" Between ")
        || words.contains(" Among ")
        || with.iter().any(|with| words.contains(with))
}

/// "Memorandum of a Conversation Between Bell and Kal": who is marked in it took part, and wrote
/// nothing.
fn talk(text: &str, (title, marked): (Span, Vec<Span>), fields: &mut Vec<Field>) {
    fields.retain(|field| {
        let is_side = matches!(field.name.as_str(), "from" | "to");
        !is_side || !field.span.is_some_and(|span| title.contains(span))
    });
    if fields.iter().any(|field| field.name == "participant") {
        return;
    }
    let people = joined(text, marked);
    fields.extend(people.into_iter().map(|span| Field {
        name: "participant".to_owned(),
        value: one_line(span.slice(text)),
        span: Some(span),
    }));
}

/// The marked names of one side: an office before the name of its holder is left out, and what
/// "to the" joins is one name.
fn joined(text: &str, mut marked: Vec<Span>) -> Vec<Span> {
    marked.sort_unstable();
    let mut spans: Vec<Span> = Vec::new();
    for span in marked {
        let Some(last) = spans.last_mut() else {
            spans.push(span);
            continue;
        };
        if last.end > span.start {
            continue;
        }
        let between = Span {
            start: last.end,
            end: span.start,
        };
        let between = between.slice(text);
        // "Bell, Deputy to the Envoy (Moss)" is Bell.
        if between.starts_with(',') && !between.contains(')') {
            continue;
        }
        if between.ends_with('(') && !between.contains(')') {
            *last = span;
        } else if matches!(
            between.trim(),
            "to the" | "of the" | "in" | "in the" | "to" | "of"
        ) {
            *last = last.cover(span);
        } else {
            spans.push(span);
        }
    }
    spans
}

/// A side that has no marked name: the name in brackets at its end, else all its words.
fn by_words(text: &str, side: Span) -> Option<Span> {
    let words = side.slice(text);
    let start = side.start as usize;
    let whole = words[..end_of_name(words)].trim_end_matches([' ', '.', ',', '\n']);
    let skipped = ["the ", "The "].iter().find(|the| whole.starts_with(**the));
    let skipped = skipped.map_or(0, |the| the.len());
    let open = whole.rfind('(').filter(|_| whole.ends_with(')'));
    let (first, end) = match open {
        Some(open) if !whole[open..].contains('[') => (open + 1, whole.len() - 1),
        Some(open) => (skipped, whole[..open].trim_end().len()),
        None => (skipped, whole.len()),
    };
    (first < end).then(|| Span::new(start + first, start + end))
}

/// Where a name ends behind which more is said of its bearer ("Per N. Lind of the Fish Board"); it has
/// an initial or a title.
fn end_of_name(words: &str) -> usize {
    let titles = ["Mr. ", "Mrs. ", "Miss ", "Dr. "];
    let parts = [" of the ", ", ", " in the "];
    let parts = parts.iter().filter_map(|part| words.find(part));
    let end = parts.min().unwrap_or(words.len());
    let is_initial = |word: &str| word.len() == 2 && word.ends_with('.');
    let is_person = titles.iter().any(|title| words.starts_with(title))
        || words[..end].split(' ').any(is_initial) && !words.starts_with("the ");
    if is_person { end } else { words.len() }
}

/// Where a heading's date begins, behind which lists tell what the document is about.
fn before_date(words: &str) -> usize {
    let mut commas = words.match_indices(", ").map(|(comma, _)| comma);
    let is_date = |comma: &usize| {
        let rest = &words[comma + 2..];
        let month = rest.split_once(' ').map_or("", |(month, _)| month);
        let is_month = MONTHS.contains(&month.to_lowercase().as_str());
        // "may" is a verb.
        is_month && month.starts_with(char::is_uppercase) || rest.starts_with("undated")
    };
    commas.find(is_date).unwrap_or(words.len())
}
