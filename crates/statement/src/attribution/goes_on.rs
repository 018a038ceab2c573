//! What goes on being told without a word of telling: "Veld said that she was late. **The train had
//! stopped in Lund.**"
//!
//! Records of conversations and minutes are written so: whoever spoke last goes on in reported
//! speech. It is read in one paragraph, where the tense or the subject says that a sentence is no deed
//! of those who talk; in a telegram only behind "he had" and "he would". Where in doubt a sentence is
//! left to whoever wrote the record.

use super::{Reader, Said, cues};
use crate::lexicon::{Noun, noun};
use crate::scene::Scene;
use crate::sentence::Clause;
use depeche_annotate::EntityKind;
use depeche_document::{BlockKind, Document, Kind};

/// The rule of what goes on.
pub(crate) const RULE: &str = "goes-on";

/// How a sentence stands to what the one before it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goes {
    /// "He had come": it goes on with it also where somebody writes home of a talk.
    Nearly,
    /// "The train had come": it goes on with it in a record; it may besides tell what somebody else
    /// had said.
    Shifted,
    /// It goes on with it in a record where it tells nothing else.
    On,
    /// It stands between, and is not told.
    Beside,
    /// It ends it.
    Off,
}

/// Nouns for what goes on in the room.
const TALKS: &[&str] = &[
    "conversation",
    "discussion",
    "exchange",
    "interview",
    "lunch",
    "luncheon",
    "meeting",
    "pause",
    "session",
    "silence",
    "talk",
];

/// Gives sentences without a telling of their own to whoever told before them.
pub(super) fn read(scene: &Scene<'_>, said: &mut Vec<Said>, goes: &[(usize, Goes)]) {
    let is_record = is_record(scene.document);
    if !is_record && scene.document.kind != Kind::Cable {
        return;
    }
    let mut more: Vec<Said> = Vec::new();
    let mut block = None;
    let mut teller: Option<usize> = None;
    for (sentence, goes) in goes {
        let goes = match goes {
            Goes::Nearly => Goes::Shifted,
            Goes::Shifted | Goes::On | Goes::Beside if !is_record => Goes::Off,
            goes => *goes,
        };
        let span = scene.annotations.sentences[*sentence];
        let blocks = &scene.document.blocks;
        let at = blocks.partition_point(|block| block.span.end < span.end);
        if block != Some(at) || blocks[at].kind != BlockKind::Paragraph {
            teller = None;
        }
        block = Some(at);
        let own = last_teller(said, *sentence).filter(|own| is_somebody(scene, &said[*own]));
        match (goes, teller) {
            // "He noted that A came; this year there were none": a new telling opens it.
            (Goes::Shifted | Goes::On, _) if own.is_some_and(|own| opens(scene, &said[own])) => {
                teller = own;
            }
            (Goes::Shifted | Goes::On, Some(before)) if !is_told(said, span.start, *sentence) => {
                let going = Said {
                    content: vec![span],
                    clause: None,
                    sentence: *sentence,
                    rule: RULE,
                    ..said[before].clone()
                };
                more.push(going);
            }
            (Goes::Shifted | Goes::On | Goes::Beside, Some(_)) => {}
            // "The envoy had told him": told by somebody who is not said.
            (Goes::Shifted, None) => {}
            _ => teller = own,
        }
    }
    said.extend(more);
}

/// Whether a person tells: what a state or body told is itself told by somebody there.
fn is_somebody(scene: &Scene<'_>, said: &Said) -> bool {
    // "He said", of somebody who is not made out; not "it was said".
    let Some(speaker) = &said.speaker else {
        return said.source.is_some();
    };
    match speaker.entity {
        Some(entity) => scene.entities[entity as usize].kind == EntityKind::Person,
        None => {
            let last = speaker.name.rsplit(' ').next().unwrap_or_default();
            noun(&last.to_lowercase()).is_some_and(|noun| noun.class == Noun::Person)
        }
    }
}

/// Whether a telling stands at the start of its sentence, and is none that is itself reported: not
/// "Veld had said".
fn opens(scene: &Scene<'_>, said: &Said) -> bool {
    const NEAR: u32 = 12;
    let sentence = scene.annotations.sentences[said.sentence];
    let cue = scene.text(said.cue);
    let mut words = cue.split_whitespace();
    let is_reported = words.any(|word| matches!(word, "had" | "would" | "could" | "should"));
    said.span.start < sentence.start + NEAR && !is_reported
}

/// Whether a document records what was said when people met.
fn is_record(document: &Document) -> bool {
    let title = document.title.as_deref().unwrap_or_default().to_lowercase();
    let talks = [
        "conversation",
        "minutes",
        "discussion",
        "meeting",
        "conference",
    ];
    let is_of_talk = talks.iter().any(|talk| title.contains(talk));
    document.kind == Kind::Memo && (is_of_talk || document.fields_named("participant").count() > 1)
}

