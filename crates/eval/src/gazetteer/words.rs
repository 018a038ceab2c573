//! Common words: how often each is written small, in the public-domain text of FRUS.

use super::CommonWords;
use std::collections::HashMap;
use std::path::Path;

/// Counts words that are written small at least eight times and in at least a tenth of their uses.
pub(super) fn count(volumes: &Path) -> anyhow::Result<CommonWords> {
    let mut counts: HashMap<String, [u32; 2]> = HashMap::new();
    let mut paths: Vec<_> = std::fs::read_dir(volumes)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "xml"))
        .collect();
    paths.sort();
    for path in paths {
        let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
        for piece in text.split('<') {
            let words = piece.split_once('>').map_or("", |(_, words)| words);
            for word in words.split(|letter: char| !letter.is_alphabetic()) {
                add(word, &mut counts);
            }
        }
    }
    let share =
        |[small, capital]: [u32; 2]| (u64::from(small) * 100 / u64::from(small + capital)) as u8;
    Ok(counts
        .into_iter()
        .filter(|(_, [small, _])| *small >= 8)
        .map(|(word, counts)| (word, share(counts)))
        .filter(|(_, percent)| *percent >= 10)
        .collect())
}

fn add(word: &str, counts: &mut HashMap<String, [u32; 2]>) {
    if word.len() < 2 || !word.is_ascii() {
        return;
    }
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let capital = word.as_bytes()[0].is_ascii_uppercase()
        && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    if small || capital {
        counts.entry(word.to_ascii_lowercase()).or_default()[usize::from(capital)] += 1;
    }
}
