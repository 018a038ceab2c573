//! From lines to passages: paragraphs of wrapped text, or one line each.

use depeche_text::Span;

/// Lines up to this length may be the lines of wrapped text, in bytes.
const WRAP_BYTES: usize = 110;

/// The passages of a text, in order: groups of lines between empty lines where the text is
/// wrapped, else each line.
pub(super) fn passages(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let width = wrapped_width(text, &lines);
    let mut passages: Vec<Span> = Vec::new();
    let mut previous: Option<Span> = None;
    for line in lines {
        let joins = match (width, previous, passages.last_mut()) {
            (Some(width), Some(previous), Some(passage))
                if continues(text, previous, line, width) =>
            {
                *passage = passage.cover(line);
                true
            }
            _ => false,
        };
        if !joins && !line.is_empty() {
            passages.push(line);
        }
        previous = (!line.is_empty()).then_some(line);
    }
    passages
}

/// The lines, without white space at their ends.
pub(super) fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        lines.push(Span::new(start, start + line.len()).trimmed(text));
        start += line.len();
    }
    lines
}

/// The width that the text is wrapped at; `None` where its lines are paragraphs.
///
/// A wrapped text shows in lines that stop near the margin without ending their sentence.
fn wrapped_width(text: &str, lines: &[Span]) -> Option<usize> {
    let (mut full, mut all, mut broken, mut lower) = (0, 0, 0, 0);
    for pair in lines
        .windows(2)
        .filter(|pair| !pair[0].is_empty() && !pair[1].is_empty())
    {
        all += 1;
        if !(50..=WRAP_BYTES).contains(&pair[0].len()) {
            continue;
        }
        full += 1;
        if !pair[0]
            .slice(text)
            .ends_with(['.', '!', '?', ':', ';', '"', '”', ')', ']'])
        {
            broken += 1;
            lower += usize::from(pair[1].slice(text).starts_with(char::is_lowercase));
        }
    }
    let long = lines
        .iter()
        .filter(|line| line.len() > WRAP_BYTES + 30)
        .count();
    let width = lines
        .iter()
        .map(|line| line.len())
        .filter(|len| *len <= WRAP_BYTES)
        .max()?;
    let common = full * 5 >= all * 2 && long * 10 <= full && broken * 2 >= full;
    (common && (lower > 0 || broken >= 3)).then_some(width)
}

/// Whether a line goes on where the one before it stopped.
fn continues(text: &str, previous: Span, line: Span, width: usize) -> bool {
    let words = line.slice(text);
    let listed = super::keys::key(words).is_some()
        || super::participants::is_heading(words)
        || is_item(words);
    // A line far from the margin ended its paragraph, unless its neighbour is as short: the
    // lines of an address or a list stand alone.
    !line.is_empty() && !listed && previous.len() * 5 >= width * 3
}

/// `1. `, `- `, `(a) ` at the start.
fn is_item(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && words[digits..].starts_with(". ")
        || words.starts_with("- ")
        || words.starts_with("* ")
        || words.starts_with("• ")
}
