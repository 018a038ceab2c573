//! A case of the specs.

use depeche_time::Day;
use serde_json::Value;

/// A sentence, when it is said, and what is to be read in it.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) input: String,
    pub(super) told: Option<Day>,
    pub(super) told_words: String,
    /// Seconds of the day that it is told.
    pub(super) clock_s: i64,
    pub(super) is_marked: bool,
    pub(super) has_values: bool,
    pub(super) expected: Vec<Expected>,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Expected {
    /// In characters.
    pub(super) start: usize,
    pub(super) text: String,
    pub(super) kind: String,
    pub(super) timex: String,
    /// What it can mean, each as its ends or its one value, in order.
    pub(super) values: Vec<Vec<String>>,
}

pub(super) fn parse(text: &str) -> anyhow::Result<Vec<Case>> {
    let cases: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
    Ok(cases.iter().map(case).collect())
}

fn case(value: &Value) -> Case {
    let told_words = value["Context"]["ReferenceDateTime"]
        .as_str()
        .unwrap_or_default();
    let is_marked = !value["NotSupported"].is_null() || !value["NotSupportedByDesign"].is_null();
    let results = value["Results"].as_array().cloned().unwrap_or_default();
    let input = value["Input"].as_str().unwrap_or_default().to_owned();
    let expected: Vec<Expected> = results
        .iter()
        .map(|result| expected(result, &input))
        .collect();
    let clock = told_words.get(11..19).unwrap_or_default();
    let parts: Vec<i64> = clock
        .split(':')
        .filter_map(|part| part.parse().ok())
        .collect();
    let clock_s = match parts.as_slice() {
        [hours, minutes, seconds] => hours * 3600 + minutes * 60 + seconds,
        _ => 0,
    };
    Case {
        has_values: expected.iter().any(|expected| !expected.timex.is_empty()),
        told: Day::parse(told_words.get(..10).unwrap_or_default()),
        told_words: told_words.to_owned(),
        clock_s,
        is_marked,
        expected,
        input,
    }
}

fn expected(result: &Value, input: &str) -> Expected {
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let text = words(&result["Text"]);
    let kind = words(if result["TypeName"].is_null() {
        &result["Type"]
    } else {
        &result["TypeName"]
    });
    let kind = kind.rsplit('.').next().unwrap_or_default().to_owned();
    let place = || {
        let folded = input.to_lowercase();
        let at = folded.find(&text.to_lowercase()).unwrap_or(0);
        folded[..at].chars().count()
    };
    let start = result["Start"]
        .as_u64()
        .map_or_else(place, |start| start as usize);
    let several = [&result["Resolution"]["values"], &result["Value"]["values"]];
    let several = several.into_iter().find_map(Value::as_array);
    let (timex, values) = match several {
        Some(values) => merged(values),
        None => parsed(&result["Value"]),
    };
    Expected {
        start,
        text,
        kind,
        timex,
        values,
    }
}

/// `{"values": [{"timex", "value"} | {"timex", "start", "end", "Mod"}…]}`
fn merged(values: &[Value]) -> (String, Vec<Vec<String>>) {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let timex = values
        .first()
        .and_then(|value| text(&value["timex"]))
        .unwrap_or_default();
    let ends = values.iter().map(|value| {
        let names = ["value", "start", "end"];
        names
            .iter()
            .filter_map(|name| text(&value[*name]))
            .collect()
    });
    (timex, ends.collect())
}

/// `{"Timex", "PastResolution": {…}, "FutureResolution": {…}}`
fn parsed(value: &Value) -> (String, Vec<Vec<String>>) {
    let timex = value["Timex"].as_str().unwrap_or_default().to_owned();
    let mut values: Vec<Vec<String>> = Vec::new();
    for name in ["PastResolution", "FutureResolution"] {
        let Some(fields) = value[name].as_object() else {
            continue;
        };
        let mut names: Vec<&String> = fields.keys().collect();
        // "startDate" before "endDate".
        names.sort_by_key(|name| name.starts_with("end"));
        let read = names
            .iter()
            .filter_map(|name| fields[*name].as_str().map(str::to_owned))
            .collect();
        if !values.contains(&read) {
            values.push(read);
        }
    }
    (timex, values)
}
