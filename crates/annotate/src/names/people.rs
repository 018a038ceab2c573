//! People: by title, by given name, by initials, and by a surname used elsewhere in full.

use super::proposed::FORMULAS;
use super::repeated::is_post;
use super::{Name, Sentence};
use crate::EntityKind;
use crate::described::described;
use crate::gazetteer::{Entry, country, longest};
use crate::lexicon::{is_common, is_given, is_surname, small_percent};
use crate::title::{Title, is_portfolio, is_rank_or_head};
use crate::word::{Case, Shape, Word, touches};
use std::collections::BTreeSet;

/// Folded surnames of the people whom a document names in full or with a title.
pub(crate) type Surnames = BTreeSet<String>;

/// Small words inside of surnames.
const PARTICLES: &[&str] = &[
    "de", "la", "le", "von", "van", "der", "den", "ter", "ten", "bin", "ibn", "al", "el", "da",
    "dos", "do", "du", "di", "del", "della", "y", "e", "abu", "ben", "zu", "zur", "bint", "af",
    "av", "los", "las", "ul", "ud", "ad", "as", "ash", "an", "ar", "at",
];

const SUFFIXES: &[&str] = &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"];

const SPEECH: &[&str] = &[
    "said",
    "says",
    "told",
    "asked",
    "replied",
    "stated",
    "added",
    "noted",
    "remarked",
    "stressed",
    "explained",
    "observed",
    "commented",
    "thought",
    "believed",
    "felt",
    "argued",
    "wondered",
    "briefed",
    "informed",
    "suggested",
    "agreed",
    "answered",
    "met",
    "wrote",
    "expressed",
    "emphasized",
    "indicated",
    "mentioned",
    "referred",
    "pointed",
    "responded",
    "called",
    "wanted",
    "opened",
    "began",
    "concluded",
    "asserted",
    "inquired",
    "reported",
    "warned",
    "recalled",
    "maintained",
    "maintains",
    "claimed",
    "believes",
    "insisted",
    "insists",
    "talked",
    "advised",
    "denied",
    "promised",
    "replies",
    "thinks",
    "feels",
    "contended",
];

/// Names with a title before them: "Foreign Minister Varga", "Mr. J. Moss".
pub(super) fn claim_titled(sentence: &mut Sentence<'_>) {
    for index in 0..sentence.titles.len() {
        let title = sentence.titles[index];
        let Some((start, end)) = titled_run(sentence, title) else {
            continue;
        };
        let chain = sentence.titles[..index].iter().rev();
        let mut full_start = title.start;
        for earlier in chain {
            if earlier.end != full_start {
                break;
            }
            full_start = earlier.start;
        }
        sentence.claim(Name {
            full_start,
            ..Name::new(start, end, EntityKind::Person, by(title))
        });
        if title.plural {
            claim_pair(sentence, end);
        }
    }
}

fn by(title: Title) -> &'static str {
    match title.honorific {
        true => "pattern:honorific",
        false => "pattern:title",
    }
}

/// "Messrs. Moss and Varga".
fn claim_pair(sentence: &mut Sentence<'_>, mut end: usize) {
    while matches!(sentence.folded(end), "and" | ",") {
        let start = end + 1 + usize::from(sentence.folded(end + 1) == "and");
        let Some(last) = run(sentence, start).filter(|last| *last > start) else {
            return;
        };
        sentence.claim(Name::new(
            start,
            last,
            EntityKind::Person,
            "pattern:honorific",
        ));
        end = last;
    }
}

fn titled_run(sentence: &Sentence<'_>, title: Title) -> Option<(usize, usize)> {
    let mut start = title.end;
    if !sentence.free(title.start) {
        return None;
    }
    // "General (Ret.) Moss" and "Ambassador-designate" are rare; a bracket is not read.
    if sentence.titles.iter().any(|next| next.start == start) {
        return None;
    }
    while sentence.folded(start) == "." {
        start += 1;
    }
    let end = titled_end(sentence, start, title)?;
    (end > start).then_some((start, end))
}

