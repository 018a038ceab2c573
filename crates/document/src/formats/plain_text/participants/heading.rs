//! The line above a participants list: "PARTICIPANTS", "Others Present:", "The following were
//! present at the meeting:".

use super::words::{bare, is_nation, is_sign, is_title};

/// A heading is no longer, in bytes.
const MAX_BYTES: usize = 80;

/// Words one of which every heading has.
const KEYS: &[&str] = &[
    "participants",
    "participant",
    "participation",
    "present",
    "attending",
    "attendance",
    "attendees",
    "attended",
    "participating",
];

/// What else may stand in a heading.
const OTHERS: &[&str] = &[
    "a",
    "additional",
    "also",
    "and",
    "at",
    "by",
    "cabinet",
    "conference",
    "conversation",
    "dinner",
    "discussion",
    "following",
    "for",
    "from",
    "in",
    "individuals",
    "list",
    "luncheon",
    "lunch",
    "main",
    "meeting",
    "members",
    "of",
    "officials",
    "on",
    "only",
    "other",
    "others",
    "part",
    "partial",
    "people",
    "persons",
    "principal",
    "principals",
    "session",
    "side",
    "staff",
    "the",
    "this",
    "those",
    "were",
    "was",
    "who",
    "state",
    "states",
    "department",
    "house",
    "white",
    "talks",
    "council",
];

/// Where the value of a heading begins; `None` where the line is none.
///
/// In capitals, or before a colon, or of few words; a sentence that only speaks of people who were
/// present is none.
pub(super) fn value(line: &str) -> Option<usize> {
    let colon = line.find(':').filter(|at| *at <= MAX_BYTES);
    let end = colon.unwrap_or(line.len());
    let name = line.get(..end).filter(|name| name.len() <= MAX_BYTES)?;
    let words: Vec<&str> = name.split_whitespace().collect();
    // "NOTES OF THE MEETING WITH", "THOSE AT THE MEETING WERE", and the names.
    let capitals = !name.chars().any(char::is_lowercase);
    let opens = name.ends_with(" WITH") || name.ends_with(" WERE");
    if capitals && opens && name.contains("MEETING") && words.len() <= 12 {
        return Some(colon.map_or(line.len(), |colon| colon + 1));
    }
    let is_key = |word: &&str| KEYS.contains(&bare(word).as_str());
    if words.len() > 12 || !words.iter().any(is_key) || !words.iter().all(fits) {
        return None;
    }
    let opened =
        name.starts_with(|first: char| first.is_uppercase() || first == '[') || words.len() == 1;
    let short = words.len() <= 3 || words.iter().any(|word| bare(word) == "following");
    let alone = colon.is_none() && (short || capitals);
    let whole = words.len() < 3 || !name.ends_with('.');
    (opened && whole && (capitals || colon.is_some() || alone))
        .then(|| colon.map_or(line.len(), |colon| colon + 1))
}

fn fits(word: &&str) -> bool {
    let bare = bare(word);
    let known = KEYS.contains(&bare.as_str()) || OTHERS.contains(&bare.as_str());
    known
        || bare.is_empty()
        || is_nation(word)
        || is_sign(word)
        || is_title(word)
        || bare.bytes().all(|byte| byte.is_ascii_digit())
}
