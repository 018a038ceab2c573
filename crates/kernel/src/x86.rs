//! Registers of x86-64: 8 outputs with AVX2 and AVX-VNNI, 16 with AVX-512, BW or VNNI.
//!
//! VNNI multiplies two pairs and adds both products in one instruction, others in two.

use crate::matrix::{Block, Loop};
use crate::vector::{Vector, run_with};
use std::arch::x86_64::*;

/// The loops that the processor can run, the fastest first.
pub(crate) fn loops() -> impl Iterator<Item = Loop> {
    let has_avx2 = is_x86_feature_detected!("avx2");
    let has_wide = is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512bw");
    let all: [(bool, Loop); 4] = [
        (
            has_wide && is_x86_feature_detected!("avx512vnni"),
            Avx512Vnni::run,
        ),
        (has_wide, Avx512::run),
        (
            has_avx2 && is_x86_feature_detected!("avxvnni"),
            AvxVnni::run,
        ),
        (has_avx2, Avx2::run),
    ];
    all.into_iter().filter_map(|(can, run)| can.then_some(run))
}

/// Makes the loop for a kind of register.
macro_rules! registers {
    ($vector:ident: $register:ty, $features:literal, $wide:literal outputs, $rows:literal rows,
     $zero:expr, $load:expr, $same:expr, $add:expr, $store:expr) => {
        enum $vector {}

        impl $vector {
            /// Only to be called where [`loops`] gives it.
            fn run(numbers: &[i16], block: &mut Block<'_, '_>, count: usize) {
                #[target_feature(enable = $features)]
                fn run(numbers: &[i16], block: &mut Block<'_, '_>, count: usize) {
                    // SAFETY: this function is compiled for the instructions.
                    unsafe { run_with::<$vector, $rows, { 16 / $wide }>(numbers, block, count) };
                }
                // SAFETY: the processor has the instructions, as `loops` asked.
                unsafe { run(numbers, block, count) };
            }
        }

        // Of all of them, the caller's processor has the instructions, and a register's numbers
        // lie where it reads or writes.
        impl Vector for $vector {
            type Sums = $register;
            type Pairs = $register;
            const WIDE: usize = $wide;

            #[inline(always)]
            unsafe fn zero() -> $register {
                // SAFETY: as above.
                unsafe { $zero() }
            }
            #[inline(always)]
            unsafe fn load(from: *const i16) -> $register {
                // SAFETY: as above.
                unsafe { $load(from.cast()) }
            }
            #[inline(always)]
            unsafe fn same(pair: i32) -> $register {
                // SAFETY: as above.
                unsafe { $same(pair) }
            }
            #[inline(always)]
            unsafe fn add(sums: $register, left: $register, right: $register) -> $register {
                // SAFETY: as above.
                unsafe { $add(sums, left, right) }
            }
            #[inline(always)]
            unsafe fn store(sums: $register, to: *mut i32) {
                // SAFETY: as above.
                unsafe { $store(to.cast(), sums) }
            }
        }
    };
}

#[target_feature(enable = "avx2")]
#[inline]
fn add_avx2(sums: __m256i, left: __m256i, right: __m256i) -> __m256i {
    _mm256_add_epi32(sums, _mm256_madd_epi16(left, right))
}

#[target_feature(enable = "avx512f,avx512bw")]
#[inline]
fn add_avx512(sums: __m512i, left: __m512i, right: __m512i) -> __m512i {
    _mm512_add_epi32(sums, _mm512_madd_epi16(left, right))
}

// With sixteen registers twelve sums stay in them, with thirty-two the weights have room too.
registers!(
    Avx2: __m256i, "avx2", 8 outputs, 6 rows, _mm256_setzero_si256, _mm256_loadu_si256,
    _mm256_set1_epi32, add_avx2, _mm256_storeu_si256
);
registers!(
    AvxVnni: __m256i, "avx2,avxvnni", 8 outputs, 6 rows, _mm256_setzero_si256,
    _mm256_loadu_si256, _mm256_set1_epi32, _mm256_dpwssd_avx_epi32, _mm256_storeu_si256
);
registers!(
    Avx512: __m512i, "avx512f,avx512bw", 16 outputs, 12 rows, _mm512_setzero_si512,
    _mm512_loadu_si512, _mm512_set1_epi32, add_avx512, _mm512_storeu_si512
);
registers!(
    Avx512Vnni: __m512i, "avx512f,avx512bw,avx512vnni", 16 outputs, 12 rows,
    _mm512_setzero_si512, _mm512_loadu_si512, _mm512_set1_epi32, _mm512_dpwssd_epi32,
    _mm512_storeu_si512
);
