//! One entry of a participants list: who it names, and what else it says of them.
//!
//! The name stands before its office ("Per Lind, Minister"), behind it ("Minister—Per Lind"), or
//! behind the sign of a bureau ("EUR—Mr. Lind"); an entry may name several ("Messrs. Lind and
//! Ek"). Nothing here knows the names of people.

use super::words::{
    bare, is_field, is_honorific, is_nation, is_particle, is_plural, is_rank, is_sign, is_suffix,
    is_surname_too, is_title,
};
use depeche_text::Span;

/// Somebody in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Participant {
    /// All that is said of them.
    pub(super) words: Span,
    /// Their name with what stands before it; `None` where only the office is given.
    pub(super) name: Option<Span>,
    /// The rest, part by part.
    pub(super) offices: Vec<Span>,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// People, or offices that stand for them.
    People(Vec<Participant>),
    /// One word that is a surname or the name of a side; what stands around it decides.
    Lone(Participant),
    /// A side of the table, or nothing that is known.
    Side,
}

/// What stands between two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    Dash,
}

/// What a part of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A name; `end` is where it ends.
    Person {
        end: usize,
        is_titled: bool,
        is_honored: bool,
    },
    /// A capitalised word.
    Lone,
    Sign,
    /// Somebody's office.
    Office,
    /// A body or a country.
    Body,
}

#[derive(Debug, Clone, Copy)]
struct Part {
    span: Span,
    before: Mark,
    class: Class,
}

/// Reads an entry.
pub(super) fn read(text: &str, span: Span) -> Entry {
    let span = without_bullet(text, span);
    let parts = parts(text, span);
    if several(text, &parts) {
        let people = run(text, &parts);
        if !people.is_empty() {
            return Entry::People(people);
        }
    }
    single(text, span, &parts)
}

/// "1. ", "- ", "— " before an entry.
fn without_bullet(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0 && digits < 3 && words[digits..].starts_with(['.', ')']);
    let rest = if numbered {
        &words[digits + 1..]
    } else {
        words
    };
    let rest = rest.trim_start_matches(|mark: char| {
        mark.is_whitespace() || matches!(mark, '-' | '—' | '–' | '•' | '*' | '·')
    });
    Span::new(span.end as usize - rest.len(), span.end as usize).trimmed(text)
}

/// The parts of an entry between commas, dashes and colons outside of brackets.
fn parts(text: &str, span: Span) -> Vec<Part> {
    let words = span.slice(text);
    let base = span.start as usize;
    let mut found: Vec<Part> = Vec::new();
    let (mut start, mut before, mut depth) = (0, Mark::Comma, 0usize);
    let mut push = |from: usize, to: usize, before: Mark| {
        let span = Span::new(base + from, base + to).trimmed(text);
        let words = span.slice(text);
        match found.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if is_suffix(words) => last.span = last.span.cover(span),
            _ => found.push(Part {
                span,
                before,
                class: Class::Body,
            }),
        }
    };
    for (at, letter) in words.char_indices() {
        let after = at + letter.len_utf8();
        depth = match letter {
            '(' | '[' => depth + 1,
            ')' | ']' => depth.saturating_sub(1),
            _ => depth,
        };
        let spaced = || words[..at].ends_with(' ') || words[after..].starts_with(' ');
        let mark = match letter {
            ',' => Some(Mark::Comma),
            '—' => Some(Mark::Dash),
            '-' | '–' | ':' if spaced() => Some(Mark::Dash),
            '-' if words[after..].starts_with('-') => Some(Mark::Dash),
            '-' | '–'
                if ["Mr.", "Mrs.", "Miss", "Dr.", "Amb"]
                    .iter()
                    .any(|start| words[after..].starts_with(start)) =>
            {
                Some(Mark::Dash)
            }
            _ => None,
        };
        if let Some(mark) = mark.filter(|_| depth == 0) {
            push(start, at, before);
            (start, before) = (after, mark);
        }
    }
    push(start, words.len(), before);
    for part in &mut found {
        part.class = classify(text, part.span);
    }
    found
}

/// Words of a part with their places, up to a bracket.
fn words_of(text: &str, span: Span) -> Vec<(usize, &str)> {
    let whole = span.slice(text);
    let outside = &whole[..whole.find(['(', '[']).unwrap_or(whole.len())];
    let base = span.start as usize;
    let words = outside.split(char::is_whitespace).scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((base + start, word))
    });
    words.filter(|(_, word)| !word.is_empty()).collect()
}

