//! Products of matrices, and the layers made of them alone.

use super::error::LoadError;
use super::packed::Array;
use super::weights::Layer;
use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2};

/// Keeps the root of a variance from zero, as in training.
const LEAST_VARIANCE: f32 = 1e-8;

/// Rows times weights, plus a bias: `Linear` of thinc.
#[derive(Debug)]
pub(crate) struct Linear {
    /// Row by row, one an output.
    weights: Vec<f32>,
    bias: Vec<f32>,
    pub(crate) input: usize,
    pub(crate) output: usize,
}

/// The greatest of several linear pieces, then layer normalisation (Goodfellow and others 2013;
/// Ba, Kiros and Hinton 2016).
#[derive(Debug)]
pub(crate) struct Maxout {
    linear: Linear,
    pieces: usize,
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Linear {
    pub(crate) fn new(weights: Array, bias: Array, input: usize) -> Option<Linear> {
        let output = bias.values.len();
        let fits = input > 0 && weights.values.len() == output * input;
        fits.then_some(Linear {
            weights: weights.values,
            bias: bias.values,
            input,
            output,
        })
    }

    /// Reads a layer with `W` and `b`.
    pub(crate) fn of(layer: &Layer) -> Result<Linear, LoadError> {
        let weights = layer.array("W")?;
        let input = weights.shape.last().copied().unwrap_or(0);
        Linear::new(weights, layer.array("b")?, input)
            .ok_or_else(|| LoadError::new(&layer.name, "weights and bias differ in size"))
    }

    /// Writes one row of outputs for each row of inputs.
    pub(crate) fn apply(&self, rows: &[f32], out: &mut Vec<f32>) {
        let count = rows.len() / self.input;
        out.clear();
        for _ in 0..count {
            out.extend_from_slice(&self.bias);
        }
        product(rows, &self.weights, [count, self.input, self.output], out);
    }
}

impl Maxout {
    /// Reads a maxout layer and the normalisation behind it.
    pub(crate) fn of(layer: &Layer, norm: &Layer) -> Result<Maxout, LoadError> {
        let linear = Linear::of(layer)?;
        let pieces = layer.size("nP")?;
        let (gain, shift) = (norm.array("G")?.values, norm.array("b")?.values);
        let wide = gain.len() * pieces == linear.output && gain.len() == shift.len();
        match wide && pieces > 0 {
            true => Ok(Maxout {
                linear,
                pieces,
                gain,
                shift,
            }),
            false => Err(LoadError::new(
                &layer.name,
                "normalisation of another width",
            )),
        }
    }

    pub(crate) fn input(&self) -> usize {
        self.linear.input
    }

    pub(crate) fn width(&self) -> usize {
        self.gain.len()
    }

    /// Writes one row for each row of inputs; `wide` is room to work in.
    pub(crate) fn apply(&self, rows: &[f32], wide: &mut Vec<f32>, out: &mut Vec<f32>) {
        self.linear.apply(rows, wide);
        out.clear();
        out.reserve(wide.len() / self.pieces);
        for row in wide.chunks_exact(self.linear.output) {
            let from = out.len();
            let pieces = row.chunks_exact(self.pieces);
            out.extend(pieces.map(|pieces| pieces.iter().copied().fold(f32::MIN, f32::max)));
            self.normalise(&mut out[from..]);
        }
    }

    fn normalise(&self, row: &mut [f32]) {
        let count = row.len() as f32;
        let mean = row.iter().sum::<f32>() / count;
        let deviations = row.iter().map(|value| (value - mean) * (value - mean));
        let variance = deviations.sum::<f32>() / count + LEAST_VARIANCE;
        let scale = 1.0 / variance.sqrt();
        for ((value, gain), shift) in row.iter_mut().zip(&self.gain).zip(&self.shift) {
            *value = (*value - mean) * scale * gain + shift;
        }
    }
}

/// Adds the product of `rows` (count by input) and the transpose of `weights` (output by input)
/// to `out`; the sizes are count, input and output.
pub(crate) fn product(rows: &[f32], weights: &[f32], sizes: [usize; 3], out: &mut [f32]) {
    let [count, input, output] = sizes;
    let rows = ArrayView2::from_shape((count, input), &rows[..count * input]);
    let weights = ArrayView2::from_shape((output, input), weights);
    let out = ArrayViewMut2::from_shape((count, output), out);
    if let (Ok(rows), Ok(weights), Ok(mut out)) = (rows, weights, out) {
        general_mat_mul(1.0, &rows, &weights.t(), 1.0, &mut out);
    }
}
