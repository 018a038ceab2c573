//! Names that say a time: a newspaper ("Kestria Today"), a broadcast ("This Week", "40 Minutes").

use super::hit::Hit;
use super::words::{Cue, Term};
use crate::tokens::{Case, Tokens};
use crate::{Meaning, Unit};

/// Words looked at on each side for how the text is spelt.
const AROUND: usize = 10;

/// A word in small letters this long is spelt so in no heading.
const LONG: usize = 5;

/// Whether a reading is the name of something: "today", "week", "minutes" with a capital within a
/// sentence that spells other words small.
pub(super) fn is_title(tokens: &Tokens<'_>, hit: &Hit) -> bool {
    let is_capital = |at: usize| tokens.case(at) == Case::Capital && is_small_as_a_rule(tokens, at);
    let inner = (hit.start + 1..hit.end).any(is_capital);
    let named = is_capital(hit.start)
        && hit.start > 0
        && tokens.case(hit.start - 1) != Case::Lower
        && tokens.term(hit.start - 1) == Term::Other
        && !tokens.list[hit.start].parted;
    // "Thanksgiving Day".
    let is_holiday = matches!(hit.meaning, Meaning::Holiday(..));
    (inner || named) && !is_holiday && is_sentence(tokens, hit)
}

fn is_small_as_a_rule(tokens: &Tokens<'_>, index: usize) -> bool {
    match tokens.term(index) {
        // "The 21st Century".
        Term::Unit(unit) => unit < Unit::Decade,
        Term::Part(_) | Term::Cue(Cue::Today | Cue::Tomorrow | Cue::Noon) => true,
        _ => false,
    }
}

fn is_sentence(tokens: &Tokens<'_>, hit: &Hit) -> bool {
    let before = hit.start.saturating_sub(AROUND)..hit.start;
    let after = hit.end..(hit.end + AROUND).min(tokens.list.len());
    let is_long = |at: usize| tokens.case(at) == Case::Lower && tokens.word(at).len() >= LONG;
    let letters = |at: usize| {
        tokens
            .word(at)
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic())
    };
    before.chain(after).any(|at| is_long(at) && letters(at))
}

#[cfg(test)]
mod tests {
    use crate::find;
    use depeche_text::Span;

    fn count(text: &str) -> usize {
        find(text, Span::new(0, text.len())).len()
    }

    #[test]
    fn names_of_papers_and_broadcasts_are_no_times() {
        for text in [
            "The minister told Kestria Today that the talks failed.",
            "He said on \"This Week\" that nothing was agreed.",
            "the programme \"40 Minutes\" showed pictures",
        ] {
            assert_eq!(count(text), 0, "{text}");
        }
    }

    #[test]
    fn headings_and_first_words_are_read() {
        for text in [
            "Envoy Leaves Next Week",
            "Today the talks failed.",
            "This week the minister travels abroad.",
            "TALKS NEXT WEEK",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
    }
}
