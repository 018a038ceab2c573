//! Finding: the spans of a text that say a time, and what they say. No date is counted here.
//!
//! A language's rules are tried at every token that one of them can begin with; the longest
//! reading holds. Each looks ahead by a bounded number of tokens, so that finding is linear in
//! the text.

use crate::FoundTime;
use crate::english;
use crate::tokens::Tokens;
use depeche_text::Span;

/// A stretch is scanned as a whole; longer texts are read stretch by stretch, so that memory
/// stays flat in a text of one line.
const STRETCH_BYTES: usize = 32 << 10;

/// No expression is longer: one that starts this near a stretch's end is left to the next.
const LONGEST_BYTES: usize = 256;

/// Words before an expression that its family may look at.
const LOOK_BACK: usize = 16;

/// Finds the times in `span` of `text`, in text order, not overlapping.
///
/// # Panics
/// If `span` does not lie on character boundaries of `text`.
pub fn find(text: &str, span: Span) -> Vec<FoundTime> {
    let mut found = Vec::new();
    let (mut scan_from, mut resume_at) = (span.start as usize, span.start);
    while scan_from < span.end as usize {
        let end = stretch_end(text, scan_from, span.end as usize);
        let tokens = Tokens::scan(text, Span::new(scan_from, end));
        let start = tokens
            .list
            .partition_point(|token| token.span.start < resume_at);
        let last = end == span.end as usize;
        let stop_at = if last { end } else { end - LONGEST_BYTES };
        let next = find_in_stretch(&tokens, start, stop_at, &mut found);
        let (Some(token), false) = (tokens.list.get(next), last) else {
            // One token filled the stretch, or this was the last.
            (scan_from, resume_at) = (end, end as u32);
            continue;
        };
        resume_at = token.span.start;
        let back = tokens.list[next.saturating_sub(LOOK_BACK).max(start.min(next))]
            .span
            .start;
        scan_from = back as usize;
    }
    found
}

/// Reads the expressions that start at token `start` or later and before byte `stop_at`; gives
/// the token where it stopped.
fn find_in_stretch(
    tokens: &Tokens<'_>,
    start: usize,
    stop_at: usize,
    found: &mut Vec<FoundTime>,
) -> usize {
    let mut index = start;
    while index < tokens.list.len() && (tokens.list[index].span.start as usize) < stop_at {
        let hit = english::read(tokens, index).filter(|hit| !tokens.parted(hit.start, hit.end));
        match hit {
            Some(hit) => {
                let hit = english::extend(tokens, hit);
                index = hit.end;
                found.push(hit.found(tokens));
            }
            None => index += 1,
        }
    }
    index
}

/// The end of the stretch that starts at `start`: on a character, after a space where there is
/// one in its last quarter.
fn stretch_end(text: &str, start: usize, limit: usize) -> usize {
    if limit - start <= STRETCH_BYTES {
        return limit;
    }
    let (low, high) = (start + STRETCH_BYTES / 4 * 3, start + STRETCH_BYTES);
    let space = |at: &usize| text.as_bytes()[*at].is_ascii_whitespace();
    let character = |at: &usize| text.is_char_boundary(*at);
    let cut = (low..high).rev().find(space);
    cut.unwrap_or_else(|| (high..limit).find(character).unwrap_or(limit))
}
