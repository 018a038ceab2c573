//! The date of an event that the words name: "the day before the meeting", where the text says
//! plainly when the meeting was.
//!
//! Plainly means: the same noun, or its verb, stands in one sentence with a date and no other
//! date between the two. The nearest such date before holds; where there is none, one that follows
//! in the same block. All is bounded: the last dates, and the words next to each.

use crate::english::event::{Naming, naming};
use crate::{
    AnchorSource, Anchors, FoundTime, KnownDate, Meaning, TimeExpression, TimeType, resolve,
};
use depeche_text::Span;

/// Bytes looked at on each side of a date for the event.
const NEAR_BYTES: usize = 160;

/// The date of the event that a found time is counted from, from the dates before it.
pub(crate) fn dated_before(
    text: &str,
    found: &FoundTime,
    dates: &[KnownDate],
) -> Option<KnownDate> {
    let noun = noun(found)?;
    let naming = naming(noun.slice(text))?;
    let mut dates = dates.iter().rev().filter(|date| {
        date.length_days() == 0
            && date.span.is_some_and(|span| {
                span.end <= found.span.start && tells(text, span, found, &naming)
            })
    });
    dates.next().map(of_event)
}

/// Dates what is still open by what follows in the same block: "the day before the meeting of
/// 3 May", "The day before the meeting … The meeting on 3 May …".
pub(crate) fn date_by_what_follows(
    text: &str,
    (found, read): (&[FoundTime], &mut Vec<TimeExpression>),
    anchors: &mut Anchors,
) {
    for (index, time) in found.iter().enumerate() {
        let is_open = read[index].unresolved.is_some();
        let Some(noun) = noun(time).filter(|_| is_open) else {
            continue;
        };
        let Some(naming) = naming(noun.slice(text)) else {
            continue;
        };
        let after = read[index + 1..].iter().take(8);
        let known = after.filter_map(|date| {
            let is_when = matches!(date.kind, TimeType::Date | TimeType::Time);
            let known = KnownDate::of(date, AnchorSource::Text).filter(|_| is_when)?;
            let span = date.span.filter(|_| known.length_days() == 0)?;
            let gap = &text[noun.end as usize..span.start as usize];
            let of = matches!(gap.trim(), "of" | "on" | "(" | "in");
            (of || tells(text, span, time, &naming)).then_some(known)
        });
        anchors.event = known.map(|known| of_event(&known)).next();
        if anchors.event.is_some() {
            read[index] = resolve(time, anchors);
        }
    }
}

fn noun(found: &FoundTime) -> Option<Span> {
    match &found.meaning {
        Meaning::FromEvent { noun, .. } => Some(*noun),
        _ => None,
    }
}

fn of_event(date: &KnownDate) -> KnownDate {
    KnownDate {
        from: AnchorSource::Event,
        ..date.clone()
    }
}

/// Whether the sentence around a date names the event, outside the words that are to be dated.
fn tells(text: &str, date: Span, found: &FoundTime, naming: &Naming<'_>) -> bool {
    let (start, end) = (date.start as usize, date.end as usize);
    let mut low = start.saturating_sub(NEAR_BYTES);
    while !text.is_char_boundary(low) {
        low += 1;
    }
    let mut high = (end + NEAR_BYTES).min(text.len());
    while !text.is_char_boundary(high) {
        high -= 1;
    }
    let before = &text[low..start];
    let before = &before[last_stop(before)..];
    let after = &text[end..high];
    let after = &after[..first_stop(after)];
    let outside = |at: usize| !(found.span.start as usize..found.span.end as usize).contains(&at);
    let offset = start - before.len();
    words(before).any(|(at, word)| outside(offset + at) && naming.is(word))
        || words(after).any(|(at, word)| outside(end + at) && naming.is(word))
}

/// Where the last sentence, or the words behind the last digits, begin.
fn last_stop(text: &str) -> usize {
    let bytes = text.as_bytes();
    let stop = (0..bytes.len()).rev().find(|at| is_stop(bytes, *at));
    stop.map_or(0, |at| at + 1)
}

fn first_stop(text: &str) -> usize {
    let bytes = text.as_bytes();
    let stop = (0..bytes.len()).find(|at| is_stop(bytes, *at));
    stop.unwrap_or(text.len())
}

/// The end of a sentence, or digits of four places: another date's year.
fn is_stop(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'!' | b'?' | b';' => true,
        b'.' => at + 1 >= bytes.len() || bytes[at + 1].is_ascii_whitespace(),
        b'\n' => bytes.get(at + 1) == Some(&b'\n'),
        _ => {
            bytes[at].is_ascii_digit()
                && at >= 3
                && bytes[at - 3..at].iter().all(u8::is_ascii_digit)
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_letter = |letter: char| letter.is_alphabetic();
    text.split(move |letter| !is_letter(letter))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
