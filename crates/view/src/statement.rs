//! A statement as shown: the event, its words, and its chain.

use crate::{TimeView, time_view};
use depeche_document::Document;
use depeche_statement::{
    EventType, Medium, Modality, ParticipantRole, Party, Polarity, Reading, Statement, Telling,
    Where,
};
use depeche_text::Span;
use serde::Serialize;

/// STATEMENT of the design's JSON.
#[derive(Debug, Clone, Serialize)]
pub struct StatementView {
    /// `s_…`.
    pub id: String,
    /// Its document.
    pub document: String,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// PLOVER event type.
    pub plover: &'static str,
    /// The words that tell it.
    pub span: Span,
    /// The same, read back.
    pub quote: String,
    /// The word that named the event.
    pub trigger: QuoteView,
    /// Who took part.
    pub participants: Vec<ParticipantView>,
    /// Where.
    pub place: Option<PlaceView>,
    /// When.
    pub time: Option<TimeView>,
    /// Whether it is told as having happened.
    pub polarity: Polarity,
    /// How firmly.
    pub modality: Modality,
    /// Statements that it is about.
    pub about: Vec<String>,
    /// From the origin outward.
    pub chain: Vec<LinkView>,
    /// Who made it.
    pub by: ByView,
}

/// Words with their place.
#[derive(Debug, Clone, Serialize)]
pub struct QuoteView {
    /// Where.
    pub span: Span,
    /// Read back.
    pub quote: String,
}

/// One who takes part.
#[derive(Debug, Clone, Serialize)]
pub struct ParticipantView {
    /// As what.
    pub role: ParticipantRole,
    /// `e_…`, where known.
    pub entity: Option<String>,
    /// How called.
    pub name: String,
    /// The words.
    pub span: Option<Span>,
}

/// One side of a telling.
#[derive(Debug, Clone, Serialize)]
pub struct PartyView {
    /// How called.
    pub name: String,
    /// `e_…`, where known.
    pub entity: Option<String>,
}

/// Who told.
#[derive(Debug, Clone, Serialize)]
pub struct SpeakerView {
    /// How called.
    pub name: String,
    /// `e_…`, where known.
    pub entity: Option<String>,
    /// Who signed or drafted for a body that speaks.
    pub by: Option<PartyView>,
}

/// A place.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceView {
    /// `e_…`, where known.
    pub entity: Option<String>,
    /// How called.
    pub name: String,
    /// The words.
    pub span: Option<Span>,
}

/// One link of a chain.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Who told; `null`: not known.
    pub speaker: Option<SpeakerView>,
    /// Who was told.
    pub hearer: Option<PartyView>,
    /// By what.
    pub medium: Medium,
    /// When.
    pub time: Option<TimeView>,
    /// Where.
    pub place: Option<PlaceView>,
    /// The document that is this telling.
    pub document: Option<String>,
    /// The words that say so.
    pub span: Option<Span>,
    /// The same, read back.
    pub quote: Option<String>,
}

/// Who made a statement.
#[derive(Debug, Clone, Serialize)]
pub struct ByView {
    /// The annotator.
    pub annotator: String,
    /// Its version.
    pub version: String,
    /// The rule.
    pub rule: String,
}

/// Shows a statement of a reading of a document.
pub fn statement_view(
    document: &Document,
    reading: &Reading,
    statement: &Statement,
) -> StatementView {
    let text = document.text.as_str();
    let participants = statement
        .participants
        .iter()
        .map(|participant| ParticipantView {
            role: participant.role,
            entity: entity_id(reading, participant.party.entity),
            name: participant.party.name.clone(),
            span: participant.party.span,
        });
    StatementView {
        id: statement.id.to_string(),
        document: document.id.to_string(),
        kind: statement.kind,
        plover: statement.kind.plover(),
        span: statement.span,
        quote: read_back(text, statement.span),
        trigger: QuoteView {
            span: statement.trigger,
            quote: read_back(text, statement.trigger),
        },
        participants: participants.collect(),
        place: statement
            .place
            .as_ref()
            .map(|place| place_view(reading, place)),
        time: statement.time.as_ref().map(|time| time_view(time, text)),
        polarity: statement.polarity,
        modality: statement.modality,
        about: statement.about.iter().map(ToString::to_string).collect(),
        chain: statement
            .chain
            .iter()
            .map(|telling| link_view(text, reading, telling))
            .collect(),
        by: ByView {
            annotator: statement.by.annotator.clone(),
            version: statement.by.version.to_string(),
            rule: statement.by.rule.clone(),
        },
    }
}

fn link_view(text: &str, reading: &Reading, telling: &Telling) -> LinkView {
    LinkView {
        speaker: telling.speaker.as_ref().map(|speaker| SpeakerView {
            name: speaker.name.clone(),
            entity: entity_id(reading, speaker.entity),
            by: telling.by.as_ref().map(|by| party_view(reading, by)),
        }),
        hearer: telling
            .hearer
            .as_ref()
            .map(|hearer| party_view(reading, hearer)),
        medium: telling.medium,
        time: telling.time.as_ref().map(|time| time_view(time, text)),
        place: telling
            .place
            .as_ref()
            .map(|place| place_view(reading, place)),
        document: telling.document.map(|document| document.to_string()),
        span: telling.span,
        quote: telling.span.map(|span| read_back(text, span)),
    }
}

fn party_view(reading: &Reading, party: &Party) -> PartyView {
    PartyView {
        name: party.name.clone(),
        entity: entity_id(reading, party.entity),
    }
}

fn place_view(reading: &Reading, place: &Where) -> PlaceView {
    PlaceView {
        entity: entity_id(reading, place.entity),
        name: place.name.clone(),
        span: place.span,
    }
}

fn entity_id(reading: &Reading, index: Option<u32>) -> Option<String> {
    Some(reading.entities.get(index? as usize)?.id.to_string())
}

/// The words under a span; a span that does not fit shows as empty and is reported by `check`.
fn read_back(text: &str, span: Span) -> String {
    span.get(text).unwrap_or_default().to_owned()
}
