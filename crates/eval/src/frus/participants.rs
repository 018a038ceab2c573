//! Who took part in a conversation: names read in the words of the participants list, against
//! the people and items of `list[@type='participants']`, by folded surname.
//!
//! Two answers are scored: the document's own `participant` fields, which must find the list
//! too, and the names read inside of the list.

use super::marked::{self, Marked, surname};
use super::persons;
use super::words;
use crate::Table;
use depeche_document::Document;
use depeche_text::Span;
use std::collections::BTreeSet;

#[derive(Default, Clone, Copy)]
struct Counts {
    gold: usize,
    read: usize,
    right: usize,
}

/// Runs it and prints the table.
pub(super) fn run(names: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    let (mut mentions, mut fields) = (Counts::default(), Counts::default());
    let mut shown = Vec::new();
    for volume in words::volumes(&frus, names)? {
        marked::each(&volume, &mut |marked| {
            if marked.lists.is_empty() {
                return;
            }
            let Some((document, people)) = persons::read(&marked) else {
                return;
            };
            if document.text != marked.words.text {
                return;
            }
            let gold = gold(&marked);
            if gold.is_empty() {
                return;
            }
            let inside = |span: Span| marked.lists.iter().any(|list| list.contains(span));
            let read: BTreeSet<String> = people
                .iter()
                .filter(|mention| inside(mention.span))
                .map(|mention| surname(mention.span.slice(&document.text)))
                .collect();
            if read != gold && shown.len() < 400 {
                let missed: Vec<_> = gold.difference(&read).cloned().collect();
                let wrong: Vec<_> = read.difference(&gold).cloned().collect();
                let id = format!("{} {}", marked.words.volume, marked.words.document);
                shown.push(format!("{id}: missed {missed:?}, wrong {wrong:?}"));
            }
            count(&mut mentions, &gold, &read);
            count(&mut fields, &gold, &of_fields(&marked, &document));
        })?;
    }
    let mut table = Table::new(&["from", "gold", "read", "right", "precision", "recall", "F1"]);
    row(&mut table, "names in the list", mentions);
    row(&mut table, "participant fields", fields);
    table.print();
    table.write_csv(&crate::out().join("frus_participants.csv"))?;
    for line in shown.iter().step_by((shown.len() / 40).max(1)) {
        println!("  {line}");
    }
    Ok(())
}

/// Surnames of the tagged people; of an item without one, the name that it opens with.
pub(crate) fn gold(marked: &Marked) -> BTreeSet<String> {
    let text = &marked.words.text;
    let mut found = BTreeSet::new();
    for line in lines(marked) {
        let tagged = tagged(marked, line);
        if tagged.is_empty() {
            found.extend(opening_name(line.slice(text)));
        }
        found.extend(tagged.iter().map(|name| surname(name.slice(text))));
    }
    found
}

const HONORIFICS: &[&str] = &[
    "Mr.",
    "Dr.",
    "Sir",
    "Lord",
    "Mrs.",
    "Miss",
    "General",
    "Ambassador",
    "Mr",
];

/// Words of items that are no names.
const NO_NAME: &[&str] = &[
    "The",
    "Side",
    "States",
    "Delegation",
    "Officers",
    "Persons",
    "Present",
    "Participants",
    "Secretary",
    "Department",
    "Embassy",
    "President",
    "Minister",
    "Foreign",
    "Prime",
    "Also",
    "Senators",
    "Interpreter",
    "Interpreters",
    "Soviet",
    "British",
    "French",
    "German",
    "U.S.",
    "US",
    "USSR",
    "Others",
    "American",
    "United",
    "House",
    "White",
    "Office",
    "Ambassador",
    "Director",
    "State",
    "Defense",
    "For",
    "From",
    "Treasury",
    "Advisers",
    "Bureau",
    "Congressman",
];

/// Whether a folded surname is a word of an office or of the list itself: "The Secretary".
pub(crate) fn names_nobody(surname: &str) -> bool {
    const OF_LISTS: &[&str] = &[
        "present",
        "participants",
        "members",
        "were",
        "attending",
        "attendance",
        "government",
    ];
    OF_LISTS.contains(&surname)
        || surname.chars().count() < 2
        || NO_NAME
            .iter()
            .any(|word| depeche_text::fold(word) == surname)
}

