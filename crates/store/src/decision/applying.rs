//! Laying one effect over what was read out of one document: who is who changes, nothing else.

use super::{Effect, Place};
use depeche_annotate::EntityKind;
use depeche_statement::{Entity, EntityId, Party, Reading, Telling, Where};
use depeche_text::{Span, fold};

/// Lays an effect over a reading of the document with this key and text.
pub(super) fn apply(effect: &Effect, document: (u64, &str), reading: &mut Reading) {
    match effect {
        Effect::Date { .. } | Effect::Field { .. } => {}
        Effect::Merge {
            into,
            from,
            name,
            kind,
        } => merge(reading, (*into, from), name, *kind),
        Effect::Rename { entities, name } => {
            for id in entities {
                rename(reading, *id, name);
            }
        }
        Effect::Split { into, places } => {
            let spans = spans_in(places, document.0);
            if !spans.is_empty() {
                split(reading, *into, &spans, document.1);
            }
        }
        Effect::Reject { entities, places } => {
            reject(reading, entities, &spans_in(places, document.0));
        }
    }
}

fn spans_in(places: &[Place], document: u64) -> Vec<Span> {
    let own = places.iter().filter(|place| place.document == document);
    own.flat_map(|place| place.spans.iter().copied()).collect()
}

fn merge(reading: &mut Reading, (into, from): (u64, &[u64]), name: &str, kind: EntityKind) {
    let mut found = false;
    for index in 0..reading.entities.len() {
        if from.contains(&reading.entities[index].id.0) {
            found = true;
            reading.entities[index].id = EntityId(into);
        }
    }
    if !found {
        return;
    }
    unite(reading, into);
    for entity in &mut reading.entities {
        if entity.id.0 == into {
            entity.kind = kind;
        }
    }
    rename(reading, into, name);
}

/// Makes one entity of all that have this id, at the place of the first.
fn unite(reading: &mut Reading, id: u64) {
    let same = |entity: &Entity| entity.id.0 == id;
    let Some(first) = reading.entities.iter().position(same) else {
        return;
    };
    let mut kept: Vec<Entity> = Vec::with_capacity(reading.entities.len());
    let mut places = Vec::with_capacity(reading.entities.len());
    for entity in std::mem::take(&mut reading.entities) {
        if entity.id.0 == id && kept.len() > first {
            let one = &mut kept[first];
            one.aliases.push(entity.name);
            one.aliases.extend(entity.aliases);
            one.roles.extend(entity.roles);
            one.mentions.extend(entity.mentions);
            places.push(Some(first as u32));
        } else {
            places.push(Some(kept.len() as u32));
            kept.push(entity);
        }
    }
    let one = &mut kept[first];
    one.roles.sort_by_key(|role| role.span);
    one.mentions.sort_by_key(|mention| mention.span);
    settle_aliases(one);
    reading.entities = kept;
    move_references(reading, &places);
}

/// Aliases in order, each once, and without the name itself.
fn settle_aliases(entity: &mut Entity) {
    entity.aliases.sort();
    entity.aliases.dedup();
    let name = &entity.name;
    entity.aliases.retain(|alias| alias != name);
}

fn rename(reading: &mut Reading, id: u64, name: &str) {
    let same = |entity: &Entity| entity.id.0 == id;
    let Some(index) = reading.entities.iter().position(same) else {
        return;
    };
    let entity = &mut reading.entities[index];
    let old = std::mem::replace(&mut entity.name, name.to_owned());
    entity.aliases.push(old);
    settle_aliases(entity);
    let names = entity.aliases.clone();
    each_reference(reading, &mut |reference| {
        // What is called by other words ("the ambassador") stays called so.
        if *reference.entity == Some(index as u32) && names.contains(reference.name) {
            name.clone_into(reference.name);
        }
    });
}

fn split(reading: &mut Reading, into: u64, spans: &[Span], text: &str) {
    let mut gone = vec![false; reading.entities.len()];
    let new = reading.entities.len() as u32;
    let mut made: Option<Entity> = None;
    for (index, gone) in gone.iter_mut().enumerate() {
        let old = &mut reading.entities[index];
        let all: Vec<Span> = old.mentions.iter().map(|mention| mention.span).collect();
        if !all.iter().any(|span| spans.contains(span)) {
            continue;
        }
        let part = part_off(old, spans, text);
        *gone = old.mentions.is_empty();
        let whole = *gone;
        each_reference(reading, &mut |reference| {
            let is_moved = |span| nearest(&all, span).is_some_and(|span| spans.contains(&span));
            if *reference.entity == Some(index as u32)
                && (whole || reference.span.is_some_and(is_moved))
            {
                *reference.entity = Some(new);
            }
        });
        match &mut made {
            None => {
                made = Some(Entity {
                    id: EntityId(into),
                    ..part
                })
            }
            Some(entity) => {
                entity.aliases.push(part.name);
                entity.aliases.extend(part.aliases);
                entity.roles.extend(part.roles);
                entity.mentions.extend(part.mentions);
                settle_aliases(entity);
            }
        }
    }
    if let Some(entity) = made {
        reading.entities.push(entity);
        gone.push(false);
    }
    drop_entities(reading, &gone);
}

