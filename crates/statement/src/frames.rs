//! Frames: what a verb or noun with its arguments says, as data, and how one is filled.
//!
//! A frame is taken only where every slot that it requires is filled by something that fits;
//! else the clause is left unread.

mod otherwise;

use crate::ParticipantRole::{Actor, Counterpart};
use crate::lexicon::Noun;
use crate::scene::Scene;
use crate::sentence::{Clause, Filler, Sentence};
use crate::{EventType, ParticipantRole};
use depeche_annotate::EntityKind;

/// Where in a clause a slot is filled from, as in the active voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    Subject,
    /// The first object.
    Object,
    /// The second of two objects: "gave Veld **a letter**".
    SecondObject,
    Preposition(&'static str),
}

/// What fits a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fits {
    /// A person, body, country or group, or a noun that means people.
    Acts,
    /// A person, by name, title or resolved pronoun.
    Person,
    /// A country, body or person with a name.
    Named,
    /// A named place or building.
    Place,
    /// Whatever has a name: where somebody leaves for or arrives in is a place.
    Somewhere,
    /// A document, by name or noun.
    Text,
    /// Anything with words.
    Anything,
    /// The same, but nobody.
    Thing,
}

/// One slot of a frame.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) from: From,
    pub(crate) role: ParticipantRole,
    pub(crate) fits: Fits,
    pub(crate) is_required: bool,
}

/// A slot that must be filled.
pub(crate) const fn must(from: From, role: ParticipantRole, fits: Fits) -> Slot {
    Slot {
        from,
        role,
        fits,
        is_required: true,
    }
}

/// A slot that may be filled.
pub(crate) const fn may(from: From, role: ParticipantRole, fits: Fits) -> Slot {
    Slot {
        from,
        role,
        fits,
        is_required: false,
    }
}

/// What else a frame needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Nothing,
    /// Two sides, or one that is many.
    Two,
    /// The same, and no object that is nobody: "met Veld", but not "met their needs".
    TwoOfPeople,
    /// An infinitive after the arguments, or an object: "asked him to go", "asked for arms".
    Complement,
    /// No infinitive: "called on Veld", but not "called on Veld to resign".
    NoInfinitive,
    /// An infinitive or gerund only with who is spoken to: "proposed to Veld to leave", but not
    /// "proposed to leave", "proposed leaving".
    ToSomebody,
    /// Neither object nor clause: "demonstrated", but not "demonstrated that it was so".
    Alone,
    /// No object: "the rebels surrendered", but not "surrendered its rights".
    NoObject,
    /// The object's head is a noun of one of these classes: "held talks".
    ObjectHead(&'static [Noun]),
    /// The same, and two sides.
    ObjectHeadAndTwo(&'static [Noun]),
    /// The same, and two who do it, or one that is many.
    ObjectHeadAndActors(&'static [Noun]),
    /// Nothing follows but an infinitive, "that" or a preposition listed.
    Passive,
}

/// What a verb with its arguments says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) rule: &'static str,
    pub(crate) kind: EventType,
    /// Lemmas.
    pub(crate) verbs: &'static [&'static str],
    pub(crate) slots: &'static [Slot],
    pub(crate) need: Need,
}

/// What a noun with its arguments says: "a meeting between A and B".
#[derive(Debug, Clone, Copy)]
pub(crate) struct NounFrame {
    pub(crate) rule: &'static str,
    pub(crate) kind: EventType,
    /// Singulars.
    pub(crate) nouns: &'static [&'static str],
    /// Filled from prepositions only; [`From::Subject`] is the possessor or the clause's subject.
    pub(crate) slots: &'static [Slot],
    pub(crate) need: Need,
}

/// A slot with what fills it.
pub(crate) type Filled = Vec<(ParticipantRole, Filler)>;

