//! Dates: a document matches when its date can lie between two days.
//!
//! Looked up in columns, a block of documents at a time, where other conditions have led or in
//! order. Undated documents never match.

use crate::schema::{EARLIEST, LATEST, UNDATED};
use std::ops::RangeInclusive;
use std::sync::Arc;
use tantivy::columnar::ColumnValues;
use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SeekDangerResult, SegmentReader, TERMINATED, TantivyError};

/// Documents looked up at once; a bit each in a word.
const BLOCK: u32 = u64::BITS;

/// Days since 1970-01-01, both included; open where `None`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DatesQuery {
    pub(crate) from: Option<i32>,
    pub(crate) to: Option<i32>,
}

type Days = Arc<dyn ColumnValues<i64>>;

/// The documents of a segment whose dates fit; each scores nothing.
struct Dated {
    /// Columns and what their values must lie in.
    bounds: Vec<(Days, RangeInclusive<i64>)>,
    doc: DocId,
    end: DocId,
    block: u32,
    /// Bit n: the nth document of the block fits.
    fitting: u64,
}

impl Query for DatesQuery {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(*self))
    }
}

impl Weight for DatesQuery {
    fn scorer(&self, reader: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let days = |name, undated| -> tantivy::Result<Days> {
            let column = reader.fast_fields().i64(name)?;
            Ok(column.first_or_default_col(undated))
        };
        let mut bounds = Vec::new();
        if let Some(from) = self.from {
            bounds.push((days(LATEST, -UNDATED)?, from.into()..=UNDATED - 1));
        }
        if self.to.is_some() || bounds.is_empty() {
            let to = self.to.map_or(UNDATED - 1, i64::from).min(UNDATED - 1);
            bounds.push((days(EARLIEST, UNDATED)?, -UNDATED..=to));
        }
        let mut dated = Dated {
            bounds,
            doc: 0,
            end: reader.max_doc(),
            block: u32::MAX,
            fitting: 0,
        };
        dated.go_on();
        Ok(Box::new(dated))
    }

    fn explain(&self, _: &SegmentReader, _: DocId) -> tantivy::Result<Explanation> {
        let message = "dates are no part of a score";
        Err(TantivyError::InvalidArgument(message.to_owned()))
    }
}

impl Dated {
    /// Looks up the block of a document that is there; its bits from that document on.
    fn fitting_from(&mut self, doc: DocId) -> u64 {
        let block = doc / BLOCK;
        if self.block != block {
            let first = block * BLOCK;
            let count = (self.end - first).min(BLOCK) as usize;
            let mut fitting = u64::MAX >> (BLOCK as usize - count);
            let mut values = [0; BLOCK as usize];
            for (days, bound) in &self.bounds {
                days.get_range(first.into(), &mut values[..count]);
                for (position, day) in values[..count].iter().enumerate() {
                    fitting &= !(u64::from(!bound.contains(day)) << position);
                }
            }
            (self.block, self.fitting) = (block, fitting);
        }
        self.fitting & (u64::MAX << (doc % BLOCK))
    }

    /// Stays where the document fits, else goes to the next that does.
    fn go_on(&mut self) -> DocId {
        while self.doc < self.end {
            let fitting = self.fitting_from(self.doc);
            let first = self.block * BLOCK;
            if fitting != 0 {
                self.doc = first + fitting.trailing_zeros();
                return self.doc;
            }
            self.doc = first + BLOCK;
        }
        self.doc = TERMINATED;
        TERMINATED
    }
}

impl DocSet for Dated {
    fn advance(&mut self) -> DocId {
        self.doc = self.doc.saturating_add(1);
        self.go_on()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.doc = self.doc.max(target);
        self.go_on()
    }

    fn seek_danger(&mut self, target: DocId) -> SeekDangerResult {
        if target >= self.end {
            self.doc = TERMINATED;
            return SeekDangerResult::SeekLowerBound(TERMINATED);
        }
        self.doc = target;
        match self.fitting_from(target) & 1 << (target % BLOCK) {
            0 => SeekDangerResult::SeekLowerBound(target + 1),
            _ => SeekDangerResult::Found,
        }
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    /// Not known without looking at each: as if all fitted, so that any other condition leads.
    fn size_hint(&self) -> u32 {
        self.end
    }

    fn cost(&self) -> u64 {
        2 * u64::from(self.end)
    }
}

impl Scorer for Dated {
    fn score(&mut self) -> Score {
        0.0
    }
}