/// Walks over a part and keeps where the name after the last title begins.
#[derive(Default)]
struct Walk {
    from: usize,
    end: Option<usize>,
    is_titled: bool,
    is_honored: bool,
    /// Inside of what a title is of: "Minister **of Defense**".
    is_complement: bool,
    /// Inside of whom somebody works for: "Aide **to General Lind**".
    is_other: bool,
    has_field: bool,
    /// A word of the name is one of a people.
    has_nation: bool,
    /// The word before is a rank, which a surname follows: "General West".
    is_ranked: bool,
    /// The name has an initial behind its first word.
    has_initial: bool,
}

fn classify(text: &str, span: Span) -> Class {
    let words = words_of(text, span);
    if let [(_, word)] = words.as_slice()
        && is_sign(word)
    {
        return Class::Sign;
    }
    let mut walk = Walk::default();
    for (index, (_, word)) in words.iter().enumerate() {
        if !walk.step(index, word, words.get(index + 1).map(|(_, next)| *next)) {
            break;
        }
    }
    let end = walk.end.unwrap_or(words.len());
    let name = words.get(walk.from..end).unwrap_or_default();
    let is_name = !name.is_empty() && name.len() <= 6 && !walk.is_complement && !walk.is_other;
    let capital = name
        .iter()
        .any(|(_, word)| word.starts_with(|first: char| first.is_uppercase()) && !is_nation(word));
    let Some((at, last)) = name.last().filter(|_| is_name && capital) else {
        return match walk.is_titled {
            true => Class::Office,
            false => Class::Body,
        };
    };
    let signs = name
        .iter()
        .all(|(_, word)| is_sign(word) && !word.contains('.'));
    match (name.len(), walk.is_titled, walk.has_field) {
        (_, false, true) => Class::Body,
        _ if signs => {
            if walk.is_titled {
                Class::Office
            } else {
                Class::Sign
            }
        }
        (1, false, _) => Class::Lone,
        _ => Class::Person {
            end: at + last.len(),
            is_titled: walk.is_titled,
            is_honored: walk.is_honored,
        },
    }
}

impl Walk {
    /// Takes a word; `false` where the name has ended.
    fn step(&mut self, index: usize, word: &str, next: Option<&str>) -> bool {
        let has_name = index > self.from;
        let lower = bare(word);
        if matches!(
            lower.as_str(),
            "of" | "for" | "to" | "at" | "in" | "on" | "from" | "with"
        ) {
            if has_name && !self.is_complement {
                self.end = Some(index);
                return false;
            }
            self.is_complement = true;
            self.is_other |= lower == "to";
            self.from = index + 1;
            return true;
        }
        if matches!(lower.as_str(), "the" | "and" | "&") && (index == 0 || self.is_complement) {
            self.from = index + 1;
            return true;
        }
        // "Mr. Bishop": what follows "Mr." is a name, but "Mr. Secretary".
        let is_honored = index > 0 && self.is_honored && self.from == index;
        if is_honorific(word) && !has_name {
            (self.is_titled, self.is_honored, self.is_complement) = (true, true, false);
            self.from = index + 1;
            return true;
        }
        let is_office = is_title(word) || is_plural(word);
        if is_office || is_field(word) {
            if is_honored && (next.is_none() || !is_office) || self.is_complement && is_office {
                return true;
            }
            // "Anna Bishop", "Mr. Per West".
            let is_last = next.is_none() && has_name && !self.has_nation;
            let is_named = is_last && index - self.from <= 2 || next.is_none() && self.is_ranked;
            if is_named && is_surname_too(word) {
                return true;
            }
            if has_name && (self.is_honored || self.has_initial) {
                self.end = Some(index);
                return false;
            }
            self.is_ranked = is_rank(word);
            self.has_field |= !is_office;
            self.is_titled |= is_office;
            self.is_complement &= is_office;
            self.from = index + 1;
            return true;
        }
        let opens =
            |letter: char| letter.is_uppercase() || matches!(letter, '“' | '"' | '\'' | '‘');
        if word.starts_with(opens) || is_particle(word) {
            self.has_nation |= is_nation(word);
            // "Per L. Lind Chairman": the name has ended, without a comma.
            self.has_initial |= has_name && word.len() == 2 && word.ends_with('.');
            return true;
        }
        self.end = Some(index);
        has_name
    }
}

