//! Products of matrices, and the layers made of them alone: in floating-point numbers, or in whole
//! numbers where the weights are stored so.

use super::error::LoadError;
use super::short::Short;
use super::weights::Layer;
use depeche_kernel::{Matrix, Pair, greatest, normalise, pairs};
use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2, ShapeBuilder};
use std::sync::atomic::{AtomicU32, Ordering};

/// The greatest whole number of an input: with weights bounded by [`most_weight`] no sum of
/// products leaves 32 bits.
pub(crate) const MOST_INPUT: i16 = 16_383;

/// Rows times weights, plus a bias: `Linear` of thinc.
#[derive(Debug)]
pub(crate) struct Linear {
    weights: Weights,
    pub(crate) input: usize,
    pub(crate) output: usize,
    /// The file that it is from, and its place among the layers there.
    pub(crate) place: (Box<str>, usize),
    /// The bits of the greatest number taken, while that is watched.
    pub(crate) watch: Option<AtomicU32>,
}

#[derive(Debug)]
enum Weights {
    /// One row an input, so that a row of outputs is added to for each.
    Float { rows: Vec<f32>, bias: Vec<f32> },
    /// Inputs are made whole with so many steps to 1.
    Whole { matrix: Matrix, per_step: f32 },
}

/// The greatest of several linear pieces, then layer normalisation (Goodfellow and others 2013;
/// Ba, Kiros and Hinton 2016).
#[derive(Debug)]
pub(crate) struct Maxout {
    pub(crate) linear: Linear,
    gain: Vec<f32>,
    shift: Vec<f32>,
    /// The products of each word of a window apart.
    parts: Option<Matrix>,
}

/// A layer over windows of three words, whose whole sums each word adds to on its own.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Split<'a> {
    maxout: &'a Maxout,
    whole: &'a Matrix,
    parts: &'a Matrix,
    per_step: f32,
}

/// Room to work in.
#[derive(Debug, Default)]
pub(crate) struct Work {
    pairs: Vec<Pair>,
    /// Whole sums.
    pub(crate) sums: Vec<i32>,
    wide: Vec<f32>,
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
    /// Reads a layer with `W` and `b`.
    pub(crate) fn of(layer: &Layer) -> Result<Linear, LoadError> {
        Linear::ordered(layer, Some(layer.array("b")?.values), 1)
    }

    /// Reads a layer with `W` alone, whose last size is its input.
    pub(crate) fn unbiased(layer: &Layer) -> Result<Linear, LoadError> {
        Linear::ordered(layer, None, 1)
    }

    /// Reads a layer, with its outputs in another order: of each output the first piece, then of
    /// each the second, so that the greatest is found side by side.
    fn ordered(layer: &Layer, bias: Option<Vec<f32>>, pieces: usize) -> Result<Linear, LoadError> {
        let wrong = || LoadError::new(&layer.name, "weights and bias differ in size");
        let stored = layer.stored("W")?;
        let input = stored.shape.last().copied().unwrap_or(0);
        let count: usize = stored.shape.iter().product();
        let output = count.checked_div(input).unwrap_or(0);
        let bias = bias.unwrap_or_else(|| vec![0.0; output]);
        if output == 0 || bias.len() != output || !output.is_multiple_of(pieces) {
            return Err(wrong());
        }
        let width = output / pieces;
        let order = (0..pieces).flat_map(|piece| (0..width).map(move |at| at * pieces + piece));
        let order: Vec<usize> = order.collect();
        let bias = order.iter().map(|at| bias[*at]).collect();
        let weights = match stored.shorts().zip(layer.greatest) {
            Some((short, greatest)) => whole(&short, greatest, bias, &order),
            None => Some(Weights::Float {
                rows: turned(&layer.array("W")?.values, input, &order),
                bias,
            }),
        };
        Ok(Linear {
            weights: weights.ok_or_else(wrong)?,
            input,
            output,
            place: layer.place(),
            watch: None,
        })
    }

    /// Writes one row of outputs for each row of inputs.
    pub(crate) fn apply(&self, rows: &[f32], work: &mut Work, out: &mut Vec<f32>) {
        self.watch(rows);
        let rows = Rows::apart(rows, self.input);
        match &self.weights {
            Weights::Whole { matrix, per_step } => {
                let rows = whole_rows(rows, *per_step, &mut work.pairs);
                matrix.multiply(rows, &mut work.sums, out);
            }
            Weights::Float {
                rows: weights,
                bias,
            } => self.apply_float(rows, (weights, bias), out),
        }
    }

