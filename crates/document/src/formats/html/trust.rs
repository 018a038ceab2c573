//! Which marks of a page can be believed: a class name that says *sidebar* around the whole article
//! says nothing of the article.

use super::container::{Sums, around, bodies};
use super::dom::Dom;
use super::layout::Layout;
use super::marks::Marks;
use super::setting::{Setting, settings};

/// What is needed to tell true marks from others.
pub(super) struct Trust<'a> {
    pub(super) dom: &'a Dom,
    pub(super) layout: &'a Layout,
    pub(super) marks: &'a [Marks],
    pub(super) weights: &'a [usize],
}

impl Trust<'_> {
    /// Marks without those that cannot be true: furniture by class name that holds most of the
    /// page's running text, the title with some of it, or a part marked as the article's text,
    /// is a frame around everything (`with-sidebar`, `comments-open`).
    pub(super) fn marks(&self, title: Option<usize>) -> Vec<Marks> {
        let firm = settings(self.dom, self.layout, &without_names(self.marks));
        let mass =
            |(weight, setting): (&usize, &Setting)| if setting.furniture { 0 } else { *weight };
        let masses: Vec<usize> = self.weights.iter().zip(&firm).map(mass).collect();
        let sums = Sums::new(self.dom, self.layout, &masses);
        let total = sums.of(self.dom, 0).max(1);
        let bodies = bodies(self.dom, self.marks, &sums, total / 10);
        let mut frames = around(self.dom, &bodies);
        let around_title = around(self.dom, title.as_slice()).into_iter();
        frames.extend(around_title.filter(|frame| sums.of(self.dom, *frame) * 10 >= total));
        frames.sort_unstable();
        let mut trusted = self.marks.to_vec();
        let (mut inside, mut mass_around) = (0, total);
        for (index, mark) in trusted.iter_mut().enumerate() {
            let mass = sums.of(self.dom, index);
            if bodies.binary_search(&index).is_ok() {
                (inside, mass_around) = (self.dom.nodes[index].end as usize, mass);
            }
            let is_frame = frames.binary_search(&index).is_ok();
            // Inside the article's own text even a long gallery is furniture.
            let holds_most = match index < inside {
                true => mass * 100 >= mass_around * 95,
                false => mass * 100 >= total * 40,
            };
            mark.doubt(holds_most || is_frame, is_frame, mass * 100 / total);
        }
        trusted
    }
}

impl Marks {
    /// Takes back what cannot be true of an element with this share of the page's text.
    fn doubt(&mut self, is_around: bool, is_frame: bool, share: usize) {
        if is_around {
            self.named_furniture = false;
            self.byline = false;
            self.dateline = false;
            self.caption = false;
        }
        // Shown by a script: what is hidden is nearly all there is.
        self.hidden &= share < 75 && !(is_frame && share >= 40);
        self.comments &= share < 75 && !is_frame;
    }
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
