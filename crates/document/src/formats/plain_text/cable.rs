//! Telegrams: the fields that `depeche-cable` reads, and blocks from its spans.

use super::draft::{Draft, Passage};
use crate::{BlockKind, Field, Kind};
use depeche_cable::{Cable, Form, Part};
use depeche_text::Span;

/// Reads a raw or archived telegram; a printed one only gives its fields, its layout being that
/// of any printed document.
pub(super) fn read(draft: &mut Draft<'_>) -> bool {
    let Some(cable) = depeche_cable::parse(draft.text) else {
        return false;
    };
    draft.kind = Kind::Cable;
    draft.fields = fields(&cable);
    if cable.form == Form::Printed {
        return false;
    }
    draft.date = cable.date.clone();
    draft.title = cable.subject.as_ref().map(|subject| subject.value.clone());
    lay_out(draft, &cable);
    true
}

fn fields(cable: &Cable) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut add = |name: &str, parts: &mut dyn Iterator<Item = &Part>| {
        fields.extend(parts.map(|part| Field {
            name: name.to_owned(),
            value: part.value.clone(),
            span: Some(part.span),
        }));
    };
    add("from", &mut cable.from.iter());
    add("to", &mut cable.to.iter());
    add("info", &mut cable.info.iter());
    add("number", &mut cable.number.iter());
    add("date-time-group", &mut cable.date_time_group.iter());
    add("precedence", &mut cable.precedence.iter());
    add("classification", &mut cable.classification.iter());
    add("caption", &mut cable.captions.iter());
    add("executive-order", &mut cable.executive_order.iter());
    add("tags", &mut cable.tags.iter());
    add("subject", &mut cable.subject.iter());
    add(
        "reference",
        &mut cable.references.iter().map(|reference| &reference.part),
    );
    add("classified-by", &mut cable.classified_by.iter());
    if cable.form != Form::Printed {
        add("signer", &mut cable.signer.iter());
    }
    fields
}

/// The header is address lines but for the subject; the body is cut at empty lines, numbered
/// paragraphs and furniture.
fn lay_out(draft: &mut Draft<'_>, cable: &Cable) {
    let subject = cable.subject.as_ref().map(|part| part.span);
    let signer = cable.signer.as_ref().map(|part| part.span);
    let mut passages: Vec<Passage> = Vec::new();
    let mut previous: Option<Span> = None;
    for line in super::layout::lines(draft.text) {
        if line.is_empty() {
            previous = None;
            continue;
        }
        let (kind, span) = kind(cable, line, subject, signer);
        let starts = cable
            .paragraphs
            .binary_search_by_key(&line.start, |paragraph| paragraph.span.start);
        let numbered = starts.is_ok();
        let joined = passages.last_mut().filter(|last| {
            let same = last.kind == Some(kind) && previous.is_some() && !numbered;
            same && matches!(
                kind,
                BlockKind::Paragraph | BlockKind::Byline | BlockKind::Title
            )
        });
        match joined {
            Some(last) => last.span = last.span.cover(span),
            None => passages.push(Passage {
                span,
                kind: Some(kind),
            }),
        }
        previous = Some(line);
    }
    draft.passages = passages;
}

fn kind(
    cable: &Cable,
    line: Span,
    subject: Option<Span>,
    signer: Option<Span>,
) -> (BlockKind, Span) {
    if cable.furniture.binary_search(&line).is_ok() {
        return (BlockKind::Furniture, line);
    }
    if let Some(subject) =
        subject.filter(|subject| subject.overlaps(line) && cable.header.contains(line))
    {
        let start = line.start.max(subject.start);
        return (
            BlockKind::Title,
            Span {
                start,
                end: line.end,
            },
        );
    }
    if signer == Some(line) {
        return (BlockKind::Signature, line);
    }
    let kind = if cable.body.contains(line) {
        BlockKind::Paragraph
    } else {
        BlockKind::Byline
    };
    (kind, line)
}
