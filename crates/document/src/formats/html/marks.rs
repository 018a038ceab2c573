//! What names, classes and roles of elements say about their content.
//!
//! Publishers differ, but their words for the parts of a page do not: `share`, `related`,
//! `sidebar`, `comments`, `entry-content`. A class name is read as its words
//! (`articleBody__share-bar` is *article body share bar*); no rule names a site.

use super::dom::{Attribute, Dom};
use super::tag::Tag;

/// What an element is marked as; several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// By its element or role: menus, page footers, asides, dialogs, controls.
    pub(super) furniture: bool,
    /// By its class or id only.
    pub(super) named_furniture: bool,
    /// Readers' comments.
    pub(super) comments: bool,
    /// The words under a picture, and its credit.
    pub(super) caption: bool,
    /// Not shown.
    pub(super) hidden: bool,
    /// The text of the article itself.
    pub(super) body: bool,
    pub(super) byline: bool,
    pub(super) dateline: bool,
    pub(super) headline: bool,
}

/// Reads the marks of an element.
pub(super) fn marks_of(dom: &Dom, index: usize) -> Marks {
    let tag = dom.nodes[index].tag;
    let mut marks = of_tag(tag);
    if matches!(tag, Tag::Html | Tag::Body) {
        return marks;
    }
    for (attribute, value) in dom.attributes(index) {
        match attribute {
            Attribute::Class => {
                let names = || value.split_ascii_whitespace().take(40);
                // Generated names (`z ab ac ad ae`) say nothing.
                let is_generated = names().filter(|name| name.len() <= 2).count() >= 3;
                let telling = names().filter(|name| !is_generated || name.len() > 3);
                telling.for_each(|name| read_name(name, &mut marks));
            }
            Attribute::Id | Attribute::Label if value.len() <= 60 => read_name(value, &mut marks),
            Attribute::Role => read_role(value, &mut marks),
            Attribute::Itemprop => read_itemprop(value, &mut marks),
            Attribute::Rel => {
                marks.byline |= value.split_ascii_whitespace().any(|rel| rel == "author")
            }
            Attribute::Hidden => marks.hidden |= value != "until-found",
            Attribute::AriaHidden => marks.hidden |= value == "true",
            Attribute::Style => marks.hidden |= is_hiding(value),
            _ => {}
        }
    }
    // An embedded post stands in a quote that is named after the network it comes from.
    if marks.body || tag == Tag::Blockquote {
        marks.named_furniture = false;
        marks.byline = false;
        marks.dateline = false;
    }
    marks
}

fn of_tag(tag: Tag) -> Marks {
    use Tag::*;
    let mut marks = Marks::default();
    match tag {
        Nav | Footer | Aside | Dialog | Button | Select | Option | Optgroup | Label | Menu
        | Legend | Search | Input => marks.furniture = true,
        Figcaption => marks.caption = true,
        Figure => marks.caption = true,
        Time => marks.dateline = true,
        _ => {}
    }
    marks
}

fn read_role(value: &str, marks: &mut Marks) {
    match value {
        "navigation" | "contentinfo" | "complementary" | "dialog" | "alertdialog" | "menu"
        | "menubar" | "menuitem" | "search" | "tablist" | "tab" | "button" | "toolbar"
        | "banner" => marks.furniture = true,
        _ => {}
    }
}

fn read_itemprop(value: &str, marks: &mut Marks) {
    for name in value.split_ascii_whitespace() {
        match name {
            "articleBody" | "reviewBody" => marks.body = true,
            "author" | "creator" => marks.byline = true,
            "datePublished" | "dateModified" | "dateCreated" => marks.dateline = true,
            "headline" => marks.headline = true,
            "comment" | "commentText" => marks.comments = true,
            "caption" => marks.caption = true,
            _ => {}
        }
    }
}

/// Whether an inline style hides the element.
fn is_hiding(style: &str) -> bool {
    let compact: String = style
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(400)
        .collect();
    let compact = compact.to_ascii_lowercase();
    compact.contains("display:none") || compact.contains("visibility:hidden")
}

