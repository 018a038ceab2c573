//! The loops with AVX2: sixteen products and their sums in two instructions.

use crate::matrix::{Block, PANEL, Panel};
use std::arch::x86_64::*;

/// So many rows share the weights that are loaded: twelve sums stay in registers.
const ROWS: usize = 6;

/// Runs where the processor can; says whether it did.
pub(crate) fn run(panel: Panel<'_>, block: &mut Block<'_, '_>, count: usize) -> bool {
    let can = is_x86_feature_detected!("avx2");
    if can {
        // SAFETY: the processor has AVX2, as was just asked.
        unsafe { run_avx2(panel, block, count) };
    }
    can
}

#[target_feature(enable = "avx2")]
fn run_avx2(panel: Panel<'_>, block: &mut Block<'_, '_>, count: usize) {
    let mut row = 0;
    while row + ROWS <= count {
        rows::<ROWS>(panel, block, row);
        row += ROWS;
    }
    match count - row {
        1 => rows::<1>(panel, block, row),
        2 => rows::<2>(panel, block, row),
        3 => rows::<3>(panel, block, row),
        4 => rows::<4>(panel, block, row),
        5 => rows::<5>(panel, block, row),
        _ => {}
    }
}

/// The outputs of a panel for some rows.
#[target_feature(enable = "avx2")]
fn rows<const COUNT: usize>(panel: Panel<'_>, block: &mut Block<'_, '_>, first: usize) {
    let (weights, _) = panel.numbers.as_chunks::<{ 2 * PANEL }>();
    let mut inputs: [&[i32]; COUNT] = [&[]; COUNT];
    for (at, input) in inputs.iter_mut().enumerate() {
        *input = &block.row(first + at)[..weights.len()];
    }
    let mut sums = [[_mm256_setzero_si256(); 2]; COUNT];
    for (pair, weights) in weights.iter().enumerate() {
        // SAFETY: a chunk holds 32 numbers of 16 bits, twice what is loaded.
        let [left, right] = unsafe {
            let start = weights.as_ptr().cast::<__m256i>();
            [_mm256_loadu_si256(start), _mm256_loadu_si256(start.add(1))]
        };
        for (sums, row) in sums.iter_mut().zip(&inputs) {
            // SAFETY: each row was cut to as many pairs as there are chunks.
            let both = _mm256_set1_epi32(unsafe { *row.get_unchecked(pair) });
            sums[0] = _mm256_add_epi32(sums[0], _mm256_madd_epi16(both, left));
            sums[1] = _mm256_add_epi32(sums[1], _mm256_madd_epi16(both, right));
        }
    }
    for (at, sums) in sums.into_iter().enumerate() {
        let out = block.out(first + at);
        if let Some(out) = out.as_mut_array::<PANEL>() {
            scale(panel, sums, out);
            continue;
        }
        let mut full = [0.0; PANEL];
        scale(panel, sums, &mut full);
        out.copy_from_slice(&full[..out.len()]);
    }
}

/// Writes whole sums times their steps, plus the bias.
#[target_feature(enable = "avx2")]
fn scale(panel: Panel<'_>, sums: [__m256i; 2], out: &mut [f32; PANEL]) {
    for (half, sums) in sums.into_iter().enumerate() {
        let from = half * PANEL / 2;
        // SAFETY: all three arrays hold 16 numbers of 32 bits; eight are read or written from 0
        // or 8 on.
        unsafe {
            let steps = _mm256_loadu_ps(panel.steps.as_ptr().add(from));
            let bias = _mm256_loadu_ps(panel.bias.as_ptr().add(from));
            let numbers = _mm256_add_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(sums), steps), bias);
            _mm256_storeu_ps(out.as_mut_ptr().add(from), numbers);
        }
    }
}
