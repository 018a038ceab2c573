//! The header of a raw telegram, line by line.
//!
//! Forms after the parsers of public cable collections; the lines `DE` and `ZNY` after ACP 127.
//! Field names are tolerated in the misspellings that occur (`UBJECT`, `TAS:`).

use crate::cable::{Cable, Form, Part};
use crate::lines::{after_key, after_word};
use crate::{classification, number, references};
use depeche_text::Span;
use depeche_time::{Anchors, Meaning, find, resolve};

/// The header ends here at the latest.
const MAX_HEADER_LINES: usize = 400;

/// Handling captions.
pub(crate) const CAPTIONS: &[&str] = &[
    "SIPDIS",
    "NOFORN",
    "STADIS",
    "EXDIS",
    "NODIS",
    "LIMDIS",
    "SENSITIVE",
    "NOFORM",
    "TERREP",
    "ROGER",
    "EFTO",
    "CODEL",
    "TOSEC",
    "SECTO",
];

/// What a header line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Transmission,
    Station,
    Security,
    Group,
    From,
    To,
    Info,
    Excluded,
    Classification,
    Caption,
    ExecutiveOrder,
    Tags,
    Subject,
    References,
    ClassifiedBy,
    Break,
}

/// One field as it stands: its key, its words (lines that follow included).
struct Entry {
    key: Key,
    line: Span,
    words: Span,
}

/// Reads a raw telegram; `None` where fewer than two marks of one are there.
pub(crate) fn raw(text: &str, lines: &[Span]) -> Option<Cable> {
    let (entries, end) = entries(text, lines);
    if !is_sure(&entries) {
        return None;
    }
    let start = lines.iter().find(|line| !line.is_empty())?.start as usize;
    let mut cable = Cable::new(
        Form::Raw,
        Span::new(start, end.max(start)).trimmed(text),
        Span::new(end.max(start), text.len()).trimmed(text),
    );
    let mut found = None;
    for entry in &entries {
        fill(text, entry, &mut cable, &mut found);
    }
    number::set(text, &mut cable, found);
    Some(cable)
}

/// Two marks that occur in no other kind of text, or one and three common ones.
fn is_sure(entries: &[Entry]) -> bool {
    let mut strong = Vec::new();
    let mut weak = Vec::new();
    for entry in entries {
        let list = match entry.key {
            Key::Transmission | Key::Station | Key::Group | Key::ExecutiveOrder | Key::Tags => {
                &mut strong
            }
            Key::From | Key::To | Key::Classification | Key::Caption | Key::Security => &mut weak,
            Key::Info | Key::Subject | Key::References | Key::ClassifiedBy => &mut weak,
            Key::Excluded | Key::Break => continue,
        };
        if !list.contains(&entry.key) {
            list.push(entry.key);
        }
    }
    strong.len() >= 2 || (strong.len() == 1 && weak.len() >= 2)
}

/// The fields at the start of the text, and where the text proper begins.
fn entries(text: &str, lines: &[Span]) -> (Vec<Entry>, usize) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut end = 0;
    let mut blank = false;
    for (index, line) in lines.iter().enumerate().take(MAX_HEADER_LINES) {
        let words = line.slice(text);
        if words.is_empty() {
            blank = true;
            continue;
        }
        if let Some((key, rest)) = key(text, *line) {
            entries.push(Entry {
                key,
                line: *line,
                words: rest,
            });
        } else if let Some(entry) = entries
            .last_mut()
            .filter(|entry| continues(entry, words, blank))
        {
            entry.words = entry.words.cover(*line);
        } else if !is_handling(words) && !field_follows(text, &lines[index + 1..]) {
            break;
        }
        blank = false;
        end = line.end as usize;
    }
    (entries, end)
}

/// Lines between fields that are none: page lines, routing, distribution, an archive's numbers.
fn is_handling(words: &str) -> bool {
    let numbers = words.bytes().all(|byte| byte.is_ascii_digit());
    numbers || crate::furniture::is_page_line(words) || is_routing(words) || is_distribution(words)
}

/// Whether a field that only a header has stands close below: what lies between is header too
/// (`STATE FOR EUR/NB`, garbled lines).
fn field_follows(text: &str, lines: &[Span]) -> bool {
    let filled = lines.iter().filter(|line| !line.is_empty());
    filled.take(6).any(|line| {
        let key = key(text, *line).map(|(key, _)| key);
        matches!(
            key,
            Some(Key::ExecutiveOrder | Key::Tags | Key::Group | Key::Station)
        )
    })
}