    fn apply_float(&self, rows: Rows<'_>, (weights, bias): (&[f32], &[f32]), out: &mut Vec<f32>) {
        let count = match rows.numbers.len().checked_sub(self.input) {
            Some(more) => more / rows.step + 1,
            None => 0,
        };
        out.clear();
        for _ in 0..count {
            out.extend_from_slice(bias);
        }
        product(rows, weights, self.input, out);
    }

    /// Writes the outputs of one row.
    pub(crate) fn apply_one(&self, row: &[f32], work: &mut Work, out: &mut Vec<f32>) {
        let Weights::Float { rows, bias } = &self.weights else {
            return self.apply(row, work, out);
        };
        self.watch(row);
        out.clear();
        out.extend_from_slice(bias);
        for (number, weights) in row.iter().zip(rows.chunks_exact(self.output)) {
            let sums = out.iter_mut().zip(weights);
            sums.for_each(|(sum, weight)| *sum += number * weight);
        }
    }

    fn watch(&self, numbers: &[f32]) {
        if let Some(watch) = &self.watch {
            let greatest = numbers
                .iter()
                .fold(0.0_f32, |most, number| most.max(number.abs()));
            // Bits of numbers that are not negative are in the order of the numbers.
            watch.fetch_max(greatest.to_bits(), Ordering::Relaxed);
        }
    }
}

impl Maxout {
    /// Reads a maxout layer and the normalisation behind it.
    pub(crate) fn of(layer: &Layer, norm: &Layer) -> Result<Maxout, LoadError> {
        let pieces = layer.size("nP")?.max(1);
        let linear = Linear::ordered(layer, Some(layer.array("b")?.values), pieces)?;
        let (gain, shift) = (norm.array("G")?.values, norm.array("b")?.values);
        let wide = gain.len() * pieces == linear.output && gain.len() == shift.len();
        match wide {
            true => Ok(Maxout {
                linear,
                gain,
                shift,
                parts: None,
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

    /// Writes one row for each row of inputs.
    pub(crate) fn apply(&self, rows: Rows<'_>, work: &mut Work, out: &mut Vec<f32>) {
        self.linear.watch(rows.numbers);
        out.clear();
        match &self.linear.weights {
            Weights::Whole { matrix, per_step } => {
                let rows = whole_rows(rows, *per_step, &mut work.pairs);
                for block in rows.blocks(matrix.pair_count()) {
                    matrix.sums(block, &mut work.sums);
                    self.finish(matrix, &work.sums, out);
                }
            }
            Weights::Float {
                rows: weights,
                bias,
            } => {
                self.linear
                    .apply_float(rows, (weights, bias), &mut work.wide);
                self.greatest_float(&work.wide, out);
                normalise(&self.gain, &self.shift, out);
            }
        }
    }

    /// Adds to the end of `out` what becomes of whole sums.
    fn finish(&self, matrix: &Matrix, sums: &[i32], out: &mut Vec<f32>) {
        let (from, width) = (out.len(), self.width());
        out.resize(from + sums.len() / self.linear.output * width, 0.0);
        greatest(matrix, width, sums, &mut out[from..]);
        normalise(&self.gain, &self.shift, &mut out[from..]);
    }

    fn greatest_float(&self, wide: &[f32], out: &mut Vec<f32>) {
        let width = self.width();
        for row in wide.chunks_exact(self.linear.output) {
            let from = out.len();
            let (first, others) = row.split_at(width);
            out.extend_from_slice(first);
            for piece in others.chunks_exact(width) {
                for (best, other) in out[from..].iter_mut().zip(piece) {
                    *best = if *other > *best { *other } else { *best };
                }
            }
        }
    }

    /// Its products split by the three words of a window, where it computes in whole numbers.
    pub(crate) fn split(&self) -> Option<Split<'_>> {
        match &self.linear.weights {
            Weights::Whole { matrix, per_step } => Some(Split {
                maxout: self,
                whole: matrix,
                parts: self.parts.as_ref()?,
                per_step: *per_step,
            }),
            Weights::Float { .. } => None,
        }
    }

    /// Gets it ready to be [`Maxout::split`].
    pub(crate) fn prepare_split(&mut self) {
        if let Weights::Whole { matrix, .. } = &self.linear.weights {
            self.parts = matrix.split(3);
        }
    }
}

impl Split<'_> {
    /// How many whole sums a word has: as the left, the middle and the right one of a window.
    pub(crate) fn sum_count(&self) -> usize {
        self.parts.output()
    }

    /// Writes the whole sums of each word's row.
    pub(crate) fn sums(&self, rows: &[f32], work: &mut Work) {
        let rows = Rows::apart(rows, self.maxout.width());
        let rows = whole_rows(rows, self.per_step, &mut work.pairs);
        self.parts.sums(rows, &mut work.sums);
    }

    /// Adds to the end of `out` what becomes of windows whose sums were added up.
    pub(crate) fn finish(&self, sums: &[i32], out: &mut Vec<f32>) {
        self.maxout.finish(self.whole, sums, out);
    }
}

/// Rows made whole.
fn whole_rows<'a>(
    rows: Rows<'_>,
    per_step: f32,
    room: &'a mut Vec<Pair>,
) -> depeche_kernel::Rows<'a> {
    pairs(rows.numbers, per_step, MOST_INPUT, room);
    let step = rows.step.div_ceil(2);
    depeche_kernel::Rows { pairs: room, step }
}

