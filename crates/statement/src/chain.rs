//! Chains: the tellings around a statement, from the origin outward to the document itself.

mod documents;

use crate::attribution::{self, Said};
use crate::draft::Draft;
use crate::earlier_mail;
use crate::lexicon;
use crate::scene::Scene;
use crate::{EventType, Medium, Modality, ParticipantRole, Party, Telling, Where};
use depeche_document::{BlockKind, Field, Kind};
use depeche_text::Span;
use depeche_time::TimeExpression;

pub(crate) use documents::{KnownDocument, known_documents};

/// What is told in one sentence goes on over no more sentences.
const GOES_ON: usize = 100;

/// What the document as a whole says of its tellings.
pub(crate) struct Chains<'a> {
    pub(crate) scene: &'a Scene<'a>,
    pub(crate) drafts: &'a [Draft],
    pub(crate) said: &'a [Said],
    pub(crate) occasions: &'a [Occasion],
    pub(crate) known: &'a [KnownDocument],
    /// As [`crate::scene::notes`] gives them.
    pub(crate) notes: &'a [Span],
}

/// A dated meeting of two, at which what one told the other was told.
#[derive(Debug, Clone)]
pub(crate) struct Occasion {
    /// Index into the drafts.
    pub(crate) draft: usize,
    pub(crate) people: Vec<u32>,
    pub(crate) start: u32,
    pub(crate) time: Option<TimeExpression>,
    pub(crate) place: Option<Where>,
}

/// The dated meetings of the text between named people.
pub(crate) fn occasions(scene: &Scene<'_>, drafts: &[Draft]) -> Vec<Occasion> {
    let meets = drafts.iter().enumerate().filter(|(_, draft)| {
        draft.kind == EventType::Meet && draft.mood.modality == Modality::Asserted
    });
    meets
        .map(|(index, draft)| Occasion {
            draft: index,
            people: draft
                .participants
                .iter()
                .filter_map(|participant| participant.party.entity)
                .collect(),
            start: draft.span.start,
            time: draft.time.map(|time| scene.annotations.times[time].clone()),
            place: draft.place.clone(),
        })
        .filter(|occasion| occasion.people.len() > 1 && occasion.time.is_some())
        .collect()
}

