//! What the commands that decide share: what is meant on the command line, and what is printed.

use crate::output::{Outcome, say};
use crate::session::{Session, digits, only};
use anyhow::{Context, bail};
use depeche_store::{Anchor, Choice, Store, StoredDocument};
use depeche_text::Span;
use depeche_view::{ChangeView, changes, decision_view};

/// An entity is held on to by one mention in each of at most so many documents.
const ANCHORS: usize = 16;

/// Changes shown; `--json` has all.
const SHOWN: usize = 20;

/// An entity as the command line names it.
pub(crate) struct Named {
    pub(crate) id: u64,
    pub(crate) documents: Vec<u64>,
}

/// The document that an id, or enough of its start, means.
pub(crate) fn document(store: &Store, id: &str) -> anyhow::Result<StoredDocument> {
    let keys = store.documents_starting(digits(id, "d_")?, 2)?;
    let key = only(&keys, id, "document")?;
    let stored = store.document(key)?;
    stored.with_context(|| format!("no document has the id {id}"))
}

/// The entity that an id, or enough of its start, means.
pub(crate) fn entity(store: &Store, id: &str) -> anyhow::Result<Named> {
    let hint = "`depeche who NAME` and `depeche entities` show ids";
    let digits = digits(id, "e_").context(hint)?;
    let id = only(&store.entities_starting(digits, 2)?, id, "entity").context(hint)?;
    Ok(Named {
        id,
        documents: store.documents_of_entity(id)?,
    })
}

/// Where an entity is held on to: its first mention in each of its first documents.
pub(crate) fn anchors(store: &Store, entity: &Named) -> anyhow::Result<Vec<Anchor>> {
    let mut anchors = Vec::new();
    for key in entity.documents.iter().take(ANCHORS) {
        let Some(stored) = store.document(*key)? else {
            continue;
        };
        let first = mentions_of(&stored, entity.id).into_iter().next();
        anchors.extend(first.and_then(|span| Anchor::at(&stored.document, span)));
    }
    Ok(anchors)
}

/// Where a document mentions an entity, in text order.
pub(crate) fn mentions_of(stored: &StoredDocument, entity: u64) -> Vec<Span> {
    let entities = stored.reading.iter().flat_map(|reading| &reading.entities);
    let own = entities.filter(|own| own.id.0 == entity);
    own.flat_map(|own| own.mentions.iter().map(|mention| mention.span))
        .collect()
}

/// A mention as the command line names it: `d_3f2a:812`, its document and first byte.
pub(crate) fn mention(store: &Store, words: &str) -> anyhow::Result<(StoredDocument, u64, Span)> {
    let parts = words.split_once(':');
    let start = parts.and_then(|(_, start)| start.split('-').next()?.parse::<u32>().ok());
    let (Some((id, _)), Some(start)) = (parts, start) else {
        bail!(
            "{words:?} is no mention; one is written d_3f2a:812, its document and the byte where it \
             starts, which `depeche entities --json` shows"
        );
    };
    let stored = document(store, id)?;
    let entities = stored.reading.iter().flat_map(|reading| &reading.entities);
    let mentions = entities.flat_map(|entity| {
        let spans = entity.mentions.iter().map(|mention| mention.span);
        spans.map(|span| (entity.id.0, span))
    });
    let found = mentions.filter(|(_, span)| span.start == start);
    // Of several that start there the longest is meant: "Margaret Thorne", not "Margaret".
    let found = found.max_by_key(|(_, span)| span.end);
    let Some((entity, span)) = found else {
        bail!("no name is read at byte {start} of {id}");
    };
    Ok((stored, entity, span))
}

/// Records a decision and prints it with all that it changed.
pub(crate) fn decide(choice: &Choice, session: &mut Session) -> anyhow::Result<Outcome> {
    let archive = session.archive()?;
    let _lock = archive.lock()?;
    let options = session.options(&archive)?;
    let mut shown: Vec<ChangeView> = Vec::new();
    let (mut document_count, mut change_count) = (0, 0);
    let (output, json) = (&mut session.output, session.json);
    let mut failed = None;
    let decision = depeche_pipeline::decide(&archive, choice, &options, &mut |before, after| {
        document_count += 1;
        for change in changes(before, after) {
            change_count += 1;
            if json {
                failed = output.json(&change).err().or(failed.take());
            } else if shown.len() < SHOWN {
                shown.push(change);
            }
        }
    })?;
    // A closed pipe takes no decision back.
    failed.map_or(Ok(()), Err)?;
    let view = decision_view(&decision);
    if json {
        output.json(&view)?;
        return Ok(Outcome::Done);
    }
    output.line(&format!("decision {}: {}", view.id, view.in_words))?;
    for change in &shown {
        let of = change.statement.as_ref().unwrap_or(&change.document);
        let of = of.get(..18).unwrap_or(of);
        output.line(&format!("  {of}  {}", change.in_words))?;
    }
    if change_count > shown.len() {
        let more = change_count - shown.len();
        output.line(&format!("  and {more} more, which --json shows"))?;
    }
    let documents = counted(document_count, "document");
    output.line(&format!("{documents}, {}", counted(change_count, "change")))?;
    match choice {
        Choice::Undo { .. } => say(&format!("`depeche undo {}` brings it back", view.id)),
        _ => say("`depeche undo` takes it back"),
    }
    Ok(Outcome::Done)
}

/// `1 document`, `2 documents`.
fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