/// Whether an entry names more than one.
fn several(text: &str, parts: &[Part]) -> bool {
    let plural = parts.iter().any(|part| {
        let words = words_of(text, part.span);
        let mut titles = words
            .iter()
            .take_while(|(_, word)| is_title(word) || is_plural(word));
        titles.any(|(_, word)| is_plural(word)) && words.len() > 1
    });
    let is_the =
        |part: &Part| part.class == Class::Office && part.span.slice(text).starts_with("The ");
    let commas = |part: &&Part| part.before == Mark::Comma;
    let titled = |part: &&Part| {
        matches!(
            part.class,
            Class::Person {
                is_titled: true,
                ..
            }
        )
    };
    let count = parts.iter().filter(commas).filter(titled).count();
    let offices = parts
        .iter()
        .filter(commas)
        .filter(|part| is_the(part))
        .count();
    let joined = parts.iter().any(|part| pair(text, part.span).is_some());
    plural || joined || is_surnames(parts) || count >= 2 || count + offices >= 2 && offices > 0
}

/// "Lind, Ek, and Moss": nothing but people, most of them by surname.
fn is_surnames(parts: &[Part]) -> bool {
    let lone = |part: &&Part| part.class == Class::Lone;
    let fits = |part: &Part| {
        part.before == Mark::Comma
            && matches!(
                part.class,
                Class::Lone | Class::Person { .. } | Class::Office
            )
    };
    let all = parts.iter().filter(|part| fits(part)).count();
    parts.len() >= 3 && all == parts.len() && parts.iter().filter(lone).count() * 2 > all
}

/// "Mr. Lind **and** Mr. Ek": both sides of the word between two people.
fn pair(text: &str, span: Span) -> Option<(Span, Span)> {
    let words = span.slice(text);
    let cuts = [" and ", " & ", " accompanied by ", " as well as "];
    let (at, cut) = cuts.iter().find_map(|cut| Some((words.find(cut)?, cut)))?;
    let base = span.start as usize;
    let first = Span::new(base, base + at).trimmed(text);
    let second = Span::new(base + at + cut.len(), span.end as usize).trimmed(text);
    let is_person = |span: Span| {
        let the = span.slice(text).starts_with("The ");
        match classify(text, span) {
            Class::Person { .. } => true,
            Class::Office => the,
            _ => false,
        }
    };
    let one = is_person(first) && (is_person(second) || pair(text, second).is_some());
    one.then_some((first, second))
}

/// The people of an entry that names several.
fn run(text: &str, parts: &[Part]) -> Vec<Participant> {
    let mut found: Vec<Participant> = Vec::new();
    let mut surnames = is_surnames(parts);
    for part in parts {
        let span = without_and(text, part.span);
        let words = words_of(text, span);
        surnames |= words.iter().any(|(_, word)| is_plural(word));
        for span in members(text, span, surnames) {
            let class = classify(text, span);
            let the = span.slice(text).starts_with("The ");
            let (name, is_new) = match class {
                Class::Person { end, .. } => (Some(cut(span, end)), true),
                Class::Lone => (Some(span), surnames && part.before == Mark::Comma),
                Class::Office => (None, the),
                _ => (None, false),
            };
            match found.last_mut() {
                _ if is_new => found.push(Participant {
                    words: span,
                    name,
                    offices: if name.is_none() {
                        vec![span]
                    } else {
                        Vec::new()
                    },
                }),
                Some(last) if part.before == Mark::Comma => {
                    last.words = last.words.cover(span);
                    last.offices.push(span);
                }
                _ => {}
            }
        }
    }
    found
}

fn cut(span: Span, end: usize) -> Span {
    Span::new(span.start as usize, end)
}

/// "and Mr. Ek" without its "and".
fn without_and(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let skipped = ["and ", "& ", "accompanied by "]
        .iter()
        .find(|and| words.starts_with(**and));
    let skipped = skipped.map_or(0, |and| and.len());
    Span::new(span.start as usize + skipped, span.end as usize).trimmed(text)
}

/// The two or more of "Lind and Ek": in a run of surnames wherever "and" stands, else between
/// people only.
fn members(text: &str, span: Span, surnames: bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut rest = span;
    loop {
        let pair = match surnames {
            true => rest.slice(text).find(" and ").map(|at| {
                let (start, end) = (rest.start as usize, rest.end as usize);
                let first = Span::new(start, start + at).trimmed(text);
                (first, Span::new(start + at + 5, end).trimmed(text))
            }),
            false => pair(text, rest),
        };
        let Some((first, second)) = pair else {
            found.push(rest);
            return found;
        };
        found.push(first);
        rest = second;
    }
}

