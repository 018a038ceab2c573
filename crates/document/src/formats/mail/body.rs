//! The body of a mail: what the sender wrote, what is quoted, how it is signed.

use super::address::Mailbox;
use super::part::Part;
use super::passage::Passage;
use super::{closing, plain, problems, quoted};
use crate::BlockKind;
use crate::formats::html;
use depeche_source::Limits;
use depeche_text::{Problem, Span};

/// The text of a body in the making.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) text: String,
    pub(super) passages: Vec<Passage>,
    pub(super) problems: Vec<Problem>,
}

/// Reads the parts that are a mail's body, one after the other.
pub(super) fn read(parts: &[&Part], sender: Option<&Mailbox>, limits: &Limits) -> Body {
    let limit_bytes = usize::try_from(limits.text_size_bytes).unwrap_or(usize::MAX);
    let mut body = Body::default();
    for part in parts {
        let mut read = of_part(part, limits);
        read.cut(limit_bytes.saturating_sub(body.text.len()));
        body.append(read);
    }
    quoted::mark(&body.text, &mut body.passages);
    closing::mark_furniture(&body.text, &mut body.passages);
    closing::mark_signatures(&body.text, &mut body.passages, sender);
    body
}

impl Body {
    fn append(&mut self, other: Body) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let offset = self.text.len();
        self.text.push_str(&other.text);
        let moved = other.passages.iter().map(|passage| Passage {
            span: passage.span.shifted(offset),
            ..*passage
        });
        self.passages.extend(moved);
        self.problems.extend(other.problems);
    }

    fn cut(&mut self, limit_bytes: usize) {
        if self.text.len() <= limit_bytes {
            return;
        }
        let end = (0..=limit_bytes)
            .rev()
            .find(|end| self.text.is_char_boundary(*end))
            .unwrap_or(0);
        self.text.truncate(end);
        self.passages
            .retain(|passage| (passage.span.start as usize) < end);
        if let Some(last) = self.passages.last_mut() {
            let cut = Span::new(last.span.start as usize, end.min(last.span.end as usize));
            last.span = cut.trimmed(&self.text);
        }
        self.problems.push(problems::text_cut(end));
    }
}

fn of_part(part: &Part, limits: &Limits) -> Body {
    let mut problems = Vec::new();
    let text = part.text(&mut problems);
    if part.media == "text/html" {
        let shown = html::show(&text, limits);
        problems.extend(shown.problems);
        let mut passages = Vec::new();
        for block in &shown.blocks {
            let passage = Passage::new(block.span, block.kind);
            passages.extend(lines_apart(&shown.text, passage));
        }
        return Body {
            text: shown.text,
            passages,
            problems,
        };
    }
    let plain = plain::lay_out(&text);
    Body {
        text: plain.text,
        passages: plain.passages,
        problems,
    }
}

/// A passage of HTML whose lines bear quotation marks: each of its lines, quoted or not.
fn lines_apart(text: &str, passage: Passage) -> Vec<Passage> {
    let words = passage.span.slice(text);
    let is_marked = |line: &str| line.trim_start().starts_with('>');
    if passage.kind != BlockKind::Paragraph || !words.lines().any(is_marked) {
        return vec![passage];
    }
    let mut start = passage.span.start as usize;
    let mut lines = Vec::new();
    for line in words.split_inclusive('\n') {
        let marks = line.len() - line.trim_start_matches(['>', ' ']).len();
        let (kind, from) = match is_marked(line) {
            true => (BlockKind::Quote, start + marks),
            false => (BlockKind::Paragraph, start),
        };
        let span = Span::new(from.min(start + line.len()), start + line.len()).trimmed(text);
        if !span.is_empty() {
            lines.push(Passage::new(span, kind));
        }
        start += line.len();
    }
    lines
}
