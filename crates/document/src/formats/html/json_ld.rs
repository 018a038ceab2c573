//! What a page says of itself in JSON-LD (<https://schema.org/Article>).

use super::dom::{Attribute, Dom};
use super::tag::Tag;
use depeche_text::fold;
use serde_json::Value;

/// Objects of one page that are looked at.
const MAX_OBJECTS: usize = 2_000;

/// The values of the page's article object.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct JsonLd {
    /// Its headline and its name: most give one or the same twice, some a description for the
    /// headline.
    pub(super) headline: Option<String>,
    pub(super) name: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Option<String>,
    pub(super) publisher: Option<String>,
    /// Whether the page calls itself an article.
    pub(super) is_article: bool,
}

impl JsonLd {
    /// The title: the headline, unless it is the name that begins the page's `title` element.
    pub(super) fn title(&self, head_title: Option<&str>) -> Option<String> {
        let begins_head =
            |title: &str| head_title.is_some_and(|head| fold(head).starts_with(&fold(title)));
        let name = self.name.as_ref().filter(|name| begins_head(name));
        let headline = self.headline.as_ref();
        let headline = headline.filter(|headline| name.is_none() || begins_head(headline));
        headline.or(name).or(self.name.as_ref()).cloned()
    }
}

/// Reads every JSON-LD script; the first article object counts.
pub(super) fn read(dom: &Dom) -> JsonLd {
    let scripts = (1..dom.nodes.len()).filter(|index| is_json_ld(dom, *index));
    let mut found = JsonLd::default();
    for script in scripts {
        let words = dom.all_words(script);
        let words = words
            .trim()
            .trim_start_matches("<![CDATA[")
            .trim_end_matches("]]>");
        if let Ok(value) = serde_json::from_str::<Value>(words)
            && let Some(article) = article(&value)
        {
            fill(&mut found, article);
        }
        if found.is_article {
            break;
        }
    }
    found
}

fn is_json_ld(dom: &Dom, index: usize) -> bool {
    dom.nodes[index].tag == Tag::Script
        && dom
            .attribute(index, Attribute::Type)
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
}

/// The first object of an article type, breadth first.
fn article(value: &Value) -> Option<&serde_json::Map<String, Value>> {
    let mut waiting = vec![value];
    let mut seen = 0;
    while seen < waiting.len() && seen < MAX_OBJECTS {
        match waiting[seen] {
            Value::Array(values) => waiting.extend(values),
            Value::Object(object) if is_article(object) => return Some(object),
            Value::Object(object) => {
                let nested = ["@graph", "mainEntity", "mainEntityOfPage", "item"];
                waiting.extend(nested.iter().filter_map(|name| object.get(*name)));
            }
            _ => {}
        }
        seen += 1;
    }
    None
}

fn is_article(object: &serde_json::Map<String, Value>) -> bool {
    let is_type = |kind: &str| {
        let kind = kind.rsplit('/').next().unwrap_or(kind);
        kind.ends_with("Article")
            || kind.ends_with("BlogPosting")
            || matches!(
                kind,
                "Report" | "ReportageNewsArticle" | "SocialMediaPosting"
            )
    };
    match object.get("@type") {
        Some(Value::String(kind)) => is_type(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_type),
        _ => false,
    }
}

fn fill(found: &mut JsonLd, object: &serde_json::Map<String, Value>) {
    let text = |name: &str| object.get(name).and_then(Value::as_str).and_then(clean);
    found.is_article = true;
    found.headline = text("headline");
    found.name = text("name");
    found.published = text("datePublished").or_else(|| text("dateCreated"));
    found.publisher = object
        .get("publisher")
        .and_then(|value| names(value).into_iter().next());
    found.authors = object.get("author").map(names).unwrap_or_default();
}

/// The names of a person, an organization or a list of them.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::String(name) => clean(name).into_iter().collect(),
        Value::Array(values) => values.iter().take(20).flat_map(own_name).collect(),
        Value::Object(_) => own_name(value).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn own_name(value: &Value) -> Option<String> {
    let name = value.as_str().or_else(|| value.get("name")?.as_str())?;
    clean(name)
}

/// A value as a person would write it; `None` where nothing is left.
pub(super) fn clean(value: &str) -> Option<String> {
    let value = super::entities::unescape(value);
    let words: Vec<&str> = value.split_whitespace().collect();
    Some(words.join(" ")).filter(|value| !value.is_empty())
}
