//! Parts of a page that a label announces as other stories: *Top stories*, *Related*, *Partner
//! news*. All that follows the label in its box is furniture, however much it reads like news.

use super::container::Sums;
use super::dom::Dom;
use super::layout::{Layout, Shape};
use super::setting::Setting;

/// Labels, in lower case, without the marks at their ends.
const LABELS: &[&str] = &[
    "top stories",
    "today's top stories",
    "top news",
    "latest news",
    "latest stories",
    "latest headlines",
    "breaking news",
    "more news",
    "more stories",
    "more headlines",
    "other news",
    "other stories",
    "other headlines",
    "related",
    "related news",
    "related stories",
    "related articles",
    "related content",
    "related links",
    "related posts",
    "related topics",
    "related coverage",
    "read also",
    "also read",
    "see also",
    "read more",
    "read next",
    "up next",
    "most read",
    "most popular",
    "most viewed",
    "most shared",
    "popular",
    "popular posts",
    "popular stories",
    "trending",
    "trending now",
    "trending stories",
    "recommended",
    "recommended for you",
    "you may also like",
    "you might also like",
    "you may like",
    "editors' picks",
    "editor's picks",
    "partner news",
    "partners' news",
    "news of partners",
    "sponsored",
    "sponsored content",
    "promoted stories",
    "from the web",
    "around the web",
    "recent posts",
    "recent news",
    "recent stories",
    "in other news",
    "in brief",
    "news in brief",
    "don't miss",
    "archive",
    "comments",
    "leave a comment",
    "leave a reply",
    "post a comment",
    "newsletter",
    "follow us",
];

/// How a label begins that goes on with a name.
const OPENINGS: &[&str] = &[
    "more from ",
    "latest from ",
    "latest in ",
    "more in ",
    "most read in ",
    "also in ",
];

/// Marks what follows a label as furniture: the rest of its box, or, where the box is the article
/// itself, up to the next running text.
pub(super) fn mark(dom: &Dom, layout: &Layout, masses: &[usize], settings: &mut [Setting]) {
    let sums = Sums::new(dom, layout, masses);
    let total = sums.of(dom, 0);
    let mut sum_before = vec![0];
    for mass in masses {
        sum_before.push(sum_before[sum_before.len() - 1] + mass);
    }
    for index in 0..settings.len() {
        if settings[index].is_out() || !is_label(layout, index) {
            continue;
        }
        let element = own_box(dom, layout, index);
        let end = dom.nodes[element].end as usize;
        let past = layout
            .passages
            .partition_point(|passage| passage.first < end);
        let mass = sum_before[past] - sum_before[index + 1];
        let is_aside = mass * 100 <= total * 35 && sums.of(dom, element) * 2 <= total;
        settings[index].furniture = true;
        for (next, setting) in settings.iter_mut().enumerate().take(past).skip(index + 1) {
            if !is_aside && is_running(layout, masses, next) {
                break;
            }
            setting.furniture = true;
        }
    }
}

/// Whether the first line of a passage is a label.
fn is_label(layout: &Layout, index: usize) -> bool {
    let passage = &layout.passages[index];
    let line = passage
        .span
        .slice(&layout.text)
        .lines()
        .next()
        .unwrap_or("");
    if line.len() > 60 {
        return false;
    }
    let lower = line.to_lowercase().replace('’', "'");
    let bare = lower.trim_matches(|mark: char| !mark.is_alphanumeric());
    let is_heading = matches!(passage.shape, Shape::Heading(_));
    LABELS.contains(&bare)
        || (is_heading && OPENINGS.iter().any(|opening| bare.starts_with(opening)))
}

/// The smallest element around a label that holds more than the label.
fn own_box(dom: &Dom, layout: &Layout, index: usize) -> usize {
    let next = layout
        .passages
        .get(index + 1)
        .map_or(usize::MAX, |next| next.first);
    let mut element = layout.passages[index].node;
    while element > 0 && dom.nodes[element].end as usize <= next && next != usize::MAX {
        element = dom.nodes[element].parent as usize;
    }
    element
}

fn is_running(layout: &Layout, masses: &[usize], index: usize) -> bool {
    let passage = &layout.passages[index];
    let is_text = matches!(passage.shape, Shape::Plain | Shape::Quote);
    is_text && masses[index] > 0 && passage.linked * 4 <= passage.letters
}
