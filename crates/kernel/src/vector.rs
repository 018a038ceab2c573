//! The loop over rows and pairs, written once for registers of any width.
//!
//! Whole sums wrap around and have no order, so that every width gives the same.

use crate::Pair;
use crate::matrix::{Block, PANEL};

/// What a kind of register can do.
///
/// # Safety
/// Of every function: the processor has the instructions, and a register's numbers lie where it
/// reads, or have room where it writes.
pub(crate) trait Vector {
    /// Sums of some outputs.
    type Sums: Copy;
    /// A pair of 16-bit numbers for each of them.
    type Pairs: Copy;
    /// How many outputs.
    const WIDE: usize;

    /// No sums yet.
    unsafe fn zero() -> Self::Sums;
    /// A pair for each output.
    unsafe fn load(from: *const i16) -> Self::Pairs;
    /// The same pair for all outputs.
    unsafe fn same(pair: Pair) -> Self::Pairs;
    /// Adds two products to each sum.
    unsafe fn add(sums: Self::Sums, left: Self::Pairs, right: Self::Pairs) -> Self::Sums;
    /// Writes the sums.
    unsafe fn store(sums: Self::Sums, to: *mut i32);
}

/// The sums of a panel for all rows, `ROWS` at a time; `PARTS` registers hold a panel's outputs.
///
/// # Safety
/// The processor has the instructions of `V`, and the caller is compiled for them.
#[inline(always)]
pub(crate) unsafe fn run_with<V: Vector, const ROWS: usize, const PARTS: usize>(
    numbers: &[i16],
    block: &mut Block<'_, '_>,
    count: usize,
) {
    const { assert!(V::WIDE * PARTS == PANEL) };
    let mut row = 0;
    // SAFETY: as the caller says.
    unsafe {
        while row + ROWS <= count {
            rows::<V, ROWS, PARTS>(numbers, block, row);
            row += ROWS;
        }
        while row + 2 <= count {
            rows::<V, 2, PARTS>(numbers, block, row);
            row += 2;
        }
        if row < count {
            rows::<V, 1, PARTS>(numbers, block, row);
        }
    }
}

#[inline(always)]
unsafe fn rows<V: Vector, const ROWS: usize, const PARTS: usize>(
    numbers: &[i16],
    block: &mut Block<'_, '_>,
    first: usize,
) {
    let count = block.pair_count;
    assert!(numbers.len() == count * 2 * PANEL, "a panel has all pairs");
    let mut inputs = [std::ptr::null::<Pair>(); ROWS];
    for (at, input) in inputs.iter_mut().enumerate() {
        *input = block.row(first + at).as_ptr();
    }
    // SAFETY: the caller's processor has the instructions.
    let mut sums = [[unsafe { V::zero() }; PARTS]; ROWS];
    for pair in 0..count {
        // SAFETY: panel and rows have so many pairs, as asked above and as `Block::row` cuts them.
        unsafe { step::<V, ROWS, PARTS>((numbers, &inputs), pair, &mut sums) };
    }
    for (at, sums) in sums.into_iter().enumerate() {
        let out = block.out(first + at);
        match out.as_mut_array::<PANEL>() {
            // SAFETY: as the caller says.
            Some(out) => unsafe { store::<V, PARTS>(sums, out) },
            None => {
                let mut all = [0; PANEL];
                // SAFETY: as the caller says.
                unsafe { store::<V, PARTS>(sums, &mut all) };
                out.copy_from_slice(&all[..out.len()]);
            }
        }
    }
}

/// Writes the sums of a panel.
///
/// # Safety
/// As for [`run_with`].
#[inline(always)]
unsafe fn store<V: Vector, const PARTS: usize>(sums: [V::Sums; PARTS], out: &mut [i32; PANEL]) {
    for (part, sums) in sums.into_iter().enumerate() {
        // SAFETY: as the caller says; the parts together are a panel.
        unsafe { V::store(sums, out.as_mut_ptr().add(part * V::WIDE)) };
    }
}

/// Adds the products of one pair of each row.
///
/// # Safety
/// As for [`run_with`]; the panel and each row have more than `pair` pairs.
#[inline(always)]
unsafe fn step<V: Vector, const ROWS: usize, const PARTS: usize>(
    (numbers, inputs): (&[i16], &[*const Pair; ROWS]),
    pair: usize,
    sums: &mut [[V::Sums; PARTS]; ROWS],
) {
    // SAFETY: as the caller says.
    unsafe {
        let from = numbers.as_ptr().add(pair * 2 * PANEL);
        let mut weights = [V::load(from); PARTS];
        for (part, weights) in weights.iter_mut().enumerate().skip(1) {
            *weights = V::load(from.add(part * 2 * V::WIDE));
        }
        for (sums, input) in sums.iter_mut().zip(inputs) {
            let both = V::same(*input.add(pair));
            for (sums, weights) in sums.iter_mut().zip(weights) {
                *sums = V::add(*sums, both, weights);
            }
        }
    }
}
