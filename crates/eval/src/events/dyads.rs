//! From statements and tellings to pairs of actor codes with what passed between them.
//!
//! The source is who does it; targets are all others that take part, and the place. Each by the
//! actors that its whole phrase names, as our own parse gives the phrase: clauses about it and
//! what is joined to it by "and" are none of it. Of what is mutual each side is source and target,
//! and who is visited receives.

use super::codes;
use super::dictionary::Dictionary;
use depeche_annotate::Annotations;
use depeche_document::Document;
use depeche_statement::{Attribution, EventType, ParticipantRole, Reading, Statement};
use depeche_text::Span;

/// One event from an actor to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dyad {
    pub(super) source: String,
    pub(super) target: String,
    /// Beginnings of the codes that it stands for.
    pub(super) codes: Vec<&'static str>,
    /// The type and rule, for reading.
    pub(super) by: String,
}

/// Reads one sentence.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document,
    pub(super) annotations: &'a Annotations,
    pub(super) dictionary: &'a Dictionary,
    pub(super) date: u32,
}

/// Parts of a phrase that say something about it, or stand beside it.
const ASIDE: &[&str] = &["relcl", "acl", "advcl", "conj", "cc", "ccomp", "punct"];

impl Reader<'_> {
    /// What passes between actors, each once.
    pub(super) fn dyads(&self, reading: &Reading) -> Vec<Dyad> {
        let mut dyads: Vec<Dyad> = Vec::new();
        let of_events = reading
            .statements
            .iter()
            .flat_map(|statement| self.of(statement));
        let of_tellings = reading.attributions.iter().flat_map(|told| self.told(told));
        for dyad in of_events.chain(of_tellings) {
            let same = |other: &Dyad| {
                (&other.source, &other.target, &other.codes)
                    == (&dyad.source, &dyad.target, &dyad.codes)
            };
            if dyad.source != dyad.target && !dyads.iter().any(same) {
                dyads.push(dyad);
            }
        }
        dyads
    }

    fn of(&self, statement: &Statement) -> Vec<Dyad> {
        let (mut sources, mut sides, mut targets) = (Vec::new(), Vec::new(), Vec::new());
        for participant in &statement.participants {
            let codes = self.actors(participant.party.span);
            match participant.role {
                ParticipantRole::Actor => sources.extend(codes),
                ParticipantRole::Counterpart => sides.extend(codes),
                _ => targets.extend(codes),
            }
        }
        let place = statement.place.as_ref().and_then(|place| place.span);
        targets.extend(self.actors(place));
        let by = format!("{} by {}", statement.kind.name(), statement.by.rule);
        let codes = codes::codes(statement);
        if codes::is_mutual(statement.kind) {
            sources.append(&mut sides);
            targets.extend(sources.iter().cloned());
        } else {
            targets.append(&mut sides);
        }
        let mut dyads = pairs(&sources, &targets, &codes, &by);
        if statement.kind == EventType::Travel {
            dyads.extend(pairs(&targets, &sources, &codes, &by));
        }
        dyads
    }

    /// Who tells comments on whom the content names.
    fn told(&self, told: &Attribution) -> Vec<Dyad> {
        let sources = self.actors(told.source);
        let mut targets: Vec<String> = Vec::new();
        for piece in &told.content {
            targets.extend(self.named_in(*piece));
        }
        let by = format!("telling by {}", told.rule);
        pairs(&sources, &targets, codes::COMMENT, &by)
    }

    /// The codes of the actors in a stretch of text, phrase by phrase, so that "the police" of one
    /// country are not those of another.
    fn named_in(&self, span: Span) -> Vec<String> {
        let words = &self.annotations.words;
        let is_noun = |index: usize| matches!(words[index].pos, "NOUN" | "PROPN");
        // A name inside of a phrase is of that phrase: "the police of Norland".
        let tops = self.words(span).filter(|index| {
            let head = words[*index].head;
            let joined = words[*index].dep == "conj";
            is_noun(*index) && (joined || head == *index || !self.is_under_noun(*index, span))
        });
        tops.flat_map(|index| self.codes(&self.phrase(words[index].span)))
            .collect()
    }

    /// Whether the word is of the phrase of a noun in the span.
    fn is_under_noun(&self, word: usize, span: Span) -> bool {
        let words = &self.annotations.words;
        let mut at = word;
        loop {
            let above = words[at].head;
            let clause = matches!(words[at].dep, "relcl" | "acl" | "advcl" | "ccomp");
            if above == at || clause || !span.contains(words[above].span) {
                return false;
            }
            if matches!(words[above].pos, "NOUN" | "PROPN") {
                return true;
            }
            at = above;
        }
    }

    /// The codes of the actors that the phrase over a span names.
    fn actors(&self, span: Option<Span>) -> Vec<String> {
        let Some(span) = span else {
            return Vec::new();
        };
        let words = self.phrase(span);
        let codes = self.codes(&words);
        if codes.is_empty() && !words.is_empty() {
            // Somebody without a code goes by the words.
            return vec![format!("\"{}\"", self.spelt(&words).join(" "))];
        }
        codes
    }

    fn codes(&self, words: &[usize]) -> Vec<String> {
        self.dictionary.codes(&self.spelt(words), self.date)
    }

    /// The words in capitals, without marks and possessive endings.
    fn spelt(&self, words: &[usize]) -> Vec<String> {
        let spelt = words.iter().flat_map(|index| {
            let word = self.annotations.words[*index]
                .span
                .slice(&self.document.text);
            let word = word.trim_end_matches("'s").trim_end_matches("’s");
            word.split(['_', '-'])
                .map(str::to_uppercase)
                .collect::<Vec<_>>()
        });
        let is_word = |word: &String| word.contains(char::is_alphanumeric);
        spelt.filter(is_word).collect()
    }

    fn words(&self, span: Span) -> std::ops::Range<usize> {
        self.annotations.words_in(span)
    }

    /// The words of the whole phrase that the span's words belong to, in text order.
    fn phrase(&self, span: Span) -> Vec<usize> {
        let words = &self.annotations.words;
        let inside = self.words(span);
        let outside = |index: &usize| {
            let head = words[*index].head;
            head == *index || !inside.contains(&head)
        };
        let Some(head) = inside.clone().find(outside) else {
            return Vec::new();
        };
        let sentence = self.annotations.sentences.iter();
        let sentence = sentence.copied().find(|sentence| sentence.contains(span));
        let all = self.words(sentence.unwrap_or(span));
        let belongs = |index: &usize| inside.contains(index) || self.hangs_on(*index, head);
        all.filter(belongs).collect()
    }

    /// Whether the word is of the phrase of `head`.
    fn hangs_on(&self, word: usize, head: usize) -> bool {
        let words = &self.annotations.words;
        let mut at = word;
        loop {
            if at == head {
                return true;
            }
            let above = words[at].head;
            let clause = matches!(words[at].dep, "relcl" | "acl" | "advcl" | "ccomp");
            if above == at || clause || above == head && ASIDE.contains(&words[at].dep) {
                return false;
            }
            at = above;
        }
    }
}

fn pairs(sources: &[String], targets: &[String], codes: &[&'static str], by: &str) -> Vec<Dyad> {
    let pair = |source: &String, target: &String| Dyad {
        source: source.clone(),
        target: target.clone(),
        codes: codes.to_vec(),
        by: by.to_owned(),
    };
    let from = |source| targets.iter().map(move |target| pair(source, target));
    sources.iter().flat_map(from).collect()
}
