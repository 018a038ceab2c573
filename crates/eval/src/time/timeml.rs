//! TimeML: the words of a document and its TIMEX3 tags, the creation time apart.

use depeche_text::Span;
use depeche_time::Day;

/// A TIMEX3 tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Timex {
    pub(super) span: Span,
    pub(super) kind: String,
    pub(super) value: String,
}

/// A document's words and tags.
#[derive(Debug, Clone)]
pub(super) struct TimeMl {
    pub(super) created: Option<Day>,
    pub(super) text: String,
    pub(super) times: Vec<Timex>,
}

impl TimeMl {
    /// Reads what stands in `<TEXT>`; the creation time's day stands in `<DCT>`.
    pub(super) fn parse(file: &str) -> TimeMl {
        let inside = |tag: &str| {
            let start = file.find(&format!("<{tag}>"))? + tag.len() + 2;
            let end = file[start..].find(&format!("</{tag}>"))? + start;
            Some(&file[start..end])
        };
        let created = inside("DCT").map(|dct| strip(dct).1);
        let created = created
            .and_then(|times| times.into_iter().next())
            .and_then(|time| Day::parse(time.value.get(..10)?));
        let (text, times) = strip(inside("TEXT").unwrap_or_default());
        TimeMl {
            created,
            text,
            times,
        }
    }
}

/// Drops the markup; the TIMEX3 tags become spans of what is left.
fn strip(markup: &str) -> (String, Vec<Timex>) {
    let (mut text, mut times, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        text.push_str(&unescaped(&rest[..at]));
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        let tag = &rest[at..end];
        if tag.starts_with("<TIMEX3") {
            open.push((text.len(), attribute(tag, "type"), attribute(tag, "value")));
        } else if tag.starts_with("</TIMEX3")
            && let Some((start, kind, value)) = open.pop()
        {
            times.push(Timex {
                span: Span::new(start, text.len()),
                kind,
                value,
            });
        }
        rest = &rest[end..];
    }
    text.push_str(&unescaped(rest));
    times.sort_by_key(|time| time.span.start);
    (text, times)
}

fn attribute(tag: &str, name: &str) -> String {
    let start = tag.find(&format!(" {name}=\""));
    let value = start.map(|start| &tag[start + name.len() + 3..]);
    let value = value.and_then(|value| value.split('"').next());
    value.unwrap_or_default().to_owned()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