/// An entry about one person, or about none.
fn single(text: &str, span: Span, parts: &[Part]) -> Entry {
    let people = || {
        parts
            .iter()
            .enumerate()
            .filter_map(|(index, part)| match part.class {
                Class::Person {
                    end, is_honored, ..
                } => Some((index, end, is_honored)),
                _ => None,
            })
    };
    let first = people().next();
    // "Harbour Works—Mr. Lind": an honorific behind a dash outranks two words with capitals.
    let honored =
        people().find(|(index, _, is_honored)| *is_honored && parts[*index].before == Mark::Dash);
    let chosen = match (first, honored) {
        (Some((_, _, false)), Some(honored)) => Some(honored),
        (first, _) => first,
    };
    if let Some((index, end, _)) = chosen {
        return Entry::People(vec![of(text, parts, index, Some(end))]);
    }
    let lone = parts.iter().position(|part| part.class == Class::Lone);
    let office = parts.iter().position(|part| part.class == Class::Office);
    match (lone, office) {
        (Some(lone), Some(office)) if lone < office || parts[lone].before == Mark::Dash => {
            Entry::People(vec![of(text, parts, lone, None)])
        }
        (_, Some(office)) if stands_for_one(text, parts[office].span) => {
            Entry::People(vec![of_office(text, span, parts, office)])
        }
        // "NEA—Lind", "Lind, NEA".
        (Some(lone), None) if parts.iter().any(|part| part.class == Class::Sign) => {
            Entry::People(vec![of(text, parts, lone, None)])
        }
        (Some(lone), None) => Entry::Lone(of(text, parts, lone, None)),
        _ => Entry::Side,
    }
}

/// Somebody given by office: with a name in brackets, or by the office alone.
fn of_office(text: &str, span: Span, parts: &[Part], index: usize) -> Participant {
    let office = parts[index].span;
    if let Some(name) = bracketed(text, span) {
        return Participant {
            words: span,
            name: Some(name),
            offices: vec![without_bracket(text, office)],
        };
    }
    let others = of(text, parts, index, None).offices;
    Participant {
        words: span,
        name: None,
        offices: std::iter::once(office).chain(others).collect(),
    }
}

fn without_bracket(text: &str, span: Span) -> Span {
    let words = span.slice(text);
    let end = words.find('(').unwrap_or(words.len());
    Span::new(span.start as usize, span.start as usize + end).trimmed(text)
}

/// "The Acting Secretary (Mr. Lind)": the name in the brackets.
fn bracketed(text: &str, span: Span) -> Option<Span> {
    let words = span.slice(text);
    let open = words.find('(')? + 1;
    let close = open + words[open..].find(')')?;
    let inner = Span::new(open, close)
        .shifted(span.start as usize)
        .trimmed(text);
    let name = matches!(
        classify(text, inner),
        Class::Person {
            is_titled: true,
            ..
        }
    );
    name.then_some(inner)
}

fn of(text: &str, parts: &[Part], index: usize, end: Option<usize>) -> Participant {
    let span = parts[index].span;
    let suffixed = match parts[index].class {
        Class::Person { end, .. } => {
            let rest = &text[end..span.end as usize];
            let suffix = rest.trim_start_matches([',', ' ']);
            suffix.is_empty() || is_suffix(suffix)
        }
        _ => true,
    };
    let name = match end.filter(|_| !suffixed) {
        Some(end) => cut(span, end),
        None => span,
    };
    let rest = Span {
        start: name.end,
        end: span.end,
    }
    .trimmed(text);
    let mut offices: Vec<Span> = Vec::new();
    if !rest.is_empty() {
        offices.push(rest);
    }
    let others = parts
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index);
    offices.extend(others.map(|(_, part)| part.span));
    let words = parts.iter().map(|part| part.span).reduce(Span::cover);
    Participant {
        words: words.unwrap_or(span),
        name: Some(name),
        offices,
    }
}

/// "The Secretary", "Israeli Ambassador", not "Advisers".
fn stands_for_one(text: &str, span: Span) -> bool {
    let words = words_of(text, span);
    let heads = words
        .iter()
        .take_while(|(_, word)| !matches!(bare(word).as_str(), "of" | "for" | "to"));
    let last = heads.last();
    last.is_some_and(|(_, word)| is_title(word) || is_sign(word))
}
