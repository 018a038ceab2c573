//! GUM's news, interviews and speeches: people, bodies and places that are named.
//!
//! GUM marks whole noun phrases, named or not, and for each the words that it cannot do without.
//! A phrase counts as named where its head is a proper noun. Its name is those words as far as
//! the first comma, without the words in small letters at either end; a person's, also without
//! titles ("Senator") and what stands before them, without an owner before it ("the Party's Ana
//! Moss") and without what follows a preposition. Titles alone name nobody, and a proper noun in
//! the plural ("Democrats") no one person.

use super::columns::{self, Sentence, Word};
use super::set::{Case, Coarse, Gold, Rules, Set, outermost};
use super::uner;
use anyhow::Context;
use depeche_text::Span;
use std::path::{Path, PathBuf};

/// What the files of the genres begin with.
pub(crate) const GENRES: &[&str] = &["GUM_interview_", "GUM_news_", "GUM_speech_"];

/// Columns of a word.
pub(crate) const UPOS: usize = 3;
pub(crate) const XPOS: usize = 4;
pub(crate) const HEAD: usize = 6;
const MISC: usize = 9;

/// Honorifics and offices before a person's name, folded.
const TITLES: &[&str] = &[
    "administrator",
    "admiral",
    "ambassador",
    "archbishop",
    "attorney",
    "baroness",
    "bishop",
    "brother",
    "captain",
    "chair",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "coach",
    "colonel",
    "commissioner",
    "congressman",
    "congresswoman",
    "councillor",
    "councilman",
    "dame",
    "democrat",
    "deputy",
    "director",
    "dr",
    "dr.",
    "duke",
    "emperor",
    "envoy",
    "father",
    "general",
    "gov.",
    "governor",
    "judge",
    "justice",
    "king",
    "lady",
    "leader",
    "lieutenant",
    "lord",
    "madam",
    "major",
    "mayor",
    "minister",
    "miss",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "officer",
    "pope",
    "premier",
    "president",
    "prime",
    "prince",
    "princess",
    "prof.",
    "professor",
    "queen",
    "rep.",
    "representative",
    "republican",
    "rev.",
    "reverend",
    "saint",
    "secretary",
    "sen.",
    "senator",
    "sergeant",
    "sir",
    "sister",
    "speaker",
    "st.",
    "vice",
];

/// The files of the genres, sorted.
pub(crate) fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let folder = folder.join("dep");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| GENRES.iter().any(|genre| name.starts_with(genre))) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The set.
pub(super) fn set(folder: &Path) -> anyhow::Result<Set> {
    let files = files(folder)?;
    let mut texts = Vec::new();
    for file in files {
        texts.push(text(&std::fs::read_to_string(file)?));
    }
    Ok(Set {
        name: "GUM news, interview, speech".to_owned(),
        cases: &[Case::Mixed, Case::Capitals],
        rules: Rules {
            kind: uner::kind,
            nominals: false,
            full: false,
            bare: true,
        },
        texts,
    })
}

/// A document, a paragraph a block.
pub(super) fn text(lines: &str) -> Gold {
    let mut gold = Gold::default();
    let mut paragraph = String::new();
    let mut names = Vec::new();
    columns::sentences(lines, &mut |sentence| {
        if sentence.opens_paragraph {
            close(&mut gold, &mut paragraph, &mut names);
        }
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        let start = paragraph.len();
        paragraph.push_str(&sentence.text);
        let named = phrases(&sentence);
        let named = named.iter().filter_map(|phrase| name(phrase, &sentence));
        names.extend(named.map(|(span, kind)| (span.shifted(start), kind)));
    });
    close(&mut gold, &mut paragraph, &mut names);
    gold.names = outermost(std::mem::take(&mut gold.names));
    gold
}

fn close(gold: &mut Gold, paragraph: &mut String, names: &mut Vec<(Span, Coarse)>) {
    if !paragraph.is_empty() {
        let start = gold.push(&std::mem::take(paragraph));
        let names = names.drain(..);
        gold.names
            .extend(names.map(|(span, kind)| (span.shifted(start), kind)));
    }
}

/// A marked noun phrase: its words, its fields.
pub(crate) struct Phrase<'a> {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) fields: &'a str,
}

