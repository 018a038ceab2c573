//! Titles in running words: "deputy foreign minister", "Secretary of State", "Mr.".
//!
//! A title is built of parts — a head with ranks and portfolios around it — so that a few lists
//! give thousands of titles. Whose it is and who holds it is read elsewhere.

use crate::lexicon;
use crate::title_words::{Parts, parts};
use crate::word::{Shape, Word, touches};

/// A title over words `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Title {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// "Mr.", "Dr.", "Sir": a form of address, no office.
    pub(crate) honorific: bool,
    /// "ex-", "former", "late", "then" stands before it.
    pub(crate) former: bool,
    /// "ministers".
    pub(crate) plural: bool,
}

/// After "of": "secretary of state", "chief of staff", "minister of the interior".
const OF_PORTFOLIOS: &[&str] = &["staff", "mission", "naval", "protocol", "station", "party"];

/// Whether a folded word names a field of government: "defense", "foreign", "trade".
pub(crate) fn is_portfolio(folded: &str) -> bool {
    parts(folded).any(Parts::PORTFOLIO)
}

/// Whether a folded word is a rank or the head of a title.
pub(crate) fn is_rank_or_head(folded: &str) -> bool {
    parts(folded).any(Parts::RANK.or(Parts::HEAD).or(Parts::PLURAL))
}

/// All titles of a sentence, in order, none inside another.
pub(crate) fn titles(words: &[Word<'_>]) -> Vec<Title> {
    let mut found: Vec<Title> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let floor = found.last().map_or(0, |title| title.end);
        match title(words, at, floor) {
            Some(title) => {
                at = title.end;
                found.push(title);
            }
            None => at += 1,
        }
    }
    found
}

