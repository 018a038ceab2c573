//! Families of errors, so that what is most frequent can be mended first.

use super::article::Read;
use super::token::{tokens, words_under};
use super::told::{Pieces, Told};
use depeche_annotate::{Annotations, Word};
use depeche_text::{Span, fold};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// One error.
pub(super) struct Case {
    /// The word at its heart: a lemma of the cue.
    word: String,
    /// As it is printed.
    pub(super) shown: String,
}

/// Errors of one kind.
pub(super) struct Family<'a> {
    pub(super) name: &'a str,
    pub(super) cases: &'a [Case],
}

impl Family<'_> {
    /// The words at the heart of its errors, the most frequent first.
    pub(super) fn words(&self) -> Vec<(&str, usize)> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for case in self.cases {
            *counts.entry(&case.word).or_default() += 1;
        }
        let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }
}

/// The families, by name.
#[derive(Default)]
pub(super) struct Families(BTreeMap<String, Vec<Case>>);

impl Families {
    /// The largest first.
    pub(super) fn by_count(&self) -> Vec<Family<'_>> {
        let families = self.0.iter();
        let mut families: Vec<Family<'_>> = families
            .map(|(name, cases)| Family { name, cases })
            .collect();
        families.sort_by_key(|family| std::cmp::Reverse(family.cases.len()));
        families
    }

    /// Adds an article's.
    pub(super) fn add(&mut self, read: &Read, marked: &[Told]) {
        let judge = Judge { read };
        for told in marked {
            let found = read.told.iter().find(|other| other.cue.meets(&told.cue));
            for name in judge.marked(told, found) {
                self.push(name, judge.case(told, found));
            }
        }
        for told in &read.told {
            if !marked.iter().any(|other| other.cue.meets(&told.cue)) {
                let met = marked
                    .iter()
                    .find(|other| other.content.meets(&told.content));
                let name = judge.false_alarm(told, met);
                self.push(name, judge.alarm(told, met));
            }
        }
    }

    fn push(&mut self, name: String, case: Case) {
        self.0.entry(name).or_default().push(case);
    }
}

/// Names what is wrong in one article.
struct Judge<'a> {
    read: &'a Read,
}

