//! Keys: what is in a list that the record gave, whatever the index knows of it.

use crate::schema::KEY;
use std::sync::Arc;
use tantivy::query::{
    BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight,
};
use tantivy::{BitSet, DocId, Score, SegmentReader, TantivyError};

/// Keys that are wanted, sorted.
#[derive(Debug, Clone)]
pub(crate) struct KeysQuery {
    pub(crate) keys: Arc<[u64]>,
}

impl Query for KeysQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for KeysQuery {
    fn scorer(&self, reader: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let column = reader.fast_fields().u64(KEY)?.first_or_default_col(0);
        let mut wanted = BitSet::with_max_value(reader.max_doc());
        for doc in 0..reader.max_doc() {
            if self.keys.binary_search(&column.get_val(doc)).is_ok() {
                wanted.insert(doc);
            }
        }
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(wanted), 0.0)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        let message = "keys are no part of a score";
        Err(TantivyError::InvalidArgument(message.to_owned()))
    }
}
