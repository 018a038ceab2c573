//! A matrix laid out for products, and the product itself.

use crate::floats::scale;
use crate::{Pair, plain};

/// So many outputs lie side by side in a panel.
pub(crate) const PANEL: usize = 16;

/// So many rows are worked on at once: a multiple of what every loop takes.
const BLOCK: usize = 48;

/// A matrix of 16-bit numbers with a step and a bias for each output.
#[derive(Debug)]
pub struct Matrix {
    /// Pairs of a row of inputs that an output takes.
    pair_count: usize,
    output: usize,
    /// Panel by panel, in each pair by pair, in each output by output: two numbers.
    panels: Vec<i16>,
    /// What one whole step of a sum is worth, by output.
    pub(crate) steps: Vec<f32>,
    pub(crate) bias: Vec<f32>,
}

/// Rows of pairs; they may overlap, as a word's row with its neighbours' does.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// All pairs, the first row first.
    pub pairs: &'a [Pair],
    /// From the start of one row to the start of the next, in pairs.
    pub step: usize,
}

impl Matrix {
    /// Lays out `numbers`, which has one row of inputs for each output.
    ///
    /// The sum of an output's numbers, without signs, times the greatest number of a row of
    /// inputs must stay below 2³¹; beyond, sums wrap around. `None` where the sizes do not fit.
    pub fn new(numbers: &[i16], steps: &[f32], bias: &[f32]) -> Option<Matrix> {
        let output = bias.len();
        let input = numbers.len().checked_div(output)?;
        if input * output != numbers.len() || steps.len() != output || input == 0 {
            return None;
        }
        let full = output.next_multiple_of(PANEL);
        let pair_count = input.div_ceil(2);
        let mut panels = vec![0; full * pair_count * 2];
        for (at, row) in numbers.chunks_exact(input).enumerate() {
            let panel = &mut panels[at / PANEL * PANEL * pair_count * 2..];
            for (place, number) in row.iter().enumerate() {
                panel[(place / 2 * PANEL + at % PANEL) * 2 + place % 2] = *number;
            }
        }
        Some(Matrix {
            pair_count,
            output,
            panels,
            steps: steps.to_vec(),
            bias: bias.to_vec(),
        })
    }

    /// How many pairs a row of inputs has.
    pub fn pair_count(&self) -> usize {
        self.pair_count
    }

    /// How many numbers come out for a row.
    pub fn output(&self) -> usize {
        self.output
    }

    /// Writes one row of outputs for each row of inputs: the whole sums times their steps, plus
    /// the bias.
    pub fn multiply(&self, rows: Rows<'_>, sums: &mut Vec<i32>, out: &mut Vec<f32>) {
        out.resize(rows.count(self.pair_count) * self.output, 0.0);
        let blocks = rows.blocks(self.pair_count);
        for (block, out) in blocks.zip(out.chunks_mut(BLOCK * self.output)) {
            self.sums(block, sums);
            scale(self, sums, out);
        }
    }

    /// Writes one row of whole sums for each row of inputs; they wrap around.
    pub fn sums(&self, rows: Rows<'_>, out: &mut Vec<i32>) {
        let count = rows.count(self.pair_count);
        // Every number is written below.
        out.resize(count * self.output, 0);
        if count == 0 {
            return;
        }
        let fastest = loops().next().unwrap_or(plain::run);
        self.run(fastest, (rows, count), out);
    }