fn title(words: &[Word<'_>], at: usize, floor: usize) -> Option<Title> {
    let word = &words[at];
    let small = word.shape == Shape::Lower;
    if word.parts.any(Parts::HONORIFIC) && word.folded.len() > 1 && !small {
        return Some(Title {
            start: at,
            end: at + 1,
            honorific: true,
            former: false,
            plural: word.folded.starts_with("messrs"),
        });
    }
    let is_head = word.parts.any(Parts::HEAD.or(Parts::PLURAL));
    if !is_head || next_is_head(words, at) || is_surname(words, at) || is_adjective(words, at) {
        return None;
    }
    let (start, ex) = extend_left(words, at, floor);
    let before = start.checked_sub(1).filter(|before| *before >= floor);
    Some(Title {
        start,
        end: extend_right(words, at + 1),
        honorific: false,
        former: ex || before.is_some_and(|before| words[before].parts.any(Parts::FORMER)),
        plural: word.parts.any(Parts::PLURAL),
    })
}

/// "major issues", "in general", "a head": no title unless a name follows.
fn is_adjective(words: &[Word<'_>], at: usize) -> bool {
    let folded = words[at].folded.as_ref();
    let doubtful = matches!(
        folded,
        "major" | "general" | "min" | "sec" | "rep" | "executive" | "dep" | "gen" | "head"
    ) || matches!(folded, "deputy" | "marshal" | "regent" | "heads" | "count");
    if !doubtful {
        return false;
    }
    let shouting = words.iter().all(|word| word.shape != Shape::Lower);
    let next = words.get(at + 1);
    let named = next.is_some_and(|next| {
        let known = || lexicon::is_surname(&next.folded) || lexicon::is_given(&next.folded);
        next.namelike && (!shouting || known())
    });
    let leads = folded == "head" && next.is_some_and(|next| next.folded == "of");
    let part = at > 0 && words[at - 1].parts.any(Parts::PORTFOLIO);
    (words[at].shape == Shape::Lower || shouting) && !named && !part && !leads
}

/// "Col. King", "Mr. Bishop": after a form of address, and before no name, it is a surname.
fn is_surname(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &words[before]) else {
        return false;
    };
    let short = before.parts.any(Parts::HEAD) && before.folded.ends_with('.');
    let addressed = before.parts.any(Parts::HONORIFIC) || short;
    let goes_on = words.get(at + 1).is_some_and(|next| next.namelike);
    let capital = words[at].shape != Shape::Lower;
    addressed && capital && !goes_on && lexicon::is_surname(&words[at].folded)
}

/// "Vice President", "deputy director": the later word is the head.
fn next_is_head(words: &[Word<'_>], at: usize) -> bool {
    if !words[at].parts.any(Parts::RANK.or(Parts::PORTFOLIO)) {
        return false;
    }
    let rest = &words[at + 1..];
    let is_middle = |word: &&Word<'_>| word.parts.any(Parts::PORTFOLIO);
    let middle_count = rest.iter().take(3).take_while(is_middle).count();
    let mut heads = rest.iter().take(middle_count + 1);
    heads.any(|word| word.parts.any(Parts::HEAD))
}

/// The first word of the title, and whether "ex-" stands on it.
fn extend_left(words: &[Word<'_>], head: usize, floor: usize) -> (usize, bool) {
    let mut start = head;
    if words[head].parts.any(Parts::EX) {
        return (start, true);
    }
    while start > floor {
        let before = &words[start - 1];
        let part = before
            .parts
            .any(Parts::RANK.or(Parts::PORTFOLIO).or(Parts::HEAD));
        let joins = matches!(before.folded.as_ref(), "and" | "&")
            && start - 1 > floor
            && words[start - 2].parts.any(Parts::PORTFOLIO);
        if !part && !joins || touches(words, start - 1) {
            break;
        }
        start -= 1;
        if before.parts.any(Parts::EX) {
            return (start, true);
        }
    }
    (start, false)
}

/// One past the title's last word: "general", "at large", "of State", "for Trade Affairs".
fn extend_right(words: &[Word<'_>], mut end: usize) -> usize {
    let folded = |at: usize| words.get(at).map_or("", |word| word.folded.as_ref());
    while words
        .get(end)
        .is_some_and(|word| word.parts.any(Parts::AFTER_HEAD))
    {
        end += 1;
    }
    if folded(end) == "at" && folded(end + 1) == "large" {
        return end + 2;
    }
    if folded(end) == "-" && folded(end + 1) == "general" {
        end += 2;
    }
    if !matches!(folded(end), "of" | "for") {
        return end;
    }
    let first = end + 1 + usize::from(folded(end + 1) == "the");
    let last = portfolios(words, first, folded(end) == "for");
    match last > first {
        true => last,
        false => end,
    }
}

/// One past the fields of government from word `first`; `first` where there are none.
fn portfolios(words: &[Word<'_>], first: usize, regions: bool) -> usize {
    let is_field = |at: usize| {
        let word = words.get(at);
        word.is_some_and(|word| word.parts.any(Parts::PORTFOLIO))
    };
    let mut last = first;
    for at in first..words.len().min(first + 8) {
        let folded = words[at].folded.as_ref();
        let field = is_field(at) || at == first && OF_PORTFOLIOS.contains(&folded);
        let joins = matches!(folded, "and" | "&" | ",") && is_field(at + 1);
        let goes_on = field || joins || regions && leads_to_affairs(&words[at..]);
        if !goes_on {
            break;
        }
        // "chairman of the Trade Committee": the field belongs to the body.
        let body = words.get(at + 1).is_some_and(|next| next.head.is_some());
        if field && !body {
            last = at + 1;
        }
    }
    last
}

/// "Far Eastern Affairs": other capitals, up to the word that ends a field.
fn leads_to_affairs(words: &[Word<'_>]) -> bool {
    let goes_on =
        |word: &&Word<'_>| word.namelike || matches!(word.folded.as_ref(), "and" | "affairs");
    let mut rest = words.iter().take(5).take_while(goes_on);
    words[0].namelike && rest.any(|word| word.folded == "affairs")
}