/// Takes the mentions at these spans out of an entity, with the names and roles that go with
/// them.
fn part_off(entity: &mut Entity, spans: &[Span], text: &str) -> Entity {
    let all: Vec<Span> = entity.mentions.iter().map(|mention| mention.span).collect();
    let is_moved = |span: Span| nearest(&all, span).is_some_and(|span| spans.contains(&span));
    let mut part = entity.clone();
    part.mentions
        .retain(|mention| spans.contains(&mention.span));
    part.roles.retain(|role| is_moved(role.span));
    entity
        .mentions
        .retain(|mention| !spans.contains(&mention.span));
    entity.roles.retain(|role| !is_moved(role.span));
    keep_names(&mut part, text);
    keep_names(entity, text);
    part
}

/// The one of several spans that lies nearest to another; the first of equals.
fn nearest(spans: &[Span], to: Span) -> Option<Span> {
    let apart = |left: Span, right: Span| right.start.saturating_sub(left.end);
    let distance = |span: &Span| apart(*span, to).max(apart(to, *span));
    spans.iter().copied().min_by_key(distance)
}

/// Keeps of an entity's names those that its mentions bear; all, where they bear none.
fn keep_names(entity: &mut Entity, text: &str) {
    let plain = |words: &str| fold(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    let mentions = entity.mentions.iter();
    let borne: Vec<String> = mentions
        .map(|mention| plain(mention.span.get(text).unwrap_or_default()))
        .collect();
    let is_borne = |name: &String| borne.contains(&fold(name));
    let names = std::iter::once(&entity.name).chain(&entity.aliases);
    let mut names: Vec<String> = names.filter(|name| is_borne(name)).cloned().collect();
    let fullness = |name: &String| (name.split(' ').count(), name.len());
    let Some(best) = names.iter().max_by_key(|name| fullness(name)).cloned() else {
        return;
    };
    if !is_borne(&entity.name) {
        entity.name = best;
    }
    let name = entity.name.clone();
    names.retain(|own| *own != name);
    entity.aliases = names;
}

fn reject(reading: &mut Reading, entities: &[u64], spans: &[Span]) {
    let mut gone = vec![false; reading.entities.len()];
    for (index, gone) in gone.iter_mut().enumerate() {
        let entity = &mut reading.entities[index];
        let count = entity.mentions.len();
        entity
            .mentions
            .retain(|mention| !spans.contains(&mention.span));
        let fewer = entity.mentions.len() < count;
        *gone = entities.contains(&entity.id.0) || fewer && entity.mentions.is_empty();
        if !fewer {
            continue;
        }
        let is_gone = |span: Span| spans.iter().any(|own| own.contains(span));
        each_reference(reading, &mut |reference| {
            if *reference.entity == Some(index as u32) && reference.span.is_some_and(is_gone) {
                *reference.entity = None;
            }
        });
    }
    drop_entities(reading, &gone);
}

/// Drops the entities marked; what referred to them keeps its words alone.
fn drop_entities(reading: &mut Reading, gone: &[bool]) {
    if !gone.contains(&true) {
        return;
    }
    let mut places = Vec::with_capacity(gone.len());
    let mut next = 0;
    for gone in gone {
        places.push((!gone).then_some(next));
        next += u32::from(!gone);
    }
    let mut marks = gone.iter();
    reading.entities.retain(|_| marks.next() != Some(&true));
    move_references(reading, &places);
}

fn move_references(reading: &mut Reading, places: &[Option<u32>]) {
    each_reference(reading, &mut |reference| {
        let place = reference
            .entity
            .and_then(|index| places.get(index as usize));
        *reference.entity = place.copied().flatten();
    });
}

/// What a party or a place refers to, how it is called, and its words.
struct Reference<'a> {
    entity: &'a mut Option<u32>,
    name: &'a mut String,
    span: Option<Span>,
}

impl<'a> From<&'a mut Party> for Reference<'a> {
    fn from(party: &'a mut Party) -> Reference<'a> {
        Reference {
            entity: &mut party.entity,
            name: &mut party.name,
            span: party.span,
        }
    }
}

impl<'a> From<&'a mut Where> for Reference<'a> {
    fn from(place: &'a mut Where) -> Reference<'a> {
        Reference {
            entity: &mut place.entity,
            name: &mut place.name,
            span: place.span,
        }
    }
}

fn each_reference(reading: &mut Reading, visit: &mut dyn FnMut(&mut Reference<'_>)) {
    for statement in &mut reading.statements {
        for participant in &mut statement.participants {
            visit(&mut Reference::from(&mut participant.party));
        }
        if let Some(place) = &mut statement.place {
            visit(&mut Reference::from(place));
        }
        for telling in &mut statement.chain {
            each_reference_of(telling, visit);
        }
    }
}

fn each_reference_of(telling: &mut Telling, visit: &mut dyn FnMut(&mut Reference<'_>)) {
    let speaker = telling.speaker.iter_mut();
    for party in speaker.chain(&mut telling.by).chain(&mut telling.hearer) {
        visit(&mut Reference::from(party));
    }
    if let Some(place) = &mut telling.place {
        visit(&mut Reference::from(place));
    }
}
