//! The layout of the National Archives' electronic telegrams: `Message Text`, then
//! `Message Attributes` as `Key: value` lines.

use crate::cable::{Cable, Form, Part};
use crate::references;
use depeche_text::Span;
use depeche_time::{Anchors, find, resolve};

/// Reads the attributes; `None` where there are none.
pub(crate) fn attributes(text: &str, lines: &[Span]) -> Option<Cable> {
    let at = lines
        .iter()
        .rposition(|line| line.slice(text) == "Message Attributes")?;
    let start = lines
        .iter()
        .position(|line| line.slice(text) == "Message Text");
    let body_start = start.map_or(0, |start| lines[start].end as usize);
    let body_end = lines[at].start as usize;
    let body = Span::new(body_start.min(body_end), body_end).trimmed(text);
    let mut cable = Cable::new(
        Form::Archive,
        Span::new(body_end, text.len()).trimmed(text),
        body,
    );
    for line in &lines[at + 1..] {
        if let Some((key, value)) = pair(text, *line) {
            fill(text, (key, value), &mut cable);
        }
    }
    cable.number.is_some().then_some(cable)
}

fn pair(text: &str, line: Span) -> Option<(&str, Span)> {
    let colon = line.slice(text).find(':')?;
    let value = Span::new(line.start as usize + colon + 1, line.end as usize).trimmed(text);
    let told = !value.is_empty() && value.slice(text) != "n/a";
    told.then(|| (line.slice(text)[..colon].trim(), value))
}

fn fill(text: &str, (key, value): (&str, Span), cable: &mut Cable) {
    let part = Part::of(text, value);
    match key {
        "Document Number" => cable.number = Some(part),
        "From" => cable.from = Some(part),
        "To" => cable.to.push(part),
        "Subject" => cable.subject = Some(part),
        "Original Classification" => cable.classification = Some(part),
        "Executive Order" => cable.executive_order = Some(part),
        "Reference" => cable.references = references::split(text, value),
        "TAGS" => {
            let mut start = value.start as usize;
            for piece in value.slice(text).split_inclusive(',') {
                let span = Span::new(start, start + piece.trim_end_matches(',').len());
                start += piece.len();
                cable.tags.push(Part::of(text, span));
            }
        }
        // The archive keeps both; which one a telegram has depends on the year.
        "Draft Date" | "Sent Date" if cable.date.is_none() => {
            let found = find(text, value);
            cable.date = found
                .first()
                .map(|found| resolve(found, &Anchors::default()));
            if let Some(date) = &mut cable.date {
                date.rule = if key == "Draft Date" {
                    "draft-date"
                } else {
                    "sent-date"
                }
                .to_owned();
            }
        }
        _ => {}
    }
}
