//! Furniture of a news page saved as text: menus, share lines, and the teasers of other
//! stories under "Top stories" and its like.

use super::draft::Draft;
use crate::BlockKind;

/// Headings of lists of other stories: all that follows is furniture too.
const LISTS: &[&str] = &[
    "top stories",
    "top news",
    "partner news",
    "partners news",
    "our partners",
    "from our partners",
    "most read",
    "most popular",
    "most viewed",
    "popular",
    "trending",
    "trending now",
    "related",
    "related articles",
    "related stories",
    "related news",
    "related content",
    "related topics",
    "related links",
    "read more",
    "read also",
    "read next",
    "see also",
    "also read",
    "more news",
    "more stories",
    "more from this section",
    "other news",
    "other stories",
    "latest news",
    "latest stories",
    "latest headlines",
    "recent news",
    "recommended",
    "recommended for you",
    "you may also like",
    "you might also like",
    "what to read next",
    "editor's picks",
    "editors' picks",
    "editor’s picks",
    "don't miss",
    "in other news",
    "today's headlines",
    "sponsored",
    "sponsored content",
    "promoted content",
    "around the web",
    "from the web",
    "comments",
    "leave a comment",
    "post a comment",
    "join the discussion",
    "news feed",
    "partner content",
    "partner stories",
    "featured",
    "featured stories",
    "breaking news",
    "headlines",
    "more headlines",
    "news in brief",
    "in this section",
    "popular now",
];

/// Lines of a page's own controls, as they begin.
const LINES: &[&str] = &[
    "share this",
    "share on",
    "share:",
    "print this",
    "email this",
    "send to a friend",
    "follow us",
    "sign up for",
    "subscribe to",
    "subscribe now",
    "advertisement",
    "(c) ",
    "© ",
    "copyright ",
    "all rights reserved",
    "click here",
    "skip to",
    "back to top",
    "cookie",
    "tags:",
    "filed under",
    "log in",
    "sign in",
    "download our app",
    "get our newsletter",
    "reproduction in whole",
];

/// Headings that also stand inside a story, which goes on after a few lines.
const INSETS: &[&str] = &[
    "related",
    "read",
    "see also",
    "also read",
    "recommended",
    "more from",
];

/// A paragraph of the story is longer, in bytes, than a teaser in an inset.
const TEASER_BYTES: usize = 160;

/// Marks furniture from passage `first` on.
pub(super) fn mark(draft: &mut Draft<'_>, first: usize) {
    // What the open list is, if one is open: an inset ends where the story goes on.
    let mut inset = None;
    for index in first..draft.passages.len() {
        let words = draft.words(index);
        if is_list_heading(words) && has_paragraph(draft, first, index) {
            inset = Some(inset != Some(false) && is_inset(words));
        } else if inset == Some(true) && words.len() > TEASER_BYTES && ends_sentence(words) {
            inset = None;
        }
        if inset.is_some() || is_control(words) || is_menu(words) {
            draft.passages[index].kind = Some(BlockKind::Furniture);
        }
    }
}

fn is_inset(words: &str) -> bool {
    let heading = words
        .trim_matches(|mark: char| !mark.is_alphanumeric())
        .to_lowercase();
    INSETS.iter().any(|start| heading.starts_with(start))
}

fn ends_sentence(words: &str) -> bool {
    words
        .trim_end_matches(['"', '”', ')', '’'])
        .ends_with(['.', '!', '?'])
}

/// Whether the text has such lists or controls at all: a sign of a page.
pub(super) fn is_page(draft: &Draft<'_>, title: usize) -> bool {
    (title + 1..draft.passages.len()).any(|index| {
        let words = draft.words(index);
        is_list_heading(words) || is_control(words)
    })
}

fn is_list_heading(words: &str) -> bool {
    let heading = words
        .trim_matches(|mark: char| !mark.is_alphanumeric())
        .to_lowercase();
    heading.len() < 40 && LISTS.contains(&heading.as_str())
}

fn is_control(words: &str) -> bool {
    let folded = words
        .get(..words.len().min(60))
        .unwrap_or(words)
        .to_lowercase();
    words.len() < 200 && LINES.iter().any(|start| folded.starts_with(start))
}

/// "Home   News   Opinion", "Home | News | Opinion": short names side by side, no sentence.
pub(super) fn is_menu(words: &str) -> bool {
    if words.len() > 200 || words.ends_with(['.', '!', '?', '"']) || words.contains('\n') {
        return false;
    }
    let by_mark = words
        .split(['|', '·', '»', '\t'])
        .filter(|part| !part.trim().is_empty())
        .count();
    let by_space = words
        .split("  ")
        .filter(|part| !part.trim().is_empty())
        .count();
    by_mark.max(by_space) >= 3
}

fn has_paragraph(draft: &Draft<'_>, first: usize, before: usize) -> bool {
    (first..before).any(|index| {
        let words = draft.words(index);
        words.len() > 80 && ends_sentence(words)
    })
}
