//! Lines that are furniture by their words: labels of advertisements, teasers of other stories,
//! picture credits, calls to sign up. Short lists of what the press prints everywhere; no rule
//! names a site.

use super::layout::{Layout, Passage, Shape};

/// Lines that are nothing else; lower case, without the marks at their ends.
const LABELS: &[&str] = &[
    "ad",
    "advert",
    "advertisement",
    "advertisment",
    "anuncio",
    "anzeige",
    "publicidad",
    "publicidade",
    "publicité",
    "реклама",
    "sponsored",
    "sponsored content",
    "promoted",
    "article continues below advertisement",
    "article continues after advertisement",
    "story continues below advertisement",
    "scroll to continue",
    "continue reading the main story",
    "share",
    "share this",
    "share this article",
    "share this story",
    "tweet",
    "print",
    "email",
    "e-mail",
    "comments",
    "leave a comment",
    "post a comment",
    "view comments",
    "show comments",
    "loading",
    "don't miss",
    "read more",
    "see more",
    "read next",
    "watch now",
    "play video",
    "related",
    "related articles",
    "related stories",
    "related content",
    "related topics",
    "recommended",
    "recommended for you",
    "more on this story",
    "more from this section",
    "most read",
    "most popular",
    "trending",
    "top stories",
    "latest news",
    "partner news",
    "follow us",
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "newsletter",
    "back to top",
    "getty images",
    "image copyright",
    "media caption",
    "image caption",
    "file photo",
];

/// How a line begins that leads to another story; lower case.
const TEASERS: &[&str] = &[
    "read more:",
    "read more about",
    "read more on",
    "read also",
    "also read",
    "read next",
    "see more:",
    "see also:",
    "see also |",
    "related:",
    "related |",
    "related story",
    "related article",
    "more:",
    "more on this",
    "don't miss",
    "also on ",
    "watch:",
    "watch more",
    "listen:",
    "you may also like",
    "you might also like",
    "up next",
    "lesen sie auch",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "leia também",
    "leia mais",
    "lea también",
    "lea más",
    "leggi anche",
    "читайте также",
    "lees ook",
    "läs också",
    "czytaj także",
    "baca juga",
];

/// How a line begins that asks the reader to do something; lower case.
const CALLS: &[&str] = &[
    "click here",
    "like this story?",
    "follow us on",
    "sign up for",
    "sign up to",
    "subscribe to our",
    "subscribe now",
    "get the latest",
    "get breaking news",
    "download our",
    "download the app",
    "join our",
    "like us on",
    "share this article",
    "share this story",
    "support our journalism",
];

/// How a bracket begins that credits a picture; lower case.
const CREDITS: &[&str] = &[
    "image:",
    "photo:",
    "photo by",
    "picture:",
    "pic:",
    "foto:",
    "credit:",
    "image credit",
    "photo credit",
    "photo courtesy",
];

/// Whether a passage is furniture by its words.
pub(super) fn is_furniture(layout: &Layout, passage: &Passage) -> bool {
    let words = passage.span.slice(&layout.text);
    if words.len() > 400 || passage.shape == Shape::Table {
        return false;
    }
    let lower = words.to_lowercase().replace('’', "'");
    let bare = lower.trim_matches(|mark: char| !mark.is_alphanumeric());
    let linked = passage.linked * 100 / passage.letters.max(1);
    let starts = |list: &[&str]| list.iter().any(|start| bare.starts_with(start));
    LABELS.contains(&bare)
        || (starts(TEASERS) && (linked >= 30 || words.len() <= 30))
        || (starts(CALLS) && (linked >= 30 || words.len() <= 120))
        || (linked >= 90 && is_shouted(words))
        || is_credited(&lower)
}

/// Whether a line of some length is in capitals.
fn is_shouted(words: &str) -> bool {
    let letters = words.chars().filter(|letter| letter.is_alphabetic());
    let (mut upper, mut all) = (0, 0);
    for letter in letters {
        all += 1;
        upper += usize::from(letter.is_uppercase());
    }
    all >= 15 && upper * 100 >= all * 85
}

/// Whether a line ends with a picture credit in brackets.
fn is_credited(lower: &str) -> bool {
    let Some(inside) = lower.trim_end_matches('.').strip_suffix([')', ']']) else {
        return false;
    };
    let open = inside
        .rfind(['(', '['])
        .map(|open| inside[open + 1..].trim_start());
    open.is_some_and(|credit| CREDITS.iter().any(|start| credit.starts_with(start)))
}
