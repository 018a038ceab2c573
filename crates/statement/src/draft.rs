//! What one sentence says happened, before chains and ids: frames filled from its clauses and
//! nouns.

mod nominal;
mod setting;

use crate::frames::{Filled, fill};
use crate::mood::{self, Mood};
use crate::scene::Scene;
use crate::sentence::{Clause, Filler, Sentence};
use crate::{EventType, Modality, Participant, ParticipantRole, Where, patterns};
use depeche_text::Span;

/// One event read from a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) kind: EventType,
    pub(crate) rule: &'static str,
    pub(crate) span: Span,
    pub(crate) trigger: Span,
    pub(crate) participants: Vec<Participant>,
    pub(crate) place: Option<Where>,
    /// Index into the annotations' times.
    pub(crate) time: Option<usize>,
    pub(crate) mood: Mood,
    /// Index of the sentence in the annotations.
    pub(crate) sentence: usize,
    /// The clause that it was read from, where its trigger is a verb.
    pub(crate) clause: Option<usize>,
}

/// Reads the events of a sentence, in text order of their triggers.
pub(crate) fn read(scene: &Scene<'_>, sentence: &Sentence<'_>, index: usize) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut used: Vec<usize> = Vec::new();
    for at in sentence.downwards() {
        if let Some(draft) = of_clause(scene, sentence, at, &drafts) {
            let object = sentence.clauses[at].object();
            used.extend(
                object
                    .iter()
                    .flat_map(|object| &object.fillers)
                    .map(|filler| filler.head),
            );
            drafts.push(draft);
        }
    }
    drafts.extend(nominal::read(scene, sentence, &used));
    for draft in &mut drafts {
        draft.sentence = index;
    }
    drafts.sort_by_key(|draft| (draft.trigger, draft.kind));
    drafts
}

fn of_clause(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    earlier: &[Draft],
) -> Option<Draft> {
    let clause = &sentence.clauses[at];
    let frames = patterns::of_verb(clause.group.lemma).iter();
    let (frame, filled) = frames
        .filter_map(|frame| Some((*frame, fill(frame, scene, sentence, clause)?)))
        .next()?;
    let has_recipient = filled
        .iter()
        .any(|(role, _)| *role == ParticipantRole::Recipient);
    if frame.kind == EventType::Tell && clause.group.is_infinitive && !has_recipient {
        // "hastened to say": nothing is told yet.
        return None;
    }
    let participants = participants(scene, sentence, &filled)?;
    let mood = mood::of_clause(sentence, clause, &filled);
    let mood = match is_appointment(sentence, clause) {
        true => mood.under(Modality::Planned),
        false => mood,
    };
    let setting = setting::of_clause(scene, sentence, at, &filled);
    let place = destination(scene, sentence, &filled)
        .or(setting.place)
        .or_else(|| after_journey(sentence, clause, earlier));
    let kind = match frame.kind {
        EventType::Meet if is_by_telephone(sentence, clause) => EventType::Call,
        kind => kind,
    };
    Some(Draft {
        kind,
        rule: frame.rule,
        span: clause.span,
        trigger: clause.group.trigger,
        participants,
        place,
        time: setting.time,
        mood,
        sentence: 0,
        clause: Some(at),
    })
}

/// "had **an appointment** with Veld", "**have** an audience tonight": still to come.
fn is_appointment(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut objects = clause
        .object()
        .into_iter()
        .flat_map(|object| &object.fillers);
    let is_present = !clause.group.is_past;
    clause.group.lemma == "have"
        && objects.any(|object| match sentence.lemma(object.head) {
            "appointment" => true,
            "audience" => is_present,
            _ => false,
        })
}

/// "spoke with Veld **by telephone**".
fn is_by_telephone(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let wires = ["by", "on", "over"].map(|preposition| clause.argument(preposition));
    let mut wires = wires.into_iter().flatten().flat_map(|wire| &wire.fillers);
    wires.any(|wire| matches!(sentence.lemma(wire.head), "phone" | "telephone"))
}

/// All who take part, or `None` where one of them is an unresolved pronoun, or two who stand to
/// each other are read as one: then one of them is somebody else.
pub(super) fn participants(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    filled: &Filled,
) -> Option<Vec<Participant>> {
    let mut participants: Vec<Participant> = Vec::with_capacity(filled.len());
    for (role, filler) in filled {
        let party = scene.party(sentence, filler)?;
        let is_there = |other: &&Participant| {
            other.party.name == party.name && other.party.entity == party.entity
        };
        match participants.iter().find(is_there) {
            None => participants.push(Participant { role: *role, party }),
            Some(other) if face_each_other(other.role, *role) => {
                let word = sentence.lower(filler.head);
                let is_himself = word.ends_with("self") || word.ends_with("selves");
                is_himself.then_some(())?;
            }
            Some(_) => {}
        }
    }
    participants.sort_by_key(|participant| participant.party.span);
    Some(participants)
}

/// Whether two roles are never one man's, but for "himself".
pub(super) fn face_each_other(one: ParticipantRole, other: ParticipantRole) -> bool {
    use ParticipantRole::{Actor, Counterpart, Recipient, Target};
    let is_other = |role| matches!(role, Counterpart | Recipient | Target);
    one == Actor && is_other(other) || other == Actor && is_other(one)
}

fn destination(scene: &Scene<'_>, sentence: &Sentence<'_>, filled: &Filled) -> Option<Where> {
    let is_destination = |(role, _): &&(ParticipantRole, Filler)| *role == ParticipantRole::PlaceTo;
    let (_, filler) = filled.iter().find(is_destination)?;
    scene.place(sentence, filler)
}

/// "went to X, and met Y there": a second verb of one subject, or its infinitive, after a
/// journey takes place where the journey led.
fn after_journey(sentence: &Sentence<'_>, clause: &Clause<'_>, earlier: &[Draft]) -> Option<Where> {
    let mut clause = clause;
    while let Some((governor, _)) = clause.governor {
        let journey = earlier
            .iter()
            .find(|draft| draft.clause == Some(governor) && draft.kind == EventType::Travel);
        if let Some(journey) = journey {
            return journey.place.clone();
        }
        clause = &sentence.clauses[governor];
    }
    None
}
