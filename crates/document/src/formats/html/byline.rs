//! Who wrote a page, from the line that says so near its title.

use super::dom::Dom;
use super::layout::{Layout, Shape};
use super::main_text::MainText;
use super::marks::Marks;
use super::tag::Tag;
use depeche_text::Span;
use depeche_time::{WEEKDAYS, is_month};
use std::ops::Range;

/// Longest line that is taken for a byline, in letters.
const LONGEST: usize = 120;
/// Longest byline that is kept with all its lines.
const LONGEST_WHOLE: usize = 80;

/// Words that a byline begins with, in the languages of the press that use them; lower case.
const OPENINGS: &[&str] = &[
    "by ",
    "written by ",
    "posted by ",
    "reported by ",
    "story by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "da ",
    "door ",
    "av ",
    "autor: ",
    "author: ",
    "автор: ",
    "text: ",
];

/// Where the page names its writer.
#[derive(Debug, Clone)]
pub(super) struct Byline {
    /// The passage it stands in.
    pub(super) passage: usize,
    /// The words as printed.
    pub(super) line: Span,
    /// The name or names alone.
    pub(super) names: Span,
}

/// The passages around the title and before the running text, where a byline stands.
pub(super) fn window(main: &MainText, title: Option<usize>) -> Range<usize> {
    let first = main.body.iter().position(|is_body| *is_body);
    let end = first.map_or(title.map_or(0, |title| title + 8), |first| first + 3);
    let start = match title {
        Some(title) if title < end => title.saturating_sub(3),
        _ => end.saturating_sub(12),
    };
    start..end.min(main.body.len()).min(start + 60)
}

/// A page in which a byline is looked for.
pub(super) struct Search<'a> {
    pub(super) dom: &'a Dom,
    pub(super) marks: &'a [Marks],
    pub(super) layout: &'a Layout,
    pub(super) main: &'a MainText,
}

impl Search<'_> {
    /// Finds the byline: an element that names itself so from the title to the end of the
    /// article, else a line near the title that opens with "By" and goes on with a name, else an
    /// element that stands before the title or after the article.
    pub(super) fn find(&self, title: Option<usize>) -> Option<Byline> {
        let container = &self.main.container;
        let start = title.map_or(container.start, |title| self.layout.passages[title].node);
        let start = start.min(container.start);
        let elements = marked(self.dom, self.marks);
        let within = |range: Range<usize>| {
            let inside = elements
                .iter()
                .filter(move |element| range.contains(*element));
            inside
                .take(40)
                .find_map(|element| of_element(self.dom, self.layout, *element))
        };
        within(start..container.end)
            .or_else(|| opened_in(self.layout, self.main, window(self.main, title)))
            .or_else(|| within(start.saturating_sub(300)..start))
            .or_else(|| within(container.end..container.end + 300))
    }
}

/// Elements that name themselves after the author, menus and comments apart.
fn marked(dom: &Dom, marks: &[Marks]) -> Vec<usize> {
    let mut elements = Vec::new();
    let mut outside = 0;
    for (index, mark) in marks.iter().enumerate() {
        if mark.comments || mark.hidden || dom.nodes[index].tag == Tag::Nav {
            outside = outside.max(dom.nodes[index].end as usize);
        }
        if mark.byline && index >= outside {
            elements.push(index);
        }
    }
    elements
}

fn of_element(dom: &Dom, layout: &Layout, element: usize) -> Option<Byline> {
    let line = layout.span_of(dom, element)?;
    let words = line.slice(&layout.text);
    if words.len() > 2 * LONGEST || words.chars().count() > LONGEST {
        return None;
    }
    let opening = opening_of(words);
    let rest = Span::new(
        line.start as usize + opening.unwrap_or(0),
        line.end as usize,
    );
    let names = name_part(&layout.text, rest)?;
    let after = layout.text[names.end as usize..line.end as usize].trim_start();
    // "About us, a small team": a sentence, not a name.
    if opening.is_none() && after.starts_with(char::is_lowercase) && after.contains(' ') {
        return None;
    }
    let line = match words.chars().count() > LONGEST_WHOLE {
        true => first_line(&layout.text, line, names),
        false => line,
    };
    let passage = layout.passage_at(line.start)?;
    Some(Byline {
        passage,
        line,
        names,
    })
}

/// The line of an element's words that holds the names.
fn first_line(text: &str, line: Span, names: Span) -> Span {
    let rest = &text[names.end as usize..line.end as usize];
    let end = rest
        .find('\n')
        .map_or(line.end as usize, |cut| names.end as usize + cut);
    Span::new(line.start as usize, end)
}

fn opened_in(layout: &Layout, main: &MainText, window: Range<usize>) -> Option<Byline> {
    let mut candidates =
        window.filter(|index| is_short(layout, *index) && !main.settings[*index].hidden);
    candidates.find_map(|index| opened(layout, index))
}

fn is_short(layout: &Layout, index: usize) -> bool {
    let passage = &layout.passages[index];
    passage.letters <= LONGEST && !matches!(passage.shape, Shape::Heading(_) | Shape::Table)
}

/// A passage, or a line of one, that opens with "By" and names somebody.
fn opened(layout: &Layout, index: usize) -> Option<Byline> {
    let line = layout.passages[index].span;
    let opening = opening_of(line.slice(&layout.text))?;
    let rest = Span::new(line.start as usize + opening, line.end as usize);
    let names = name_part(&layout.text, rest)?;
    Some(Byline {
        passage: index,
        line,
        names,
    })
}

