//! What BM25 is told about the collection: only what is there now.
//!
//! The engine counts deleted documents until their segment is merged, and estimates lengths
//! after that, so that the same documents would score differently after a kill or an edit.
//! These counts depend on the documents alone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Searcher, SegmentReader, TERMINATED, Term};

/// Words of a field in a segment as it was with so many deletions.
type Key = (String, u32, u32);

/// Sums that were computed before; a segment is never changed but by deletions.
#[derive(Clone, Default)]
pub(crate) struct Lengths {
    known: Arc<Mutex<BTreeMap<Key, u64>>>,
}

/// A segment is forgotten with all others when so many sums are kept.
const KEPT: usize = 4096;

impl Lengths {
    fn of(&self, segment: &SegmentReader, field: Field) -> tantivy::Result<u64> {
        let id = segment.segment_id().uuid_string();
        let key = (id, segment.num_deleted_docs(), field.field_id());
        let mut known = self
            .known
            .lock()
            .expect("nothing panics while it holds the lock");
        if let Some(sum) = known.get(&key) {
            return Ok(*sum);
        }
        // A field whose lengths are not kept counts as one word in every document.
        if !segment.schema().get_field_entry(field).has_fieldnorms() {
            return Ok(u64::from(segment.num_docs()));
        }
        let norms = segment.get_fieldnorms_reader(field)?;
        let lengths = segment
            .doc_ids_alive()
            .map(|document| u64::from(norms.fieldnorm(document)));
        let sum = lengths.sum();
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(key, sum);
        Ok(sum)
    }
}

/// Counts over the documents that are there.
pub(crate) struct Living<'a> {
    pub(crate) searcher: &'a Searcher,
    pub(crate) lengths: &'a Lengths,
}

impl Bm25StatisticsProvider for Living<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let segments = self.searcher.segment_readers().iter();
        segments
            .map(|segment| self.lengths.of(segment, field))
            .sum()
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        Ok(self.searcher.num_docs())
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        let segments = self.searcher.segment_readers().iter();
        segments.map(|segment| living_with(segment, term)).sum()
    }
}

fn living_with(segment: &SegmentReader, term: &Term) -> tantivy::Result<u64> {
    let inverted = segment.inverted_index(term.field())?;
    if !segment.has_deletes() {
        return Ok(u64::from(inverted.doc_freq(term)?));
    }
    let Some(mut postings) = inverted.read_postings(term, IndexRecordOption::Basic)? else {
        return Ok(0);
    };
    let mut count = 0;
    while postings.doc() != TERMINATED {
        count += u64::from(!segment.is_deleted(postings.doc()));
        postings.advance();
    }
    Ok(count)
}