impl Chains<'_> {
    /// The latest meeting of the two told of before an offset.
    pub(crate) fn occasion(&self, sides: &[Option<&Party>], before: u32) -> Option<&Occasion> {
        let people: Vec<u32> = sides.iter().filter_map(|party| (*party)?.entity).collect();
        if people.len() < 2 || people[0] == people[1] {
            return None;
        }
        self.occasions
            .iter()
            .rev()
            .filter(|occasion| occasion.start < before)
            .find(|occasion| people.iter().all(|person| occasion.people.contains(person)))
    }

    /// The tellings whose content a draft is, innermost first.
    pub(crate) fn around(&self, draft: &Draft) -> Vec<&Said> {
        let earliest = draft.sentence.saturating_sub(GOES_ON);
        let first = self.said.partition_point(|said| said.sentence < earliest);
        let mut around: Vec<&Said> = self.said[first..]
            .iter()
            .take_while(|said| said.sentence <= draft.sentence)
            .filter(|said| !said.is_stance && said.tells(draft.trigger))
            .filter(|said| !is_of_mark(said) && !is_by_teller(said, draft))
            .collect();
        around.sort_by_key(|said| (said.reach(), std::cmp::Reverse(said.span)));
        if around.is_empty() {
            around.extend(self.source_of_paragraph(draft));
        }
        around
    }

    /// A body named at the end of a paragraph's last sentence is the source of the paragraph,
    /// where no other is named in it.
    fn source_of_paragraph(&self, draft: &Draft) -> Option<&Said> {
        let block = self
            .scene
            .document
            .blocks
            .iter()
            .find(|block| block.span.contains(draft.trigger))?;
        if block.kind != BlockKind::Paragraph {
            return None;
        }
        let mut inside = self
            .said
            .iter()
            .filter(|said| !said.is_stance && block.span.contains(said.span));
        let only = inside.next()?;
        let last_sentence = self.scene.annotations.sentences[only.sentence];
        let rest = Span {
            start: last_sentence.end,
            end: block.span.end,
        };
        let closes = self.scene.text(rest).trim().is_empty();
        let is_source = only.rule == "closing-verb" && only.medium == Medium::Press;
        (closes && is_source && inside.next().is_none() && draft.span.end <= only.span.start)
            .then_some(only)
    }

    /// Whether words stand in a note of editors.
    fn is_editors(&self, span: Span) -> bool {
        let after = self.notes.partition_point(|note| note.start <= span.start);
        after > 0 && self.notes[after - 1].contains(span)
    }

    /// The chain of a draft: its tellings, the documents that the text names, this document.
    pub(crate) fn chain(&self, draft: &Draft, index: usize) -> Vec<Telling> {
        let around = self.around(draft);
        let links = around.iter().map(|said| self.link(said, draft));
        let mut chain = said_once(links.collect());
        self.add_known_documents(&mut chain, (draft, index));
        let own = match self.is_editors(draft.span) {
            true => editors(self.scene),
            false => this_document(self.scene),
        };
        // "The Lund Post reported" in its own text is no second telling.
        if let (Some(last), Some(name)) = (chain.last(), &own.speaker)
            && last
                .speaker
                .as_ref()
                .is_some_and(|speaker| speaker.name == name.name)
            && last.hearer.is_none()
        {
            chain.pop();
        }
        chain.extend(earlier_mail::telling(self.scene, draft.trigger, &own));
        chain.push(own);
        chain
    }

    fn link(&self, said: &Said, draft: &Draft) -> Telling {
        let sides = [said.speaker.as_ref(), said.hearer.as_ref()];
        let occasion = self.occasion(&sides, said.span.start);
        let own = said
            .time
            .map(|time| self.scene.annotations.times[time].clone())
            .filter(|time| said.medium != Medium::Cable || self.is_of_then(time));
        let rule = if said.sentence == draft.sentence {
            said.rule
        } else {
            "paragraph-source"
        };
        let telling = Telling {
            speaker: said.speaker.clone(),
            by: None,
            hearer: said.hearer.clone(),
            medium: said.medium,
            time: own.or_else(|| occasion.and_then(|occasion| occasion.time.clone())),
            place: occasion.and_then(|occasion| occasion.place.clone()),
            document: None,
            span: Some(said.span),
            rule: rule.to_owned(),
        };
        self.sent_document(said, telling)
    }

    /// Whether a telegram's day lies in the document's time: its number may be taken for a year.
    fn is_of_then(&self, time: &TimeExpression) -> bool {
        const YEARS: i64 = 20;
        let dated = self.scene.document.date.as_ref();
        match (dated.and_then(|dated| dated.latest), time.latest) {
            (Some(dated), Some(told)) => dated.days_since(told).abs() < YEARS * 365,
            _ => true,
        }
    }

    /// "The cable … tells": who told is who sent it, where the text says who, by what and when.
    fn sent_document(&self, said: &Said, telling: Telling) -> Telling {
        let words = said.speaker.as_ref().filter(|party| party.entity.is_none());
        let words = words.map(|party| party.name.to_lowercase());
        let medium = words.as_deref().and_then(documents::medium);
        let (Some(words), Some(medium)) = (words, medium) else {
            return telling;
        };
        let of_role = |draft: &'_ Draft, role: ParticipantRole| {
            let mut all = draft.participants.iter();
            let found = all.find(|participant| participant.role == role);
            found.map(|participant| participant.party.clone())
        };
        let is_it = |draft: &&Draft| {
            let object = of_role(draft, ParticipantRole::Object);
            let object = object.map(|object| object.name.to_lowercase());
            let noun = words.rsplit(' ').next().unwrap_or_default();
            draft.kind == EventType::Send
                && draft.trigger.start < said.span.end.max(said.cue.end)
                && object.is_some_and(|object| {
                    object.contains(noun) && documents::medium(&object) == Some(medium)
                })
        };
        let sent = self.drafts.iter().rev().find(is_it);
        let Some((draft, sender)) =
            sent.and_then(|draft| Some((draft, of_role(draft, ParticipantRole::Actor)?)))
        else {
            return telling;
        };
        let time = draft
            .time
            .map(|time| self.scene.annotations.times[time].clone());
        Telling {
            speaker: Some(sender),
            hearer: telling
                .hearer
                .or_else(|| of_role(draft, ParticipantRole::Recipient)),
            medium,
            time: time.or(telling.time),
            rule: "sent-document".to_owned(),
            ..telling
        }
    }

    /// Adds the cable that passed on what its author was told, and who published it.
    fn add_known_documents(&self, chain: &mut Vec<Telling>, (draft, index): (&Draft, usize)) {
        let Some(known) = self
            .known
            .iter()
            .find(|known| known.tells(chain, draft, index))
        else {
            return;
        };
        let last = chain.last_mut().filter(|last| {
            let speaker = last.speaker.as_ref().and_then(|party| party.entity);
            speaker.is_some()
                && known.authors.contains(&speaker.unwrap_or_default())
                && last.hearer.is_none()
        });
        match last {
            // "According to" the cable's author is what the cable says.
            Some(last) => {
                let link = known.link();
                let span = last.span;
                *last = Telling {
                    by: last.speaker.take(),
                    span,
                    rule: "author-of-cable".to_owned(),
                    ..link
                };
            }
            None => chain.push(known.link()),
        }
        let publication = self.said.iter().find(|said| {
            let publisher = said.speaker.as_ref().and_then(|party| party.entity);
            said.medium == Medium::Publication && publisher.is_some()
        });
        if let Some(said) = publication
            && !chain.iter().any(|link| link.span == Some(said.span))
        {
            let link = self.link(said, draft);
            // "The cable tells": it is no publisher of itself.
            if link.rule != "sent-document" {
                chain.push(Telling {
                    rule: "publisher-of-cables".to_owned(),
                    ..link
                });
            }
        }
    }
}

