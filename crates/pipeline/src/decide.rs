//! Decisions put in force: what hangs on them is made again, and nothing else.
//!
//! One transaction holds a decision, what it does, and the documents that it touches; the index
//! follows by its watermark. A document whose date was decided is read again from its stored
//! text; no other reading is.

use crate::reading::read_out;
use crate::{Error, Options, catch_up};
use depeche_index::Index;
use depeche_store::{
    Archive, Batch, Choice, Decision, DecisionState, Effect, Effects, Resolver, Store,
    StoredDocument,
};
use std::collections::BTreeSet;

/// Called with each document that a decision touches, as it was before and as it is after.
pub type Visit<'a> = &'a mut dyn FnMut(&StoredDocument, &StoredDocument);

/// Records a decision and puts it in force.
///
/// # Errors
/// [`Error::Unfit`] where its words are not in the record or it undoes nothing; then nothing is
/// recorded. Else when the record or the index fails.
pub fn decide(
    archive: &Archive,
    choice: &Choice,
    options: &Options,
    visit: Visit<'_>,
) -> Result<Decision, Error> {
    // An index that has to be made again is said before anything is decided.
    let index = Index::open_or_create(&archive.index_folder())?;
    let mut batch = Batch::new(archive.store()?);
    let number = batch.put_decision(choice)?;
    // What an undoing takes back, and all that was decided on top of it, is worked out again.
    let first = match choice {
        Choice::Undo { number: undone } => first_undone(batch.store(), *undone, number)?,
        _ => number,
    };
    let settled = settled_from(&batch, first)?;
    let own = settled.found.iter().find(|(found, _)| *found == number);
    if let Some((_, Some(Err(why)))) = own {
        return Err(Error::Unfit(why.clone()));
    }
    put_in_force(&mut batch, settled, visit)?;
    batch.commit()?;
    catch_up(batch.store(), &index, options)?;
    let decisions = batch.store().decisions()?;
    let made = decisions.into_iter().find(|made| made.number == number);
    Ok(made.expect("it was written in this transaction"))
}

/// Works out again what every decision does, after documents were read; where something changed,
/// what hangs on it is made again.
///
/// # Errors
/// When the record or the index fails.
pub fn settle(archive: &Archive, options: &Options) -> Result<(), Error> {
    let mut batch = Batch::new(archive.store()?);
    if batch.store().decisions()?.is_empty() {
        return Ok(());
    }
    let index = Index::open_or_create(&archive.index_folder())?;
    let settled = settled_from(&batch, 1)?;
    put_in_force(&mut batch, settled, &mut |_, _| {})?;
    batch.commit()?;
    catch_up(batch.store(), &index, options)
}

/// The first decision that an undoing can change: an undoing that is itself undone brings back
/// an earlier one.
fn first_undone(store: &Store, undone: u32, by: u32) -> Result<u32, Error> {
    let decisions = store.decisions()?;
    let mut first = undone;
    loop {
        let found = decisions.iter().find(|decision| decision.number == first);
        match found.map(|decision| &decision.choice) {
            None => return Err(Error::Unfit(format!("there is no decision {undone}"))),
            Some(Choice::Undo { number }) if first < by => first = *number,
            Some(_) => return Ok(first),
        }
    }
}

/// What decisions do, worked out anew.
struct Settled {
    /// Of each decision looked at: what it does, or why it is adrift; `None` where it is undone.
    found: Vec<(u32, Option<Result<Effect, String>>)>,
    /// All that are in force.
    effects: Effects,
}

/// Works out what the decisions from this number on do.
fn settled_from(batch: &Batch, first: u32) -> Result<Settled, Error> {
    let store = batch.store();
    let earlier = store.effects().list().iter();
    let earlier = earlier.filter(|(number, _)| *number < first);
    let mut resolver = Resolver::new(store, Effects::new(earlier.cloned().collect()));
    let mut found = Vec::new();
    for decision in store.decisions()? {
        if decision.number < first {
            continue;
        }
        let holds = !matches!(decision.state, DecisionState::Undone(_));
        let effect = match decision.choice {
            Choice::Undo { .. } => None,
            choice if holds => Some(resolver.resolve(decision.number, &choice)?),
            _ => None,
        };
        found.push((decision.number, effect));
    }
    let effects = resolver.effects();
    Ok(Settled { found, effects })
}

/// Writes what decisions do, and puts the documents that it concerns under them.
fn put_in_force(batch: &mut Batch, settled: Settled, visit: Visit<'_>) -> Result<(), Error> {
    let old = batch.store().effects().clone();
    let new = settled.effects;
    for (number, effect) in &settled.found {
        batch.put_effect(*number, effect.as_ref())?;
    }
    for key in concerned(batch.store(), &old, &new)? {
        put_under(batch, key, (&old, &new), &mut *visit)?;
    }
    batch.take_effects(new);
    Ok(())
}

/// The documents that may look otherwise under the new effects than under the old, by key.
fn concerned(store: &Store, old: &Effects, new: &Effects) -> Result<BTreeSet<u64>, Error> {
    let gone = old.list().iter().filter(|one| !new.list().contains(one));
    let come = new.list().iter().filter(|one| !old.list().contains(one));
    let mut documents = BTreeSet::new();
    let mut entities = BTreeSet::new();
    for (_, effect) in gone.chain(come) {
        documents.extend(effect.documents());
        for entity in effect.entities() {
            // The record lists an entity under what it has become.
            entities.extend([*entity, old.become_of(*entity)]);
        }
    }
    for entity in entities {
        documents.extend(store.documents_of_entity(entity)?);
    }
    let back = old.list().iter().filter(|one| !new.list().contains(one));
    let rejected = back.filter_map(|(_, effect)| match effect {
        Effect::Reject { entities, .. } => Some(entities),
        _ => None,
    });
    let rejected: BTreeSet<u64> = rejected.flatten().copied().collect();
    if !rejected.is_empty() {
        documents.extend(documents_as_read(store, &rejected)?);
    }
    Ok(documents)
}

/// The documents in which entities were read, whatever was decided: the record lists no document
/// under a name that was rejected. Looks at every document, one after another.
fn documents_as_read(store: &Store, entities: &BTreeSet<u64>) -> Result<BTreeSet<u64>, Error> {
    let mut documents = BTreeSet::new();
    store.document_keys::<Error>(&mut |key| {
        let reading = store.as_read(key)?.and_then(|stored| stored.reading);
        let mut read = reading.iter().flat_map(|reading| &reading.entities);
        if read.any(|entity| entities.contains(&entity.id.0)) {
            documents.insert(key);
        }
        Ok(())
    })?;
    Ok(documents)
}

/// Puts one document under the new effects, where they make it another, reading it again where its
/// date is.
fn put_under(
    batch: &mut Batch,
    key: u64,
    (old, new): (&Effects, &Effects),
    visit: Visit<'_>,
) -> Result<(), Error> {
    let Some(mut after) = batch.store().as_read(key)? else {
        return Ok(());
    };
    let mut before = after.clone();
    old.lay_over(&mut before);
    let mut reading = None;
    if after.reading.is_some() && old.date(key) != new.date(key) {
        let mut dated = after.document.clone();
        if let Some(date) = new.date(key) {
            dated.date = Some(date);
        }
        reading = Some(read_out(&dated));
        after.reading.clone_from(&reading);
    }
    new.lay_over(&mut after);
    if (&before.document, &before.reading) != (&after.document, &after.reading) {
        batch.decide_document(key, reading.as_ref(), new)?;
        visit(&before, &after);
    }
    Ok(())
}
