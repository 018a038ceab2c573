//! Names that say what they are: "Ministry of Trade", "Embassy in X", "Y Sea", "Z Conference".
//!
//! A head noun carries the kind; capitals to the left and "of", "for", "in" to the right belong
//! to it. Also sites ("Page.net") and acronyms explained in brackets.

use super::{Name, Sentence};
use crate::EntityKind;
use crate::MentionForm;
use crate::described::described;
use crate::gazetteer::{Entry, longest};
use crate::lexicon::small_percent;
use crate::title::is_portfolio;
use crate::title_words::Parts;
use crate::word::{Case, Shape, touches};

/// They stand before their name: "Lake Varna", "Mount Hood".
const PLACE_OPENERS: &[&str] = &["lake", "mount", "cape", "isle", "port", "fort"];

/// They may be written small where a country stands before them, and name where they are.
const MISSIONS: &[&str] = &[
    "embassy",
    "consulate",
    "legation",
    "ministry",
    "government",
    "interests",
];

/// What telegrams call posts and their heads; a city may follow.
pub(super) const POSTS: &[&str] = &[
    "amconsul",
    "amconsulate",
    "amembassy",
    "amemb",
    "congen",
    "usint",
    "usliaison",
    "uslo",
    "usmission",
];

/// "The Embassy" alone means one that the reader knows.
const KNOWN_ALONE: &[&str] = &[
    "embassy",
    "legation",
    "consulate",
    "department",
    "ministry",
    "mission",
    "government",
    "foreign-office",
    "cabinet",
    "commission",
    "committee",
    "council",
];

const DETERMINERS: &[&str] = &[
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "our",
    "his",
    "her",
    "their",
    "its",
    "my",
    "your",
    "each",
    "every",
    "no",
    "any",
    "some",
    "in",
    "at",
    "on",
    "from",
    "to",
    "of",
    "by",
    "for",
    "and",
    "but",
    "if",
    "when",
    "while",
    "as",
    "with",
    "after",
    "before",
    "new",
    "both",
    "all",
    "former",
    "present",
    "subject",
    "re",
    "ref",
    "dear",
    "telegram",
    "despatch",
    "letter",
    "memorandum",
    "airgram",
    "report",
    "message",
    "such",
    "also",
    "other",
    "another",
    "such",
    "since",
    "under",
];

pub(super) fn claim(sentence: &mut Sentence<'_>) {
    let mut at = 0;
    while at < sentence.words.len() {
        match name_at(sentence, at) {
            Some(name) if sentence.all_free(name.start, name.end) => {
                at = name.end.max(at + 1);
                sentence.claim(name);
            }
            _ => at += 1,
        }
    }
}

fn name_at(sentence: &Sentence<'_>, at: usize) -> Option<Name> {
    let word = &sentence.words[at];
    if is_site(&word.folded) && word.folded.len() < 60 && !in_address(sentence, at) {
        return Some(Name::new(
            at,
            at + 1,
            EntityKind::Organization,
            "pattern:site",
        ));
    }
    if let Some(name) = opened_place(sentence, at).or_else(|| post(sentence, at)) {
        return Some(name);
    }
    let kind = word.head?;
    let capital = matches!(word.shape, Shape::Capital | Shape::Upper);
    let start = left(sentence, at);
    let end = right(sentence, at, kind);
    if !capital {
        return small_mission(sentence, at, end);
    }
    // "Soviet Union", "Six-Day War": the gazetteer knows the whole name and what it is.
    if longest(&sentence.words, start).is_some_and(|found| found.end > at) {
        return None;
    }
    if start == at && end == at + 1 {
        return alone(sentence, at);
    }
    let name = Name::new(start, end, kind, "pattern:head-noun");
    if start + 1 == at && end == at + 1 && is_named_for_a_person(sentence, start) {
        return None;
    }
    // "Peace Corps Act": a later head noun takes over.
    if end == at + 1 && later_head(sentence, end) {
        return None;
    }
    let weak = start == at && kind != EntityKind::Organization && kind != EntityKind::Document;
    let common_alone = end == at + 1 && sentence.case != Case::Mixed && start + 1 == at && {
        let before = &sentence.words[start];
        !before.namelike
            && longest(&sentence.words, start).is_none()
            && !before.parts.any(Parts::PORTFOLIO)
    };
    if weak && !prefixed_place(sentence, at, end) || common_alone {
        return None;
    }
    Some(match is_building(sentence, name.start, name.end, at) {
        true => Name {
            kind: EntityKind::Facility,
            ..name
        },
        false => name,
    })
}