/// Without "I wrote" in what somebody wrote, where that tells nobody else: it is one telling.
fn said_once(mut chain: Vec<Telling>) -> Vec<Telling> {
    let speaker = |telling: &Telling| telling.speaker.as_ref().and_then(|party| party.entity);
    let mut at = 0;
    while at + 1 < chain.len() {
        let is_same =
            speaker(&chain[at]).is_some() && speaker(&chain[at]) == speaker(&chain[at + 1]);
        match is_same && chain[at].hearer.is_none() {
            true => drop(chain.remove(at)),
            false => at += 1,
        }
    }
    chain
}

/// "**Veld** expressed agreement and said that": whose telling it is does not tell that he tells.
fn is_by_teller(said: &Said, draft: &Draft) -> bool {
    let speaker = said.speaker.as_ref();
    let span = speaker.and_then(|party| party.span);
    let entity = speaker.and_then(|party| party.entity);
    let mut actors = draft.participants.iter().filter(|participant| {
        participant.role == ParticipantRole::Actor && participant.party.span.is_some()
    });
    // "Veld said A. B, **although she said** C": she does not tell that she says it.
    let goes_on = said.rule == attribution::GOES_ON && entity.is_some();
    draft.kind == EventType::Tell
        && actors.any(|actor| actor.party.span == span || goes_on && actor.party.entity == entity)
}

/// Whether a notation or copy is read as who tells: from it the document's author knows.
fn is_of_mark(said: &Said) -> bool {
    let words = said.speaker.as_ref().filter(|party| party.entity.is_none());
    words.is_some_and(|party| {
        let name = party.name.to_lowercase();
        let head = [" on ", " of ", " in ", " by "]
            .iter()
            .filter_map(|preposition| name.find(preposition))
            .min()
            .unwrap_or(name.len());
        let noun = name[..head].rsplit(' ').next().unwrap_or_default();
        lexicon::is_mark(noun.strip_suffix('s').unwrap_or(noun))
    })
}

/// The last link of what editors add to a document: whoever published it, at a time that it does
/// not say.
fn editors(scene: &Scene<'_>) -> Telling {
    let document = scene.document;
    let publisher = document
        .field("publisher")
        .filter(|field| !field.value.trim().is_empty());
    let speaker = match publisher {
        Some(field) => scene.party_named(field.value.trim(), field.span),
        None => Party {
            entity: None,
            name: "the editors".to_owned(),
            span: None,
        },
    };
    Telling {
        speaker: Some(speaker),
        by: None,
        hearer: None,
        medium: Medium::Publication,
        time: None,
        place: None,
        document: Some(document.id),
        span: None,
        rule: "editors-note".to_owned(),
    }
}

/// The last link of every chain but those of editors.
pub(crate) fn this_document(scene: &Scene<'_>) -> Telling {
    let document = scene.document;
    let party = |names: &[&str]| {
        let field: &Field = names.iter().find_map(|name| document.field(name))?;
        let value = field.value.trim();
        (!value.is_empty()).then(|| scene.party_named(value, field.span))
    };
    let (speaker, by, medium) = match document.kind {
        Kind::Cable => (
            party(&["from"]),
            party(&["signer", "drafter"]),
            Medium::Cable,
        ),
        Kind::News => (
            party(&["publisher", "site"]),
            party(&["author"]),
            Medium::Press,
        ),
        Kind::Memo => (
            party(&["from", "author"]),
            party(&["drafter", "signer"]),
            Medium::Memo,
        ),
        Kind::Letter => (party(&["from", "author", "signer"]), None, Medium::Letter),
        Kind::Mail => (party(&["from"]), None, Medium::Mail),
        Kind::Page => (
            party(&["publisher", "site"]),
            party(&["author"]),
            Medium::Publication,
        ),
        Kind::Text => (
            party(&["from", "author", "publisher"]),
            None,
            Medium::Document,
        ),
    };
    Telling {
        by: by.filter(|by| {
            speaker
                .as_ref()
                .is_none_or(|speaker| speaker.name != by.name)
        }),
        speaker,
        hearer: party(&["to"]),
        medium,
        time: document.date.clone(),
        place: None,
        document: Some(document.id),
        span: None,
        rule: "document".to_owned(),
    }
}
