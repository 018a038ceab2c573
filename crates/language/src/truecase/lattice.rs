//! The likeliest classes of the words of a sentence, chosen together.
//!
//! Costs are sixteenths of a bit, in whole numbers, so that every machine chooses the same.

use super::counts::{Entry, Table};
use super::shape::CaseClass;
use super::words::CaseWord;

/// How much the class of a neighbour counts beside the word itself, in quarters.
const CONTEXT_WEIGHT: i32 = 3;

/// In how many of a hundred uses any neighbour is large.
const USUALLY_LARGE: u32 = 17;

type Costs = [i32; 3];

/// The class of each word.
pub(super) fn best(table: &Table, words: &[CaseWord]) -> Vec<CaseClass> {
    let mut steps: Vec<[usize; 3]> = Vec::with_capacity(words.len());
    let mut costs: Costs = [0; 3];
    let mut before: Option<(&CaseWord, Entry)> = None;
    let mut pair = String::new();
    for word in words {
        let entry = match word.key.as_str() {
            "0" | "0th" | "'s" => Entry::of([99, 0, 0]),
            key => table.entry(table.whole_of(word).unwrap_or(key)),
        };
        let links = before.filter(|_| word.joined).map(|(first, first_entry)| {
            pair.clear();
            pair.push_str(&first.key);
            pair.push(' ');
            pair.push_str(&word.key);
            links(table, &pair, [&first_entry, &entry])
        });
        let mut step = [0; 3];
        let mut next: Costs = [0; 3];
        for class in 0..3 {
            let cost = |from: usize| costs[from] + links.map_or(0, |links| links[from][class]);
            let from = (0..3).min_by_key(|from| cost(*from)).unwrap_or(0);
            step[class] = from;
            next[class] = cost(from) + cost_of(entry.shares[class], 1000);
        }
        steps.push(step);
        costs = next;
        before = Some((word, entry));
    }
    let mut class = (0..3).min_by_key(|class| costs[*class]).unwrap_or(0);
    let mut classes: Vec<CaseClass> = Vec::with_capacity(words.len());
    for step in steps.iter().rev() {
        classes.push(CaseClass::ALL[class]);
        class = step[class];
    }
    classes.reverse();
    classes
}

/// What each way of writing a pair costs beyond what its words cost by themselves.
fn links(table: &Table, pair: &str, entries: [&Entry; 2]) -> [Costs; 3] {
    let mut found = [[0; 3]; 3];
    let [first, second] = entries;
    if let Some(percents) = table.pair(pair) {
        for (at, percent) in percents.iter().enumerate() {
            let (one, two) = (at / 3, at % 3);
            let alone = cost_of(first.shares[one], 1000) + cost_of(second.shares[two], 1000);
            found[one][two] = cost_of(percent * 4 + 1, 400) - alone;
        }
        return found;
    }
    let after = table.contexts(first)[1];
    let before = table.contexts(second)[0];
    for one in 0..3 {
        for two in 0..3 {
            let cost = beside(after[one], two > 0) + beside(before[two], one > 0);
            found[one][two] = cost * CONTEXT_WEIGHT / 4;
        }
    }
    found
}

/// What a neighbour costs beyond what any neighbour does, where in so many of a hundred uses it
/// is large.
fn beside(percent: u32, large: bool) -> i32 {
    let percent = percent.clamp(1, 99);
    match large {
        true => cost_of(percent, USUALLY_LARGE),
        false => cost_of(100 - percent, 100 - USUALLY_LARGE),
    }
}

/// Sixteen times the bits of `share` in `whole`.
fn cost_of(share: u32, whole: u32) -> i32 {
    log(whole) - log(share)
}

/// Sixteen times the binary logarithm, straight between the powers of two.
fn log(number: u32) -> i32 {
    let number = number.max(1);
    let power = number.ilog2();
    let part = ((number - (1 << power)) * 16) >> power;
    (power * 16 + part) as i32
}
