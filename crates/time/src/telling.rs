//! Quotations whose telling has a date of its own: "On May 3, 1968, Moss told reporters: …".
//!
//! What is quoted was said then: "tomorrow" in it is counted from that day, not from the day of the
//! document. Told on words alone, and only where the words are plain: the quotation stands in
//! marks or behind a colon, its telling in the same sentence, with one verb and one date. Speech
//! that is reported without marks ("said that he would leave tomorrow") is left to the document's
//! date: there the writer may have moved the day to his own.

use crate::english::telling::{Cue, cue_after, cue_before};
use crate::tokens::Tokens;
use crate::{AnchorSource, Anchors, FoundTime, KnownDate, TimeExpression, resolve};
use depeche_text::Span;

/// Bytes looked at on each side of a quotation for its telling.
const NEAR_BYTES: usize = 300;

/// A telling's date is no coarser than a year.
const LONGEST_DAYS: i64 = 366;

/// What is quoted, and which of the times found says when it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dated {
    words: Span,
    told: usize,
}

/// The quotations of a stretch whose telling has a date, where they hold a time.
pub(crate) fn dated(text: &str, span: Span, found: &[FoundTime]) -> Vec<Dated> {
    if found.len() < 2 {
        return Vec::new();
    }
    let quotations = quotations(text, span);
    let mut dated: Vec<Dated> = Vec::new();
    // The date of a telling that ends its sentence, and where the next begins.
    let mut before: Option<(usize, u32)> = None;
    for (index, quotation) in quotations.iter().enumerate() {
        let next = quotations.get(index + 1);
        let goes_on = before.take();
        let is_asked = quotation.holds(found) || next.is_some_and(|next| next.holds(found));
        if !is_asked || quotation.is_colon && !quotation.holds(found) {
            continue;
        }
        let previous = index
            .checked_sub(1)
            .map(|index| quotations[index].outer.end);
        let gaps = Gaps {
            text,
            found,
            before: Span {
                start: previous.unwrap_or(span.start),
                end: quotation.outer.start,
            },
            after: Span {
                start: quotation.outer.end,
                end: next.map_or(span.end, |next| next.outer.start),
            },
        };
        let told = match gaps.cue(quotation) {
            Some(Cue { told, ends }) => {
                before = told.zip(ends);
                told
            }
            None => goes_on
                .filter(|(_, end)| *end == quotation.outer.start)
                .map(|(told, _)| told),
        };
        if let Some(told) = told.filter(|_| quotation.holds(found)) {
            dated.push(Dated {
                words: quotation.words,
                told,
            });
        }
    }
    dated
}

/// Resolves the next time of a stretch where it stands in one of the quotations: from the day of
/// its telling; where that is unknown, it hangs on it. `None` where it stands in none.
pub(crate) fn resolve_quoted(
    dated: &[Dated],
    (found, read): (&[FoundTime], &[TimeExpression]),
    anchors: &Anchors,
) -> Option<TimeExpression> {
    let time = &found[read.len()];
    let begun = dated.partition_point(|dated| dated.words.start <= time.span.start);
    let quoted = dated[..begun].last();
    let told = quoted
        .filter(|quoted| quoted.words.contains(time.span))?
        .told;
    let telling = match read.get(told) {
        Some(read) => read.clone(),
        None => resolve(&found[told], anchors),
    };
    let known = KnownDate::of(&telling, AnchorSource::Telling);
    let known = known.filter(|known| known.length_days() <= LONGEST_DAYS);
    if known.is_none() && telling.unresolved.is_none() {
        return None;
    }
    let own = Anchors {
        document_date: None,
        ..anchors.clone().told_on(known)
    };
    let mut expression = resolve(time, &own);
    if let Some(open) = &mut expression.unresolved
        && open.from == AnchorSource::DocumentDate
    {
        open.from = AnchorSource::Telling;
    }
    Some(expression)
}

/// What stands around a quotation, up to its neighbours.
struct Gaps<'a> {
    text: &'a str,
    found: &'a [FoundTime],
    before: Span,
    after: Span,
}

impl Gaps<'_> {
    /// The telling that introduces or follows a quotation; `None` where neither does.
    fn cue(&self, quotation: &Quotation) -> Option<Cue> {
        let before = self.near(self.before, true);
        let tokens = Tokens::scan(self.text, before);
        if let Some(cue) = cue_before(&tokens, self.found) {
            return Some(cue);
        }
        let said = quotation.words.slice(self.text).trim_end();
        if quotation.is_colon || said.ends_with('.') {
            return None;
        }
        let after = self.near(self.after, false);
        cue_after(&Tokens::scan(self.text, after), self.found)
    }

    /// The part of a gap that lies next to the quotation.
    fn near(&self, gap: Span, before: bool) -> Span {
        let (mut start, mut end) = (gap.start as usize, gap.end as usize);
        if before {
            start = start.max(end.saturating_sub(NEAR_BYTES));
        } else {
            end = end.min(start + NEAR_BYTES);
        }
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        Span::new(start, end.max(start))
    }
}

