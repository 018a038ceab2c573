//! The test sentences with their codings (`PETR.UnitTest.records.xml`); the parses in them are
//! passed over.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// One wanted event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Coding {
    /// An actor's code; in quotation marks the words of one without.
    pub(super) source: String,
    pub(super) target: String,
    pub(super) code: String,
}

impl Coding {
    /// Whether both sides are somebody.
    pub(super) fn is_between_actors(&self) -> bool {
        let named = |side: &str| !side.starts_with(['-', '#', '+']) && !side.starts_with("XYZ");
        named(&self.source) && named(&self.target)
    }
}

/// One sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) id: String,
    pub(super) category: String,
    /// `19950101`; codes hold for a while only.
    pub(super) date: u32,
    pub(super) text: String,
    /// Empty where no event is wanted.
    pub(super) codings: Vec<Coding>,
    /// Whether it tests what PETRARCH says to broken input.
    is_error: bool,
    /// Whether a coding or its absence is given.
    is_judged: bool,
}

/// The sentences, without those that test errors or say nothing.
pub(super) fn records(xml: &str) -> anyhow::Result<Vec<Record>> {
    let mut reader = Reader::from_str(xml);
    let mut records = Vec::new();
    let mut record = Record::default();
    let mut in_text = false;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(records),
            Event::Start(start) | Event::Empty(start) => {
                match start.local_name().into_inner() {
                    "Sentence" => record = opened(&start),
                    "EventCoding" => coding(&start, &mut record),
                    "Text" => in_text = true,
                    _ => {}
                };
            }
            Event::Text(text) if in_text => record.text.push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if in_text && &*reference == "amp" => {
                record.text.push('&');
            }
            Event::End(end) => match end.local_name().into_inner() {
                "Text" => in_text = false,
                "Sentence" => {
                    let mut done = std::mem::take(&mut record);
                    let words: Vec<&str> = done.text.split_whitespace().collect();
                    done.text = words.join(" ");
                    if done.is_judged && !done.is_error {
                        records.push(done);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok().flatten()?;
    Some(found.value.replace("&quot;", "\"").trim().to_owned())
}

fn opened(start: &BytesStart<'_>) -> Record {
    Record {
        id: value(start, "id").unwrap_or_default(),
        category: value(start, "category").unwrap_or_default(),
        date: value(start, "date")
            .and_then(|date| date.parse().ok())
            .unwrap_or_default(),
        ..Record::default()
    }
}

fn coding(start: &BytesStart<'_>, record: &mut Record) {
    record.is_judged = true;
    record.is_error |= value(start, "error").is_some();
    let parts = ["sourcecode", "targetcode", "eventcode"].map(|name| value(start, name));
    if let [Some(source), Some(target), Some(code)] = parts {
        record.codings.push(Coding {
            source,
            target,
            code,
        });
    }
}
