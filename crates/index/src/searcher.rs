//! Reading an index as of one commit.

use crate::collect::{BestCollector, TimelineCollector};
use crate::compile::{Compiler, Gathered};
use crate::schema::Fields;
use crate::statistics::{Lengths, Living};
use crate::{Clause, Error};
use tantivy::collector::Count;

/// One index as of one commit; later commits do not change what it sees.
#[derive(Clone)]
pub struct Searcher {
    pub(crate) engine: tantivy::Searcher,
    pub(crate) fields: Fields,
    pub(crate) lengths: Lengths,
    pub(crate) gathered: Gathered,
}

/// Which part of all hits is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How many to skip.
    pub offset: usize,
    /// How many to give.
    pub limit: usize,
}

/// A hit with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// The key it was added under.
    pub key: u64,
    /// BM25, rounded to thousandths; comparable only within one query.
    pub score: f32,
}

/// A statement that matches; ordered by day, then key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatementHit {
    /// What the timeline is sorted by.
    pub day: i64,
    /// The statement's id.
    pub key: u64,
    /// The key of its document.
    pub document: u64,
    /// The event it is joined to.
    pub event: u64,
}

/// A page of hits and the exact count of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Top<T> {
    /// How many match.
    pub total: u64,
    /// Those of the page, best or first first.
    pub hits: Vec<T>,
}

impl Searcher {
    /// How many documents or statements there are.
    pub fn len(&self) -> u64 {
        self.engine.num_docs()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn compiler(&self) -> Compiler<'_> {
        Compiler {
            fields: &self.fields,
            gathered: &self.gathered,
        }
    }

    /// Exactly how many match.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn count(&self, clause: &Clause) -> Result<u64, Error> {
        let query = self.compiler().compile(clause);
        Ok(self.engine.search(&query, &Count)? as u64)
    }

    /// The best by BM25; of equals the lower key first.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn best(&self, clause: &Clause, page: Page) -> Result<Top<Ranked>, Error> {
        let keep = page.keep(self.len());
        let query = self.compiler().compile(clause);
        let living = Living {
            searcher: &self.engine,
            lengths: &self.lengths,
        };
        let collector = BestCollector { keep };
        let (total, hits) = self
            .engine
            .search_with_statistics_provider(&query, &collector, &living)?;
        Ok(page.of(total, hits))
    }

    /// Statements by day, then key.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn timeline(&self, clause: &Clause, page: Page) -> Result<Top<StatementHit>, Error> {
        let keep = page.keep(self.len());
        let query = self.compiler().compile(clause);
        let (total, hits) = self.engine.search(&query, &TimelineCollector { keep })?;
        Ok(page.of(total, hits))
    }
}

impl Page {
    /// Everything.
    pub const ALL: Page = Page {
        offset: 0,
        limit: usize::MAX,
    };

    /// How many must be kept while collecting.
    fn keep(self, len: u64) -> usize {
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        match self.limit {
            0 => 0,
            limit => self.offset.saturating_add(limit).min(len),
        }
    }

    fn of<T>(self, total: u64, hits: Vec<T>) -> Top<T> {
        let hits = hits.into_iter().skip(self.offset).take(self.limit);
        Top {
            total,
            hits: hits.collect(),
        }
    }
}
