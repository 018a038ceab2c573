//! The trait behind which every annotator stands, and the order in which they run.

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
    let _ = document;
    Annotations::default()
}
