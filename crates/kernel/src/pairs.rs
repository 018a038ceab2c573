//! Numbers made whole, two to a word: a product takes two at a time.

use crate::floats::for_wide_registers;

/// Two neighbouring 16-bit numbers of a row, the first in the lower half.
pub type Pair = i32;

/// Added to a number of less than 2²² steps, it leaves the rounded number in the lowest bits.
const ROUNDER: f32 = 12_582_912.0;

for_wide_registers! {
    /// Rounds numbers to whole steps and packs them in pairs; what is beyond `most` steps is cut off.
    ///
    /// `per_step` is how many steps make 1. Halves are rounded to even, on every machine; what is no
    /// number is the least. An odd last number is paired with zero.
    pub fn pairs(numbers: &[f32], per_step: f32, most: i16, out: &mut Vec<Pair>) {
        let most = f32::from(most);
        let whole = |number: f32| {
            let steps = number * per_step;
            let steps = if steps > -most { steps } else { -most };
            let steps = if steps < most { steps } else { most };
            (steps + ROUNDER).to_bits() as i32
        };
        let (even, odd) = numbers.as_chunks::<2>();
        out.clear();
        out.extend(even.iter().map(|[low, high]| whole(*low) & 0xffff | whole(*high) << 16));
        out.extend(odd.iter().map(|low| whole(*low) & 0xffff));
    }
}

/// The two numbers of a pair.
pub(crate) fn halves(pair: Pair) -> [i32; 2] {
    [i32::from(pair as i16), pair >> 16]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_cut_off_and_packed() {
        let mut out = Vec::new();
        pairs(
            &[0.25, -0.26, 1e9, f32::NAN, 0.75, -1.25, -7.0],
            2.0,
            1000,
            &mut out,
        );
        let halves: Vec<_> = out.into_iter().map(halves).collect();
        assert_eq!(halves, [[0, -1], [1000, -1000], [2, -2], [-14, 0]]);
    }
}