/// Reads one class name or id.
fn read_name(name: &str, marks: &mut Marks) {
    let name = &name[..name.len().min(80)];
    if !name.is_ascii() {
        return;
    }
    let words = words_of(name);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    marks.body |= is_body(&words);
    marks.hidden |= words == ["hidden"];
    let mut is_furniture = false;
    // `content-with-sidebar`, `has-newsletter`: a frame that holds more than what it names.
    if words
        .iter()
        .any(|word| matches!(*word, "with" | "has" | "no" | "without"))
    {
        return;
    }
    for (position, word) in words.iter().enumerate() {
        let next = words.get(position + 1).copied().unwrap_or("");
        is_furniture |= FURNITURE.binary_search(word).is_ok() || is_furniture_pair(word, next);
        marks.comments |= is_comments(word, &words);
        marks.caption |= matches!(
            *word,
            "caption" | "captions" | "credit" | "photocredit" | "cutline" | "figcaption"
        );
        marks.byline |= matches!(
            *word,
            "byline" | "bylines" | "author" | "authors" | "contributor" | "contributors"
        );
        marks.dateline |= is_dateline(word, next);
        marks.headline |= matches!(*word, "headline" | "title" | "heading" | "hed");
        marks.hidden |= is_hidden_pair(word, next);
    }
    marks.named_furniture |= is_furniture;
}

/// The words of a class name: split where punctuation stands or a capital begins a word of some
/// length. Shorter ones are left: generated names (`hJpRRP`) are full of them.
fn words_of(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in name.split(|character: char| !character.is_ascii_alphanumeric()) {
        let bytes = part.as_bytes();
        let mut start = 0;
        for place in 1..bytes.len() {
            let is_hump =
                bytes[place].is_ascii_uppercase() && bytes[place - 1].is_ascii_lowercase();
            let rest = bytes[place + 1..]
                .iter()
                .take_while(|byte| byte.is_ascii_lowercase())
                .count();
            if is_hump && rest >= 3 && place - start >= 3 {
                words.push(part[start..place].to_ascii_lowercase());
                start = place;
            }
        }
        if start < part.len() {
            words.push(part[start..].to_ascii_lowercase());
        }
    }
    words
}

fn is_body(words: &[&str]) -> bool {
    match words {
        [.., first, last] => {
            matches!(
                *first,
                "article"
                    | "story"
                    | "post"
                    | "entry"
                    | "news"
                    | "blog"
                    | "artikel"
                    | "detail"
                    | "articles"
            ) && matches!(
                *last,
                "body" | "content" | "text" | "copy" | "bodytext" | "maincontent"
            ) || (*first == "body" && matches!(*last, "copy" | "text"))
        }
        [word] => matches!(
            *word,
            "articlebody"
                | "storybody"
                | "postbody"
                | "entrycontent"
                | "articlecontent"
                | "storycontent"
                | "postcontent"
                | "articletext"
                | "storytext"
                | "newstext"
                | "newscontent"
                | "bodycopy"
                | "bodytext"
                | "mainarticletext"
                | "storytextcontainer"
        ),
        [] => false,
    }
}

fn is_comments(word: &str, words: &[&str]) -> bool {
    matches!(
        word,
        "comments"
            | "disqus"
            | "commentlist"
            | "respond"
            | "commentaires"
            | "kommentare"
            | "comentarios"
    ) || (matches!(word, "comment" | "reply" | "replies") && words.len() <= 3)
}

fn is_dateline(word: &str, next: &str) -> bool {
    matches!(
        word,
        "date"
            | "dateline"
            | "pubdate"
            | "published"
            | "timestamp"
            | "datetime"
            | "postdate"
            | "updated"
            | "dates"
    ) || (word == "publish" && matches!(next, "date" | "time"))
}

fn is_hidden_pair(word: &str, next: &str) -> bool {
    matches!(
        (word, next),
        ("sr", "only")
            | ("visually", "hidden")
            | ("screen", "reader")
            | ("d", "none")
            | ("print", "only")
    ) || word == "visuallyhidden"
}

