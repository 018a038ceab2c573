//! Titles in running words: "deputy foreign minister", "Secretary of State", "Mr.".
//!
//! A title is built of parts — a head with ranks and portfolios around it — so that a few lists
//! give thousands of titles. Whose it is and who holds it is read elsewhere.

use crate::names::is_head_noun;
use crate::word::Word;

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

const HONORIFICS: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "dr",
    "dr.",
    "sir",
    "lord",
    "lady",
    "dame",
    "madame",
    "mme",
    "mme.",
    "mlle",
    "mlle.",
    "messrs",
    "messrs.",
    "m.",
    "prof",
    "prof.",
    "professor",
    "rev",
    "rev.",
    "reverend",
    "monsieur",
    "herr",
    "frau",
    "señor",
    "senor",
    "signor",
    "sheikh",
    "shaikh",
    "sheik",
    "hon.",
    "comrade",
    "mahatma",
    "baron",
    "count",
    "viscount",
    "earl",
    "sayyid",
    "haji",
    "hajji",
    "pandit",
    "u",
    "doctor",
    "mister",
];

const HEADS: &[&str] = &[
    "adm",
    "adm.",
    "admiral",
    "administrator",
    "adviser",
    "advisor",
    "agent",
    "aide",
    "aide-de-camp",
    "amb",
    "amb.",
    "ambassador",
    "archbishop",
    "attache",
    "attorney",
    "ayatollah",
    "bishop",
    "brigadier",
    "cabinet-secretary",
    "candidate",
    "capt",
    "capt.",
    "captain",
    "cardinal",
    "chairman",
    "chairperson",
    "chairwoman",
    "chamberlain",
    "chancellor",
    "charge",
    "chief",
    "coach",
    "col",
    "col.",
    "colonel",
    "commandant",
    "commander",
    "commissioner",
    "comptroller",
    "congressman",
    "congresswoman",
    "consul",
    "coordinator",
    "correspondent",
    "counsel",
    "counselor",
    "counsellor",
    "delegate",
    "dep",
    "depsec",
    "deputy",
    "dictator",
    "diplomat",
    "director",
    "duke",
    "editor",
    "emir",
    "amir",
    "emperor",
    "empress",
    "envoy",
    "executive",
    "fonmin",
    "fonsec",
    "founder",
    "gen",
    "gen.",
    "general",
    "generalissimo",
    "gov",
    "gov.",
    "governor",
    "head",
    "imam",
    "inspector",
    "interpreter",
    "journalist",
    "judge",
    "justice",
    "king",
    "leader",
    "lawyer",
    "legate",
    "lieutenant",
    "lt",
    "lt.",
    "maj",
    "maj.",
    "major",
    "marshal",
    "mayor",
    "mediator",
    "min",
    "minister",
    "monsignor",
    "mufti",
    "negotiator",
    "nuncio",
    "observer",
    "officer",
    "official",
    "ombudsman",
    "patriarch",
    "permrep",
    "pope",
    "premier",
    "president",
    "prime-minister",
    "primin",
    "prince",
    "princess",
    "prosecutor",
    "queen",
    "rabbi",
    "rapporteur",
    "regent",
    "rep",
    "rep.",
    "representative",
    "sec",
    "secretary",
    "secdef",
    "secgen",
    "senator",
    "sen",
    "sen.",
    "sergeant",
    "sgt",
    "shah",
    "speaker",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "strongman",
    "sultan",
    "superintendent",
    "sysec",
    "treasurer",
    "translator",
    "tsar",
    "czar",
    "undersecretary",
    "under-secretary",
    "vicar",
    "viceroy",
    "minister-counselor",
    "minister-counsellor",
    "secretary-general",
    "vice-president",
    "vice-chairman",
    "vice-premier",
    "vice-consul",
    "attorney-general",
    "consul-general",
    "ambassador-at-large",
    "ambassador-designate",
    "president-elect",
    "director-general",
    "governor-general",
    "inspector-general",
    "vice-minister",
    "co-chairman",
    "brigadier-general",
    "major-general",
    "lieutenant-general",
    "vice-admiral",
    "rear-admiral",
    "foreign-minister",
    "dcm",
    "polcouns",
    "econcouns",
    "charge-d'affaires",
    "fieldmarshal",
];

/// They stand before a head: ranks, and kinds that no portfolio is.
const RANKS: &[&str] = &[
    "acting",
    "additional",
    "alternate",
    "assistant",
    "associate",
    "asst",
    "asst.",
    "caretaker",
    "chief",
    "co",
    "crown",
    "dep",
    "deputy",
    "designated",
    "executive",
    "field",
    "first",
    "founding",
    "grand",
    "head",
    "high",
    "honorary",
    "interim",
    "joint",
    "junior",
    "lead",
    "lieutenant",
    "lt",
    "lt.",
    "main",
    "major",
    "maj",
    "maj.",
    "managing",
    "permanent",
    "personal",
    "prime",
    "principal",
    "private",
    "provisional",
    "rear",
    "resident",
    "roving",
    "second",
    "senior",
    "sen",
    "special",
    "spiritual",
    "staff",
    "supreme",
    "third",
    "top",
    "under",
    "vice",
    "veteran",
    "brig",
    "brig.",
    "brigadier",
    "sub",
    "opposition",
];