/// The greatest whole number that a row of weights may have: with it the row's numbers without
/// signs, times [`MOST_INPUT`], add up to less than 2³¹.
pub(crate) fn most_weight(row: &[f32]) -> f32 {
    let greatest = row
        .iter()
        .fold(0.0_f32, |most, weight| most.max(weight.abs()));
    let sum: f32 = row.iter().map(|weight| weight.abs()).sum();
    // Rounding adds at most a half to each.
    let room = (i32::MAX / i32::from(MOST_INPUT)) as f32 - row.len() as f32;
    match sum > 0.0 {
        true => (room * greatest / sum).min(f32::from(i16::MAX)).floor(),
        false => 1.0,
    }
}

fn whole(short: &Short, greatest: f32, bias: Vec<f32>, order: &[usize]) -> Option<Weights> {
    let input = short.numbers.len() / order.len();
    let rows = order
        .iter()
        .flat_map(|at| &short.numbers[at * input..(at + 1) * input]);
    let rows: Vec<i16> = rows.copied().collect();
    let input_step = greatest / f32::from(MOST_INPUT);
    let steps = order
        .iter()
        .map(|at| short.steps.get(*at).map(|step| step * input_step));
    let matrix = Matrix::new(&rows, &steps.collect::<Option<Vec<f32>>>()?, &bias)?;
    // Rows of an odd number of inputs could not overlap in pairs.
    let fits = input.is_multiple_of(2) && greatest > 0.0;
    fits.then(|| Weights::Whole {
        matrix,
        per_step: 1.0 / input_step,
    })
}

/// A matrix with its rows, taken in this order, as columns.
pub(crate) fn turned(values: &[f32], input: usize, order: &[usize]) -> Vec<f32> {
    let mut turned = Vec::with_capacity(values.len());
    for column in 0..input {
        turned.extend(order.iter().map(|row| values[row * input + column]));
    }
    turned
}

/// Adds the product of `rows` and `weights`, which has a row for each of `input` numbers, to `out`.
pub(crate) fn product(rows: Rows<'_>, weights: &[f32], input: usize, out: &mut [f32]) {
    let output = weights.len() / input;
    let count = out.len() / output;
    let rows = ArrayView2::from_shape((count, input).strides((rows.step, 1)), rows.numbers);
    let weights = ArrayView2::from_shape((input, output), weights);
    let out = ArrayViewMut2::from_shape((count, output), out);
    if let (Ok(rows), Ok(weights), Ok(mut out)) = (rows, weights, out) {
        general_mat_mul(1.0, &rows, &weights, 1.0, &mut out);
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
            let order: Vec<usize> = (0..output).collect();
            let numbers = &rows;
            product(
                Rows { numbers, step },
                &turned(&weights, input, &order),
                input,
                &mut out,
            );
            assert_eq!(out, expected(step, &rows, &weights, input));
        }
    }
}
