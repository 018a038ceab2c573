//! HTML, TEI and other XML, told by how the text starts.

/// Elements that only an HTML page starts with.
const HTML_STARTS: &[&str] = &[
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "table",
    "div",
    "span",
    "p",
    "br",
    "h1",
    "h2",
    "h3",
    "font",
    "center",
    "article",
    "section",
    "iframe",
    "base",
    "main",
    "pre",
    "ul",
    "ol",
    "img",
    "form",
    "a",
    "b",
    "i",
    "nav",
    "header",
    "frameset",
    "blockquote",
];

/// Root elements of TEI, with and without the version in the name.
const TEI_ROOTS: &[&str] = &["TEI", "TEI.2", "teiCorpus", "teiCorpus.2"];

const TEI_NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";

/// The type of a text that starts as markup does.
pub(super) fn media_type(text: &str, extension: &str) -> Option<&'static str> {
    let named_html = matches!(extension, "html" | "htm" | "xhtml" | "shtml" | "xht");
    let start =
        skip_prolog(text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}'));
    if start.html_doctype {
        return Some("text/html");
    }
    let Some(root) = root_name(start.rest) else {
        // Prose may open a page that is named as one; a declaration alone is XML.
        let tags = text.contains("</") || text.contains("/>") || text.contains("<br");
        return match start.xml_declaration {
            true => Some("application/xml"),
            false => (named_html && tags).then_some("text/html"),
        };
    };
    let local = root.rsplit(':').next().unwrap_or(root);
    if TEI_ROOTS.contains(&local) || root_tag(start.rest).contains(TEI_NAMESPACE) {
        return Some("application/tei+xml");
    }
    if HTML_STARTS
        .iter()
        .any(|name| local.eq_ignore_ascii_case(name))
    {
        return Some("text/html");
    }
    match (start.xml_declaration, local) {
        (_, "svg") => Some("image/svg+xml"),
        (true, _) => Some("application/xml"),
        (false, _) if named_html => Some("text/html"),
        (false, _) => (extension == "xml").then_some("application/xml"),
    }
}

struct Start<'a> {
    xml_declaration: bool,
    html_doctype: bool,
    /// From the first element on.
    rest: &'a str,
}

/// Steps over declarations, comments and processing instructions.
fn skip_prolog(text: &str) -> Start<'_> {
    let mut start = Start {
        xml_declaration: starts_with(text, "<?xml"),
        html_doctype: false,
        rest: text,
    };
    loop {
        let rest = start.rest.trim_start();
        let end = if rest.starts_with("<?") {
            rest.find('>')
        } else if rest.starts_with("<!--") {
            rest.find("-->").map(|end| end + 2)
        } else if starts_with(rest, "<!doctype") {
            start.html_doctype |= starts_with(rest["<!doctype".len()..].trim_start(), "html");
            doctype_end(rest)
        } else {
            start.rest = rest;
            return start;
        };
        start.rest = end.map_or("", |end| &rest[end + 1..]);
    }
}

/// Where a document type ends: after its subset in brackets, where it has one.
fn doctype_end(rest: &str) -> Option<usize> {
    let end = rest.find('>')?;
    match rest[..end].find('[') {
        None => Some(end),
        Some(open) => {
            let close = open + rest[open..].find("]>").or_else(|| rest[open..].find(']'))?;
            Some(close + rest[close..].find('>')?)
        }
    }
}

/// The name of the element that `rest` starts with.
fn root_name(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix('<')?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '/' | '<');
    let name = &rest[..rest.find(ends)?];
    // `<hello@example.org>` and `<http://…>` are no elements.
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let starts_well = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (starts_well && name.chars().all(fits) && !name.ends_with(':')).then_some(name)
}

fn root_tag(rest: &str) -> &str {
    &rest[..rest.find('>').unwrap_or(rest.len())]
}

/// Without regard to case.
fn starts_with(text: &str, start: &str) -> bool {
    let head = text.as_bytes().get(..start.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(start.as_bytes()))
}
