//! Where a mention ends for sets that mark more than the name: with article, title, possessive
//! ending and explained letters.
//!
//! As the guide of the cables' annotators has it: what a comma sets off is a mention of its own
//! ("A. MOSS, MINISTER OF TRADE" is two), letters in brackets belong to the name that they stand
//! for. Nothing here looks at what is marked.

use depeche_annotate::{Annotations, EntityKind, Mention, Word};
use depeche_text::Span;

/// Letters in brackets are no longer than this.
const LETTERS: usize = 9;

/// They belong to a title.
const FORMER: &[&str] = &["acting", "ex-", "former", "mr.", "vp"];

/// A mention with all that belongs to it.
pub(super) fn full(mention: &Mention, words: &[Word], text: &str) -> Span {
    let span = beside(mention, text);
    let span = match mention.kind {
        EntityKind::Person => former(span, span.start < mention.span.start, text),
        _ => span,
    };
    let span = articled(span, words, text);
    let span = closed(span, text);
    let span = match mention.kind {
        EntityKind::Organization => lettered(span, text),
        // "Norland (Moss)" says who speaks for it.
        EntityKind::Place | EntityKind::Facility => {
            let lettered = lettered(span, text);
            let letters = lettered
                .slice(text)
                .rsplit('(')
                .next()
                .and_then(|words| words.chars().next());
            let first = mention.span.slice(text).chars().next();
            if letters == first { lettered } else { span }
        }
        _ => span,
    };
    owned(span, text)
}

/// The offices that a comma sets off from their holders.
pub(super) fn offices_apart<'a>(
    annotations: &'a Annotations,
    text: &'a str,
) -> impl Iterator<Item = Span> + 'a {
    annotations.offices.iter().filter_map(move |office| {
        let holder = &annotations.mentions[office.holder?];
        let apart = !beside(holder, text).overlaps(office.span);
        apart.then(|| articled(office.span, &annotations.words, text))
    })
}

/// The mention without an office that a comma sets off.
fn beside(mention: &Mention, text: &str) -> Span {
    let Mention { span, full, .. } = mention;
    let before = Span {
        start: full.start,
        end: span.start.max(full.start),
    };
    let after = Span {
        start: span.end,
        end: full.end.max(span.end),
    };
    let mut beside = full.cover(*span);
    if before.slice(text).trim_end().ends_with(',') {
        beside.start = span.start;
    }
    if after.slice(text).trim_start().starts_with(',') {
        beside.end = span.end;
    }
    beside
}

/// With "former" or "acting" before it, and "then" before a title.
fn former(span: Span, titled: bool, text: &str) -> Span {
    let before = text[..span.start as usize].trim_end();
    let last = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let start = before.len() - last.len();
    let last = last.to_lowercase();
    match FORMER.contains(&last.as_str()) || titled && last == "then" {
        true => Span {
            start: u32::try_from(start).unwrap_or(span.start),
            end: span.end,
        },
        false => span,
    }
}

/// With the article that the tree gives it.
fn articled(span: Span, words: &[Word], text: &str) -> Span {
    let first = words.partition_point(|word| word.span.start < span.start);
    let after = words.partition_point(|word| word.span.end <= span.end);
    // Telegrams have double spaces, which are words of the tree.
    let blank = |word: &&Word| word.span.slice(text).trim().is_empty();
    let Some(before) = words[..first].iter().rev().find(|word| !blank(word)) else {
        return span;
    };
    let inside = (first..after).contains(&before.head);
    let article = ["the", "a", "an"].contains(&before.span.slice(text).to_lowercase().as_str());
    match inside && article {
        true => span.cover(before.span),
        false => span,
    }
}

/// With the bracket that closes one in it.
fn closed(span: Span, text: &str) -> Span {
    let words = span.slice(text);
    let open = words.matches('(').count() > words.matches(')').count();
    let closes = text[span.end as usize..].starts_with(')');
    longer(span, usize::from(open && closes))
}

/// With the letters in brackets behind it.
fn lettered(span: Span, text: &str) -> Span {
    let rest = &text[span.end as usize..];
    let spaced = rest.trim_start_matches(' ');
    let letters = spaced
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'));
    let fits = |letters: &str| {
        (2..=LETTERS).contains(&letters.len())
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    match letters {
        Some((letters, _)) if fits(letters) => {
            longer(span, rest.len() - spaced.len() + letters.len() + 2)
        }
        _ => span,
    }
}

/// With its possessive ending, also where a space has come into it ("MOSS' S").
fn owned(span: Span, text: &str) -> Span {
    let rest = &text[span.end as usize..];
    let Some(mark) = ['\'', '’'].iter().find(|mark| rest.starts_with(**mark)) else {
        return span;
    };
    let after = &rest[mark.len_utf8()..];
    let ends = |after: &str| !after.starts_with(char::is_alphanumeric);
    for ending in ["S", "s", " S"] {
        if after.strip_prefix(ending).is_some_and(ends) {
            return longer(span, mark.len_utf8() + ending.len());
        }
    }
    let plural = span.slice(text).ends_with(['S', 's']);
    longer(
        span,
        if plural && ends(after) {
            mark.len_utf8()
        } else {
            0
        },
    )
}

/// Longer by so many bytes.
fn longer(span: Span, bytes: usize) -> Span {
    Span {
        start: span.start,
        end: span.end + u32::try_from(bytes).unwrap_or(0),
    }
}
