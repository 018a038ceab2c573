//! Who met whom: participants of FRUS memoranda of conversation, from the words alone, against
//! `list[@type='participants']`, by folded surname.
//!
//! `eval who-met-whom [--cases] [--all] [VOLUME…]`. *Fields* are the document's own participants,
//! found in its words, over every memorandum; the other rows take the whole reading, over a
//! drawing of them or, with `--all`, over all: *meeting* is who takes part in a meeting that the
//! reading states as the document's own, *met or spoke* adds everybody of any meeting or telling
//! in it. Markup makes the gold only. Who is listed by an office alone ("The Secretary") counts on
//! neither side, and so does who stands in a line of the list that has no tag and does not open
//! like a name: the markup leaves many out ("NEA—Per Lind").

use crate::Table;
use crate::count::Count;
use crate::frus::marked::{self, Marked, surname};
use crate::frus::{participants, persons, words};
use crate::random::Random;
use depeche_annotate::EntityKind;
use depeche_document::Document;
use depeche_statement::{EventType, Party, Reading};
use std::collections::BTreeSet;

/// So many memoranda are read whole.
const READ: usize = 150;

/// So many wrong ones of each row are shown.
const SHOWN: usize = 60;

/// The first number of the draws.
const SEED: u64 = 1961;

/// The rows, in the order of [`Scores`].
const ROWS: [&str; 3] = ["fields", "meeting", "met or spoke"];

#[derive(Default)]
struct Arguments {
    cases: bool,
    all: bool,
    volumes: Vec<String>,
}

impl Arguments {
    fn parse(arguments: &[String]) -> Arguments {
        let mut parsed = Arguments::default();
        for argument in arguments {
            match argument.as_str() {
                "--cases" => parsed.cases = true,
                "--all" => parsed.all = true,
                volume => parsed.volumes.push(volume.to_owned()),
            }
        }
        parsed
    }
}

/// How the rows went, and what went wrong in each.
#[derive(Default)]
struct Scores {
    counts: [Count; 3],
    documents: [usize; 3],
    wrong: [Vec<String>; 3],
    /// Names read where the markup says nothing.
    unjudged: Vec<String>,
}

/// Runs it and prints the table, as Markdown.
///
/// # Errors
/// When a volume cannot be read or the CSV cannot be written.
pub fn run(arguments: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    let arguments = Arguments::parse(arguments);
    let mut memoranda: Vec<(Marked, Document)> = Vec::new();
    let mut scores = Scores::default();
    for volume in words::volumes(&frus, &arguments.volumes)? {
        marked::each(&volume, &mut |marked| {
            if marked.lists.is_empty() || participants::gold(&marked).is_empty() {
                return;
            }
            if let Some(document) = persons::parsed(&marked.words) {
                let unjudged = participants::unjudged_fields(&marked, &document);
                scores.unjudged.extend(unjudged);
                scores.add(0, &marked, &participants::of_fields(&marked, &document));
                memoranda.push((marked, document));
            }
        })?;
    }
    let mut random = Random::new(SEED);
    let count = if arguments.all {
        memoranda.len()
    } else {
        READ.min(memoranda.len())
    };
    for _ in 0..count {
        let (marked, document) = memoranda.swap_remove(random.below(memoranda.len()));
        let annotations = depeche_annotate::annotate(&document);
        let reading = depeche_statement::read(&document, &annotations);
        scores.add(1, &marked, &meeting(&marked, &reading));
        scores.add(2, &marked, &all(&marked, &reading));
    }
    report(&scores, arguments.cases)
}

fn report(scores: &Scores, cases: bool) -> anyhow::Result<()> {
    let mut table = Table::new(&[
        "read from",
        "memoranda",
        "listed",
        "read",
        "same",
        "P",
        "R",
        "F1",
    ]);
    let shown = |share: f64| format!("{share:.3}");
    for (index, row) in ROWS.iter().enumerate() {
        let count = scores.counts[index];
        table.row(&[
            row,
            &scores.documents[index],
            &count.gold,
            &count.read,
            &count.same,
            &shown(count.precision()),
            &shown(count.recall()),
            &shown(count.f1()),
        ]);
    }
    table.print_markdown();
    let judged = ROWS.iter().copied().zip(&scores.wrong);
    let silent = std::iter::once(("read where the markup is silent", &scores.unjudged));
    println!(
        "\n{} fields read where the markup is silent",
        scores.unjudged.len()
    );
    for (row, wrong) in judged.chain(silent).filter(|_| cases) {
        println!("\n## {row}: {}\n", wrong.len());
        let mut left: Vec<&String> = wrong.iter().collect();
        let mut random = Random::new(SEED);
        for _ in 0..SHOWN.min(left.len()) {
            println!("{}", left.swap_remove(random.below(left.len())));
        }
    }
    table.write_csv(&crate::out().join("who_met_whom.csv"))
}

