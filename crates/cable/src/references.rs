//! The reference list: `A. 06 OSTERVIK 1234  B. STATE 5678 (NOTAL)` taken apart.

use crate::cable::{Part, Reference};
use depeche_text::Span;

/// Takes a reference list apart: at its letters in their order, else at commas and semicolons.
pub(crate) fn split(text: &str, span: Span) -> Vec<Reference> {
    let marks = letters(text, span);
    if marks.is_empty() {
        return unlettered(text, span);
    }
    let ends = marks
        .iter()
        .skip(1)
        .map(|(_, start, _)| *start)
        .chain([span.end as usize]);
    marks
        .iter()
        .zip(ends)
        .map(|((label, _, from), end)| Reference {
            label: Some(*label),
            part: entry(text, Span::new(*from, end.max(*from))),
        })
        .filter(|reference| !reference.part.value.is_empty())
        .collect()
}

fn unlettered(text: &str, span: Span) -> Vec<Reference> {
    let mut start = span.start as usize;
    let mut references = Vec::new();
    for piece in span.slice(text).split_inclusive([',', ';']) {
        let part = entry(text, Span::new(start, start + piece.len()));
        start += piece.len();
        if !part.value.is_empty() {
            references.push(Reference { label: None, part });
        }
    }
    references
}

fn entry(text: &str, span: Span) -> Part {
    let words = span.slice(text);
    let kept =
        words.trim_end_matches(|end: char| end.is_whitespace() || matches!(end, ',' | ';' | '('));
    Part::of(
        text,
        Span::new(span.start as usize, span.start as usize + kept.len()),
    )
}

/// The letters in order, each with where it starts and where its entry starts.
fn letters(text: &str, span: Span) -> Vec<(char, usize, usize)> {
    let words = span.slice(text);
    let bytes = words.as_bytes();
    let mut wanted = b'A';
    let mut marks = Vec::new();
    let mut at = 0;
    while at < bytes.len() && wanted <= b'Z' {
        let open = usize::from(bytes[at] == b'(');
        let letter = bytes
            .get(at + open)
            .is_some_and(|byte| byte.to_ascii_uppercase() == wanted);
        let close = bytes.get(at + open + 1).copied();
        let closed = if open == 1 {
            close == Some(b')')
        } else {
            matches!(close, Some(b'.' | b')' | b':'))
        };
        let free = at == 0 || matches!(bytes[at - 1], b' ' | b'\n' | b'\t' | b'\r' | b',' | b';');
        if letter && closed && free {
            let start = span.start as usize;
            marks.push((wanted as char, start + at, start + at + open + 2));
            wanted += 1;
            at += open + 2;
        } else {
            at += 1;
        }
    }
    if marks
        .first()
        .is_some_and(|(_, start, _)| *start as u32 > span.start + 3)
    {
        return Vec::new();
    }
    marks
}
