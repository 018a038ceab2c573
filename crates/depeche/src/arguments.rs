//! What can be said on the command line; the help pages are made from this.

use crate::commands::{
    add, chain, check, date, demo, documents, entities, events, export, files, history, merge,
    note, read, rebuild, reject, rename, search, settings, show, split, statements, tag, times,
    undo, who,
};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Turns a folder of cables, leaked documents and news into a sourced record: who met whom, who
/// told whom what, when and where, and how anybody knows.
#[derive(Debug, Parser)]
#[command(name = "depeche", version, about, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Show where the model, the counts and the gazetteers come from, and under which licences
    #[arg(long)]
    pub(crate) licenses: bool,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The archive's folder [default: $DEPECHE_ARCHIVE, else ./archive]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) archive: Option<PathBuf>,
    /// Print one JSON object a line
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Show the compiled query, the rules and the anchors
    #[arg(long, global = true)]
    pub(crate) explain: bool,
}

/// The query of a reading command, and which part of the answer to show.
#[derive(Debug, Args)]
pub(crate) struct QueryArguments {
    /// What to look for, in the query language; words are ANDed
    #[arg(value_name = "QUERY")]
    pub(crate) query: Vec<String>,
    /// OR bare words instead of ANDing them
    #[arg(long)]
    pub(crate) any: bool,
    /// Show at most this many [default: 20; with --json all]
    #[arg(long, short = 'n', value_name = "COUNT")]
    pub(crate) limit: Option<usize>,
    /// Leave out the first so many
    #[arg(long, default_value_t = 0)]
    pub(crate) offset: usize,
}

impl QueryArguments {
    /// The query as one string.
    pub(crate) fn text(&self) -> String {
        self.query.join(" ")
    }

    /// How many to show: people get a page, programs all.
    pub(crate) fn limit_for(&self, json: bool) -> usize {
        self.limit.unwrap_or(if json { usize::MAX } else { 20 })
    }
}

/// The commands, in the order of the road.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Demo(demo::Arguments),
    Add(add::Arguments),
    Files(files::Arguments),
    Documents(documents::Arguments),
    Search(search::Arguments),
    Show(show::Arguments),
    Entities(entities::Arguments),
    Events(events::Arguments),
    Statements(statements::Arguments),
    Chain(chain::Arguments),
    Who(who::Arguments),
    Date(date::Arguments),
    Merge(merge::Arguments),
    Split(split::Arguments),
    Rename(rename::Arguments),
    Reject(reject::Arguments),
    Tag(tag::Arguments),
    Note(note::Arguments),
    Undo(undo::Arguments),
    History(history::Arguments),
    Export(export::Arguments),
    Times(times::Arguments),
    Read(read::Arguments),
    Settings(settings::Arguments),
    Check(check::Arguments),
    Rebuild(rebuild::Arguments),
}
