//! Decisions in the record: read, written, and laid over what is taken out of it.

use super::{Choice, Decision, DecisionState, Effect, Effects};
use crate::{Batch, Error, Store};
use depeche_source::ItemId;
use depeche_statement::Reading;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

impl Store {
    /// What the decisions in force do.
    pub fn effects(&self) -> &Effects {
        &self.effects
    }

    /// Every decision, in the order in which they were made.
    ///
    /// # Errors
    /// When the database fails or a row does not read back.
    pub fn decisions(&self) -> Result<Vec<Decision>, Error> {
        let sql = "SELECT number, body, adrift FROM decision ORDER BY number";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut decisions = Vec::new();
        while let Some(row) = rows.next()? {
            let body: String = row.get(1)?;
            let adrift: Option<String> = row.get(2)?;
            decisions.push(Decision {
                number: row.get(0)?,
                choice: read_back(&body)?,
                state: adrift.map_or(DecisionState::InForce, DecisionState::Adrift),
            });
        }
        let undone = undone(&decisions);
        for decision in &mut decisions {
            if let Some(by) = undone.get(&decision.number) {
                decision.state = DecisionState::Undone(*by);
            }
        }
        Ok(decisions)
    }

    /// The item that is now found where this one was, if it was replaced.
    ///
    /// # Errors
    /// When the database fails.
    pub fn replacement(&self, item: ItemId) -> Result<Option<ItemId>, Error> {
        let sql = "SELECT replaced_by FROM item WHERE id = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found: Option<Option<Vec<u8>>> = statement
            .query_row([item.0.as_slice()], |row| row.get(0))
            .optional()?;
        let by = found.flatten().and_then(|id| id.try_into().ok());
        Ok(by.map(ItemId))
    }

    /// Ids of the entities whose id starts with these hexadecimal digits, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn entities_starting(&self, digits: &str, limit: usize) -> Result<Vec<u64>, Error> {
        let sql = "SELECT DISTINCT id FROM entity WHERE id BETWEEN ?1 AND ?2 LIMIT ?3";
        self.keys_starting(sql, digits, limit)
    }

    /// Lays the decisions in force over a reading of the document of this key.
    pub(crate) fn decide_reading(&self, key: u64, reading: &mut Reading) -> Result<(), Error> {
        // Only a document that a decision names needs its text for it.
        if self.effects.name_document(key) {
            if let Some(stored) = self.as_read(key)? {
                self.effects.lay_over_reading(&stored.document, reading);
            }
        } else if self.effects.touch(key, reading) {
            self.effects.lay_over_unnamed(key, reading);
        }
        Ok(())
    }
}

/// For each decision that is undone, the number of the last one that undid it and holds itself.
fn undone(decisions: &[Decision]) -> BTreeMap<u32, u32> {
    let mut undone = BTreeMap::new();
    // An undoing can only be undone by a later one, so the last are known first.
    for decision in decisions.iter().rev() {
        if let Choice::Undo { number } = decision.choice
            && !undone.contains_key(&decision.number)
        {
            undone.entry(number).or_insert(decision.number);
        }
    }
    undone
}

/// The effects stored with the decisions.
pub(crate) fn load_effects(connection: &Connection) -> Result<Effects, Error> {
    let sql = "SELECT number, effect FROM decision WHERE effect IS NOT NULL ORDER BY number";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut list: Vec<(u32, Effect)> = Vec::new();
    while let Some(row) = rows.next()? {
        let effect: String = row.get(1)?;
        list.push((row.get(0)?, read_back(&effect)?));
    }
    Ok(Effects::new(list))
}

fn read_back<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, Error> {
    serde_json::from_str(json).map_err(|error| Error::damaged("a decision", error))
}

fn written<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("plain data always serializes into memory")
}

impl Batch {
    /// Writes a decision; gives its number. It does nothing until its effect is set.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_decision(&mut self, choice: &Choice) -> Result<u32, Error> {
        let connection = self.begin()?;
        let sql = "INSERT INTO decision (number, body) \
                   VALUES ((SELECT ifnull(max(number), 0) + 1 FROM decision), ?1)";
        connection.prepare_cached(sql)?.execute([written(choice)])?;
        Ok(connection.last_insert_rowid() as u32)
    }

    /// Writes what a decision does, or why it no longer fits; `None` where it is undone.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_effect(
        &mut self,
        number: u32,
        effect: Option<&Result<Effect, String>>,
    ) -> Result<(), Error> {
        let fits = effect.and_then(|effect| effect.as_ref().ok()).map(written);
        let adrift = effect.and_then(|effect| effect.as_ref().err());
        let sql = "UPDATE decision SET effect = ?2, adrift = ?3 WHERE number = ?1";
        let values = params![number, fits, adrift];
        self.begin()?.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }
}
