//! A spread of mentions and offices to read, not a score: every so many, the same at every run.

use super::words;
use depeche_annotate::{Annotations, MentionForm};
use depeche_document::Document;
use depeche_source::Limits;
use depeche_text::Span;

/// One of so many is shown.
const STEP: usize = 997;

/// Prints mentions and offices with their surroundings.
pub(super) fn run(names: &[String]) -> anyhow::Result<()> {
    let Some(frus) = crate::corpora("frus") else {
        return Ok(());
    };
    // A spread over everything would only lengthen the scores.
    if names.is_empty() {
        return Ok(());
    }
    let mut count = 0;
    for volume in words::volumes(&frus, names)? {
        words::each(&volume, &mut |words| {
            depeche_document::parse(&words.item(), &Limits::default(), &mut |document| {
                let annotations = depeche_annotate::annotate(&document);
                show(&document, &annotations, &mut count);
            });
        })?;
    }
    Ok(())
}

fn show(document: &Document, annotations: &Annotations, count: &mut usize) {
    for mention in &annotations.mentions {
        if mention.form == MentionForm::Pronoun {
            continue;
        }
        *count += 1;
        if (*count).is_multiple_of(STEP) {
            let kind = format!("{:?} {:?}", mention.kind, mention.form).to_lowercase();
            println!(
                "{kind:22} {:24} {}",
                mention.by.join(" "),
                around(document, mention.span)
            );
        }
    }
    for office in &annotations.offices {
        *count += 1;
        if (*count).is_multiple_of(STEP) {
            let words = |span: Option<Span>| {
                span.and_then(|span| span.get(&document.text))
                    .unwrap_or("-")
            };
            let holder = office
                .holder
                .map(|holder| annotations.mentions[holder].span);
            println!(
                "office {} / of {} / to {} / {} {}",
                words(Some(office.title)),
                words(office.of),
                words(office.to),
                words(holder),
                around(document, office.span)
            );
        }
    }
}

fn around(document: &Document, span: Span) -> String {
    let text = &document.text;
    let before: Vec<char> = text[..span.start as usize].chars().rev().take(40).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text[span.end as usize..].chars().take(30).collect();
    format!("{before}[{}]{after}", span.slice(text)).replace('\n', "⏎")
}
