//! Whether the words around a time tell what was or what will be: the nearest verb before it in
//! its sentence, else the nearest after it.

use super::words::{Cue, Term};
use crate::Tense;
use crate::tokens::{Case, Tokens};

/// Words looked at before and after a time.
const BEFORE: usize = 14;
const AFTER: usize = 10;

/// Words that tell what will be, may be or is wanted.
const FUTURE: &[&str] = &[
    "will",
    "shall",
    "ll",
    "would",
    "could",
    "should",
    "must",
    "might",
    "can",
    "plan",
    "plans",
    "planned",
    "planning",
    "expected",
    "expects",
    "expect",
    "expecting",
    "scheduled",
    "due",
    "hopes",
    "hope",
    "hoped",
    "intends",
    "intend",
    "intended",
    "upcoming",
    "slated",
    "poised",
    "deadline",
    "expire",
    "expires",
    "begins",
    "tentatively",
    "likely",
    "payable",
    "effective",
    "arrives",
    "leaves",
    "meet",
    "meets",
];

/// Words that tell what was, beside all that end in -ed.
const PAST: &[&str] = &[
    "was", "were", "had", "did", "has", "have", "been", "said", "told", "came", "went", "met",
    "made", "took", "gave", "left", "held", "sent", "saw", "began", "became", "rose", "fell",
    "won", "lost", "wrote", "spoke", "brought", "found", "got", "sold", "bought", "paid", "broke",
    "led", "ran", "shot", "struck", "withdrew", "drew", "stood", "kept", "felt", "heard", "flew",
    "spent", "closed",
];

/// Words in -ed that tell of no past.
const NO_PAST: &[&str] = &[
    "succeed",
    "proceed",
    "exceed",
    "need",
    "indeed",
    "speed",
    "hundred",
    "kindred",
    "sacred",
    "naked",
    "wicked",
    "shed",
    "unspecified",
    "unnamed",
];

/// What the words around tokens `start` to before `end` tell.
pub(crate) fn tense(tokens: &Tokens<'_>, start: usize, end: usize) -> Option<Tense> {
    let before = (start.saturating_sub(BEFORE)..start)
        .rev()
        .take_while(|at| !ends_sentence(tokens, *at));
    // "By February", "until Tuesday", "starting Monday": a term is set ahead, unless the telling looks back at it.
    let starts = start > 0 && tokens.word(start - 1) == "starting";
    if start > 0 && (starts || is_ahead(tokens.term(start - 1))) && !looks_back(tokens, start, end)
    {
        return Some(Tense::Future);
    }
    if is_reached(tokens, start) {
        return Some(Tense::Near);
    }
    // "As soon as Tuesday", "as early as May".
    if is_as_soon(tokens, start) {
        return Some(Tense::Future);
    }
    let end = tokens.skip_mark(end, b',');
    let after = (end..(end + AFTER).min(tokens.list.len()))
        .take_while(|at| !ends_sentence(tokens, *at) && !tokens.is_mark(*at, b','));
    let tense = before.chain(after).find_map(|at| verb(tokens, at));
    // "The march planned for Saturday was called off".
    let was = ["was", "were"].contains(&tokens.word(end));
    let tense = match tense {
        Some(Tense::Future) if was => Some(Tense::Past),
        tense => tense,
    };
    // "They would get around Wednesday's ruling": what is named by its day has been, as a rule.
    let names = tokens.glued(end) == Term::Mark(b'\'') && tokens.word(end + 1) == "s";
    tense.filter(|tense| !(names && *tense == Tense::Future))
}

/// "until Thursday, they had not called him", "had filed reports by Wednesday".
fn looks_back(tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
    let end = tokens.skip_mark(end, b',');
    let after = end..(end + 3).min(tokens.list.len());
    let before = start.saturating_sub(6)..start;
    before.chain(after).any(|at| tokens.word(at) == "had")
}

fn is_as_soon(tokens: &Tokens<'_>, start: usize) -> bool {
    let Some(first) = start.checked_sub(3) else {
        return false;
    };
    let is_as = |at: usize| tokens.is(at, Cue::As);
    is_as(first)
        && is_as(first + 2)
        && matches!(tokens.term(first + 1), Term::Cue(Cue::Soon | Cue::Early))
}

/// "Through September", "as of May 3".
fn is_reached(tokens: &Tokens<'_>, start: usize) -> bool {
    let as_of = start >= 2 && tokens.is(start - 1, Cue::Of) && tokens.is(start - 2, Cue::As);
    as_of || start >= 1 && tokens.is(start - 1, Cue::Through)
}

fn is_ahead(term: Term) -> bool {
    matches!(term, Term::Cue(Cue::By | Cue::Until | Cue::Beginning))
}

