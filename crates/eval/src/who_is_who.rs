//! Who is who across volumes: the persons lists of FRUS joined, against `authority_id`.
//!
//! Names and descriptions alone are read; the ids are only the gold. Rules were made on the names
//! of one half of the alphabet; both halves are printed.

use crate::Table;
use anyhow::Context;
use depeche_statement::{PeopleJoined, PersonRecord, join_people};
use std::collections::BTreeMap;

/// One person of one volume's list.
struct Listed {
    volume: String,
    name: String,
    description: String,
    authority: String,
}

/// Joins the lists, prints pairwise and B³ scores, and writes the joins that are wrong or missing.
///
/// # Errors
/// When the set cannot be read or a CSV cannot be written.
pub fn run(_: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    let path = frus.join("gold/person_lists.tsv");
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let listed: Vec<Listed> = text.lines().skip(1).filter_map(listed).collect();
    let records: Vec<PersonRecord> = listed.iter().map(record).collect();
    let begun = std::time::Instant::now();
    let joined = join_people(&records);
    println!(
        "{} records joined in {:.1} s",
        records.len(),
        begun.elapsed().as_secs_f64()
    );
    let mut table = Table::new(&[
        "half",
        "records",
        "precision",
        "recall",
        "F1",
        "B3 precision",
        "B3 recall",
        "B3 F1",
    ]);
    let half = |person: &Listed| {
        let first = person
            .name
            .chars()
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        u32::from(first) % 2 == 0
    };
    for (name, wanted) in [
        ("seen", Some(true)),
        ("not seen", Some(false)),
        ("both", None),
    ] {
        let of_half = |at: &usize| wanted.is_none_or(|wanted| half(&listed[*at]) == wanted);
        let records: Vec<usize> = (0..listed.len()).filter(of_half).collect();
        let [precision, recall, f1] = pairwise(&records, &listed, &joined);
        let [b3_precision, b3_recall, b3_f1] = b_cubed(&records, &listed, &joined);
        table.row(&[
            &name,
            &records.len(),
            &precision,
            &recall,
            &f1,
            &b3_precision,
            &b3_recall,
            &b3_f1,
        ]);
    }
    table.print();
    table.write_csv(&crate::out().join("who_is_who.csv"))?;
    wrong(&listed, &joined)
}

fn listed(line: &str) -> Option<Listed> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [volume, _, name, description, authority] = cells.as_slice() else {
        return None;
    };
    let own = |cell: &str| cell.trim().to_owned();
    (!authority.is_empty()).then(|| Listed {
        volume: own(volume),
        name: own(name),
        description: own(description),
        authority: own(authority),
    })
}

/// A line of a list as a record: "see X" and what stands in parentheses are other names.
fn record(person: &Listed) -> PersonRecord {
    let mut record = PersonRecord {
        name: person.name.clone(),
        years: years(&person.volume),
        source: person.volume.bytes().fold(7, |sum: u64, byte| {
            sum.wrapping_mul(131).wrapping_add(u64::from(byte))
        }),
        ..PersonRecord::default()
    };
    let told = person.description.trim_start_matches('(');
    match told
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("see "))
    {
        Some(_) => {
            let end = told.find([';', '.', ')']).unwrap_or(told.len()).max(4);
            record.aliases.push(told[4..end].to_owned());
        }
        None => record.roles.push(told.to_owned()),
    }
    while let (Some(open), Some(close)) = (record.name.find('('), record.name.find(')')) {
        if close < open {
            break;
        }
        let (before, inner) = (
            &record.name[..open],
            record.name[open + 1..close].to_owned(),
        );
        let after = &record.name[close + 1..];
        let other = match (
            inner.contains(','),
            before.split_once(','),
            after.split_once(','),
        ) {
            (true, ..) => inner,
            (false, Some((surname, _)), _) => format!("{surname}, {inner}"),
            (false, None, Some((_, given))) => format!("{inner}, {given}"),
            (false, None, None) => inner,
        };
        let rest = format!("{before}{after}");
        record.aliases.push(other);
        record.name = rest;
    }
    record
}

fn years(volume: &str) -> Option<(i32, i32)> {
    let digits: String = volume
        .chars()
        .skip_while(|own| !own.is_ascii_digit())
        .take(4)
        .collect();
    let year = digits.parse().ok()?;
    Some((year, year))
}

/// How many records of each person each group holds.
fn overlaps<'a>(
    records: &[usize],
    listed: &'a [Listed],
    joined: &PeopleJoined,
) -> BTreeMap<(usize, &'a str), u64> {
    let mut counts = BTreeMap::new();
    for at in records {
        let key = (joined.group_of[*at], listed[*at].authority.as_str());
        *counts.entry(key).or_default() += 1;
    }
    counts
}

fn scores(precision: f64, recall: f64) -> [String; 3] {
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    [precision, recall, f1].map(|score| format!("{score:.4}"))
}

fn pairwise(records: &[usize], listed: &[Listed], joined: &PeopleJoined) -> [String; 3] {
    let pairs = |count: u64| (count * count.saturating_sub(1) / 2) as f64;
    let overlaps = overlaps(records, listed, joined);
    let right: f64 = overlaps.values().map(|count| pairs(*count)).sum();
    let (groups, people) = totals(&overlaps);
    let found: f64 = groups.values().map(|count| pairs(*count)).sum();
    let gold: f64 = people.values().map(|count| pairs(*count)).sum();
    scores(right / found.max(1.0), right / gold.max(1.0))
}

fn b_cubed(records: &[usize], listed: &[Listed], joined: &PeopleJoined) -> [String; 3] {
    let overlaps = overlaps(records, listed, joined);
    let (groups, people) = totals(&overlaps);
    let (mut precision, mut recall) = (0.0, 0.0);
    for ((group, person), count) in &overlaps {
        let squared = (count * count) as f64;
        precision += squared / groups[group] as f64;
        recall += squared / people[person] as f64;
    }
    let all = records.len().max(1) as f64;
    scores(precision / all, recall / all)
}

type Totals<'a> = (BTreeMap<usize, u64>, BTreeMap<&'a str, u64>);

fn totals<'a>(overlaps: &BTreeMap<(usize, &'a str), u64>) -> Totals<'a> {
    let (mut groups, mut people) = (BTreeMap::new(), BTreeMap::new());
    for ((group, person), count) in overlaps {
        *groups.entry(*group).or_default() += count;
        *people.entry(*person).or_default() += count;
    }
    (groups, people)
}

fn wrong(listed: &[Listed], joined: &PeopleJoined) -> anyhow::Result<()> {
    let mut table = Table::new(&["one", "other", "why"]);
    for join in &joined.joins {
        let (one, other) = (&listed[join.one], &listed[join.other]);
        if one.authority != other.authority {
            let told = |person: &Listed| format!("{}: {}", person.name, person.description);
            table.row(&[&told(one), &told(other), join]);
        }
    }
    table.write_csv(&crate::out().join("who_is_who_wrong.csv"))
}
