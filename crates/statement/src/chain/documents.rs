//! Documents that the text speaks of: "a cable about the meeting was sent from the Embassy in X".

use super::Occasion;
use crate::attribution::Said;
use crate::draft::Draft;
use crate::scene::Scene;
use crate::{EventType, Medium, ParticipantRole, Party, Telling};
use depeche_text::{Span, fold};
use depeche_time::TimeExpression;

/// A cable or letter that the text says was sent, about a meeting that the text tells of.
#[derive(Debug, Clone)]
pub(crate) struct KnownDocument {
    /// Index of the draft that says so.
    pub(crate) draft: usize,
    sender: Party,
    by: Option<Party>,
    medium: Medium,
    time: Option<TimeExpression>,
    span: Span,
    /// The meeting that it is about, as an index into the drafts.
    pub(crate) about: usize,
    /// Who was at that meeting.
    people: Vec<u32>,
    /// Who of them writes for the sender.
    pub(crate) authors: Vec<u32>,
}

/// The documents that the drafts say were sent about a meeting.
pub(crate) fn known_documents(
    scene: &Scene<'_>,
    (drafts, said): (&[Draft], &[Said]),
    occasions: &[Occasion],
) -> Vec<KnownDocument> {
    let sent = drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| draft.kind == EventType::Send);
    sent.filter_map(|(index, draft)| known(scene, (index, draft), (occasions, said)))
        .collect()
}

fn known(
    scene: &Scene<'_>,
    (index, draft): (usize, &Draft),
    (occasions, said): (&[Occasion], &[Said]),
) -> Option<KnownDocument> {
    let of_role = |role: ParticipantRole| {
        let mut all = draft.participants.iter();
        all.find(|participant| participant.role == role)
            .map(|participant| &participant.party)
    };
    let sender = of_role(ParticipantRole::Actor)?;
    let sent = scene
        .text(of_role(ParticipantRole::Object)?.span?)
        .to_lowercase();
    let medium = medium(&sent)?;
    // "The cable, sent by A, tells of a meeting": the sentence says what it is about.
    let sentence = scene.annotations.sentences.get(draft.sentence);
    let whole = scene.text(*sentence.unwrap_or(&draft.span)).to_lowercase();
    if !["meeting", "talks", "conversation", "discussion"]
        .iter()
        .any(|word| whole.contains(word))
    {
        return None;
    }
    let occasion = meeting_at(scene, sender, (occasions, draft.span.start))
        .or_else(|| meeting_told_later(scene, draft, (sender, occasions, said)))?;
    let mut authors = authors(scene, occasion, sender);
    if authors.is_empty() {
        authors = told_at(occasion, said);
    }
    let by = match authors[..] {
        [author] if sender.entity != Some(author) => Some(scene.party_of(author, None)),
        _ => None,
    };
    Some(KnownDocument {
        draft: index,
        sender: sender.clone(),
        by,
        medium,
        time: draft.time.map(|time| scene.annotations.times[time].clone()),
        span: draft.span,
        about: occasion.draft,
        people: occasion.people.clone(),
        authors,
    })
}

/// By what something that is called so is passed on; `None` of what is no document.
pub(super) fn medium(sent: &str) -> Option<Medium> {
    let has = |words: &[&str]| words.iter().any(|word| sent.contains(word));
    if has(&["cable", "telegram", "dispatch", "despatch", "telex"]) {
        return Some(Medium::Cable);
    }
    if has(&["letter", "note"]) {
        return Some(Medium::Letter);
    }
    has(&["memo", "report"]).then_some(Medium::Memo)
}

/// "The meeting" that a post reports is the last one held where the post is; else the last.
fn meeting_at<'a>(
    scene: &Scene<'_>,
    sender: &Party,
    (occasions, before): (&'a [Occasion], u32),
) -> Option<&'a Occasion> {
    let name = fold(&sender.name);
    let words = sender
        .span
        .map_or(String::new(), |span| fold(scene.text(span)));
    let earlier = || {
        occasions
            .iter()
            .rev()
            .filter(|occasion| occasion.start < before)
    };
    let there = earlier().find(|occasion| {
        let place = occasion.place.as_ref().map(|place| fold(&place.name));
        place.is_some_and(|place| name.contains(&place) || words.contains(&place))
    });
    there.or_else(|| earlier().next())
}

