//! Words of a text, by the rules in a pipeline's own `tokenizer` file.
//!
//! The text is cut at white space; of each piece beginnings and endings are split off by pattern
//! as long as there are any, listed exceptions are taken as they are, and what is left is cut at
//! infixes. A space behind a word belongs to no token; other white space is a token of its own.

mod begins;
mod pattern;

use super::character::is_space;
use super::error::LoadError;
use super::lately::Lately;
use super::packed::{get, text, unpack};
use super::strings::string_id;
use begins::Classes;
use pattern::Pattern;
use rmpv::Value;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The file that the rules are in.
const PART: &str = "tokenizer";

/// The names of the patterns in that file.
const PATTERNS: [&str; 5] = [
    "prefix_search",
    "suffix_search",
    "infix_finditer",
    "token_match",
    "url_match",
];

/// The attribute numbers that exceptions are written with.
const ORTH: u64 = 65;
const NORM: u64 = 67;

/// A longer piece without white space is one token: patterns on it would take too long.
const LONGEST_PIECE_BYTES: usize = 4096;

/// Cuts text into tokens.
#[derive(Debug)]
pub(crate) struct Tokenizer {
    prefix: Option<Pattern>,
    suffix: Option<Pattern>,
    infix: Option<Pattern>,
    token_match: Option<Pattern>,
    url_match: Option<Pattern>,
    /// Whether no pattern matches letters from a to z alone.
    letters_are_whole: bool,
    exceptions: FxHashMap<Box<str>, Vec<Piece>>,
    /// Exceptions that the rules would cut, as they cut them; by their first token.
    phrases: FxHashMap<Box<str>, Vec<Vec<Box<str>>>>,
}

/// A token within what it was cut from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Piece {
    /// In bytes.
    pub(crate) len: u32,
    /// The number of its norm, where an exception sets it.
    pub(crate) norm: Option<u64>,
}

/// A token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    /// In bytes.
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) norm: Option<u64>,
    /// Whether one space follows that is no token.
    pub(crate) spacy: bool,
}

/// Pieces that were cut before.
#[derive(Debug, Default)]
pub(crate) struct Known(Lately<Vec<Piece>>);

/// The rules of a tokenizer, with what takes long to work out.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Rules {
    /// In the order of [`PATTERNS`].
    patterns: [Option<String>; 5],
    exceptions: BTreeMap<Box<str>, Vec<Piece>>,
    phrases: Vec<Vec<Box<str>>>,
}

