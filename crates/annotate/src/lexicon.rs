//! Word lists: common words, given names, surnames, words of time.

use depeche_time::{WEEKDAYS, is_month};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

static COMMON: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| {
    let rows = include_str!("../gazetteer/common.tsv").lines();
    rows.filter_map(|row| {
        let (word, percent) = row.split_once('\t')?;
        Some((word, percent.parse().ok()?))
    })
    .collect()
});

static GIVEN: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../gazetteer/given.tsv").lines().collect());

static SURNAMES: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../gazetteer/surnames.tsv").lines().collect());

const TIME_WORDS: &[&str] = &[
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "gmt",
    "est",
    "edt",
    "christmas",
    "easter",
];

/// In how many of a hundred uses a folded word is written small in running text; 0 of a rare one.
pub(crate) fn small_percent(folded: &str) -> u8 {
    let known = |word| COMMON.get(word).copied();
    let plural = || known(folded.strip_suffix('s')?).or_else(|| known(folded.strip_suffix("es")?));
    // "Dulles" is somebody's name before it is many of something.
    let plural = || (!is_surname(folded)).then(plural).flatten();
    known(folded).or_else(plural).unwrap_or(0)
}

/// Whether a folded word, or what it is the plural of, is used in running text.
pub(crate) fn is_common(folded: &str) -> bool {
    COMMON.contains_key(folded) || small_percent(folded) > 0
}

/// Whether a folded word is somebody's given name.
pub(crate) fn is_given(folded: &str) -> bool {
    GIVEN.contains(folded)
}

/// Whether a folded word is somebody's surname.
pub(crate) fn is_surname(folded: &str) -> bool {
    SURNAMES.contains(folded)
}

/// Whether a folded word is a month, a weekday or a mark of time.
pub(crate) fn is_time_word(folded: &str) -> bool {
    TIME_WORDS.contains(&folded) || WEEKDAYS.contains(&folded) || is_month(folded)
}
