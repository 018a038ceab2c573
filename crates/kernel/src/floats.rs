//! What follows products: steps, the greatest of pieces, and rows brought to one scale.
//!
//! Every sum has one order, eight side by side, and no products are fused with sums, so that
//! registers of any width give the same numbers.

use crate::Matrix;

/// Sums are made so many at a time.
const LANES: usize = 8;

/// Keeps the root of a variance from zero, as in training.
const LEAST_VARIANCE: f32 = 1e-8;

/// Compiles a function for processors with wide registers too, and asks which may run.
macro_rules! for_wide_registers {
    ($(#[$doc:meta])* $public:vis fn $name:ident($($input:ident: $type:ty),*) $body:block) => {
        $(#[$doc])*
        $public fn $name($($input: $type),*) {
            #[inline(always)]
            fn plain($($input: $type),*) $body
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2")]
                fn wide($($input: $type),*) {
                    plain($($input),*)
                }
                if is_x86_feature_detected!("avx2") {
                    // SAFETY: the processor has AVX2, as was just asked.
                    return unsafe { wide($($input),*) };
                }
            }
            plain($($input),*)
        }
    };
}
pub(crate) use for_wide_registers;

for_wide_registers! {
    /// Writes rows of whole sums times their steps, plus the bias.
    pub(crate) fn scale(matrix: &Matrix, sums: &[i32], out: &mut [f32]) {
        let rows = sums.chunks_exact(matrix.output());
        for (sums, out) in rows.zip(out.chunks_exact_mut(matrix.output())) {
            let numbers = sums.iter().zip(&matrix.steps).zip(&matrix.bias);
            for (out, ((sum, step), bias)) in out.iter_mut().zip(numbers) {
                *out = *sum as f32 * step + bias;
            }
        }
    }
}

for_wide_registers! {
    /// Writes, for each row of whole sums, the greatest of its pieces: pieces are as wide as a
    /// row of outputs and lie one behind the other.
    pub fn greatest(matrix: &Matrix, width: usize, sums: &[i32], out: &mut [f32]) {
        let rows = sums.chunks_exact(matrix.output());
        for (sums, out) in rows.zip(out.chunks_exact_mut(width)) {
            let (groups, rest) = out.as_chunks_mut::<LANES>();
            let first_of_rest = groups.len() * LANES;
            for (at, group) in groups.iter_mut().enumerate() {
                *group = most(matrix, (at * LANES, width), sums);
            }
            for (at, out) in rest.iter_mut().enumerate() {
                [*out] = most(matrix, (first_of_rest + at, width), sums);
            }
        }
    }
}

/// The greatest of the pieces of some outputs from one on.
#[inline(always)]
fn most<const COUNT: usize>(
    matrix: &Matrix,
    (first, width): (usize, usize),
    sums: &[i32],
) -> [f32; COUNT] {
    let mut most = [f32::NEG_INFINITY; COUNT];
    for at in (first..matrix.output()).step_by(width) {
        let steps = matrix.steps[at..].first_chunk::<COUNT>();
        let bias = matrix.bias[at..].first_chunk::<COUNT>();
        let sums = sums[at..].first_chunk::<COUNT>();
        let (Some(sums), Some((steps, bias))) = (sums, steps.zip(bias)) else {
            break;
        };
        for lane in 0..COUNT {
            let number = sums[lane] as f32 * steps[lane] + bias[lane];
            most[lane] = if number > most[lane] {
                number
            } else {
                most[lane]
            };
        }
    }
    most
}

for_wide_registers! {
    /// Brings each row to mean 0 and variance 1, then times `gain`, plus `shift`, which are as
    /// wide as a row.
    pub fn normalise(gain: &[f32], shift: &[f32], rows: &mut [f32]) {
        let (width, shift) = (gain.len(), &shift[..gain.len()]);
        for row in rows.chunks_exact_mut(width.max(1)) {
            let count = row.len() as f32;
            let mean = sum(row, |value| value) / count;
            let squares = sum(row, |value| (value - mean) * (value - mean));
            let scale = 1.0 / (squares / count + LEAST_VARIANCE).sqrt();
            for place in 0..width {
                row[place] = (row[place] - mean) * scale * gain[place] + shift[place];
            }
        }
    }
}

for_wide_registers! {
    /// Adds a row to another of the same length.
    pub fn add(row: &[f32], into: &mut [f32]) {
        let sums = into.iter_mut().zip(row);
        sums.for_each(|(sum, number)| *sum += number);
    }
}

for_wide_registers! {
    /// Adds up three rows of whole sums; they wrap around.
    pub fn add_three(rows: [&[i32]; 3], out: &mut [i32]) {
        let [first, second, third] = rows.map(|row| &row[..out.len()]);
        for place in 0..out.len() {
            out[place] = first[place].wrapping_add(second[place]).wrapping_add(third[place]);
        }
    }
}

/// The sum of what is made of each number.
#[inline(always)]
fn sum(numbers: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let (groups, rest) = numbers.as_chunks::<LANES>();
    let mut sums = [0.0_f32; LANES];
    for group in groups {
        for (sum, number) in sums.iter_mut().zip(group) {
            *sum += of(*number);
        }
    }
    let rest: f32 = rest.iter().map(|number| of(*number)).sum();
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_pieces_are_brought_to_one_scale() {
        let (steps, bias) = ([1.0, 1.0, 0.5, 2.0], [0.0, 1.0, 0.0, -1.0]);
        let matrix = Matrix::new(&[1; 8], &steps, &bias).unwrap();
        let mut out = [9.0; 4];
        greatest(&matrix, 2, &[1, 2, 6, 1, -4, -5, -4, -5], &mut out);
        assert_eq!(out, [3.0, 3.0, -2.0, -4.0]);
        normalise(&[1.0, 2.0], &[0.0, 0.5], &mut out[2..]);
        assert!((out[2] - 1.0).abs() < 1e-6 && (out[3] + 1.5).abs() < 1e-6);
    }

    #[test]
    fn rows_are_added() {
        let mut sums = [1; 3];
        add_three([&[i32::MAX, 2, 3], &[1, 2, 3], &[0, 0, 4]], &mut sums);
        assert_eq!(sums, [i32::MIN, 4, 10]);
        let mut row = [1.0; 2];
        add(&[0.5, -1.0], &mut row);
        assert_eq!(row, [1.5, 0.0]);
    }
}