impl Tokenizer {
    /// Reads a `tokenizer` file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Tokenizer, LoadError> {
        let mut rules = rules(bytes)?;
        let exceptions = std::mem::take(&mut rules.exceptions);
        let mut tokenizer = Tokenizer::of(rules)?;
        tokenizer.phrases = tokenizer.phrases(&exceptions);
        tokenizer.exceptions = exceptions.into_iter().collect();
        Ok(tokenizer)
    }

    /// Reads what [`Tokenizer::pack`] made of such a file.
    pub(crate) fn packed(bytes: &[u8]) -> Result<Tokenizer, LoadError> {
        let rules = postcard::from_bytes(bytes)
            .map_err(|error| LoadError::new(PART, format!("is damaged ({error})")))?;
        Tokenizer::of(rules)
    }

    /// Packs a `tokenizer` file with what takes long to work out.
    pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>, LoadError> {
        let phrases = Tokenizer::read(bytes)?.phrases;
        let mut phrases: Vec<_> = phrases.into_values().flatten().collect();
        phrases.sort_unstable();
        let rules = Rules {
            phrases,
            ..rules(bytes)?
        };
        // Writing to memory cannot fail, and no list is of unknown length.
        Ok(postcard::to_stdvec(&rules).unwrap_or_default())
    }

    fn of(rules: Rules) -> Result<Tokenizer, LoadError> {
        let mut classes = Classes::default();
        let mut pattern = |number: usize| match &rules.patterns[number] {
            Some(pattern) => Pattern::new(pattern, PATTERNS[number], &mut classes).map(Some),
            None => Ok(None),
        };
        let mut tokenizer = Tokenizer {
            prefix: pattern(0)?,
            suffix: pattern(1)?,
            infix: pattern(2)?,
            token_match: pattern(3)?,
            url_match: pattern(4)?,
            letters_are_whole: false,
            exceptions: rules.exceptions.into_iter().collect(),
            phrases: FxHashMap::default(),
        };
        let patterns = [
            &tokenizer.prefix,
            &tokenizer.suffix,
            &tokenizer.infix,
            &tokenizer.token_match,
            &tokenizer.url_match,
        ];
        tokenizer.letters_are_whole = patterns.into_iter().flatten().all(|one| one.needs_other);
        for words in rules.phrases {
            if let Some(first) = words.first() {
                let same = tokenizer.phrases.entry(first.clone()).or_default();
                same.push(words);
            }
        }
        Ok(tokenizer)
    }

    /// Exceptions that the rules cut, by first token.
    fn phrases(
        &self,
        exceptions: &BTreeMap<Box<str>, Vec<Piece>>,
    ) -> FxHashMap<Box<str>, Vec<Vec<Box<str>>>> {
        let mut phrases: FxHashMap<Box<str>, Vec<Vec<Box<str>>>> = FxHashMap::default();
        for spelling in exceptions.keys() {
            let finds = |pattern: &Option<Pattern>| {
                pattern
                    .as_ref()
                    .is_some_and(|pattern| pattern.len_found(spelling) > 0)
            };
            let is_cut = finds(&self.prefix) || finds(&self.suffix) || spelling.contains(' ');
            let infixes = self.infix.as_ref().map(|infix| infix.all(spelling));
            if !is_cut && infixes.is_none_or(|infixes| infixes.is_empty()) {
                continue;
            }
            let mut cuts = Vec::new();
            self.cut_all(spelling, &mut Known::default(), &mut cuts);
            let words: Vec<Box<str>> = cuts
                .iter()
                .map(|cut| spelling[cut.start as usize..cut.end as usize].into())
                .collect();
            if let Some(first) = words.first() {
                phrases.entry(first.clone()).or_default().push(words);
            }
        }
        phrases
    }

    /// The tokens of a text, in order.
    pub(crate) fn cut(&self, text: &str, known: &mut Known, out: &mut Vec<Cut>) {
        self.cut_all(text, known, out);
        self.apply_phrases(text, out);
    }

    fn cut_all(&self, text: &str, known: &mut Known, out: &mut Vec<Cut>) {
        out.clear();
        let Some(first) = text.chars().next() else {
            return;
        };
        let mut in_space = is_space(first);
        let mut start = 0;
        for (offset, character) in text.char_indices() {
            if is_space(character) == in_space {
                continue;
            }
            if start < offset {
                self.cut_piece((start, &text[start..offset]), known, out);
            }
            in_space = !in_space;
            start = offset;
            if character == ' ' {
                out.last_mut()
                    .into_iter()
                    .for_each(|last| last.spacy = true);
                start += 1;
            }
        }
        if start < text.len() {
            self.cut_piece((start, &text[start..]), known, out);
            if let Some(last) = out.last_mut() {
                last.spacy = text.ends_with(' ') && !in_space;
            }
        }
    }

    /// Cuts what lies between white space, given with its place.
    fn cut_piece(&self, (start, piece): (usize, &str), known: &mut Known, out: &mut Vec<Cut>) {
        if let Some(pieces) = self.exceptions.get(piece) {
            return push(pieces, start, out);
        }
        if known
            .0
            .with(piece, |pieces| push(pieces, start, out))
            .is_some()
        {
            return;
        }
        let mut pieces = Vec::new();
        match piece.len() > LONGEST_PIECE_BYTES {
            true => pieces.push(Piece::of(piece)),
            false => self.split(piece, &mut pieces),
        }
        push(&pieces, start, out);
        known.0.insert(piece.into(), pieces);
    }

    /// Splits beginnings and endings off, then cuts what is left at infixes.
    fn split(&self, piece: &str, out: &mut Vec<Piece>) {
        let mut rest = piece;
        let mut endings = Vec::new();
        let mut last_len = 0;
        while !rest.is_empty() && rest.len() != last_len && !self.is_whole(rest) {
            let is_whole = |pattern: &Option<Pattern>| {
                pattern.as_ref().is_some_and(|pattern| pattern.starts(rest))
            };
            if is_whole(&self.token_match) || self.exceptions.contains_key(rest) {
                break;
            }
            last_len = rest.len();
            let beginning = self
                .prefix
                .as_ref()
                .map_or(0, |prefix| prefix.len_found(rest));
            let after = &rest[beginning.min(rest.len())..];
            if beginning > 0 && self.exceptions.contains_key(after) {
                out.push(Piece::of(&rest[..beginning]));
                rest = after;
                break;
            }
            let ending = self
                .suffix
                .as_ref()
                .map_or(0, |suffix| suffix.len_found(after));
            let before = &rest[..rest.len() - ending];
            if ending > 0 && self.exceptions.contains_key(before) {
                endings.push(Piece::of(&rest[before.len()..]));
                rest = before;
                break;
            }
            if beginning > 0 {
                out.push(Piece::of(&rest[..beginning]));
            }
            if ending > 0 && beginning + ending <= rest.len() {
                endings.push(Piece::of(&rest[before.len()..]));
                rest = &rest[beginning..before.len()];
            } else {
                rest = after;
            }
        }
        self.middle(rest, out);
        out.extend(endings.into_iter().rev());
    }

    /// Whether it is known without looking that no pattern matches.
    fn is_whole(&self, rest: &str) -> bool {
        self.letters_are_whole && rest.bytes().all(|byte| byte.is_ascii_alphabetic())
    }

    fn middle(&self, middle: &str, out: &mut Vec<Piece>) {
        if middle.is_empty() {
            return;
        }
        if let Some(pieces) = self.exceptions.get(middle) {
            out.extend_from_slice(pieces);
            return;
        }
        let is_whole = |pattern: &Option<Pattern>| {
            pattern
                .as_ref()
                .is_some_and(|pattern| pattern.starts(middle))
        };
        if self.is_whole(middle) {
            return out.push(Piece::of(middle));
        }
        if is_whole(&self.token_match) || is_whole(&self.url_match) {
            return out.push(Piece::of(middle));
        }
        let infixes = self.infix.as_ref().map(|infix| infix.all(middle));
        let mut start = 0;
        for (from, to) in infixes.unwrap_or_default() {
            // An infix at the very beginning is none.
            if from == 0 {
                continue;
            }
            if from != start {
                out.push(Piece::of(&middle[start..from]));
            }
            if from != to {
                out.push(Piece::of(&middle[from..to]));
            }
            start = to;
        }
        if start < middle.len() {
            out.push(Piece::of(&middle[start..]));
        }
    }

    /// Takes exceptions as they are where the rules have cut them: the longest first, of equals
    /// the earliest.
    fn apply_phrases(&self, text: &str, cuts: &mut Vec<Cut>) {
        let word = |cut: &Cut| &text[cut.start as usize..cut.end as usize];
        let mut found: Vec<(usize, usize)> = Vec::new();
        for at in 0..cuts.len() {
            let phrases = self.phrases.get(word(&cuts[at])).into_iter().flatten();
            found.extend(phrases.filter_map(|words| {
                let end = at + words.len();
                let here = cuts.get(at..end)?;
                here.iter()
                    .zip(words)
                    .all(|(cut, other)| word(cut) == &**other)
                    .then_some((at, end))
            }));
        }
        if found.is_empty() {
            return;
        }
        found.sort_unstable_by_key(|(start, end)| (std::cmp::Reverse(end - start), *start));
        let mut taken = FxHashSet::default();
        let mut chosen: FxHashMap<usize, usize> = FxHashMap::default();
        for (start, end) in found {
            if !taken.contains(&start) && !taken.contains(&(end - 1)) {
                chosen.insert(start, end);
            }
            taken.extend(start..end);
        }
        let before = std::mem::take(cuts);
        let mut at = 0;
        while at < before.len() {
            let end = chosen.get(&at).copied().unwrap_or(at + 1);
            let (first, last) = (before[at], before[end - 1]);
            let whole = &text[first.start as usize..last.end as usize];
            match self
                .exceptions
                .get(whole)
                .filter(|_| chosen.contains_key(&at))
            {
                Some(pieces) => {
                    push(pieces, first.start as usize, cuts);
                    cuts.last_mut()
                        .into_iter()
                        .for_each(|cut| cut.spacy = last.spacy);
                }
                None => cuts.extend_from_slice(&before[at..end]),
            }
            at = end;
        }
    }
}

