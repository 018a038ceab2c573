//! What opens a story before a dash: who publishes it, where and when it was written.

use super::dateline;
use super::draft::Draft;
use crate::BlockKind;
use depeche_text::Span;
use depeche_time::Meaning;

/// An opening is no longer, in bytes.
const MAX_DATELINE_BYTES: usize = 80;

/// Words in the names of papers and agencies.
const PAPER_WORDS: &[&str] = &[
    "Post",
    "Times",
    "News",
    "Herald",
    "Tribune",
    "Agency",
    "Press",
    "Gazette",
    "Journal",
    "Daily",
    "Weekly",
    "Radio",
    "TV",
    "Television",
    "Monitor",
    "Online",
    "Report",
    "Chronicle",
    "Observer",
    "Guardian",
    "Telegraph",
    "Courier",
    "Standard",
    "Star",
    "Mail",
    "Today",
    "Broadcasting",
    "Reuters",
    "Wire",
    "Newswire",
    "Bulletin",
    "Review",
    "Sentinel",
    "Independent",
    "Examiner",
];

/// What opens the first paragraph before a dash.
pub(super) struct Opening {
    pub(super) passage: usize,
    /// Where the dash ends.
    end: usize,
    place: Option<Span>,
    publisher: Option<Span>,
    date: Option<Span>,
}

/// Finds "Name.Net - ", "OSTERVIK, March 3 (Agency) - ", "OSTERVIK, Lund (Agency) — " at the
/// start of a paragraph among the first `head` passages.
pub(super) fn find(draft: &Draft<'_>, head: usize) -> Option<Opening> {
    let long = |index: &usize| draft.words(*index).len() > 60;
    (0..draft.passages.len().min(head))
        .filter(long)
        .take(4)
        .find_map(|index| read(draft, index))
}

fn read(draft: &Draft<'_>, passage: usize) -> Option<Opening> {
    let words = draft.words(passage);
    let (at, end) = dash(words)?;
    let start = draft.passages[passage].span.start as usize;
    let head = Span::new(start, start + at).trimmed(draft.text);
    let end = start + end;
    let mut opening = Opening {
        passage,
        end,
        place: None,
        publisher: None,
        date: None,
    };
    name(draft.text, head, &mut opening);
    (opening.place.is_some() || opening.publisher.is_some()).then_some(opening)
}

/// The first dash that has a space on one side: where it starts, and where the story goes on.
fn dash(words: &str) -> Option<(usize, usize)> {
    let head_end = (0..=MAX_DATELINE_BYTES.min(words.len()))
        .rev()
        .find(|end| words.is_char_boundary(*end))?;
    let mut dashes = words[..head_end]
        .char_indices()
        .filter(|(_, mark)| matches!(mark, '-' | '–' | '—'));
    let (at, end) = dashes.find_map(|(at, mark)| {
        let rest = words[at..].trim_start_matches(mark);
        let spaced = words[..at].ends_with(' ') || rest.starts_with(' ') && mark != '-';
        spaced.then_some((at, words.len() - rest.len()))
    })?;
    let rest = words[end..].len() - words[end..].trim_start().len();
    Some((at, end + rest))
}

/// Takes the words before the dash apart: an agency in brackets, a date, a place or a paper.
fn name(text: &str, head: Span, opening: &mut Opening) {
    let words = head.slice(text);
    let start = head.start as usize;
    let mut end = words.len();
    if let (Some(open), Some(close)) = (words.find('('), words.rfind(')'))
        && open < close
    {
        opening.publisher = Some(Span::new(start + open + 1, start + close));
        end = open;
    }
    let found = depeche_time::find(text, Span::new(start, start + end));
    if let Some(date) = found
        .iter()
        .find(|found| matches!(found.meaning, Meaning::Calendar(_)))
    {
        opening.date = Some(date.span);
        end = end.min(date.span.start as usize - start);
    }
    let name = Span::new(start, start + end).trimmed(text);
    let name = Span::new(
        name.start as usize,
        name.start as usize + name.slice(text).trim_end_matches(',').len(),
    );
    let words = name.slice(text);
    // "DES MOINES, Iowa": the town in capitals, what lies around it as it likes.
    let town = words.split(',').next().unwrap_or(words);
    let capitals = !town.bytes().any(|byte| byte.is_ascii_lowercase()) && town.len() > 2;
    let listed = opening.publisher.is_some() || opening.date.is_some();
    if is_site(words) || is_paper(words) {
        opening.publisher = opening.publisher.or(Some(name));
    } else if is_name(words) && (capitals || listed) {
        opening.place = Some(name);
    } else {
        (opening.publisher, opening.date) = (None, None);
    }
}

/// "Name.Net", "name.com": one word with a dot inside.
fn is_site(words: &str) -> bool {
    let ending = words.rsplit_once('.').map(|(_, ending)| ending);
    !words.contains(' ')
        && ending.is_some_and(|ending| {
            (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
}

fn is_paper(words: &str) -> bool {
    is_name(words) && words.split(' ').any(|word| PAPER_WORDS.contains(&word))
}

/// Up to five capitalised words.
fn is_name(words: &str) -> bool {
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "de" | "al" | "and")
    };
    !words.is_empty() && words.split(' ').count() <= 5 && words.split(' ').all(capital)
}

/// Takes place, publisher and date over, and splits the opening off its paragraph.
pub(super) fn fill(draft: &mut Draft<'_>, opening: Opening) {
    for (name, span) in [("publisher", opening.publisher), ("place", opening.place)] {
        if let Some(span) = span.filter(|_| !draft.fields.iter().any(|field| field.name == name)) {
            draft.field(name, span);
        }
    }
    if let Some(date) = opening.date {
        dateline::dated(draft, date, "dateline");
    }
    draft.split(opening.passage, opening.end, BlockKind::Dateline);
}
