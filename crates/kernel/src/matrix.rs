//! A matrix laid out for products, and the product itself.

use crate::{Pair, plain};

/// So many outputs lie side by side in a panel.
pub(crate) const PANEL: usize = 16;

/// A matrix of 16-bit numbers with a step and a bias for each output.
#[derive(Debug)]
pub struct Matrix {
    /// Pairs of a row of inputs that an output takes.
    pair_count: usize,
    output: usize,
    /// Panel by panel, in each pair by pair, in each output by output: two numbers.
    panels: Vec<i16>,
    /// What one whole step of a sum is worth, by output; full panels, as the bias.
    steps: Vec<f32>,
    bias: Vec<f32>,
}

/// Rows of pairs; they may overlap, as a word's row with its neighbours' does.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'a> {
    /// All pairs, the first row first.
    pub pairs: &'a [Pair],
    /// From the start of one row to the start of the next, in pairs.
    pub step: usize,
}

/// One panel and where its outputs go, as the loops take it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Panel<'a> {
    pub(crate) numbers: &'a [i16],
    pub(crate) steps: &'a [f32; PANEL],
    pub(crate) bias: &'a [f32; PANEL],
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
        let padded = |values: &[f32]| {
            let mut values = values.to_vec();
            values.resize(full, 0.0);
            values
        };
        Some(Matrix {
            pair_count,
            output,
            panels,
            steps: padded(steps),
            bias: padded(bias),
        })
    }

    /// How many numbers come out for a row.
    pub fn output(&self) -> usize {
        self.output
    }

    /// Writes one row of outputs for each row of inputs: the whole sums times their steps, plus
    /// the bias.
    pub fn multiply(&self, rows: Rows<'_>, out: &mut Vec<f32>) {
        let count = match rows.pairs.len().checked_sub(self.pair_count) {
            Some(more) => more / rows.step.max(1) + 1,
            None => 0,
        };
        // Every number is written below.
        out.resize(count * self.output, 0.0);
        if count == 0 {
            return;
        }
        let panel_len = PANEL * self.pair_count * 2;
        let parts = self.panels.chunks_exact(panel_len);
        let (steps, bias) = (self.steps.as_chunks().0, self.bias.as_chunks().0);
        for (at, ((numbers, steps), bias)) in parts.zip(steps).zip(bias).enumerate() {
            let panel = Panel {
                numbers,
                steps,
                bias,
            };
            let mut block = Block {
                rows,
                pair_count: self.pair_count,
                out: &mut out[at * PANEL..],
                out_step: self.output,
                wide: PANEL.min(self.output - at * PANEL),
            };
            run(panel, &mut block, count);
        }
    }
}

/// The rows that a loop reads and where it writes.
#[derive(Debug)]
pub(crate) struct Block<'a, 'b> {
    rows: Rows<'a>,
    pub(crate) pair_count: usize,
    out: &'b mut [f32],
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
    pub(crate) fn out(&mut self, row: usize) -> &mut [f32] {
        let from = row * self.out_step;
        &mut self.out[from..from + self.wide]
    }
}

fn run(panel: Panel<'_>, block: &mut Block<'_, '_>, count: usize) {
    #[cfg(target_arch = "x86_64")]
    if crate::x86::run(panel, block, count) {
        return;
    }
    plain::run(panel, block, count);
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
        let (input, output, count, step) = (30, 33, 19, 5);
        let matrix = Matrix::new(
            &numbers(input * output, 32767),
            &vec![1.0; output],
            &vec![0.25; output],
        )
        .unwrap();
        let pairs = packed(&numbers(2 * (step * (count - 1)) + input, 32767));
        let rows = Rows {
            pairs: &pairs,
            step,
        };
        let mut fast = Vec::new();
        matrix.multiply(rows, &mut fast);
        let mut slow = vec![0.0; fast.len()];
        for (at, numbers) in matrix
            .panels
            .chunks_exact(PANEL * matrix.pair_count * 2)
            .enumerate()
        {
            let panel = Panel {
                numbers,
                steps: &matrix.steps.as_chunks().0[at],
                bias: &matrix.bias.as_chunks().0[at],
            };
            let wide = PANEL.min(output - at * PANEL);
            let mut block = Block {
                rows,
                pair_count: matrix.pair_count,
                out: &mut slow[at * PANEL..],
                out_step: output,
                wide,
            };
            plain::run(panel, &mut block, count);
        }
        assert_eq!(fast, slow);
        assert_eq!(halves(packed(&[-3, 9])[0]), [-3, 9]);
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
            &mut out,
        );
        assert!(out.is_empty());
        assert_eq!(matrix.output(), 17);
    }
}
