//! Snippets: the passages of a document that show best why it was found.

use crate::Query;
use crate::pattern::{Match, Patterns};
use depeche_text::Span;

/// About how long a snippet is, in bytes.
const SNIPPET_BYTES: u32 = 240;

/// How far a snippet's start is moved back to begin with a sentence, in bytes.
const REACH_BYTES: usize = 100;

/// Once every pattern was seen, so much more is read in search of a better passage.
const READ_ON_BYTES: u32 = 8 << 10;

/// Once any was seen, so much is read at most.
const READ_MOST_BYTES: u32 = 128 << 10;

/// A passage of a text with what matched in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The passage.
    pub span: Span,
    /// What matched, inside `span`, in order and apart from each other.
    pub marks: Vec<Span>,
}

/// Every place in a text that a query matches, in order and apart from each other.
pub fn marks(text: &str, query: &Query) -> Vec<Span> {
    let patterns = Patterns::new(query.root());
    let mut matches = Vec::new();
    let mut matching = patterns.matching(text);
    while matching.advance(&mut matches).is_some() {}
    joined(&matches)
}

/// At most `max` passages of a text that show best what a query matched, in text order; where
/// nothing of the query stands in the text, its beginning. Of a very long text the first
/// passages that hold every part are enough.
pub fn snippets(text: &str, query: &Query, max: usize) -> Vec<Snippet> {
    if max == 0 || text.is_empty() {
        return Vec::new();
    }
    let patterns = Patterns::new(query.root());
    let matches = some_matches(text, &patterns);
    if matches.is_empty() {
        let end = text.len().min(SNIPPET_BYTES as usize);
        return vec![snippet(text, Span::new(0, floor(text, end)), &[])];
    }
    let mut chosen = choose(&matches, patterns.count(), max);
    chosen.sort_unstable();
    let mut snippets: Vec<Snippet> = Vec::new();
    for (first, last) in chosen {
        let core = matches[first].span.cover(matches[last].span);
        let next = snippet(text, core, &matches);
        match snippets.last_mut() {
            Some(before) if before.span.end >= next.span.start => {
                *before = marked(before.span.cover(next.span), &matches);
            }
            _ => snippets.push(next),
        }
    }
    snippets
}

fn some_matches(text: &str, patterns: &Patterns) -> Vec<Match> {
    let mut matches = Vec::new();
    let mut seen = vec![false; patterns.count()];
    let mut missing = patterns.count();
    if missing == 0 {
        return matches;
    }
    let mut matching = patterns.matching(text);
    let mut enough = u32::MAX;
    let mut known = 0;
    while let Some(end) = matching.advance(&mut matches) {
        if end > enough {
            break;
        }
        for found in &matches[known..] {
            if known == 0 {
                enough = end.saturating_add(READ_MOST_BYTES);
            }
            missing -= usize::from(!seen[found.pattern]);
            seen[found.pattern] = true;
            if missing == 0 {
                enough = enough.min(end.saturating_add(READ_ON_BYTES));
            }
        }
        known = matches.len();
    }
    // A phrase is found when its last word is read, after the words inside it.
    matches.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end)));
    matches
}

/// Picks passages as ranges of matches: each time the one that shows most that was not shown.
fn choose(matches: &[Match], pattern_count: usize, max: usize) -> Vec<(usize, usize)> {
    let mut chosen: Vec<(usize, usize)> = Vec::new();
    let mut shown = vec![false; pattern_count];
    for _ in 0..max {
        let taken = |span: Span| {
            chosen.iter().any(|&(first, last)| {
                let core = matches[first].span.cover(matches[last].span);
                span.start < core.end + SNIPPET_BYTES / 2
                    && core.start < span.end + SNIPPET_BYTES / 2
            })
        };
        let Some((first, last)) = best_window(matches, &shown, taken) else {
            break;
        };
        matches[first..=last]
            .iter()
            .for_each(|found| shown[found.pattern] = true);
        chosen.push((first, last));
    }
    chosen
}

