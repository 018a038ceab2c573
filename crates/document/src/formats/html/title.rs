//! The title of a page, and where it stands in the text.

use super::layout::{Layout, Passage, Shape};
use super::main_text::MainText;
use super::metadata::Metadata;
use depeche_text::fold;

/// Longest line that is taken for a title.
const LONGEST_BYTES: usize = 400;

/// The title and the passage that shows it.
#[derive(Debug, Default)]
pub(super) struct Title {
    pub(super) text: Option<String>,
    pub(super) passage: Option<usize>,
}

/// Finds the title: a heading that agrees with the head, else what the head says.
pub(super) fn find(layout: &Layout, main: &MainText, metadata: &Metadata) -> Title {
    let given = given(metadata);
    let first_body = main.body.iter().position(|is_body| *is_body).unwrap_or(0);
    let matching = matching(layout, metadata);
    let agrees = |passage: usize| {
        let shown = words(layout.passages[passage].span.slice(&layout.text));
        given.iter().any(|title| holds(&words(title), &shown))
    };
    let passage = matching.or_else(|| only_heading(layout, main, first_body));
    let is_reworded = |passage: usize| {
        let shown = words(layout.passages[passage].span.slice(&layout.text));
        given
            .iter()
            .any(|title| share_said(&words(title), &shown) >= 0.5)
    };
    // A headline worded otherwise than the head is shown, but the page's title is the head's.
    let named = passage
        .filter(|passage| agrees(*passage) || (metadata.title.is_none() && !is_reworded(*passage)));
    let shown = named.map(|passage| one_line(layout.passages[passage].span.slice(&layout.text)));
    let from_head = || {
        let plain = metadata.title.clone();
        plain.or_else(|| {
            metadata
                .head_title
                .as_deref()
                .map(|title| without_site(title, metadata))
        })
    };
    Title {
        text: shown.or_else(from_head),
        passage,
    }
}

/// Titles that the head gives, best first.
fn given(metadata: &Metadata) -> Vec<&str> {
    let titles = [&metadata.title, &metadata.head_title];
    titles
        .into_iter()
        .filter_map(|title| title.as_deref())
        .collect()
}

/// The parts of a head title between the marks that set the site's name apart.
fn parts(head_title: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(head_title);
    std::iter::from_fn(move || {
        let title = rest?;
        let cut = MARKS
            .iter()
            .filter_map(|mark| Some((title.find(mark)?, mark.len())))
            .min();
        let (part, after) = match cut {
            Some((place, len)) => (&title[..place], Some(&title[place + len..])),
            None => (title, None),
        };
        rest = after;
        Some(part.trim())
    })
}

/// Marks between a title and the site's name.
const MARKS: &[&str] = &[" | ", " :: ", " » ", " « ", " · ", " — ", " – ", " - "];

/// The site's name in a head title that also stands as a line of its own above the article.
pub(super) fn masthead<'a>(
    head_title: &'a str,
    title: &str,
    mut lines: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    let names: Vec<&str> = parts(head_title)
        .filter(|part| !title.contains(part) && part.len() >= 4 && part.split(' ').count() <= 5)
        .collect();
    lines.find(|line| names.contains(line))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The passage that says what the head says: its title as given, else the `title` element with
/// the site's name around it. The site's name alone is no title.
pub(super) fn matching(layout: &Layout, metadata: &Metadata) -> Option<usize> {
    let site = words(metadata.site.as_deref().unwrap_or(""));
    let given = given(metadata);
    let said = given
        .iter()
        .find_map(|title| saying(layout, &words(title), &site));
    said.or_else(|| {
        let parts = metadata.head_title.as_deref().into_iter().flat_map(parts);
        let longest = words(parts.max_by_key(|part| part.len())?);
        let lines = || {
            layout
                .passages
                .iter()
                .filter(|passage| passage.span.len() <= LONGEST_BYTES)
        };
        let says = |passage: &Passage| words(passage.span.slice(&layout.text)) == longest;
        let line = lines().find(|passage| longest.len() >= 3 && says(passage))?;
        layout.passage_at(line.span.start)
    })
}

