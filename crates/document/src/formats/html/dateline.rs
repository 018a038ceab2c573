//! When and by which site a page was published, from its own lines.

use super::dates;
use super::dom::{Attribute, Dom};
use super::layout::{Layout, Shape};
use super::main_text::MainText;
use super::tag::Tag;
use depeche_text::Span;
use depeche_time::TimeExpression;
use std::ops::Range;

/// Longest line that is taken for a dateline, in letters.
const LONGEST: usize = 120;
/// The same for a line whose element does not say that it is one.
const LONGEST_UNMARKED: usize = 60;
/// How far into the first paragraph a dateline reaches, in bytes.
const OPENING_BYTES: usize = 120;

/// The date of a `time` element that belongs to the article: one that says it is the publication
/// date, else the first from the title to the end of the article.
pub(super) fn time_element(
    dom: &Dom,
    layout: &Layout,
    main: &MainText,
    title: Option<usize>,
) -> Option<TimeExpression> {
    let start = title.map_or(main.container.start, |title| layout.passages[title].node);
    let near = start.saturating_sub(60).min(main.container.start)..main.container.end;
    let dated = |index: usize| -> Option<TimeExpression> {
        let value = dom
            .attribute(index, Attribute::Datetime)
            .or_else(|| dom.attribute(index, Attribute::Content))?;
        dates::read_value(value, "time-element")
    };
    let is_published = |index: &usize| {
        dom.attribute(*index, Attribute::Itemprop)
            .is_some_and(|names| {
                names
                    .split_ascii_whitespace()
                    .any(|name| name == "datePublished")
            })
    };
    let published = (1..dom.nodes.len()).filter(is_published).find_map(dated);
    let first = || {
        let times = near.filter(|index| {
            dom.nodes
                .get(*index)
                .is_some_and(|node| node.tag == Tag::Time)
        });
        times.take(20).find_map(dated)
    };
    published.or_else(first)
}

/// The passage near the title that gives a whole day, and that day. Under the title a line may
/// stand in a part named after its links (`article-meta`).
pub(super) fn in_lines(
    layout: &Layout,
    main: &MainText,
    window: Range<usize>,
    title: Option<usize>,
) -> Option<(usize, TimeExpression)> {
    window.into_iter().find_map(|index| {
        let passage = &layout.passages[index];
        let setting = &main.settings[index];
        let is_line = !matches!(passage.shape, Shape::Table | Shape::Heading(1));
        let is_own = !setting.hidden && passage.linked * 2 <= passage.letters;
        let is_marked = setting.dateline || setting.byline;
        let is_below = title.is_some_and(|title| (title + 1..title + 6).contains(&index));
        let longest = if is_marked { LONGEST } else { LONGEST_UNMARKED };
        let is_out = setting.furniture && !is_marked && !is_below;
        if !is_line || !is_own || passage.letters > longest || is_out {
            return None;
        }
        let date = dates::read_words(&layout.text, passage.span, "dateline")?;
        // A sentence with a date in it is no dateline.
        let said = date.span.map_or(0, Span::len);
        let is_most = said * 4 >= passage.span.len();
        (is_marked || is_most).then_some((index, date))
    })
}

/// The dateline that opens a paragraph: what stands before a dash near its start.
pub(super) fn opening(text: &str, paragraph: Span) -> Option<Span> {
    let words = paragraph.slice(text);
    let mut end = words.len().min(OPENING_BYTES);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let dashes = [" - ", " – ", " — ", "- ", "— ", "– "];
    let cut = dashes
        .iter()
        .filter_map(|dash| words[..end].find(dash))
        .min()?;
    let span = Span::new(paragraph.start as usize, paragraph.start as usize + cut);
    (!span.is_empty()).then_some(span)
}

/// A site that names itself at the start of a dateline: `Harbour.News - `.
pub(super) fn site_in(text: &str, opening: Span) -> Option<Span> {
    let words = opening.slice(text);
    let first = words
        .split_whitespace()
        .next()?
        .trim_end_matches(['-', '–', '—', ':', ',']);
    let (name, ending) = first.rsplit_once('.')?;
    let is_ending =
        (2..=6).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_name = name.len() >= 2
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-'));
    let is_abbreviation = name.split('.').all(|part| part.chars().count() <= 1);
    (is_ending && is_name && !is_abbreviation)
        .then(|| Span::new(opening.start as usize, opening.start as usize + first.len()))
}

/// The place at the start of a dateline, in capitals: `OSTERVIK, March 3 (Agency) — `.
pub(super) fn place_in(text: &str, opening: Span) -> Option<Span> {
    let words = opening.slice(text);
    let cut = words.find([',', '(', '/', ':', '.']).unwrap_or(words.len());
    let place = Span::new(opening.start as usize, opening.start as usize + cut).trimmed(text);
    let said = place.slice(text);
    let letters = said.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_capitals = letters >= 3 && !said.chars().any(char::is_lowercase);
    let is_name =
        said.split_whitespace().count() <= 4 && !said.contains(|c: char| c.is_ascii_digit());
    (is_capitals && is_name).then_some(place)
}

/// The agency that a dateline names in brackets.
pub(super) fn agency_in(text: &str, opening: Span) -> Option<Span> {
    let words = opening.slice(text);
    let open = words.rfind('(')?;
    let close = open + words[open..].find(')')?;
    let start = opening.start as usize;
    let agency = Span::new(start + open + 1, start + close).trimmed(text);
    let is_name = agency.slice(text).starts_with(char::is_uppercase) && agency.len() <= 40;
    is_name.then_some(agency)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_opens_a_dateline() {
        let check = |text: &str, expected: Option<&str>| {
            let opening = opening(text, Span::new(0, text.len()));
            let site = opening.and_then(|opening| site_in(text, opening));
            assert_eq!(site.map(|site| site.slice(text)), expected, "{text}");
        };
        check(
            "Harbour.News - The envoy left on Friday.",
            Some("Harbour.News"),
        );
        check(
            "Harbour-Times.Net – The envoy left.",
            Some("Harbour-Times.Net"),
        );
        check("OSTERVIK, March 3 (Agency) — The envoy left.", None);
        check("The U.S. - a power", None);
        check("U.S. - a power", None);
        check("No dash here", None);
    }

    #[test]
    fn a_place_and_an_agency_stand_in_a_dateline() {
        let check = |text: &str, expected: (Option<&str>, Option<&str>)| {
            let opening = opening(text, Span::new(0, text.len())).expect("there is a dash");
            let words = |span: Option<Span>| span.map(|span| span.slice(text));
            let found = (
                words(place_in(text, opening)),
                words(agency_in(text, opening)),
            );
            assert_eq!(found, expected, "{text}");
        };
        check(
            "OSTERVIK, March 3 (Nordwire) — The envoy left.",
            (Some("OSTERVIK"), Some("Nordwire")),
        );
        check(
            "NEW LOMVIK (Nordwire) - The envoy left.",
            (Some("NEW LOMVIK"), Some("Nordwire")),
        );
        check("The envoy left - late.", (None, None));
        check("OSTERVIK — The envoy left.", (Some("OSTERVIK"), None));
    }
}