/// The window of matches within one snippet's length that counts most, the earliest of equals.
fn best_window(
    matches: &[Match],
    shown: &[bool],
    taken: impl Fn(Span) -> bool,
) -> Option<(usize, usize)> {
    let mut counts = vec![0usize; shown.len()];
    let mut weight = 0usize;
    let mut best: Option<(usize, (usize, usize))> = None;
    let mut last = 0;
    for first in 0..matches.len() {
        while last < matches.len()
            && (last <= first
                || matches[last].span.end <= matches[first].span.start + SNIPPET_BYTES)
        {
            let pattern = matches[last].pattern;
            // A pattern not yet shown counts most, one shown before a little, its repetition
            // least.
            weight += match (counts[pattern], shown[pattern]) {
                (0, false) => 100,
                (0, true) => 10,
                _ => 1,
            };
            counts[pattern] += 1;
            last += 1;
        }
        let span = matches[first].span.cover(matches[last - 1].span);
        if best.is_none_or(|(most, _)| weight > most) && !taken(span) {
            best = Some((weight, (first, last - 1)));
        }
        let pattern = matches[first].pattern;
        counts[pattern] -= 1;
        weight -= match (counts[pattern], shown[pattern]) {
            (0, false) => 100,
            (0, true) => 10,
            _ => 1,
        };
    }
    best.map(|(_, window)| window)
}

/// Widens a core to a passage from the start of a sentence or word to the end of one.
fn snippet(text: &str, core: Span, matches: &[Match]) -> Snippet {
    let room = SNIPPET_BYTES.saturating_sub(core.len() as u32) as usize;
    let start = sentence_start(text, core.start as usize, REACH_BYTES.min(room.max(20)));
    let used = core.end as usize - start;
    let end = passage_end(
        text,
        core.end as usize,
        (SNIPPET_BYTES as usize).saturating_sub(used),
    );
    marked(Span::new(start, end).trimmed(text), matches)
}

fn marked(span: Span, matches: &[Match]) -> Snippet {
    let from = matches.partition_point(|found| found.span.start < span.start);
    let inside: Vec<Match> = matches[from..]
        .iter()
        .take_while(|found| found.span.start < span.end)
        .filter(|found| span.contains(found.span))
        .copied()
        .collect();
    Snippet {
        span,
        marks: joined(&inside),
    }
}

/// Spans in order, those that overlap made one.
fn joined(matches: &[Match]) -> Vec<Span> {
    let mut spans: Vec<Span> = matches.iter().map(|found| found.span).collect();
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.cover(span),
            _ => joined.push(span),
        }
    }
    joined
}

/// The start of the sentence before `from`, within `reach`; else of a word.
fn sentence_start(text: &str, from: usize, reach: usize) -> usize {
    let least = ceil(text, from.saturating_sub(reach));
    let before = &text[least..from];
    let mut word = None;
    let mut later = None;
    for (offset, character) in before.char_indices().rev() {
        let after = offset + character.len_utf8();
        if character == '\n' {
            return least + after;
        }
        if character.is_whitespace() {
            if before[..offset].ends_with(['.', '!', '?', '”', '"']) {
                return least + after;
            }
            word = Some(least + after);
            later = later.or(word);
        }
    }
    match least {
        0 => 0,
        _ => word.or(later).unwrap_or(from),
    }
}

/// The end of the last sentence or word within `room` bytes after `from`.
fn passage_end(text: &str, from: usize, room: usize) -> usize {
    let most = floor(text, (from + room).min(text.len()));
    if most <= from {
        return from;
    }
    if most == text.len() {
        return most;
    }
    let after = &text[from..most];
    match after.rfind(char::is_whitespace) {
        Some(space) => from + space,
        None => from,
    }
}

fn floor(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn ceil(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset
}
