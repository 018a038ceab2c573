//! The moves of a transition system, in the order of the model's outputs, and their scoring.
//!
//! The scorer is `TransitionBasedParser` of spaCy: each word's row through a linear layer, then
//! through one affine layer a feature, which is computed once for all words; a state's features
//! are summed, maxed out, and scored by an upper layer (Kiperwasser and Goldberg 2016; Honnibal).

use super::error::LoadError;
use super::matrix::{Linear, Work};
use super::packed::{get, text, unpack};
use super::weights::Weights;
use depeche_kernel::add;

/// A move and what it labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Move {
    /// The number of its kind, as the file has it.
    pub(crate) kind: usize,
    pub(crate) label: Box<str>,
}

/// Reads `moves`: of each kind the labels, the most frequent first, and of equals the last by
/// name; those added after training come last. `keeps` says which moves there are.
pub(crate) fn moves(
    bytes: &[u8],
    part: &str,
    keeps: impl Fn(usize, &str) -> bool,
) -> Result<Vec<Move>, LoadError> {
    let wrong = || LoadError::new(part, "has no list of moves");
    let value = unpack(bytes, part)?;
    let json = get(&value, "moves").and_then(text).ok_or_else(wrong)?;
    let kinds: std::collections::BTreeMap<String, std::collections::BTreeMap<String, i64>> =
        serde_json::from_str(json).map_err(|_| wrong())?;
    let mut trained = Vec::new();
    let mut added: Vec<(i64, String, usize)> = Vec::new();
    for (kind, labels) in &kinds {
        let kind: usize = kind.parse().map_err(|_| wrong())?;
        let mut labels: Vec<(i64, &String)> = labels.iter().map(|(label, n)| (*n, label)).collect();
        labels.sort_unstable_by(|left, right| right.cmp(left));
        for (frequency, label) in labels {
            if !keeps(kind, label) {
                continue;
            }
            match frequency < 0 {
                true => added.push((frequency, label.clone(), kind)),
                false => trained.push(Move {
                    kind,
                    label: label.as_str().into(),
                }),
            }
        }
    }
    added.sort_by(|left, right| (right.0, &right.1).cmp(&(left.0, &left.1)));
    trained.extend(added.into_iter().map(|(_, label, kind)| Move {
        kind,
        label: label.into(),
    }));
    Ok(trained)
}

/// Scores the moves of a state.
#[derive(Debug)]
pub(crate) struct Scorer {
    tokens: Linear,
    /// One affine map a feature, its outputs side by side; no bias.
    features: Linear,
    feature_count: usize,
    /// What a feature that is not there adds.
    missing: Vec<f32>,
    bias: Vec<f32>,
    pieces: usize,
    upper: Linear,
}

/// So many words are worked out at once.
const LOT: usize = 64;

/// So many lots are kept, more than a state has features, so that no state drives out its own.
const LOTS: usize = 10;

/// What each word adds as each feature: of the words asked for last, as a text may have any number.
#[derive(Debug, Default)]
pub(crate) struct Added {
    tokens: Vec<f32>,
    lots: Vec<Lot>,
    /// Where each lot of the text is kept.
    kept: Vec<Option<usize>>,
    /// How many states were scored.
    state: u64,
    sum: Vec<f32>,
    hidden: Vec<f32>,
    work: Work,
    /// The scores of the state asked last.
    pub(crate) scores: Vec<f32>,
}

/// Words side by side, and what they add.
#[derive(Debug, Default)]
struct Lot {
    number: usize,
    rows: Vec<f32>,
    /// The last state that asked for it.
    state: u64,
}

impl Scorer {
    /// Reads a parser's or name finder's model.
    pub(crate) fn of(
        weights: &Weights,
        part: &str,
        move_count: usize,
    ) -> Result<Scorer, LoadError> {
        let wrong = |message: &str| LoadError::new(part, message);
        let lower = weights.one("precomputable_affine")?;
        let upper = weights
            .referred("upper")
            .ok_or_else(|| wrong("has no upper layer; only models with one are run"))?;
        let tokens = weights
            .named("linear")
            .find(|layer| !std::ptr::eq(*layer, upper))
            .ok_or_else(|| wrong("has no linear layer for words"))?;
        let scorer = Scorer {
            tokens: Linear::of(tokens)?,
            features: Linear::unbiased(lower)?,
            feature_count: lower.size("nF")?,
            missing: lower.array("pad")?.values,
            pieces: lower.size("nP")?,
            upper: Linear::of(upper)?,
            bias: lower.array("b")?.values,
        };
        let width = scorer.bias.len();
        let fits = scorer.missing.len() == scorer.feature_count * width
            && scorer.features.output == scorer.missing.len()
            && scorer.features.input == scorer.tokens.output
            && scorer.pieces > 0
            && scorer.upper.input == width / scorer.pieces
            && scorer.upper.output == move_count;
        match fits {
            true => Ok(scorer),
            false => Err(wrong(
                "has another number of moves than its model, or other sizes",
            )),
        }
    }

