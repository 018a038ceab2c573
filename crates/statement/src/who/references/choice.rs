//! Whom a pronoun means: what stands before it weighed by nearness, part and agreement (after
//! Lappin and Leass, 1994); open where two weigh nearly the same.

use super::apart::{self, Headings};
use super::gender::Gender;
use super::grammar::{Grammar, Part};
use super::standing::{Sort, Standing, Target};
use std::collections::BTreeMap;

/// A pronoun of the third person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    Person(Gender),
    It,
    They,
}

impl Pronoun {
    /// The pronoun that a word is, where it means somebody or something.
    pub(super) fn at(grammar: &Grammar<'_>, word: usize) -> Option<Pronoun> {
        let is_pronoun = matches!(grammar.words[word].tag, "PRP" | "PRP$");
        let pronoun = Pronoun::of(&grammar.lower(word)).filter(|_| is_pronoun);
        pronoun.filter(|_| !grammar.is_empty_it(word))
    }

    fn of(lower: &str) -> Option<Pronoun> {
        Some(match lower {
            "he" | "him" | "his" | "himself" => Pronoun::Person(Gender::Male),
            "she" | "her" | "hers" | "herself" => Pronoun::Person(Gender::Female),
            "it" | "its" | "itself" => Pronoun::It,
            "they" | "them" | "their" | "theirs" | "themselves" => Pronoun::They,
            _ => return None,
        })
    }

    /// What it agrees with.
    pub(super) fn sort(self) -> Sort {
        match self {
            Pronoun::Person(gender) => Sort::Person(Some(gender)),
            Pronoun::It => Sort::Body,
            Pronoun::They => Sort::People,
        }
    }

    /// So many sentences back somebody is looked for.
    fn reach(self) -> usize {
        match self {
            Pronoun::Person(_) => 5,
            Pronoun::It | Pronoun::They => 2,
        }
    }

    /// By how much the best must outweigh the second. Who acts, or owns, is often a body; "it"
    /// to which something is done is more often a thing.
    fn margin(self, part: Part) -> f32 {
        match self {
            Pronoun::Person(_) => 1.1,
            Pronoun::It if matches!(part, Part::Subject | Part::Owner) => 1.2,
            Pronoun::It => 1.6,
            Pronoun::They => 1.6,
        }
    }

    /// How well it agrees; 0 where it does not.
    fn agrees(self, standing: &Standing) -> f32 {
        let is_named = matches!(standing.target, Target::Entity(_));
        match (self, standing.sort) {
            (Pronoun::Person(wanted), Sort::Person(Some(gender))) if wanted == gender => 1.0,
            (Pronoun::Person(Gender::Male), Sort::Person(None)) => 0.8,
            (Pronoun::Person(Gender::Female), Sort::Person(None)) => 0.45,
            (Pronoun::Person(Gender::Female), Sort::Place) if is_named => 0.3,
            (Pronoun::It, Sort::Body | Sort::Place) => 1.0,
            (Pronoun::It, Sort::Thing) => 0.9,
            (Pronoun::They, Sort::Many | Sort::People) => 1.0,
            (Pronoun::They, Sort::Body | Sort::Place) => 0.6,
            _ => 0.0,
        }
    }
}

/// Who stands in the text as far as it is read, and further in the pronoun's own sentence.
pub(super) struct Choice<'a> {
    pub(super) grammar: &'a Grammar<'a>,
    pub(super) standings: &'a [Standing],
    /// Where those are named who are "I" and "you" here; nowhere for the notes of others.
    pub(super) headings: Option<&'a Headings>,
}

/// What the subject of the main clause weighs for a pronoun before it: "When he came, **Moss**
/// said".
const FOLLOWING: f32 = 110.0;

/// No more of what stands before a pronoun are weighed.
const WEIGHED: usize = 250;

