//! Counts the pairs of words that tell more than their words do one by one.

use super::counting::Words;
use super::{Seen, each_line};
use std::collections::HashMap;
use std::path::PathBuf;

/// Pairs seen less often tell nothing.
const FEWEST: u32 = 4;

/// A pair with the percents of the nine ways of writing it, and its worth in bits.
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) percents: [u32; 9],
    pub(super) worth: f64,
}

/// The pairs of at least one word that is written in more than one way.
///
/// # Errors
/// When a volume cannot be read.
pub(super) fn count(volumes: &[PathBuf], words: &Words) -> anyhow::Result<Vec<Pair>> {
    let names: Vec<&String> = words.keys().collect();
    let open: Vec<bool> = words.values().map(|word| word.is_ambiguous()).collect();
    let ids: HashMap<&str, usize> = names
        .iter()
        .enumerate()
        .map(|(id, name)| (name.as_str(), id))
        .collect();
    let number = names.len();
    let id = |seen: &Seen<'_>| match seen.word.key.as_str() {
        "0" => Some(number),
        key => ids.get(key).copied(),
    };
    let mut counts: HashMap<(usize, usize), [u32; 9]> = HashMap::new();
    for volume in volumes {
        each_line(volume, &mut |line| {
            for pair in line.windows(2).filter(|pair| pair[1].word.joined) {
                let (Some(one), Some(two)) = (pair[0].class, pair[1].class) else {
                    continue;
                };
                let (Some(first), Some(second)) = (id(&pair[0]), id(&pair[1])) else {
                    continue;
                };
                let is_open = |id: usize| open.get(id).copied().unwrap_or(false);
                if is_open(first) || is_open(second) {
                    let cells = counts.entry((first, second)).or_default();
                    cells[one as usize * 3 + two as usize] += 1;
                }
            }
        })?;
    }
    let name = |id: usize| names.get(id).map_or("0", |name| name.as_str());
    let pairs = counts
        .into_iter()
        .filter(|(_, cells)| cells.iter().sum::<u32>() >= FEWEST);
    let pairs =
        pairs.map(|((first, second), cells)| pair([name(first), name(second)], cells, words));
    let mut pairs: Vec<Pair> = pairs.collect();
    pairs.sort_by(|one, other| {
        other
            .worth
            .total_cmp(&one.worth)
            .then(one.key.cmp(&other.key))
    });
    Ok(pairs)
}

fn pair(names: [&str; 2], cells: [u32; 9], words: &Words) -> Pair {
    let [first, second] = names.map(|name| words.get(name));
    let model = |at: usize| {
        let (one, two) = (at / 3, at % 3);
        let alone = share(first, one) * share(second, two);
        let linked = link(first, 1, one, two) * link(second, 0, two, one);
        alone * linked.sqrt()
    };
    let model: [f64; 9] = std::array::from_fn(model);
    let all: f64 = model.iter().sum();
    let model = model.map(|part| part / all);
    let seen: f64 = cells.iter().map(|cell| f64::from(*cell)).sum();
    // Two uses' worth of what the words alone would have let expect.
    let smooth: [f64; 9] =
        std::array::from_fn(|at| (f64::from(cells[at]) + 2.0 * model[at]) / (seen + 2.0));
    let worth = (0..9).map(|at| f64::from(cells[at]) * (smooth[at] / model[at]).log2());
    Pair {
        key: names.join(" "),
        percents: smooth.map(|part| (part * 100.0).round() as u32),
        worth: worth.sum(),
    }
}

type Known<'a> = Option<&'a super::counting::Word>;

fn share(word: Known<'_>, class: usize) -> f64 {
    word.map_or([0.999, 0.0005, 0.0005][class], |word| {
        (f64::from(word.counts[class]) + 0.1) / (f64::from(word.all()) + 0.3)
    })
}

/// How much likelier a neighbour is than beside any word.
fn link(word: Known<'_>, side: usize, class: usize, neighbour: usize) -> f64 {
    let Some(word) = word else {
        return 1.0;
    };
    let large = |class: usize| {
        let [seen, large] = word.neighbours[side][class].map(f64::from);
        (large + 1.2) / (seen + 4.0)
    };
    let of = |class: usize| match neighbour {
        0 => 1.0 - large(class),
        _ => large(class),
    };
    let usual = [0.85, 0.15][usize::from(neighbour > 0)];
    of(class) / usual
}