const PORTFOLIOS: &[&str] = &[
    "administration",
    "administrative",
    "affairs",
    "agricultural",
    "agriculture",
    "air",
    "army",
    "aviation",
    "budget",
    "cabinet",
    "civil",
    "commerce",
    "commercial",
    "communications",
    "congressional",
    "consular",
    "cultural",
    "culture",
    "customs",
    "defence",
    "defense",
    "deputy",
    "development",
    "diplomatic",
    "disarmament",
    "district",
    "economic",
    "economics",
    "economy",
    "education",
    "electricity",
    "embassy",
    "employment",
    "energy",
    "environment",
    "europe",
    "external",
    "fact",
    "finance",
    "financial",
    "fisheries",
    "fleet",
    "food",
    "force",
    "foreign",
    "forestry",
    "health",
    "home",
    "housing",
    "human",
    "immigration",
    "industry",
    "information",
    "intelligence",
    "interior",
    "internal",
    "international",
    "interparliamentary",
    "investment",
    "irrigation",
    "justice",
    "labor",
    "labour",
    "lands",
    "law",
    "legal",
    "legislative",
    "military",
    "mines",
    "mining",
    "national",
    "naval",
    "navy",
    "nuclear",
    "oil",
    "operations",
    "overseas",
    "parliamentary",
    "party",
    "peace",
    "personnel",
    "petroleum",
    "planning",
    "police",
    "policy",
    "political",
    "politico-military",
    "port",
    "postal",
    "power",
    "presidential",
    "press",
    "program",
    "propaganda",
    "protocol",
    "provincial",
    "public",
    "publicity",
    "rebel",
    "reconstruction",
    "refugee",
    "regional",
    "religious",
    "research",
    "rights",
    "royal",
    "rural",
    "science",
    "scientific",
    "security",
    "shipping",
    "social",
    "sports",
    "state",
    "supply",
    "tax",
    "technical",
    "telecommunications",
    "trade",
    "transport",
    "transportation",
    "treasury",
    "union",
    "urban",
    "visiting",
    "war",
    "water",
    "welfare",
    "works",
    "youth",
    "majority",
    "minority",
    "general",
    "court",
    "district",
    "station",
    "mission",
    "desk",
    "economic",
];

/// After "of": "secretary of state", "chief of staff", "minister of the interior".
const OF_PORTFOLIOS: &[&str] = &["staff", "mission", "naval", "protocol", "station", "party"];

const AFTER_HEAD: &[&str] = &[
    "general",
    "designate",
    "elect",
    "d'affaires",
    "plenipotentiary",
    "extraordinary",
    "counselor",
    "counsellor",
];

const FORMER: &[&str] = &[
    "former",
    "ex",
    "late",
    "then",
    "erstwhile",
    "onetime",
    "one-time",
    "retired",
];

/// Whether a folded word names a field of government: "defense", "foreign", "trade".
pub(crate) fn is_portfolio(folded: &str) -> bool {
    PORTFOLIOS.contains(&folded)
}

/// Whether a folded word is a rank or the head of a title.
pub(crate) fn is_rank_or_head(folded: &str) -> bool {
    RANKS.contains(&folded) || HEADS.contains(&folded) || is_plural_head(folded)
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
    let folded = words[at].folded.as_ref();
    if HONORIFICS.contains(&folded)
        && (folded.len() > 1 && words[at].shape != crate::word::Shape::Lower)
    {
        return Some(Title {
            start: at,
            end: at + 1,
            honorific: true,
            former: false,
            plural: folded.starts_with("messrs"),
        });
    }
    let (bare, ex) = without_ex(folded);
    let plural = !HEADS.contains(&bare) && is_plural_head(bare);
    if !(HEADS.contains(&bare) || plural)
        || next_is_head(words, at)
        || is_surname_here(words, at)
        || is_adjective(words, at)
    {
        return None;
    }
    let (start, ex_before) = extend_left(words, at, floor);
    let end = extend_right(words, at + 1);
    let before = start
        .checked_sub(1)
        .filter(|before| *before >= floor && FORMER.contains(&words[*before].folded.as_ref()));
    Some(Title {
        start,
        end,
        honorific: false,
        former: ex || ex_before || before.is_some(),
        plural,
    })
}

