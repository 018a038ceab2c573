//! Where and when, from the words of a clause.

use crate::Where;
use crate::attribution;
use crate::clauses::{Link, Sentence};
use crate::frames::Filled;
use crate::lexicon::Noun;
use crate::pieces::Kind;
use crate::scene::Scene;
use depeche_annotate::EntityKind;
use depeche_time::TimeType;
use std::ops::Range;

/// Where and when.
#[derive(Debug, Default)]
pub(super) struct Setting {
    pub(super) place: Option<Where>,
    pub(super) time: Option<usize>,
}

/// The setting of a clause: in its own lead or among its arguments; a second verb of one
/// subject takes the lead of the first.
pub(super) fn of_clause(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    filled: &Filled,
) -> Setting {
    let clause = &sentence.clauses[at];
    let taken = sentence.clauses[..at]
        .iter()
        .filter(|other| !other.group.is_gerund)
        .map(|other| other.pieces.end)
        .max()
        .unwrap_or(0);
    let start = clause.pieces.start.max(taken.min(clause.verb));
    let end = attribution::topic_piece(clause).unwrap_or(clause.pieces.end);
    let own = of_pieces(scene, sentence, start..end, filled);
    let Some((governor, Link::Coordinated | Link::Infinitive | Link::NounInfinitive(_))) =
        clause.governor
    else {
        return own;
    };
    let lead = &sentence.clauses[governor];
    let shared = of_pieces(scene, sentence, lead.pieces.start..lead.verb, filled);
    Setting {
        place: own.place.or(shared.place),
        time: own.time.or(shared.time),
    }
}

/// The first date and the first place in a row of pieces.
pub(super) fn of_pieces(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    pieces: Range<usize>,
    filled: &Filled,
) -> Setting {
    let time = pieces
        .clone()
        .find_map(|piece| match sentence.pieces[piece].kind {
            Kind::Time(time) => {
                let kind = scene.annotations.times[time].kind;
                matches!(kind, TimeType::Date | TimeType::Time).then_some(time)
            }
            _ => None,
        });
    let taken = |piece: usize| filled.iter().any(|(_, filler)| filler.piece == piece);
    let place = pieces.clone().find_map(|piece| {
        let word = sentence.pieces[piece].preposition()?;
        let is_inside = piece + 1 < pieces.end && !taken(piece + 1);
        if !matches!(word, "in" | "at" | "near") || !is_inside || !locates(scene, sentence, piece) {
            return None;
        }
        let (arguments, _) = sentence.arguments(piece + 1);
        scene.place(sentence, arguments.first()?.fillers.first()?)
    });
    Setting { place, time }
}

/// Whether a preposition of place hangs on the verb or a name, not on a common noun ("the
/// situation **in** X").
fn locates(scene: &Scene<'_>, sentence: &Sentence<'_>, preposition: usize) -> bool {
    let Some(before) = preposition.checked_sub(1) else {
        return true;
    };
    match &sentence.pieces[before].kind {
        Kind::Noun(noun) => match noun.mention {
            Some(mention) => scene.annotations.mentions[mention].kind != EntityKind::Document,
            None => {
                // "a meeting in X", "took place in X".
                noun.is_pronoun
                    || noun
                        .noun
                        .is_some_and(|noun| noun.class == Noun::Meeting || noun.lemma == "place")
            }
        },
        _ => true,
    }
}