/// `ACTION EUR-12`, `INFO OCT-01 ISO-00`: offices with the count of their copies.
fn is_distribution(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let action = matches!(parts.next(), Some("ACTION" | "INFO"));
    let office = |part: &str| {
        part.rsplit_once('-').is_some_and(|(name, copies)| {
            !name.is_empty() && copies.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    action && parts.next().is_some_and(office)
}

/// `PP RUEHXX RUEHYY`: precedence and routing indicators.
fn is_routing(words: &str) -> bool {
    let mut parts = words.split_whitespace();
    let precedence = parts
        .next()
        .is_some_and(|first| matches!(first, "ZZ" | "OO" | "PP" | "RR"));
    let mut rest = parts.peekable();
    precedence
        && rest.peek().is_some()
        && rest.all(|part| part.starts_with("RU") || part.starts_with("RH"))
}

/// Whether a line without a key belongs to the field before it.
fn continues(entry: &Entry, words: &str, blank: bool) -> bool {
    let numbered = crate::body::paragraph_number(words).is_some();
    let listed = words.len() < 90 && !words.bytes().any(|byte| byte.is_ascii_lowercase());
    match entry.key {
        Key::To | Key::Info | Key::Excluded => listed && !numbered && !blank,
        Key::Tags | Key::ExecutiveOrder => listed && !numbered && !blank,
        Key::Subject | Key::References | Key::ClassifiedBy => !numbered && !blank,
        _ => false,
    }
}

fn key(text: &str, line: Span) -> Option<(Key, Span)> {
    let words = line.slice(text);
    let word = |word: &str| after_word(text, line, word).filter(|_| words.starts_with(word));
    let keys = |keys: &[&str]| after_key(text, line, keys);
    if words.starts_with("VZCZ") {
        return Some((Key::Transmission, line));
    }
    if words.starts_with("DE RU") || words.starts_with("DE RH") {
        return Some((Key::Station, line));
    }
    if words.starts_with("ZNY ") || words.starts_with("ZNR ") {
        return Some((Key::Security, line));
    }
    if words == "BT" {
        return Some((Key::Break, line));
    }
    if is_distribution(words) {
        return None;
    }
    if is_group(text, line) {
        return Some((Key::Group, line));
    }
    if CAPTIONS.contains(&words.split([' ', '/']).next().unwrap_or_default()) && words.len() < 60 {
        return Some((Key::Caption, line));
    }
    if classification::leading(words).is_some() && words.len() < 120 {
        return Some((Key::Classification, line));
    }
    address(&word)
        .or_else(|| {
            keys(&[
                "E.O. 12958",
                "E.O. 13526",
                "E.O. 12356",
                "E.O. 12065",
                "E.O. 11652",
                "E.O.",
                "E. O.",
                "EO",
                "EXECUTIVE ORDER",
            ])
            .map(|_| (Key::ExecutiveOrder, line))
        })
        .or_else(|| {
            keys(&["TAGS", "TAGE", "TAG", "TAS", "TABS", "TGS", "AGS"])
                .map(|rest| (Key::Tags, rest))
        })
        .or_else(|| keys(&["SUBJECT", "SUBJ", "UBJECT"]).map(|rest| (Key::Subject, rest)))
        .or_else(|| {
            keys(&["REFERENCES", "REFERENCE", "REFS", "REF"]).map(|rest| (Key::References, rest))
        })
        .or_else(|| keys(&["CLASSIFIED BY", "CLASSIFIED"]).map(|rest| (Key::ClassifiedBy, rest)))
}

/// `FM`, `TO`, `INFO`, `XMT`, in capitals only: "To the Secretary" is a sentence.
fn address(word: &dyn Fn(&str) -> Option<Span>) -> Option<(Key, Span)> {
    None.or_else(|| word("FM").map(|rest| (Key::From, rest)))
        .or_else(|| word("TO").map(|rest| (Key::To, rest)))
        .or_else(|| word("INFO").map(|rest| (Key::Info, rest)))
        .or_else(|| word("XMT").map(|rest| (Key::Excluded, rest)))
}

/// A line with a date-time group after at most two precedence letters or words.
fn is_group(text: &str, line: Span) -> bool {
    line.len() < 80
        && group(text, line).is_some_and(|part| {
            let before = &text[line.start as usize..part.span.start as usize];
            before.split_whitespace().count() <= 3
                && before
                    .split_whitespace()
                    .all(|word| precedence(word).is_some())
        })
}

fn group(text: &str, line: Span) -> Option<Part> {
    let first = line
        .slice(text)
        .find(|first: char| first.is_ascii_digit())?;
    let found = find(
        text,
        Span::new(line.start as usize + first, line.end as usize),
    );
    let group = found.first().filter(|found| {
        matches!(&found.meaning, Meaning::Calendar(date) if date.day.is_some() && date.month.is_some() && date.year.is_some())
            && found.clock.is_some()
            && found.span.slice(text).bytes().take(6).all(|byte| byte.is_ascii_digit())
    })?;
    Some(Part::of(text, group.span))
}

/// Precedence in words, from a letter or a word.
fn precedence(word: &str) -> Option<&'static str> {
    Some(match word {
        "Z" | "ZZ" | "FLASH" => "FLASH",
        "O" | "OO" | "IMMEDIATE" | "NIACT" => "IMMEDIATE",
        "P" | "PP" | "PRIORITY" | "PIORITY" => "PRIORITY",
        "R" | "RR" | "ROUTINE" => "ROUTINE",
        _ => return None,
    })
}

fn fill(text: &str, entry: &Entry, cable: &mut Cable, number: &mut Option<(String, u32, Span)>) {
    let part = || Part::of(text, entry.words);
    match entry.key {
        Key::Transmission => _ = cable.transmission.get_or_insert_with(part),
        Key::Station => _ = cable.station.get_or_insert_with(part),
        Key::Security | Key::Break | Key::Excluded => {}
        Key::Group => fill_group(text, entry.line, cable),
        Key::From => _ = cable.from.get_or_insert_with(part),
        Key::To => cable.to.extend(addressees(text, entry.words)),
        Key::Info => cable.info.extend(addressees(text, entry.words)),
        Key::Classification => fill_classification(text, entry.line, cable, number),
        Key::Caption => cable.captions.extend(captions(text, entry.line)),
        Key::ExecutiveOrder => _ = cable.executive_order.get_or_insert_with(part),
        Key::Tags => cable.tags.extend(tags(text, entry.words)),
        Key::Subject => _ = cable.subject.get_or_insert_with(part),
        Key::References if cable.references.is_empty() => {
            cable.references = references::split(text, entry.words.trimmed(text));
        }
        Key::References => {}
        Key::ClassifiedBy => _ = cable.classified_by.get_or_insert_with(part),
    }
}

fn fill_group(text: &str, line: Span, cable: &mut Cable) {
    let Some(group) = group(text, line).filter(|_| cable.date_time_group.is_none()) else {
        return;
    };
    let found = find(text, group.span);
    cable.date = found
        .first()
        .map(|found| resolve(found, &Anchors::default()));
    if let Some(date) = &mut cable.date {
        date.rule = "date-time-group".to_owned();
    }
    let before = Span::new(line.start as usize, group.span.start as usize).trimmed(text);
    let first = before.slice(text).split_whitespace().next();
    cable.precedence = first.and_then(precedence).map(|value| Part {
        value: value.to_owned(),
        span: before,
    });
    cable.date_time_group = Some(group);
}

fn fill_classification(
    text: &str,
    line: Span,
    cable: &mut Cable,
    number: &mut Option<(String, u32, Span)>,
) {
    let Some((name, end)) = classification::leading(line.slice(text)) else {
        return;
    };
    let start = line.start as usize;
    let part = || Part {
        value: name.to_owned(),
        span: Span::new(start, start + end).trimmed(text),
    };
    cable.classification.get_or_insert_with(part);
    let Some(rest) = classification::rest(line, text) else {
        return;
    };
    cable.captions.extend(captions(text, rest));
    if number.is_none() {
        *number = number::at_end(text, rest);
    }
}

fn captions(text: &str, line: Span) -> impl Iterator<Item = Part> {
    pieces(text, line, &[' ', '/', ',', '\t'])
        .filter(|span| CAPTIONS.contains(&span.slice(text)))
        .map(|span| Part::of(text, span))
}

/// One addressee a line; the precedence and the message number after the name are dropped from
/// the value, and a routing indicator and slash before it.
fn addressees(text: &str, span: Span) -> Vec<Part> {
    let address = |line: Span| {
        let words = line.slice(text);
        let routed = words.find('/').filter(|slash| {
            words[..*slash].starts_with(['R', 'Z']) && !words[..*slash].contains(' ')
        });
        let name = Span::new(
            line.start as usize + routed.map_or(0, |slash| slash + 1),
            line.end as usize,
        );
        let part = Part::of(text, name);
        let is_name = |word: &&str| {
            precedence(word).is_none() && !word.bytes().all(|byte| byte.is_ascii_digit())
        };
        let kept: Vec<&str> = part.value.split(' ').take_while(is_name).collect();
        Part {
            value: kept.join(" "),
            span: part.span,
        }
    };
    let parts = pieces(text, span, &['\n']).map(address);
    parts.filter(|part| !part.value.is_empty()).collect()
}

fn tags(text: &str, span: Span) -> Vec<Part> {
    // "KUNAN, ALI" is one tag, but nothing in the line tells it from two; codes are short.
    pieces(text, span, &[',', ' ', '\n', ';', '\t'])
        .map(|span| Part::of(text, span))
        .filter(|part| part.value.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        .filter(|part| !part.value.is_empty())
        .collect()
}

/// The pieces of a span between separators, trimmed and not empty.
fn pieces<'a>(
    text: &'a str,
    span: Span,
    separators: &'a [char],
) -> impl Iterator<Item = Span> + 'a {
    let mut start = span.start as usize;
    span.slice(text)
        .split_inclusive(separators)
        .filter_map(move |piece| {
            let words = piece.trim_end_matches(separators);
            let found = Span::new(start, start + words.len()).trimmed(text);
            start += piece.len();
            (!found.is_empty()).then_some(found)
        })
}
