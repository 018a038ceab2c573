//! FRUS documents with the spans of tagged people and participants lists, on the words alone.

use super::words::{self, Mark, Words};
use depeche_text::Span;
use std::path::Path;

const PERSON: (char, char) = ('\u{e000}', '\u{e001}');
const LIST: (char, char) = ('\u{e002}', '\u{e003}');
const NOTE: (char, char) = ('\u{e004}', '\u{e005}');

const MARKS: &[Mark] = &[
    Mark {
        element: "persName",
        attribute: ("corresp", None),
        open: PERSON.0,
        close: PERSON.1,
    },
    Mark {
        element: "list",
        attribute: ("type", Some("participants")),
        open: LIST.0,
        close: LIST.1,
    },
    Mark {
        element: "note",
        attribute: ("xml:id", None),
        open: NOTE.0,
        close: NOTE.1,
    },
];

/// A document's words, unmarked, with what the markup says.
#[derive(Clone)]
pub(crate) struct Marked {
    pub(crate) words: Words,
    /// Tagged people.
    pub(crate) people: Vec<Span>,
    /// Participants lists.
    pub(crate) lists: Vec<Span>,
    /// Footnotes, which may stand between the lines of a list.
    pub(crate) notes: Vec<Span>,
}

/// Hands each document of a volume to `each`.
pub(crate) fn each(volume: &Path, each: &mut dyn FnMut(Marked)) -> anyhow::Result<()> {
    words::each_marked(volume, MARKS, &mut |words| each(unmark(words)))
}

fn unmark(words: Words) -> Marked {
    let mut marked = Marked {
        words: Words {
            text: String::with_capacity(words.text.len()),
            ..words.clone()
        },
        people: Vec::new(),
        lists: Vec::new(),
        notes: Vec::new(),
    };
    let mut people: Vec<usize> = Vec::new();
    let mut lists: Vec<usize> = Vec::new();
    let mut notes: Vec<usize> = Vec::new();
    let text = &mut marked.words.text;
    for character in words.text.chars() {
        match character {
            _ if character == PERSON.0 => people.push(text.len()),
            _ if character == LIST.0 => lists.push(text.len()),
            _ if character == NOTE.0 => notes.push(text.len()),
            _ if character == NOTE.1 => close(&mut notes, text, &mut marked.notes),
            _ if character == PERSON.1 => close(&mut people, text, &mut marked.people),
            _ if character == LIST.1 => close(&mut lists, text, &mut marked.lists),
            _ => text.push(character),
        }
    }
    marked.people.sort_unstable();
    marked.lists.sort_unstable();
    marked.notes.sort_unstable();
    marked
}

fn close(open: &mut Vec<usize>, text: &str, found: &mut Vec<Span>) {
    if let Some(start) = open.pop() {
        let span = Span::new(start, text.len()).trimmed(text);
        if !span.is_empty() {
            found.push(span);
        }
    }
}

/// The folded last word of a name, without "Jr." and the like.
pub(crate) fn surname(name: &str) -> String {
    let folded = depeche_text::fold(name);
    let suffix = |word: &&str| matches!(*word, "jr" | "sr" | "ii" | "iii");
    let mut words = folded
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let last = words.by_ref().rev().find(|word| !suffix(word));
    last.unwrap_or_default().trim_end_matches("'s").to_owned()
}
