//! When an office was held, where the words say so: "ex-minister", "the then envoy", "envoy from
//! 1961 to 1963", "ambassador at the time", "president-elect".
//!
//! What is over ends by the document's date; what is "then" is held at the time that the sentence
//! tells of; a time behind the office bounds it. An office with none of these is held when its
//! document was written, which the document's own date says: it has no interval of its own.

use depeche_annotate::{Annotations, Office};
use depeche_document::Document;
use depeche_text::fold;
use depeche_time::{
    Anchor, AnchorSource, Edtf, TimeExpression, TimeType, Unresolved, edtf_expression,
};

/// It was held when what is told was: "the then envoy", "envoy at the time".
const THEN: &[&str] = &["then", "time"];

/// It is not yet held.
const COMING: &[&str] = &["elect", "designate", "designated", "incoming", "future"];

/// So many times before it are looked through for one that is dated.
const TIMES_BACK: usize = 100;

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
    match office.former {
        true if has(THEN) => Some(then(annotations, office)),
        true => Some(beside_document(document, Side::Over)),
        false if has(COMING) => Some(beside_document(document, Side::ToCome)),
        false => None,
    }
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

/// "foreign minister A (1961–63)", "ambassador since 1999", "… from 2001 to 2005", "until May".
fn bounded(text: &str, annotations: &Annotations, office: &Office) -> Option<TimeExpression> {
    let holder = office
        .holder
        .map(|holder| annotations.mentions[holder].span);
    let ends = [Some(office.span), holder];
    let bounds = |end: usize| {
        let next = annotations.times.get(first_from(&annotations.times, end))?;
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

/// Index of the first time that starts at an offset or after it; times are in text order.
fn first_from(times: &[TimeExpression], offset: usize) -> usize {
    times.partition_point(|time| starts(time) < Some(offset))
}

fn starts(time: &TimeExpression) -> Option<usize> {
    time.span.map(|span| span.start as usize)
}

/// On which side of its document's date an office was held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Over,
    ToCome,
}

impl Side {
    fn rule(self) -> &'static str {
        match self {
            Side::Over => "office-over",
            Side::ToCome => "office-to-come",
        }
    }

    /// TIMEX3 value where the document's date is not known.
    fn value(self) -> &'static str {
        match self {
            Side::Over => "PAST_REF",
            Side::ToCome => "FUTURE_REF",
        }
    }

    /// EDTF.
    fn bounds(self, date: &Edtf) -> Option<String> {
        Some(match self {
            Side::Over => format!("../{}", date.latest()?),
            Side::ToCome => format!("{}/..", date.earliest()?),
        })
    }
}

/// Before or after the document's date; open where that is not known.
fn beside_document(document: &Document, side: Side) -> TimeExpression {
    let known = document.date.as_ref().and_then(|date| {
        let edtf = Edtf::parse(date.edtf.as_deref()?)?;
        let expression = edtf_expression(&side.bounds(&edtf)?, side.rule())?;
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
        ..open(side.value(), side.rule())
    })
}

/// "Then", "at the time": when what the sentence tells of was, else what was dated last before.
fn then(annotations: &Annotations, office: &Office) -> TimeExpression {
    let rule = "office-then";
    let sentences = &annotations.sentences;
    let at = sentences.partition_point(|sentence| sentence.end <= office.span.start);
    let sentence = sentences
        .get(at)
        .copied()
        .filter(|sentence| sentence.overlaps(office.span))
        .unwrap_or(office.span);
    let dated = |time: &&TimeExpression| {
        time.edtf.is_some() && matches!(time.kind, TimeType::Date | TimeType::Time)
    };
    let first = |offset: u32| first_from(&annotations.times, offset as usize);
    let within = annotations.times[first(sentence.start)..first(sentence.end)].iter();
    let before = annotations.times[..first(office.span.start)].iter().rev();
    let found = within
        .filter(dated)
        .chain(before.take(TIMES_BACK).filter(dated))
        .next();
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
    use crate::who::tests::document;
    use depeche_annotate::annotate;
    use depeche_document::Document;
    use depeche_time::{Day, day_expression};

    /// Each role's interval, or its TIMEX3 value where it is open.
    fn check(text: &str, date: Option<(i16, i8, i8)>, expected: &[&str]) {
        let day = date.and_then(|(year, month, day)| Day::new(year, month, day));
        let document = Document {
            date: day.map(|day| day_expression(day, "dateline")),
            ..document(text)
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
