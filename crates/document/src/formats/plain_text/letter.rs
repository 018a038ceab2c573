//! Letters: place and date above, "Dear …", "Sincerely", the name of the writer.

use super::draft::Draft;
use crate::{BlockKind, Kind};

/// Salutations, as they begin.
const SALUTATIONS: &[&str] = &[
    "Dear ",
    "My dear ",
    "My Dear ",
    "Excellency",
    "Your Excellency",
    "Sir:",
    "Sir,",
    "Madam,",
    "Gentlemen:",
];

/// Closings, as they begin.
const CLOSINGS: &[&str] = &[
    "Sincerely",
    "Yours ",
    "Very truly",
    "Respectfully",
    "With high",
    "With best",
    "With warm",
    "Best regards",
    "Kind regards",
    "Faithfully",
    "Cordially",
    "Accept, ",
    "Please accept",
    "With kind",
];

/// The salutation stands within so many passages.
const MAX_HEAD: usize = 16;

/// Reads a letter; `false` where no salutation opens it.
pub(super) fn read(draft: &mut Draft<'_>) -> bool {
    let head = 0..draft.passages.len().min(MAX_HEAD);
    let salutation = head
        .into_iter()
        .find(|index| is_salutation(draft.words(*index)));
    let Some(salutation) = salutation else {
        return draft.kind == Kind::Letter;
    };
    let closing = (salutation + 1..draft.passages.len())
        .rev()
        .take(12)
        .find(|index| is_closing(draft.words(*index)));
    // A mail or a text that quotes one may open so; a letter also closes.
    if closing.is_none() && draft.kind != Kind::Letter {
        return false;
    }
    if draft.kind == Kind::Text {
        draft.kind = Kind::Letter;
        head_lines(draft, salutation);
        addressee(draft, salutation);
    }
    if let Some(closing) = closing {
        sign(draft, closing);
    }
    true
}

fn is_salutation(words: &str) -> bool {
    let first = words.lines().next().unwrap_or_default();
    let ends = first.len() < 90 && first.ends_with([',', ':']);
    ends && SALUTATIONS.iter().any(|start| first.starts_with(start))
}

fn is_closing(words: &str) -> bool {
    const FORMAL: &[&str] = &[
        "I avail myself",
        "Accept",
        "Please accept",
        "I have the honor to be",
    ];
    words.len() < 300 && FORMAL.iter().any(|start| words.starts_with(start))
        || words.len() < 80
            && CLOSINGS.iter().any(|start| words.starts_with(start))
            && words.lines().count() <= 2
}

/// Letterhead and address.
fn head_lines(draft: &mut Draft<'_>, salutation: usize) {
    for index in 0..salutation {
        if super::dateline::of_line(draft.text, draft.passages[index].span).is_none() {
            draft.mark(index, BlockKind::Byline);
        }
    }
}

/// The first name between date and salutation: to whom it is written.
fn addressee(draft: &mut Draft<'_>, salutation: usize) {
    let is_dateline =
        |index: &usize| super::dateline::of_line(draft.text, draft.passages[*index].span).is_some();
    let Some(date) = (0..salutation).find(is_dateline) else {
        return;
    };
    let styled = |words: &str| {
        ["His ", "Her ", "The Honorable", "The Right"]
            .iter()
            .any(|style| words.starts_with(style))
    };
    let name = (date + 1..salutation)
        .find(|index| !styled(draft.words(*index)) || draft.words(*index).contains('\n'));
    let Some(name) = name else { return };
    let span = draft.passages[name].span;
    let mut start = span.start as usize;
    for line in draft.words(name).split_inclusive('\n') {
        if !styled(line) {
            return draft.field("to", depeche_text::Span::new(start, start + line.len()));
        }
        start += line.len();
    }
}

/// The name under the closing, and what stands under it.
fn sign(draft: &mut Draft<'_>, closing: usize) {
    draft.mark(closing, BlockKind::Signature);
    let mut signer = None;
    for index in closing + 1..draft.passages.len().min(closing + 4) {
        if draft.words(index).len() > 120 {
            break;
        }
        draft.mark(index, BlockKind::Signature);
        signer.get_or_insert(index);
    }
    let Some(signer) = signer else { return };
    let span = draft.passages[signer].span;
    let first = draft.words(signer).lines().next().map_or(0, str::len);
    let span = depeche_text::Span::new(span.start as usize, span.start as usize + first);
    draft.field("signer", span);
    if !draft.fields.iter().any(|field| field.name == "from") {
        draft.field("from", span);
    }
}
