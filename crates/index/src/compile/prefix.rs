//! Beginnings of words: the documents of all words that start so, gathered once.
//!
//! A query asks for a beginning twice, to rank and to count its part, so what was gathered is kept
//! with the searcher for a while.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};
use tantivy::index::SegmentId;
use tantivy::query::{
    BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{BitSet, DocId, Score, SegmentReader};

/// What was gathered is forgotten, all of it, when it is so many segments' worth.
const KEPT: usize = 64;

/// A beginning in a segment.
type Key = (SegmentId, Field, String);

/// The documents gathered before.
#[derive(Clone, Default)]
pub(crate) struct Gathered {
    known: Arc<Mutex<BTreeMap<Key, Arc<BitSet>>>>,
}

/// A word of the field starts so; scores as a constant.
#[derive(Clone)]
pub(crate) struct PrefixQuery {
    pub(crate) field: Field,
    pub(crate) prefix: String,
    pub(crate) gathered: Gathered,
}

impl fmt::Debug for PrefixQuery {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Prefix({:?}, {:?})", self.field, self.prefix)
    }
}

impl Query for PrefixQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for PrefixQuery {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let documents = BitSet::clone(&*self.documents(reader)?);
        Ok(Box::new(ConstScorer::new(
            BitSetDocSet::from(documents),
            boost,
        )))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        Ok(Explanation::new("prefix", 1.0))
    }

    fn count(&self, reader: &SegmentReader) -> tantivy::Result<u32> {
        match reader.alive_bitset() {
            Some(alive) => Ok(self.scorer(reader, 1.0)?.count(alive)),
            None => Ok(self.documents(reader)?.len() as u32),
        }
    }
}

impl PrefixQuery {
    fn documents(&self, reader: &SegmentReader) -> tantivy::Result<Arc<BitSet>> {
        let key = (reader.segment_id(), self.field, self.prefix.clone());
        let known = || {
            let known = self.gathered.known.lock();
            known.expect("nothing panics while it holds the lock")
        };
        if let Some(documents) = known().get(&key) {
            return Ok(documents.clone());
        }
        let documents = Arc::new(self.gather(reader)?);
        let mut known = known();
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(key, documents.clone());
        Ok(documents)
    }

    fn gather(&self, reader: &SegmentReader) -> tantivy::Result<BitSet> {
        let mut documents = BitSet::with_max_value(reader.max_doc());
        let inverted = reader.inverted_index(self.field)?;
        let start = self.prefix.as_bytes();
        // No word holds a byte 0xff, so this is past every word that starts so.
        let mut end = start.to_vec();
        end.push(0xff);
        let mut words = inverted.terms().range().ge(start).lt(&end).into_stream()?;
        while words.advance() {
            let mut postings = inverted
                .read_block_postings_from_terminfo(words.value(), IndexRecordOption::Basic)?;
            while !postings.docs().is_empty() {
                for doc in postings.docs() {
                    documents.insert(*doc);
                }
                postings.advance();
            }
        }
        Ok(documents)
    }
}
