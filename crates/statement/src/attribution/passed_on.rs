//! Texts that a telegram or note passes on: "Following is the text of Veld's letter: “…”".

use super::{Reader, Said};
use crate::Medium;
use crate::sentence::is_quote;
use depeche_annotate::EntityKind;
use depeche_text::Span;

/// What is passed on word for word, and how it was told.
const PASSED_ON: &[(&str, Medium)] = &[
    ("letter", Medium::Letter),
    ("message", Medium::Letter),
    ("note", Medium::Letter),
    ("reply", Medium::Letter),
    ("statement", Medium::Speech),
    ("memorandum", Medium::Memo),
];

impl Reader<'_, '_> {
    /// The writer of a text that a colon and a quotation mark open, or a colon at the sentence's end.
    pub(super) fn passed_on(&self) -> Option<Said> {
        let sentence = self.sentence;
        let mut words = 0..sentence.words.len();
        let colon = words.find(|word| sentence.lower(*word) == ":")?;
        let opens = match sentence.words.get(colon + 1) {
            Some(next) => is_quote(next, sentence.text),
            None => true,
        };
        let has_text =
            (0..colon).any(|word| matches!(sentence.lower(word).as_str(), "text" | "following"));
        let mut before = sentence.clauses.iter().filter(|clause| clause.verb < colon);
        if !opens || !has_text || !before.all(|clause| is_copula(clause.group.lemma)) {
            return None;
        }
        let (noun, medium) = (0..colon).find_map(|word| {
            let lemma = sentence.lemma(word);
            let found = PASSED_ON.iter().find(|(noun, _)| *noun == lemma)?;
            Some((word, found.1))
        })?;
        let owner = self.writer(noun)?;
        let speaker = self.speaker(&[sentence.filler(owner)])?;
        let source = self.source(owner);
        let cue = sentence.words[noun].span;
        let rest = Span {
            start: sentence.words[colon].span.end,
            end: sentence.span.end,
        };
        let content = rest.trimmed(sentence.text);
        let said = self.said(Some(speaker), (source.cover(cue), content), "quotation");
        Some(Said {
            source: Some(source),
            cue,
            medium,
            content: match content.is_empty() {
                true => Vec::new(),
                false => vec![content],
            },
            rule: match content.is_empty() {
                true => "bare-cue",
                false => "quotation",
            },
            ..said
        })
    }

    /// "**Veld**'s letter", "the letter from **Veld**": a named person or body.
    fn writer(&self, noun: usize) -> Option<usize> {
        let sentence = self.sentence;
        let is_somebody = |word: &usize| {
            let kind = sentence.mention(*word).map(|mention| mention.kind);
            matches!(kind, Some(EntityKind::Person | EntityKind::Organization))
        };
        let own = sentence.children_as(noun, &["poss"]).find(is_somebody);
        own.or_else(|| {
            let mut from = sentence.children_as(noun, &["prep", "agent"]);
            let from = from.find(|word| matches!(sentence.lemma(*word), "from" | "by" | "of"))?;
            sentence.children_as(from, &["pobj"]).find(is_somebody)
        })
    }
}

fn is_copula(lemma: &str) -> bool {
    matches!(
        lemma,
        "be" | "follow" | "date" | "address" | "quote" | "repeat" | "receive" | "hand" | "deliver"
    )
}
