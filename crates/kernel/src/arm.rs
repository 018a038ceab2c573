//! Registers of 64-bit ARM (NEON): four outputs, the products of a pair's two numbers apart until
//! the end.

use crate::matrix::{Block, Loop};
use crate::vector::{Vector, run_with};
use std::arch::aarch64::*;

enum Neon {}

// Every 64-bit ARM processor that is compiled for has NEON, and the caller has a register's numbers
// where it reads or writes.
impl Vector for Neon {
    /// Of each of four outputs two sums, side by side.
    type Sums = (int32x4_t, int32x4_t);
    type Pairs = int16x8_t;
    const WIDE: usize = 4;

    #[inline(always)]
    unsafe fn zero() -> Self::Sums {
        // SAFETY: as above.
        unsafe { (vdupq_n_s32(0), vdupq_n_s32(0)) }
    }

    #[inline(always)]
    unsafe fn load(from: *const i16) -> int16x8_t {
        // SAFETY: as above.
        unsafe { vld1q_s16(from) }
    }

    #[inline(always)]
    unsafe fn same(pair: i32) -> int16x8_t {
        // SAFETY: as above.
        unsafe { vreinterpretq_s16_s32(vdupq_n_s32(pair)) }
    }

    #[inline(always)]
    unsafe fn add(sums: Self::Sums, left: int16x8_t, right: int16x8_t) -> Self::Sums {
        // SAFETY: as above.
        unsafe {
            (
                vmlal_s16(sums.0, vget_low_s16(left), vget_low_s16(right)),
                vmlal_high_s16(sums.1, left, right),
            )
        }
    }

    #[inline(always)]
    unsafe fn store(sums: Self::Sums, to: *mut i32) {
        // SAFETY: as above.
        unsafe { vst1q_s32(to, vpaddq_s32(sums.0, sums.1)) }
    }
}

/// The loop that every such processor can run.
pub(crate) fn loops() -> impl Iterator<Item = Loop> {
    [run as Loop].into_iter()
}

fn run(numbers: &[i16], block: &mut Block<'_, '_>, count: usize) {
    // SAFETY: as above.
    unsafe { run_with::<Neon, 3, 4>(numbers, block, count) };
}