/// What is quoted, without and with its marks.
#[derive(Debug, Clone, Copy)]
struct Quotation {
    words: Span,
    outer: Span,
    /// It stands behind a colon, without marks.
    is_colon: bool,
}

impl Quotation {
    /// Whether a time stands in it.
    fn holds(&self, found: &[FoundTime]) -> bool {
        let first = found.partition_point(|time| time.span.start < self.words.start);
        let first = found.get(first);
        first.is_some_and(|time| time.span.end <= self.words.end)
    }
}

/// The quotations in double marks and what stands behind colons, in text order. An empty line
/// ends a quotation.
fn quotations(text: &str, span: Span) -> Vec<Quotation> {
    let bytes = &text.as_bytes()[..span.end as usize];
    let mut all: Vec<Quotation> = Vec::new();
    let mut open: Option<Quotation> = None;
    let mut at = span.start as usize;
    while at < bytes.len() {
        if !is_mark(bytes[at]) {
            at += 1;
            continue;
        }
        let (mark, length) = mark(&bytes[at..]);
        let close = |open: Quotation, outer: usize| Quotation {
            words: Span::new(open.words.start as usize, at),
            outer: Span::new(open.outer.start as usize, outer),
            ..open
        };
        match (mark, open) {
            (Mark::Open | Mark::Both, None) => open = Some(opened(at, at + length, false)),
            (Mark::Open | Mark::Both, Some(behind)) if behind.is_colon => {
                let is_first = text[behind.words.start as usize..at].trim().is_empty();
                if !is_first {
                    all.push(close(behind, at));
                }
                open = Some(opened(at, at + length, false));
            }
            (Mark::Close | Mark::Both, Some(quoted)) if !quoted.is_colon => {
                all.push(close(quoted, at + length));
                open = None;
            }
            (Mark::Colon, None) => open = Some(opened(at + length, at + length, true)),
            (Mark::Line, Some(left)) => {
                all.push(close(left, at));
                open = None;
            }
            (Mark::Stop, Some(behind)) if behind.is_colon => {
                all.push(close(behind, at));
                open = None;
            }
            _ => {}
        }
        at += length;
    }
    all
}

fn opened(outer: usize, words: usize, is_colon: bool) -> Quotation {
    Quotation {
        words: Span::new(words, words),
        outer: Span::new(outer, words),
        is_colon,
    }
}

/// A mark that matters for quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    /// The same sign opens and closes.
    Both,
    /// A colon and a space.
    Colon,
    /// The end of a sentence.
    Stop,
    /// An empty line.
    Line,
    None,
}

/// Whether a mark can begin with a byte: most do not.
fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'"' | b'`' | b'\'' | 0xC2 | 0xE2 | b':' | b'.' | b'!' | b'?' | b'\n'
    )
}

/// The mark that bytes begin with, and its length.
fn mark(bytes: &[u8]) -> (Mark, usize) {
    let is_space = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    match bytes {
        [b'"', ..] => (Mark::Both, 1),
        [b'`', b'`', ..] => (Mark::Open, 2),
        [b'\'', b'\'', ..] => (Mark::Both, 2),
        [0xC2, 0xAB, ..] => (Mark::Open, 2),
        [0xC2, 0xBB, ..] => (Mark::Close, 2),
        [0xE2, 0x80, 0x9C | 0x9E, ..] => (Mark::Open, 3),
        [0xE2, 0x80, 0x9D, ..] => (Mark::Close, 3),
        [b':', ..] if is_space(1) => (Mark::Colon, 1),
        [b'.' | b'!' | b'?', ..] if is_space(1) => (Mark::Stop, 1),
        [b'\n', rest @ ..] => {
            let blank = rest
                .iter()
                .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
            let blank = blank.count();
            let is_empty = rest.get(blank) == Some(&b'\n');
            (if is_empty { Mark::Line } else { Mark::None }, 1)
        }
        _ => (Mark::None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        let all = quotations(text, Span::new(0, text.len()));
        all.iter()
            .map(|quotation| quotation.words.slice(text).trim())
            .collect()
    }

    #[test]
    fn quotations_stand_in_marks_or_behind_a_colon() {
        assert_eq!(
            quoted("He said, \"We go,\" and \u{201c}soon\u{201d}."),
            ["We go,", "soon"]
        );
        assert_eq!(quoted("He said: ``We go.'' He left."), ["We go."]);
        assert_eq!(quoted("He told us: We go. He left."), ["We go"]);
        assert_eq!(quoted("He said \"we\n\ngo\" and"), ["we"]);
    }
}