impl Piece {
    fn of(text: &str) -> Piece {
        Piece {
            len: text.len() as u32,
            norm: None,
        }
    }
}

fn push(pieces: &[Piece], start: usize, out: &mut Vec<Cut>) {
    let mut start = start as u32;
    for piece in pieces {
        out.push(Cut {
            start,
            end: start + piece.len,
            norm: piece.norm,
            spacy: false,
        });
        start += piece.len;
    }
}

/// Reads the rules as the file has them; phrases are not worked out.
fn rules(bytes: &[u8]) -> Result<Rules, LoadError> {
    let value = unpack(bytes, PART)?;
    let pattern = |name: &str| {
        let pattern = get(&value, name).and_then(text);
        let pattern = pattern.filter(|pattern| !pattern.is_empty());
        pattern.map(str::to_owned)
    };
    let listed = get(&value, "exceptions").and_then(Value::as_map);
    let listed = listed.ok_or_else(|| LoadError::new(PART, "has no list of exceptions"))?;
    let mut exceptions = BTreeMap::new();
    for (spelling, tokens) in listed {
        let Some(spelling) = text(spelling) else {
            continue;
        };
        let pieces = tokens.as_array().into_iter().flatten().map(exception);
        let pieces: Option<Vec<Piece>> = pieces.collect();
        let pieces = pieces.filter(|pieces| {
            pieces.iter().map(|piece| piece.len as usize).sum::<usize>() == spelling.len()
        });
        let wrong = || LoadError::new(PART, format!("the exception {spelling} is malformed"));
        exceptions.insert(Box::from(spelling), pieces.ok_or_else(wrong)?);
    }
    Ok(Rules {
        patterns: PATTERNS.map(pattern),
        exceptions,
        phrases: Vec::new(),
    })
}

fn exception(token: &Value) -> Option<Piece> {
    let entries = token.as_map()?;
    let of = |attribute: u64| {
        let found = entries
            .iter()
            .find(|(key, _)| key.as_u64() == Some(attribute));
        found.and_then(|(_, value)| text(value))
    };
    Some(Piece {
        len: of(ORTH)?.len() as u32,
        norm: of(NORM).map(string_id),
    })
}
