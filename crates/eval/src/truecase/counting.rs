//! Counts how words are written inside of sentences.

use super::{Seen, each_line};
use depeche_language::truecase::CaseClass;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

/// How one word is written.
#[derive(Debug, Clone, Default)]
pub(super) struct Word {
    /// Uses by class.
    pub(super) counts: [u32; 3],
    /// Spellings of the class `Other`.
    pub(super) forms: BTreeMap<String, u32>,
    /// By side (before, after) and class: neighbours whose class is known, and large ones.
    pub(super) neighbours: [[[u32; 2]; 3]; 2],
}

impl Word {
    pub(super) fn all(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Whether more than one way of writing it is common.
    pub(super) fn is_ambiguous(&self) -> bool {
        let most = self.counts.iter().max().copied().unwrap_or(0);
        let rest = self.all() - most;
        rest >= 3 && rest * 100 >= self.all()
    }

    /// The spelling of the class `Other`, unless it is all capitals.
    pub(super) fn form(&self) -> Option<&str> {
        let (form, _) = self.forms.iter().max_by_key(|(_, count)| **count)?;
        form.chars()
            .any(char::is_lowercase)
            .then_some(form.as_str())
    }
}

/// The words of all volumes; sorted, so that what is made of them is the same every time.
pub(super) type Words = BTreeMap<String, Word>;

/// Counts the words of the volumes.
///
/// # Errors
/// When a volume cannot be read.
pub(super) fn count(volumes: &[PathBuf]) -> anyhow::Result<Words> {
    let mut words: HashMap<String, Word> = HashMap::new();
    for volume in volumes {
        each_line(volume, &mut |line| {
            for (at, seen) in line.iter().enumerate() {
                add(line, at, seen, &mut words);
            }
        })?;
    }
    Ok(words.into_iter().collect())
}

fn add(line: &[Seen<'_>], at: usize, seen: &Seen<'_>, words: &mut HashMap<String, Word>) {
    let Some(class) = seen.class.filter(|_| seen.word.key != "0") else {
        return;
    };
    let before = at.checked_sub(1).filter(|_| seen.word.joined);
    let after = Some(at + 1).filter(|next| line.get(*next).is_some_and(|next| next.word.joined));
    let sides = [before, after].map(|place| line.get(place?)?.class);
    let mut count = |key: &str, raw: &str| {
        if !words.contains_key(key) {
            words.insert(key.to_owned(), Word::default());
        }
        let Some(word) = words.get_mut(key) else {
            return;
        };
        word.counts[class as usize] += 1;
        if class == CaseClass::Other {
            *word.forms.entry(raw.to_owned()).or_default() += 1;
        }
        for (side, neighbour) in sides.iter().enumerate() {
            if let Some(neighbour) = neighbour {
                let cell = &mut word.neighbours[side][class as usize];
                cell[0] += 1;
                cell[1] += u32::from(*neighbour != CaseClass::Small);
            }
        }
    };
    count(&seen.word.key, seen.raw);
    count_parts(seen, words);
}

/// The parts of joined words are counted apart from whole words: `non-`, `-lai`.
fn count_parts(seen: &Seen<'_>, words: &mut HashMap<String, Word>) {
    if !seen.word.key.contains('-') {
        return;
    }
    let parts = seen.raw.split(['-', '\u{2010}', '\u{2011}']);
    for (index, (key, raw)) in seen.word.key.split('-').zip(parts).enumerate() {
        let key = match index {
            0 => format!("{key}-"),
            _ => format!("-{key}"),
        };
        if let Some(class) = depeche_language::truecase::case_class(raw) {
            let word = words.entry(key).or_default();
            word.counts[class as usize] += 1;
            if class == CaseClass::Other {
                *word.forms.entry(raw.to_owned()).or_default() += 1;
            }
        }
    }
}