/// "major issues", "in general", "the head of the valley": no title unless a name follows.
fn is_adjective(words: &[Word<'_>], at: usize) -> bool {
    let doubtful = matches!(
        words[at].folded.as_ref(),
        "major"
            | "general"
            | "min"
            | "sec"
            | "rep"
            | "executive"
            | "dep"
            | "gen"
            | "head"
            | "lead"
            | "deputy"
            | "general."
            | "marshal"
            | "private"
            | "regent"
            | "heads"
    );
    let shouting = words
        .iter()
        .all(|word| word.shape != crate::word::Shape::Lower);
    let small = words[at].shape == crate::word::Shape::Lower || shouting;
    let named = words.get(at + 1).is_some_and(|next| {
        let known =
            || crate::lexicon::is_surname(&next.folded) || crate::lexicon::is_given(&next.folded);
        next.namelike && (!shouting || known())
    });
    let of = words.get(at + 1).is_some_and(|next| next.folded == "of");
    let part = at > 0 && PORTFOLIOS.contains(&words[at - 1].folded.as_ref());
    doubtful && small && !named && !part && !(of && words[at].folded == "head")
}

/// "Col. King", "Mr. Bishop": after a form of address, and before no name, it is a surname.
fn is_surname_here(words: &[Word<'_>], at: usize) -> bool {
    let Some(before) = at
        .checked_sub(1)
        .map(|before| words[before].folded.as_ref())
    else {
        return false;
    };
    let addressed =
        HONORIFICS.contains(&before) || before.ends_with('.') && HEADS.contains(&before);
    let capital = words[at].shape != crate::word::Shape::Lower;
    let goes_on = words.get(at + 1).is_some_and(|next| next.namelike);
    addressed && capital && !goes_on && crate::lexicon::is_surname(&words[at].folded)
}

fn without_ex(folded: &str) -> (&str, bool) {
    match folded.strip_prefix("ex-") {
        Some(bare) => (bare, true),
        None => (folded, false),
    }
}

fn is_plural_head(bare: &str) -> bool {
    let singular = bare.strip_suffix('s').filter(|head| HEADS.contains(head));
    let men = bare.strip_suffix("men").filter(|stem| {
        HEADS
            .iter()
            .any(|head| head.strip_suffix("man") == Some(*stem))
    });
    singular.is_some() || men.is_some()
}

/// "Vice President", "deputy director": the later word is the head.
fn next_is_head(words: &[Word<'_>], at: usize) -> bool {
    let is_head = |word: &Word<'_>| HEADS.contains(&word.folded.as_ref());
    let is_middle = |word: &Word<'_>| PORTFOLIOS.contains(&word.folded.as_ref());
    let here = without_ex(words[at].folded.as_ref()).0;
    if !RANKS.contains(&here) && !PORTFOLIOS.contains(&here) {
        return false;
    }
    let rest = &words[at + 1..];
    let middle_count = rest
        .iter()
        .take(3)
        .take_while(|word| is_middle(word))
        .count();
    rest.iter().take(middle_count + 1).any(is_head)
}

fn extend_left(words: &[Word<'_>], head: usize, floor: usize) -> (usize, bool) {
    let mut start = head;
    while start > floor {
        let (bare, ex) = without_ex(words[start - 1].folded.as_ref());
        let part = RANKS.contains(&bare) || PORTFOLIOS.contains(&bare) || HEADS.contains(&bare);
        let joins = matches!(bare, "and" | "&")
            && start - 1 > floor
            && PORTFOLIOS.contains(&words[start - 2].folded.as_ref());
        if !part && !joins || crate::word::touches(words, start - 1) {
            break;
        }
        start -= 1;
        if ex {
            return (start, true);
        }
    }
    (start, false)
}

fn extend_right(words: &[Word<'_>], mut end: usize) -> usize {
    let folded = |at: usize| words.get(at).map_or("", |word| word.folded.as_ref());
    while AFTER_HEAD.contains(&folded(end)) {
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
    let opens = end;
    let mut at = end + 1;
    at += usize::from(folded(at) == "the");
    let first = at;
    let mut last = at;
    while at < words.len() && at - first < 8 {
        let word = folded(at);
        let portfolio = PORTFOLIOS.contains(&word) || at == first && OF_PORTFOLIOS.contains(&word);
        let joins = matches!(word, "and" | "&" | ",") && PORTFOLIOS.contains(&folded(at + 1));
        // "for Far Eastern Affairs": other capitals, up to the word that ends a portfolio.
        let region = folded(opens) == "for" && words[at].namelike && {
            let rest = words[at..].iter().take(5);
            rest.take_while(|word| {
                word.namelike || word.folded == "and" || word.folded == "affairs"
            })
            .any(|word| word.folded == "affairs")
        };
        if !portfolio && !joins && !region {
            break;
        }
        at += 1;
        // "chairman of the Trade Committee": the field belongs to the body.
        let body = words.get(at).is_some_and(|next| is_head_noun(&next.folded));
        if portfolio && !body {
            last = at;
        }
    }
    match last > first {
        true => last,
        false => opens,
    }
}
