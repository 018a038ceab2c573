//! The query benchmark: 500 queries from the corpus's own term bands.

/// Runs it and prints the table.
///
/// # Errors
/// When a file of the set cannot be read or the CSV cannot be written.
pub fn run(_arguments: &[String]) -> anyhow::Result<()> {
    anyhow::bail!("bench_query is not measured yet")
}
