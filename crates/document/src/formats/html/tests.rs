//! Invented pages, read whole.

use super::*;
use depeche_source::ItemId;

fn document(html: &str) -> Document {
    let item = Item {
        id: ItemId::of(html.as_bytes()),
        locator: "page.html".to_owned(),
        media_type: "text/html".to_owned(),
        bytes: html.as_bytes().to_vec(),
    };
    read(&item, &Limits::default())
}

/// The blocks as lines `kind: words`.
fn blocks(document: &Document) -> String {
    let line = |block: &Block| {
        let words = block
            .span
            .slice(&document.text)
            .replace('\n', "\\n")
            .replace('\t', "\\t");
        format!("{:?}: {words}", block.kind).to_lowercase()
    };
    document
        .blocks
        .iter()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn check(html: &str, expected: &str) {
    let expected: Vec<&str> = expected
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(blocks(&document(html)), expected.join("\n"), "{html}");
}

const STORY: &str = "<p>The envoy met the harbour master on Friday, and both said that the \
    talks on the pilot fees would go on next week.</p><p>Nobody else was in the room, said a clerk \
    who had brought in the tea and left again.</p><p>The fees were raised in spring.</p>";

#[test]
fn an_article_is_told_from_menus_teasers_and_footers() {
    let page = format!(
        "<title>Envoy meets harbour master | The Harbour Times</title>\
         <nav><a href=/>Home</a> <a href=/w>World</a></nav>\
         <main><article><h1>Envoy meets harbour master</h1>\
         <p class=byline>By Maria Lindqvist</p><p class=date>March 3, 2011</p>{STORY}\
         <div class=share-bar><a href=#>Tell a friend</a></div></article>\
         <aside><h2>Top stories</h2><p>Minister of fish resigns, and nobody knows why, says a source.</p></aside>\
         </main><footer>All rights reserved.</footer>"
    );
    check(
        &page,
        "furniture: home world
         title: envoy meets harbour master
         byline: by maria lindqvist
         dateline: march 3, 2011
         paragraph: the envoy met the harbour master on friday, and both said that the talks on the pilot fees would go on next week.
         paragraph: nobody else was in the room, said a clerk who had brought in the tea and left again.
         paragraph: the fees were raised in spring.
         furniture: tell a friend
         furniture: top stories
         furniture: minister of fish resigns, and nobody knows why, says a source.
         furniture: all rights reserved.",
    );
    let document = document(&page);
    assert_eq!(
        document.title.as_deref(),
        Some("Envoy meets harbour master")
    );
    assert_eq!(
        document.field("site").map(|field| field.value.as_str()),
        Some("The Harbour Times")
    );
    let author = document.field("author").expect("the page names its author");
    assert_eq!(
        author.span.map(|span| span.slice(&document.text)),
        Some("Maria Lindqvist")
    );
    let date = document.date.expect("the page gives its date");
    assert_eq!(
        (date.edtf.as_deref(), date.rule.as_str()),
        (Some("2011-03-03"), "dateline")
    );
}

#[test]
fn what_is_not_shown_is_no_text() {
    check(
        "<p>Seen.</p><script>var a = '<p>no</p>';</script><style>p{}</style>\
         <template><p>no</p></template><noscript>no</noscript><!-- no --><textarea>no</textarea>",
        "paragraph: seen.",
    );
    let page = format!(
        "{STORY}<p hidden>Not shown to anybody, as the page itself says in its mark-up.</p>"
    );
    let hidden = document(&page).blocks.last().map(|block| block.kind);
    assert_eq!(hidden, Some(BlockKind::Furniture));
}

#[test]
fn a_title_stands_in_the_text_once() {
    let page = format!(
        "<title>Envoy meets harbour master</title><body><div>Envoy meets harbour master</div>\
         <h1>Envoy meets harbour master</h1>{STORY}<p>Envoy meets harbour master</p><p>The end came late, they said.</p>"
    );
    let document = document(&page);
    let titles = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Title)
        .count();
    assert_eq!(titles, 1);
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds[..2], [BlockKind::Furniture, BlockKind::Title]);
    assert_eq!(kinds[5], BlockKind::Furniture);
}

#[test]
fn a_page_without_a_date_has_none() {
    let document = document(&format!("<h1>Envoy meets harbour master</h1>{STORY}"));
    assert_eq!(document.date, None);
}

