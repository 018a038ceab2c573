//! Scores on gold sets and benchmarks: each prints a table and writes a CSV.
//!
//! Not part of the program. A gold set that is not unpacked under `corpora/` is skipped with a
//! message, never counted as passed.
#![expect(
    clippy::disallowed_methods,
    reason = "a harness reads gold sets and writes scores"
)]
#![expect(clippy::print_stdout, reason = "a harness prints its tables")]

pub mod bench_ingest;
pub mod bench_language;
pub mod bench_query;
pub mod bench_reading;
pub mod copies;
pub mod coref;
mod count;
pub mod dictionary;
pub mod er;
pub mod events;
pub mod frus;
pub mod gazetteer;
mod gold;
pub mod language;
pub mod model;
pub mod names;
pub mod pages;
mod plain;
mod process;
pub mod quotes;
mod random;
pub mod search;
pub mod seed;
mod table;
mod telegrams;
pub mod time;
pub mod truecase;
pub mod visits;
pub mod who_is_who;
pub mod who_met_whom;

pub use gold::{corpora, out, shared};
pub use table::Table;
