//! The ingest benchmark: documents per second, memory, sizes, no-op rerun.

/// Runs it and prints the table.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub fn run(_arguments: &[String]) -> anyhow::Result<()> {
    anyhow::bail!("bench_ingest is not measured yet")
}