pub(super) fn ends_sentence(tokens: &Tokens<'_>, index: usize) -> bool {
    let stop = matches!(
        tokens.term(index),
        Term::Mark(b'.' | b'!' | b'?' | b';') | Term::End
    );
    // "Dr. Moss", "Sept. 3": a full stop after a short word ends nothing.
    let short =
        index > 0 && tokens.word(index - 1).len() <= 4 && tokens.case(index - 1) != Case::Lower;
    let parted = tokens.list.get(index).is_some_and(|token| token.parted);
    parted || stop && !(tokens.is_mark(index, b'.') && short)
}

/// "It had been due on Friday", "had been scheduled to leave", "as previously planned".
fn is_past_plan(tokens: &Tokens<'_>, index: usize) -> bool {
    let had_been =
        |been: usize| been >= 1 && tokens.word(been) == "been" && tokens.word(been - 1) == "had";
    let directly = index >= 1 && had_been(index - 1);
    let by_infinitive = index >= 3 && tokens.is(index - 1, Cue::To) && had_been(index - 3);
    let said = index >= 1 && matches!(tokens.word(index - 1), "previously" | "originally");
    directly || by_infinitive || said
}

/// "To set", "is set", "will set".
fn is_wanted(tokens: &Tokens<'_>, index: usize) -> bool {
    index == 0
        || tokens.is(index - 1, Cue::To)
        || ["a", "be", "is", "are", "the", "been", "of"].contains(&tokens.word(index - 1))
        || FUTURE.contains(&tokens.word(index - 1))
}

/// Whether a word may be a verb that tells what was.
pub(super) fn is_past_verb(tokens: &Tokens<'_>, index: usize) -> bool {
    let word = tokens.word(index);
    let is_past = PAST.contains(&word) || word.len() > 4 && word.ends_with("ed");
    is_past && tokens.case(index) == Case::Lower && !NO_PAST.contains(&word)
}

fn verb(tokens: &Tokens<'_>, index: usize) -> Option<Tense> {
    if tokens.term(index) != Term::Other {
        return None;
    }
    let mut folded = [0_u8; 12];
    let bytes = tokens.word(index).as_bytes();
    let folded = folded.get_mut(..bytes.len())?;
    folded.copy_from_slice(bytes);
    folded.make_ascii_lowercase();
    let word = std::str::from_utf8(folded).ok()?;
    // "They could not be reached Friday", "neither could be found": what was tried.
    let is_not = tokens.word(index + 1) == "not"
        || (index.saturating_sub(8)..index)
            .rev()
            .take_while(|at| !ends_sentence(tokens, *at))
            .any(|at| tokens.word(at).eq_ignore_ascii_case("neither"));
    if word == "could" && is_not || word == "couldn" {
        return Some(Tense::Past);
    }
    // "Is to leave on Friday".
    let is_to = matches!(word, "is" | "are") && tokens.is(index + 1, Cue::To);
    // "Is set to leave on Friday", "is going to", but "a record set on Friday".
    let is_set = matches!(word, "set" | "going") && tokens.is(index + 1, Cue::To)
        || word == "set" && tokens.is(index + 1, Cue::For);
    let to = tokens.is(index + 1, Cue::To);
    // "To meet their needs": the verb before tells. "They agreed to meet on Friday".
    if word == "meet" && index >= 1 && tokens.is(index - 1, Cue::To) {
        return None;
    }
    if to && ["agreed", "decided", "offered", "promised"].contains(&word) {
        return Some(Tense::Future);
    }
    if is_past_plan(tokens, index) || word == "set" && !is_set && !is_wanted(tokens, index) {
        return Some(Tense::Past);
    }
    // "The plan that he told of on Friday".
    let is_noun = matches!(word, "plan" | "plans" | "hope" | "hopes")
        && index >= 1
        && (matches!(
            tokens.term(index - 1),
            Term::Cue(Cue::The | Cue::A | Cue::This)
        ) || ["its", "his", "her", "their"].contains(&tokens.word(index - 1)));
    if is_noun {
        return None;
    }
    if is_to || is_set || FUTURE.contains(&word) {
        return Some(Tense::Future);
    }
    // "Will be held on Friday", "ought still to be paid": what stands before "be" tells.
    let after_be = (1..=2).any(|back| index >= back && tokens.word(index - back) == "be");
    // "When the case is heard in May".
    let is_present = index >= 1 && matches!(tokens.word(index - 1), "is" | "are");
    if after_be || is_present || NO_PAST.contains(&word) {
        return None;
    }
    let is_name = tokens.case(index) == Case::Capital;
    let past = PAST.contains(&word) || word.len() > 4 && word.ends_with("ed") && !is_name;
    past.then_some(Tense::Past)
}
