//! The loop for every machine, against which the others are tested.

use crate::matrix::{Block, PANEL};
use crate::pairs::halves;

pub(crate) fn run(numbers: &[i16], block: &mut Block<'_, '_>, count: usize) {
    for row in 0..count {
        let mut sums = [0_i32; PANEL];
        let (weights, _) = numbers.as_chunks::<{ 2 * PANEL }>();
        for (pair, weights) in block.row(row).iter().zip(weights) {
            let [low, high] = halves(*pair);
            for (sum, weights) in sums.iter_mut().zip(weights.as_chunks::<2>().0) {
                let both = (low * i32::from(weights[0])).wrapping_add(high * i32::from(weights[1]));
                *sum = sum.wrapping_add(both);
            }
        }
        let out = block.out(row);
        out.copy_from_slice(&sums[..out.len()]);
    }
}
