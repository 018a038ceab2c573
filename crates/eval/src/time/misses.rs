//! What was missed, and how often each family of words was.

use crate::Table;
use std::collections::BTreeMap;

/// Families that are printed.
const SHOWN: usize = 150;

/// One thing that came out other than the gold has it.
#[derive(Debug, Clone)]
pub(super) struct Miss {
    /// "missing", "invented", "span", "type", "value", …
    pub(super) what: &'static str,
    /// The document or case.
    pub(super) place: String,
    /// The words.
    pub(super) words: String,
    /// What was read.
    pub(super) read: String,
    /// What the gold has.
    pub(super) gold: String,
    /// The words around it.
    pub(super) context: String,
}

impl Miss {
    /// Small letters, digits as `#`: words of one kind fall together.
    fn family(&self) -> String {
        let digit = |letter: char| if letter.is_ascii_digit() { '#' } else { letter };
        let folded: String = self.words.to_lowercase().chars().map(digit).collect();
        let mut family = String::new();
        for letter in folded.chars() {
            if letter != '#' || !family.ends_with('#') {
                family.push(letter);
            }
        }
        family
    }
}

/// Prints the families, most frequent first, and writes every miss as CSV.
pub(super) fn report(misses: &[Miss], name: &str, cases: bool) -> anyhow::Result<()> {
    let mut all = Table::new(&["what", "place", "words", "read", "gold", "context"]);
    let mut families: BTreeMap<(&str, String), Vec<&Miss>> = BTreeMap::new();
    for miss in misses {
        all.row(&[
            &miss.what,
            &miss.place,
            &miss.words,
            &miss.read,
            &miss.gold,
            &miss.context,
        ]);
        let family = families.entry((miss.what, miss.family())).or_default();
        family.push(miss);
    }
    all.write_csv(&crate::out().join(format!("time_{name}.csv")))?;
    if !cases {
        return Ok(());
    }
    let mut families: Vec<_> = families.into_iter().collect();
    families.sort_by_key(|(_, misses)| std::cmp::Reverse(misses.len()));
    let mut table = Table::new(&["count", "what", "family", "read", "gold", "in"]);
    for ((what, family), misses) in families.iter().take(SHOWN) {
        let Some(first) = misses.first() else {
            continue;
        };
        let context = first.context.replace('\n', " ");
        table.row(&[
            &misses.len(),
            what,
            family,
            &first.read,
            &first.gold,
            &context,
        ]);
    }
    table.print();
    Ok(())
}
