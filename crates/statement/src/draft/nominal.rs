//! Events named by nouns: "a meeting between A and B", "A's visit to X", "a plot by A to …".
//!
//! A noun names, it does not assert. It is read only where the words around it say that the
//! event took place, was planned, or failed.

use super::{Draft, participants, setting};
use crate::frames::{Filled, Fits, From, Need, NounFrame, fill_slots, two_sides};
use crate::lexicon::Noun;
use crate::mood::{self, Mood};
use crate::scene::Scene;
use crate::sentence::{
    Argument, Clause, Determiner, Filler, NounPhrase, Sentence, arguments_of_noun, inside,
};
use crate::{EventType, Modality, Participant, ParticipantRole, Polarity, Where, patterns};
use depeche_annotate::EntityKind;
use depeche_text::Span;

/// Reads the nouns of a sentence; `used` are objects of a verb that was read with them.
pub(super) fn read(scene: &Scene<'_>, sentence: &Sentence<'_>, used: &[usize]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for head in 0..sentence.words.len() {
        if sentence.tree.is_inner(head) || used.contains(&head) {
            continue;
        }
        let noun = sentence.noun(head).filter(|noun| noun.mention.is_none());
        let Some((noun, listed)) = noun.and_then(|noun| Some((noun, noun.noun?))) else {
            continue;
        };
        let nominal = Nominal::at(scene, sentence, (head, noun));
        drafts.extend(patterns::of_noun(listed.lemma).find_map(|frame| nominal.draft(frame)));
    }
    drafts
}

/// Nouns of what is not settled yet.
const OPEN: &[&str] = &[
    "advisability",
    "chance",
    "date",
    "desirability",
    "hope",
    "idea",
    "matter",
    "plan",
    "possibility",
    "postponement",
    "proposal",
    "prospect",
    "question",
    "suggestion",
    "timing",
];

/// Verbs that put an event off.
const PUT_OFF: &[&str] = &["postpone", "delay", "defer"];

struct Nominal<'a, 's> {
    scene: &'a Scene<'s>,
    sentence: &'a Sentence<'s>,
    head: usize,
    noun: NounPhrase,
    arguments: Vec<Argument<'a>>,
    /// The relative clause that says that it took place.
    relative: Option<usize>,
}

impl<'a, 's> Nominal<'a, 's> {
    fn at(
        scene: &'a Scene<'s>,
        sentence: &'a Sentence<'s>,
        (head, noun): (usize, NounPhrase),
    ) -> Nominal<'a, 's> {
        let mut arguments = arguments_of_noun(sentence, head);
        let relative = relative(sentence, head);
        if let Some(relative) = relative {
            arguments.extend(sentence.clauses[relative].arguments.iter().cloned());
        }
        Nominal {
            scene,
            sentence,
            head,
            noun,
            arguments,
            relative,
        }
    }

