//! News: a title, perhaps twice, a byline, a dateline that opens the first paragraph, and the
//! furniture of the page it was saved from.

use super::draft::Draft;
use super::opening::Opening;
use super::{dateline, furniture, opening, title};
use crate::{BlockKind, Kind};
use depeche_text::Span;

/// A title stands within so many passages.
const MAX_HEAD: usize = 12;

/// Reads a news story; leaves the draft as it is where nothing shows one.
pub(super) fn read(draft: &mut Draft<'_>) {
    if draft.kind != Kind::Text {
        return;
    }
    let opening = opening::find(draft, MAX_HEAD);
    let repeated = repeated_title(draft);
    let title = repeated.or_else(|| first_title(draft, opening.as_ref()));
    let byline = byline(draft, title.map_or(0, |title| title + 1));
    let page = title.is_some_and(|title| furniture::is_page(draft, title));
    if opening.is_none() && byline.is_none() && repeated.is_none() && !page {
        return;
    }
    draft.kind = Kind::News;
    if let Some(title) = title {
        (0..title).for_each(|index| head_line(draft, index));
        draft.mark(title, BlockKind::Title);
    }
    if let Some(title) = repeated {
        draft.mark(title + 1, BlockKind::Furniture);
    }
    if let Some(byline) = byline {
        read_byline(draft, byline);
    }
    furniture::mark(draft, title.map_or(0, |title| title + 1));
    if let Some(opening) = opening {
        opening::fill(draft, opening);
    }
}

/// The same line twice in a row: the page's heading and the story's title.
fn repeated_title(draft: &Draft<'_>) -> Option<usize> {
    let head = 0..draft.passages.len().saturating_sub(1).min(MAX_HEAD);
    let found = head.into_iter().find(|index| {
        let words = draft.words(*index);
        words == draft.words(*index + 1) && words.len() > 12 && title::is_title(draft, *index)
    })?;
    let lines = (0..found).all(|index| draft.words(index).len() < 120);
    lines.then_some(found)
}

/// The first line that reads like a title; a line before a menu is the site's name. Before an
/// opening a short sentence is a title too.
fn first_title(draft: &Draft<'_>, opening: Option<&Opening>) -> Option<usize> {
    let menu = (0..draft.passages.len().min(MAX_HEAD))
        .rfind(|index| furniture::is_menu(draft.words(*index)));
    let first = menu.map_or(0, |menu| menu + 1);
    let end = opening.map_or(first + 4, |opening| opening.passage.min(first + 4));
    let mut lines = first..draft.passages.len().min(end);
    let sentence = |index: usize| {
        let words = draft.words(index);
        opening.is_some() && words.len() < 160 && !words.starts_with("By ") && !words.contains('\n')
    };
    let dated = |index: usize| dateline::of_line(draft.text, draft.passages[index].span).is_some();
    lines.find(|index| (title::is_title(draft, *index) || sentence(*index)) && !dated(*index))
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
fn byline(draft: &Draft<'_>, first: usize) -> Option<usize> {
    (first..draft.passages.len().min(first + 4)).find(|index| {
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
