//! The element of a page that holds its article, by the mass of running text under each element.

use super::dom::Dom;
use super::layout::Layout;
use super::marks::Marks;
use super::tag::Tag;
use std::ops::Range;

/// Mass of the passages under each element, as running sums over the nodes.
pub(super) struct Sums {
    before: Vec<usize>,
}

impl Sums {
    pub(super) fn new(dom: &Dom, layout: &Layout, masses: &[usize]) -> Sums {
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
    pub(super) fn of(&self, dom: &Dom, index: usize) -> usize {
        self.before[dom.nodes[index].end as usize] - self.before[index]
    }
}

/// The nodes of the element that holds the article.
pub(super) fn find(dom: &Dom, marks: &[Marks], sums: &Sums, title: Option<usize>) -> Range<usize> {
    let total = sums.of(dom, 0);
    let bodies = bodies(dom, marks, sums, total / 50);
    let heaviest = bodies
        .iter()
        .copied()
        .max_by_key(|index| (sums.of(dom, *index), std::cmp::Reverse(*index)));
    let start = match heaviest {
        Some(heaviest) if sums.of(dom, heaviest) * 100 >= total * 20 => {
            joined(dom, sums, &bodies, heaviest)
        }
        _ => {
            let start = descend(dom, sums, 0);
            title
                .and_then(|title| around_title(dom, sums, start, title))
                .unwrap_or(start)
        }
    };
    start..dom.nodes[start].end as usize
}

/// An article whose text is marked in several parts: the element around them all, when it holds
/// little else.
fn joined(dom: &Dom, sums: &Sums, bodies: &[usize], heaviest: usize) -> usize {
    let mass: usize = bodies.iter().map(|body| sums.of(dom, *body)).sum();
    let last = bodies.last().copied().unwrap_or(heaviest);
    let mut element = bodies.first().copied().unwrap_or(heaviest);
    while element > 0 && last >= dom.nodes[element].end as usize {
        element = dom.nodes[element].parent as usize;
    }
    if sums.of(dom, element) * 10 <= mass * 13 {
        element
    } else {
        heaviest
    }
}

/// The smallest element around the title that holds a fair part of the mass: of several stories
/// on a page, the one that the page is named after.
fn around_title(dom: &Dom, sums: &Sums, container: usize, title: usize) -> Option<usize> {
    let total = sums.of(dom, container);
    let mut element = title;
    while element > container {
        if sums.of(dom, element) >= 600 && sums.of(dom, element) * 100 >= total * 15 {
            return Some(element);
        }
        element = dom.nodes[element].parent as usize;
    }
    None
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

/// Outermost elements marked as the article's text that hold some mass, in page order.
pub(super) fn bodies(dom: &Dom, marks: &[Marks], sums: &Sums, least: usize) -> Vec<usize> {
    let mut bodies = Vec::new();
    let mut index = 1;
    while index < dom.nodes.len() {
        if marks[index].body && !marks[index].comments && sums.of(dom, index) > least {
            bodies.push(index);
            index = dom.nodes[index].end as usize;
        } else {
            index += 1;
        }
    }
    bodies
}

/// The elements around some elements, in page order.
pub(super) fn around(dom: &Dom, elements: &[usize]) -> Vec<usize> {
    let mut around = Vec::new();
    for element in elements.iter().take(50) {
        let mut parent = dom.nodes[*element].parent as usize;
        while parent > 0 {
            around.push(parent);
            parent = dom.nodes[parent].parent as usize;
        }
    }
    around.sort_unstable();
    around.dedup();
    around
}
