//! The telling beside a quotation, and its date: "On May 3 Moss told reporters:", "… Moss said on
//! May 3".

use super::tense::{ends_sentence, is_past_verb};
use super::words::{self, Term};
use crate::tokens::{Case, Tokens};
use crate::{FoundTime, Meaning};

/// Words between a quotation and the verb that tells it.
const NEAR_WORDS: usize = 10;

/// Words of a telling; longer sentences say more than who told it.
const MOST_WORDS: usize = 36;

/// Verbs of a telling.
const VERBS: &[&str] = &[
    "acknowledged",
    "added",
    "admitted",
    "affirmed",
    "announced",
    "argued",
    "asked",
    "asserted",
    "cabled",
    "claimed",
    "commented",
    "complained",
    "concluded",
    "declared",
    "exclaimed",
    "explained",
    "informed",
    "insisted",
    "maintained",
    "noted",
    "observed",
    "predicted",
    "promised",
    "quoted",
    "read",
    "reads",
    "remarked",
    "replied",
    "reported",
    "responded",
    "said",
    "saying",
    "says",
    "stated",
    "states",
    "stressed",
    "telegraphed",
    "telling",
    "told",
    "warned",
    "writes",
    "writing",
    "wrote",
];

/// Words that begin another clause, or a verb of one.
const CLAUSE: &[&str] = &[
    "although", "are", "because", "but", "can", "could", "if", "is", "may", "might", "must",
    "shall", "should", "though", "was", "were", "when", "where", "whereas", "whether", "which",
    "while", "who", "whom", "whose", "will", "would",
];

/// What is sent or spoken: its date is that of what it tells ("in a letter of May 3").
const TOLD: &[&str] = &[
    "address",
    "article",
    "broadcast",
    "cable",
    "communication",
    "despatch",
    "dispatch",
    "interview",
    "letter",
    "memorandum",
    "message",
    "note",
    "report",
    "speech",
    "statement",
    "telegram",
];

/// A telling beside a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Which of the times found says when it was told, where one does.
    pub(crate) told: Option<usize>,
    /// Where the sentence that it closes ends and the next begins, for a telling behind its
    /// quotation.
    pub(crate) ends: Option<u32>,
}

/// The telling in front of a quotation: the words of its sentence up to it.
pub(crate) fn cue_before(tokens: &Tokens<'_>, found: &[FoundTime]) -> Option<Cue> {
    let end = tokens.list.len();
    let start = (0..end).rev().find(|at| ends_sentence(tokens, *at));
    let start = start.map_or(0, |at| at + usize::from(!tokens.list[at].parted));
    let verb = (start..end).rev().find(|at| is_verb(tokens, *at))?;
    let is_near = end - verb <= NEAR_WORDS + date_words(tokens, verb, found);
    if !is_near || !introduces(tokens, verb) {
        return None;
    }
    let told = date(tokens, (start, verb, end), found);
    Some(Cue { told, ends: None })
}

/// The telling behind a quotation: the words up to the end of its sentence.
pub(crate) fn cue_after(tokens: &Tokens<'_>, found: &[FoundTime]) -> Option<Cue> {
    let start = tokens.skip_mark(0, b',');
    let end = (start..tokens.list.len()).find(|at| ends_sentence(tokens, *at));
    let end = end.unwrap_or(tokens.list.len());
    let verb = (start..end.min(start + NEAR_WORDS)).find(|at| is_verb(tokens, *at))?;
    let leads = (start..verb).all(|at| !begins_clause(tokens, at) && !is_word(tokens, at, "and"));
    if !leads {
        return None;
    }
    // What is said of the date must be said before the next clause.
    let stop = (verb + 1..end).find(|at| begins_clause(tokens, *at) || is_other_verb(tokens, *at));
    let told = date(tokens, (start, verb, stop.unwrap_or(end)), found);
    // Nothing but the full stop stands between it and a quotation that goes on.
    let is_last = end + 1 == tokens.list.len();
    let mut rest = tokens.list.last().map_or(0, |token| token.span.end);
    let bytes = tokens.text.as_bytes();
    while bytes
        .get(rest as usize)
        .is_some_and(u8::is_ascii_whitespace)
    {
        rest += 1;
    }
    Some(Cue {
        told,
        ends: is_last.then_some(rest),
    })
}

