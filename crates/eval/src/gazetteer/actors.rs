//! Bodies and armed groups from the PETRARCH dictionaries; also their dated people, for names.

use super::CommonWords;
use depeche_text::fold;
use std::collections::BTreeSet;
use std::path::Path;

/// One actor: its names, the first being the main one, and its codes.
struct Actor {
    names: Vec<String>,
    codes: Vec<String>,
}

impl Actor {
    /// Codes with dates belong to people in office.
    fn is_dated(&self) -> bool {
        self.codes
            .iter()
            .any(|code| code.contains(' ') || code.contains('<') || code.contains('>'))
    }
}

/// Rows `name TAB kind TAB main name`.
pub(super) fn read(gazetteer: &Path, common: &CommonWords) -> anyhow::Result<BTreeSet<String>> {
    let mut rows = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for file in [
        "Phoenix.MilNonState.actors.txt",
        "Phoenix.International.actors.txt",
    ] {
        for actor in actors(&gazetteer.join("petrarch-dictionaries").join(file))? {
            if actor.is_dated() || !is_body(&actor) {
                continue;
            }
            let Some(main) = actor.names.iter().find(|name| fits(name, common)) else {
                continue;
            };
            let main = spelt(main);
            for name in actor.names.iter().filter(|name| fits(name, common)) {
                if seen.insert(fold(name)) {
                    rows.insert(format!("{}\torganization\t{main}", spelt(name)));
                }
            }
        }
    }
    Ok(rows)
}

/// Names of people in office, in the order of speech.
pub(super) fn dated_people(gazetteer: &Path) -> anyhow::Result<Vec<String>> {
    let path = gazetteer.join("petrarch-dictionaries/Phoenix.Countries.actors.txt");
    let people = actors(&path)?.into_iter().filter(Actor::is_dated);
    let names = people.flat_map(|actor| actor.names);
    Ok(names
        .filter(|name| (2..=4).contains(&name.split(' ').count()))
        .collect())
}

/// International bodies, armed groups, media and firms; not people, ethnic groups or regions.
fn is_body(actor: &Actor) -> bool {
    let kinds = [
        "IGO", "NGO", "MED", "MNC", "REB", "IMG", "NGM", "BUS", "SPY", "UAF", "OPP",
    ];
    actor
        .codes
        .iter()
        .any(|code| kinds.iter().any(|kind| code.contains(kind)) && !code.contains("ELI"))
}

/// Several words of which one says what it is, or one rare word; the sources also hold people,
/// phrases and one-letter codes.
fn fits(name: &str, common: &CommonWords) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    let clean = folded
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b" -'&.".contains(&byte));
    let is_head = |word: &&str| HEADS.contains(word);
    let named = match words.len() {
        1 => (4..=14).contains(&folded.len()) && !common.contains_key(&folded),
        2..=7 => words.iter().any(is_head),
        _ => false,
    };
    let role = |word: &&str| ROLES.contains(&word.trim_end_matches('s'));
    clean && named && !words.iter().any(role)
}

const HEADS: &[&str] = &[
    "agency",
    "alliance",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "brigade",
    "brigades",
    "brotherhood",
    "bureau",
    "center",
    "centre",
    "church",
    "commission",
    "committee",
    "community",
    "company",
    "confederation",
    "congress",
    "convention",
    "corporation",
    "corps",
    "council",
    "court",
    "federation",
    "forces",
    "forum",
    "foundation",
    "front",
    "fund",
    "group",
    "guard",
    "guards",
    "herald",
    "institute",
    "institution",
    "international",
    "jihad",
    "journal",
    "league",
    "liberation",
    "mission",
    "monitor",
    "movement",
    "network",
    "news",
    "organisation",
    "organization",
    "party",
    "post",
    "press",
    "programme",
    "secretariat",
    "services",
    "society",
    "times",
    "tribunal",
    "tribune",
    "union",
    "university",
    "watch",
];

const ROLES: &[&str] = &[
    "ambassador",
    "chairman",
    "chief",
    "commissioner",
    "correspondent",
    "delegate",
    "diplomat",
    "director",
    "envoy",
    "expert",
    "fighter",
    "guerrilla",
    "head",
    "investigator",
    "leader",
    "member",
    "minister",
    "negotiator",
    "observer",
    "official",
    "president",
    "rebel",
    "representative",
    "reporter",
    "secretary",
    "secretary-general",
    "soldier",
    "spokesman",
    "supporter",
    "terrorist",
    "troop",
    "worker",
    "source",
    "militant",
    "inspector",
];

/// `WORLD_FOOD_PROGRAM` as a person would write it.
fn spelt(name: &str) -> String {
    let small = ["of", "the", "for", "and", "in", "on", "de", "to"];
    let words = name.split(' ').enumerate().map(|(index, word)| {
        let lower = word.to_lowercase();
        if index > 0 && small.contains(&lower.as_str()) || name.len() <= 5 && !name.contains(' ') {
            return if name.len() <= 5 {
                word.to_owned()
            } else {
                lower
            };
        }
        let mut letters = lower.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + letters.as_str()
    });
    words.collect::<Vec<_>>().join(" ")
}

fn actors(path: &Path) -> anyhow::Result<Vec<Actor>> {
    let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
    let mut found: Vec<Actor> = Vec::new();
    for line in text.lines() {
        let bare = line.split([';', '#']).next().unwrap_or("").trim_end();
        if bare.trim().is_empty() {
            continue;
        }
        let (name, code) = match bare.split_once('[') {
            Some((name, code)) => (name, code.split(']').next()),
            None => (bare, None),
        };
        let name = name.trim().trim_matches('_').replace('_', " ");
        let alias = name
            .strip_prefix('+')
            .map(|name| name.trim_matches([' ', '_']).to_owned());
        match (alias, name.is_empty(), found.last_mut()) {
            (Some(alias), _, Some(actor)) => actor.names.push(alias),
            (None, false, _) => found.push(Actor {
                names: vec![name],
                codes: Vec::new(),
            }),
            _ => {}
        }
        if let (Some(code), Some(actor)) = (code, found.last_mut()) {
            actor.codes.push(code.trim().to_owned());
        }
    }
    Ok(found)
}
