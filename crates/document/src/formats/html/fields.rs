//! The fields of a page: who published and wrote it, where, under which address.

use super::{Page, byline, dateline, title};
use crate::Field;
use depeche_text::Span;

/// Reads the fields of a page, each with its words where they stand in the text.
pub(super) fn of(page: &Page) -> Vec<Field> {
    let mut fields = Vec::new();
    publisher(page, &mut fields);
    if let Some(place) = in_opening(page, dateline::place_in) {
        fields.push(printed("place", page, place));
    }
    author(page, &mut fields);
    let metadata = &page.metadata;
    for (name, value) in [("url", &metadata.url), ("language", &metadata.language)] {
        fields.extend(value.as_ref().map(|value| field(name, value, None)));
    }
    fields
}

fn field(name: &str, value: &str, span: Option<Span>) -> Field {
    Field {
        name: name.to_owned(),
        value: value.to_owned(),
        span,
    }
}

fn printed(name: &str, page: &Page, span: Span) -> Field {
    field(name, span.slice(&page.layout.text), Some(span))
}

fn in_opening(page: &Page, find: fn(&str, Span) -> Option<Span>) -> Option<Span> {
    find(&page.layout.text, page.opening?)
}

/// The publisher: a site that opens the article with its name, else what the head says, else an
/// agency in the dateline; and the site as the head calls it.
fn publisher(page: &Page, fields: &mut Vec<Field>) {
    let metadata = &page.metadata;
    let site = metadata.site.clone().or_else(|| {
        let head_title = metadata.head_title.as_deref()?;
        let title = page.title.text.as_deref()?;
        let lines = page
            .layout
            .passages
            .iter()
            .take(page.title.passage.unwrap_or(0));
        let lines = lines.flat_map(|passage| passage.span.slice(&page.layout.text).lines());
        let masthead = || title::masthead(head_title, title, lines).map(str::to_owned);
        title::site_of(head_title, title).or_else(masthead)
    });
    let named = metadata.publisher.as_ref().or(site.as_ref());
    let agency = || in_opening(page, dateline::agency_in).filter(|_| named.is_none());
    let words = in_opening(page, dateline::site_in)
        .or_else(|| own_name(page))
        .or_else(agency);
    let publisher = match words {
        Some(span) => Some(printed("publisher", page, span)),
        None => named.map(|named| field("publisher", named, None)),
    };
    fields.extend(publisher);
    fields.extend(site.map(|site| field("site", &site, None)));
}

/// A paper that opens the article with its name: words that the page's head or the start of one of
/// its other lines says too.
fn own_name(page: &Page) -> Option<Span> {
    let text = &page.layout.text;
    let opening = page.opening?;
    let name = opening.slice(text);
    let words = name.split_whitespace();
    let is_name = (1..=5).contains(&words.clone().count())
        && words
            .into_iter()
            .all(|word| word.starts_with(char::is_uppercase));
    let says = |span: Span| {
        span != opening && !span.contains(opening) && span.slice(text).starts_with(name)
    };
    let in_head = || {
        page.metadata
            .head_title
            .as_ref()
            .is_some_and(|head| head.contains(name))
    };
    let in_lines = || {
        page.layout
            .passages
            .iter()
            .any(|passage| says(passage.span))
    };
    (is_name && name.len() >= 4 && (in_head() || in_lines())).then_some(opening)
}

/// The authors as the head names them, else as the byline does; and the byline as printed.
fn author(page: &Page, fields: &mut Vec<Field>) {
    let text = &page.layout.text;
    for author in &page.metadata.authors {
        fields.push(field("author", author, words_of(page, author)));
    }
    let Some(byline) = &page.byline else {
        return;
    };
    if page.metadata.authors.is_empty() {
        let names = byline::single(text, byline.names);
        fields.extend(names.into_iter().map(|name| printed("author", page, name)));
    }
    fields.push(printed("byline", page, byline.line));
}

/// Where the byline says a name of the head.
fn words_of(page: &Page, name: &str) -> Option<Span> {
    let line = page.byline.as_ref()?.line;
    let start = line.start as usize + line.slice(&page.layout.text).find(name)?;
    Some(Span::new(start, start + name.len()))
}
