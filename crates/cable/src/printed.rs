//! Telegrams as printed in documentary editions: "Telegram From the Embassy in X to the
//! Department of State", a dateline, then the text with the telegram's number before it.

use crate::cable::{Cable, Form, Part};
use depeche_text::Span;

/// The heading stands within so many lines.
const MAX_HEADING_LINE: usize = 8;

/// Reads a printed telegram by its heading; `None` where no heading says that it is one.
pub(crate) fn headed(text: &str, lines: &[Span]) -> Option<Cable> {
    let filled = lines.iter().filter(|line| !line.is_empty());
    let (heading, names) = filled
        .take(MAX_HEADING_LINE)
        .find_map(|line| Some((*line, names(text, *line)?)))?;
    let header = Span::new(0, heading.end as usize).trimmed(text);
    let body = Span::new(heading.end as usize, text.len()).trimmed(text);
    let mut cable = Cable::new(Form::Printed, header, body);
    cable.from = Some(Part::of(text, names.0));
    cable.to = vec![Part::of(text, names.1)];
    cable.number = number(text, lines, heading);
    Some(cable)
}

/// Sender and addressee of a heading: the heading may be numbered ("21. Telegram From …").
fn names(text: &str, line: Span) -> Option<(Span, Span)> {
    let words = line.slice(text);
    let after = |start: &&str| {
        words
            .find(*start)
            .filter(|at| *at <= 8)
            .map(|at| at + start.len())
    };
    let from = ["Telegram From ", "Circular Telegram From ", "Airgram From "]
        .iter()
        .find_map(after);
    // "Telegram from Lund to be published" may head a story: in small letters it needs a number.
    let numbered = words.starts_with(|first: char| first.is_ascii_digit());
    let small = ["Telegram from ", "Airgram from "]
        .iter()
        .find_map(after)
        .filter(|_| numbered);
    let from = from.or(small).filter(|_| !words.ends_with('.'))?;
    let to = from
        + words
            .get(from..)?
            .find(" to ")
            .or_else(|| words[from..].find(" To "))?;
    let start = line.start as usize;
    Some((
        Span::new(start + from, start + to),
        Span::new(start + to + 4, line.end as usize),
    ))
}

/// "164. The minister told me": the telegram's own number before its first words.
fn number(text: &str, lines: &[Span], heading: Span) -> Option<Part> {
    let after = lines
        .iter()
        .filter(|line| line.start >= heading.end && !line.is_empty());
    after.take(12).find_map(|line| {
        let words = line.slice(text);
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let start = line.start as usize;
        let dotted = words[digits..].starts_with(". ");
        // "1." opens a numbered paragraph, not a numbered telegram.
        (digits >= 2 && dotted).then(|| Part::of(text, Span::new(start, start + digits)))
    })
}
