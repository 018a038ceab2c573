//! GUM's news, interviews and speeches, all paragraphs alike.
//!
//! A phrase is a name where a proper noun is among the words that it cannot do without, titles
//! left out; an anaphor where it is one pronoun, or where its head is an office and the phrase is
//! definite ("the president", "Mr. President"). Bare offices beside a name ("Moss, president of
//! the league") and "a president" are not anaphors.

use super::score::{Anaphor, Form, Text};
use crate::names::columns::{self, Sentence, Word};
use crate::names::gum::{HEAD, UPOS, XPOS, files, phrases, title};
use depeche_text::Span;
use std::collections::BTreeMap;
use std::path::Path;

/// The texts; with the speaker's name and a colon before each turn, where wanted.
pub(super) fn texts(folder: &Path, speakers: bool) -> anyhow::Result<Vec<Text>> {
    let mut texts = Vec::new();
    for file in files(folder)? {
        let lines = std::fs::read_to_string(&file)?;
        let name = file
            .file_stem()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        texts.push(Text {
            name: name.to_owned(),
            ..text(&lines, speakers)
        });
    }
    Ok(texts)
}

/// A text in the making.
#[derive(Default)]
struct Writer {
    text: Text,
    /// Clusters by their names in the file.
    clusters: BTreeMap<String, usize>,
    speaker: Option<String>,
}

/// A document, a paragraph a block.
pub(super) fn text(lines: &str, speakers: bool) -> Text {
    let mut writer = Writer::default();
    let said = speaker_lines(lines);
    let mut number = 0;
    columns::sentences(lines, &mut |sentence| {
        let speaker = said.get(number).cloned().flatten().filter(|_| speakers);
        number += 1;
        let is_turn = speaker.is_some() && speaker != writer.speaker;
        let opens = sentence.opens_paragraph || is_turn || writer.text.blocks.is_empty();
        writer.add(&sentence, opens, speaker.filter(|_| is_turn));
    });
    writer.text.anaphors.sort_by_key(|anaphor| anaphor.span);
    writer.text
}

/// By sentence, the speaker's name with spaces between its parts.
fn speaker_lines(lines: &str) -> Vec<Option<String>> {
    let mut said = Vec::new();
    let mut speaker = None;
    for line in lines.lines() {
        if let Some(name) = line.strip_prefix("# speaker = ") {
            speaker = Some(spaced(name.trim()));
        } else if line.starts_with("1\t") {
            said.push(speaker.take());
        }
    }
    said
}

/// "AnaMoss" as "Ana Moss", "PeterJLund" as "Peter J Lund"; "McVeld" stays one.
fn spaced(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut spaced = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        let after = letters.get(at + 1);
        let opens = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase() || after.is_some_and(|after| after.is_lowercase())
            });
        if opens && !spaced.ends_with("Mc") {
            spaced.push(' ');
        }
        spaced.push(*letter);
    }
    spaced
}

impl Writer {
    fn add(&mut self, sentence: &Sentence<'_>, opens: bool, turn_of: Option<String>) {
        let text = &mut self.text.text;
        if opens {
            if !text.is_empty() {
                text.push('\n');
            }
            self.text.blocks.push(Span::new(text.len(), text.len()));
            if let Some(name) = &turn_of {
                text.push_str(name);
                text.push_str(": ");
            }
            self.speaker = turn_of.or(self.speaker.take());
        } else {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(&sentence.text);
        let end = text.len();
        if let Some(block) = self.text.blocks.last_mut() {
            *block = Span::new(block.start as usize, end);
        }
        for phrase in phrases(sentence) {
            let id = phrase.fields.split('-').next().unwrap_or_default();
            // Parts of a phrase in pieces have "[1/2]" behind their cluster.
            let id = id.split('[').next().unwrap_or_default();
            let next = self.clusters.len();
            let cluster = *self.clusters.entry(id.to_owned()).or_insert(next);
            let words = &sentence.words[phrase.first..=phrase.last];
            match read(words, phrase.fields) {
                Some(Role::Name(span)) => {
                    let names = self.text.names.entry(cluster).or_default();
                    names.push(span.shifted(start));
                }
                Some(Role::Anaphor(span, form)) => self.text.anaphors.push(Anaphor {
                    span: span.shifted(start),
                    form,
                    cluster,
                }),
                None => {}
            }
        }
    }
}

enum Role {
    Name(Span),
    Anaphor(Span, Form),
}

/// What a marked phrase is.
fn read(words: &[Word<'_>], fields: &str) -> Option<Role> {
    let span = words[0].span.cover(words[words.len() - 1].span);
    if let [word] = words
        && matches!(word.cell(UPOS), "PRON" | "DET")
    {
        return Form::of_pronoun(word.cell(1)).map(|form| Role::Anaphor(span, form));
    }
    let needed = fields.split('-').nth(5)?.split(',');
    let needed = needed.filter_map(|number| number.parse::<usize>().ok()?.checked_sub(1));
    let needed: Vec<&Word<'_>> = needed.filter_map(|index| words.get(index)).collect();
    let numbers: Vec<&str> = words.iter().map(|word| word.cell(0)).collect();
    let head = *needed
        .iter()
        .find(|word| !numbers.contains(&word.cell(HEAD)))?;
    let is_proper = |word: &&&Word<'_>| word.cell(UPOS) == "PROPN" && !title(word);
    if let Some(first) = needed.iter().find(is_proper) {
        let last = needed.iter().rfind(is_proper)?;
        return Some(Role::Name(first.span.cover(last.span)));
    }
    let is_office = fields.split('-').nth(1) == Some("person")
        && title(head)
        && !matches!(head.cell(XPOS), "NNS" | "NNPS");
    let first = words[0].cell(1).to_lowercase();
    let is_definite = matches!(first.as_str(), "the" | "this" | "that")
        || matches!(words[0].cell(XPOS), "PRP$")
        || head.cell(UPOS) == "PROPN" && !matches!(first.as_str(), "a" | "an");
    (is_office && is_definite).then_some(Role::Anaphor(span, Form::Office))
}
