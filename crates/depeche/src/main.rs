//! The command line: reads arguments, environment and clock, prints, and exits.
//!
//! Exit codes: 0 done (a closed pipe is done), 1 nothing found, 2 failed or something skipped.

mod arguments;
mod commands;
mod deciding;
mod licenses;
mod output;
mod sample;
mod session;
mod settings;

use arguments::Arguments;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match commands::run(arguments) {
        Ok(outcome) => outcome.exit_code(),
        Err(error) if output::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}