/// "Varga Government": the person is named, the government is not.
fn is_named_for_a_person(sentence: &Sentence<'_>, at: usize) -> bool {
    let folded = sentence.folded(at);
    let personal = crate::lexicon::is_surname(folded) && crate::lexicon::small_percent(folded) == 0;
    let head = sentence.folded(at + 1);
    let loose = matches!(
        head,
        "government"
            | "administration"
            | "cabinet"
            | "mission"
            | "talks"
            | "plan"
            | "delegation"
            | "committee"
            | "group"
            | "party"
            | "forces"
            | "letter"
            | "memorandum"
            | "junta"
            | "staff"
    );
    personal
        && loose
        && longest(&sentence.words, at)
            .is_none_or(|found| matches!(found.entry, Entry::City(0..=2)))
}

fn later_head(sentence: &Sentence<'_>, end: usize) -> bool {
    let next = sentence.words.get(end);
    next.is_some_and(|next| {
        matches!(next.shape, Shape::Capital | Shape::Upper) && next.head.is_some()
    })
}

/// The first word of the capitals that stand before the head.
fn left(sentence: &Sentence<'_>, head: usize) -> usize {
    let mut start = head;
    while start > 0 && head - start < 7 {
        let before = start - 1;
        let word = &sentence.words[before];
        let folded = word.folded.as_ref();
        if matches!(folded, "'s" | "'") && start >= 2 && is_collective(sentence.folded(start - 2)) {
            start -= 2;
            continue;
        }
        if folded == "&" && start >= 2 && sentence.words[start - 2].shape == Shape::Capital {
            start -= 2;
            continue;
        }
        if !belongs_left(sentence, before) {
            break;
        }
        start = before;
    }
    start
}

fn belongs_left(sentence: &Sentence<'_>, at: usize) -> bool {
    let word = &sentence.words[at];
    let folded = word.folded.as_ref();
    let capital = matches!(word.shape, Shape::Capital | Shape::Upper) || word.text == "U.";
    if !capital || DETERMINERS.contains(&folded) || crate::lexicon::is_time_word(folded) {
        return false;
    }
    if sentence.case == Case::Shouting && !word.namelike {
        let known = longest(&sentence.words, at).is_some_and(|found| found.end == at + 1);
        return known || is_portfolio(folded) || folded == "general";
    }
    // At a sentence's start a common word has its capital from there.
    let opens = at == 0 || sentence.words[at - 1].shape == Shape::Mark;
    if opens && !word.namelike && !is_portfolio(folded) && word.head.is_none() {
        return longest(&sentence.words, at).is_some();
    }
    match sentence
        .titles
        .iter()
        .find(|title| title.start <= at && at < title.end)
    {
        Some(title) => matches!(folded, "general" | "executive") && !title.honorific,
        None => true,
    }
}

fn is_collective(folded: &str) -> bool {
    matches!(
        folded,
        "people"
            | "peoples"
            | "workers"
            | "worker"
            | "women"
            | "farmers"
            | "writers"
            | "children"
            | "students"
            | "peasants"
            | "ministers"
            | "lawyers"
            | "veterans"
    )
}

/// One past the last word of what follows the head: "of Foreign Affairs", "in Varna".
fn right(sentence: &Sentence<'_>, head: usize, kind: EntityKind) -> usize {
    let end = head + 1;
    let folded = sentence.folded(head);
    let link = sentence.folded(end);
    let mission = MISSIONS.contains(&folded);
    let office = matches!(folded, "consulate") && link == "general";
    if office {
        return located(sentence, end + 1).unwrap_or(end + 1);
    }
    if mission && matches!(link, "in" | "at") {
        return located(sentence, end).unwrap_or(end);
    }
    let links = match kind {
        EntityKind::Facility => link == "of" && folded != "house" && folded != "base",
        EntityKind::Place => link == "of",
        _ => matches!(link, "of" | "for" | "on"),
    };
    if !links {
        return end;
    }
    let article = sentence.folded(end + 1) == "the";
    let last = capitals(sentence, end + 1 + usize::from(article));
    match last > end + 1 + usize::from(article) {
        true => last,
        false => end,
    }
}

