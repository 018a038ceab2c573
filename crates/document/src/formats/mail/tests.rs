//! Mails that were made up, and what a reader takes from them.

use crate::{Document, parse};
use depeche_source::{Item, ItemId, Limits};
use depeche_text::Problem;
use std::time::Instant;

fn read(mail: &[u8]) -> (Vec<Document>, Vec<Problem>) {
    let item = Item {
        id: ItemId([0; 32]),
        locator: "leak/1.eml".to_owned(),
        media_type: "message/rfc822".to_owned(),
        bytes: mail.to_vec(),
    };
    let mut documents = Vec::new();
    let problems = parse(&item, &Limits::default(), &mut |document| {
        documents.push(document);
    });
    (documents, problems)
}

/// The blocks of each document, as `kind: words`, and the codes of its problems.
fn shown(document: &Document) -> Vec<String> {
    let blocks = document.blocks.iter().map(|block| {
        let kind = format!("{:?}", block.kind).to_lowercase();
        let words = block.span.slice(&document.text).replace('\n', "|");
        format!("{kind}: {words}")
    });
    let problems = document
        .problems
        .iter()
        .map(|problem| problem.code.to_string());
    blocks.chain(problems).collect()
}

fn check(mail: &[u8], expected: &[&[&str]]) {
    let (documents, _) = read(mail);
    let found: Vec<Vec<String>> = documents.iter().map(shown).collect();
    assert_eq!(found, expected);
}

const HEAD: &str = "From: \"Lind, Maria\" <maria.lind@port.example>\r\n\
    To: Jon Tveit <tveit@port.example>, quay@port.example\r\n\
    Date: Tue, 15 Mar 2011 22:47:31 -0400\r\n\
    Subject: =?utf-8?Q?Quay_9=2C_f=C3=AAte?=\r\n\
    Message-ID: <1@port.example>\r\n\
    MIME-Version: 1.0\r\n";

fn mail(rest: &str) -> Vec<u8> {
    format!("{HEAD}{rest}").into_bytes()
}

