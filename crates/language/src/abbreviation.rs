//! Abbreviations: words whose full stop belongs to them.

/// Before a name or a number: their full stop never ends a sentence.
const LEADING: &[&str] = &[
    "adm", "amb", "arts", "asst", "attn", "brig", "capt", "cmdr", "col", "comdr", "dept", "dr",
    "fig", "fr", "gen", "gov", "hon", "ltc", "lt", "maj", "messrs", "mgr", "mlle", "mme", "mr",
    "mrs", "ms", "msgr", "mt", "no", "nos", "pp", "pres", "prof", "pvt", "rep", "reps", "rev",
    "rear", "sec", "sen", "sens", "sgt", "st", "ste", "supt", "tel", "viz", "vol", "vols", "vs",
    "cf", "ca", "para", "paras", "ref", "deptel", "embtel", "art", "ch", "ed", "eds", "min", "amb",
    "ft", "gens", "drs", "profs", "v",
];

/// They may also end a sentence.
const TRAILING: &[&str] = &[
    "co", "corp", "inc", "ltd", "jr", "sr", "etc", "esq", "bros", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "ave", "blvd", "al", "ibid", "govt",
    "ph.d", "e.g", "i.e", "approx", "est", "dist", "div", "assn", "bldg", "intl", "natl", "cont",
    "ret", "cong", "u.s", "u.k", "u.n", "a.m", "p.m",
];

/// Whether `word`, given without its last full stop, is usually written with one.
pub fn is_abbreviation(word: &str) -> bool {
    leads(word) || ends(word, TRAILING)
}

/// Whether the full stop after `word` never ends a sentence.
pub(crate) fn leads(word: &str) -> bool {
    ends(word, LEADING)
}

fn ends(word: &str, list: &[&str]) -> bool {
    word.len() <= 6 && list.iter().any(|entry| word.eq_ignore_ascii_case(entry))
}
