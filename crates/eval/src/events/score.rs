//! Whether a sentence's events were found.

use super::codes;
use super::dyads::Dyad;
use super::records::{Coding, Record};
use depeche_text::fold;

/// How one wanted pair went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    /// An event of the right class was read from the source to the target.
    pub(super) found: bool,
    /// Some event was.
    pub(super) actors: bool,
}

/// How one sentence went.
pub(super) struct Judgement {
    pub(super) record: Record,
    pub(super) read: Vec<Dyad>,
    /// By the codings of the record.
    pub(super) pairs: Vec<Pair>,
    pub(super) any: bool,
    pub(super) root: bool,
    pub(super) strict: bool,
}

impl Judgement {
    pub(super) fn of(record: Record, read: Vec<Dyad>) -> Judgement {
        let pairs: Vec<Pair> = record
            .codings
            .iter()
            .map(|coding| pair(coding, &read))
            .collect();
        // What is said by or to nobody is no pair of actors; it counts where nothing else is wanted.
        let between = record.codings.iter().zip(&pairs);
        let mut between: Vec<&Pair> = between
            .filter(|(coding, _)| coding.is_between_actors())
            .map(|(_, pair)| pair)
            .collect();
        if between.is_empty() {
            between.extend(&pairs);
        }
        let is_coded = |side: &str| !side.starts_with('"') && !side.starts_with('-');
        let coded = |dyad: &&Dyad| is_coded(&dyad.source) && is_coded(&dyad.target);
        let mut named = read.iter().filter(coded);
        let exact = |dyad: &Dyad| record.codings.iter().any(|coding| exact(coding, dyad));
        let (any, root) = match record.codings.is_empty() {
            true => (
                named.clone().next().is_none(),
                named.clone().next().is_none(),
            ),
            false => (
                between.iter().any(|pair| pair.found),
                !between.is_empty() && between.iter().all(|pair| pair.found),
            ),
        };
        let strict = record
            .codings
            .iter()
            .all(|coding| read.iter().any(|dyad| self::exact(coding, dyad)))
            && named.all(exact);
        Judgement {
            record,
            read,
            pairs,
            any,
            root,
            strict,
        }
    }

    /// Whether a code is of no system.
    pub(super) fn is_foreign(&self) -> bool {
        let mut codings = self.record.codings.iter();
        codings.any(|coding| codes::is_foreign(&coding.code))
    }

    /// The sentence, what is wanted and what was read, for reading.
    pub(super) fn shown(&self) -> String {
        let wanted = self
            .record
            .codings
            .iter()
            .zip(&self.pairs)
            .map(|(coding, pair)| {
                let mark = if pair.found { "+" } else { "-" };
                format!(
                    "    {mark} {} > {} {}",
                    coding.source, coding.target, coding.code
                )
            });
        let read = self.read.iter().map(|dyad| {
            let (source, target, codes) = (&dyad.source, &dyad.target, dyad.codes.join(" "));
            format!("    read {source} > {target} {codes} ({})", dyad.by)
        });
        let lines: Vec<String> = wanted.chain(read).collect();
        format!(
            "{} {}\n{}",
            self.record.id,
            self.record.text,
            lines.join("\n")
        )
    }
}

fn pair(coding: &Coding, read: &[Dyad]) -> Pair {
    let mut between = read
        .iter()
        .filter(|dyad| same_actor(&coding.source, &dyad.source))
        .filter(|dyad| same_actor(&coding.target, &dyad.target))
        .peekable();
    let actors = between.peek().is_some();
    let stands = |dyad: &Dyad| dyad.codes.iter().any(|code| coding.code.starts_with(code));
    Pair {
        actors,
        found: between.any(stands),
    }
}

/// The same pair, and a code that is given to the last digit.
fn exact(coding: &Coding, dyad: &Dyad) -> bool {
    same_actor(&coding.source, &dyad.source)
        && same_actor(&coding.target, &dyad.target)
        && dyad.codes.iter().any(|code| *code == coding.code)
}

/// The same code; one that goes by the words has all of the wanted ones, and "---" is anybody
/// without a code.
fn same_actor(wanted: &str, read: &str) -> bool {
    if wanted == "---" {
        return read.starts_with('"');
    }
    if !wanted.starts_with('"') {
        return wanted.eq_ignore_ascii_case(read);
    }
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text.trim_matches('"'));
        folded.split_whitespace().map(ToOwned::to_owned).collect()
    };
    let read = words(read);
    words(wanted)
        .iter()
        .all(|word| word == "the" || read.contains(word))
}

/// Counts of sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) of: usize,
    pub(super) any: usize,
    pub(super) root: usize,
    pub(super) strict: usize,
}

impl Tally {
    pub(super) fn of<'a>(judgements: impl Iterator<Item = &'a Judgement>) -> Tally {
        let mut tally = Tally::default();
        for judgement in judgements {
            tally.of += 1;
            tally.any += usize::from(judgement.any);
            tally.root += usize::from(judgement.root);
            tally.strict += usize::from(judgement.strict);
        }
        tally
    }
}
