//! Collecting what matches: the best by score, or all in the order of days; always counted.
//!
//! The engine breaks ties by where a document happens to lie. These break them by key; and scores
//! come in steps, whose sums are exact, so that the order does not hang on how the index was
//! written.

use crate::compile::STEPS_PER_POINT;
use crate::schema::{DAY, DOCUMENT, EVENT, KEY};
use crate::searcher::{Ranked, StatementHit};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::ColumnValues;
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

type Numbers = Arc<dyn ColumnValues<u64>>;

/// The best `keep` by score, then key; and how many there are.
pub(crate) struct BestCollector {
    pub(crate) keep: usize,
}

/// Sorted so that the worst is the greatest: low score first, then high key.
type Standing = (Reverse<u64>, u64);

pub(crate) struct BestOfSegment {
    keep: usize,
    keys: Numbers,
    count: u64,
    best: BinaryHeap<Standing>,
}

impl Collector for BestCollector {
    type Fruit = (u64, Vec<Ranked>);
    type Child = BestOfSegment;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<Self::Child> {
        Ok(BestOfSegment {
            keep: self.keep,
            keys: segment.fast_fields().u64(KEY)?.first_or_default_col(0),
            count: 0,
            best: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.keep > 0
    }

    fn merge_fruits(&self, segments: Vec<(u64, Vec<Standing>)>) -> tantivy::Result<Self::Fruit> {
        let count = segments.iter().map(|(count, _)| count).sum();
        let mut best: Vec<Standing> = segments.into_iter().flat_map(|(_, best)| best).collect();
        best.sort_unstable();
        best.truncate(self.keep);
        let ranked = best.into_iter().map(|(Reverse(rank), key)| Ranked {
            key,
            score: shown(rank),
        });
        Ok((count, ranked.collect()))
    }
}

/// A score as shown, in thousandths.
fn shown(rank: u64) -> Score {
    let points = rank as f64 / f64::from(STEPS_PER_POINT);
    ((points * 1000.0).round() / 1000.0) as Score
}

impl SegmentCollector for BestOfSegment {
    type Fruit = (u64, Vec<Standing>);

    fn collect(&mut self, doc: DocId, score: Score) {
        self.count += 1;
        let rank = Reverse((score * STEPS_PER_POINT) as u64);
        if self.best.len() < self.keep {
            self.best.push((rank, self.keys.get_val(doc)));
            return;
        }
        let Some(mut worst) = self.best.peek_mut() else {
            return;
        };
        if rank <= worst.0 {
            let standing = (rank, self.keys.get_val(doc));
            if standing < *worst {
                *worst = standing;
            }
        }
    }

    fn collect_block(&mut self, docs: &[DocId]) {
        match self.keep {
            0 => self.count += docs.len() as u64,
            _ => docs.iter().for_each(|doc| self.collect(*doc, 0.0)),
        }
    }

    fn harvest(self) -> Self::Fruit {
        (self.count, self.best.into_vec())
    }
}

/// The first `keep` statements by day, then key; and how many there are.
pub(crate) struct TimelineCollector {
    pub(crate) keep: usize,
}

pub(crate) struct TimelineOfSegment {
    keep: usize,
    days: Arc<dyn ColumnValues<i64>>,
    keys: Numbers,
    documents: Numbers,
    events: Numbers,
    count: u64,
    first: BinaryHeap<StatementHit>,
}

impl Collector for TimelineCollector {
    type Fruit = (u64, Vec<StatementHit>);
    type Child = TimelineOfSegment;

    fn for_segment(
        &self,
        _: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<Self::Child> {
        let numbers = |name| -> tantivy::Result<Numbers> {
            Ok(segment.fast_fields().u64(name)?.first_or_default_col(0))
        };
        Ok(TimelineOfSegment {
            keep: self.keep,
            days: segment.fast_fields().i64(DAY)?.first_or_default_col(0),
            keys: numbers(KEY)?,
            documents: numbers(DOCUMENT)?,
            events: numbers(EVENT)?,
            count: 0,
            first: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<Self::Fruit>) -> tantivy::Result<Self::Fruit> {
        let count = segments.iter().map(|(count, _)| count).sum();
        let mut first: Vec<StatementHit> =
            segments.into_iter().flat_map(|(_, first)| first).collect();
        first.sort_unstable();
        first.truncate(self.keep);
        Ok((count, first))
    }
}

impl SegmentCollector for TimelineOfSegment {
    type Fruit = (u64, Vec<StatementHit>);

    fn collect(&mut self, doc: DocId, _: Score) {
        self.count += 1;
        let hit = StatementHit {
            day: self.days.get_val(doc),
            key: self.keys.get_val(doc),
            document: self.documents.get_val(doc),
            event: self.events.get_val(doc),
        };
        if self.first.len() < self.keep {
            self.first.push(hit);
        } else if let Some(mut last) = self.first.peek_mut()
            && hit < *last
        {
            *last = hit;
        }
    }

    fn harvest(self) -> Self::Fruit {
        (self.count, self.first.into_vec())
    }
}