/// The phrases of a sentence: `Entity=(1-person-new-…(2-place-new-…)` at the first word of each, and
/// `1)` at its last.
pub(crate) fn phrases<'a>(sentence: &Sentence<'a>) -> Vec<Phrase<'a>> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut phrases = Vec::new();
    for (index, word) in sentence.words.iter().enumerate() {
        let mut features = word.cell(MISC).split('|');
        let mut rest = features
            .find_map(|feature| feature.strip_prefix("Entity="))
            .unwrap_or_default();
        while !rest.is_empty() {
            let opens = rest.strip_prefix('(');
            let part = opens.unwrap_or(rest);
            let end = part.find(['(', ')']).unwrap_or(part.len());
            let (fields, after) = part.split_at(end);
            if opens.is_some() {
                open.push((index, fields));
            }
            rest = after.strip_prefix(')').unwrap_or(after);
            if after.starts_with(')') {
                let id = fields.split('-').next().unwrap_or_default();
                let same = |(_, other): &(usize, &str)| other.split('-').next() == Some(id);
                if let Some(opened) = open.iter().rposition(same) {
                    let (first, fields) = open.remove(opened);
                    phrases.push(Phrase {
                        first,
                        last: index,
                        fields,
                    });
                }
            }
        }
    }
    phrases
}

/// The name of a phrase that has one.
fn name(phrase: &Phrase<'_>, sentence: &Sentence<'_>) -> Option<(Span, Coarse)> {
    let mut fields = phrase.fields.split('-');
    let kind = match fields.nth(1)? {
        "person" => Coarse::Person,
        "organization" => Coarse::Organization,
        "place" => Coarse::Place,
        _ => return None,
    };
    let words = &sentence.words[phrase.first..=phrase.last];
    let needed = fields.nth(3)?.split(',');
    let needed = needed.filter_map(|number| number.parse::<usize>().ok()?.checked_sub(1));
    let needed: Vec<usize> = needed.filter(|index| *index < words.len()).collect();
    let numbers: Vec<&str> = words.iter().map(|word| word.cell(0)).collect();
    let head = needed
        .iter()
        .find(|index| !numbers.contains(&words[**index].cell(HEAD)))?;
    let head = &words[*head];
    let people = kind == Coarse::Person && head.cell(XPOS) == "NNPS";
    if head.cell(UPOS) != "PROPN" || people {
        return None;
    }
    let mut name = up_to_comma(&needed, words);
    if kind == Coarse::Person {
        name = untitled(own(name, words), words)?;
    }
    let small = |index: &usize| {
        let spelling = words[*index].cell(1);
        spelling.starts_with(|letter: char| !letter.is_uppercase() && !letter.is_ascii_digit())
    };
    let first = name.iter().find(|index| !small(index))?;
    let last = name.iter().rfind(|index| !small(index))?;
    let span = words[*first].span.cover(words[*last].span);
    (!span.is_empty()).then_some((span, kind))
}

/// The needed words before the first comma among them.
fn up_to_comma<'a>(needed: &'a [usize], words: &[Word<'_>]) -> &'a [usize] {
    let comma = needed.windows(2).position(|pair| {
        let between = &words[pair[0]..pair[1]];
        between.iter().any(|word| word.cell(1) == ",")
    });
    comma.map_or(needed, |last| &needed[..=last])
}

/// A person's name between its owner and a preposition.
fn own<'a>(name: &'a [usize], words: &[Word<'_>]) -> &'a [usize] {
    let mut first = 0;
    for (place, pair) in name.windows(2).enumerate() {
        let mut between = words[pair[0] + 1..pair[1]].iter();
        match between.find(|word| matches!(word.cell(UPOS), "ADP" | "PART")) {
            Some(word) if word.cell(UPOS) == "PART" => first = place + 1,
            // A title keeps what follows it, and is dropped with it.
            Some(_) if !title(&words[pair[0]]) => return &name[first..=place],
            _ => {}
        }
    }
    &name[first..]
}

/// A person's name without titles; `None` for a title without a name ("President of …").
fn untitled<'a>(name: &'a [usize], words: &[Word<'_>]) -> Option<&'a [usize]> {
    let Some(last) = name.iter().rposition(|index| title(&words[*index])) else {
        return Some(name);
    };
    let rest = &name[last + 1..];
    let adjacent = rest.first().is_some_and(|next| *next == name[last] + 1);
    adjacent.then_some(rest)
}

pub(crate) fn title(word: &Word<'_>) -> bool {
    let folded = depeche_text::fold(word.cell(1));
    TITLES.contains(&folded.as_str())
}