/// Whether something before a sentence tells it already: a quotation or a turn.
fn is_told(said: &[Said], start: u32, sentence: usize) -> bool {
    let before = said.iter().filter(|said| said.sentence <= sentence);
    let mut content = before
        .filter(|said| !said.is_stance)
        .flat_map(|said| &said.content);
    content.any(|content| content.start <= start && start < content.end)
}

/// The telling of a sentence that what follows may go on with: the last that stands in no other.
fn last_teller(said: &[Said], sentence: usize) -> Option<usize> {
    let from = said.partition_point(|said| said.sentence < sentence);
    let of = said[from..]
        .iter()
        .take_while(|said| said.sentence == sentence);
    let own: Vec<&Said> = of.filter(|said| !said.is_stance).collect();
    let is_outer = |said: &Said| !own.iter().any(|other| other.tells(said.cue));
    let last = own.iter().copied().rfind(|said| is_outer(said))?;
    let is_plain = !last.is_negated && !last.is_unreal && last.colour.is_none();
    let is_verb = last.clause.is_some() && matches!(last.rule, "reporting-verb" | "closing-verb");
    let position = said[from..]
        .iter()
        .position(|said| std::ptr::eq(said, last));
    position
        .map(|position| from + position)
        .filter(|_| is_plain && is_verb)
}

impl Reader<'_, '_> {
    /// How the sentence stands to what is told before it.
    pub(super) fn goes(&self) -> Goes {
        let sentence = self.sentence;
        let mut clauses = sentence.clauses.iter();
        let main = clauses.find(|clause| sentence.tree.head(clause.verb) == clause.verb);
        let text = sentence.slice(sentence.span).trim_start();
        let Some(main) = main.filter(|_| !text.starts_with(['(', '[', '“', '"'])) else {
            return Goes::Off;
        };
        let mut own = sentence.children_as(main.verb, &["nsubj", "nsubjpass", "expl"]);
        let Some(subject) = own.next().filter(|subject| *subject < main.verb) else {
            return Goes::Off;
        };
        let lower = sentence.lower(subject);
        let is_reported = self.is_shifted(main) || self.is_present(main);
        match lower.as_str() {
            "i" | "you" => Goes::Off,
            "we" => Goes::Beside,
            "he" | "she" | "they" if self.is_shifted(main) => Goes::Nearly,
            "he" | "she" | "they" if cues::is_reporting(main.group.lemma) => Goes::Off,
            "he" | "she" | "they" if cues::is_stance(main.group.lemma) => Goes::Beside,
            "he" | "she" | "they" if is_reported => Goes::On,
            "he" | "she" | "they" => Goes::Beside,
            _ if self.is_shifted(main) => Goes::Shifted,
            _ if cues::is_listed(main.group.lemma) || self.is_of_talk(subject, main) => Goes::Off,
            _ if is_reported => Goes::On,
            _ if self.is_somebody(subject) => Goes::Off,
            _ => Goes::On,
        }
    }

    /// "had come", "would come": as reported speech shifts its tenses.
    fn is_shifted(&self, clause: &Clause<'_>) -> bool {
        let sentence = self.sentence;
        let mut auxiliaries = sentence.children_as(clause.verb, &["aux"]);
        let is_main = sentence.tag(clause.verb) == "VBN" || sentence.tag(clause.verb) == "VB";
        is_main
            && auxiliaries.any(|word| {
                let lower = sentence.lower(word);
                matches!(
                    lower.as_str(),
                    "had" | "would" | "could" | "should" | "might"
                )
            })
    }

    fn is_present(&self, clause: &Clause<'_>) -> bool {
        let sentence = self.sentence;
        let is_present = |word: usize| matches!(sentence.tag(word), "VBZ" | "VBP" | "MD");
        let mut auxiliaries = sentence.children_as(clause.verb, &["aux", "auxpass"]);
        is_present(clause.verb) || auxiliaries.any(is_present)
    }

    /// "The discussion turned to fish", "There was a pause".
    fn is_of_talk(&self, subject: usize, clause: &Clause<'_>) -> bool {
        let sentence = self.sentence;
        let objects = sentence.children_as(clause.verb, &["attr", "nsubj", "dobj"]);
        let mut heads = objects.chain([subject]);
        heads.any(|head| TALKS.contains(&sentence.lemma(head)))
    }

    /// A person by name or title: what he did may be done in the room.
    fn is_somebody(&self, subject: usize) -> bool {
        let kind = self.sentence.mention(subject).map(|mention| mention.kind);
        let noun = self.sentence.noun(subject);
        let class = noun.and_then(|noun| noun.noun).map(|noun| noun.class);
        kind == Some(EntityKind::Person) || kind.is_none() && class == Some(Noun::Person)
    }
}