#[test]
fn a_plain_mail_gives_its_head_its_words_and_its_day() {
    let (documents, problems) = read(&mail("\r\nThe quay is free.\r\n\r\nMaria\r\n"));
    let document = &documents[0];
    assert_eq!(
        shown(document),
        [
            "byline: From: Lind, Maria <maria.lind@port.example>",
            "byline: To: Jon Tveit <tveit@port.example>, quay@port.example",
            "dateline: Date: Tue, 15 Mar 2011 22:47:31 -0400",
            "title: Quay 9, fête",
            "paragraph: The quay is free.",
            "signature: Maria",
        ]
    );
    assert!(problems.is_empty());
    let date = document.date.as_ref().unwrap();
    assert_eq!(date.edtf.as_deref(), Some("2011-03-15"));
    let field = |name: &str| {
        let named = document.fields.iter().filter(|field| field.name == name);
        named.map(|field| field.value.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(field("from"), ["Maria Lind"]);
    assert_eq!(field("to"), ["Jon Tveit", "quay@port.example"]);
    assert_eq!(field("message-id"), ["1@port.example"]);
    let inside = document.fields.iter().filter_map(|field| field.span);
    assert!(
        inside
            .into_iter()
            .all(|span| span.get(&document.text).is_some())
    );
}

#[test]
fn of_alternatives_one_is_read_and_attachments_are_documents() {
    let (documents, _) = read(&mail(
        "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n\
         Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\n\
         Content-Type: text/plain\r\n\r\nYes.\r\n--a\r\n\
         Content-Type: text/html\r\n\r\n<p>Yes.</p>\r\n--a--\r\n--m\r\n\
         Content-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment\r\n\
         Content-Transfer-Encoding: base64\r\n\r\nVGhlIGxvZyBvZiB0aGUgdG93ZXIuCg==\r\n--m\r\n\
         Content-Type: application/pdf; name=map.pdf\r\n\
         Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--m--\r\n",
    ));
    let blocks = |index: usize| shown(&documents[index]);
    assert_eq!(documents.len(), 2);
    assert_eq!(
        blocks(0)[4..],
        ["paragraph: Yes.", "document/attachment-not-read"]
    );
    assert_eq!(blocks(1), ["paragraph: The log of the tower."]);
    assert_eq!(documents[1].place.to_string(), "part=2");
    assert_ne!(documents[0].id, documents[1].id);
}

#[test]
fn what_is_quoted_is_not_the_senders() {
    let mut blocks = shown(&read(&mail(
        "\r\nNo.\r\n\r\nOn 9 January 2007 at 16:02, Jon Tveit wrote:\r\n> Is it free?\r\n\r\n-- \r\nMaria Lind\r\n",
    ))
    .0[0]);
    blocks.drain(..4);
    assert_eq!(
        blocks,
        [
            "paragraph: No.",
            "quote: On 9 January 2007 at 16:02, Jon Tveit wrote:",
            "quote: Is it free?",
            "signature: Maria Lind",
        ]
    );
}

#[test]
fn messages_inside_are_documents_of_their_own() {
    let inner = "From: a@b.example\r\nDate: 18 Jan 2007 10:00:00 +0100\r\nSubject: inner\r\n\r\nInner words.\r\n";
    let forwarded = format!(
        "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n\r\nSee below.\r\n--m\r\n\
         Content-Type: message/rfc822\r\n\r\n{inner}--m--\r\n"
    );
    let (documents, _) = read(&mail(&forwarded));
    let titles: Vec<_> = documents.iter().map(|one| one.title.as_deref()).collect();
    assert_eq!(titles, [Some("Quay 9, fête"), Some("inner")]);
    assert!(documents[1].text.contains("Inner words."));
}

#[test]
fn letters_of_other_charsets_are_read_with_and_without_a_label() {
    let words = |rest: &[u8]| {
        let (documents, _) = read(&[HEAD.as_bytes(), rest].concat());
        shown(&documents[0])[4].clone()
    };
    let labelled = b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=E9 au lait\r\n";
    assert_eq!(words(labelled), "paragraph: Café au lait");
    assert_eq!(
        words(b"\r\nCaf\xe9 au lait, bien s\xfbr\r\n"),
        "paragraph: Café au lait, bien sûr"
    );
    let utf_7 = b"Content-Type: text/plain; charset=utf-7\r\n\r\nCaf+AOk-\r\n";
    assert_eq!(words(utf_7), "paragraph: Café");
}

#[test]
fn broken_mails_give_what_can_be_read() {
    let cut = "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n\
         Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n\
         VGhlIHF1YXkgaXMgZnJlZSwgYW5kIH";
    let blocks = shown(&read(&mail(cut)).0[0]);
    assert_eq!(blocks[4], "paragraph: The quay is free, and", "{blocks:?}");
    assert!(
        blocks.contains(&"document/unclosed-boundary".to_owned()),
        "{blocks:?}"
    );
    assert!(
        blocks.contains(&"document/bad-transfer-encoding".to_owned()),
        "{blocks:?}"
    );
    check(b"Subject: x\n\n", &[&["title: x", "document/no-date"]]);
    check(
        b"Date: someday\n\nWords.\n",
        &[&[
            "dateline: Date: someday",
            "paragraph: Words.",
            "document/bad-date",
        ]],
    );
}

/// Sizes are such that anything quadratic takes minutes in a test build.
#[test]
fn traps_take_no_time_and_no_stack() {
    let encoded = "=?utf-8?Q?a?= ".repeat(100_000);
    let many_words = format!("From: a@b.example\nSubject: {encoded}\n\nx\n");
    let long_line = format!("To: {}\n\nx\n", "a@b.example, ".repeat(200_000));
    let open =
        |index: usize| format!("Content-Type: multipart/mixed; boundary=b{index}\n\n--b{index}\n");
    let multiparts: String = (0..5_000).map(open).collect();
    let messages = "Content-Type: message/rfc822\n\n".repeat(100_000);
    let digests = "Content-Type: multipart/digest; boundary=d\n\n--d\n\n".repeat(20_000);
    let open_words = format!("Subject: {}\n\nx\n", "=?".repeat(500_000));
    for trap in [
        many_words, long_line, multiparts, messages, digests, open_words,
    ] {
        let start = Instant::now();
        let (documents, problems) = read(trap.as_bytes());
        assert!(!documents.is_empty() || !problems.is_empty());
        let head: String = trap.chars().take(60).collect();
        assert!(
            start.elapsed().as_secs() < 20,
            "{head:?} took {:?}",
            start.elapsed()
        );
    }
}
