//! Makes the tables of counts under `crates/language/truecase/`.

use super::counting::{Word, Words};
use super::{counting, pairing};
use depeche_language::truecase::{CaseCounts, CaseRow, Truecaser};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// No file is larger, and there are two of words and two of pairs.
const LARGEST: usize = 479_000;

/// Words of at most so many uses stand for those that were never seen.
const RARE: u32 = 2;

/// Rarer words that are no names are kept only where they would be guessed to be.
const FEWEST: u32 = 3;

/// Pairs worth fewer bits, over all that was counted, are left out.
const WORTH: f64 = 3.0;

/// Counts and writes.
///
/// # Errors
/// When a source cannot be read or a file cannot be written.
pub(super) fn make(volumes: &[PathBuf]) -> anyhow::Result<()> {
    let words = counting::count(volumes)?;
    let endings = endings(&words);
    write("endings", &endings)?;
    let rows = rows(&words, endings.join("\n"));
    write_parts("words", rows)?;
    let pairs = pairing::count(volumes, &words)?;
    println!("{} words, {} pairs", words.len(), pairs.len());
    let percents = |pair: &pairing::Pair| {
        let cells: Vec<String> = pair.percents.iter().map(u32::to_string).collect();
        let cells = cells.join(" ");
        format!("{}\t{}", pair.key, cells.trim_end_matches(" 0"))
    };
    let ranked = pairs.iter().filter(|pair| pair.worth > WORTH).map(percents);
    write_parts("pairs", ranked.collect())
}

/// Rows of words, those of most uses first.
fn rows(words: &Words, endings: String) -> Vec<String> {
    let any = any_contexts(words);
    let is_name = |word: &Word| word.counts[0] == 0 && word.counts[2] == 0;
    let known = |word: &&Word| word.all() >= FEWEST;
    // What is no name is always kept: guesses of other words lean on it.
    let common = words
        .iter()
        .filter(|(_, word)| known(word) && !is_name(word));
    let common: Vec<(u32, String)> = common
        .map(|(key, word)| (word.all(), row(key, word, &any)))
        .collect();
    let kept: Vec<&str> = common.iter().map(|(_, row)| row.as_str()).collect();
    let guesser = Truecaser::new(CaseCounts {
        words: vec![leak(kept.join("\n"))],
        pairs: Vec::new(),
        endings: leak(endings),
    });
    let guessed = |key: &str| guesser.shares(key)[1];
    let names = words.iter().filter(|(key, word)| {
        let floor = if word.all() < 20 { 700 } else { 900 };
        word.all() >= 2 && is_name(word) && guessed(key) < floor
    });
    let rare = words.iter().filter(|(key, word)| {
        let floor = if word.all() > 1 { 700 } else { 500 };
        let surprises = word.counts[0] == 0 || guesser.shares(key)[0] < floor;
        !known(word) && !is_name(word) && surprises
    });
    let names = names
        .chain(rare)
        .map(|(key, word)| (word.all(), row(key, word, &any)));
    let listed = gazetteer().into_iter();
    let listed = listed.filter(|name| !words.contains_key(name) && guessed(name) < 500);
    let listed = listed.map(|name| (2, format!("{name}\t0 3 0")));
    let mut all: Vec<(u32, String)> = common.iter().cloned().chain(names).chain(listed).collect();
    all.sort_by(|(one, first), (other, second)| other.cmp(one).then(first.cmp(second)));
    all.into_iter().map(|(_, row)| row).collect()
}

fn row(key: &str, word: &Word, any: &[[u32; 3]; 2]) -> String {
    let row = CaseRow {
        key,
        counts: scaled(word.counts, 999),
        contexts: contexts(word, any),
        form: word.form().filter(|_| word.counts[2] * 10 > word.all()),
    };
    row.to_string()
}

/// The percents of large neighbours, smoothed; 0 where they are as of any word. `None` where
/// all are.
fn contexts(word: &Word, any: &[[u32; 3]; 2]) -> Option<[[u32; 3]; 2]> {
    let cell = |side: usize, class: usize| {
        let [seen, large] = word.neighbours[side][class];
        let usual = any[side][class];
        let percent = (large * 100 + usual * 4) / (seen + 4);
        let tells = seen >= 8 && percent.abs_diff(usual) > 10;
        if tells { percent.max(1) } else { 0 }
    };
    let cells: [[u32; 3]; 2] =
        std::array::from_fn(|side| std::array::from_fn(|class| cell(side, class)));
    cells
        .iter()
        .flatten()
        .any(|cell| *cell > 0)
        .then_some(cells)
}

