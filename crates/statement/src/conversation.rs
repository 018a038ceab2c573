//! A memorandum of conversation is itself the record of a meeting: of whom it lists, when and
//! where its head says.

use crate::draft::Draft;
use crate::mood::Mood;
use crate::scene::Scene;
use crate::{EventType, Participant, ParticipantRole, Where};
use depeche_document::Field;
use depeche_text::Span;

/// The rule's name.
pub(crate) const RULE: &str = "participants-list";

/// The meeting that a document with a list of participants records.
pub(crate) fn read(scene: &Scene<'_>) -> Option<Draft> {
    let fields: Vec<&Field> = scene.document.fields_named("participant").collect();
    if fields.len() < 2 {
        return None;
    }
    let spans = fields.iter().filter_map(|field| field.span);
    let span = spans.reduce(Span::cover)?;
    let participants: Vec<Participant> = fields
        .iter()
        .map(|field| Participant {
            role: ParticipantRole::Actor,
            party: scene.party_named(field.value.trim(), field.span),
        })
        .collect();
    Some(Draft {
        kind: EventType::Meet,
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