    fn run(&self, run: Loop, (rows, count): (Rows<'_>, usize), out: &mut [i32]) {
        let panels = self.panels.chunks_exact(PANEL * self.pair_count * 2);
        for (at, numbers) in panels.enumerate() {
            let mut block = Block {
                rows,
                pair_count: self.pair_count,
                out: &mut out[at * PANEL..],
                out_step: self.output,
                wide: PANEL.min(self.output - at * PANEL),
            };
            run(numbers, &mut block, count);
        }
    }

    /// The matrix whose outputs are those of this one's first inputs alone, then those of the
    /// next, and so on: `parts` of equal size, whose sums add up to the sums of all. `None` where
    /// inputs do not split so, or outputs do not fill panels; no steps and no bias go with it.
    pub fn split(&self, parts: usize) -> Option<Matrix> {
        let pair_count = self.pair_count.checked_div(parts)?;
        let fits = pair_count * parts == self.pair_count && self.output.is_multiple_of(PANEL);
        if pair_count == 0 || !fits {
            return None;
        }
        let part_len = PANEL * pair_count * 2;
        let panels = |part| self.panels.chunks_exact(part_len).skip(part).step_by(parts);
        Some(Matrix {
            pair_count,
            output: self.output * parts,
            panels: (0..parts).flat_map(panels).flatten().copied().collect(),
            steps: vec![0.0; self.output * parts],
            bias: vec![0.0; self.output * parts],
        })
    }
}

impl<'a> Rows<'a> {
    /// How many rows of so many pairs there are.
    fn count(&self, pair_count: usize) -> usize {
        match self.pairs.len().checked_sub(pair_count) {
            Some(more) => more / self.step.max(1) + 1,
            None => 0,
        }
    }

    /// The same rows, a few at a time: what is worked out of a few stays near the processor.
    pub fn blocks(self, pair_count: usize) -> impl Iterator<Item = Rows<'a>> {
        let count = self.count(pair_count);
        (0..count).step_by(BLOCK).map(move |first| {
            let last = (first + BLOCK).min(count) - 1;
            let pairs = &self.pairs[first * self.step..last * self.step + pair_count];
            Rows { pairs, ..self }
        })
    }
}

/// Writes the sums of a panel, whose numbers it is given, for so many rows.
pub(crate) type Loop = fn(&[i16], &mut Block<'_, '_>, usize);

/// The rows that a loop reads and where it writes.
#[derive(Debug)]
pub(crate) struct Block<'a, 'b> {
    rows: Rows<'a>,
    pub(crate) pair_count: usize,
    out: &'b mut [i32],
    out_step: usize,
    /// How many of a panel's outputs there are.
    wide: usize,
}

impl<'a> Block<'a, '_> {
    /// The pairs of a row.
    pub(crate) fn row(&self, row: usize) -> &'a [Pair] {
        let from = row * self.rows.step;
        &self.rows.pairs[from..from + self.pair_count]
    }

    /// Where the outputs of a row go; fewer than a panel's at the end of a row.
    pub(crate) fn out(&mut self, row: usize) -> &mut [i32] {
        let from = row * self.out_step;
        &mut self.out[from..from + self.wide]
    }
}

