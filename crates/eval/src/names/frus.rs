//! People in FRUS from the words alone, in one document of twenty.
//!
//! Scored as `eval frus persons` does it: recall over tagged mentions; precision over the names
//! of people in the volume's list, where one that touches a tagged mention is right.

use super::Row;
use super::score::{Count, Scores, Tally};
use super::set::Case;
use super::system::{Found, Kind, Read};
use crate::frus::marked::{self, Marked};
use crate::frus::{persons, words};
use depeche_text::Span;
use std::collections::BTreeSet;
use std::path::Path;

/// One document of so many is read.
const STEP: usize = 20;

/// The two rows.
pub(super) fn rows(folder: &Path, read: &mut Read<'_>) -> anyhow::Result<Vec<Row>> {
    let lists = persons::lists(&folder.join("gold/person_lists.tsv"))?;
    let none = BTreeSet::new();
    let mut scored = [Case::Mixed, Case::Capitals].map(|case| (case, Scores::default()));
    let mut number = 0;
    for volume in words::volumes(folder, &[])? {
        let name = volume.file_stem().and_then(|name| name.to_str());
        let list = name.and_then(|name| lists.get(name)).unwrap_or(&none);
        marked::each(&volume, &mut |marked| {
            number += 1;
            if number % STEP != 0 {
                return;
            }
            for (case, scores) in &mut scored {
                let marked = Marked {
                    words: words::Words {
                        text: case.spell(&marked.words.text),
                        ..marked.words.clone()
                    },
                    ..marked.clone()
                };
                score(&marked, list, read, scores);
            }
        })?;
    }
    let rows = scored.map(|(case, scores)| Row {
        set: "FRUS people".to_owned(),
        case: case.name(),
        scores,
    });
    Ok(rows.into())
}

fn score(marked: &Marked, list: &BTreeSet<String>, read: &mut Read<'_>, scores: &mut Scores) {
    let document = persons::parsed(&marked.words);
    // Offsets hold only where the reader kept the text as it is.
    let Some(document) = document.filter(|document| document.text == marked.words.text) else {
        return;
    };
    let people = |name: &Found| (name.kind == Kind::Person && !name.nominal).then_some(name.span);
    let mut people: Vec<Span> = read(&document).iter().filter_map(people).collect();
    people.sort_unstable();
    let mut counted = persons::Scores::default();
    let people = persons::People {
        text: &document.text,
        tagged: &marked.people,
        read: &people,
        list,
    };
    people.score(&mut counted);
    let counts = counted.counts;
    let mut tally = Tally::default();
    tally.0[0] = Count {
        marked: counts.tagged,
        marked_same: counts.exact,
        marked_met: counts.overlap,
        read: counts.listed,
        read_same: counts.right,
        read_met: counts.right,
    };
    scores.texts.push(tally);
    scores.missed.extend(counted.missed.into_keys());
    scores.wrong.extend(counted.wrong.into_keys());
}
