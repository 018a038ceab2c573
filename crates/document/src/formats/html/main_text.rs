//! Which passages of a page are its own article.
//!
//! A page is a tree; the article is the part of it that holds most of the running text and is
//! not marked as something else. First every passage is weighed, then the element is looked for
//! that holds the article, then its passages are sorted into body and furniture.

use super::dom::Dom;
use super::layout::{Layout, Passage, Shape};
use super::marks::Marks;
use super::tag::Tag;
use std::ops::Range;

/// What is known of a passage from the elements around it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    pub(super) furniture: bool,
    pub(super) hidden: bool,
    pub(super) caption: bool,
    pub(super) byline: bool,
    pub(super) dateline: bool,
}

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

/// Finds the article; `marks` holds the marks of each node.
pub(super) fn find(dom: &Dom, layout: &Layout, marks: &[Marks]) -> MainText {
    let weights: Vec<usize> = layout
        .passages
        .iter()
        .map(|passage| weight(layout, passage))
        .collect();
    let trusted = trusted_marks(dom, layout, marks, &weights);
    let settings: Vec<Setting> = settings(dom, layout, &trusted);
    let masses: Vec<usize> = weights
        .iter()
        .zip(&settings)
        .map(
            |(weight, setting)| match setting.furniture || setting.hidden || setting.caption {
                true => 0,
                false => *weight,
            },
        )
        .collect();
    let sums = Sums::new(dom, layout, &masses);
    let container = container(dom, &trusted, &sums);
    let weighed = Weighed {
        dom,
        layout,
        settings: &settings,
        masses: &masses,
    };
    let body = weighed.choose(&container);
    MainText {
        body,
        settings,
        container,
    }
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

/// Mass of the passages under each element, as running sums over the nodes.
struct Sums {
    before: Vec<usize>,
}

impl Sums {
    fn new(dom: &Dom, layout: &Layout, masses: &[usize]) -> Sums {
        let mut before = vec![0; dom.nodes.len() + 1];
        for (passage, mass) in layout.passages.iter().zip(masses) {
            before[passage.node + 1] += mass;
        }
        for index in 1..before.len() {
            before[index] += before[index - 1];
        }
        Sums { before }
    }

    /// The mass of an element's passages, its own and those of elements inside.
    fn of(&self, dom: &Dom, index: usize) -> usize {
        self.before[dom.nodes[index].end as usize] - self.before[index]
    }
}

/// Marks without those that cannot be true: furniture by class name that holds most of the page's
/// running text is a frame around everything (`with-sidebar`, `comments-open`).
fn trusted_marks(dom: &Dom, layout: &Layout, marks: &[Marks], weights: &[usize]) -> Vec<Marks> {
    let firm = settings(dom, layout, &without_names(marks));
    let masses: Vec<usize> = weights
        .iter()
        .zip(&firm)
        .map(|(weight, setting)| {
            if setting.furniture || setting.hidden {
                0
            } else {
                *weight
            }
        })
        .collect();
    let sums = Sums::new(dom, layout, &masses);
    let total = sums.of(dom, 0).max(1);
    let mut trusted = marks.to_vec();
    for (index, mark) in trusted.iter_mut().enumerate() {
        let share = sums.of(dom, index) * 100 / total;
        if share >= 40 {
            mark.named_furniture = false;
            mark.byline = false;
            mark.dateline = false;
            mark.caption = false;
            mark.hidden = false;
        }
        if share >= 75 || (share >= 40 && dom.nodes[index].tag == Tag::Body) {
            mark.comments = false;
        }
    }
    trusted
}

fn without_names(marks: &[Marks]) -> Vec<Marks> {
    let firm = |mark: &Marks| Marks {
        named_furniture: false,
        comments: false,
        caption: false,
        ..*mark
    };
    marks.iter().map(firm).collect()
}

/// Hands each passage the marks of the elements around it.
fn settings(dom: &Dom, layout: &Layout, marks: &[Marks]) -> Vec<Setting> {
    let mut settings = Vec::with_capacity(layout.passages.len());
    let (mut furniture, mut hidden, mut caption, mut byline, mut dateline) = (0, 0, 0, 0, 0);
    let mut index = 0;
    for passage in &layout.passages {
        while index <= passage.node {
            let (mark, end) = (marks[index], dom.nodes[index].end as usize);
            let reach = |until: usize, holds: bool| if holds { until.max(end) } else { until };
            furniture = reach(
                furniture,
                mark.furniture || mark.named_furniture || mark.comments,
            );
            hidden = reach(hidden, mark.hidden);
            caption = reach(caption, mark.caption);
            byline = reach(byline, mark.byline);
            dateline = reach(dateline, mark.dateline);
            index += 1;
        }
        let inside = |until: usize| passage.node < until;
        settings.push(Setting {
            furniture: inside(furniture),
            hidden: inside(hidden),
            caption: inside(caption),
            byline: inside(byline),
            dateline: inside(dateline),
        });
    }
    settings
}

/// The nodes of the element that holds the article.
fn container(dom: &Dom, marks: &[Marks], sums: &Sums) -> Range<usize> {
    let total = sums.of(dom, 0);
    let marked = (1..dom.nodes.len())
        .filter(|index| marks[*index].body && sums.of(dom, *index) * 100 >= total * 25)
        .max_by_key(|index| (sums.of(dom, *index), std::cmp::Reverse(*index)));
    let start = marked.unwrap_or(0);
    let start = descend(dom, sums, start);
    start..dom.nodes[start].end as usize
}

/// Goes down from an element as long as one child holds nearly all of its mass.
fn descend(dom: &Dom, sums: &Sums, from: usize) -> usize {
    let mut element = from;
    loop {
        let mass = sums.of(dom, element);
        let mut child = element + 1;
        let end = dom.nodes[element].end as usize;
        let mut heaviest = None;
        while child < end {
            if dom.nodes[child].tag != Tag::Text && sums.of(dom, child) * 100 > mass * 80 {
                heaviest = Some(child);
                break;
            }
            child = dom.nodes[child].end as usize;
        }
        match heaviest {
            Some(child) if mass > 0 && dom.nodes[child].tag != Tag::P => element = child,
            _ => return element,
        }
    }
}

impl Weighed<'_> {
    /// Sorts the passages of the container: from the first running text to the last, what lies
    /// between two of them and is not marked as furniture.
    fn choose(&self, container: &Range<usize>) -> Vec<bool> {
        let is_body = |(passage, setting): (&Passage, &Setting)| {
            let is_out = setting.furniture || setting.hidden || setting.caption;
            container.contains(&passage.node) && !is_out
        };
        let passages = self.layout.passages.iter().zip(self.settings);
        let mut body: Vec<bool> = passages.map(is_body).collect();
        self.trim_ends(&mut body);
        body
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
