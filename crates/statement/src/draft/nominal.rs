//! Events named by nouns: "a meeting between A and B", "A's visit to X", "a plot by A to …".
//!
//! A noun names, it does not assert. It is read only where the words around it say that the
//! event took place, was planned, or failed.

use super::{Draft, participants, setting};
use crate::clauses::{Argument, Clause, Filler, Sentence};
use crate::frames::{Filled, Fits, From, Need, NounFrame, fill_slots, two_sides};
use crate::lexicon::Noun;
use crate::mood::{self, Mood};
use crate::pieces::{Determiner, Kind, NounPhrase};
use crate::scene::Scene;
use crate::{EventType, Modality, Participant, ParticipantRole, Polarity, Where, patterns};
use depeche_annotate::EntityKind;
use depeche_text::Span;

/// Reads the nouns of a sentence; `used` are objects of a verb that was read with them.
pub(super) fn read(scene: &Scene<'_>, sentence: &Sentence<'_>, used: &[usize]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for piece in 0..sentence.pieces.len() {
        let Some(noun) = sentence.noun(piece).filter(|noun| noun.mention.is_none()) else {
            continue;
        };
        let Some(head) = noun.noun.filter(|_| !used.contains(&piece)) else {
            continue;
        };
        let nominal = Nominal::at(scene, sentence, piece, *noun);
        drafts.extend(patterns::of_noun(head.lemma).find_map(|frame| nominal.draft(frame)));
    }
    drafts
}

struct Nominal<'a, 's> {
    scene: &'a Scene<'s>,
    sentence: &'a Sentence<'s>,
    piece: usize,
    noun: NounPhrase,
    arguments: Vec<Argument>,
    end: usize,
    /// The relative clause that says that it took place.
    relative: Option<usize>,
}

impl<'a, 's> Nominal<'a, 's> {
    fn at(
        scene: &'a Scene<'s>,
        sentence: &'a Sentence<'s>,
        piece: usize,
        noun: NounPhrase,
    ) -> Nominal<'a, 's> {
        let (mut arguments, mut end) = sentence.arguments(piece + 1);
        let relative = sentence.clauses.iter().position(|clause| {
            let mark = clause.verb.checked_sub(1);
            let is_mark = mark.is_some_and(|mark| {
                mark == end && matches!(sentence.pieces[mark].kind, Kind::That | Kind::Relative)
            });
            is_mark
                && matches!(
                    clause.group.lemma,
                    "take" | "hold" | "be" | "occur" | "arrange"
                )
        });
        if let Some(relative) = relative {
            let clause = &sentence.clauses[relative];
            arguments.extend(clause.arguments.iter().cloned());
            end = clause.pieces.end;
        }
        Nominal {
            scene,
            sentence,
            piece,
            noun,
            arguments,
            end,
            relative,
        }
    }

    fn draft(&self, frame: &NounFrame) -> Option<Draft> {
        if frame.kind == EventType::Call && !self.words().to_lowercase().contains("phone") {
            return None;
        }
        let subject = self.clause_around().map(|clause| &clause.subject[..]);
        let subject = subject.filter(|_| self.shares_subject()).unwrap_or(&[]);
        let possessor = self.possessor();
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
        let targets = self.targets(frame.kind);
        filled.extend(
            targets
                .iter()
                .map(|filler| (ParticipantRole::Target, *filler)),
        );
        let sides = filled.len() + usize::from(possessor.is_some());
        let has_two = sides > 1 || two_sides(self.scene, self.sentence, &filled);
        if frame.need == Need::Two && !has_two {
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
        who.extend(possessor);
        who.sort_by_key(|participant| participant.party.span);
        let setting = setting::of_pieces(self.scene, self.sentence, self.piece..self.end, &filled);
        let around = self.setting_of_verb(&filled);
        let place = super::destination(self.scene, self.sentence, &filled)
            .or(setting.place)
            .or(around.place)
            .or_else(|| self.place_of_target(&filled));
        Some(Draft {
            kind: frame.kind,
            rule: frame.rule,
            span: self.span(),
            trigger: self.trigger(),
            participants: who,
            place,
            time: setting.time.or(around.time),
            mood,
            sentence: 0,
            clause: None,
        })
    }

    fn words(&self) -> &str {
        self.scene.text(self.sentence.pieces[self.piece].span)
    }

    /// The head noun alone.
    fn trigger(&self) -> Span {
        let span = self.sentence.pieces[self.piece].span;
        let last = self
            .words()
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + 1);
        Span {
            start: span.start + u32::try_from(last).expect("an offset in a text below 4 GiB"),
            end: span.end,
        }
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

    /// The clause in whose lead or arguments the noun stands.
    fn clause_around(&self) -> Option<&'a Clause> {
        let holds = |clause: &&Clause| clause.pieces.contains(&self.piece);
        self.sentence.clauses.iter().find(holds)
    }