    fn draft(&self, frame: &NounFrame) -> Option<Draft> {
        if frame.kind == EventType::Call && !self.words().to_lowercase().contains("phone") {
            return None;
        }
        if frame.kind == EventType::Meet && self.words().to_lowercase().contains("phone") {
            return None;
        }
        // "an attempt by Veld to leave" is none on somebody's life.
        let is_attempt = self.noun.noun.is_some_and(|noun| noun.lemma == "attempt");
        let mut aimed = self.arguments.iter().map(|found| found.preposition);
        if is_attempt && !aimed.any(|word| matches!(word, "on" | "against")) {
            return None;
        }
        // "a session of the assembly": not of two who meet.
        let is_of_two = |found: &Argument<'_>| matches!(found.preposition, "with" | "between");
        let is_session = self.noun.noun.is_some_and(|noun| noun.lemma == "session");
        if is_session && !self.arguments.iter().any(is_of_two) {
            return None;
        }
        let subject = self.clause_around().map(|clause| &clause.subject[..]);
        let subject = subject.filter(|_| self.shares_subject()).unwrap_or(&[]);
        let owners = self.owners();
        let possessor = self.possessor().filter(|_| owners.is_empty());
        let members = |from: From| -> &[Filler] {
            match from {
                From::Preposition(word) => {
                    let found = self
                        .arguments
                        .iter()
                        .find(|found| found.preposition == word);
                    found.map_or(&[], |argument| &argument.fillers)
                }
                From::Subject if possessor.is_none() => subject,
                _ => &[],
            }
        };
        let fits = |filler: &Filler, fits: Fits| self.scene.fits(self.sentence, filler, fits);
        let slots: Vec<_> = frame
            .slots
            .iter()
            .filter(|slot| !(slot.from == From::Subject && possessor.is_some()))
            .copied()
            .collect();
        let mut filled = fill_slots(&slots, &members, &fits)?;
        let owners = owners.iter().filter(|owner| fits(owner, Fits::Acts));
        filled.extend(owners.map(|owner| (ParticipantRole::Actor, *owner)));
        let targets = self.targets(frame.kind);
        filled.extend(
            targets
                .iter()
                .map(|filler| (ParticipantRole::Target, *filler)),
        );
        let sides = filled.len() + usize::from(possessor.is_some());
        let has_two = sides > 1 || two_sides(self.scene, self.sentence, &filled);
        // "consultation with A and B": nobody is said to have consulted them.
        let has_actor = possessor.is_some()
            || filled
                .iter()
                .any(|(role, _)| *role == ParticipantRole::Actor);
        if frame.need == Need::Two && !(has_two && has_actor) {
            return None;
        }
        let mood = self.mood()?;
        self.finish(frame, filled, (mood, possessor))
    }

    fn finish(
        &self,
        frame: &NounFrame,
        filled: Filled,
        (mood, possessor): (Mood, Option<Participant>),
    ) -> Option<Draft> {
        let mut who = participants(self.scene, self.sentence, &filled)?;
        let is_twice = possessor.as_ref().is_some_and(|owner| {
            let mut others = who.iter().map(|other| &other.party);
            others.any(|other| other.entity == owner.party.entity)
        });
        if is_twice {
            return None;
        }
        if frame.rule == patterns::VISIT && possessor.is_none() && filled.is_empty() {
            return None;
        }
        who.extend(possessor);
        who.sort_by_key(|participant| participant.party.span);
        let setting = setting::of_noun(self.scene, self.sentence, self.head, &filled);
        if frame.rule == patterns::VISIT && setting.time.is_none() {
            return None;
        }
        let around = self.setting_of_verb(&filled);
        let place = super::destination(self.scene, self.sentence, &filled)
            .or(setting.place)
            .or(around.place)
            .or_else(|| self.place_of_target(&filled));
        Some(Draft {
            kind: frame.kind,
            rule: match self.is_put_off() {
                true => "put-off",
                false => frame.rule,
            },
            span: self.span(),
            trigger: self.sentence.words[self.head].span,
            participants: who,
            place,
            time: setting.time.or(around.time),
            mood,
            sentence: 0,
            clause: None,
        })
    }

    fn words(&self) -> &str {
        self.sentence.slice(self.sentence.core(self.head))
    }

    /// "Veld's visit", "his visit".
    fn possessor(&self) -> Option<Participant> {
        let party = match (self.noun.possessive, self.noun.modifier) {
            (Some(pronoun), _) => {
                let entity = self.scene.entity_at(pronoun)?;
                self.scene.party_of(entity, Some(pronoun))
            }
            (None, Some(modifier)) if self.noun.determiner == Determiner::Definite => {
                let mention = &self.scene.annotations.mentions[modifier];
                if mention.kind != EntityKind::Person {
                    return None;
                }
                let entity = self.scene.entity_at(mention.span)?;
                self.scene.party_of(entity, Some(mention.span))
            }
            _ => return None,
        };
        Some(Participant {
            role: ParticipantRole::Actor,
            party,
        })
    }

