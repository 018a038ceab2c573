//! Runs the stages over files in batches, skips what is current, resumes after a kill.