/// "in X" after a mission.
fn located(sentence: &Sentence<'_>, link: usize) -> Option<usize> {
    if !matches!(sentence.folded(link), "in" | "at") {
        return None;
    }
    let article = usize::from(sentence.folded(link + 1) == "the");
    let place = link + 1 + article;
    let word = sentence.words.get(place)?;
    let known = longest(&sentence.words, place);
    match known {
        Some(found) if matches!(found.entry, Entry::Country | Entry::Region | Entry::City(_)) => {
            Some(found.end)
        }
        _ if word.namelike && sentence.case == Case::Mixed => Some(place + 1),
        _ => None,
    }
}

/// One past the capitals from `start`, across "and", "&" and commas between them.
fn capitals(sentence: &Sentence<'_>, start: usize) -> usize {
    let fits = |at: usize| {
        let Some(word) = sentence.words.get(at) else {
            return false;
        };
        let capital = match sentence.case {
            Case::Shouting => {
                word.namelike || word.parts.any(Parts::PORTFOLIO) || known_place(sentence, at)
            }
            _ => {
                matches!(word.shape, Shape::Capital | Shape::Upper)
                    || word.parts.any(Parts::PORTFOLIO)
            }
        };
        let time = crate::lexicon::is_time_word(&word.folded);
        // "Dept of Foreign relations": the truecaser has left it small.
        let relations = sentence.telegram
            && word.folded == "relations"
            && at > start
            && sentence.words[at - 1].parts.any(Parts::PORTFOLIO);
        (capital || relations)
            && !time
            && word.text != "I"
            && !matches!(word.folded.as_ref(), "the" | "mr." | "mr")
    };
    let mut end = start;
    while end - start < 8 {
        if fits(end) {
            end += 1;
            continue;
        }
        let joins = matches!(sentence.folded(end), "and" | "&") && end > start;
        // "Department of State and France" is two names; "Trade and Industry" is one.
        let portfolio = |at: usize| {
            let folded = sentence.folded(at);
            is_portfolio(folded) && folded != "cabinet"
                || matches!(folded, "cooperation" | "co-operation" | "commerce")
        };
        if !(joins && fits(end + 1) && portfolio(end + 1) && portfolio(end - 1)) {
            break;
        }
        end += 2;
    }
    end
}

fn known_place(sentence: &Sentence<'_>, at: usize) -> bool {
    longest(&sentence.words, at).is_some_and(|found| !matches!(found.entry, Entry::Body(_)))
}

/// "the Danish embassy in Varna".
fn small_mission(sentence: &Sentence<'_>, at: usize, end: usize) -> Option<Name> {
    if !MISSIONS.contains(&sentence.folded(at)) {
        return None;
    }
    let from = at.saturating_sub(3);
    let owner = (from..at).find(|start| {
        let found = longest(&sentence.words, *start);
        let capital = sentence.words[*start].shape != Shape::Lower;
        capital
            && found.is_some_and(|found| {
                let country = matches!(found.entry, Entry::Country | Entry::Demonym);
                country
                    && (found.end == at
                        || found.end + 1 == at && is_portfolio(sentence.folded(found.end)))
            })
    })?;
    let name = Name::new(owner, end, EntityKind::Organization, "pattern:head-noun");
    Some(match is_building(sentence, owner, end, at) {
        true => Name {
            kind: EntityKind::Facility,
            ..name
        },
        false => name,
    })
}

/// "the Embassy", which the reader knows.
fn alone(sentence: &Sentence<'_>, at: usize) -> Option<Name> {
    let folded = sentence.folded(at);
    let before = at
        .checked_sub(1)
        .map_or("", |before| sentence.folded(before));
    let known = KNOWN_ALONE.contains(&folded)
        && matches!(before, "the" | "this" | "our" | "your")
        && sentence.case == Case::Mixed;
    known.then(|| Name {
        form: MentionForm::Nominal,
        ..Name::new(at, at + 1, EntityKind::Organization, "pattern:head-noun")
    })
}

/// "Gulf of Aden", "Republic of X": a place whose name follows.
fn prefixed_place(sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
    end > at + 2 && sentence.words[at].head == Some(EntityKind::Place)
}

