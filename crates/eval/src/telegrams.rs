//! The annotated telegrams of the History Lab, as their file has them, a record a line.

use depeche_text::Span;
use serde::Deserialize;
use std::collections::BTreeMap;

/// One telegram and what is marked in it.
#[derive(Deserialize)]
pub(crate) struct Record {
    #[serde(default)]
    pub(crate) id: String,
    split: String,
    pub(crate) text: String,
    /// By their numbers in the mentions.
    #[serde(default)]
    pub(crate) entities: BTreeMap<String, Named>,
    pub(crate) mentions: Vec<Mention>,
    warnings: Vec<String>,
}

/// An entity, with the name that the annotators gave it.
#[derive(Deserialize)]
pub(crate) struct Named {
    pub(crate) name: Option<String>,
}

/// Offsets count characters.
#[derive(Deserialize)]
pub(crate) struct Mention {
    start: usize,
    end: usize,
    #[serde(default)]
    pub(crate) ent: serde_json::Value,
    #[serde(rename = "type")]
    pub(crate) kind: Option<String>,
}

impl Record {
    /// The mentions with their bytes; those that reach out of the text are left out.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (Span, &Mention)> {
        let mut bytes: Vec<usize> = self.text.char_indices().map(|(byte, _)| byte).collect();
        bytes.push(self.text.len());
        self.mentions.iter().filter_map(move |mention| {
            let span = Span::new(*bytes.get(mention.start)?, *bytes.get(mention.end)?);
            Some((span, mention))
        })
    }

    /// What stands between empty lines.
    pub(crate) fn paragraphs(&self) -> Vec<Span> {
        let mut blocks = Vec::new();
        let mut start = 0;
        for part in self.text.split("\n\n") {
            let block = Span::new(start, start + part.len()).trimmed(&self.text);
            if !block.is_empty() {
                blocks.push(block);
            }
            start += part.len() + 2;
        }
        blocks
    }
}

/// The telegrams of a part; those with warnings are left out.
///
/// # Errors
/// When a line is no record.
pub(crate) fn records(lines: &str, split: &str) -> anyhow::Result<Vec<Record>> {
    let mut records = Vec::new();
    for line in lines.lines() {
        let record: Record = serde_json::from_str(line)?;
        if record.split == split && record.warnings.is_empty() {
            records.push(record);
        }
    }
    Ok(records)
}
