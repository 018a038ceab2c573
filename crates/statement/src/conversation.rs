//! A memorandum of conversation is itself the record of a meeting: of whom it lists, when and
//! where its head says.

use crate::draft::Draft;
use crate::mood::Mood;
use crate::scene::Scene;
use crate::sentence::inside;
use crate::{EventType, Participant, ParticipantRole, Party, Where};
use depeche_annotate::{EntityKind, country};
use depeche_document::Field;
use depeche_text::Span;

/// The rule's name.
pub(crate) const RULE: &str = "participants-list";

/// The meeting that a document with a list of participants records.
pub(crate) fn read(scene: &Scene<'_>) -> Option<Draft> {
    // A country alone heads those who come from it.
    let fields = scene.document.fields_named("participant");
    let fields: Vec<&Field> = fields
        .filter(|field| country(field.value.trim()).is_none())
        .collect();
    if fields.len() < 2 {
        return None;
    }
    let spans = fields.iter().filter_map(|field| field.span);
    let span = spans.reduce(Span::cover)?;
    let participants: Vec<Participant> = fields
        .iter()
        .map(|field| Participant {
            role: ParticipantRole::Actor,
            party: party(scene, field),
        })
        .collect();
    let title = scene.document.title.as_deref().unwrap_or_default();
    Some(Draft {
        kind: match title.to_lowercase().contains("telephone") {
            true => EventType::Call,
            false => EventType::Meet,
        },
        rule: RULE,
        span,
        trigger: fields[0].span.unwrap_or(span),
        participants,
        place: scene.document.field("place").map(|field| Where {
            entity: scene.entity_named(&field.value),
            name: field.value.clone(),
            span: field.span,
        }),
        time: None,
        mood: Mood::PAST,
        sentence: 0,
        clause: None,
    })
}

/// Who a field means: the person named in its words, else its own words up to the office.
fn party(scene: &Scene<'_>, field: &Field) -> Party {
    let name = name(&field.value);
    let named = scene.party_named(name, field.span);
    let words = field.span.filter(|_| named.entity.is_none());
    let Some(words) = words else {
        return named;
    };
    // A mention that stops short of the surname ("Per N." of "Per N. Lind") is none of it.
    let bare = name.split(',').next().unwrap_or_default();
    let mut people = inside(&scene.annotations.mentions, words, |mention| mention.span)
        .filter(|(_, mention)| mention.kind == EntityKind::Person)
        .filter(|(_, mention)| bare.ends_with(scene.text(mention.span)));
    let entity = people
        .next()
        .and_then(|(_, mention)| scene.entity_at(mention.span));
    match entity {
        Some(entity) => scene.party_of(entity, field.span),
        None => named,
    }
}

/// "Per Lind, Jr." of "Per Lind, Jr., Minister".
fn name(value: &str) -> &str {
    let end = value.find([',', '(']).unwrap_or(value.len());
    let (name, rest) = value.split_at(end);
    let suffix = [", Jr.", ", Sr.", ", III", ", II"];
    let suffix = suffix.iter().find(|suffix| rest.starts_with(**suffix));
    value[..name.len() + suffix.map_or(0, |suffix| suffix.len())].trim()
}
