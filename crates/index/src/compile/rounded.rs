//! The scores of single conditions in steps of 1/1024, so that their sum is exact.
//!
//! The engine adds the scores of several words in an order that hangs on how often each stands in
//! a part of the index. In floating point another order is another sum, so that the same
//! documents, written by more threads, would rank otherwise. Multiples of 2^-10 below 2^14 add
//! without rounding in the 24 bits of an `f32`; a score beyond that would need hundreds of rare
//! words in one document.

use tantivy::query::{EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::{DocId, DocSet, Score, SeekDangerResult, SegmentReader, Term};

/// Steps of a score in one point.
pub(crate) const STEPS_PER_POINT: Score = 1024.0;

/// Above this number, and below its double, neighbouring `f32` are one step apart: adding it and
/// taking it away rounds to steps (half to even), without a call.
const TO_STEPS: Score = 12288.0;

fn rounded(score: Score) -> Score {
    (score + TO_STEPS) - TO_STEPS
}

/// A query with its scores in steps.
#[derive(Debug, Clone)]
pub(crate) struct RoundedQuery<Q>(pub(crate) Q);

struct RoundedWeight(Box<dyn Weight>);

struct RoundedScorer(Box<dyn Scorer>);

impl<Q: Query + Clone> Query for RoundedQuery<Q> {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let weight = self.0.weight(scoring)?;
        Ok(match scoring.is_scoring_enabled() {
            true => Box::new(RoundedWeight(weight)),
            false => weight,
        })
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.0.query_terms(visitor);
    }
}

impl Weight for RoundedWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(Box::new(RoundedScorer(self.0.scorer(reader, boost)?)))
    }

    fn scorer_danger(
        &self,
        reader: &SegmentReader,
        target: DocId,
        boost: Score,
    ) -> tantivy::Result<(SeekDangerResult, Box<dyn Scorer>)> {
        let (found, scorer) = self.0.scorer_danger(reader, target, boost)?;
        Ok((found, Box::new(RoundedScorer(scorer))))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, doc)
    }

    fn count(&self, reader: &SegmentReader) -> tantivy::Result<u32> {
        self.0.count(reader)
    }

    fn for_each(
        &self,
        reader: &SegmentReader,
        callback: &mut dyn FnMut(DocId, Score),
    ) -> tantivy::Result<()> {
        self.0
            .for_each(reader, &mut |doc, score| callback(doc, rounded(score)))
    }
}

impl DocSet for RoundedScorer {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn seek_danger(&mut self, target: DocId) -> SeekDangerResult {
        self.0.seek_danger(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }

    fn cost(&self) -> u64 {
        self.0.cost()
    }
}

impl Scorer for RoundedScorer {
    fn score(&mut self) -> Score {
        rounded(self.0.score())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_do_not_hang_on_their_order() {
        let scores: Vec<Score> = (1..400).map(|n| rounded(30.0 / n as Score)).collect();
        let forward: Score = scores.iter().sum();
        let backward: Score = scores.iter().rev().sum();
        assert_eq!(forward.to_bits(), backward.to_bits());
        assert_eq!((forward * STEPS_PER_POINT).fract(), 0.0);
        assert!((rounded(7.123_4) - 7.123_4).abs() < 0.001);
    }
}
