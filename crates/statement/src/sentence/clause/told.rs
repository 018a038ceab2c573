//! Who is told, and of what: "reminded the heads of the firm **of the damage**".

use super::Argument;
use super::arguments::{argument, prepositional};
use crate::lexicon::Noun;
use crate::sentence::Sentence;
use depeche_annotate::EntityKind;

/// Verbs with which "of" says what somebody is told or rid of: "informed the clerk **of** it".
pub(super) const WITH_OF: &[&str] = &[
    "brief", "accuse", "advise", "apprise", "assure", "convince", "deprive", "inform", "notify",
    "persuade", "reassure", "relieve", "remind", "suspect", "warn",
];

/// "reminded the heads of the firm **of the damage**": what it is about is not part of who is told.
pub(super) fn object_before_of<'a>(
    sentence: &Sentence<'a>,
    (object, verb): (usize, &str),
    arguments: &mut Vec<Argument<'a>>,
) {
    let mut found = argument(sentence, "", object);
    let last = found.fillers.last_mut();
    let topic = last.and_then(|filler| {
        let of = first_of(sentence, filler.head, verb)?;
        let end = sentence.words[..of]
            .iter()
            .map(|word| word.span.end)
            .next_back()?;
        filler.span.end = filler.span.end.min(end);
        Some(of)
    });
    arguments.push(found);
    if let Some(of) = topic {
        prepositional(sentence, of, arguments);
    }
}

/// The first "of" or "about" behind somebody that does not say whose he is: "of Norland", "of the
/// ministry".
fn first_of(sentence: &Sentence<'_>, head: usize, verb: &str) -> Option<usize> {
    let topics: &[&str] = match verb {
        "brief" => &["on", "about", "regarding", "concerning"],
        _ => &["of", "about", "regarding", "concerning"],
    };
    let mut under = vec![head];
    let mut found = Vec::new();
    while let Some(word) = under.pop() {
        for child in sentence.children_as(word, &["prep", "pobj"]) {
            let is_of =
                sentence.tree.dep(child) == "prep" && topics.contains(&sentence.lemma(child));
            if child > word && is_of {
                found.push(child);
            }
            if child > word {
                under.push(child);
            }
        }
    }
    found.sort_unstable();
    found.into_iter().find(|of| !is_owner(sentence, *of))
}

/// Whether what "of" is said of is somebody or a body.
fn is_owner(sentence: &Sentence<'_>, of: usize) -> bool {
    let Some(owner) = sentence.children_as(of, &["pobj"]).next() else {
        return true;
    };
    match sentence.mention(owner) {
        Some(mention) => !matches!(mention.kind, EntityKind::Document | EntityKind::Event),
        None => {
            let noun = sentence.noun(owner).and_then(|noun| noun.noun);
            noun.is_some_and(|noun| noun.class == Noun::Body)
        }
    }
}
