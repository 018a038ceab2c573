//! Dates: a document matches when its date can lie between two days.
//!
//! All dates of a segment are looked at first, in one pass over a column or two, so that the
//! number of those that fit is known and the rarest condition of a query leads. Undated documents
//! never match.

use crate::schema::{EARLIEST, LATEST, UNDATED};
use std::ops::RangeInclusive;
use tantivy::query::{
    BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight,
};
use tantivy::{BitSet, DocId, Score, SegmentReader, TantivyError};

/// Documents looked up at once.
const BLOCK: usize = 256;

/// Days since 1970-01-01, both included; open where `None`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DatesQuery {
    pub(crate) from: Option<i32>,
    pub(crate) to: Option<i32>,
}

impl Query for DatesQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(*self))
    }
}

impl Weight for DatesQuery {
    fn scorer(&self, reader: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let latest = self
            .from
            .map(|from| (LATEST, i64::from(from)..=UNDATED - 1));
        let to = self.to.map_or(UNDATED - 1, i64::from);
        let earliest =
            (self.to.is_some() || latest.is_none()).then_some((EARLIEST, 1 - UNDATED..=to));
        let bounds: Vec<_> = latest.into_iter().chain(earliest).collect();
        let fitting = fitting(reader, &bounds)?;
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(fitting), 0.0)))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        let message = "dates are no part of a score";
        Err(TantivyError::InvalidArgument(message.to_owned()))
    }
}

/// The documents of a segment whose day lies, in each of these columns, within its bounds.
fn fitting(
    reader: &SegmentReader,
    bounds: &[(&str, RangeInclusive<i64>)],
) -> tantivy::Result<BitSet> {
    let mut columns = Vec::new();
    for (column, bound) in bounds {
        let days = reader.fast_fields().i64(column)?;
        columns.push((days.first_or_default_col(UNDATED), bound));
    }
    let end = reader.max_doc();
    let mut fitting = BitSet::with_max_value(end);
    let mut days = [0; BLOCK];
    for first in (0..end).step_by(BLOCK) {
        let last = end.min(first + BLOCK as u32);
        let days = &mut days[..(last - first) as usize];
        let mut fits = [true; BLOCK];
        for (column, bound) in &columns {
            column.get_range(first.into(), days);
            for (fits, day) in fits.iter_mut().zip(&*days) {
                *fits &= bound.contains(day);
            }
        }
        for (doc, _) in (first..last).zip(fits).filter(|(_, fits)| *fits) {
            fitting.insert(doc);
        }
    }
    Ok(fitting)
}