#[test]
fn the_first_source_of_a_date_counts() {
    let check = |head: &str, expected: Option<(&str, &str)>| {
        let page = format!("<head>{head}</head><body><h1>Envoy meets harbour master</h1>{STORY}");
        let date = document(&page).date;
        let found = date
            .as_ref()
            .map(|date| (date.value.as_str(), date.rule.as_str()));
        assert_eq!(found, expected, "{head}");
    };
    let meta = "<meta property='article:published_time' content='2011-03-03T10:15:00+04:00'>";
    let json = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2011-03-02\"}</script>";
    let link = "<link rel=canonical href='https://harbour.example/2011/03/01/envoy'>";
    check(meta, Some(("2011-03-03T10:15+04:00", "meta-tag")));
    check(
        &format!("{meta}{json}{link}"),
        Some(("2011-03-02", "json-ld")),
    );
    check(link, Some(("2011-03-01", "url")));
    check("<meta name=date content='soon'>", None);
}

#[test]
fn tables_are_read_row_by_row_and_lists_item_by_item() {
    check(
        "<table><tr><th>Port<th>Fee<tr><td>Ostervik<td>12 crowns<tr><td>Lund<td>9 crowns</table>\
         <ul><li>One<li>Two</ul>",
        "table: port\\tfee\\nostervik\\t12 crowns\\nlund\\t9 crowns
         paragraph: one
         paragraph: two",
    );
}

#[test]
fn a_dateline_gives_the_site() {
    let page = "<p>Harbour.News - The envoy met the harbour master on Friday, and both said that \
        the talks would go on, a clerk told us.</p>";
    let document = document(page);
    let publisher = document
        .field("publisher")
        .expect("the dateline names the site");
    assert_eq!(publisher.value, "Harbour.News");
    assert_eq!(
        publisher.span.map(|span| span.slice(&document.text)),
        Some("Harbour.News")
    );
}

#[test]
fn broken_and_hostile_pages_are_read() {
    for unit in [
        "<div>",
        "<b>",
        "<p><b><a>",
        "<table><tr><td>",
        "<a href=x>",
        "</div>",
        "<x-y>",
        "<ul><li>",
    ] {
        let page = unit.repeat(100_000) + "The end.";
        assert!(document(&page).text.contains("The end."), "{unit}");
    }
    for page in [
        "",
        "<",
        "<p",
        "</",
        "<!--",
        "<![CDATA[",
        "&",
        "&#xffffffff;",
        "\0\0",
        "<p title='",
    ] {
        document(page);
    }
    let attributes = format!("<p {}>The end.", "a=1 class=x ".repeat(100_000));
    assert!(document(&attributes).text.contains("The end."));
}

#[test]
fn every_block_reads_back_in_order() {
    let page = format!("<h1>Envoy</h1><pre>a\n  b</pre>{STORY}<br>x<br><br>y&nbsp;é\u{ad}é<td>z");
    let document = document(&page);
    let mut last = 0;
    for block in &document.blocks {
        assert!(block.span.start >= last && block.span.end > block.span.start);
        assert_eq!(block.span.trimmed(&document.text), block.span);
        last = block.span.end;
    }
}

#[test]
fn tags_that_close_themselves_swallow_nothing() {
    check(
        "<svg><script href=a /><title/></svg><p>Kept.</p>",
        "paragraph: kept.",
    );
    check(
        "<?xml version='1.0'?><html><head><title/><script src='a'/></head><body><p>Kept.</p></body></html>",
        "paragraph: kept.",
    );
    check("<math><style/></math><p>Kept.</p>", "paragraph: kept.");
}

#[test]
fn of_several_stories_the_one_named_in_the_head_is_read() {
    let others = (0..4).map(|number| {
        format!(
            "<article><h2>Other story {number}</h2><p>Story {number} is about something else, and \
            goes on for a while, so that it weighs as much, they say.</p></article>"
        )
    });
    let long = STORY.repeat(4);
    let page = format!(
        "<title>Envoy meets harbour master</title><main><article><h1>Envoy meets harbour master</h1>{long}\
         </article>{}</main>",
        others.collect::<String>()
    );
    let document = document(&page);
    let blocks = document.reading_blocks();
    let body: Vec<&str> = blocks
        .map(|block| block.span.slice(&document.text))
        .collect();
    assert!(body.iter().any(|words| words.starts_with("The envoy met")));
    assert!(!body.iter().any(|words| words.contains("something else")));
}

