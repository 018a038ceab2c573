//! Facets: how many of what matches have each value of a field.

use crate::{Clause, Error, Field, Searcher};
use std::collections::BTreeMap;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

impl Searcher {
    /// How many of what matches have each value of `field`, by value; empty where the field's
    /// values are not counted ([`Field::is_counted`]).
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn values(&self, clause: &Clause, field: Field) -> Result<BTreeMap<String, u64>, Error> {
        let query = self.compiler().compile(clause);
        Ok(self.engine.search(&query, &ValueCollector { field })?)
    }
}

struct ValueCollector {
    field: Field,
}

struct ValuesOfSegment {
    column: Option<StrColumn>,
    counts: Vec<u64>,
}

impl Collector for ValueCollector {
    type Fruit = BTreeMap<String, u64>;
    type Child = ValuesOfSegment;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<Self::Child> {
        let column = match self.field.is_counted() {
            true => segment.fast_fields().str(self.field.name())?,
            false => None,
        };
        let term_count = column.as_ref().map_or(0, |column| column.num_terms());
        Ok(ValuesOfSegment {
            column,
            counts: vec![0; term_count],
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        let mut values = BTreeMap::new();
        for (value, count) in segments.into_iter().flatten() {
            *values.entry(value).or_default() += count;
        }
        Ok(values)
    }
}

impl SegmentCollector for ValuesOfSegment {
    type Fruit = BTreeMap<String, u64>;

    fn collect(&mut self, doc: DocId, _: Score) {
        if let Some(column) = &self.column {
            let mut ordinals: Vec<u64> = column.term_ords(doc).collect();
            ordinals.sort_unstable();
            ordinals.dedup();
            for ordinal in ordinals {
                self.counts[ordinal as usize] += 1;
            }
        }
    }

    fn harvest(self) -> Self::Fruit {
        let mut values = BTreeMap::new();
        let Some(column) = self.column else {
            return values;
        };
        for (ordinal, count) in self
            .counts
            .into_iter()
            .enumerate()
            .filter(|(_, count)| *count > 0)
        {
            let mut value = String::new();
            if column
                .ord_to_str(ordinal as u64, &mut value)
                .unwrap_or(false)
            {
                values.insert(value, count);
            }
        }
        values
    }
}