    fn is_subject_of(&self, clause: &Clause) -> bool {
        clause
            .subject
            .iter()
            .any(|filler| filler.piece == self.piece)
    }

    /// "In a meeting with Veld, Kal said": the subject was there too.
    fn shares_subject(&self) -> bool {
        let with_only = self
            .arguments
            .iter()
            .all(|found| found.preposition != "between");
        let clause = self.clause_around();
        with_only
            && self.noun.possessive.is_none()
            && clause.is_some_and(|clause| !self.is_subject_of(clause))
            && matches!(
                self.preposition(),
                Some("in" | "at" | "during" | "following")
            )
    }

    fn preposition(&self) -> Option<&'static str> {
        self.sentence.pieces[self.piece.checked_sub(1)?].preposition()
    }

    /// The clause of which the noun is the subject, with its verb.
    fn verb_of_subject(&self) -> Option<&'a Clause> {
        let clauses = self.sentence.clauses.iter();
        clauses
            .into_iter()
            .find(|clause| self.is_subject_of(clause) && !clause.group.is_infinitive)
    }

    /// Where and when of the clause whose subject the noun is.
    fn setting_of_verb(&self, filled: &Filled) -> setting::Setting {
        let own = self
            .verb_of_subject()
            .map_or(0..0, |clause| clause.pieces.clone());
        setting::of_pieces(self.scene, self.sentence, own, filled)
    }

    /// The objects of "to blow up X" after a plot.
    fn targets(&self, kind: EventType) -> Vec<Filler> {
        let infinitive = self.sentence.clauses.iter().find(|clause| {
            clause.verb == self.end && clause.group.is_infinitive && kind == EventType::Attack
        });
        let argument = infinitive.and_then(|clause| clause.object().or(clause.argument("up")));
        argument.map_or(Vec::new(), |argument| argument.fillers.clone())
    }

    /// An attack on a building takes place where the building's name says it stands.
    fn place_of_target(&self, filled: &Filled) -> Option<Where> {
        let mut targets = filled
            .iter()
            .filter(|(role, _)| *role == ParticipantRole::Target);
        let (_, target) = targets.next()?;
        let noun = self.sentence.noun(target.piece)?;
        let mention = &self.scene.annotations.mentions[noun.mention?];
        let name = mention.full.cover(mention.span);
        let inside = crate::pieces::inside(&self.scene.annotations.mentions, name, |m| m.span);
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

    fn span(&self) -> Span {
        let first = self.sentence.pieces[self.piece].span;
        let last = match self.verb_of_subject() {
            Some(clause) => clause.verb.max(self.end.max(self.piece + 1) - 1),
            None => self.end.max(self.piece + 1) - 1,
        };
        first.cover(self.sentence.pieces[last].span)
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
            Some("in" | "at" | "during" | "after" | "following" | "since") => Some(Mood::PAST),
            Some("on" | "of" | "about" | "regarding" | "concerning") => {
                self.is_reported().then_some(Mood::PAST)
            }
            Some(_) => None,
            None => self.mood_as_object(),
        }
    }

    fn mood_as_subject(&self, clause: &Clause) -> Option<Mood> {
        let own = mood::of_clause(self.sentence, clause, &Vec::new());
        match clause.group.lemma {
            "foil" | "thwart" | "prevent" | "fail" | "cancel" | "avert" | "disrupt" | "uncover" => {
                Some(own.under(Modality::Thwarted))
            }
            "postpone" | "plan" | "schedule" | "arrange" => Some(own.under(Modality::Planned)),
            "propose" | "suggest" | "request" => Some(own.under(Modality::Hypothetical)),
            "take" | "hold" | "occur" | "begin" | "end" | "last" | "be" | "follow" | "open"
            | "conclude" | "result" | "lead" | "produce" | "fall" => Some(own),
            _ => self.sentence.is_definite(self.piece).then_some(Mood {
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
            "arrange" | "schedule" | "plan" | "postpone" | "announce" | "expect" => {
                Some(own.under(Modality::Planned))
            }
            "propose" | "suggest" | "request" | "seek" | "want" | "offer" | "demand" => {
                Some(own.under(Modality::Hypothetical))
            }
            "attend" | "describe" | "recall" | "report" | "host" | "reveal" | "end" | "join"
            | "disclose" | "follow" | "carry" | "launch" | "make" | "pay" => Some(own),
            _ => None,
        }
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
            || self.sentence.is_definite(self.piece) && self.noun.possessive.is_some()
    }
}
