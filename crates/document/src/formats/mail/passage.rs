//! A part of a body's text with what it is, while that is being found out.

use crate::BlockKind;
use depeche_text::Span;

/// A run of lines that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) span: Span,
    /// A paragraph is the sender's own until a rule says otherwise.
    pub(super) kind: BlockKind,
}

impl Passage {
    pub(super) fn new(span: Span, kind: BlockKind) -> Passage {
        Passage { span, kind }
    }

    /// Whether the sender wrote it, as far as is known.
    pub(super) fn is_own(&self) -> bool {
        !matches!(self.kind, BlockKind::Quote | BlockKind::Furniture)
    }
}
