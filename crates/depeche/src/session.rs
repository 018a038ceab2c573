//! What a command works with: the archive, the flags that all share, and the output.

use crate::arguments::{Common, QueryArguments};
use crate::output::Output;
use crate::settings;
use anyhow::{Context, bail};
use depeche_index::Index;
use depeche_pipeline::{Options, catch_up};
use depeche_search::Query;
use depeche_store::{Archive, Batch, Store};
use depeche_time::Day;
use depeche_view::origin_counts;
use std::path::PathBuf;
use std::time::SystemTime;

/// A command's surroundings.
pub(crate) struct Session {
    pub(crate) folder: PathBuf,
    pub(crate) json: bool,
    pub(crate) explain: bool,
    pub(crate) output: Output,
}

impl Session {
    /// Reads the environment; opens nothing.
    pub(crate) fn new(common: Common) -> Session {
        let folder = common
            .archive
            .or_else(|| environment("DEPECHE_ARCHIVE").map(PathBuf::from));
        Session {
            folder: folder.unwrap_or_else(|| PathBuf::from("archive")),
            json: common.json,
            explain: common.explain,
            output: Output::new(),
        }
    }

    /// The archive, which must be there.
    pub(crate) fn archive(&self) -> anyhow::Result<Archive> {
        Ok(Archive::open(&self.folder)?)
    }

    /// The options in force for an archive.
    pub(crate) fn options(&self, archive: &Archive) -> anyhow::Result<Options> {
        Ok(settings::settings(&archive.settings()?, &environment)?.0)
    }

    /// The record and the index over it, brought up to date where a kill left it behind.
    pub(crate) fn record(&self) -> anyhow::Result<(Store, Index)> {
        let archive = self.archive()?;
        let store = archive.store()?;
        let index = Index::open_or_create(&archive.index_folder())
            .context("open the index; `depeche rebuild` makes it again")?;
        if index.watermark()? != store.newest_change()?
            && let Ok(_lock) = archive.lock()
        {
            catch_up(&store, &index, &self.options(&archive)?)?;
        }
        Ok((store, index))
    }

    /// Parses a query, telling what was repaired in it.
    pub(crate) fn query(&self, arguments: &QueryArguments) -> Query {
        let mut query = parse(arguments);
        query.leave_out_origins();
        query
    }

    /// Parses a query for statements. Origins are counted here where they are asked for and
    /// something was read since they were counted last.
    pub(crate) fn statement_query(
        &self,
        arguments: &QueryArguments,
        store: &Store,
    ) -> anyhow::Result<Query> {
        let mut query = parse(arguments);
        if query.asks_origins() {
            self.count_origins(store)?;
            query.resolve_origins(&mut |range| {
                store.statements_with_origins(range.least, range.most)
            })?;
        }
        Ok(query)
    }

    fn count_origins(&self, store: &Store) -> anyhow::Result<()> {
        let groups = store.uncounted_events()?;
        if groups.is_empty() {
            return Ok(());
        }
        let archive = self.archive()?;
        let _lock = archive.lock().context("count the origins of events")?;
        let mut batch = Batch::new(archive.store()?);
        origin_counts(store, &groups, &mut |statement, count| {
            batch.set_origins(statement, count)
        })?;
        batch.commit()?;
        Ok(())
    }
}

fn parse(arguments: &QueryArguments) -> Query {
    let options = depeche_search::Options { any: arguments.any };
    depeche_search::parse(&arguments.text(), &options)
}

/// An environment variable, where it is set and readable.
#[expect(
    clippy::disallowed_methods,
    reason = "only the binary reads the environment"
)]
pub(crate) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The day that it is, in universal time.
#[expect(clippy::disallowed_methods, reason = "only the binary reads the clock")]
pub(crate) fn today() -> Day {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let days = since.map_or(0, |since| since.as_secs() / 86_400);
    let epoch = Day {
        year: 1970,
        month: 1,
        day: 1,
    };
    epoch.plus_days(days as i64)
}

/// The digits of an id as people type it: `d_3f2a`, `s_91f2…`, or the digits alone.
pub(crate) fn digits<'a>(id: &'a str, prefix: &str) -> anyhow::Result<&'a str> {
    let digits = id.strip_prefix(prefix).unwrap_or(id).trim_end_matches('…');
    let digits = digits.get(..16).unwrap_or(digits);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        bail!("{id:?} is no id; one starts with {prefix} and has hexadecimal digits");
    }
    Ok(digits)
}

/// The one key of several that a prefix may mean.
pub(crate) fn only(keys: &[u64], id: &str, what: &str) -> anyhow::Result<u64> {
    match keys {
        [] => bail!("no {what} has the id {id}"),
        [key] => Ok(*key),
        _ => bail!("{id} is the start of more than one {what}'s id; give more digits"),
    }
}
