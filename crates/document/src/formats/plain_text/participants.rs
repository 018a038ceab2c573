//! Participants lists: found by their heading, read line by line, each with who it names.
//!
//! A list ends where text begins. Lines that name a side of the table ("U.S.", "French
//! Delegation") are kept as lines and name nobody; so are footnotes between the lines.

mod heading;
mod person;
mod words;

#[cfg(test)]
mod tests;

use super::draft::Draft;
use super::keys::key;
use crate::{BlockKind, Field};
use depeche_text::Span;
use person::{Entry, Participant};

/// The name of the field.
const FIELD: &str = "participant";

/// A list has no more lines.
const MAX_LINES: usize = 120;

/// A line of a list is no longer, in bytes; the next paragraph is.
const MAX_BYTES: usize = 200;

/// A footnote between its lines is no longer, in bytes, and within so many lines the list goes on.
const MAX_NOTE_BYTES: usize = 1500;
const MAX_NOTES: usize = 3;

/// A line that runs on after the heading may be longer.
const MAX_RUN_BYTES: usize = 1500;

/// Whether a line heads a list.
pub(super) fn is_heading(words: &str) -> bool {
    heading::value(words).is_some()
}

/// Reads the list whose heading is the passage at `start`; gives the passage behind it.
pub(super) fn read(draft: &mut Draft<'_>, start: usize) -> usize {
    let span = draft.passages[start].span;
    let Some(value_at) = heading::value(draft.words(start)) else {
        return start + 1;
    };
    let value = Span::new(span.start as usize + value_at, span.end as usize).trimmed(draft.text);
    let end = end(draft, start + 1);
    let mut lines: Vec<Line> = Vec::new();
    add_lines(draft, value, &mut lines);
    for index in start + 1..end {
        if is_note(draft, index, start) {
            continue;
        }
        draft.mark(index, BlockKind::Byline);
        let words = draft.passages[index].span;
        if !is_indented_under(draft, index, end) {
            add_lines(draft, words, &mut lines);
        }
    }
    let people = people(&lines);
    if people.is_empty() && value.is_empty() {
        return start + 1;
    }
    draft.mark(start, BlockKind::Byline);
    for person in people {
        let field = field(draft.text, &person);
        draft.fields.push(field);
    }
    end
}

/// A line, and what it was read as.
struct Line {
    entry: Entry,
    /// It opens a run of surnames: "Messrs. Lind".
    is_plural: bool,
}

/// The lines of a passage, parted at line ends, semicolons and wide gaps; a line that goes on in
/// the next is one with it.
fn add_lines(draft: &Draft<'_>, passage: Span, lines: &mut Vec<Line>) {
    let text = draft.text;
    let mut spans: Vec<Span> = Vec::new();
    let mut start = passage.start as usize;
    for line in passage.slice(text).split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        match spans.last_mut() {
            Some(last) if goes_on(last.slice(text), span.slice(text)) => *last = last.cover(span),
            _ => spans.push(span),
        }
    }
    for cell in spans.into_iter().flat_map(|span| cells(text, span)) {
        lines.push(Line {
            entry: person::read(text, cell),
            is_plural: words::is_plural(cell.slice(text).split(' ').next().unwrap_or_default()),
        });
    }
}

/// Whether a line stops in the middle of an entry.
fn goes_on(line: &str, next: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    line.ends_with(',')
        || matches!(last, "of" | "for" | "and" | "the" | "to" | "&")
        || next.starts_with(|first: char| first.is_lowercase() || first == '(')
}

/// The entries of a line: between semicolons, or columns set apart by a wide gap.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let words = line.slice(text);
    let mut found = Vec::new();
    let (mut start, mut depth, mut spaces) = (0, 0usize, 0);
    for (at, letter) in words.char_indices() {
        depth = match letter {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        let is_gap = letter == '\t' || spaces >= 2 && letter == ' ';
        spaces = if letter == ' ' { spaces + 1 } else { 0 };
        if depth == 0 && (letter == ';' || is_gap) {
            found.push(Span::new(start, at));
            start = at + letter.len_utf8();
        }
    }
    found.push(Span::new(start, words.len()));
    let base = line.start as usize;
    let found = found
        .into_iter()
        .map(|cell| cell.shifted(base).trimmed(text));
    found.filter(|cell| !cell.is_empty()).collect()
}

/// Who the lines name. A word alone is somebody's name in a run of surnames, or where most lines
/// are such words; else it names a side.
fn people(lines: &[Line]) -> Vec<Participant> {
    let lone = lines
        .iter()
        .filter(|line| matches!(line.entry, Entry::Lone(_)))
        .count();
    let named = lines
        .iter()
        .filter(|line| matches!(line.entry, Entry::People(_)))
        .count();
    let is_common = lone > named && lone >= 3;
    let mut is_run = false;
    let mut found = Vec::new();
    for line in lines {
        match &line.entry {
            Entry::People(people) => {
                is_run = line.is_plural;
                found.extend(people.iter().cloned());
            }
            Entry::Lone(person) if is_run || is_common => found.push(person.clone()),
            Entry::Lone(_) => {}
            Entry::Side => is_run = false,
        }
    }
    found
}

