//! From statements and tellings to pairs of actor codes with what passed between them.
//!
//! The source is who does it; targets are all others that take part, and the place. Each by the
//! actors that its whole phrase names, as our own parse gives the phrase; what is joined by "and"
//! is a phrase of its own, and a pronoun goes by the name of whom it means. As PETRARCH has it, a
//! phrase that names no actor takes that of a clause about it ("the roads **into Norland**"), a
//! bare agent takes the actor of what it is joined to ("**Norland** media and government"), and
//! else stands as "---GOV". Of what is mutual each side is source and target, and who is visited
//! receives.

use super::codes;
use super::dictionary::Dictionary;
use depeche_annotate::Annotations;
use depeche_document::Document;
use depeche_statement::{Attribution, Entity, EventType, ParticipantRole, Reading, Statement};
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
            .flat_map(|statement| self.of(statement, &reading.entities));
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

    fn of(&self, statement: &Statement, entities: &[Entity]) -> Vec<Dyad> {
        let (mut sources, mut sides, mut targets) = (Vec::new(), Vec::new(), Vec::new());
        for participant in &statement.participants {
            let party = &participant.party;
            let entity = party.entity.and_then(|at| entities.get(at as usize));
            let named = party.span.and_then(|span| self.named_instead(span, entity));
            let codes = self.actors(named.or(party.span));
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
        // "Norland and Sudland renewed ties": with each other.
        let is_together =
            statement.kind == EventType::Cooperate && sides.is_empty() && sources.len() > 1;
        if codes::is_mutual(statement.kind) || is_together {
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
        tops.flat_map(|index| self.codes(&self.phrase(index, None, false)))
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

    /// Of a pronoun the words that name whom it means.
    fn named_instead(&self, span: Span, entity: Option<&Entity>) -> Option<Span> {
        let is_pronoun = |span: Span| {
            let mut words = self.words(span);
            words.all(|word| self.annotations.words[word].pos == "PRON")
        };
        let mentions = entity.filter(|_| is_pronoun(span))?.mentions.iter();
        let mut spans = mentions.map(|mention| mention.span);
        spans.find(|mention| !is_pronoun(*mention))
    }

    /// The codes of the actors that the phrases over a span name.
    fn actors(&self, span: Option<Span>) -> Vec<String> {
        let Some(span) = span else {
            return Vec::new();
        };
        let Some(head) = self.head(span) else {
            return Vec::new();
        };
        let mut heads = vec![head];
        let joined = self.words(span).filter(|word| self.is_joined(*word, head));
        heads.extend(joined);
        let parts = heads.iter().enumerate();
        parts
            .flat_map(|(at, head)| self.of_phrase(*head, (at == 0).then_some(span)))
            .collect()
    }

    /// The codes of one phrase; the words of the span, where they are given, are of it.
    fn of_phrase(&self, head: usize, span: Option<Span>) -> Vec<String> {
        let own = self.phrase(head, span, false);
        let mut found = self.dictionary.find(&self.spelt(&own), self.date);
        if found.actors.is_empty() && !found.agents.is_empty() {
            found.actors = self.shared_actors(head);
        }
        if found.actors.is_empty() {
            let whole = self.spelt(&self.phrase(head, span, true));
            found.actors = self.dictionary.find(&whole, self.date).actors;
        }
        let codes = found.codes();
        if codes.is_empty() && !own.is_empty() {
            // Somebody without a code goes by the words.
            return vec![format!("\"{}\"", self.spelt(&own).join(" "))];
        }
        codes
    }

    /// The actors before or behind what a bare agent is joined to: "**Norland** media and police".
    fn shared_actors(&self, head: usize) -> Vec<String> {
        let words = &self.annotations.words;
        let first = self.first_joined(head);
        let sentence = self.annotations.sentences.iter();
        let mut sentence = sentence.filter(|sentence| sentence.contains(words[head].span));
        let all = sentence.next().map_or(head..head, |span| self.words(*span));
        let others = all.filter(|word| *word != head && self.first_joined(*word) == first);
        let mut beside = others.map(|other| {
            let mut phrase = self.phrase(other, None, false);
            phrase.retain(|word| *word != other);
            self.dictionary.find(&self.spelt(&phrase), self.date).actors
        });
        beside.find(|actors| !actors.is_empty()).unwrap_or_default()
    }

    /// The first of those joined to a word.
    fn first_joined(&self, word: usize) -> usize {
        let words = &self.annotations.words;
        let mut at = word;
        while words[at].dep == "conj" && words[at].head < at {
            at = words[at].head;
        }
        at
    }

    /// Whether a word is a noun joined to the head by "and".
    fn is_joined(&self, word: usize, head: usize) -> bool {
        let is_noun = matches!(self.annotations.words[word].pos, "NOUN" | "PROPN");
        word != head && is_noun && self.first_joined(word) == head
    }

    fn codes(&self, words: &[usize]) -> Vec<String> {
        let found = self.dictionary.find(&self.spelt(words), self.date);
        match found.actors.is_empty() {
            true => Vec::new(),
            false => found.codes(),
        }
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

    /// The word of a span that hangs on none of the others.
    fn head(&self, span: Span) -> Option<usize> {
        let words = &self.annotations.words;
        let inside = self.words(span);
        let outside = |index: &usize| {
            let head = words[*index].head;
            head == *index || !inside.contains(&head)
        };
        let head = inside.clone().find(outside)?;
        // "Norland's minister **Anna Veld**": one phrase, of the title.
        let title = words[head].head;
        let first = inside.start;
        let is_beside = words[head].dep == "appos" && title + 1 == first;
        Some(if is_beside { title } else { head })
    }

    /// The words of the whole phrase of a head, in text order, with or without those of clauses
    /// about it; what the span has beside them is of it where it is joined by nothing.
    fn phrase(&self, head: usize, span: Option<Span>, with_clauses: bool) -> Vec<usize> {
        let words = &self.annotations.words;
        let span = span.unwrap_or(words[head].span);
        let inside = self.words(span);
        let sentence = self.annotations.sentences.iter();
        let sentence = sentence.copied().find(|sentence| sentence.contains(span));
        let joined: Vec<usize> = inside
            .clone()
            .filter(|word| self.is_joined(*word, head))
            .collect();
        let is_others = |word: usize| {
            let mut joined = joined.iter();
            joined.any(|other| word == *other || self.hangs_on(word, *other, true))
        };
        let all = self.words(sentence.unwrap_or(span));
        all.filter(|index| {
            let is_own = inside.contains(index) && !is_others(*index);
            is_own || self.hangs_on(*index, head, with_clauses)
        })
        .collect()
    }

    /// Whether the word is of the phrase of `head`.
    fn hangs_on(&self, word: usize, head: usize, with_clauses: bool) -> bool {
        let words = &self.annotations.words;
        let mut at = word;
        loop {
            if at == head {
                return true;
            }
            let above = words[at].head;
            let clause = matches!(words[at].dep, "relcl" | "acl" | "advcl" | "ccomp");
            let aside = above == head && ASIDE.contains(&words[at].dep);
            if above == at || clause && !with_clauses || aside && !clause {
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