fn titled_end(sentence: &Sentence<'_>, start: usize, title: Title) -> Option<usize> {
    let first = sentence.words.get(start)?;
    let shouting = sentence.case == Case::Shouting;
    let plain = |word: &Word<'_>| {
        matches!(word.shape, Shape::Capital | Shape::Upper | Shape::Initial)
            && word.text != "I"
            && !crate::lexicon::is_time_word(&word.folded)
    };
    if !plain(first) {
        return particle_run(sentence, start);
    }
    let percent = small_percent(&first.folded);
    let known = is_surname(&first.folded) || is_given(&first.folded);
    let good = match (shouting, title.honorific) {
        (true, true) => percent < 60 || known && percent < 90,
        (true, false) => percent == 0 || known && percent < 45,
        (false, true) => true,
        (false, false) => percent < 70 || known && percent < 95,
    };
    // "General Assembly", whoever else is called so.
    let general = title.end == title.start + 1 && sentence.folded(title.start) == "general";
    let organized = general && first.head == Some(EntityKind::Organization);
    let body = first.head.is_some() && !known || organized;
    if !good || !title.honorific && (body || is_known_other(sentence, start)) {
        return None;
    }
    Some(run(sentence, start).unwrap_or(start + 1).max(start + 1))
}

/// Whether a place, people or body stands there: "President Kennedy" but not "Ambassador Danish".
fn is_known_other(sentence: &Sentence<'_>, at: usize) -> bool {
    let Some(found) = longest(&sentence.words, at) else {
        return false;
    };
    let folded = sentence.folded(at);
    match found.entry {
        Entry::City(_) => found.end > at + 1 && !is_given(folded),
        Entry::Body(_) => found.end > at + 1 || !is_surname(folded),
        _ => !is_surname(folded) || found.end > at + 1,
    }
}

fn particle_run(sentence: &Sentence<'_>, start: usize) -> Option<usize> {
    let particles = PARTICLES.contains(&sentence.folded(start));
    let next = sentence.words.get(start + 1)?;
    (particles && next.namelike)
        .then(|| run(sentence, start + 1))
        .flatten()
}

/// One past the words of a person's name from `start`: capitals, initials, particles between.
fn run(sentence: &Sentence<'_>, start: usize) -> Option<usize> {
    let mut end = start;
    while end - start < 6 {
        let Some(word) = sentence.words.get(end) else {
            break;
        };
        if !sentence.free(end) {
            break;
        }
        let suffix = SUFFIXES.contains(&word.folded.as_ref()) && end > start;
        if suffix || part(sentence, end, start) {
            end += 1;
            // A possessive or a mark ends the name; "J." does not.
            continue;
        }
        match particles(sentence, end, start) {
            Some(next) => end = next,
            None => break,
        }
    }
    if sentence.folded(end) == "," && SUFFIXES.contains(&sentence.folded(end + 1)) && end > start {
        end += 2;
    }
    (end > start).then_some(end)
}

fn part(sentence: &Sentence<'_>, at: usize, start: usize) -> bool {
    let word = &sentence.words[at];
    let folded = word.folded.as_ref();
    let shape = matches!(word.shape, Shape::Capital | Shape::Upper | Shape::Initial);
    if !shape || word.text == "I" || crate::lexicon::is_time_word(folded) {
        return false;
    }
    // "Moss unquote": no part of the name.
    if sentence.telegram && FORMULAS.contains(&folded)
        || at == start && is_list_letter(sentence, at)
    {
        return false;
    }
    if at == start {
        return true;
    }
    if follows_given_name(sentence, at) {
        return true;
    }
    let personal = !NOT_PERSONAL.contains(&folded) && word.head.is_none();
    if sentence.in_title(at) && !is_surname(folded) || !word.namelike || !personal {
        return false;
    }
    if word.shape == Shape::Upper && sentence.case == Case::Mixed && folded.len() < 5 {
        let before = &sentence.words[at - 1];
        return before.shape == Shape::Upper && at > start && is_surname(folded);
    }
    let other = longest(&sentence.words, at);
    let other = other.is_some_and(|found| !matches!(found.entry, Entry::City(_)));
    (!other || is_surname(folded)) && (small_percent(folded) < 30 || is_surname(folded))
}

/// After an initial, or between a given name and nothing else, a common word is a surname too:
/// "L. D. Battle", "Leon Fuller".
fn follows_given_name(sentence: &Sentence<'_>, at: usize) -> bool {
    let (before, word) = (&sentence.words[at - 1], &sentence.words[at]);
    let percent = small_percent(&word.folded);
    let most = if sentence.case == Case::Shouting {
        50
    } else {
        93
    };
    if word.text.len() < 2 || percent >= most {
        return false;
    }
    match before.shape {
        Shape::Initial => word.shape == Shape::Capital,
        _ => is_given(&before.folded) && is_surname(&word.folded),
    }
}

