//! Products of matrices, and the layers made of them alone.

use super::error::LoadError;
use super::packed::Array;
use super::weights::Layer;
use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2, ShapeBuilder};

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

/// Rows of numbers; they may overlap, as a word's row with its neighbours' does.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub(crate) numbers: &'a [f32],
    /// From the start of one to the start of the next.
    pub(crate) step: usize,
}

impl<'a> Rows<'a> {
    /// Rows one after another.
    pub(crate) fn apart(numbers: &'a [f32], width: usize) -> Rows<'a> {
        Rows {
            numbers,
            step: width,
        }
    }
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

    /// The same layer with its outputs in another order: of each output the first piece, then of
    /// each the second, so that the greatest is found side by side.
    fn by_piece(&self, pieces: usize) -> Linear {
        let width = self.output / pieces;
        let order = (0..pieces).flat_map(|piece| (0..width).map(move |at| at * pieces + piece));
        let rows = order
            .clone()
            .map(|at| &self.weights[at * self.input..(at + 1) * self.input]);
        Linear {
            weights: rows.flatten().copied().collect(),
            bias: order.map(|at| self.bias[at]).collect(),
            ..*self
        }
    }

    /// Writes one row of outputs for each row of inputs.
    pub(crate) fn apply(&self, rows: &[f32], out: &mut Vec<f32>) {
        self.apply_every(Rows::apart(rows, self.input), out);
    }

    fn apply_every(&self, rows: Rows<'_>, out: &mut Vec<f32>) {
        let count = match rows.numbers.len().checked_sub(self.input) {
            Some(more) => more / rows.step + 1,
            None => 0,
        };
        out.clear();
        for _ in 0..count {
            out.extend_from_slice(&self.bias);
        }
        product_every(rows, &self.weights, self.input, out);
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
                linear: linear.by_piece(pieces),
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
    pub(crate) fn apply(&self, rows: Rows<'_>, wide: &mut Vec<f32>, out: &mut Vec<f32>) {
        self.linear.apply_every(rows, wide);
        let width = self.width();
        out.clear();
        out.reserve(wide.len() / self.pieces);
        for row in wide.chunks_exact(self.linear.output) {
            let from = out.len();
            let (first, others) = row.split_at(width);
            out.extend_from_slice(first);
            let best = &mut out[from..];
            for piece in others.chunks_exact(width) {
                for (best, other) in best.iter_mut().zip(piece) {
                    *best = if *other > *best { *other } else { *best };
                }
            }
            self.normalise(best);
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

/// Adds the product of `rows` and the transpose of `weights`, whose rows are `input` long, to `out`.
pub(crate) fn product(rows: &[f32], weights: &[f32], input: usize, out: &mut [f32]) {
    product_every(Rows::apart(rows, input), weights, input, out);
}

fn product_every(rows: Rows<'_>, weights: &[f32], input: usize, out: &mut [f32]) {
    let output = weights.len() / input;
    let count = out.len() / output;
    let rows = ArrayView2::from_shape((count, input).strides((rows.step, 1)), rows.numbers);
    let weights = ArrayView2::from_shape((output, input), weights);
    let out = ArrayViewMut2::from_shape((count, output), out);
    if let (Ok(rows), Ok(weights), Ok(mut out)) = (rows, weights, out) {
        general_mat_mul(1.0, &rows, &weights.t(), 1.0, &mut out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The plain loop.
    fn expected(step: usize, rows: &[f32], weights: &[f32], input: usize) -> Vec<f32> {
        let starts = (0..=rows.len() - input).step_by(step);
        let dot = |row: &[f32], weights: &[f32]| row.iter().zip(weights).map(|(a, b)| a * b).sum();
        starts
            .flat_map(|at| {
                weights
                    .chunks(input)
                    .map(move |w| dot(&rows[at..at + input], w))
            })
            .collect()
    }

    #[test]
    fn products_are_those_of_the_plain_loop() {
        let numbers = |count: usize| -> Vec<f32> {
            (0..count)
                .map(|at| ((at * 7919) % 17) as f32 - 8.0)
                .collect()
        };
        for (step, input, output, count) in [(4, 12, 5, 9), (12, 12, 1, 1), (3, 9, 40, 33)] {
            let rows = numbers(step * (count - 1) + input);
            let weights = numbers(input * output);
            let mut out = vec![0.0; count * output];
            product_every(
                Rows {
                    numbers: &rows,
                    step,
                },
                &weights,
                input,
                &mut out,
            );
            assert_eq!(out, expected(step, &rows, &weights, input));
        }
    }
}