/// Fills a frame from a clause, or says that it does not fit.
pub(crate) fn fill(
    frame: &Frame,
    scene: &Scene<'_>,
    sentence: &Sentence<'_>,
    clause: &Clause<'_>,
) -> Option<Filled> {
    if otherwise::says_other(frame, scene, sentence, clause) {
        return None;
    }
    let members = |from: From| members(clause, from);
    // "which approved by all": "which" names nobody.
    let names = |filler: &Filler| !matches!(sentence.tag(filler.head), "WP" | "WDT");
    let filled = fill_slots(frame.slots, &members, &|filler, fits| {
        names(filler) && scene.fits(sentence, filler, fits)
    })?;
    let filled = apart(sentence, filled);
    let holds = match frame.need {
        Need::Nothing => true,
        Need::Two => two_sides(scene, sentence, &filled),
        Need::TwoOfPeople => {
            let is_met = |(role, _): &(ParticipantRole, Filler)| *role == Counterpart;
            let has_other = clause.object().is_some() || clause.group.is_passive;
            two_sides(scene, sentence, &filled) && (!has_other || filled.iter().any(is_met))
        }
        Need::Complement => {
            let begs = || {
                let mut below = sentence.children_as(clause.verb, &["ccomp", "advcl"]);
                below.any(|verb| is_begged(sentence, verb))
            };
            has_infinitive(sentence, clause) || clause.argument("for").is_some() || begs()
        }
        Need::ToSomebody => {
            let is_to = |(role, _): &(ParticipantRole, Filler)| *role == ParticipantRole::Recipient;
            let is_own = owns_infinitive(sentence, clause)
                || clause.object().is_none() && has_gerund(sentence, clause);
            !is_own || filled.iter().any(is_to)
        }
        Need::Alone => clause.object().is_none() && clause.complement.is_none(),
        Need::NoObject => clause.object().is_none() && !clause.group.is_passive,
        Need::NoInfinitive => !has_infinitive(sentence, clause),
        Need::ObjectHead(classes) => has_object_head(sentence, clause, classes),
        Need::ObjectHeadAndTwo(classes) => {
            has_object_head(sentence, clause, classes) && two_sides(scene, sentence, &filled)
        }
        Need::ObjectHeadAndActors(classes) => {
            let is_side = |role| matches!(role, Actor | Counterpart);
            let sides = filled.iter().filter(|(role, _)| is_side(*role)).copied();
            has_object_head(sentence, clause, classes)
                && two_sides(scene, sentence, &sides.collect())
        }
        Need::Passive => clause.group.is_passive,
    };
    holds.then_some(filled)
}

/// Fills slots from anything that knows its members.
pub(crate) fn fill_slots<'a>(
    slots: &[Slot],
    members: &dyn Fn(From) -> &'a [Filler],
    fits: &dyn Fn(&Filler, Fits) -> bool,
) -> Option<Filled> {
    let mut filled: Filled = Vec::new();
    for slot in slots {
        let before = filled.len();
        for filler in members(slot.from) {
            let is_taken = filled.iter().any(|(_, other)| other == filler);
            if !is_taken && fits(filler, slot.fits) {
                filled.push((slot.role, *filler));
            }
        }
        let is_filled = filled.len() > before || filled.iter().any(|(role, _)| *role == slot.role);
        if slot.is_required && !is_filled {
            return None;
        }
    }
    Some(filled)
}

/// "withdrew **its troops** from Norland": what is a slot of its own is no part of another's words.
fn apart(sentence: &Sentence<'_>, mut filled: Filled) -> Filled {
    let others = filled.clone();
    for (_, filler) in &mut filled {
        let own = sentence.node_span(filler.head);
        let inner = others.iter().filter(|(_, other)| {
            other.head != filler.head
                && filler.span.contains(other.span)
                && own.end <= other.span.start
                && sentence.tree.dep(other.head) == "pobj"
        });
        let Some((_, first)) = inner.min_by_key(|(_, other)| other.span) else {
            continue;
        };
        let preposition = sentence.tree.head(first.head);
        let end = sentence.words[..preposition]
            .last()
            .map(|word| word.span.end);
        let is_behind = end.is_some_and(|end| end >= own.end);
        if is_behind && sentence.tree.head(preposition) == filler.head {
            filler.span.end = filler.span.end.min(end.unwrap_or(filler.span.end));
        }
    }
    filled
}