fn is_furniture_pair(word: &str, next: &str) -> bool {
    matches!(
        (word, next),
        ("most", "read" | "popular" | "viewed" | "recent" | "shared")
            | ("read", "next" | "also")
            | ("see", "also")
            | ("you", "may" | "might")
            | (
                "more",
                "stories" | "news" | "from" | "on" | "articles" | "links" | "posts" | "like"
            )
            | ("latest", "news" | "stories" | "posts")
            | ("top", "stories" | "news" | "bar" | "nav")
            | ("up", "next")
            | ("next", "post" | "article" | "story" | "prev" | "previous")
            | ("prev" | "previous", "post" | "article" | "story" | "next")
            | ("tag", "list" | "cloud" | "links")
            | ("sign", "up" | "in")
            | ("log", "in")
            | (
                "author",
                "bio" | "box" | "info" | "card" | "profile" | "description" | "about"
            )
            | ("about", "author" | "the")
            | (
                "post",
                "tags" | "meta" | "nav" | "navigation" | "footer" | "related" | "author"
            )
            | ("entry", "meta" | "footer" | "tags" | "utility")
            | (
                "article",
                "meta" | "footer" | "tags" | "tools" | "info" | "actions"
            )
            | ("story", "meta" | "footer" | "tags" | "tools")
            | ("social", _)
            | ("pull", "quote")
            | ("skip", _)
            | ("key", "words")
            | ("site", "header" | "footer" | "nav" | "info")
            | ("page", "header" | "footer" | "nav")
            | ("global", "header" | "footer" | "nav")
            | ("video", "player" | "playlist" | "list")
            | ("call", "to")
            | ("cta", _)
            | ("in", "brief")
    )
}

/// Words that name furniture wherever they stand in a class name; sorted.
const FURNITURE: &[&str] = &[
    "actions",
    "ad",
    "addthis",
    "addtoany",
    "ads",
    "adsense",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "advertorial",
    "adverts",
    "alsoread",
    "authorbio",
    "authorbox",
    "banner",
    "bio",
    "bookmark",
    "bookmarks",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "carousel",
    "cookie",
    "cookies",
    "copyright",
    "dialog",
    "disclaimer",
    "donate",
    "donation",
    "flyout",
    "follow",
    "followus",
    "footer",
    "gallery",
    "gdpr",
    "googlead",
    "leaderboard",
    "login",
    "masthead",
    "megamenu",
    "menu",
    "modal",
    "mostpopular",
    "mostread",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "newsletters",
    "noprint",
    "outbrain",
    "overlay",
    "pager",
    "paginate",
    "pagination",
    "paging",
    "paywall",
    "poll",
    "popover",
    "popular",
    "popup",
    "print",
    "promo",
    "promos",
    "promotion",
    "promotions",
    "rail",
    "rating",
    "ratings",
    "readmore",
    "recirc",
    "recirculation",
    "recommend",
    "recommendation",
    "recommendations",
    "recommended",
    "regwall",
    "related",
    "relatedposts",
    "relatedstories",
    "rss",
    "share",
    "sharebar",
    "sharedaddy",
    "shares",
    "sharethis",
    "sharetools",
    "sharing",
    "sidebar",
    "sideblock",
    "signin",
    "signup",
    "similar",
    "slideshow",
    "social",
    "socials",
    "sponsor",
    "sponsored",
    "sponsors",
    "subnav",
    "subscribe",
    "subscription",
    "subscriptions",
    "taboola",
    "tagcloud",
    "taglist",
    "tags",
    "teaser",
    "teasers",
    "ticker",
    "toolbar",
    "toolbox",
    "tools",
    "topbar",
    "topnav",
    "trending",
    "utility",
    "weather",
    "whatsapp",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_name_is_read_as_words() {
        let check = |name: &str, expected: &[&str]| assert_eq!(words_of(name), expected);
        check(
            "articleBody__share-bar",
            &["article", "body", "share", "bar"],
        );
        check("sc-77igqf-0 hJpRRP", &["sc", "77igqf", "0", "hjprrp"]);
        check("kxAdF", &["kxadf"]);
    }

    #[test]
    fn furniture_words_are_sorted() {
        assert!(FURNITURE.is_sorted());
    }
}