/// Whether only who is told stands between a verb and what it introduces.
fn introduces(tokens: &Tokens<'_>, verb: usize) -> bool {
    let end = tokens.list.len();
    (verb + 1..end).all(|at| {
        let is_that = is_word(tokens, at, "that");
        !begins_clause(tokens, at)
            && !is_other_verb(tokens, at)
            && (!is_that || at + 1 == end)
            && !matches!(tokens.term(at), Term::Mark(b';' | b'(' | b')'))
    })
}

/// The one time of a telling that says when it was told.
fn date(
    tokens: &Tokens<'_>,
    (start, verb, end): (usize, usize, usize),
    found: &[FoundTime],
) -> Option<usize> {
    if end.saturating_sub(start) > MOST_WORDS || end <= start {
        return None;
    }
    let span = tokens.span(start, end);
    let first = found.partition_point(|time| time.span.start < span.start);
    let mut inside = found[first..]
        .iter()
        .take_while(|time| time.span.end <= span.end);
    let time = inside.next().filter(|_| inside.next().is_none())?;
    let is_day = !matches!(
        time.meaning,
        Meaning::Duration(_) | Meaning::Set(_) | Meaning::Vague(_) | Meaning::Stretch { .. }
    );
    let at = (start..end).find(|at| tokens.list[*at].span.start >= time.span.start)?;
    let after = (at..end).find(|at| tokens.list[*at].span.start >= time.span.end);
    let after = after.unwrap_or(end);
    let from = if verb < at { verb } else { start };
    let is_its_own = is_day && !time.aside && stands_free(tokens, (from, at, after));
    let is_clear = |at: usize| {
        at == verb
            || !begins_clause(tokens, at)
                && !is_other_verb(tokens, at)
                && !matches!(tokens.term(at), Term::Mark(b';' | b'(' | b')'))
    };
    let rest = (start..at).chain(after..end.min(verb.max(after)));
    let is_plain = rest.into_iter().all(is_clear);
    (is_its_own && is_plain).then_some(first)
}

/// Whether a date tells when: "on May 3", not "since May 3", "the May 3 talks", "Friday's talks".
fn stands_free(tokens: &Tokens<'_>, (start, at, after): (usize, usize, usize)) -> bool {
    let owns = tokens.glued(after) == Term::Mark(b'\'');
    let before = match at > start {
        true => tokens.word(at - 1).to_ascii_lowercase(),
        false => String::new(),
    };
    let is_of_told = before == "of"
        && at >= start + 2
        && TOLD.contains(&tokens.word(at - 2).to_ascii_lowercase().as_str());
    let is_bound = matches!(
        before.as_str(),
        "of" | "since"
            | "until"
            | "till"
            | "by"
            | "before"
            | "after"
            | "from"
            | "to"
            | "for"
            | "than"
            | "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "between"
            | "about"
            | "through"
            | "that"
            | "this"
            | "s"
    );
    // "Moss, minister in 1967, told us".
    let is_inserted = (start..at.saturating_sub(2)).any(|at| tokens.is_mark(at, b','));
    !owns && !is_inserted && (!is_bound || is_of_told)
}

/// Tokens of the times between a verb and the quotation: they count as none.
fn date_words(tokens: &Tokens<'_>, verb: usize, found: &[FoundTime]) -> usize {
    let rest = &tokens.list[verb..];
    let inside = |token: &&crate::tokens::Token| {
        let after = found.partition_point(|time| time.span.end <= token.span.start);
        found
            .get(after)
            .is_some_and(|time| time.span.contains(token.span))
    };
    rest.iter().filter(inside).count()
}

fn is_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.case(at) == Case::Lower && VERBS.contains(&tokens.word(at))
}

fn is_word(tokens: &Tokens<'_>, at: usize, word: &str) -> bool {
    tokens.word(at).eq_ignore_ascii_case(word)
}

fn begins_clause(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    // "May 3" is a month's.
    word != "May"
        && word.len() <= words::LONGEST
        && CLAUSE.contains(&word.to_ascii_lowercase().as_str())
}

/// A verb in the past that tells nothing; "had" and "has" lead one that does, "dated" belongs to
/// the date.
fn is_other_verb(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    !is_verb(tokens, at)
        && !matches!(word, "had" | "has" | "have" | "dated")
        && is_past_verb(tokens, at)
}
