//! Times counted from an event that the words name: "the day before the meeting", "two weeks after
//! the signing".

use super::Rule;
use super::hit::{Hit, scale};
use super::number::length;
use super::words::{Cue, Term};
use crate::Unit;
use crate::tokens::Tokens;
use crate::{Amount, Length, Meaning};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "day-from-event",
        read: day,
        examples: [
            (
                "The meeting was held on May 3, 1962. The day before the meeting he left.",
                "The day before the meeting = DATE 1962-05-02",
            ),
            (
                "They met on May 3, 1962; he left the day after the meeting.",
                "the day after the meeting = DATE 1962-05-04",
            ),
        ],
        source: "",
    },
    Rule {
        name: "length-from-event",
        read: counted,
        examples: [
            (
                "The treaty was signed on May 3, 1962. Two days after the signing he left.",
                "Two days after the signing = DATE 1962-05-05",
            ),
            (
                "about three weeks before the signing",
                "about three weeks before the signing = DATE PAST_REF APPROX",
            ),
        ],
        source: "",
    },
];

/// What is told of a killing, by whatever noun it is named later.
const KILLED: &[&str] = &["assassinated", "killed", "murdered", "shot", "slain"];

/// Nouns that name what happened, with the verb that tells of the same: its past forms.
const EVENTS: &[(&str, &[&str])] = &[
    ("announcement", &["announced"]),
    ("arrest", &["arrested"]),
    ("arrival", &["arrived"]),
    ("assassination", KILLED),
    ("attack", &["attacked"]),
    ("bombing", &["bombed"]),
    ("ceremony", &[]),
    ("conference", &[]),
    ("conversation", &[]),
    ("coup", &[]),
    ("crash", &["crashed"]),
    ("death", &["died"]),
    ("departure", &["departed", "left"]),
    ("dinner", &["dined"]),
    ("earthquake", &[]),
    ("election", &["elected"]),
    ("explosion", &["exploded"]),
    ("funeral", &["buried"]),
    ("hearing", &[]),
    ("inauguration", &["inaugurated"]),
    ("interview", &["interviewed"]),
    ("invasion", &["invaded"]),
    ("killing", KILLED),
    ("launch", &["launched"]),
    ("luncheon", &["lunched"]),
    ("meeting", &["met"]),
    ("murder", KILLED),
    ("raid", &["raided"]),
    ("referendum", &[]),
    ("release", &["released"]),
    ("resignation", &["resigned"]),
    ("shooting", KILLED),
    ("signing", &["signed"]),
    ("slaying", KILLED),
    ("speech", &["spoke"]),
    ("summit", &[]),
    ("talk", &["talked"]),
    ("trial", &["tried"]),
    ("visit", &["visited"]),
    ("vote", &["voted"]),
    ("wedding", &["married"]),
    ("withdrawal", &["withdrew", "withdrawn"]),
];

/// Nouns that an event before them only describes.
const HEADS: &[&str] = &[
    "campaign", "hall", "house", "party", "process", "results", "room", "series", "site", "team",
];

/// Words between the article and the noun.
const BETWEEN: usize = 2;

/// How an event is named.
pub(crate) struct Naming<'a> {
    noun: &'a str,
    verbs: &'a [&'a str],
}

impl Naming<'_> {
    /// Whether a word names it: the noun in either number, or a past form of its verb.
    pub(crate) fn is(&self, word: &str) -> bool {
        is_noun(self.noun, word)
            || self
                .verbs
                .iter()
                .any(|verb| verb.eq_ignore_ascii_case(word))
    }
}

/// How the event is named that a noun means; `None` for a word that names none.
pub(crate) fn naming(word: &str) -> Option<Naming<'static>> {
    let entry = EVENTS.iter().find(|(noun, _)| is_noun(noun, word))?;
    Some(Naming {
        noun: entry.0,
        verbs: entry.1,
    })
}

fn is_noun(noun: &str, word: &str) -> bool {
    let plural = |stem: &str| stem.eq_ignore_ascii_case(noun);
    word.eq_ignore_ascii_case(noun)
        || word
            .strip_suffix(['s', 'S'])
            .is_some_and(|stem| plural(stem) || stem.strip_suffix(['e', 'E']).is_some_and(plural))
}

/// "the day before the meeting", "the week after the election".
fn day(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let Term::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) =
        tokens.term(index + 1)
    else {
        return None;
    };
    if !tokens.is(index, Cue::The) || super::offset::is_plural(tokens, index + 1) {
        return None;
    }
    from_event(
        tokens,
        index,
        (Length::of(Amount::whole(1), unit), index + 2),
    )
}

/// "two days after the signing", "about three weeks before his arrival".
fn counted(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (next, scale) = scale(tokens, index);
    let length = length(tokens, next)?;
    let hit = from_event(tokens, index, length)?;
    Some(Hit { scale, ..hit })
}

/// "[at noon] the day before the meeting", "[6 a.m.] ten days before the signing".
pub(super) fn behind(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let comma = tokens.skip_mark(index, b',');
    let on = comma + usize::from(tokens.is(comma, Cue::On));
    let hit = day(tokens, on).or_else(|| counted(tokens, on))?;
    hit.scale.is_none().then_some(hit)
}

fn from_event(tokens: &Tokens<'_>, start: usize, (length, at): (Length, usize)) -> Option<Hit> {
    let back = match tokens.term(at) {
        Term::Cue(Cue::Before) => true,
        Term::Cue(Cue::After | Cue::Following) => false,
        _ => return None,
    };
    let noun = event_noun(tokens, at + 1)?;
    let meaning = Meaning::FromEvent {
        length,
        back,
        noun: tokens.span(noun, noun + 1),
    };
    Some(Hit::new(start, noun + 1, meaning))
}

/// The noun behind "the", "his" and at most two words.
fn event_noun(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let determined = matches!(
        tokens.term(index),
        Term::Cue(Cue::The | Cue::This | Cue::That)
    ) || ["his", "her", "their", "its", "our"].contains(&tokens.word(index));
    let is_word = |at: &usize| {
        let term = tokens.term(*at);
        matches!(term, Term::Other | Term::Ordinal(_) | Term::Holiday)
    };
    let noun = (index + 1..=index + 1 + BETWEEN)
        .take_while(is_word)
        .find(|at| naming(tokens.word(*at)).is_some())
        .filter(|_| determined)?;
    // "The election campaign", "the election day": what the next word names is meant.
    let next = noun + 1;
    let goes_on = naming(tokens.word(next)).is_some()
        || tokens.glued(next) == Term::Mark(b'-')
        || matches!(tokens.term(next), Term::Unit(_))
        || HEADS.contains(&tokens.word(next));
    (!goes_on).then_some(noun)
}
