//! From a decision to its effect: what its words mean in the documents as they are now.

use super::{Anchor, Choice, Effect, Effects, Place};
use crate::{Error, Store, StoredDocument};
use depeche_text::Span;
use std::collections::BTreeMap;

/// Finds out what decisions do, each on top of those before it.
#[derive(Debug)]
pub struct Resolver<'a> {
    store: &'a Store,
    effects: Effects,
    /// Documents as they were read, by key: decisions often stand in the same ones.
    documents: BTreeMap<u64, Option<StoredDocument>>,
}

/// Documents kept at hand.
const AT_HAND: usize = 64;

/// An anchor that fits: the document's key, and where its words stand.
type Found = (u64, Span);

impl<'a> Resolver<'a> {
    /// Starts after decisions that have these effects.
    pub fn new(store: &'a Store, effects: Effects) -> Resolver<'a> {
        Resolver {
            store,
            effects,
            documents: BTreeMap::new(),
        }
    }

    /// The effects so far.
    pub fn effects(self) -> Effects {
        self.effects
    }

    /// What the decision of this number does, on top of those before it; or why it no longer
    /// fits.
    ///
    /// # Errors
    /// When the record fails.
    pub fn resolve(
        &mut self,
        number: u32,
        choice: &Choice,
    ) -> Result<Result<Effect, String>, Error> {
        let effect = match self.effect(number, choice)? {
            Some(effect) => effect,
            None => return Ok(Err(self.why(choice)?)),
        };
        self.effects.push(number, effect.clone());
        Ok(Ok(effect))
    }

    fn effect(&mut self, number: u32, choice: &Choice) -> Result<Option<Effect>, Error> {
        Ok(match choice {
            Choice::Undo { .. } => None,
            Choice::Date { document, edtf } => {
                self.find(document)?.map(|(document, _)| Effect::Date {
                    document,
                    edtf: edtf.clone(),
                })
            }
            Choice::Tag { document, tag } => self.field(document, "tag", tag)?,
            Choice::Note { document, note } => self.field(document, "note", note)?,
            Choice::Rename { entity, name } => match self.entities(entity)? {
                entities if entities.is_empty() => None,
                entities => Some(Effect::Rename {
                    entities,
                    name: name.clone(),
                }),
            },
            Choice::Merge { .. } => self.merge(choice)?,
            Choice::Split { mentions } => match self.places(mentions)? {
                places if places.is_empty() => None,
                places => Some(Effect::Split {
                    into: split_id(number, mentions),
                    places,
                }),
            },
            Choice::Reject {
                mentions,
                everywhere,
            } => {
                let entities = match everywhere {
                    true => self.entities(mentions)?,
                    false => Vec::new(),
                };
                let places = match everywhere {
                    true => Vec::new(),
                    false => self.places(mentions)?,
                };
                let fits = !(entities.is_empty() && places.is_empty());
                fits.then_some(Effect::Reject { entities, places })
            }
        })
    }

    fn field(
        &mut self,
        document: &Anchor,
        name: &str,
        value: &str,
    ) -> Result<Option<Effect>, Error> {
        Ok(self.find(document)?.map(|(document, _)| Effect::Field {
            document,
            name: name.to_owned(),
            value: value.to_owned(),
        }))
    }

    fn merge(&mut self, choice: &Choice) -> Result<Option<Effect>, Error> {
        let Choice::Merge {
            entity,
            others,
            name,
            entity_kind,
        } = choice
        else {
            return Ok(None);
        };
        let mut ids = self.entities(entity)?;
        let Some(into) = ids.first().copied() else {
            return Ok(None);
        };
        for other in others {
            let found = self.entities(other)?;
            if found.is_empty() {
                return Ok(None);
            }
            ids.extend(found);
        }
        ids.sort_unstable();
        ids.dedup();
        ids.retain(|id| *id != into);
        Ok(Some(Effect::Merge {
            into,
            from: ids,
            name: name.clone(),
            kind: *entity_kind,
        }))
    }

    /// The entities that are mentioned at these anchors, in their order, each once.
    fn entities(&mut self, anchors: &[Anchor]) -> Result<Vec<u64>, Error> {
        let mut ids = Vec::new();
        for anchor in anchors {
            let Some((key, span)) = self.find(anchor)? else {
                continue;
            };
            if let Some((id, _)) = self.mention(key, span)?
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    /// The mentions at these anchors, by document.
    fn places(&mut self, anchors: &[Anchor]) -> Result<Vec<Place>, Error> {
        let mut places: BTreeMap<u64, Vec<Span>> = BTreeMap::new();
        for anchor in anchors {
            let Some((key, span)) = self.find(anchor)? else {
                continue;
            };
            if let Some((_, span)) = self.mention(key, span)? {
                places.entry(key).or_default().push(span);
            }
        }
        let place = |(document, mut spans): (u64, Vec<Span>)| {
            spans.sort_unstable();
            spans.dedup();
            Place { document, spans }
        };
        Ok(places.into_iter().map(place).collect())
    }

    /// The entity mentioned at a span, after the decisions so far, and the mention itself: the
    /// very span, or else the one that shares most bytes with it.
    fn mention(&mut self, key: u64, span: Span) -> Result<Option<(u64, Span)>, Error> {
        let effects = self.effects.clone();
        let Some(stored) = self.document(key)? else {
            return Ok(None);
        };
        let Some(mut reading) = stored.reading.clone() else {
            return Ok(None);
        };
        effects.lay_over_reading(&stored.document, &mut reading);
        let shared = |own: Span| {
            let end = own.end.min(span.end);
            end.saturating_sub(own.start.max(span.start))
        };
        let mut best: Option<(bool, u32, u64, Span)> = None;
        for entity in &reading.entities {
            for mention in &entity.mentions {
                let rank = (mention.span == span, shared(mention.span));
                let better = best.is_none_or(|best| rank > (best.0, best.1));
                if rank.1 > 0 && better {
                    best = Some((rank.0, rank.1, entity.id.0, mention.span));
                }
            }
        }
        Ok(best.map(|(_, _, id, span)| (id, span)))
    }

    /// Where an anchor's words stand now; `None` where its document is gone or replaced, or its
    /// words are.
    fn find(&mut self, anchor: &Anchor) -> Result<Option<Found>, Error> {
        let key = anchor.key();
        let Some(stored) = self.document(key)? else {
            return Ok(None);
        };
        if !anchor.is_in(stored.document.id) {
            return Ok(None);
        }
        let item = stored.document.item;
        let found = anchor.find(&stored.document.text);
        if self.store.replacement(item)?.is_some() {
            return Ok(None);
        }
        Ok(found.map(|span| (key, span)))
    }

    fn document(&mut self, key: u64) -> Result<Option<&StoredDocument>, Error> {
        if !self.documents.contains_key(&key) {
            if self.documents.len() >= AT_HAND {
                self.documents.pop_first();
            }
            self.documents.insert(key, self.store.as_read(key)?);
        }
        Ok(self.documents.get(&key).and_then(Option::as_ref))
    }

    /// Why a decision does not fit: what became of the first of its documents that is not as it
    /// was.
    fn why(&mut self, choice: &Choice) -> Result<String, Error> {
        for anchor in choice.anchors() {
            let document = anchor.document.as_str();
            let Some(stored) = self.document(anchor.key())? else {
                return Ok(format!("{document} is gone from the record"));
            };
            let item = stored.document.item;
            if let Some(by) = self.store.replacement(item)? {
                let now = self.store.documents_of(by)?;
                let now = now.first().map_or(by.to_string(), ToString::to_string);
                return Ok(format!("{document} was replaced by {now}"));
            }
            if self.find(anchor)?.is_none() {
                return Ok(format!(
                    "{document} no longer has the words {:?}",
                    anchor.words
                ));
            }
        }
        let words = choice.anchors().first().map(|anchor| anchor.words.clone());
        let words = words.unwrap_or_default();
        Ok(format!("no name is read any more where {words:?} stands"))
    }
}

/// The identity of an entity that a person split off: hash of the decision's number and of its
/// first mention, so that the same decisions on the same documents give the same entities.
fn split_id(number: u32, mentions: &[Anchor]) -> u64 {
    let mut hasher = blake3::Hasher::new();
    hasher.update(b"split").update(&number.to_le_bytes());
    if let Some(first) = mentions.first() {
        for part in [&first.document, &first.before, &first.words] {
            hasher.update(part.as_bytes()).update(&[0]);
        }
    }
    let mut id = [0; 8];
    id.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    u64::from_be_bytes(id)
}
