//! The codes of actors and agents, by the words that name them, from PETRARCH's dictionaries.
//!
//! `NAME [CODE]`, synonyms below it as `+NAME`, codes that hold for a while only as
//! `[CODE <19911226]`, `[CODE >990816]`, `[CODE 20080120-20121109]`; of agents `NAME {PLURAL}
//! [~CODE]`, where `~` stands for the actor's code, and `!SET!` for each word of a set.

use std::collections::BTreeMap;

/// A code and from when to when it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Code {
    code: String,
    from: u32,
    until: u32,
}

/// Words in capitals, and what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    words: Vec<String>,
    codes: Vec<Code>,
}

/// Both dictionaries.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary {
    actors: Vec<Entry>,
    agents: Vec<Entry>,
}

impl Dictionary {
    pub(super) fn parse(actors: &str, agents: &str) -> Dictionary {
        Dictionary {
            actors: parse_actors(actors),
            agents: parse_agents(agents),
        }
    }

    /// The actors and agents that a phrase names; the words of the phrase in text order.
    pub(super) fn find(&self, words: &[String], date: u32) -> Found {
        let mut found = Found::default();
        let mut at = 0;
        while at < words.len() {
            let rest = &words[at..];
            let (actor, agent) = (longest(&self.actors, rest), longest(&self.agents, rest));
            let length = |entry: Option<&Entry>| entry.map_or(0, |entry| entry.words.len());
            match (actor, agent) {
                (Some(actor), _) if length(Some(actor)) >= length(agent) => {
                    found.actors.extend(actor.codes_on(date));
                }
                (_, Some(agent)) => {
                    let code = agent.codes.first().map(|code| code.code.clone());
                    found.agents.extend(code);
                }
                _ => {}
            }
            at += length(actor).max(length(agent)).max(1);
        }
        found
    }
}

/// What a phrase names. An actor without a code gives none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) actors: Vec<String>,
    pub(super) agents: Vec<String>,
}

impl Found {
    /// Each actor with the agents; agents of nobody as "---GOV"; none where nothing was found.
    pub(super) fn codes(&self) -> Vec<String> {
        let nobody = ["---".to_owned()];
        let actors = match (self.actors.is_empty(), self.agents.is_empty()) {
            (true, true) => &[],
            (true, false) => &nobody[..],
            (false, _) => &self.actors[..],
        };
        let mut coded: Vec<String> = Vec::new();
        for actor in actors {
            let agents = self.agents.iter();
            let code = agents.fold(actor.clone(), |code, agent| with(&code, agent));
            if !coded.contains(&code) {
                coded.push(code);
            }
        }
        coded
    }
}

impl Entry {
    /// One code, or several that are parted by a stroke: two people in one place.
    fn codes_on(&self, date: u32) -> Vec<String> {
        let dated = |code: &&Code| code.from <= date && date <= code.until;
        // A narrower interval stands before a wider one; the plain code comes last.
        let mut codes: Vec<&Code> = self.codes.iter().filter(dated).collect();
        codes.sort_by_key(|code| code.until - code.from);
        let code = codes.first().map_or("", |code| &*code.code);
        let parts = code.split('/').map(str::trim);
        let coded = parts.filter(|code| code.starts_with(|letter: char| letter.is_alphanumeric()));
        coded.map(str::to_uppercase).collect()
    }
}

/// The actor's code with an agent's, which it may hold already; codes have three letters each.
fn with(actor: &str, agent: &str) -> String {
    let bare = agent.trim_matches('~');
    let mut held = actor.match_indices(bare);
    if held.any(|(at, _)| at % 3 == 0) {
        return actor.to_owned();
    }
    match agent.ends_with('~') {
        true => format!("{bare}{actor}"),
        false => format!("{actor}{bare}"),
    }
}

/// The entry with the most words that stand at the beginning.
fn longest<'a>(entries: &'a [Entry], words: &[String]) -> Option<&'a Entry> {
    let stands = |entry: &&Entry| {
        entry.words.len() <= words.len()
            && entry
                .words
                .iter()
                .zip(words)
                .all(|(entry, word)| same(entry, word))
    };
    entries
        .iter()
        .filter(stands)
        .max_by_key(|entry| entry.words.len())
}