/// A meeting that the text tells of after the cable: held before it was sent, with one who may
/// have written it.
fn meeting_told_later<'a>(
    scene: &Scene<'_>,
    draft: &Draft,
    (sender, occasions, said): (&Party, &'a [Occasion], &[Said]),
) -> Option<&'a Occasion> {
    let sent = scene.annotations.times[draft.time?].latest?;
    let is_it = |occasion: &&Occasion| {
        let held = occasion.time.as_ref().and_then(|time| time.latest);
        let writes =
            || !authors(scene, occasion, sender).is_empty() || !told_at(occasion, said).is_empty();
        held.is_some_and(|held| held <= sent) && writes()
    };
    let last = |occasion: &&Occasion| occasion.time.as_ref().and_then(|time| time.latest);
    occasions.iter().filter(is_it).max_by_key(last)
}

/// The sender itself, or those of the meeting who hold an office of the sender's country.
fn authors(scene: &Scene<'_>, occasion: &Occasion, sender: &Party) -> Vec<u32> {
    if let Some(entity) = sender.entity
        && occasion.people.contains(&entity)
    {
        return vec![entity];
    }
    let countries = scene.countries_in(sender);
    let serves = |person: &&u32| {
        let roles = &scene.entities[**person as usize].roles;
        roles.iter().any(|role| {
            let of = role.of.as_deref().unwrap_or_default();
            is_envoy(&role.title) && countries.iter().any(|country| country == &fold(of))
        })
    };
    occasion.people.iter().filter(serves).copied().collect()
}

/// Who at a meeting was told, and told nobody there: the one who reports it.
fn told_at(occasion: &Occasion, said: &[Said]) -> Vec<u32> {
    let entity = |party: Option<&Party>| party.and_then(|party| party.entity);
    let mut hearers: Vec<u32> = Vec::new();
    let mut speakers: Vec<u32> = Vec::new();
    for said in said.iter().filter(|said| !said.is_stance) {
        let (speaker, hearer) = (entity(said.speaker.as_ref()), entity(said.hearer.as_ref()));
        if let (Some(speaker), Some(hearer)) = (speaker, hearer)
            && [speaker, hearer]
                .iter()
                .all(|side| occasion.people.contains(side))
        {
            speakers.push(speaker);
            hearers.push(hearer);
        }
    }
    hearers.retain(|hearer| !speakers.contains(hearer));
    hearers.dedup();
    hearers
}

fn is_envoy(title: &str) -> bool {
    let title = fold(title);
    [
        "ambassador",
        "charge",
        "minister",
        "consul",
        "counselor",
        "attache",
        "secretary",
        "chief",
    ]
    .iter()
    .any(|word| title.contains(word))
}

impl KnownDocument {
    /// Whether this document passed on what a chain tells: it is about the meeting itself, or
    /// one side of the last telling wrote it, or both sides were at the meeting.
    pub(super) fn tells(&self, chain: &[Telling], draft: &Draft, index: usize) -> bool {
        if index == self.draft || chain.iter().any(|link| link.medium == self.medium) {
            return false;
        }
        if index == self.about {
            return true;
        }
        let entity = |party: &Option<Party>| party.as_ref().and_then(|party| party.entity);
        let Some(last) = chain.last() else {
            // A telling at the meeting, in the text's own voice.
            let people: Vec<u32> = draft
                .participants
                .iter()
                .filter_map(|participant| participant.party.entity)
                .collect();
            return draft.kind == EventType::Tell && self.both_there(&people);
        };
        let sides: Vec<u32> = [entity(&last.speaker), entity(&last.hearer)]
            .into_iter()
            .flatten()
            .collect();
        self.both_there(&sides) || sides.iter().any(|side| self.authors.contains(side))
    }

    fn both_there(&self, sides: &[u32]) -> bool {
        sides.len() > 1 && sides.iter().all(|side| self.people.contains(side))
    }

    pub(super) fn link(&self) -> Telling {
        let sender = self.sender.clone();
        Telling {
            speaker: Some(sender),
            by: self.by.clone(),
            hearer: None,
            medium: self.medium,
            time: self.time.clone(),
            place: None,
            document: None,
            span: Some(self.span),
            rule: "cable-about-meeting".to_owned(),
        }
    }
}