/// "de la" before another capital.
fn particles(sentence: &Sentence<'_>, at: usize, start: usize) -> Option<usize> {
    if at == start {
        return None;
    }
    let mut next = at;
    while next - at < 3 && PARTICLES.contains(&sentence.folded(next)) {
        next += 1;
        if sentence.folded(next) == "-" {
            next += 1;
        }
    }
    let word = sentence.words.get(next)?;
    let found = next > at && word.namelike && word.shape == Shape::Capital && sentence.free(next);
    // "as", "at", "an" are English before they are Arabic.
    let english = next == at + 1
        && matches!(
            sentence.folded(at),
            "as" | "at" | "an" | "do" | "e" | "y" | "ad" | "di"
        )
        && !touches(&sentence.words, at)
        && sentence.folded(at) != "y";
    (found && !english).then_some(next)
}

/// Names that look like people: given name, initials, or unknown capitals.
pub(super) fn claim_untitled(sentence: &mut Sentence<'_>) {
    let mut at = 0;
    while at < sentence.words.len() {
        let starts = sentence.free(at)
            && sentence.words[at].namelike
            && !sentence.in_title(at)
            && !is_heading_word(sentence, at);
        let Some(end) = starts.then(|| run(sentence, at)).flatten() else {
            at += 1;
            continue;
        };
        if let Some(by) = looks_like_a_person(sentence, at, end) {
            sentence.claim(Name::new(at, end, EntityKind::Person, by));
        }
        at = end;
    }
}

/// Capitalised words that are part of no person's name.
pub(super) const NOT_PERSONAL: &[&str] = &[
    "western",
    "eastern",
    "northern",
    "southern",
    "central",
    "communist",
    "communists",
    "communism",
    "socialist",
    "socialists",
    "democratic",
    "democrats",
    "republican",
    "republicans",
    "nationalist",
    "nationalists",
    "catholic",
    "catholics",
    "christian",
    "christians",
    "moslem",
    "moslems",
    "muslim",
    "muslims",
    "jewish",
    "jews",
    "arab",
    "arabs",
    "allied",
    "allies",
    "marxist",
    "marxism",
    "bloc",
    "powers",
    "telegram",
    "secto",
    "tosec",
    "deptel",
    "embtel",
    "polto",
    "topol",
    "circular",
    "circulars",
    "airgram",
    "niact",
    "noforn",
    "limdis",
    "exdis",
    "nodis",
    "deptels",
    "embtels",
    "contel",
    "legtel",
    "usito",
    "memcon",
    "ibid",
    "ibid.",
    "op",
    "cit",
    "doc",
    "docs",
    "lot",
    "rg",
    "tab",
    "annex",
    "appendix",
    "enclosure",
    "attachment",
    "conversation",
    "participants",
    "subject",
    "reference",
    "references",
    "secret",
    "confidential",
    "unclassified",
    "semite",
    "zionist",
    "zionists",
    "asian",
    "african",
    "european",
    "europeans",
    "asians",
    "africans",
    "nordic",
    "nordics",
    "scandinavian",
    "scandinavians",
    "latin",
    "atlantic",
    "pacific",
    "hemisphere",
    "god",
    "english-speaking",
    "editorial",
    "footnote",
    "document",
    "documents",
    "emphasis",
    "dear",
    "sincerely",
    "yours",
    "faithfully",
    "printed",
    "drafted",
    "cleared",
    "approved",
    "source",
    "nsam",
    "nsc",
    "american",
];

/// Portfolio words and offices open no name of a person.
fn is_heading_word(sentence: &Sentence<'_>, at: usize) -> bool {
    let folded = sentence.folded(at);
    is_portfolio(folded)
        || NOT_PERSONAL.contains(&folded)
        || is_rank_or_head(folded) && !is_given(folded)
}

