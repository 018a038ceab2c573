//! FRUS, from the words alone: datelines, persons, participants of conversations.
//!
//! `eval frus [PART] [VOLUME…]` runs one part or all, on some volumes or all 84.

mod datelines;
pub(crate) mod marked;
mod mentions;
pub(crate) mod participants;
pub(crate) mod persons;
pub mod words;

/// The parts, by name.
const PARTS: &[(&str, Part)] = &[
    ("datelines", datelines::run),
    ("mentions", mentions::run),
    ("persons", persons::run),
    ("participants", participants::run),
];

/// A part takes the names of the volumes to read; none means all.
type Part = fn(&[String]) -> anyhow::Result<()>;

/// Runs the parts and prints their tables.
///
/// # Errors
/// When a file of the set cannot be read or a CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let named = arguments
        .first()
        .and_then(|name| PARTS.iter().find(|(part, _)| part == name));
    match named {
        Some((_, part)) => part(&arguments[1..]),
        None => PARTS.iter().try_for_each(|(_, part)| part(arguments)),
    }
}
