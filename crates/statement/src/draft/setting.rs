//! Where and when, from what hangs on a verb or noun.

use crate::Where;
use crate::attribution;
use crate::frames::Filled;
use crate::lexicon::Noun;
use crate::patterns;
use crate::scene::Scene;
use crate::sentence::{Link, Sentence};
use depeche_annotate::EntityKind;
use depeche_time::TimeType;

/// Where and when.
#[derive(Debug, Default)]
pub(super) struct Setting {
    pub(super) place: Option<Where>,
    pub(super) time: Option<usize>,
}

/// The setting of a clause: what hangs on its verb; a second verb of one subject and an
/// infinitive take what stands before the first.
pub(super) fn of_clause(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    at: usize,
    filled: &Filled,
) -> Setting {
    let clause = &sentence.clauses[at];
    let topic = attribution::topic(sentence, clause);
    let below = |word: usize| topic.is_none_or(|topic| !sentence.is_below(word, topic));
    // "held **talks** in X": what belongs to them belongs to the verb.
    let objects = clause
        .object()
        .into_iter()
        .flat_map(|object| &object.fillers);
    let heads = objects.map(|filler| filler.head);
    let mut owners: Vec<usize> = heads.filter(|head| is_event(sentence, *head)).collect();
    owners.push(clause.verb);
    let own = of_node(scene, sentence, (&owners, filled), &below);
    let Some((governor, Link::Coordinated | Link::Infinitive | Link::NounInfinitive(_))) =
        clause.governor
    else {
        return own;
    };
    let lead = sentence.clauses[governor].verb;
    let before = |word: usize| word < lead;
    let shared = of_node(scene, sentence, (&[lead], filled), &before);
    Setting {
        place: own.place.or(shared.place),
        time: own.time.or(shared.time),
    }
}

/// The setting of an event that a noun names.
pub(super) fn of_noun(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    noun: usize,
    filled: &Filled,
) -> Setting {
    of_node(scene, sentence, (&[noun], filled), &|_| true)
}

/// The first date and the first place that belong to a verb or noun.
fn of_node(
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    (owners, filled): (&[usize], &Filled),
    counts: &dyn Fn(usize) -> bool,
) -> Setting {
    let words = (0..sentence.words.len()).filter(|word| counts(*word));
    let mut setting = Setting::default();
    for word in words {
        if setting.time.is_none()
            && let Some(time) = sentence.tree.time(word)
        {
            let kind = scene.annotations.times[time].kind;
            let is_when =
                matches!(kind, TimeType::Date | TimeType::Time) && !is_bound(sentence, word);
            let owner = owner_of_time(sentence, word).filter(|owner| owners.contains(owner));
            if is_when && owner.is_some() {
                setting.time = Some(time);
            }
        }
        let is_taken = filled.iter().any(|(_, filler)| filler.head == word);
        if setting.place.is_none() && !is_taken && is_place(sentence, word) {
            let owner = owner_of_place(sentence, word);
            let is_its = owner.is_some_and(|owner| owners.contains(&owner));
            setting.place = scene
                .place(sentence, &sentence.filler(word))
                .filter(|_| is_its);
        }
    }
    setting
}

/// "**since** May", "**after** the 3rd": it was not then, but before or behind it.
fn is_bound(sentence: &Sentence<'_>, word: usize) -> bool {
    let above = sentence.tree.head(word);
    let is_inside = sentence
        .node_span(word)
        .contains(sentence.words[above].span);
    // "**prior to** May".
    let is_prior = above > 0
        && sentence.lemma(above) == "to"
        && matches!(
            sentence.lower(above - 1).as_str(),
            "prior" | "previous" | "subsequent"
        );
    sentence.tree.dep(word) == "pobj"
        && !is_inside
        && (is_prior
            || matches!(
                sentence.lemma(above),
                "after" | "before" | "since" | "until"
            ))
}

/// "in the **city** of X" is in X.
const CITY: &[&str] = &[
    "capital", "city", "district", "port", "province", "region", "town", "village",
];

fn is_place(sentence: &Sentence<'_>, word: usize) -> bool {
    let mention = sentence.mention(word);
    mention.is_some_and(|mention| mention.kind == EntityKind::Place)
        || mention.is_none() && CITY.contains(&sentence.lemma(word))
}

/// The verb, or the noun that names an event, that a time belongs to.
fn owner_of_time(sentence: &Sentence<'_>, word: usize) -> Option<usize> {
    let mut below = word;
    for above in sentence.tree.above(word) {
        if is_event(sentence, above) {
            return Some(above);
        }
        // "the agreement **of** 1998", "the 1998 agreement": no date of the verb.
        let is_of = sentence.lemma(above) == "of" && sentence.tree.dep(above) == "prep";
        let is_adjective = matches!(
            sentence.tree.dep(below),
            "compound" | "nmod" | "amod" | "poss" | "nummod"
        ) && sentence.tree.time(above).is_none();
        if is_of || is_adjective || sentence.tree.dep(below) == "relcl" {
            return None;
        }
        below = above;
    }
    None
}

/// Whether a word is a verb of a clause, or a noun that frames know as an event.
fn is_event(sentence: &Sentence<'_>, word: usize) -> bool {
    if sentence.clause_at(word).is_some() {
        return true;
    }
    let noun = sentence.noun(word).and_then(|noun| noun.noun);
    noun.is_some_and(|noun| patterns::of_noun(noun.lemma).next().is_some())
}

/// The verb or event that a place belongs to: through "in", "at" or "near", and names between
/// ("at the Forum in X"), but not through a thing ("the situation in X").
fn owner_of_place(sentence: &Sentence<'_>, word: usize) -> Option<usize> {
    let mut located = false;
    let mut below = word;
    for above in sentence.tree.above(word) {
        if is_event(sentence, above) {
            return located.then_some(above);
        }
        match sentence.tree.dep(below) {
            // The first preposition says whether it is where.
            "pobj" if !located => {
                located = matches!(sentence.lemma(above), "in" | "at" | "near");
                if !located {
                    return None;
                }
            }
            "pobj" => {}
            "prep" if !locates(sentence, above) => return None,
            "prep" | "appos" | "npadvmod" | "agent" => {}
            "conj" | "dobj" | "dative" | "nsubj" | "nsubjpass" if located => {}
            _ => return None,
        }
        below = above;
    }
    None
}

/// Whether what stands in a place is where the event was: a name, a meeting, a city.
fn locates(sentence: &Sentence<'_>, noun: usize) -> bool {
    if let Some(mention) = sentence.mention(noun) {
        return mention.kind != EntityKind::Document;
    }
    let Some(noun) = sentence.noun(noun) else {
        return true;
    };
    noun.is_pronoun
        || noun.noun.is_some_and(|noun| {
            noun.class == Noun::Meeting
                || matches!(
                    noun.lemma,
                    "place" | "city" | "capital" | "town" | "conference" | "ceremony" | "residence"
                )
        })
}