fn looks_like_a_person(sentence: &Sentence<'_>, start: usize, end: usize) -> Option<&'static str> {
    let words = &sentence.words[start..end];
    if words.iter().any(|word| joins_countries(word.text)) || is_spaced(sentence, start) {
        return None;
    }
    let first = &words[0];
    if sentence.telegram && first.head == Some(EntityKind::Organization) {
        return None;
    }
    let last = words.last()?;
    let last = match SUFFIXES.contains(&last.folded.as_ref()) && words.len() > 1 {
        true => &words[words.len() - 2],
        false => last,
    };
    let shouting = sentence.case == Case::Shouting;
    if words.len() == 1 {
        return single(sentence, start, first);
    }
    let long = last.text.len() > 2 && last.shape != Shape::Initial;
    let given = is_given(&first.folded);
    let surname = is_surname(&last.folded);
    let initials = words.iter().any(|word| word.shape == Shape::Initial);
    let unknown = words.iter().all(|word| small_percent(&word.folded) == 0);
    let plain_upper = !shouting
        && words
            .iter()
            .any(|word| word.shape == Shape::Upper && word.text.len() < 5);
    match () {
        () if !long || plain_upper && !given => None,
        () if given && (surname || unknown && (!shouting || words.len() == 2) || initials) => {
            Some("pattern:given-name")
        }
        () if initials && (surname || unknown) && !shouting => Some("pattern:initials"),
        () if initials && surname => Some("pattern:initials"),
        () if surname && unknown && !shouting => Some("pattern:surname"),
        () if unknown && sentence.case == Case::Mixed && says(sentence, end) => {
            Some("pattern:speech")
        }
        () if unknown && sentence.case == Case::Mixed && !after_article(sentence, start) => {
            Some("pattern:capitals")
        }
        () => None,
    }
}

/// "B. MOSS SAID", "REF C. MOSS": the letter of a telegram's paragraph or reference, no initial.
pub(super) fn is_list_letter(sentence: &Sentence<'_>, at: usize) -> bool {
    let before = at
        .checked_sub(1)
        .map_or(".", |before| sentence.folded(before));
    let opens = matches!(before, "." | ")" | ":") || FORMULAS.contains(&before);
    let letter = sentence.words[at].text.as_bytes();
    sentence.telegram && opens && matches!(letter, [b'A'..=b'F', b'.'])
        || is_part_number(sentence, at)
}

/// "I. Moss opened the talk": the number of a part, at the head of a sentence.
fn is_part_number(sentence: &Sentence<'_>, at: usize) -> bool {
    const SENTENCE_WORDS: usize = 10;
    let is_number = matches!(sentence.words[at].text, "I." | "V." | "X.");
    let next = sentence.words.get(at + 1);
    let is_name = next.is_some_and(|next| next.shape == Shape::Capital);
    let is_long = sentence.words.len() >= SENTENCE_WORDS;
    at == 0 && is_number && is_name && is_long && sentence.case == Case::Mixed
}

/// "S E C R E T": letters with spaces between them are no initials.
fn is_spaced(sentence: &Sentence<'_>, at: usize) -> bool {
    let letter = |at: usize| {
        sentence
            .words
            .get(at)
            .is_some_and(|word| word.text.len() == 1)
    };
    at > 1 && letter(at) && letter(at - 1) && letter(at - 2)
}

/// "US-Norland", "Danish-Swedish".
pub(super) fn joins_countries(word: &str) -> bool {
    let mut parts = word.split(['-', '/']);
    word.contains(['-', '/']) && parts.all(|part| country(part).is_some())
}

pub(super) fn is_direction(folded: &str) -> bool {
    matches!(folded, "north" | "south" | "east" | "west")
}

/// "The Ambassador in Norway (Moss)".
fn in_brackets_after_title(sentence: &Sentence<'_>, at: usize) -> bool {
    let bracketed = at > 0 && sentence.folded(at - 1) == "(" && sentence.folded(at + 1) == ")";
    let mut titles = sentence.titles.iter();
    bracketed && titles.any(|title| !title.honorific && title.end < at && title.end + 8 > at)
}

/// Whether the word is known for something that is no person: a country, a large city, a body.
fn is_well_known(sentence: &Sentence<'_>, at: usize) -> bool {
    let found = longest(&sentence.words, at);
    found.is_some_and(|found| !matches!(found.entry, Entry::City(0..=2)))
}

fn after_article(sentence: &Sentence<'_>, start: usize) -> bool {
    let before = start
        .checked_sub(1)
        .map_or("", |before| sentence.folded(before));
    matches!(
        before,
        "the" | "a" | "an" | "in" | "at" | "of" | "near" | "from"
    )
}

pub(super) fn says(sentence: &Sentence<'_>, end: usize) -> bool {
    SPEECH.contains(&sentence.folded(end))
}

/// A surname alone: only where it is nothing else.
fn single(sentence: &Sentence<'_>, at: usize, word: &Word<'_>) -> Option<&'static str> {
    let opens = at == 0 || sentence.words[at - 1].shape == Shape::Mark;
    let most = if opens || sentence.case == Case::Title {
        1
    } else {
        35
    };
    let rare = small_percent(&word.folded) < most && word.text.len() > 2;
    let capital = word.shape == Shape::Capital;
    let place = is_well_known(sentence, at);
    // In a telegram three letters are a body's sign sooner than a name, and "the North" is none.
    let short = sentence.telegram && word.text.len() < 4 || is_direction(&word.folded);
    // "Emboff said", "USDEL believes": whoever is meant is not named.
    let post = is_post(&word.folded) && !is_surname(&word.folded);
    let office = || sentence.telegram && (post || described(&word.folded).is_some());
    if short && !says(sentence, at + 1) || office() {
        return None;
    }
    // "Assembly" alone is a body, whoever may bear it as a name.
    if !rare || sentence.case == Case::Shouting || !capital || word.head.is_some() {
        return None;
    }
    if !place && in_brackets_after_title(sentence, at) {
        return Some("pattern:title");
    }
    let spoken = says(sentence, at + 1);
    let located = after_article(sentence, at)
        && sentence.folded(at.wrapping_sub(1)) != "of"
        && sentence.folded(at.wrapping_sub(1)) != "from";
    match is_surname(&word.folded) && !located && (spoken || !place) {
        true => Some("gazetteer:surnames"),
        false => (spoken && !place && !located).then_some("pattern:speech"),
    }
}

