//! Speaker turns of transcripts and memoranda of conversation: "The President: …".

use super::Said;
use crate::lexicon::{Noun, noun};
use crate::scene::Scene;
use crate::{Medium, Party};
use depeche_annotate::{EntityKind, MentionForm};
use depeche_document::{Block, BlockKind};
use depeche_text::Span;

/// A speaker's name and title have no more bytes.
const LONGEST: usize = 60;

/// So many turns make a transcript.
const FEWEST: usize = 2;

/// The turns of a document that has more than one.
pub(super) fn read(scene: &Scene<'_>) -> Vec<Said> {
    let blocks = scene.document.blocks.iter();
    let read = blocks.filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote));
    let turns: Vec<Said> = read.filter_map(|block| turn(scene, block)).collect();
    let turns: Vec<Said> = turns
        .iter()
        .filter(|turn| is_speaker(turn, &turns))
        .cloned()
        .collect();
    match turns.len() >= FEWEST {
        true => turns,
        false => Vec::new(),
    }
}

/// Whether a label is somebody's: of who is known or has a title, or one that comes back.
fn is_speaker(turn: &Said, turns: &[Said]) -> bool {
    let party = turn.speaker.as_ref();
    let Some(party) = party.filter(|party| party.entity.is_none()) else {
        return true;
    };
    let last = party.name.rsplit(' ').next().unwrap_or_default();
    let class = noun(&last.to_lowercase()).map(|noun| noun.class);
    let names = turns.iter().filter_map(|turn| turn.speaker.as_ref());
    let count = names.filter(|other| other.name == party.name).count();
    matches!(class, Some(Noun::Person | Noun::Body)) || count > 1
}

fn turn(scene: &Scene<'_>, block: &Block) -> Option<Said> {
    let text = scene.text(block.span);
    let colon = text.find(':').filter(|colon| *colon <= LONGEST)?;
    let (name, rest) = text.split_at(colon);
    let is_name = name.split_whitespace().count() <= 6
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.split_whitespace().all(|word| {
            word.starts_with(|letter: char| letter.is_uppercase() || letter == '(')
                || matches!(word, "of" | "the" | "de" | "von" | "van")
        })
        && !name.contains(['.', '"', '\u{201c}'])
            | name.contains("Mr.")
            | name.contains("Mrs.")
            | name.contains("Dr.")
            | name.contains("Sen.")
            | name.contains("Gen.")
            | name.contains("Amb.");
    if !is_name || rest[1..].trim().is_empty() {
        return None;
    }
    let source = Span::new(0, colon).shifted(block.span.start as usize);
    let cue = Span::new(colon, colon + 1).shifted(block.span.start as usize);
    let content = Span {
        start: cue.end,
        end: block.span.end,
    };
    let sentences = &scene.annotations.sentences;
    let sentence = sentences.partition_point(|sentence| sentence.end <= source.start);
    let speaker = party(scene, source);
    if speaker.entity.is_none() && !can_label(scene, source) {
        return None;
    }
    Some(Said {
        speaker: Some(speaker),
        hearer: None,
        medium: Medium::Conversation,
        source: Some(source),
        cue,
        span: source.cover(cue),
        content: vec![content.trimmed(&scene.document.text)],
        sentence,
        clause: None,
        rule: "speaker-turn",
        time: None,
        colour: None,
        is_negated: false,
        is_unreal: false,
        is_stance: false,
    })
}

/// Whether words that name nobody known can be a speaker's: a title ("The President") or a name
/// that no annotator knows, but not "Note", "Source", "For Lund" or "Dear Anna".
fn can_label(scene: &Scene<'_>, source: Span) -> bool {
    const NO_NAMES: &[&str] = &[
        "dear",
        "for",
        "re",
        "to",
        "from",
        "on",
        "in",
        "at",
        "by",
        "of",
        "first",
        "second",
        "third",
        "attachment",
        "enclosure",
        "source",
        "tab",
        "text",
        "subject",
        "fyi",
        "ref",
        "ps",
    ];
    let words = scene.annotations.words_in(source);
    let words = &scene.annotations.words[words];
    let lower: Vec<String> = words
        .iter()
        .map(|word| scene.text(word.span).to_lowercase())
        .filter(|word| word.contains(char::is_alphabetic))
        .collect();
    let (Some(first), Some(last)) = (lower.first(), lower.last()) else {
        return false;
    };
    if NO_NAMES.contains(&first.as_str()) {
        return false;
    }
    let class = noun(last).map(|noun| noun.class);
    let is_name = words
        .iter()
        .all(|word| word.pos != "NOUN" && word.pos != "VERB");
    matches!(class, Some(Noun::Person | Noun::Body)) || class.is_none() && is_name
}

/// The person whose name or title the words are; else the words.
fn party(scene: &Scene<'_>, source: Span) -> Party {
    let mentions = crate::sentence::inside(&scene.annotations.mentions, source, |m| m.span);
    let mut people = mentions.filter(|(_, mention)| {
        mention.kind == EntityKind::Person && mention.form != MentionForm::Pronoun
    });
    let entity = people
        .next()
        .and_then(|(_, mention)| scene.entity_at(mention.span));
    match entity {
        Some(entity) => scene.party_of(entity, Some(source)),
        None => {
            let words: Vec<&str> = scene.text(source).split_whitespace().collect();
            scene.party_named(&words.join(" "), Some(source))
        }
    }
}
