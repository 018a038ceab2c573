//! Times of every block that is read, counted from the document's date and the narrative's.

use crate::{Annotations, Annotator, Layer};
use depeche_document::{BlockKind, Document};
use depeche_time::{AnchorSource, Anchors, KnownDate, TimeExpression};

/// Finds and resolves times.
pub(super) struct Times;

impl Annotator for Times {
    fn name(&self) -> &'static str {
        "times"
    }

    fn version(&self) -> u32 {
        5
    }

    fn requires(&self) -> &'static [Layer] {
        &[]
    }

    fn assigns(&self) -> &'static [Layer] {
        &[Layer::Times]
    }

    fn annotate(&self, document: &Document, annotations: &mut Annotations) {
        annotations.times = times(document);
    }
}

/// The times of a document's reading blocks, in text order, resolved as far as it goes.
pub fn times(document: &Document) -> Vec<TimeExpression> {
    let mut anchors = Anchors::of_document(document.date.as_ref());
    let mut times = Vec::new();
    for block in document.reading_blocks() {
        // A dateline gives the document its date; the narrative starts after it.
        let mut own = anchors.clone();
        let used = match block.kind {
            BlockKind::Dateline | BlockKind::Title => &mut own,
            _ => &mut anchors,
        };
        times.extend(depeche_time::read(&document.text, block.span, used));
    }
    if document.date.is_none()
        && let Some(latest) = &anchors.latest_told
    {
        bound(&mut times, latest);
    }
    times
}

/// What hangs on the unknown date of a document is shown the latest date that it tells of: it is
/// no older than that.
fn bound(times: &mut [TimeExpression], latest: &KnownDate) {
    let hangs = |time: &&mut TimeExpression| {
        let open = time.unresolved.as_ref();
        open.is_some_and(|open| open.from == AnchorSource::DocumentDate)
    };
    for time in times.iter_mut().filter(hangs) {
        time.anchor = Some(latest.anchor());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<TimeExpression> {
        times(&crate::tests::document(text))
    }

    #[test]
    fn what_hangs_on_an_undated_document_knows_what_that_must_postdate() {
        let times = read(
            "They met on May 3, 2004 and signed on June 9, 2006. About two years ago it was said \
             that all will end on July 1, 2030.",
        );
        let open = times.iter().find(|time| time.unresolved.is_some());
        let open = open.expect("two years ago is open");
        let anchor = open.anchor.as_ref().map(|anchor| anchor.value.as_str());
        assert_eq!(anchor, Some("2006-06-09"));
        let earliest = open.open_earliest().map(|day| day.to_string());
        assert_eq!(earliest.as_deref(), Some("2003-12-09"));
        assert_eq!((open.earliest, open.latest), (None, None));
    }
}