    /// "Veld and Kal put off **their** meeting": the subject's, where the subject is several.
    fn owners(&self) -> &'a [Filler] {
        let is_their = self.noun.possessive.is_some_and(|span| {
            let words = self.sentence.slice(span);
            words.eq_ignore_ascii_case("their") || words.eq_ignore_ascii_case("our")
        });
        let is_object = self.sentence.tree.dep(self.head) == "dobj";
        let subject = self
            .clause_around()
            .map_or(&[][..], |clause| &clause.subject);
        match is_their && is_object && subject.len() > 1 {
            true => subject,
            false => &[],
        }
    }

    /// "postponed the meeting".
    fn is_put_off(&self) -> bool {
        let by_verb = |clause: &Clause<'_>| PUT_OFF.contains(&clause.group.lemma);
        let is_object = self.sentence.tree.dep(self.head) == "dobj";
        let around = self.clause_around().filter(|_| is_object);
        around.or(self.verb_of_subject()).is_some_and(by_verb)
    }

    /// The clause in which the noun stands.
    fn clause_around(&self) -> Option<&'a Clause<'s>> {
        let clause = self.sentence.clause_above(self.head)?;
        Some(&self.sentence.clauses[clause])
    }

    fn is_subject_of(&self, clause: &Clause<'_>) -> bool {
        clause.subject.iter().any(|filler| filler.head == self.head)
    }

    /// "In a meeting with Veld, Kal said": the subject was there too.
    fn shares_subject(&self) -> bool {
        // "discussion of it **by the board**": not the subject's.
        let with_only = self
            .arguments
            .iter()
            .all(|found| !matches!(found.preposition, "between" | "by"));
        let clause = self.clause_around();
        // "news of the talks with Veld": what hangs on a noun is not the subject's, unless the
        // subject is it: "was present at the talks with Veld".
        let above = self.sentence.tree.head(self.sentence.tree.head(self.head));
        let of_verb = self.sentence.clause_at(above).is_some()
            || matches!(self.sentence.tree.dep(above), "acomp" | "attr");
        of_verb
            && with_only
            && self.noun.possessive.is_none()
            && clause.is_some_and(|clause| !self.is_subject_of(clause))
            && matches!(
                self.preposition(),
                Some("in" | "at" | "during" | "following" | "follow")
            )
    }

    /// The preposition that the noun stands behind.
    fn preposition(&self) -> Option<&'a str> {
        let above = self.sentence.tree.head(self.head);
        (self.sentence.tree.dep(self.head) == "pobj").then(|| self.sentence.lemma(above))
    }

    /// The clause of which the noun is the subject, with its verb.
    fn verb_of_subject(&self) -> Option<&'a Clause<'s>> {
        let mut clauses = self.sentence.clauses.iter();
        clauses.find(|clause| {
            clause.has_own_subject && self.is_subject_of(clause) && !clause.group.is_infinitive
        })
    }

    /// Where and when of the clause whose subject the noun is, or that says it took place.
    fn setting_of_verb(&self, filled: &Filled) -> setting::Setting {
        let relative = self
            .relative
            .map(|relative| &self.sentence.clauses[relative]);
        match relative.or(self.verb_of_subject()) {
            Some(clause) => setting::of_noun(self.scene, self.sentence, clause.verb, filled),
            None => setting::Setting::default(),
        }
    }

    /// The objects of "to blow up X" after a plot.
    fn targets(&self, kind: EventType) -> Vec<Filler> {
        let infinitive = self
            .sentence
            .children_as(self.head, &["acl"])
            .find_map(|verb| self.sentence.clause_at(verb))
            .map(|clause| &self.sentence.clauses[clause])
            .filter(|clause| clause.group.is_infinitive && kind == EventType::Attack)
            .filter(|clause| does_harm(clause.group.lemma));
        let argument = infinitive.and_then(|clause| clause.object().or(clause.argument("up")));
        argument.map_or(Vec::new(), |argument| argument.fillers.clone())
    }

    /// An attack on a building takes place where the building's name says it stands.
    fn place_of_target(&self, filled: &Filled) -> Option<Where> {
        let mut targets = filled
            .iter()
            .filter(|(role, _)| *role == ParticipantRole::Target);
        let (_, target) = targets.next()?;
        let noun = self.sentence.noun(target.head)?;
        let mention = &self.scene.annotations.mentions[noun.mention?];
        let name = mention.full.cover(mention.span);
        let inside = inside(&self.scene.annotations.mentions, name, |m| m.span);
        let (_, place) = inside
            .filter(|(_, inner)| inner.kind == EntityKind::Place && inner.span.end == name.end)
            .last()?;
        let entity = self.scene.entity_at(place.span);
        Some(Where {
            entity,
            name: self.scene.text(place.span).to_owned(),
            span: Some(place.span),
        })
    }

    /// The noun with what hangs on it, and the verb whose subject it is.
    fn span(&self) -> Span {
        let own = self.sentence.filler(self.head).span;
        let arguments = self.arguments.iter().flat_map(|argument| &argument.fillers);
        let whole = arguments.fold(own, |span, filler| span.cover(filler.span));
        let verb = self
            .relative
            .map(|relative| &self.sentence.clauses[relative]);
        let verb = verb.or(self.verb_of_subject());
        verb.map_or(whole, |clause| whole.cover(clause.group.span))
    }

    /// Whether the words around say that it took place; `None` where they do not.
    fn mood(&self) -> Option<Mood> {
        if self.noun.determiner == Determiner::Negative {
            return Some(Mood {
                polarity: Polarity::Negative,
                ..Mood::PAST
            });
        }
        if self.noun.is_unreal {
            return Some(Mood {
                modality: Modality::Planned,
                is_past: false,
                ..Mood::PAST
            });
        }
        if let Some(relative) = self.relative {
            let clause = &self.sentence.clauses[relative];
            return Some(mood::of_clause(self.sentence, clause, &Vec::new()));
        }
        if let Some(clause) = self.verb_of_subject() {
            return self.mood_as_subject(clause);
        }
        match self.preposition() {
            // "might return following **his visit**": he is not there yet.
            Some("at" | "after" | "following" | "follow") if self.is_to_come() => Some(Mood {
                modality: Modality::Planned,
                is_past: false,
                ..Mood::PAST
            }),
            Some("in" | "at" | "during" | "after" | "following" | "follow" | "since") => {
                Some(Mood::PAST)
            }
            Some("of") if self.is_left_open() => Some(Mood {
                modality: Modality::Hypothetical,
                is_past: false,
                ..Mood::PAST
            }),
            Some("on" | "of" | "about" | "regarding" | "concerning") => {
                self.is_reported().then_some(Mood::PAST)
            }
            Some(_) => None,
            None => self.mood_as_object(),
        }
    }

    /// Whether the verb that the noun stands beside is one of what will or might be.
    fn is_to_come(&self) -> bool {
        let above = self.sentence.tree.head(self.sentence.tree.head(self.head));
        self.sentence.clause_at(above).is_some_and(|clause| {
            let group = &self.sentence.clauses[clause].group;
            let is_bare = self.sentence.tag(above) == "VB" || group.is_passive;
            (group.is_hypothetical || group.is_planned) && !group.is_past && is_bare
        })
    }

    fn mood_as_subject(&self, clause: &Clause<'_>) -> Option<Mood> {
        let own = mood::of_clause(self.sentence, clause, &Vec::new());
        match clause.group.lemma {
            "foil" | "thwart" | "prevent" | "fail" | "cancel" | "avert" | "disrupt" | "uncover" => {
                Some(own.under(Modality::Thwarted))
            }
            "postpone" | "delay" | "defer" | "plan" | "schedule" | "arrange" => {
                Some(own.under(Modality::Planned))
            }
            "propose" | "suggest" | "request" => Some(own.under(Modality::Hypothetical)),
            "take" | "hold" | "occur" | "begin" | "end" | "last" | "be" | "follow" | "open"
            | "conclude" | "result" | "lead" | "produce" | "fall" => Some(own),
            _ => self.sentence.is_definite(self.head).then_some(Mood {
                is_past: own.is_past,
                ..Mood::PAST
            }),
        }
    }

    fn mood_as_object(&self) -> Option<Mood> {
        let clause = self.clause_around()?;
        let own = mood::of_clause(self.sentence, clause, &Vec::new());
        match clause.group.lemma {
            "cancel" | "foil" | "thwart" | "prevent" | "avert" => {
                Some(own.under(Modality::Thwarted))
            }
            "arrange" | "schedule" | "plan" | "postpone" | "delay" | "defer" | "announce"
            | "expect" => Some(own.under(Modality::Planned)),
            "propose" | "suggest" | "request" | "seek" | "want" | "offer" | "demand" => {
                Some(own.under(Modality::Hypothetical))
            }
            "attend" | "describe" | "recall" | "report" | "host" | "reveal" | "end" | "join"
            | "disclose" | "follow" | "carry" | "launch" | "make" | "pay" => Some(own),
            _ => None,
        }
    }

    /// "his visit", "Veld's talk with Kal", "Veld's visit on May 3": not "Veld's visit", which may be
    /// still to come.
    fn is_known(&self) -> bool {
        let is_meeting = self
            .noun
            .noun
            .is_some_and(|noun| noun.class == Noun::Meeting);
        let is_dated = || {
            let setting = setting::of_noun(self.scene, self.sentence, self.head, &Vec::new());
            setting.time.is_some()
        };
        let owner = self.possessor();
        self.noun.possessive.is_some() || owner.is_some() && (is_meeting || is_dated())
    }

    /// "the question **of his visit**", "the possibility of a meeting".
    fn is_left_open(&self) -> bool {
        let of = self.sentence.tree.head(self.head);
        OPEN.contains(&self.sentence.lemma(self.sentence.tree.head(of)))
    }

    /// "briefed X on a meeting", "details of a meeting": told of, so it took place; or a
    /// definite one in the past.
    fn is_reported(&self) -> bool {
        let clause = self.clause_around();
        let is_told = clause.is_some_and(|clause| {
            crate::attribution::is_reporting(clause.group.lemma) && !clause.group.is_negated
        });
        is_told
            && self
                .noun
                .noun
                .is_some_and(|noun| noun.class != Noun::Attack)
            || self.sentence.is_definite(self.head) && self.is_known()
    }
}

/// Whether what an infinitive after a plot says is done to somebody.
fn does_harm(lemma: &str) -> bool {
    let mut kinds = patterns::of_verb(lemma).iter().map(|frame| frame.kind);
    kinds.any(|kind| matches!(kind, EventType::Attack | EventType::Die | EventType::Arrest))
        || matches!(lemma, "oust" | "overthrow" | "topple")
}

/// The relative clause of a noun that says that what it names took place.
fn relative(sentence: &Sentence<'_>, head: usize) -> Option<usize> {
    let mut clauses = sentence.clauses.iter().enumerate();
    let found = clauses.find(|(_, clause)| {
        let above = sentence.tree.head(clause.verb);
        let says = matches!(
            clause.group.lemma,
            "take" | "hold" | "be" | "occur" | "arrange"
        );
        // The parse often hangs it on the last of those who met.
        let is_its = above == head || sentence.is_below(above, head);
        says && is_its && matches!(sentence.tree.dep(clause.verb), "relcl" | "acl")
    });
    found.map(|(at, _)| at)
}
