//! The earlier mail that a mail answers, as it is quoted below it: whose it is, and who told whom.

use crate::scene::Scene;
use crate::{Medium, Telling};
use depeche_document::{BlockKind, Document, Kind};
use depeche_text::Span;

/// The rule of what an earlier mail tells.
const RULE: &str = "earlier-mail";

/// "On May 3, Anna Veld wrote:" may be broken into so many lines.
const HEAD_LINES: usize = 2;

/// The block of a document in which an offset stands.
pub(crate) fn block_at(document: &Document, offset: u32) -> usize {
    let blocks = &document.blocks;
    blocks.partition_point(|block| block.span.end <= offset)
}

/// Whether a block of a mail is of the earlier mail that it answers.
pub(crate) fn is_earlier(document: &Document, block: usize) -> bool {
    let kind = document.blocks.get(block).map(|block| block.kind);
    document.kind == Kind::Mail && kind == Some(BlockKind::Quote)
}

/// The block with the line over the earlier mail: "On May 3, Anna Veld wrote:".
pub(crate) fn head(document: &Document, block: usize) -> Option<Span> {
    let quoted = (0..=block).rev().take_while(|at| is_earlier(document, *at));
    let mut spans = quoted.map(|at| document.blocks[at].span);
    spans.find(|span| {
        let mut lines = span.slice(&document.text).lines().take(HEAD_LINES);
        lines.any(|line| line.trim_end().ends_with("wrote:"))
    })
}

/// The telling of the earlier mail in which words stand, to whoever answers it: `own` is the telling
/// of the mail itself.
pub(crate) fn telling(scene: &Scene<'_>, words: Span, own: &Telling) -> Option<Telling> {
    let block = block_at(scene.document, words.start);
    if !is_earlier(scene.document, block) {
        return None;
    }
    let head = head(scene.document, block);
    let speaker = head.and_then(|head| {
        let (entity, span) = scene.person_in(head)?;
        Some(scene.party_of(entity, Some(span)))
    });
    let mut times = scene.annotations.times.iter();
    let time = times.find(|time| {
        let span = time.span.zip(head);
        span.is_some_and(|(span, head)| head.contains(span))
    });
    let is_own = |party: &crate::Party| {
        let entity = own.speaker.as_ref().and_then(|own| own.entity);
        party.entity == entity
    };
    Some(Telling {
        by: None,
        hearer: own
            .speaker
            .clone()
            .filter(|_| speaker.as_ref().is_some_and(|speaker| !is_own(speaker))),
        speaker,
        medium: Medium::Mail,
        time: time.cloned(),
        place: None,
        document: None,
        span: head,
        rule: RULE.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use crate::{Party, read};
    use depeche_annotate::annotate;
    use depeche_document::{Block, BlockKind, Document, DocumentId, Field, Kind, Place};
    use depeche_source::ItemId;
    use depeche_text::Span;

    const TEXT: &str = "From: Anna Moss\nTo: Peter Lund\nI met Karl Varga in Oslo.\n\
        On 3 May 2004, Peter Lund wrote:\nI saw Karl Varga in Bergen. Did you meet Karl Varga?";

    fn mail() -> Document {
        let line = |words: &str| {
            let start = TEXT.find(words).expect("the line is there");
            Span::new(start, start + words.len())
        };
        let lines = TEXT.lines().map(line).zip([
            BlockKind::Byline,
            BlockKind::Byline,
            BlockKind::Paragraph,
            BlockKind::Quote,
            BlockKind::Quote,
        ]);
        let field = |name: &str, value: &str| Field {
            name: name.to_owned(),
            value: value.to_owned(),
            span: Some(line(value)),
        };
        Document {
            id: DocumentId([0; 16]),
            item: ItemId([0; 32]),
            place: Place::Whole,
            kind: Kind::Mail,
            title: None,
            language: None,
            text: TEXT.to_owned(),
            blocks: lines.map(|(span, kind)| Block { kind, span }).collect(),
            fields: vec![field("from", "Anna Moss"), field("to", "Peter Lund")],
            date: None,
            problems: Vec::new(),
        }
    }

    #[test]
    fn who_answers_is_not_who_asked() {
        let mail = mail();
        let reading = read(&mail, &annotate(&mail));
        let name =
            |party: &Option<Party>| party.as_ref().map_or("?", |party| &party.name).to_owned();
        let told = reading.statements.iter().map(|statement| {
            let who = &statement.participants[0].party.name;
            let chain = statement.chain.iter();
            let links =
                chain.map(|link| format!("{} to {}", name(&link.speaker), name(&link.hearer)));
            format!("{who} < {}", links.collect::<Vec<_>>().join(" < "))
        });
        assert_eq!(
            told.collect::<Vec<_>>(),
            [
                "Anna Moss < Anna Moss to Peter Lund",
                "Peter Lund < Peter Lund to Anna Moss < Anna Moss to Peter Lund",
                "Anna Moss < Peter Lund to Anna Moss < Anna Moss to Peter Lund",
            ]
        );
    }
}
