//! When an office was held, where the words say so: "ex-minister", "the then envoy", "envoy from
//! 1961 to 1963", "ambassador at the time", "president-elect".
//!
//! What is over ends by the document's date; what is "then" is held at the time that the sentence
//! tells of; a time behind the office bounds it. An office with none of these is held when its
//! document was written, which the document's own date says: it has no interval of its own.

use depeche_annotate::{Annotations, Office};
use depeche_document::Document;
use depeche_text::{Span, fold};
use depeche_time::{
    Anchor, AnchorSource, Edtf, TimeExpression, TimeType, Unresolved, edtf_expression,
};

/// An office is over.
const FORMER: &[&str] = &[
    "ex",
    "former",
    "formerly",
    "late",
    "one-time",
    "onetime",
    "erstwhile",
    "retired",
];

/// It is not yet held.
const COMING: &[&str] = &["elect", "designate", "designated", "incoming", "future"];

/// Between an office or its holder and the time that bounds it there is no more than this, in
/// bytes: " (", ", from ".
const GAP_BYTES: usize = 10;

/// When the office was held; `None` where the words do not say.
pub(super) fn tenure(
    document: &Document,
    annotations: &Annotations,
    office: &Office,
) -> Option<TimeExpression> {
    let text = &document.text;
    if let Some(bounds) = bounded(text, annotations, office) {
        return Some(bounds);
    }
    let words = words_around(text, office);
    let has = |listed: &[&str]| words.iter().any(|word| listed.contains(&word.as_str()));
    if has(FORMER) {
        return Some(beside_document(document, "..", "", "office-over"));
    }
    if has(COMING) {
        return Some(beside_document(document, "", "..", "office-to-come"));
    }
    office.former.then(|| then(annotations, office))
}

/// Before an office, so many bytes may hold the word that says that it is over.
const BEFORE_BYTES: usize = 16;

/// The words of the office and the one before it, folded, hyphens parted.
fn words_around(text: &str, office: &Office) -> Vec<String> {
    let span = office.span.cover(office.title);
    let start = span.start as usize;
    let near = (start.saturating_sub(BEFORE_BYTES)..=start).find_map(|from| text.get(from..start));
    let before = near.unwrap_or_default().split_whitespace().last();
    let words = [
        before.unwrap_or_default(),
        span.get(text).unwrap_or_default(),
    ];
    let parts = words.iter().flat_map(|words| {
        let folded = fold(words);
        let parts = folded.split(|character: char| !character.is_alphanumeric());
        let parts = parts.filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect::<Vec<_>>()
    });
    parts.collect()
}

/// "[foreign minister A] (1961–63)", "[ambassador] since 1999", "… from 2001 to 2005", "until May".
fn bounded(text: &str, annotations: &Annotations, office: &Office) -> Option<TimeExpression> {
    let holder = office
        .holder
        .map(|holder| annotations.mentions[holder].span);
    let ends = [Some(office.span), holder];
    let bounds = |end: usize| {
        let times = annotations.times.iter();
        let next = times.clone().find(|time| starts(time) >= Some(end))?;
        let gap = text.get(end..starts(next)?)?;
        (gap.len() <= GAP_BYTES).then_some(())?;
        let edtf = next.edtf.as_deref()?;
        let is_range = edtf.contains('/');
        let edtf = match fold(gap).trim_matches([' ', ',']) {
            "since" if !is_range => format!("{edtf}/.."),
            "from" if !is_range => format!("{edtf}/.."),
            "until" | "till" if !is_range => format!("../{edtf}"),
            "from" | "between" | "(" => edtf.to_owned(),
            _ => return None,
        };
        let known = edtf_expression(&edtf, "office-dates")?;
        Some(TimeExpression {
            span: next.span,
            anchor: next.anchor.clone(),
            ..known
        })
    };
    let ends = ends.into_iter().flatten();
    ends.map(|span| span.end as usize).find_map(bounds)
}

fn starts(time: &TimeExpression) -> Option<usize> {
    time.span.map(|span| span.start as usize)
}

/// Before or after the document's date; open where that is not known.
fn beside_document(document: &Document, before: &str, after: &str, rule: &str) -> TimeExpression {
    let known = document.date.as_ref().and_then(|date| {
        let edtf = Edtf::parse(date.edtf.as_deref()?)?;
        let day = match before {
            "" => edtf.earliest()?,
            _ => edtf.latest()?,
        };
        let bounds = match before {
            "" => format!("{day}/{after}"),
            _ => format!("{before}/{day}"),
        };
        let expression = edtf_expression(&bounds, rule)?;
        let anchor = Anchor {
            value: date.edtf.clone()?,
            from: AnchorSource::DocumentDate,
            span: date.span,
        };
        Some(TimeExpression {
            anchor: Some(anchor),
            ..expression
        })
    });
    known.unwrap_or_else(|| TimeExpression {
        unresolved: Some(Unresolved {
            offset: "P0D".to_owned(),
            from: AnchorSource::DocumentDate,
        }),
        ..open(
            if before.is_empty() {
                "FUTURE_REF"
            } else {
                "PAST_REF"
            },
            rule,
        )
    })
}

