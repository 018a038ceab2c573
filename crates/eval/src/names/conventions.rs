//! What the cables' annotators take for one mention, or for a body's or country's, that is read as
//! two, or as people's.
//!
//! As their guide has it, only a comma makes two mentions of a name and what stands beside it; and
//! unnamed delegates whose own choices do not matter stand for whom they represent. Nothing here
//! looks at what is marked.

use super::system::{Found, Kind};
use depeche_text::Span;

/// Unnamed, they are marked as their body or country: 26 of 32 in the train part.
const SPOKEN_FOR: &[&str] = &[
    "DELEGATES",
    "LEADERS",
    "MEMBERS",
    "OFFICIALS",
    "REP",
    "REP.",
    "REPS",
];

/// The mentions as the guide has them.
pub(super) fn guided(found: &[Found], text: &str) -> Vec<Found> {
    let spoken = found.iter().map(|name| Found {
        kind: spoken_for(name, found, text).unwrap_or(name.kind),
        ..*name
    });
    joined(spoken.collect(), text)
}

/// For whom unnamed officials stand: the body or country that is named before them.
fn spoken_for(name: &Found, found: &[Found], text: &str) -> Option<Kind> {
    if name.kind != Kind::Person || !name.nominal {
        return None;
    }
    let words = name.full.slice(text).replace("- ", "");
    let words = words.trim_end_matches("'S");
    let officials = words.rsplit(char::is_whitespace).next()?;
    if !SPOKEN_FOR.contains(&officials) {
        return None;
    }
    let inside = found.iter().rev().filter(|other| {
        other.kind != Kind::Person && name.full.contains(other.full) && other.full != name.full
    });
    let named = inside.map(|other| other.kind).next();
    let body = || {
        let before = words.trim_end_matches(officials).trim_end();
        let body = before.rsplit(char::is_whitespace).next()?;
        BODIES.contains(&body).then_some(Kind::Organization)
    };
    named.or_else(body)
}

/// Bodies that a post need not name.
const BODIES: &[&str] = &[
    "ASSEMBLY",
    "CABINET",
    "COMMITTEE",
    "CONSULATE",
    "COUNCIL",
    "EMBASSY",
    "MINISTRY",
    "MISSION",
    "SECRETARIAT",
];

/// Mentions with nothing but spaces between them, where the first says whose or what the second
/// is ("HERRING PARTY CHAIRMAN MOSS", "U.S. FIRM LUND"), and people with one title ("AMBASSADORS
/// MOSS AND LUND").
fn joined(mut found: Vec<Found>, text: &str) -> Vec<Found> {
    found.sort_by_key(|name| (name.full.start, std::cmp::Reverse(name.full.end)));
    let mut joined: Vec<Found> = Vec::new();
    let mut outer: Option<usize> = None;
    for name in found {
        let last = outer.map(|at| joined[at]);
        match last.filter(|last| belongs(last, &name, text)) {
            Some(last) => joined.push(Found {
                full: last.full.cover(name.full),
                ..name
            }),
            None => joined.push(name),
        }
        if last.is_none_or(|last| !last.full.contains(name.full)) {
            outer = Some(joined.len() - 1);
        }
    }
    joined
}

fn belongs(first: &Found, second: &Found, text: &str) -> bool {
    let nested = first.full.contains(second.full) || first.full.start == second.full.start;
    let titled = second.nominal || second.full.start < second.span.start;
    let fits = match (first.kind, second.kind) {
        (Kind::Organization, Kind::Organization) => true,
        (Kind::Organization | Kind::Person, Kind::Person) => titled,
        _ => false,
    };
    let own = ["A ", "AN ", "HIS ", "THE "];
    if nested
        || own
            .iter()
            .any(|own| second.full.slice(text).starts_with(own))
    {
        return false;
    }
    let between = Span {
        start: first.full.end,
        end: second.full.start.max(first.full.end),
    };
    let between = between.slice(text);
    if first.kind == Kind::Person && second.kind == Kind::Person && !titled {
        let title = Span {
            start: first.full.start,
            end: first.span.start.max(first.full.start),
        };
        let many = title.slice(text).trim_end().ends_with('S');
        return many && matches!(between.trim(), "AND" | ",");
    }
    let owner = first.full.slice(text).ends_with("'S");
    fits && !owner && between.len() < 3 && between.chars().all(|mark| mark == ' ')
}
