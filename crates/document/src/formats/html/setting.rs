//! What a passage inherits from the elements around it.

use super::dom::Dom;
use super::layout::Layout;
use super::marks::Marks;

/// What is known of a passage from the elements around it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    pub(super) furniture: bool,
    pub(super) hidden: bool,
    pub(super) caption: bool,
    pub(super) byline: bool,
    pub(super) dateline: bool,
}

impl Setting {
    /// Whether it is kept out of the body whatever its words.
    pub(super) fn is_out(&self) -> bool {
        self.furniture || self.hidden || self.caption
    }
}

/// Hands each passage the marks of the elements around it.
pub(super) fn settings(dom: &Dom, layout: &Layout, marks: &[Marks]) -> Vec<Setting> {
    let mut settings = Vec::with_capacity(layout.passages.len());
    let (mut furniture, mut hidden, mut caption, mut byline, mut dateline) = (0, 0, 0, 0, 0);
    let mut index = 0;
    for passage in &layout.passages {
        while index <= passage.first {
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
        let inside = |until: usize| passage.first < until;
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
