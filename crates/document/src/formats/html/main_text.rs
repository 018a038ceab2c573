//! Which passages of a page are its own article.
//!
//! A page is a tree; the article is the part of it that holds most of the running text and is
//! not marked as something else. First every passage is weighed, then the element is looked for
//! that holds the article, then its passages are sorted into body and furniture.

use super::container::{self, Sums};
use super::dom::Dom;
use super::furniture;
use super::layout::{Layout, Passage, Shape};
use super::marks::Marks;
use super::sections;
use super::setting::{Setting, settings};
use super::tag::Tag;
use super::trust::Trust;
use std::ops::Range;

/// The article found in a page.
#[derive(Debug, Default)]
pub(super) struct MainText {
    /// For each passage, whether it is of the article's body.
    pub(super) body: Vec<bool>,
    /// For each passage, what the elements around it say.
    pub(super) settings: Vec<Setting>,
    /// The nodes of the element that holds the body.
    pub(super) container: Range<usize>,
}

/// Finds the article; `marks` holds the marks of each node, `title` the passage that shows the
/// title given in the head.
pub(super) fn find(dom: &Dom, layout: &Layout, marks: &[Marks], title: Option<usize>) -> MainText {
    let weights: Vec<usize> = layout
        .passages
        .iter()
        .map(|passage| weight(layout, passage))
        .collect();
    let title_node = title.map(|title| layout.passages[title].node);
    let page = Trust {
        dom,
        layout,
        marks,
        weights: &weights,
    };
    let trusted = page.marks(title_node);
    let mut settings: Vec<Setting> = settings(dom, layout, &trusted);
    let masses = masses_of(&weights, &settings);
    sections::mark(dom, layout, &masses, &mut settings);
    let masses = masses_of(&weights, &settings);
    let sums = Sums::new(dom, layout, &masses);
    let container = container::find(dom, &trusted, &sums, title_node);
    let weighed = Weighed {
        dom,
        layout,
        settings: &settings,
        masses: &masses,
    };
    let body = weighed.choose(&container, title);
    MainText {
        body,
        settings,
        container,
    }
}

/// The weights of the passages that may be of the body.
fn masses_of(weights: &[usize], settings: &[Setting]) -> Vec<usize> {
    let mass = |(weight, setting): (&usize, &Setting)| if setting.is_out() { 0 } else { *weight };
    weights.iter().zip(settings).map(mass).collect()
}

/// A page with its passages weighed.
struct Weighed<'a> {
    dom: &'a Dom,
    layout: &'a Layout,
    settings: &'a [Setting],
    masses: &'a [usize],
}

/// How much a passage counts as running text: its letters outside links, when it is long enough
/// to be a sentence.
fn weight(layout: &Layout, passage: &Passage) -> usize {
    let words = passage.span.slice(&layout.text);
    let free = passage.letters - passage.linked;
    let is_sentence = words.ends_with(SENTENCE_ENDS) || words.contains(", ");
    let wide = words
        .chars()
        .take(40)
        .filter(|letter| *letter >= '\u{2e80}')
        .count()
        >= 10;
    let enough = match (is_sentence, wide) {
        (true, false) => 30,
        (false, false) => 80,
        (true, true) => 12,
        (false, true) => 30,
    };
    match passage.shape {
        Shape::Heading(_) => 0,
        _ if passage.linked * 2 > passage.letters => 0,
        _ if free < enough => 0,
        Shape::Table => free / 2,
        _ => free,
    }
}

const SENTENCE_ENDS: &[char] = &[
    '.', '!', '?', '"', '”', '»', '。', '！', '？', '…', '।', ':', '’',
];

impl Weighed<'_> {
    /// Sorts the passages of the container: from the first running text to the last, what lies
    /// between two of them and is not furniture by its marks or its words.
    fn choose(&self, container: &Range<usize>, title: Option<usize>) -> Vec<bool> {
        let is_body = |(passage, setting): (&Passage, &Setting)| {
            container.contains(&passage.node)
                && !setting.is_out()
                && !furniture::is_furniture(self.layout, passage)
        };
        let passages = self.layout.passages.iter().zip(self.settings);
        let mut body: Vec<bool> = passages.map(is_body).collect();
        self.trim_ends(&mut body);
        if let Some(title) = title {
            self.add_standfirst(title, &mut body);
        }
        body
    }

    /// Adds the running text between the title and the body: the summary above an article.
    fn add_standfirst(&self, title: usize, body: &mut [bool]) {
        let first = body.iter().position(|is_body| *is_body).unwrap_or(0);
        let above = body.iter_mut().enumerate().take(first.min(title + 30));
        for (index, is_body) in above.skip(title + 1) {
            let passage = &self.layout.passages[index];
            let is_text = self.masses[index] > 0 && passage.linked * 4 <= passage.letters;
            *is_body = is_text && !furniture::is_furniture(self.layout, passage);
        }
    }

    /// Takes short passages off both ends: what stands before the first running text and after
    /// the last is no body, unless it goes on with it.
    fn trim_ends(&self, body: &mut [bool]) {
        let is_good = |index: &usize| body[*index] && self.masses[*index] > 0;
        let Some(first) = (0..body.len()).find(is_good) else {
            return;
        };
        let last = (0..body.len()).rev().find(is_good).unwrap_or(first);
        let last = last + self.trailing_sentences(&body[last..], last);
        for (index, is_body) in body.iter_mut().enumerate() {
            let shape = self.layout.passages[index].shape;
            let is_heading = matches!(shape, Shape::Heading(level) if level > 1);
            let leads = index + 1 == first && is_heading;
            *is_body &= (first..=last).contains(&index) || leads;
        }
    }

    /// How many passages after the last running text go on with it: short paragraphs beside it
    /// that are sentences.
    fn trailing_sentences(&self, body: &[bool], last: usize) -> usize {
        let parent = |index: usize| self.dom.nodes[self.layout.passages[index].node].parent;
        let goes_on = |index: usize| {
            let passage = &self.layout.passages[index];
            body[index - last]
                && self.dom.nodes[passage.node].tag == Tag::P
                && parent(index) == parent(last)
                && passage.linked * 2 <= passage.letters
                && passage
                    .span
                    .slice(&self.layout.text)
                    .ends_with(SENTENCE_ENDS)
        };
        let after = last + 1..last + body.len();
        after.take_while(|index| goes_on(*index)).count()
    }
}
