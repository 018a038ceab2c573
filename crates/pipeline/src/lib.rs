//! Runs the stages over files in batches, skips what is current, resumes after a kill.
//!
//! On disk the order is: store transaction, then index commit, which carries the count of the
//! newest change as its watermark. A kill between the two leaves an index that is behind and
//! knows it; the next run indexes what is missing and nothing twice.

mod add;
mod catch_up;
mod check;
mod decide;
mod entries;
mod error;
mod options;
mod reading;
mod vanished;
mod work;
mod writing;

pub use add::add;
pub use catch_up::{catch_up, rebuild};
pub use check::{CheckReport, check};
pub use decide::{Visit, decide, settle};
pub use error::Error;
pub use options::{Options, Progress, Report};
pub use vanished::mark_missing;

#[cfg(test)]
mod tests;