/// "Then", "at the time": when what the sentence tells of was, else what was dated last before.
fn then(annotations: &Annotations, office: &Office) -> TimeExpression {
    let rule = "office-then";
    let sentence = annotations
        .sentences
        .iter()
        .find(|sentence| sentence.overlaps(office.span));
    let own = |span: Span| sentence.is_some_and(|sentence| sentence.contains(span));
    let dated = |time: &&TimeExpression| {
        time.edtf.is_some() && matches!(time.kind, TimeType::Date | TimeType::Time)
    };
    let mut times = annotations.times.iter().filter(dated);
    let within = times.clone().find(|time| time.span.is_some_and(own));
    let before =
        |time: &&TimeExpression| time.span.is_some_and(|span| span.end <= office.span.start);
    let found = within.or_else(|| times.rfind(before));
    let known = found.and_then(|time| {
        let expression = edtf_expression(time.edtf.as_deref()?, rule)?;
        let anchor = Anchor {
            value: time.edtf.clone()?,
            from: AnchorSource::Text,
            span: time.span,
        };
        Some(TimeExpression {
            anchor: Some(anchor),
            ..expression
        })
    });
    known.unwrap_or_else(|| open("PAST_REF", rule))
}

/// A time of which nothing is known but which way it lies.
fn open(value: &str, rule: &str) -> TimeExpression {
    TimeExpression {
        span: None,
        kind: TimeType::Date,
        value: value.to_owned(),
        modifier: None,
        edtf: None,
        earliest: None,
        latest: None,
        rule: rule.to_owned(),
        anchor: None,
        unresolved: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::who::entities;
    use depeche_annotate::annotate;
    use depeche_document::{Block, BlockKind, Document, DocumentId, Kind, Place};
    use depeche_source::ItemId;
    use depeche_text::Span;
    use depeche_time::{Day, day_expression};

    /// Each role's interval, or its TIMEX3 value where it is open.
    fn check(text: &str, date: Option<(i16, i8, i8)>, expected: &[&str]) {
        let day = date.and_then(|(year, month, day)| Day::new(year, month, day));
        let document = Document {
            id: DocumentId([0; 16]),
            item: ItemId([0; 32]),
            place: Place::Whole,
            kind: Kind::News,
            title: None,
            language: None,
            text: text.to_owned(),
            blocks: vec![Block {
                kind: BlockKind::Paragraph,
                span: Span::new(0, text.len()),
            }],
            fields: Vec::new(),
            date: day.map(|day| day_expression(day, "dateline")),
            problems: Vec::new(),
        };
        let entities = entities(&document, &annotate(&document));
        let roles = entities.iter().flat_map(|entity| &entity.roles);
        let shown = roles.map(|role| {
            let time = role.time.as_ref();
            let when = time.map_or("", |time| time.edtf.as_deref().unwrap_or(&time.value));
            format!("{}: {when}", role.title)
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_office_that_is_over_ends_by_the_documents_date() {
        let text = "The former foreign minister of Norway, Peter Lund, met Ana Moss.";
        check(
            text,
            Some((1999, 10, 26)),
            &["foreign minister: ../1999-10-26"],
        );
        check(text, None, &["foreign minister: PAST_REF"]);
        let text = "The foreign minister of Norway, Peter Lund, met Ana Moss.";
        check(text, Some((1999, 10, 26)), &["foreign minister: "]);
    }

    #[test]
    fn an_office_held_then_is_held_when_the_sentence_tells_of() {
        check(
            "In May 1994 the then foreign minister Peter Lund met Ana Moss in Ostervik.",
            Some((1999, 10, 26)),
            &["foreign minister: 1994-05"],
        );
    }

    #[test]
    fn a_time_behind_the_office_bounds_it() {
        for (text, expected) in [
            (
                "Peter Lund, foreign minister of Norway from 1961 to 1963, met Ana Moss.",
                "foreign minister: 1961/1963",
            ),
            (
                "Peter Lund, foreign minister of Norway since 1961, met Ana Moss.",
                "foreign minister: 1961/..",
            ),
        ] {
            check(text, Some((1999, 10, 26)), &[expected]);
        }
    }
}