/// "AMEMBASSY OSLO", "USINT BAGHDAD", "EMBASSY OSLO": a post as telegrams write it; and the
/// Department by the number of its telegram ("STATE 12345").
fn post(sentence: &Sentence<'_>, at: usize) -> Option<Name> {
    let folded = sentence.folded(at);
    let by = "pattern:post";
    let body = |end: usize| Name::new(at, end, EntityKind::Organization, by);
    if !sentence.telegram {
        return None;
    }
    let next = sentence.words.get(at + 1);
    let number = next.is_some_and(|next| next.shape == Shape::Number && next.text.len() > 3);
    if folded == "state" && number {
        return Some(body(at + 1));
    }
    let sure = POSTS.contains(&folded);
    if !sure && !matches!(folded, "embassy" | "consulate") {
        return None;
    }
    let general = usize::from(sentence.folded(at + 1) == "general");
    let seat = at + 1 + general;
    let city = longest(&sentence.words, seat.min(sentence.words.len()))
        .filter(|found| {
            matches!(
                found.entry,
                Entry::City(2..) | Entry::Country | Entry::Region
            )
        })
        .map(|found| found.end)
        .filter(|end| *end > seat + 1 || small_percent(sentence.folded(seat)) == 0);
    // "AMEMBASSY SARVENA": a city that the gazetteer has not.
    let unknown = sure
        && sentence.words.get(seat).is_some_and(|next| {
            let officer = described(&next.folded).is_some();
            next.namelike && small_percent(&next.folded) == 0 && next.head.is_none() && !officer
        });
    match city.or(unknown.then_some(seat + 1)) {
        Some(end) => Some(body(end)),
        None => sure.then(|| body(seat)),
    }
}

fn opened_place(sentence: &Sentence<'_>, at: usize) -> Option<Name> {
    let word = &sentence.words[at];
    let next = sentence.words.get(at + 1)?;
    let opens = PLACE_OPENERS.contains(&word.folded.as_ref())
        && word.shape != Shape::Lower
        && next.namelike
        && matches!(next.shape, Shape::Capital | Shape::Upper)
        && !sentence.in_title(at + 1);
    let kind = match word.folded.as_ref() {
        "fort" => EntityKind::Facility,
        _ => EntityKind::Place,
    };
    opens.then(|| Name::new(at, at + 2, kind, "pattern:head-noun"))
}

/// Whether the building is meant: it is attacked, or something is before or inside of it.
fn is_building(sentence: &Sentence<'_>, start: usize, end: usize, head: usize) -> bool {
    let head = sentence.folded(head);
    if !matches!(
        head,
        "embassy" | "consulate" | "legation" | "ministry" | "mission"
    ) {
        return false;
    }
    if matches!(
        sentence.folded(end),
        "building" | "compound" | "grounds" | "premises" | "gate" | "gates"
    ) {
        return true;
    }
    let from = start.saturating_sub(5);
    let attacked = (from..start).any(|at| {
        let word = sentence.folded(at);
        let stem = word
            .trim_end_matches("ing")
            .trim_end_matches("ed")
            .trim_end_matches('s');
        BUILDING_VERBS.contains(&word) || BUILDING_VERBS.contains(&stem)
    });
    let article = matches!(sentence.folded(start.wrapping_sub(1)), "the" | "an" | "a");
    let preposition = start.checked_sub(1 + usize::from(article));
    let before = preposition.map_or("", |at| sentence.folded(at));
    let inside = matches!(
        before,
        "inside" | "outside" | "near" | "opposite" | "beside"
    );
    attacked || inside
}

const BUILDING_VERBS: &[&str] = &[
    "attack",
    "bomb",
    "blow",
    "blew",
    "blown",
    "burn",
    "burnt",
    "storm",
    "seize",
    "seizing",
    "seizure",
    "occupy",
    "occupied",
    "occupation",
    "besiege",
    "raid",
    "sack",
    "destroy",
    "shell",
    "damag",
    "damage",
    "explod",
    "explosion",
    "torch",
    "ransack",
    "surround",
    "stone",
    "stoning",
    "siege",
    "demonstrat",
];

/// Whether a word is part of an address: `http://www.page.net/a`, `moss@page.net`.
fn in_address(sentence: &Sentence<'_>, at: usize) -> bool {
    let words = &sentence.words;
    let joined = |mark: usize| matches!(sentence.folded(mark), "/" | "@" | "//");
    let before = at > 0 && touches(words, at - 1) && joined(at - 1);
    let after = touches(words, at) && joined(at + 1);
    before || after || words[at].text.contains(['/', '@'])
}

fn is_site(folded: &str) -> bool {
    let Some((name, ending)) = folded.rsplit_once('.') else {
        return false;
    };
    let known = matches!(
        ending,
        "net" | "com" | "org" | "info" | "int" | "edu" | "gov" | "mil"
    );
    known && name.len() > 2
}