impl Scores {
    /// Adds a memorandum to a row.
    fn add(&mut self, row: usize, marked: &Marked, read: &BTreeSet<String>) {
        let named = |names: &BTreeSet<String>| -> BTreeSet<String> {
            let named = names
                .iter()
                .filter(|name| !participants::names_nobody(name));
            named.cloned().collect()
        };
        let (gold, read) = (named(&participants::gold(marked)), named(read));
        self.documents[row] += 1;
        self.counts[row].add(count(&gold, &read));
        if gold != read {
            let words = &marked.words;
            let missed: Vec<&String> = gold.difference(&read).collect();
            let wrong: Vec<&String> = read.difference(&gold).collect();
            let (volume, document) = (&words.volume, &words.document);
            let lists = marked.lists.iter().map(|list| list.slice(&words.text));
            let lists: Vec<String> = lists.map(|list| list.replace('\n', " ⏎ ")).collect();
            self.wrong[row].push(format!(
                "{volume} {document}: missed {missed:?}, wrong {wrong:?}\n    {}",
                lists.join(" ⏎⏎ ")
            ));
        }
    }
}

fn count(gold: &BTreeSet<String>, read: &BTreeSet<String>) -> Count {
    Count {
        gold: gold.len(),
        read: read.len(),
        same: gold.intersection(read).count(),
    }
}

/// Who takes part in the meeting that the document records.
fn meeting(marked: &Marked, reading: &Reading) -> BTreeSet<String> {
    let meetings = reading.statements.iter().filter(|statement| {
        statement.kind == EventType::Meet && statement.by.rule == "participants-list"
    });
    let parties = meetings.flat_map(|statement| &statement.participants);
    let unjudged = participants::Unjudged::of(marked);
    parties
        .filter(|participant| is_judged(&unjudged, &participant.party))
        .filter_map(|participant| name(reading, &participant.party))
        .collect()
}

/// Who takes part in any meeting of the document, or tells or is told something in it.
fn all(marked: &Marked, reading: &Reading) -> BTreeSet<String> {
    let meetings = reading.statements.iter();
    let meetings = meetings.filter(|statement| statement.kind == EventType::Meet);
    let mut parties: Vec<&Party> = Vec::new();
    parties.extend(meetings.flat_map(|statement| {
        let participants = statement.participants.iter();
        participants.map(|participant| &participant.party)
    }));
    for telling in reading
        .statements
        .iter()
        .flat_map(|statement| &statement.chain)
    {
        parties.extend(telling.speaker.iter().chain(&telling.hearer));
    }
    let unjudged = participants::Unjudged::of(marked);
    parties
        .into_iter()
        .filter(|party| is_judged(&unjudged, party))
        .filter_map(|party| name(reading, party))
        .collect()
}

/// Whether the markup says if a party took part.
fn is_judged(unjudged: &participants::Unjudged<'_>, party: &Party) -> bool {
    party.span.is_none_or(|span| !unjudged.holds(span))
}

/// The surname of a party that is, or can be, a person.
fn name(reading: &Reading, party: &Party) -> Option<String> {
    let entity = party
        .entity
        .and_then(|entity| reading.entities.get(entity as usize));
    if entity.is_some_and(|entity| entity.kind != EntityKind::Person) {
        return None;
    }
    let name = party.name.split([',', '(', '—', '–']).next()?;
    let name = surname(name);
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn names_are_counted_as_sets() {
        let count = count(&names(&["moss", "veld", "rask"]), &names(&["moss", "ode"]));
        assert_eq!((count.gold, count.read, count.same), (3, 2, 1));
    }

    #[test]
    fn a_party_is_known_by_its_surname() {
        let party = |name: &str| Party {
            entity: None,
            name: name.to_owned(),
            span: None,
        };
        let reading = Reading::default();
        let name = |words: &str| name(&reading, &party(words));
        assert_eq!(name("Mr. Per Moss, Desk Officer").as_deref(), Some("moss"));
        assert_eq!(name("Ana Veld, Jr.").as_deref(), Some("veld"));
        assert_eq!(name(""), None);
    }
}
