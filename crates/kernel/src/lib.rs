//! Products of matrices of small whole numbers, the same on every machine.
//!
//! Kept crates multiply floating-point numbers, whose sums differ with the order of adding; the
//! trained model is shipped in 16-bit whole numbers, whose sums do not. This is the only crate
//! with unsafe code: vector instructions where the processor has them, each tested against the
//! plain loop. Training, and any number wider than 16 bits, are not here.
#![expect(
    unsafe_code,
    reason = "vector instructions read through pointers and need a processor that has them"
)]

#[cfg(target_arch = "aarch64")]
mod arm;
mod floats;
mod matrix;
mod pairs;
mod plain;
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
mod vector;
#[cfg(target_arch = "x86_64")]
mod x86;

pub use floats::{add, add_three, greatest, normalise};
pub use matrix::{Matrix, Rows};
pub use pairs::{Pair, pairs};