/// "Lord Hood" of "Lord Hood, Minister-Counselor": an honorific or initials make it a name.
fn opening_name(line: &str) -> Option<String> {
    let name = line.split([',', ';', '(', '—', '–']).next()?.trim();
    let words: Vec<&str> = name.split_whitespace().collect();
    let titled = HONORIFICS.contains(words.first()?) && words.len() <= 5 && words.len() > 1;
    let initials = words.len() == 3 && words[1].len() == 2 && words[1].ends_with('.');
    let capitals = words.iter().all(|word| {
        word.starts_with(|first: char| first.is_uppercase())
            || matches!(*word, "de" | "von" | "van")
    });
    let plain = (2..=3).contains(&words.len())
        && depeche_annotate::main_name(name).is_none()
        && !words.iter().any(|word| NO_NAME.contains(word));
    ((titled || initials || plain) && capitals).then(|| surname(name))
}

/// Surnames of the document's own `participant` fields, but for the lines that the markup does not
/// judge.
pub(crate) fn of_fields(marked: &Marked, document: &Document) -> BTreeSet<String> {
    let unjudged = Unjudged::of(marked);
    let fields = document.fields_named("participant");
    let fields = fields.filter(|field| field.span.is_none_or(|span| !unjudged.holds(span)));
    fields.filter_map(|field| of_value(&field.value)).collect()
}

/// The `participant` fields that count neither way.
pub(crate) fn unjudged_fields(marked: &Marked, document: &Document) -> Vec<String> {
    let unjudged = Unjudged::of(marked);
    let fields = document.fields_named("participant");
    let fields = fields.filter(|field| field.span.is_some_and(|span| unjudged.holds(span)));
    let named = fields.filter(|field| of_value(&field.value).is_some());
    named.map(|field| field.value.clone()).collect()
}

/// The surname of "Per Lind, Minister"; `None` of an office alone: "The Minister of Defense".
fn of_value(value: &str) -> Option<String> {
    let name = value.split([',', '(', '—']).next().unwrap_or_default();
    let office = name.starts_with("The ")
        && !HONORIFICS
            .iter()
            .any(|honorific| name[4..].starts_with(honorific))
        && !name.starts_with("The Hon");
    let name = surname(name);
    (!office && !name.is_empty()).then_some(name)
}

/// Where the markup does not say who took part: lines of a list that name nobody by a tag, nor
/// surely by their form (a side of the table, or somebody without a tag: "NEA—Per Lind"), and in
/// lines with several tags what has none. Names read there count neither way.
pub(crate) struct Unjudged<'a> {
    silent: Vec<Span>,
    several: Vec<Span>,
    people: &'a [Span],
}

impl Unjudged<'_> {
    /// Of a memorandum.
    pub(crate) fn of(marked: &Marked) -> Unjudged<'_> {
        let text = &marked.words.text;
        let (mut silent, mut several) = (Vec::new(), Vec::new());
        for line in lines(marked) {
            match tagged(marked, line).len() {
                0 if opening_name(line.slice(text)).is_none() => silent.push(line),
                0 | 1 => {}
                _ => several.push(line),
            }
        }
        Unjudged {
            silent,
            several,
            people: &marked.people,
        }
    }

    /// Whether a name at this place counts neither way.
    pub(crate) fn holds(&self, span: Span) -> bool {
        let inside = |lines: &[Span]| lines.iter().any(|line| line.overlaps(span));
        let is_tagged = || self.people.iter().any(|name| span.overlaps(*name));
        inside(&self.silent) || inside(&self.several) && !is_tagged()
    }
}

/// The people tagged in a line as such, not as whom somebody works for ("Aide to Mr. Lind").
fn tagged(marked: &Marked, line: Span) -> Vec<Span> {
    let text = &marked.words.text;
    let people = marked.people.iter().copied();
    let own = |name: &Span| {
        let before = &text[line.start as usize..name.start as usize];
        !before.contains(" to ")
    };
    people
        .filter(|name| line.contains(*name))
        .filter(own)
        .collect()
}

/// The lines of the lists that are no footnotes.
fn lines(marked: &Marked) -> Vec<Span> {
    let text = &marked.words.text;
    let mut found = Vec::new();
    for list in &marked.lists {
        let mut start = list.start as usize;
        for line in list.slice(text).split('\n') {
            let span = Span::new(start, start + line.len());
            start += line.len() + 1;
            if !marked.notes.iter().any(|note| note.overlaps(span)) {
                found.push(span);
            }
        }
    }
    found
}

fn count(counts: &mut Counts, gold: &BTreeSet<String>, read: &BTreeSet<String>) {
    counts.gold += gold.len();
    counts.read += read.len();
    counts.right += gold.intersection(read).count();
}

fn row(table: &mut Table, name: &str, counts: Counts) {
    let precision = counts.right as f64 / counts.read.max(1) as f64;
    let recall = counts.right as f64 / counts.gold.max(1) as f64;
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    let shown = |share: f64| format!("{share:.4}");
    table.row(&[
        &name,
        &counts.gold,
        &counts.read,
        &counts.right,
        &shown(precision),
        &shown(recall),
        &shown(f1),
    ]);
}
