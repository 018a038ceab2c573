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

/// Every fourth volume of the sorted list was kept back when the name finder was trained and the
/// truecaser's counts were made.
const KEPT_BACK: usize = 4;

/// Two rows for all volumes, and two for those kept back.
pub(super) fn rows(folder: &Path, read: &mut Read<'_>) -> anyhow::Result<Vec<Row>> {
    let lists = persons::lists(&folder.join("gold/person_lists.tsv"))?;
    let none = BTreeSet::new();
    let sets = ["FRUS people", "FRUS people, volumes kept back"];
    let cases = [Case::Mixed, Case::Capitals];
    let scored = sets.map(|set| cases.map(|case| (set, case, Scores::default())));
    let [mut all, mut kept_back] = scored;
    let mut number = 0;
    for (index, volume) in words::volumes(folder, &[])?.into_iter().enumerate() {
        let name = volume.file_stem().and_then(|name| name.to_str());
        let list = name.and_then(|name| lists.get(name)).unwrap_or(&none);
        marked::each(&volume, &mut |marked| {
            number += 1;
            if number % STEP != 0 {
                return;
            }
            let is_kept_back = index % KEPT_BACK == KEPT_BACK - 1;
            for ((_, case, scores), (_, _, kept_back)) in all.iter_mut().zip(&mut kept_back) {
                let marked = Marked {
                    words: words::Words {
                        text: case.spell(&marked.words.text),
                        ..marked.words.clone()
                    },
                    ..marked.clone()
                };
                let before = scores.texts.len();
                score(&marked, list, read, scores);
                if is_kept_back {
                    kept_back.texts.extend_from_slice(&scores.texts[before..]);
                }
            }
        })?;
    }
    let scored = all.into_iter().chain(kept_back);
    let rows = scored.map(|(set, case, scores)| Row {
        set: set.to_owned(),
        case: case.name(),
        scores,
    });
    Ok(rows.collect())
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
