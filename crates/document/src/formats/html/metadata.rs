//! What the head of a page says of it: titles, authors, site, dates, language, address.

use super::dom::{Attribute, Dom};
use super::json_ld::{self, JsonLd, clean};
use super::tag::Tag;

/// What the head says.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// The title given in `meta` elements or JSON-LD.
    pub(super) title: Option<String>,
    /// The `title` element, site name and all.
    pub(super) head_title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) site: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    /// Publication dates as given, each with the rule that reads it, best first.
    pub(super) dates: Vec<(String, &'static str)>,
    pub(super) is_article: bool,
}

/// Names of `meta` elements, each list in order of trust; lower case.
const TITLES: &[&str] = &[
    "dc:title",
    "dc.title",
    "dcterm:title",
    "dcterms.title",
    "og:title",
    "title",
    "twitter:title",
    "parsely-title",
    "sailthru.title",
    "headline",
];
const AUTHORS: &[&str] = &[
    "dc:creator",
    "dc.creator",
    "dcterm:creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "article:author",
    "sailthru.author",
    "byl",
    "og:article:author",
    "citation_author",
    "twitter:data1-author",
];
const SITES: &[&str] = &[
    "og:site_name",
    "application-name",
    "dc.publisher",
    "copyright-holder",
];
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc:date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "og:published_time",
    "rnews:datepublished",
    "originalpublicationdate",
    "citation_date",
    "citation_publication_date",
    "ptime",
    "date",
    "created",
    "weibo:article:create_at",
];

/// Reads the head, and JSON-LD wherever it stands.
pub(super) fn read(dom: &Dom) -> Metadata {
    let metas = metas(dom);
    let json = json_ld::read(dom);
    let mut metadata = Metadata {
        title: first(&metas, TITLES),
        head_title: head_title(dom),
        authors: all(&metas, AUTHORS),
        site: first(&metas, SITES),
        url: url(dom, &metas),
        language: language(dom),
        dates: dates(&metas, &json),
        is_article: json.is_article || first(&metas, &["og:type"]).as_deref() == Some("article"),
        publisher: json.publisher.clone(),
    };
    let title = json.title(metadata.head_title.as_deref());
    if !json.authors.is_empty() {
        metadata.authors = json.authors;
    }
    metadata.authors = metadata
        .authors
        .iter()
        .filter_map(|author| own_name(author))
        .collect();
    metadata.title = title.or(metadata.title);
    metadata
}

/// All `meta` elements with a name and content, names in lower case.
fn metas(dom: &Dom) -> Vec<(String, String)> {
    let mut metas = Vec::new();
    for index in 1..dom.nodes.len() {
        if dom.nodes[index].tag != Tag::Meta {
            continue;
        }
        let Some(content) = dom.attribute(index, Attribute::Content).and_then(clean) else {
            continue;
        };
        for attribute in [Attribute::Property, Attribute::Name, Attribute::Itemprop] {
            let names = dom.attribute(index, attribute).unwrap_or("");
            for name in names.split_ascii_whitespace().take(4) {
                metas.push((name.to_ascii_lowercase(), content.clone()));
            }
        }
    }
    metas
}

/// A name without the "By" before it; addresses are no names.
fn own_name(author: &str) -> Option<String> {
    let bare = author
        .strip_prefix("By ")
        .or_else(|| author.strip_prefix("by "))
        .unwrap_or(author);
    (!bare.contains("://"))
        .then(|| bare.trim().to_owned())
        .filter(|name| !name.is_empty())
}

fn first(metas: &[(String, String)], names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let meta = metas.iter().find(|(other, _)| other == name)?;
        Some(meta.1.clone())
    })
}

/// Every value of the first name that has one.
fn all(metas: &[(String, String)], names: &[&str]) -> Vec<String> {
    let of = |name: &&str| -> Vec<String> {
        let named = metas.iter().filter(|(other, _)| other == *name);
        let mut values: Vec<String> = named.map(|(_, value)| value.clone()).take(20).collect();
        values.retain(|value| !value.contains("://"));
        values.dedup();
        values
    };
    names
        .iter()
        .map(of)
        .find(|values| !values.is_empty())
        .unwrap_or_default()
}

fn head_title(dom: &Dom) -> Option<String> {
    let title = (1..dom.nodes.len()).find(|index| dom.nodes[*index].tag == Tag::Title)?;
    clean(&dom.all_words(title))
}

fn url(dom: &Dom, metas: &[(String, String)]) -> Option<String> {
    let canonical = (1..dom.nodes.len()).find_map(|index| {
        let is_canonical = dom.nodes[index].tag == Tag::Link
            && dom
                .attribute(index, Attribute::Rel)
                .is_some_and(|rel| rel.eq_ignore_ascii_case("canonical"));
        is_canonical
            .then(|| dom.attribute(index, Attribute::Href))
            .flatten()
    });
    canonical
        .map(str::trim)
        .filter(|url| url.contains("://"))
        .map(str::to_owned)
        .or_else(|| first(metas, &["og:url", "twitter:url"]))
        .filter(|url| url.len() <= 2_000)
}

/// The language of the page, where it is a well-formed tag.
fn language(dom: &Dom) -> Option<String> {
    let html = (1..dom.nodes.len().min(50)).find(|index| dom.nodes[*index].tag == Tag::Html)?;
    let tag = dom
        .attribute(html, Attribute::Lang)?
        .trim()
        .replace('_', "-");
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let primary = tag.split('-').next().unwrap_or("");
    let is_known =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_known && tag.split('-').all(is_part)).then_some(tag)
}

fn dates(metas: &[(String, String)], json: &JsonLd) -> Vec<(String, &'static str)> {
    let json = json.published.iter().map(|date| (date.clone(), "json-ld"));
    let named = DATES.iter().filter_map(|name| first(metas, &[name]));
    json.chain(named.map(|date| (date, "meta-tag"))).collect()
}