/// The field of somebody: the name first, then the offices, whatever their order in the text.
fn field(text: &str, person: &Participant) -> Field {
    let parts = person.name.iter().chain(&person.offices);
    let mut value = String::new();
    for part in parts {
        let words: Vec<&str> = part.slice(text).split_whitespace().collect();
        let words = words.join(" ");
        let words = words.trim_matches(|mark: char| matches!(mark, ',' | ' ' | ';'));
        if words.is_empty() {
            continue;
        }
        if !value.is_empty() {
            value.push_str(if words.starts_with('(') { " " } else { ", " });
        }
        value.push_str(words);
    }
    Field {
        name: FIELD.to_owned(),
        value,
        span: Some(person.words),
    }
}

/// Where the list ends: at a key, or where a line is text and no line of the list follows it.
fn end(draft: &Draft<'_>, start: usize) -> usize {
    let last = draft.passages.len().min(start + MAX_LINES);
    let mut index = start;
    while index < last {
        let words = draft.words(index);
        if key(words).is_some() || is_heading(words) {
            break;
        }
        let run = is_run(draft, index);
        if is_text(words) && !run && !is_between(draft, index, last) {
            break;
        }
        index += 1;
    }
    index
}

/// Whether a line of text stands between lines of the list: a footnote.
fn is_between(draft: &Draft<'_>, index: usize, last: usize) -> bool {
    let behind = index + 1..last.min(index + 1 + MAX_NOTES);
    let mut behind = behind.take_while(|next| draft.words(*next).len() < MAX_NOTE_BYTES);
    draft.words(index).len() < MAX_NOTE_BYTES && behind.any(|next| is_named(draft, next))
}

/// A long line that is nothing but names.
fn is_run(draft: &Draft<'_>, index: usize) -> bool {
    let words = draft.words(index);
    let parted = words.matches(';').count() >= 3;
    if words.len() >= MAX_RUN_BYTES || has_sentence(words) && !parted {
        return false;
    }
    match person::read(draft.text, draft.passages[index].span) {
        Entry::People(people) => people.len() >= 3 || people.len() * 40 > words.len(),
        _ => parted,
    }
}

/// Whether a line surely names somebody, and is a line of a list.
fn is_named(draft: &Draft<'_>, index: usize) -> bool {
    let words = draft.words(index);
    let whole = words.ends_with(['.', ':', '?', '"', '”']) && !ends_abbreviated(words);
    let named = || match person::read(draft.text, draft.passages[index].span) {
        Entry::People(people) => people.iter().any(|person| person.name.is_some()),
        _ => false,
    };
    let plain = !words.bytes().any(|byte| byte.is_ascii_digit());
    key(words).is_none() && !is_text(words) && !whole && plain && words.len() < 120 && named()
}

/// A footnote between the lines: text, or a line that ends like a sentence where its neighbours do
/// not.
fn is_note(draft: &Draft<'_>, index: usize, start: usize) -> bool {
    let words = draft.words(index);
    let ended = |words: &str| words.ends_with('.') && !ends_abbreviated(words);
    let before = draft.words(index - 1);
    let is_first = index == start + 1;
    is_text(words) && !is_run(draft, index) || ended(words) && !is_first && !ended(before)
}

/// "Jr.", "U.S.", "Ret.": the full stop of a short form.
fn ends_abbreviated(words: &str) -> bool {
    let last = words.rsplit([' ', '(']).next().unwrap_or_default();
    let bare = last.trim_end_matches(['.', ')']);
    let is_number = bare.bytes().any(|byte| byte.is_ascii_digit());
    !is_number && (bare.len() <= 3 || bare.contains('.') || words::is_sign(bare))
}

/// Words of sentences, which lists of names do not have.
const SENTENCE_WORDS: &[&str] = &[
    "that",
    "said",
    "asked",
    "stated",
    "was",
    "were",
    "is",
    "are",
    "had",
    "has",
    "have",
    "began",
    "opened",
    "agreed",
    "read",
    "would",
    "will",
    "noted",
    "expressed",
    "referred",
    "called",
    "handed",
    "welcomed",
    "thanked",
    "explained",
    "discussed",
    "replied",
    "it",
    "we",
    "I",
    "he",
    "she",
    "they",
    "following",
    "follows",
    "came",
    "told",
    "this",
    "his",
    "not",
    "been",
    "did",
    "printed",
    "see",
    "attached",
    "if",
    "which",
    "before",
    "after",
];

fn has_sentence(words: &str) -> bool {
    // "(as noted below)", "[name not declassified]" belong to the entry before them.
    let end = words
        .find(['(', '['])
        .filter(|_| words.ends_with([')', ']']));
    let mut words = words[..end.unwrap_or(words.len())].split(' ').skip(1);
    words.any(|word| {
        // "Anna I. Moss" has an initial.
        let bare = word.trim_end_matches([',', '.']);
        SENTENCE_WORDS.contains(&bare) && word != "I."
    })
}

/// A line that is text, not a name.
fn is_text(words: &str) -> bool {
    let ended = words.len() > 60 && words.ends_with(['.', ':', '?']) && !ends_abbreviated(words);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && words.len() > 80;
    let opened = words.starts_with(['"', '“', '[']);
    words.len() > MAX_BYTES || ended || opened || numbered || has_sentence(words)
}

/// A line with the next one set in under it: a side of the table.
fn is_indented_under(draft: &Draft<'_>, index: usize, end: usize) -> bool {
    let before = |index: usize| {
        let before = &draft.text[..draft.passages[index].span.start as usize];
        before.len() - before.trim_end_matches([' ', '\t']).len()
    };
    index + 1 < end && before(index) + 1 < before(index + 1)
}