/// The loops that the processor can run, the fastest first, the plain one last.
fn loops() -> impl Iterator<Item = Loop> {
    #[cfg(target_arch = "x86_64")]
    let wide = crate::x86::loops();
    #[cfg(target_arch = "aarch64")]
    let wide = crate::arm::loops();
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    let wide = std::iter::empty();
    wide.chain([plain::run as Loop])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::halves;

    /// Numbers without order, between -range and range.
    fn numbers(count: usize, range: i64) -> Vec<i16> {
        let mut state = 42_u64;
        let mut next = || {
            state = state
                .wrapping_mul(6364136223846793005)
                .wrapping_add(1442695040888963407);
            (state >> 33) as i64
        };
        (0..count)
            .map(|_| (next() % (2 * range + 1) - range) as i16)
            .collect()
    }

    fn packed(row: &[i16]) -> Vec<Pair> {
        let halves = row
            .chunks(2)
            .map(|pair| (pair[0], pair.get(1).copied().unwrap_or(0)));
        halves
            .map(|(low, high)| i32::from(low as u16) | i32::from(high) << 16)
            .collect()
    }

    #[test]
    fn products_are_exact_whatever_the_sizes() {
        for (input, output, count) in [
            (1, 1, 1),
            (7, 3, 5),
            (96, 288, 13),
            (64, 106, 1),
            (288, 50, 6),
        ] {
            let weights = numbers(input * output, 2000);
            let rows: Vec<Vec<i16>> = (0..count)
                .map(|row| numbers(input + row, 3000)[row..].to_vec())
                .collect();
            let steps: Vec<f32> = (0..output).map(|at| 0.5 + at as f32).collect();
            let bias: Vec<f32> = (0..output).map(|at| at as f32 - 3.0).collect();
            let matrix = Matrix::new(&weights, &steps, &bias).unwrap();
            let pairs: Vec<Pair> = rows.iter().flat_map(|row| packed(row)).collect();
            let mut out = vec![7.0; 3];
            matrix.multiply(
                Rows {
                    pairs: &pairs,
                    step: input.div_ceil(2),
                },
                &mut Vec::new(),
                &mut out,
            );
            let expected = rows.iter().flat_map(|row| {
                let dots = weights.chunks(input).map(|weights| {
                    row.iter()
                        .zip(weights)
                        .map(|(a, b)| i32::from(*a) * i32::from(*b))
                        .sum::<i32>()
                });
                let scaled = dots.zip(&steps).zip(&bias);
                scaled
                    .map(|((dot, step), bias)| dot as f32 * step + bias)
                    .collect::<Vec<_>>()
            });
            assert_eq!(out, expected.collect::<Vec<_>>());
        }
    }

    #[test]
    fn vector_loops_are_the_plain_loop() {
        let (output, step) = (33, 5);
        for (input, count) in [(30, 19), (2, 1), (16, 48), (288, 2)] {
            let steps = vec![1.0; output];
            let matrix = Matrix::new(&numbers(input * output, 32767), &steps, &steps).unwrap();
            let pairs = packed(&numbers(2 * step * (count - 1) + input, 32767));
            let pairs = &pairs;
            let rows = Rows { pairs, step };
            let mut fast = Vec::new();
            matrix.sums(rows, &mut fast);
            let mut slow = vec![0; fast.len()];
            matrix.run(plain::run, (rows, count), &mut slow);
            assert_eq!(fast, slow);
            for run in loops() {
                let mut sums = vec![0; fast.len()];
                matrix.run(run, (rows, count), &mut sums);
                assert_eq!(sums, slow);
            }
        }
        assert_eq!(halves(packed(&[-3, 9])[0]), [-3, 9]);
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let (input, output, count) = (12, 32, 5);
        let ones = vec![1.0; output];
        let matrix = Matrix::new(&numbers(input * output, 32767), &ones, &ones).unwrap();
        let split = matrix.split(3).unwrap();
        let (step, pairs) = (2, packed(&numbers(4 * (count + 2), 32767)));
        let pairs = &pairs;
        let (mut whole, mut parts) = (Vec::new(), Vec::new());
        matrix.sums(Rows { pairs, step }, &mut whole);
        split.sums(Rows { pairs, step }, &mut parts);
        for (row, sums) in whole.chunks(output).enumerate() {
            for (at, sum) in sums.iter().enumerate() {
                let part = |part: usize| parts[(row + part) * 3 * output + part * output + at];
                assert_eq!(*sum, part(0).wrapping_add(part(1)).wrapping_add(part(2)));
            }
        }
        assert!(matrix.split(4).is_none() && matrix.split(0).is_none());
    }

    #[test]
    fn sizes_that_do_not_fit_make_no_matrix() {
        assert!(Matrix::new(&[1, 2, 3], &[1.0, 1.0], &[0.0, 0.0]).is_none());
        assert!(Matrix::new(&[], &[], &[]).is_none());
        let matrix = Matrix::new(&[1; 34], &[1.0; 17], &[0.0; 17]).unwrap();
        let mut out = vec![1.0];
        matrix.multiply(
            Rows {
                pairs: &[],
                step: 1,
            },
            &mut Vec::new(),
            &mut out,
        );
        assert!(out.is_empty());
        assert_eq!(matrix.output(), 17);
    }
}
