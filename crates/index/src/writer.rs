//! Writing: documents and statements in, a commit with its watermark out.

use crate::index::Half;
use crate::schema::{Fields, UNDATED};
use crate::{DocumentEntry, Error, Field, Index, StatementEntry};
use rustc_hash::FxHashSet;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexWriter, TantivyDocument, Term};

/// What the engine needs at least for a thread, and what the statements get.
const LEAST_MEMORY_BYTES: usize = 15_000_000;

/// Writes both indexes. Nothing is seen before [`Writer::commit`]; after a kill the last commit
/// stands.
pub struct Writer {
    fields: Fields,
    documents: IndexWriter,
    statements: IndexWriter,
    committed: [Half; 2],
    /// Documents added since the last commit.
    pending: FxHashSet<u64>,
}

impl Writer {
    pub(crate) fn open(
        index: &Index,
        memory_bytes: usize,
        threads: usize,
    ) -> Result<Writer, Error> {
        let threads = threads.max(1);
        let for_documents = memory_bytes.saturating_sub(LEAST_MEMORY_BYTES);
        index.documents.reader.reload()?;
        index.statements.reader.reload()?;
        Ok(Writer {
            fields: index.fields.clone(),
            documents: open_half(&index.documents, for_documents / threads, threads)?,
            statements: open_half(&index.statements, LEAST_MEMORY_BYTES, 1)?,
            committed: [index.documents.clone(), index.statements.clone()],
            pending: FxHashSet::default(),
        })
    }

    /// Puts a document in, in place of what was there under its key, and takes out the
    /// statements of the one that was there: add the new ones after it.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn add_document(&mut self, entry: &DocumentEntry<'_>) -> Result<(), Error> {
        if self.may_hold(entry.key)? {
            self.delete_document(entry.key);
        }
        self.pending.insert(entry.key);
        let mut document = TantivyDocument::new();
        document.add_u64(self.fields.key, entry.key);
        document.add_u64(self.fields.document, entry.key);
        self.add_text(&mut document, Field::Text, entry.text);
        if let Some(title) = entry.title {
            self.add_text(&mut document, Field::Title, title);
            // So that a word of the title is always a word of the document.
            if !entry.text.contains(title) {
                self.add_text(&mut document, Field::Text, title);
            }
        }
        self.add_date(&mut document, entry.date);
        self.add_fields(&mut document, entry.fields);
        self.documents.add_document(document)?;
        Ok(())
    }

    /// Puts a statement in. Its document was added before it.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn add_statement(&mut self, entry: &StatementEntry<'_>) -> Result<(), Error> {
        let mut document = TantivyDocument::new();
        document.add_u64(self.fields.key, entry.key);
        document.add_u64(self.fields.document, entry.document);
        document.add_u64(self.fields.event, entry.event);
        document.add_i64(self.fields.day, entry.sort_day);
        self.add_text(&mut document, Field::Text, entry.text);
        self.add_date(&mut document, entry.date);
        self.add_fields(&mut document, entry.fields);
        self.statements.add_document(document)?;
        Ok(())
    }

    /// Takes a document and its statements out.
    pub fn delete_document(&mut self, key: u64) {
        self.documents
            .delete_term(Term::from_field_u64(self.fields.key, key));
        self.delete_statements_of(key);
    }

    /// Takes the statements of a document out.
    pub fn delete_statements_of(&mut self, document: u64) {
        self.statements
            .delete_term(Term::from_field_u64(self.fields.document, document));
    }

    /// Makes all that was written since the last commit lasting and visible, in one step each for
    /// statements and documents, in this order. [`Index::watermark`] is the lower of the two, so
    /// a kill in between has the documents written again, which replaces them.
    ///
    /// # Errors
    /// When the disk fails; what was committed before still stands.
    pub fn commit(&mut self, watermark: u64) -> Result<(), Error> {
        for writer in [&mut self.statements, &mut self.documents] {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&watermark.to_string());
            commit.commit()?;
        }
        self.pending.clear();
        self.committed
            .iter()
            .try_for_each(|half| half.reader.reload())?;
        Ok(())
    }

    /// Whether a document or statements of it may be there: looking is far cheaper than telling
    /// the engine to delete what is not.
    fn may_hold(&self, key: u64) -> Result<bool, Error> {
        if self.pending.contains(&key) {
            return Ok(true);
        }
        let term = Term::from_field_u64(self.fields.document, key);
        for half in &self.committed {
            if half.reader.searcher().doc_freq(&term)? > 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Waits for merges that are under way and closes. Without it merging goes on in the
    /// background until the writer is dropped, and what is unfinished then is left.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn finish(self) -> Result<(), Error> {
        self.statements.wait_merging_threads()?;
        self.documents.wait_merging_threads()?;
        Ok(())
    }

    fn add_text(&self, document: &mut TantivyDocument, field: Field, text: &str) {
        document.add_text(self.fields.folded(field), text);
        if let Some(stemmed) = self.fields.stemmed(field) {
            document.add_text(stemmed, text);
        }
    }

    fn add_fields(&self, document: &mut TantivyDocument, fields: &[(Field, &str)]) {
        for (field, value) in fields {
            self.add_text(document, *field, value);
        }
    }

    fn add_date(&self, document: &mut TantivyDocument, date: Option<(i32, i32)>) {
        let (earliest, latest) = match date {
            Some((earliest, latest)) => (earliest.into(), latest.into()),
            None => (UNDATED, -UNDATED),
        };
        document.add_i64(self.fields.earliest, earliest);
        document.add_i64(self.fields.latest, latest);
    }
}

fn open_half(half: &Half, memory_bytes: usize, threads: usize) -> Result<IndexWriter, Error> {
    let options = IndexWriterOptions::builder()
        .num_worker_threads(threads)
        .memory_budget_per_thread(memory_bytes.max(LEAST_MEMORY_BYTES))
        .num_merge_threads(1)
        .build();
    let writer = half.engine.writer_with_options(options)?;
    let mut policy = LogMergePolicy::default();
    policy.set_del_docs_ratio_before_merge(0.3);
    writer.set_merge_policy(Box::new(policy));
    Ok(writer)
}