#[test]
fn galleries_labels_and_teasers_inside_an_article_are_furniture() {
    let page = format!(
        "<div class=entry-content>{STORY}<p>Advertisement</p>\
         <ul class=gallery><li>The harbour at dawn, with the pilots' tower to the left of it.</li></ul>\
         <p><a href=/x>READ MORE: Fishermen want lower fees</a></p>\
         <p>The quay seen from the tower, in a picture of last year (Image: Harbour Archive)</p>\
         <p>The council meets again on Monday, the clerk said to those who waited.</p></div>"
    );
    let document = document(&page);
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Furniture, Paragraph};
    let expected = [
        Paragraph, Paragraph, Paragraph, Furniture, Furniture, Furniture, Furniture, Paragraph,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn a_frame_named_after_its_sidebar_is_no_sidebar() {
    let page =
        format!("<div class='content-sidebar-wrap'><div class='main-widget'>{STORY}</div></div>");
    assert!(
        document(&page)
            .blocks
            .iter()
            .all(|block| block.kind == BlockKind::Paragraph)
    );
}

#[test]
fn words_after_a_caption_are_not_of_it() {
    let page = format!(
        "<div class=post-body>{STORY}<table class=caption><tr><td>The tower.</table>\
        The pilots stayed in their tower all day, they said.</div>"
    );
    let last = document(&page).blocks.last().map(|block| block.kind);
    assert_eq!(last, Some(BlockKind::Paragraph));
}

#[test]
fn a_paper_that_opens_the_article_is_its_publisher() {
    let page = format!(
        "<p>Harbour Monitor - The envoy met the harbour master on Friday, and both said that it was \
         late.</p>{STORY}<footer>Harbour Monitor, founded 1898</footer>"
    );
    let publisher = document(&page)
        .field("publisher")
        .map(|field| field.value.clone());
    assert_eq!(publisher.as_deref(), Some("Harbour Monitor"));
    let page = format!(
        "<p>The envoy left - and the harbour master, they said, was glad of it.</p>{STORY}"
    );
    assert_eq!(document(&page).field("publisher"), None);
}

#[test]
fn a_short_sentence_with_a_date_is_no_dateline() {
    let page = format!(
        "<h1>Envoy</h1><p>It was on March 3, 2011 that the envoy left the port.</p>{STORY}"
    );
    let kinds: Vec<BlockKind> = document(&page)
        .blocks
        .iter()
        .map(|block| block.kind)
        .collect();
    assert!(!kinds.contains(&BlockKind::Dateline), "{kinds:?}");
}

#[test]
fn an_old_page_laid_out_with_tables_is_read() {
    let teaser = "<b>Ferry runs aground</b><br>The captain told police that his radar had failed, and \
        that he had seen nothing.<br><a href=/2>more</a><br><br>";
    let page = format!(
        "<TITLE>Harbour.Net - Envoy meets harbour master</TITLE><BODY><TABLE><TR><TD COLSPAN=3>\
         <FONT SIZE=6>Harbour.Net</FONT></TD></TR><TR><TD><A HREF=/>Home</A><BR><A HREF=/w>World</A></TD>\
         <TD><FONT SIZE=5><B>Envoy meets harbour master</B></FONT><BR><BR>Harbour.Net - The envoy met the \
         harbour master on Friday, and both said that the talks on the pilot fees would go on next \
         week.<BR><BR>Nobody else was in the room, said a clerk who had brought in the tea, and who \
         asked that his name be left out.<BR><BR>The fees were raised in spring, and again in \
         autumn.</TD><TD>Top stories<BR><BR>{teaser}</TD></TR></TABLE>"
    );
    let document = document(&page);
    assert_eq!(
        document.title.as_deref(),
        Some("Envoy meets harbour master")
    );
    assert_eq!(
        document
            .field("publisher")
            .map(|field| field.value.as_str()),
        Some("Harbour.Net")
    );
    let blocks = document
        .reading_blocks()
        .filter(|block| block.kind == BlockKind::Paragraph);
    let body: Vec<&str> = blocks
        .map(|block| block.span.slice(&document.text))
        .collect();
    assert_eq!(body.len(), 3, "{body:?}");
}

#[test]
fn what_a_label_announces_is_furniture_and_the_article_goes_on() {
    let page = format!(
        "<div>{STORY}<h3>Related</h3><ul><li>Fishermen, they say, want lower fees this year, too.</ul>\
         <p>The council meets again on Monday, the clerk said to those who had waited.</p></div>"
    );
    let kinds: Vec<BlockKind> = document(&page)
        .blocks
        .iter()
        .map(|block| block.kind)
        .collect();
    use BlockKind::{Furniture, Paragraph};
    assert_eq!(
        kinds,
        [
            Paragraph, Paragraph, Paragraph, Furniture, Furniture, Paragraph
        ]
    );
}
