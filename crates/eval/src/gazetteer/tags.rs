//! The bodies of the TAGS: three letters at least, no word of running text, and no country.

use super::CommonWords;
use anyhow::Context;
use depeche_text::fold;
use std::collections::BTreeSet;
use std::path::Path;

/// Rows of name, kind and main name, from the table of organization TAGS.
pub(super) fn read(cables: &Path, common: &CommonWords) -> anyhow::Result<BTreeSet<String>> {
    let file = cables.join("tables/organization-tags.txt");
    let lines = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let is_name = |name: &&str| {
        let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
        let plain = name
            .chars()
            .all(|letter| letter.is_alphabetic() || letter == ' ');
        let known = depeche_annotate::main_name(name).is_some();
        letters > 2 && plain && !common.contains_key(&*fold(name)) && !known
    };
    let names = lines.lines().map(str::trim).filter(is_name);
    Ok(names
        .map(|name| format!("{name}\torganization\t{name}"))
        .collect())
}
