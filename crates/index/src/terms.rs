//! The dictionary: which words there are and in how many documents.

use crate::{Error, Field, Searcher};
use std::collections::BTreeMap;

impl Searcher {
    /// In how many documents a folded word stands; deleted ones count until they are merged away.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn frequency(&self, field: Field, word: &str) -> Result<u64, Error> {
        let term = tantivy::Term::from_field_text(self.fields.folded(field), word);
        Ok(self.engine.doc_freq(&term)?)
    }

    /// The words of a field that start with `prefix`, at most `limit` of each part of the index,
    /// with the number of documents each stands in.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn words_with_prefix(
        &self,
        field: Field,
        prefix: &str,
        limit: usize,
    ) -> Result<BTreeMap<String, u64>, Error> {
        let mut words = BTreeMap::new();
        let mut end = prefix.as_bytes().to_vec();
        end.push(0xff);
        for segment in self.engine.segment_readers() {
            let inverted = segment.inverted_index(self.fields.folded(field))?;
            let range = inverted.terms().range().ge(prefix.as_bytes()).lt(&end);
            let mut stream = range.into_stream().map_err(tantivy::TantivyError::from)?;
            for _ in 0..limit {
                if !stream.advance() {
                    break;
                }
                if let Ok(word) = std::str::from_utf8(stream.key()) {
                    *words.entry(word.to_owned()).or_default() +=
                        u64::from(stream.value().doc_freq);
                }
            }
        }
        Ok(words)
    }
}