/// Counts brought down to a sum of about `most`; none becomes nothing.
fn scaled(counts: [u32; 3], most: u32) -> [u32; 3] {
    let all: u64 = counts.iter().map(|count| u64::from(*count)).sum();
    if all <= u64::from(most) {
        return counts;
    }
    counts.map(|count| {
        let part = u64::from(count) * u64::from(most) / all;
        part.max(u64::from(count > 0)) as u32
    })
}

/// How often words of either class stand beside large ones, over all words.
fn any_contexts(words: &Words) -> [[u32; 3]; 2] {
    std::array::from_fn(|side| {
        std::array::from_fn(|class| {
            let sums = words.values().fold([0_u64; 2], |sums, word| {
                let [seen, large] = word.neighbours[side][class].map(u64::from);
                [sums[0] + seen, sums[1] + large]
            });
            (sums[1] * 100 / sums[0].max(1)) as u32
        })
    })
}

/// How rare words with each ending are written, where the shorter ending does not say as much.
fn endings(words: &Words) -> Vec<String> {
    let mut counts: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    for (key, word) in words.iter().filter(|(_, word)| word.all() <= RARE) {
        let plain = key.bytes().all(|byte| byte.is_ascii_lowercase());
        let class = (0..3).max_by_key(|class| word.counts[*class]).unwrap_or(0);
        if !plain {
            continue;
        }
        let mut add = |ending: &str| counts.entry(ending.to_owned()).or_default()[class] += 1;
        add("*");
        if key.len() <= 3 {
            add(&format!("#{}", key.len()));
            continue;
        }
        for from in key.len().saturating_sub(5).max(1)..key.len() {
            add(&key[from..]);
        }
    }
    let share = |counts: &[u32; 3], class: usize| {
        f64::from(counts[class]) / f64::from(counts.iter().sum::<u32>().max(1))
    };
    let tells = |ending: &str, these: &[u32; 3]| {
        let shorter = (1..ending.len()).find_map(|from| counts.get(&ending[from..]));
        let shorter = shorter.or(counts.get("*"));
        let differs = |other: &[u32; 3]| {
            (0..3).any(|class| (share(these, class) - share(other, class)).abs() > 0.1)
        };
        these.iter().sum::<u32>() >= 10 && shorter.is_some_and(differs)
    };
    let any = any_contexts(words);
    let kept = counts.iter().filter(|(ending, these)| {
        *ending == "*" || ending.starts_with('#') || tells(ending, these)
    });
    let rows = kept.map(|(ending, these)| {
        let row = CaseRow {
            key: ending,
            counts: scaled(*these, 99),
            contexts: (ending == "*").then_some(any),
            form: None,
        };
        row.to_string()
    });
    rows.collect()
}

/// The words of the names of people, cities and countries that the annotators' lists hold.
fn gazetteer() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../annotate/gazetteer");
    let files = [
        "given",
        "surnames",
        "cities-1",
        "cities-2",
        "cities-3",
        "countries",
    ];
    let texts = files
        .iter()
        .filter_map(|name| std::fs::read_to_string(folder.join(format!("{name}.tsv"))).ok());
    let mut names = BTreeSet::new();
    for text in texts {
        for name in text.lines().filter_map(|row| row.split('\t').next()) {
            let words = name.split([' ', '-']).filter(|word| word.len() > 2);
            let plain = |word: &&str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
            names.extend(words.filter(plain).map(str::to_lowercase));
        }
    }
    names
}

/// Writes as many rows, the best first, as two files hold; each file sorted.
fn write_parts(name: &str, ranked: Vec<String>) -> anyhow::Result<()> {
    let mut size = 0;
    let fits = |row: &String| {
        size += row.len() + 1;
        size <= 2 * LARGEST
    };
    let all = ranked.len();
    let rows: BTreeSet<String> = ranked.into_iter().take_while(fits).collect();
    println!("{name}: {} of {all} rows fit", rows.len());
    let rows: Vec<String> = rows.into_iter().collect();
    let half: usize = rows.iter().map(|row| row.len() + 1).sum::<usize>() / 2;
    let mut size = 0;
    let at = rows.iter().position(|row| {
        size += row.len() + 1;
        size > half
    });
    let (one, two) = rows.split_at(at.unwrap_or(0));
    write(&format!("{name}-1"), one)?;
    write(&format!("{name}-2"), two)
}

fn write(name: &str, rows: &[String]) -> anyhow::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../language/truecase");
    let path = folder.join(format!("{name}.tsv"));
    let mut text = rows.join("\n");
    text.push('\n');
    println!(
        "{}: {} rows, {} bytes",
        path.display(),
        rows.len(),
        text.len()
    );
    Ok(std::fs::write(path, text)?)
}

/// The counts are borrowed for good: the maker runs once and ends.
fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}