fn members<'c>(clause: &'c Clause<'_>, from: From) -> &'c [Filler] {
    let of = |preposition: &str| {
        let argument = clause.argument(preposition);
        argument.map_or(&[][..], |argument| &argument.fillers[..])
    };
    let objects = || {
        let mut objects = clause
            .arguments
            .iter()
            .filter(|argument| argument.preposition.is_empty());
        (objects.next(), objects.next())
    };
    match (from, clause.group.is_passive) {
        (From::Subject, false) | (From::Object, true) => &clause.subject,
        (From::Subject, true) => of("by"),
        (From::Object, false) => of(""),
        (From::SecondObject, false) => objects().1.map_or(&[], |object| &object.fillers),
        (From::SecondObject, true) => of(""),
        (From::Preposition(word), _) => of(word),
    }
}

/// Two who take part, or one noun in the plural.
pub(crate) fn two_sides(scene: &Scene<'_>, sentence: &Sentence<'_>, filled: &Filled) -> bool {
    let plural = |filler: &Filler| {
        let noun = sentence.noun(filler.head);
        noun.is_some_and(|noun| noun.mention.is_none() && noun.noun.is_some_and(|noun| noun.plural))
            || scene.is_they(sentence, filler)
    };
    filled.len() > 1 || filled.iter().any(|(_, filler)| plural(filler))
}

fn has_infinitive(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let complement = clause.complement.and_then(|verb| sentence.clause_at(verb));
    complement.is_some_and(|complement| {
        let complement = &sentence.clauses[complement];
        let mut auxiliaries = sentence.children_as(complement.verb, &["aux"]);
        // "asked what he would **do**" has none.
        let is_bare = sentence.tag(complement.verb) == "VB" && auxiliaries.next().is_none();
        complement.group.is_infinitive || is_bare
    })
}

/// "asked him **if he would write**", but not "if he would agree", "how he would write".
fn is_begged(sentence: &Sentence<'_>, verb: usize) -> bool {
    let has = |deps: &[&'static str], words: &[&str]| {
        let below = sentence.tree.children(verb).iter().copied();
        below
            .filter(|word| deps.contains(&sentence.tree.dep(*word)))
            .any(|word| words.contains(&sentence.lower(word).as_str()))
    };
    let is_thought = matches!(
        sentence.lemma(verb),
        "agree" | "be" | "care" | "feel" | "have" | "know" | "like" | "mind" | "think" | "want"
    );
    has(&["mark"], &["if"])
        && has(&["aux"], &["would", "could"])
        && has(&["nsubj"], &["he", "she", "i", "we", "you", "they"])
        && !is_thought
}

/// "proposed **to leave**", but not "a plan to leave", "that he leave".
fn owns_infinitive(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut below = sentence.children_as(clause.verb, &["xcomp", "ccomp"]);
    below.any(|verb| {
        let below = sentence
            .clause_at(verb)
            .map(|below| &sentence.clauses[below]);
        below.is_some_and(|below| {
            !below.has_own_subject && (below.group.is_infinitive || sentence.tag(verb) == "VB")
        })
    })
}

fn has_gerund(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let complement = clause.complement.and_then(|verb| sentence.clause_at(verb));
    complement.is_some_and(|complement| {
        let complement = &sentence.clauses[complement];
        complement.group.is_gerund && !complement.has_own_subject
    })
}

fn has_object_head(sentence: &Sentence<'_>, clause: &Clause<'_>, classes: &[Noun]) -> bool {
    let object = members(clause, From::Object).first();
    let head = object.map(|object| sentence.counted(object.head).unwrap_or(object.head));
    let noun = head.and_then(|head| sentence.noun(head));
    noun.is_some_and(|noun| match (noun.noun, noun.mention) {
        (Some(noun), _) => classes.contains(&noun.class),
        (None, Some(mention)) => {
            let kind = sentence.annotations.mentions[mention].kind;
            kind == EntityKind::Document
                && (classes.contains(&Noun::Agreement) || classes.contains(&Noun::Document))
        }
        (None, None) => false,
    })
}