impl Choice<'_> {
    /// The target that a pronoun at a word of a sentence means.
    pub(super) fn of(&self, pronoun: Pronoun, word: usize, sentence: usize) -> Option<Target> {
        if self.is_reflexive(word) {
            return self.subject_of(pronoun, word, sentence);
        }
        if let Some(named) = apart::bracketed(self.grammar, self.standings, word) {
            return (pronoun.agrees(named) > 0.0).then_some(named.target);
        }
        let part = self.grammar.part(word);
        let mut weights: BTreeMap<(Target, usize), f32> = BTreeMap::new();
        let barred = self.barred(word, sentence);
        for standing in self.standings.iter().rev().take(WEIGHED) {
            let distance = sentence.saturating_sub(standing.sentence);
            if distance > pronoun.reach() {
                break;
            }
            let agrees = pronoun.agrees(standing);
            let is_apart = barred.contains(&standing.target) || self.is_heading(standing);
            if agrees == 0.0 || is_apart {
                continue;
            }
            let mut weight = self.weight(standing, part, word) * agrees;
            weight /= (1 << distance.min(8)) as f32;
            let sum = weights.entry((standing.target, distance)).or_default();
            *sum = sum.max(weight);
        }
        let best = self.best((pronoun, part), &weights);
        let named = self.named_behind(word, sentence);
        if named.is_empty() {
            return best;
        }
        // Who is left when the likeliest cannot be meant must be likely himself.
        weights.retain(|(target, _), _| !named.contains(target));
        let left = self.best((pronoun, part), &weights)?;
        (best == Some(left) || self.leads(left, sentence)).then_some(left)
    }

    fn is_reflexive(&self, word: usize) -> bool {
        let lower = self.grammar.lower(word);
        lower.ends_with("self") || lower.ends_with("selves")
    }

    /// "himself" is the subject of its clause.
    fn subject_of(&self, pronoun: Pronoun, word: usize, sentence: usize) -> Option<Target> {
        let verb = self.grammar.verb(word)?;
        let subject = self.grammar.subject(verb)?;
        let here = self.standings.iter().rev().take(WEIGHED);
        let mut here = here.take_while(|standing| standing.sentence == sentence);
        let found = here.find(|standing| standing.word == subject)?;
        (pronoun.agrees(found) > 0.0).then_some(found.target)
    }

    /// Those whom the pronoun cannot mean, wherever else they stand.
    fn barred(&self, word: usize, sentence: usize) -> Vec<Target> {
        let here = self.standings.iter().rev().take(WEIGHED);
        let here = here.take_while(|standing| standing.sentence == sentence);
        let barred = here.filter(|standing| {
            standing.word < word && self.grammar.is_barred(word, standing.word)
                || self.speaks(standing.word, word)
        });
        barred.map(|standing| standing.target).collect()
    }

    /// The entities that are named in what the pronoun's own verb holds.
    fn named_behind(&self, word: usize, sentence: usize) -> Vec<Target> {
        let here = self.standings.iter().rev().take(WEIGHED);
        let here = here.take_while(|standing| standing.sentence == sentence);
        let named = here.filter(|standing| {
            let is_entity = matches!(standing.target, Target::Entity(_));
            is_entity && standing.is_name && self.grammar.commands(word, standing.word)
        });
        named.map(|standing| standing.target).collect()
    }

    /// Who writes a paper and to whom are not "he" in it, nor is who is addressed.
    fn is_heading(&self, standing: &Standing) -> bool {
        let place = self.grammar.words[standing.word].span;
        self.headings.is_some_and(|headings| headings.hold(place))
    }

    /// Whether somebody is the subject of a main clause nearby, as whoever goes on to be spoken of.
    fn leads(&self, target: Target, sentence: usize) -> bool {
        const NEAR: usize = 2;
        let near = self.standings.iter().rev().take(WEIGHED);
        let mut near =
            near.take_while(|standing| sentence.saturating_sub(standing.sentence) <= NEAR);
        near.any(|standing| {
            standing.target == target
                && standing.part == Part::Subject
                && !self.grammar.is_subordinate(standing.word)
        })
    }

    /// Nobody speaks of himself as "he": who tells a quotation is not meant in it.
    fn speaks(&self, speaker: usize, word: usize) -> bool {
        let quoted = &self.grammar.quoted;
        quoted[word] && !quoted[speaker] && self.tells(speaker)
    }

    fn weight(&self, standing: &Standing, part: Part, word: usize) -> f32 {
        let role = match standing.part {
            Part::Subject => 80.0,
            Part::Object => 50.0,
            Part::Oblique => 40.0,
            Part::Owner => 45.0,
            Part::Other => 35.0,
            Part::Modifier => 5.0,
        };
        let parallel = if standing.part == part { 15.0 } else { 0.0 };
        if standing.word > word {
            let allowed = !self.grammar.is_barred(word, standing.word);
            return if allowed { FOLLOWING } else { 0.0 };
        }
        let governs = if self.governs(standing.word, word) {
            25.0
        } else {
            0.0
        };
        let tells = if self.tells(standing.word) && self.tells(word) {
            40.0
        } else {
            0.0
        };
        let below = if self.grammar.is_subordinate(standing.word) {
            20.0
        } else {
            0.0
        };
        let thanked = if self.is_thanked(standing.word, word) {
            60.0
        } else {
            0.0
        };
        let relative = self.relative(standing.word, word);
        let own = if self.is_own_subject(standing.word, word) {
            100.0
        } else {
            0.0
        };
        let sum = 100.0 + role + parallel + governs + tells + relative + own;
        sum + self.centre(standing, word) + thanked - below
    }

    /// "**Moss** during **his** visit said": what the subject of a verb owns hangs on the same verb.
    fn is_own_subject(&self, other: usize, word: usize) -> bool {
        let verb = self.grammar.verb(word);
        self.grammar.part(word) == Part::Owner
            && self.grammar.part(other) == Part::Subject
            && verb.is_some()
            && verb == self.grammar.verb(other)
    }

    /// "Moss, **who** said that he": the pronoun stands in what who stands before "who" says.
    fn relative(&self, other: usize, word: usize) -> f32 {
        let verb = self.grammar.relative(other, word);
        let lemma = verb.map(|verb| self.grammar.words[verb].lemma.as_str());
        match lemma.map(crate::attribution::is_reporting) {
            Some(true) => 65.0,
            Some(false) => 25.0,
            None => 0.0,
        }
    }

    /// "Moss replied … **He** thought": who was spoken of first goes on to be.
    fn centre(&self, standing: &Standing, word: usize) -> f32 {
        let leads = |word: usize| {
            self.grammar.part(word) == Part::Subject && !self.grammar.is_subordinate(word)
        };
        let is_before = standing.word < word && leads(standing.word) && leads(word);
        if is_before { 30.0 } else { 0.0 }
    }

    /// "thanked **Moss** for **his** help": whom the verb is about did it.
    fn is_thanked(&self, object: usize, word: usize) -> bool {
        const THANKS: &[&str] = &[
            "accuse",
            "admire",
            "blame",
            "commend",
            "compliment",
            "congratulate",
            "criticize",
            "praise",
            "rebuke",
            "thank",
        ];
        let verb = self.grammar.verb(object);
        let is_object = self.grammar.part(object) == Part::Object;
        is_object
            && verb.is_some_and(|verb| {
                THANKS.contains(&self.grammar.words[verb].lemma.as_str())
                    && object < word
                    && self.grammar.above(word).any(|above| above == verb)
            })
    }

    /// "**Moss** said that **he**": the pronoun stands in what the subject says or wants.
    fn governs(&self, subject: usize, word: usize) -> bool {
        let verb = self.grammar.verb(subject);
        self.grammar.part(subject) == Part::Subject
            && verb != self.grammar.verb(word)
            && verb.is_some_and(|verb| self.grammar.above(word).any(|above| above == verb))
    }

    /// "**Moss** said": the subject of a verb that tells.
    fn tells(&self, word: usize) -> bool {
        let tells = |verb: usize| crate::attribution::is_reporting(&self.grammar.words[verb].lemma);
        self.grammar.part(word) == Part::Subject && self.grammar.verb(word).is_some_and(tells)
    }

    /// The heaviest, where it is clearly so and an entity.
    fn best(
        &self,
        (pronoun, part): (Pronoun, Part),
        weights: &BTreeMap<(Target, usize), f32>,
    ) -> Option<Target> {
        let mut sums: BTreeMap<Target, f32> = BTreeMap::new();
        for ((target, _), weight) in weights {
            *sums.entry(*target).or_default() += weight;
        }
        let mut sums: Vec<(Target, f32)> = sums.into_iter().collect();
        sums.sort_by(|one, other| other.1.total_cmp(&one.1));
        let (best, weight) = *sums.first()?;
        let second = sums.get(1).map_or(0.0, |(_, second)| *second);
        (weight > 0.0 && weight >= second * pronoun.margin(part)).then_some(best)
    }
}