/// The length of the words before the name.
fn opening_of(words: &str) -> Option<usize> {
    let start: String = words.chars().take(20).collect::<String>().to_lowercase();
    let opening = OPENINGS
        .iter()
        .find(|opening| start.starts_with(**opening))?;
    words
        .is_char_boundary(opening.len())
        .then_some(opening.len())
}

/// The names at the start of a line: capitalised words up to a date, a mark or small letters.
fn name_part(text: &str, span: Span) -> Option<Span> {
    let words = span.slice(text);
    let cut = words
        .find([
            '|', '\n', '\t', '•', '·', '/', '@', '(', '—', '–', ':', '0', '1', '2', '3', '4', '5',
            '6', '7', '8', '9',
        ])
        .unwrap_or(words.len());
    let end = name_end(&words[..cut]);
    let names = Span::new(span.start as usize, span.start as usize + end).trimmed(text);
    let said = names.slice(text);
    let count = said.split_whitespace().count();
    ((1..=12).contains(&count) && said.chars().count() >= 3).then_some(names)
}

/// Where a run of capitalised words ends; words that join names may be small.
fn name_end(words: &str) -> usize {
    const SMALL: &[&str] = &[
        "and", "und", "et", "y", "e", "de", "da", "di", "del", "della", "der", "den", "von", "van",
        "bin", "al", "el", "la", "le", "for", "with", "i", "и",
    ];
    let mut ends = vec![0];
    let mut last = "";
    let mut place = 0;
    for word in words.split_inclusive(char::is_whitespace) {
        let bare = word.trim().trim_matches([',', '.', ';', '"', '\'']);
        let is_capital = bare
            .chars()
            .next()
            .is_some_and(|first| !first.is_lowercase());
        let lower = bare.to_lowercase();
        let is_label = LABELS.contains(&lower.as_str()) || WEEKDAYS.contains(&lower.as_str());
        if (!is_capital && !SMALL.contains(&bare)) || is_label {
            break;
        }
        place += word.len();
        if is_capital && !bare.is_empty() {
            ends.push(place);
            last = bare;
        }
    }
    // A month or weekday at the end begins a date; elsewhere it may be a name (Jan, April).
    if is_month(&last.to_lowercase()) && place == words.len() {
        ends.pop();
    }
    let end = ends.last().copied().unwrap_or(0);
    words[..end]
        .trim_end_matches([' ', ',', ';', '-', '\u{a0}'])
        .len()
}

/// Words that are no name and begin what follows one.
const LABELS: &[&str] = &[
    "published",
    "updated",
    "posted",
    "last",
    "on",
    "share",
    "follow",
    "comments",
    "staff",
    "senior",
    "special",
    "contributor",
    "contributing",
    "reporter",
    "correspondent",
    "editor",
    "view",
    "more",
    "about",
    "read",
    "via",
];

/// The single names of a byline; parts of one word are titles ("MD") and stay with their name.
pub(super) fn single(text: &str, names: Span) -> Vec<Span> {
    const JOINTS: &[&str] = &[", and ", " and ", " & ", " und ", " et ", ", "];
    let mut singles = Vec::new();
    let mut rest = names;
    while let Some((joint, place)) = first_joint(rest.slice(text), JOINTS) {
        let start = rest.start as usize;
        singles.push(Span::new(start, start + place));
        rest = Span::new(start + place + joint.len(), rest.end as usize);
    }
    singles.push(rest);
    let is_name = |single: &Span| single.slice(text).trim().contains(' ');
    match singles.iter().all(is_name) {
        true => singles,
        false => vec![names],
    }
}

fn first_joint<'a>(words: &str, joints: &[&'a str]) -> Option<(&'a str, usize)> {
    let found = joints
        .iter()
        .filter_map(|joint| Some((*joint, words.find(joint)?)));
    found.min_by_key(|(joint, place)| (*place, std::cmp::Reverse(joint.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_read_without_what_stands_around_it() {
        let check = |line: &str, expected: Option<&str>| {
            let names = name_part(line, Span::new(0, line.len()));
            assert_eq!(names.map(|names| names.slice(line)), expected, "{line}");
        };
        check("Maria Lindqvist", Some("Maria Lindqvist"));
        check(
            "Maria Lindqvist and Jan de Boer, March 3, 2011",
            Some("Maria Lindqvist and Jan de Boer"),
        );
        check(
            "Maria Lindqvist | The Harbour Times",
            Some("Maria Lindqvist"),
        );
        check("Maria Lindqvist Published 3 March", Some("Maria Lindqvist"));
        check("the numbers", None);
        check("12 March", None);
    }

    #[test]
    fn several_names_are_told_apart() {
        let check = |line: &str, expected: &[&str]| {
            let singles = single(line, Span::new(0, line.len()));
            let words: Vec<&str> = singles.iter().map(|single| single.slice(line)).collect();
            assert_eq!(words, expected);
        };
        check("Maria Lindqvist", &["Maria Lindqvist"]);
        check(
            "Maria Lindqvist, Jan de Boer and Ola Holm",
            &["Maria Lindqvist", "Jan de Boer", "Ola Holm"],
        );
        check("Maria Lindqvist, MD", &["Maria Lindqvist, MD"]);
    }
}
