//! Tags: the best of a linear layer over each word's row.

use super::error::LoadError;
use super::matrix::{Linear, Work};
use super::weights::Weights;

/// Room to work in.
#[derive(Debug, Default)]
pub(crate) struct Outputs {
    pub(crate) work: Work,
    pub(crate) outputs: Vec<f32>,
}

/// Picks a tag for each word.
#[derive(Debug)]
pub(crate) struct Tagger {
    pub(crate) labels: Vec<Box<str>>,
    pub(crate) linear: Linear,
}

impl Tagger {
    /// Reads a tagger's `model` and `cfg`.
    pub(crate) fn of(weights: &Weights, cfg: &[u8], part: &str) -> Result<Tagger, LoadError> {
        let cfg: serde_json::Value = serde_json::from_slice(cfg).unwrap_or_default();
        let labels = cfg.get("labels").and_then(serde_json::Value::as_array);
        let labels = labels.into_iter().flatten();
        let labels = labels.filter_map(|label| Some(label.as_str()?.into()));
        Tagger::with(weights, labels.collect(), part)
    }

    /// Reads a model whose outputs have these labels.
    pub(crate) fn with(
        weights: &Weights,
        labels: Vec<Box<str>>,
        part: &str,
    ) -> Result<Tagger, LoadError> {
        let linear = Linear::of(weights.one("softmax")?)?;
        match labels.len() == linear.output && !labels.is_empty() {
            true => Ok(Tagger { labels, linear }),
            false => {
                let message = "has another number of labels than of outputs";
                Err(LoadError::new(part, message))
            }
        }
    }

    pub(crate) fn input(&self) -> usize {
        self.linear.input
    }

    /// The index of each word's label.
    pub(crate) fn apply(&self, rows: &[f32], room: &mut Outputs) -> Vec<usize> {
        self.linear.apply(rows, &mut room.work, &mut room.outputs);
        let rows = room.outputs.chunks_exact(self.linear.output);
        rows.map(best).collect()
    }
}

/// The first of the greatest.
fn best(scores: &[f32]) -> usize {
    let mut best = 0;
    for (index, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = index;
        }
    }
    best
}
