//! The commands, one file each, in the order of the road. How to add one: `CONTRIBUTING.md`.

pub(crate) mod add;
pub(crate) mod chain;
pub(crate) mod check;
pub(crate) mod date;
pub(crate) mod demo;
pub(crate) mod documents;
pub(crate) mod entities;
pub(crate) mod events;
pub(crate) mod export;
pub(crate) mod files;
pub(crate) mod history;
pub(crate) mod merge;
pub(crate) mod note;
pub(crate) mod read;
pub(crate) mod rebuild;
pub(crate) mod reject;
pub(crate) mod rename;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod show;
pub(crate) mod split;
pub(crate) mod statements;
pub(crate) mod tag;
pub(crate) mod times;
pub(crate) mod undo;
pub(crate) mod who;

use crate::arguments::{Arguments, Command};
use crate::output::Outcome;
use crate::session::Session;

/// Runs the command that was named.
pub(crate) fn run(arguments: Arguments) -> anyhow::Result<Outcome> {
    let mut session = Session::new(arguments.common);
    let Some(command) = arguments.command else {
        anyhow::ensure!(
            arguments.licenses,
            "name a command; `depeche --help` lists them"
        );
        return crate::licenses::run(&mut session);
    };
    let outcome = match command {
        Command::Demo(arguments) => demo::run(&arguments, &mut session),
        Command::Add(arguments) => add::run(&arguments, &mut session),
        Command::Files(arguments) => files::run(&arguments, &mut session),
        Command::Documents(arguments) => documents::run(&arguments, &mut session),
        Command::Search(arguments) => search::run(&arguments, &mut session),
        Command::Show(arguments) => show::run(&arguments, &mut session),
        Command::Entities(arguments) => entities::run(&arguments, &mut session),
        Command::Events(arguments) => events::run(&arguments, &mut session),
        Command::Statements(arguments) => statements::run(&arguments, &mut session),
        Command::Chain(arguments) => chain::run(&arguments, &mut session),
        Command::Who(arguments) => who::run(&arguments, &mut session),
        Command::Date(arguments) => date::run(&arguments, &mut session),
        Command::Merge(arguments) => merge::run(&arguments, &mut session),
        Command::Split(arguments) => split::run(&arguments, &mut session),
        Command::Rename(arguments) => rename::run(&arguments, &mut session),
        Command::Reject(arguments) => reject::run(&arguments, &mut session),
        Command::Tag(arguments) => tag::run(&arguments, &mut session),
        Command::Note(arguments) => note::run(&arguments, &mut session),
        Command::Undo(arguments) => undo::run(&arguments, &mut session),
        Command::History(arguments) => history::run(&arguments, &mut session),
        Command::Export(arguments) => export::run(&arguments, &mut session),
        Command::Read(arguments) => read::run(&arguments, &mut session),
        Command::Times(arguments) => times::run(&arguments, &mut session),
        Command::Settings(arguments) => settings::run(&arguments, &mut session),
        Command::Check(arguments) => check::run(&arguments, &mut session),
        Command::Rebuild(arguments) => rebuild::run(&arguments, &mut session),
    }?;
    session.output.flush()?;
    Ok(outcome)
}
