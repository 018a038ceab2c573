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

/// What each word adds as each feature.
#[derive(Debug, Default)]
pub(crate) struct Added {
    tokens: Vec<f32>,
    rows: Vec<f32>,
    sum: Vec<f32>,
    hidden: Vec<f32>,
    work: Work,
    /// The scores of the state asked last.
    pub(crate) scores: Vec<f32>,
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

    /// Works out what each word adds.
    pub(crate) fn prepare(&self, rows: &[f32], added: &mut Added) {
        self.tokens.apply(rows, &mut added.work, &mut added.tokens);
        self.features
            .apply(&added.tokens, &mut added.work, &mut added.rows);
    }

    /// Scores the moves of a state by its features, each the number of a word or none.
    pub(crate) fn score(&self, features: &[Option<usize>], added: &mut Added) {
        let width = self.bias.len();
        let all = self.missing.len();
        added.sum.clear();
        added.sum.extend_from_slice(&self.bias);
        for (feature, word) in features.iter().enumerate() {
            let row = match word {
                Some(word) => &added.rows[word * all + feature * width..],
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
