//! News: a title, perhaps twice, a byline, a dateline that opens the first paragraph, and the
//! furniture of the page it was saved from.

use super::draft::Draft;
use super::{dateline, furniture, title};
use crate::{BlockKind, Kind};
use depeche_text::Span;
use depeche_time::{Meaning, find};

/// A title stands within so many passages.
const MAX_HEAD: usize = 12;

/// A dateline that opens a paragraph is no longer, in bytes.
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

/// Reads a news story; leaves the draft as it is where nothing shows one.
pub(super) fn read(draft: &mut Draft<'_>) {
    let repeated = repeated_title(draft);
    let title = repeated.or_else(|| first_title(draft));
    let Some(title) = title else { return };
    let opening = opening(draft, title);
    let byline = byline(draft, title);
    let shown =
        opening.is_some() || byline.is_some() || repeated.is_some() || furniture::is_page(draft);
    if draft.kind != Kind::Text || !shown {
        return;
    }
    draft.kind = Kind::News;
    for index in 0..title {
        head_line(draft, index);
    }
    draft.mark(title, BlockKind::Title);
    if repeated.is_some() {
        draft.mark(title + 1, BlockKind::Furniture);
    }
    if let Some(byline) = byline {
        read_byline(draft, byline);
    }
    furniture::mark(draft, title);
    if let Some(opening) = opening {
        read_opening(draft, opening);
    }
}

/// The same line twice in a row: the page's heading and the story's title.
fn repeated_title(draft: &Draft<'_>) -> Option<usize> {
    let head = 0..draft.passages.len().saturating_sub(1).min(MAX_HEAD);
    head.into_iter().find(|index| {
        draft.words(*index) == draft.words(*index + 1) && draft.words(*index).len() > 12
    })
}

/// The first line that reads like a title; a line before a menu is the site's name.
fn first_title(draft: &Draft<'_>) -> Option<usize> {
    let menu = (0..draft.passages.len().min(MAX_HEAD))
        .rfind(|index| furniture::is_menu(draft.words(*index)));
    let first = menu.map_or(0, |menu| menu + 1);
    let mut lines = first..draft.passages.len().min(first + 4);
    lines.find(|index| {
        title::is_title(draft, *index)
            && dateline::of_line(draft.text, draft.passages[*index].span).is_none()
    })
}

/// A line over the title: the site's name or a menu.
fn head_line(draft: &mut Draft<'_>, index: usize) {
    let span = draft.passages[index].span;
    if dateline::of_line(draft.text, span).is_some() {
        return;
    }
    let menu_next = index + 1 < draft.passages.len() && furniture::is_menu(draft.words(index + 1));
    if menu_next && index == 0 && span.len() < 60 {
        draft.field("publisher", span);
    }
    draft.mark(index, BlockKind::Furniture);
}

/// "By Ann Writer", within the lines after the title.
fn byline(draft: &Draft<'_>, title: usize) -> Option<usize> {
    (title + 1..draft.passages.len().min(title + 5)).find(|index| {
        let words = draft.words(*index);
        let name = words
            .strip_prefix("By ")
            .or_else(|| words.strip_prefix("BY "));
        name.is_some_and(|name| {
            words.len() < 100 && !words.ends_with('.') && name.starts_with(char::is_uppercase)
        })
    })
}

fn read_byline(draft: &mut Draft<'_>, index: usize) {
    let span = draft.passages[index].span;
    let name = draft.words(index)[3..]
        .split([',', '|'])
        .next()
        .map_or(0, str::len);
    draft.mark(index, BlockKind::Byline);
    let start = span.start as usize + 3;
    draft.field("author", Span::new(start, start + name));
}

/// What opens the first paragraph before a dash.
struct Opening {
    passage: usize,
    /// Where the dash ends.
    end: usize,
    place: Option<Span>,
    publisher: Option<Span>,
    date: Option<Span>,
}

/// "Name.Net - ", "OSTERVIK, March 3 (Agency) - ", "OSTERVIK (Agency) — ".
fn opening(draft: &Draft<'_>, title: usize) -> Option<Opening> {
    let is_first =
        |index: &usize| draft.words(*index).len() > 60 && draft.words(*index) != draft.words(title);
    let passage = (title + 1..draft.passages.len().min(title + 6)).find(is_first)?;
    let words = draft.words(passage);
    let (at, dash) = [" - ", " – ", " — ", " -- ", "— ", ".- "]
        .iter()
        .filter_map(|dash| Some((words.find(dash)?, *dash)))
        .min()?;
    if at > MAX_DATELINE_BYTES {
        return None;
    }
    let start = draft.passages[passage].span.start as usize;
    let head = Span::new(start, start + at);
    let mut opening = Opening {
        passage,
        end: start + at + dash.len(),
        place: None,
        publisher: None,
        date: None,
    };
    name(draft.text, head, &mut opening);
    (opening.place.is_some() || opening.publisher.is_some()).then_some(opening)
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
    let found = find(text, Span::new(start, start + end));
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
    let capitals = !words.bytes().any(|byte| byte.is_ascii_lowercase()) && words.len() > 1;
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

fn read_opening(draft: &mut Draft<'_>, opening: Opening) {
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