/// The signature of a telegram: nothing but a word.
pub(super) fn claim_signature(sentence: &mut Sentence<'_>) {
    let count = sentence.words.len();
    let fits = |word: &Word<'_>| {
        let letters = word.text.chars().all(char::is_alphabetic) && word.text.len() > 2;
        letters && word.head.is_none() && !FORMULAS.contains(&word.folded.as_ref())
    };
    if count == 1 && sentence.free(0) && sentence.words.iter().all(fits) {
        let name = Name::new(0, count, EntityKind::Person, "pattern:signature");
        sentence.claim(name);
    }
}

/// The first of the particles that stand before a surname in a telegram: "de la Varga", "van Moss".
fn with_particles(sentence: &Sentence<'_>, surname: usize) -> usize {
    const FOREIGN: &[&str] = &[
        "ben", "bin", "da", "de", "del", "der", "di", "du", "ibn", "la", "ter", "van", "von", "zu",
    ];
    let fits = |at: usize| FOREIGN.contains(&sentence.folded(at)) && sentence.free(at);
    let mut start = surname;
    while sentence.telegram && start > 0 && fits(start - 1) {
        start -= 1;
    }
    start
}

/// Single words that are the surname of somebody whom the document names more fully.
pub(super) fn claim_surnames(sentence: &mut Sentence<'_>, surnames: &Surnames) {
    for at in 0..sentence.words.len() {
        let word = &sentence.words[at];
        // The truecaser leaves strange names small.
        let strange = sentence.telegram && word.text.len() > 3 && !is_common(&word.folded);
        let capital = matches!(word.shape, Shape::Capital | Shape::Upper) || strange;
        let known = sentence.free(at) && capital && surnames.contains(word.folded.as_ref());
        // A surname may be a title too: "King" alone, after "J. King".
        let titles = || sentence.titles.iter();
        let part_of_title = titles()
            .any(|title| title.start <= at && at < title.end && title.end - title.start > 1);
        let title_alone = sentence.in_title(at)
            && (word.shape != Shape::Capital || sentence.folded(at.wrapping_sub(1)) == "the");
        if !known || part_of_title || title_alone {
            continue;
        }
        let percent = small_percent(&word.folded);
        if sentence.telegram && percent > 0 && sentence.folded(at.wrapping_sub(1)) == "the" {
            continue;
        }
        let opens = at == 0 || sentence.words[at - 1].shape == Shape::Mark;
        let doubtful = (sentence.case != Case::Mixed || opens) && percent >= 10;
        let owns = sentence.folded(at + 1) == "'s";
        if !doubtful || owns || says(sentence, at + 1) {
            let start = with_particles(sentence, at);
            sentence.claim(Name::new(
                start,
                at + 1,
                EntityKind::Person,
                "pattern:surname",
            ));
        }
    }
}
