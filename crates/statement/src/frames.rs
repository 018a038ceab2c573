//! Frames: what a verb or noun with its arguments says, as data, and how one is filled.
//!
//! A frame is taken only where every slot that it requires is filled by something that fits;
//! else the clause is left unread.

use crate::ParticipantRole::{Actor, Counterpart};
use crate::lexicon::{self, Noun};
use crate::scene::Scene;
use crate::sentence::{Clause, Filler, Link, Sentence};
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
    if frame.kind == EventType::Tell && matches!(clause.governor, Some((_, Link::Reduced))) {
        // "the charges **mentioned** in the note".
        return None;
    }
    if clause.group.lemma == "strike" && frame.kind == EventType::Protest {
        // "the country that strikes **first**" is at war, not on strike.
        let mut adverbs = sentence.children_as(clause.verb, &["advmod"]);
        if adverbs.any(|word| matches!(sentence.lemma(word), "first" | "second" | "back")) {
            return None;
        }
    }
    if frame.kind == EventType::Attack && is_of_words(sentence, clause) {
        return None;
    }
    if frame.kind == EventType::Offer && offers_nothing(sentence, clause) {
        return None;
    }
    if frame.kind == EventType::Agree && agrees_that(sentence, clause) {
        return None;
    }
    if frame.kind == EventType::Tell && reports_to_work(sentence, clause) {
        return None;
    }
    if frame.kind == EventType::Tell && (says_nothing(clause) || lets_in(scene, sentence, clause)) {
        return None;
    }
    // "a notation indicates that it was sent": nobody tells it.
    let is_mark = |filler: &Filler| lexicon::is_mark(sentence.lemma(filler.head));
    if frame.kind == EventType::Tell && clause.subject.iter().any(is_mark) {
        return None;
    }
    // "recognize **this** and Veld does too": what is seen, and no country.
    let is_this = |filler: &Filler| {
        let noun = sentence.noun(filler.head);
        noun.is_some_and(|noun| noun.is_pointing)
    };
    let object = clause.object().and_then(|object| object.fillers.first());
    if frame.kind == EventType::Cooperate && object.is_some_and(is_this) {
        return None;
    }
    let members = |from: From| members(clause, from);
    let filled = fill_slots(frame.slots, &members, &|filler, fits| {
        scene.fits(sentence, filler, fits)
    })?;
    let holds = match frame.need {
        Need::Nothing => true,
        Need::Two => two_sides(scene, sentence, &filled),
        Need::TwoOfPeople => {
            let is_met = |(role, _): &(ParticipantRole, Filler)| *role == Counterpart;
            let has_other = clause.object().is_some() && !clause.group.is_passive;
            two_sides(scene, sentence, &filled) && (!has_other || filled.iter().any(is_met))
        }
        Need::Complement => has_infinitive(sentence, clause) || clause.argument("for").is_some(),
        Need::ToSomebody => {
            let is_to = |(role, _): &(ParticipantRole, Filler)| *role == ParticipantRole::Recipient;
            let is_own = has_infinitive(sentence, clause) || has_gerund(sentence, clause);
            !is_own || clause.object().is_some() || filled.iter().any(is_to)
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

/// "a **speech** attacking Veld", "attacked Veld **in a letter**", "**for leaving**": with words, not
/// with arms.
fn is_of_words(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    const WORDS: &[&str] = &[
        "article",
        "broadcast",
        "criticism",
        "editorial",
        "letter",
        "memorandum",
        "newspaper",
        "note",
        "opinion",
        "press",
        "propaganda",
        "remark",
        "resolution",
        "speech",
        "statement",
        "view",
    ];
    let is_said = |filler: &Filler| WORDS.contains(&sentence.lemma(filler.head));
    let place = clause.argument("in").into_iter();
    let mut words = clause.subject.iter();
    words.any(is_said)
        || place.flat_map(|place| &place.fillers).any(is_said)
        || clause.group.lemma == "attack" && is_for_doing(sentence, clause)
}

/// "attacked Veld **for leaving**".
fn is_for_doing(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut reasons = sentence.children_as(clause.verb, &["prep"]);
    reasons.any(|word| {
        let mut below = sentence.children_as(word, &["pcomp"]);
        matches!(sentence.lemma(word), "for" | "as") && below.next().is_some()
    })
}

/// "the road offers **an advantage**": what nobody gives.
fn offers_nothing(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    const NOTHING: &[&str] = &[
        "advantage",
        "challenge",
        "chance",
        "comment",
        "explanation",
        "hope",
        "possibility",
        "promise",
        "prospect",
        "resistance",
        "threat",
        "view",
    ];
    let mut objects = clause
        .object()
        .into_iter()
        .flat_map(|object| &object.fillers);
    objects.any(|object| NOTHING.contains(&sentence.lemma(object.head)))
}

/// "Veld and Kal agree **that it was late**": they think alike, and have no agreement to do something.
fn agrees_that(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let told = clause.complement.and_then(|verb| sentence.clause_at(verb));
    let told = told.map(|told| &sentence.clauses[told]);
    if clause.group.lemma != "agree" {
        return false;
    }
    // "he agreed with me": with what somebody said.
    let settled = ["on", "upon", "to", "about", "for"];
    let is_settled = settled.iter().any(|word| clause.argument(word).is_some());
    if told.is_none() && !is_settled && clause.argument("with").is_some() {
        return true;
    }
    told.is_some_and(|told| {
        let group = &told.group;
        let is_to_come = group.is_infinitive || group.is_planned || group.is_hypothetical;
        let is_there = sentence.children_as(told.verb, &["expl"]).next().is_some();
        (told.has_own_subject || is_there) && !is_to_come && sentence.tag(told.verb) != "VB"
    })
}

/// "reported **to work**", "reported for duty".
fn reports_to_work(sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let is_work = |filler: &Filler| matches!(sentence.lemma(filler.head), "work" | "duty");
    let arguments = ["to", "for"].map(|preposition| clause.argument(preposition));
    let mut fillers = arguments.iter().flatten().flat_map(|found| &found.fillers);
    let below = clause.complement.map(|verb| sentence.lemma(verb));
    clause.group.lemma == "report" && (below == Some("work") || fillers.any(is_work))
}

/// "declared **war**", "insisted **on a share**": what is done, or asked for, and not said.
fn says_nothing(clause: &Clause<'_>) -> bool {
    let has_object = clause.object().is_some();
    let insists_on = ["on", "upon"]
        .iter()
        .any(|word| clause.argument(word).is_some());
    let is_other = match clause.group.lemma {
        "declare" => has_object,
        "insist" => insists_on,
        _ => false,
    };
    is_other && clause.complement.is_none()
}

/// "admitted **the refugees**": let them in, and said nothing.
fn lets_in(scene: &Scene<'_>, sentence: &Sentence<'_>, clause: &Clause<'_>) -> bool {
    let mut people = clause
        .object()
        .into_iter()
        .flat_map(|object| &object.fillers);
    clause.group.lemma == "admit"
        && clause.complement.is_none()
        && people.any(|filler| scene.fits(sentence, filler, Fits::Acts))
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
        let group = &sentence.clauses[complement].group;
        group.is_infinitive || sentence.tag(sentence.clauses[complement].verb) == "VB"
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