/// The same word, or its plural or the adjective that an `n` or `i` makes.
fn same(entry: &str, word: &str) -> bool {
    let ending = word.strip_prefix(entry);
    ending.is_some_and(|ending| matches!(ending, "" | "S" | "N" | "I" | "IAN"))
        || entry
            .strip_suffix('Y')
            .is_some_and(|stem| word.strip_prefix(stem) == Some("IES"))
}

fn words(name: &str) -> Vec<String> {
    let name = name.replace('_', " ").to_uppercase();
    name.split_whitespace().map(ToOwned::to_owned).collect()
}

fn parse_actors(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    // Entries of the block that is open: a name and its synonyms share all of its codes.
    let mut open = 0;
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default();
        let (name, code) = line.split_once('[').unwrap_or((line, ""));
        let (name, code) = (name.trim(), code.split(']').next().unwrap_or_default());
        if name.starts_with('<') || name.is_empty() && code.is_empty() {
            continue;
        }
        let code = (!code.is_empty()).then(|| dated(code));
        if name.is_empty() {
            for entry in &mut entries[open..] {
                entry.codes.extend(code.clone());
            }
            continue;
        }
        let mut codes: Vec<Code> = code.into_iter().collect();
        if let Some(name) = name.strip_prefix('+') {
            if let Some(first) = entries.get(open) {
                codes.extend(first.codes.iter().cloned());
            }
            entries.push(Entry {
                words: words(name),
                codes,
            });
            continue;
        }
        open = entries.len();
        entries.push(Entry {
            words: words(name),
            codes,
        });
    }
    entries
}

/// "HOB < 950601" and the like.
fn dated(text: &str) -> Code {
    let split = text.find(|letter: char| letter.is_whitespace() || "<>".contains(letter));
    let (code, dates) = text.split_at(split.unwrap_or(text.len()));
    let day = |text: &str| -> Option<u32> {
        let digits = text.trim_matches(|letter: char| !letter.is_ascii_digit());
        let number: u32 = digits.parse().ok()?;
        // Years of two digits are of the last century.
        Some(if number < 1_000_000 {
            number + 19_000_000
        } else {
            number
        })
    };
    let (from, until) = match dates.trim() {
        before if before.starts_with('<') => (0, day(before).unwrap_or(u32::MAX)),
        after if after.starts_with('>') => (day(after).unwrap_or(0), u32::MAX),
        between => between
            .split_once('-')
            .and_then(|(from, until)| Some((day(from)?, day(until)?)))
            .unwrap_or((0, u32::MAX)),
    };
    let code = code.trim().to_owned();
    Code { code, from, until }
}

fn parse_agents(text: &str) -> Vec<Entry> {
    let mut sets: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut entries = Vec::new();
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some((set, members)) = line.split_once('=').filter(|_| line.starts_with('!')) {
            let members = members.split(',').map(|member| member.trim().to_owned());
            sets.insert(set.trim().to_owned(), members.collect());
            continue;
        }
        let Some((names, code)) = line.split_once('[') else {
            continue;
        };
        let code: String = code.chars().filter(|letter| *letter != ' ').collect();
        let code = dated(code.split(']').next().unwrap_or_default());
        for name in names
            .split(['{', '}'])
            .map(str::trim)
            .filter(|name| !name.is_empty())
        {
            for name in spelt_out(name, &sets) {
                let codes = vec![code.clone()];
                entries.push(Entry {
                    words: words(&name),
                    codes,
                });
            }
        }
    }
    entries
}

/// A name with each member of the set in it, where there is one.
fn spelt_out(name: &str, sets: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    match sets.iter().find(|(set, _)| name.contains(set.as_str())) {
        Some((set, members)) => members
            .iter()
            .map(|member| name.replace(set, member))
            .collect(),
        None => vec![name.to_owned()],
    }
}