impl Judge<'_> {
    /// What is wrong with what was read for a marked one; several things can be.
    fn marked(&self, told: &Told, found: Option<&Told>) -> Vec<String> {
        let Some(found) = found else {
            let (cue, form) = (self.cue(&told.cue), self.form(&told.content));
            return vec![format!("missed: {cue}, {form}")];
        };
        let parts = [
            ("cue", &told.cue, &found.cue),
            ("source", &told.source, &found.source),
            ("content", &told.content, &found.content),
        ];
        let wrong = parts.into_iter().filter_map(|(part, marked, read)| {
            let difference = self.difference(marked, read)?;
            Some(format!("{part}: {difference}"))
        });
        wrong.collect()
    }

    fn false_alarm(&self, told: &Told, met: Option<&Told>) -> String {
        let what = match met {
            Some(met) if met.content.hold(&told.cue) => "inside of marked content",
            Some(_) => "marked content, other cue",
            None => "nothing marked",
        };
        format!("false: {what}, {}", told.rule)
    }

    /// How two spans differ; `None` where they do not.
    fn difference(&self, marked: &Pieces, read: &Pieces) -> Option<String> {
        if marked == read {
            return None;
        }
        let (Some(gold), Some(got)) = (marked.cover(), read.cover()) else {
            let missing = if read.is_empty() {
                "none read"
            } else {
                "none marked"
            };
            return Some(missing.to_owned());
        };
        let tokens = tokens(&self.read.text);
        let words = |pieces: &Pieces| words_under(pieces, &tokens, &self.read.text);
        if words(marked) == words(read) {
            return Some("marks only".to_owned());
        }
        if !gold.overlaps(got) {
            return Some("elsewhere".to_owned());
        }
        let sides = [
            ("starts", got.start.cmp(&gold.start)),
            ("ends", got.end.cmp(&gold.end)),
        ];
        let sides: Vec<String> = sides
            .iter()
            .filter_map(|(side, order)| match order {
                Ordering::Less => Some(format!("{side} early")),
                Ordering::Greater => Some(format!("{side} late")),
                Ordering::Equal => None,
            })
            .collect();
        if sides.is_empty() {
            return Some("other pieces".to_owned());
        }
        Some(sides.join(", "))
    }

    /// What the cue is: a mark, or the part of speech of its head.
    fn cue(&self, cue: &Pieces) -> &'static str {
        let words = cue.words(&self.read.text);
        if !words.contains(char::is_alphanumeric) {
            return "mark";
        }
        if fold(&words).starts_with("according to") {
            return "according to";
        }
        let Some(head) = self.head(cue) else {
            return "other";
        };
        match (head.pos, head.dep) {
            ("VERB" | "AUX", _) if head.tag == "VBG" => "gerund",
            ("VERB" | "AUX", "xcomp" | "acl" | "advcl") => "dependent verb",
            ("VERB" | "AUX", "relcl") => "verb of a relative clause",
            ("VERB" | "AUX", "conj") => "joined verb",
            ("VERB" | "AUX", _) => "verb",
            ("NOUN" | "PROPN", _) => "noun",
            ("ADJ", _) => "adjective",
            ("ADP" | "SCONJ", _) => "preposition",
            _ => "other",
        }
    }

    /// The word of the cue that hangs on no other of it; of several the last.
    fn head(&self, cue: &Pieces) -> Option<&Word> {
        let annotations: &Annotations = &self.read.annotations;
        let inside: Vec<usize> = cue
            .0
            .iter()
            .flat_map(|piece| annotations.words_in(*piece))
            .collect();
        let mut heads = inside.iter().rev().filter(|index| {
            let head = annotations.words[**index].head;
            head == **index || !inside.contains(&head)
        });
        let verb = |index: &&usize| matches!(annotations.words[**index].pos, "VERB" | "NOUN");
        let index = heads.clone().find(verb).or_else(|| heads.next())?;
        Some(&annotations.words[*index])
    }

    /// How the content is given.
    fn form(&self, content: &Pieces) -> &'static str {
        let words = content.words(&self.read.text);
        let is_quote = |letter: char| matches!(letter, '"' | '“' | '”' | '\u{201f}');
        let ends = words.trim_end_matches(['.', ',', ' ']);
        match (words.starts_with(is_quote), ends.ends_with(is_quote)) {
            (true, true) => "direct",
            _ if words.contains(is_quote) => "mixed",
            _ => "indirect",
        }
    }

    fn word(&self, told: &Told) -> String {
        match self.head(&told.cue) {
            Some(head) => head.lemma.to_lowercase(),
            None => told.cue.words(&self.read.text).to_lowercase(),
        }
    }

    fn case(&self, told: &Told, found: Option<&Told>) -> Case {
        let read = found.map_or("nothing".to_owned(), |found| self.line(found));
        let around = self.around(told);
        let marked = self.line(told);
        Case {
            word: self.word(told),
            shown: format!("  {around}\n    marked {marked}\n    read   {read}"),
        }
    }

    fn alarm(&self, told: &Told, met: Option<&Told>) -> Case {
        let marked = met.map_or("nothing".to_owned(), |met| self.line(met));
        let around = self.around(told);
        let read = self.line(told);
        Case {
            word: self.word(told),
            shown: format!("  {around}\n    marked {marked}\n    read   {read}"),
        }
    }

    /// An attribution on one line.
    fn line(&self, told: &Told) -> String {
        let text = &self.read.text;
        let hearer = told.hearer.and_then(|hearer| hearer.get(text));
        let hearer = hearer.map_or(String::new(), |hearer| format!(" TO [{hearer}]"));
        let rule = if told.rule.is_empty() { "" } else { " by " };
        format!(
            "[{}] CUE [{}]{hearer}: [{}]{rule}{}",
            told.source.words(text),
            told.cue.words(text),
            told.content.words(text),
            told.rule
        )
    }

    /// The sentence of the cue.
    fn around(&self, told: &Told) -> String {
        let Some(cue) = told.cue.cover() else {
            return String::new();
        };
        let sentences = &self.read.annotations.sentences;
        let sentence = sentences.iter().find(|sentence| sentence.overlaps(cue));
        let span: Span = sentence.copied().unwrap_or(cue);
        span.slice(&self.read.text).replace('\n', "⏎")
    }
}
