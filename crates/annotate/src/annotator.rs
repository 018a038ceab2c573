//! The trait behind which every annotator stands, and the order in which they run.

use crate::annotators::ANNOTATORS;
use crate::{Annotations, Layer};
use depeche_document::Document;

/// One reading step over one document.
///
/// It declares what it needs and what it gives; reading cannot fail, and what a document says
/// never depends on another document.
pub trait Annotator: Sync {
    /// Its stable name, shown with everything that it made.
    fn name(&self) -> &'static str;

    /// Goes up when its output changes; documents read by an older one are read again.
    fn version(&self) -> u32;

    /// Layers that must be there before it runs.
    fn requires(&self) -> &'static [Layer];

    /// Layers that it fills.
    fn assigns(&self) -> &'static [Layer];

    /// Reads the document and adds to the annotations.
    fn annotate(&self, document: &Document, annotations: &mut Annotations);
}

/// Runs every annotator over a document, in declared order.
pub fn annotate(document: &Document) -> Annotations {
    let mut annotations = Annotations::default();
    for annotator in ANNOTATORS {
        annotator.annotate(document, &mut annotations);
    }
    annotations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_annotator_finds_what_it_requires() {
        let mut assigned: Vec<Layer> = Vec::new();
        for annotator in ANNOTATORS {
            for layer in annotator.requires() {
                assert!(
                    assigned.contains(layer),
                    "{} misses {layer:?}",
                    annotator.name()
                );
            }
            assigned.extend(annotator.assigns());
        }
    }
}
