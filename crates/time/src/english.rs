//! English: the words that times are made of and the rules that read them.
//!
//! A language is one folder: its words as one table, a file a family of rules, and their list.
//! Every rule tries the token at an index, looks ahead by a bounded number of tokens, and carries
//! two examples that are run as tests.

pub(crate) mod calendar;
pub(crate) mod clock;
mod clock_range;
mod clock_words;
mod day_number;
mod duration;
pub(crate) mod event;
mod group;
pub(crate) mod hit;
mod holiday;
mod number;
mod numeric;
mod offset;
mod period;
mod quarter;
mod range;
mod season;
mod set;
pub(crate) mod telling;
mod tense;
mod title;
mod vague;
mod weekday;
pub(crate) mod words;
mod year;

use crate::tokens::Tokens;
use hit::Hit;
use words::{Cue, Term};

pub(crate) use range::extend;
pub(crate) use tense::tense;

/// Whether a folded word is the name of a month, in full or short, with its dot or without.
pub fn is_month(folded: &str) -> bool {
    let bare = folded.strip_suffix('.').unwrap_or(folded);
    bare.len() <= words::LONGEST && matches!(words::term(bare.as_bytes()), Term::Month(..))
}

/// One way of saying a time.
pub(crate) struct Rule {
    /// Unique; tests and the notes call it by this.
    pub(crate) name: &'static str,
    /// Tries the token at an index.
    pub(crate) read: fn(&Tokens<'_>, usize) -> Option<Hit>,
    /// Words, and what is read in them when they are told on Tuesday, 2011-04-05.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read them"))]
    pub(crate) examples: [(&'static str, &'static str); 2],
    /// Where the way of writing is laid down, if anywhere.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests read it"))]
    pub(crate) source: &'static str,
}

/// Families, in order: of two readings equally long the first holds.
pub(crate) const FAMILIES: &[&[Rule]] = &[
    group::RULES,
    numeric::RULES,
    calendar::RULES,
    day_number::RULES,
    offset::RULES,
    period::RULES,
    quarter::RULES,
    weekday::RULES,
    season::RULES,
    holiday::RULES,
    year::RULES,
    set::RULES,
    clock_range::RULES,
    clock::RULES,
    event::RULES,
    duration::RULES,
    vague::RULES,
];

/// The longest reading at a token.
pub(crate) fn read(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if !can_start(tokens.term(index)) {
        return None;
    }
    let mut best: Option<Hit> = None;
    for rule in FAMILIES.iter().copied().flatten() {
        if let Some(hit) = (rule.read)(tokens, index)
            && best.as_ref().is_none_or(|best| hit.end > best.end)
        {
            best = Some(Hit {
                rule: rule.name,
                ..hit
            });
        }
    }
    best.filter(|hit| !title::is_title(tokens, hit))
}

/// Whether any rule begins with such a word: most words of a text are none.
fn can_start(term: Term) -> bool {
    match term {
        Term::Other | Term::End => false,
        Term::Mark(mark) => mark == b'\'',
        Term::Cue(cue) => !matches!(
            cue,
            Cue::Of | Cue::And | Cue::To | Cue::For | Cue::Than | Cue::Through | Cue::St | Cue::Or
        ),
        _ => true,
    }
}