    /// Its layers that are products.
    pub(crate) fn linears(&mut self) -> Vec<&mut Linear> {
        vec![&mut self.tokens, &mut self.features, &mut self.upper]
    }

    pub(crate) fn input(&self) -> usize {
        self.tokens.input
    }

    pub(crate) fn feature_count(&self) -> usize {
        self.feature_count
    }

    /// Gets ready for the states of a text, whose words have these rows.
    pub(crate) fn begin(&self, rows: &[f32], added: &mut Added) {
        let count = (rows.len() / self.tokens.input).div_ceil(LOT);
        added.kept.clear();
        added.kept.resize(count, None);
        added.state = 0;
        added.lots.truncate(LOTS);
        added.lots.iter_mut().for_each(|lot| lot.state = 0);
    }

    /// Scores the moves of a state by its features, each the number of a word or none.
    pub(crate) fn score(&self, rows: &[f32], features: &[Option<usize>], added: &mut Added) {
        let width = self.bias.len();
        let all = self.missing.len();
        added.state += 1;
        added.sum.clear();
        added.sum.extend_from_slice(&self.bias);
        for (feature, word) in features.iter().enumerate() {
            let row = match word {
                Some(word) => {
                    let lot = self.lot(rows, word / LOT, added);
                    &added.lots[lot].rows[word % LOT * all + feature * width..]
                }
                None => &self.missing[feature * width..],
            };
            add(&row[..width], &mut added.sum);
        }
        let pieces = added.sum.chunks_exact(self.pieces);
        let hidden = pieces.map(|pieces| pieces.iter().copied().fold(f32::MIN, f32::max));
        added.hidden.clear();
        added.hidden.extend(hidden);
        self.upper
            .apply_one(&added.hidden, &mut added.work, &mut added.scores);
    }

    /// Where a lot of words is kept; it is worked out where it is not.
    fn lot(&self, rows: &[f32], number: usize, added: &mut Added) -> usize {
        if let Some(kept) = added.kept[number] {
            added.lots[kept].state = added.state;
            return kept;
        }
        let kept = added.free();
        let (from, step) = (number * LOT * self.tokens.input, LOT * self.tokens.input);
        let words = &rows[from..(from + step).min(rows.len())];
        self.tokens.apply(words, &mut added.work, &mut added.tokens);
        let lot = &mut added.lots[kept];
        self.features
            .apply(&added.tokens, &mut added.work, &mut lot.rows);
        (lot.number, lot.state) = (number, added.state);
        added.kept[number] = Some(kept);
        kept
    }
}

impl Added {
    /// Room for a lot: new, or that of the lot asked for the longest ago.
    fn free(&mut self) -> usize {
        let oldest = (0..self.lots.len()).min_by_key(|lot| self.lots[*lot].state);
        let is_free = |lot: &usize| self.lots[*lot].state == 0 || self.lots.len() >= LOTS;
        match oldest.filter(is_free) {
            Some(oldest) => {
                let lot = &self.lots[oldest];
                if lot.state > 0 {
                    self.kept[lot.number] = None;
                }
                oldest
            }
            None => {
                self.lots.push(Lot::default());
                self.lots.len() - 1
            }
        }
    }
}

/// The first of the best moves that are allowed.
pub(crate) fn best(scores: &[f32], allows: impl Fn(usize) -> bool) -> Option<usize> {
    let mut best: Option<usize> = None;
    for (index, score) in scores.iter().enumerate() {
        if best.is_none_or(|best| *score > scores[best]) && allows(index) {
            best = Some(index);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::tests::tiny;

    #[test]
    fn scores_do_not_depend_on_what_is_kept() {
        let pipeline = tiny();
        let scorer = &pipeline.parser.as_ref().unwrap().component.scorer;
        let words = 3 * LOT * LOTS;
        let numbers = (0..words * scorer.input()).map(|at| (at * 7919 % 23) as f32 / 23.0 - 0.5);
        let rows: Vec<f32> = numbers.collect();
        let mut kept = Added::default();
        scorer.begin(&rows, &mut kept);
        for state in 0..200 {
            let word = |feature: usize| Some((state * 13 + feature * state * 97) % words);
            let mut features: Vec<Option<usize>> = (0..scorer.feature_count()).map(word).collect();
            features[state % 5] = None;
            let mut fresh = Added::default();
            scorer.begin(&rows, &mut fresh);
            scorer.score(&rows, &features, &mut fresh);
            scorer.score(&rows, &features, &mut kept);
            assert!(kept.scores == fresh.scores);
            assert!(kept.lots.len() <= LOTS);
        }
    }
}