/// The passage that says a title; headings of a higher level first.
fn saying(layout: &Layout, title: &[String], site: &[String]) -> Option<usize> {
    let mut best = None;
    for (index, passage) in layout.passages.iter().enumerate() {
        let rank = match passage.shape {
            Shape::Heading(level) => level,
            Shape::Table | Shape::Pre => continue,
            _ => 7,
        };
        let is_better = best.is_none_or(|(best_rank, _)| rank < best_rank);
        if passage.span.len() > LONGEST_BYTES || !is_better {
            continue;
        }
        // A line that is no heading must say the whole title: crumbs and teasers say parts.
        let shown = words(passage.span.slice(&layout.text));
        let least = if rank < 7 { 0.6 } else { 0.95 };
        let is_short = rank == 7 && shown.len() < 3;
        if !is_short && shown != site && agreement(&shown, title) >= least {
            best = Some((rank, index));
        }
    }
    best.map(|(_, index)| index)
}

/// The only first-level heading of a page, where it stands before the body and is long enough
/// to be a headline.
fn only_heading(layout: &Layout, main: &MainText, first_body: usize) -> Option<usize> {
    let is_first = |index: &usize| layout.passages[*index].shape == Shape::Heading(1);
    let mut firsts = (0..layout.passages.len()).filter(is_first);
    let (only, second) = (firsts.next()?, firsts.next());
    let words = words(layout.passages[only].span.slice(&layout.text)).len();
    let is_near = only <= first_body + 1 && !main.settings[only].hidden;
    (second.is_none() && is_near && words >= 3).then_some(only)
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let parts = folded.split(|letter: char| !letter.is_alphanumeric());
    parts
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a title says these words in this order.
fn holds(title: &[String], shown: &[String]) -> bool {
    !shown.is_empty() && title.windows(shown.len()).any(|window| window == shown)
}

/// How far a shown heading agrees with a title of the head, which may have the site's name at
/// either end: the share of the title that the heading says, when it says little else.
fn agreement(shown: &[String], title: &[String]) -> f64 {
    if shown.is_empty() || title.is_empty() {
        return 0.0;
    }
    if shown == title {
        return 1.0;
    }
    let letters = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    if holds(title, shown) && (shown.len() >= 4 || letters(shown) * 2 >= letters(title)) {
        return 0.9;
    }
    let own = share_said(shown, title);
    if own >= 0.8 {
        share_said(title, shown)
    } else {
        0.0
    }
}

/// The share of a title's words that occur among others.
fn share_said(title: &[String], others: &[String]) -> f64 {
    let mut left: Vec<&String> = others.iter().collect();
    let mut common = 0;
    for word in title.iter().take(60) {
        if let Some(place) = left.iter().position(|other| *other == word) {
            left.swap_remove(place);
            common += 1;
        }
    }
    f64::from(common) / title.len().max(1) as f64
}

/// A head title without the site's name at its end or start.
fn without_site(title: &str, metadata: &Metadata) -> String {
    for mark in MARKS {
        let Some((head, tail)) = title.rsplit_once(mark) else {
            continue;
        };
        let is_site = metadata
            .site
            .as_ref()
            .is_some_and(|site| fold(site) == fold(tail));
        let (head_words, tail_words) = (words(head).len(), words(tail).len());
        if is_site || (head_words >= 3 && tail_words <= 4 && tail_words < head_words) {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}

/// The part of a head title that is the site's name.
pub(super) fn site_of(head_title: &str, title: &str) -> Option<String> {
    let rest = head_title.strip_prefix(title)?;
    let name = rest.trim_start_matches([' ', '|', ':', '»', '«', '·', '—', '–', '-']);
    let is_cut = name.len() < rest.len() && rest.starts_with(' ');
    let count = name.split_whitespace().count();
    (is_cut && (1..=6).contains(&count) && !name.contains(['|', '»'])).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_agrees_with_a_title_that_has_the_site_beside_it() {
        let check = |shown: &str, title: &str, expected: bool| {
            let found = agreement(&words(shown), &words(title)) >= 0.6;
            assert_eq!(found, expected, "{shown} / {title}");
        };
        check(
            "Envoy leaves the port",
            "Envoy leaves the port | The Harbour Times",
            true,
        );
        check("Envoy leaves the port", "Envoy Leaves The Port", true);
        check(
            "The Harbour Times",
            "Envoy leaves the port | The Harbour Times",
            false,
        );
        check("Minister stays", "Envoy leaves the port", false);
    }

    #[test]
    fn the_site_is_what_follows_the_title() {
        let check = |head: &str, title: &str, expected: Option<&str>| {
            assert_eq!(site_of(head, title).as_deref(), expected, "{head}");
        };
        check(
            "Envoy leaves - The Harbour Times",
            "Envoy leaves",
            Some("The Harbour Times"),
        );
        check("Envoy leaves", "Envoy leaves", None);
        check("Envoy leavesport", "Envoy leaves", None);
    }
}
