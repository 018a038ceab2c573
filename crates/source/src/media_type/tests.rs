use super::*;

fn check(bytes: impl AsRef<[u8]>, name: &str, expected: &str) {
    let bytes = bytes.as_ref();
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
    assert_eq!(media_type(bytes, name), expected, "{name}: {start:?}");
}

fn utf_16_le(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn signatures_go_before_names() {
    check("", "a.txt", "application/x-empty");
    check("%PDF-1.4\n", "a.txt", "application/pdf");
    check(b"\x1f\x8b\x08\x00", "a.xml", "application/gzip");
    check(b"\x89PNG\r\n\x1a\n\0\0", "a", "image/png");
    check(b"\xff\xd8\xff\xe0\0\x10JFIF", "a.jpg", "image/jpeg");
    check(b"II*\0\x08\0\0\0", "scan", "image/tiff");
    check(b"BM\x36\x10\0\0\0\0\0\0\x36\0", "a", "image/bmp");
    check("BMW stood before the embassy", "a", "text/plain");
    check(
        b"\x7fELF\x02\x01\x01\0",
        "a.txt",
        "application/x-executable",
    );
    check(
        b"MZ\x90\0\x03\0",
        "a.txt",
        "application/vnd.microsoft.portable-executable",
    );
    check("MZ met the minister", "a", "text/plain");
    check(
        b"SQLite format 3\0\x10\0",
        "a.db",
        "application/vnd.sqlite3",
    );
    check(b"!BDN\x9a\x1c", "a", "application/vnd.ms-outlook-pst");
    check("{\\rtf1\\ansi", "a.doc", "application/rtf");
    check(b"\0\x05\x16\x07\0\x02\0\0", "._a", "application/applefile");
    check(
        b"\0\0\0\x01Bud1\0\0",
        ".DS_Store",
        "application/x-apple-dsstore",
    );
    check(
        [0, 159, 146, 150, 0, 1, 2, 3],
        "a.txt",
        "application/octet-stream",
    );
}

#[test]
fn a_container_is_told_by_its_parts_then_by_its_name() {
    let docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let odt = "application/vnd.oasis.opendocument.text";
    check(
        "PK\x03\x04\x14\0[Content_Types].xml..word/document.xml",
        "a.zip",
        docx,
    );
    check(
        "PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text",
        "a",
        odt,
    );
    check(
        "PK\x03\x04\x14\0letters/word/a.txt",
        "leak.zip",
        "application/zip",
    );
    check("PK\x03\x04\x14\0", "a.docx", docx);
    check("PK\x05\x06\0\0", "empty.zip", "application/zip");
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    check(ole, "a.DOC", "application/msword");
    check(ole, "a.msg", "application/vnd.ms-outlook");
    check(ole, "a", "application/x-ole-storage");
}

#[test]
fn pages_are_html_whatever_they_are_called() {
    check("<!DOCTYPE html>\n<title>a</title>", "a.txt", "text/html");
    check(
        "\u{feff}\n <!doctype HTML PUBLIC \"-//W3C//DTD\">",
        "a",
        "text/html",
    );
    check("<!-- saved --><HTML lang=en>", "a", "text/html");
    check(
        "<?xml version='1.0'?><!DOCTYPE html><html>",
        "a.xhtml",
        "text/html",
    );
    check(
        "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>",
        "a",
        "text/html",
    );
    check("<p>The envoy left.</p>", "a", "text/html");
    check("Breaking: <b>the envoy</b> left", "a.html", "text/html");
    check("Breaking: <b>the envoy</b> left", "a.txt", "text/plain");
    let page = utf_16_le("<html><body>The envoy left.</body></html>");
    check(&page, "a", "text/html");
    check([&[0xff, 0xfe][..], &page].concat(), "a", "text/html");
}

#[test]
fn tei_is_told_from_other_xml_by_its_root() {
    let tei = "application/tei+xml";
    check(
        "<?xml version=\"1.0\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">",
        "a.xml",
        tei,
    );
    check(
        "<?xml version='1.0'?><t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'>",
        "a",
        tei,
    );
    check(
        "<?xml version='1.0'?><div xmlns='http://www.tei-c.org/ns/1.0'>",
        "a",
        tei,
    );
    check("<!-- volume --><TEI.2>", "a", tei);
    let subset = "<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a \"<b>\">]>\n<TEI>";
    check(subset, "a", tei);
    check(
        "<?xml version='1.0'?><rss version='2.0'>",
        "a.xml",
        "application/xml",
    );
    check("<records><record/></records>", "a.xml", "application/xml");
    check("<?xml version='1.0'?>", "a", "application/xml");
    check(
        "<svg xmlns='http://www.w3.org/2000/svg'>",
        "a",
        "image/svg+xml",
    );
    check("<envoy@example.org> wrote:", "a", "text/plain");
}

#[test]
fn mail_is_told_by_its_route_not_by_its_addresses() {
    let mail = "message/rfc822";
    check(
        "Return-Path: <a@example.org>\nReceived: from b\n\tby c\n\nText",
        "1",
        mail,
    );
    check(
        "From: a@example.org\r\nMIME-Version: 1.0\r\n\r\n",
        "1.txt",
        mail,
    );
    check(
        "From: a@example.org\nDate: Fri, 16 Feb 2007 10:22:33 +0000\n\nText",
        "1",
        mail,
    );
    check("Subject: a\n\nText", "1.eml", mail);
    check(
        "From a@example.org Fri Feb 16 10:22:33 2007\nFrom: a\nMessage-ID: <1>\n",
        "in",
        MBOX,
    );
    check(
        "From a@example.org Fri Feb 16 10:22:33 2007\nFrom: a\n\nText",
        "1.eml",
        mail,
    );
    check(
        "From: a@example.org is how it starts\n",
        "1.txt",
        "text/plain",
    );
}

const MBOX: &str = "application/mbox";

#[test]
fn memoranda_and_cables_are_plain_text() {
    let text = "text/plain";
    check(
        "TO: The Secretary\nFROM: A. Bell\nDATE: March 3, 1972\nSUBJECT: Fish\n\n",
        "1",
        text,
    );
    check(
        "FM AMEMBASSY NOWHERE\nTO SECSTATE WASHDC\nSUBJECT: FISH\n",
        "1.txt",
        text,
    );
    check(
        "SUBJECT: Fish\nDATE: 3/3/72 at 10:30 a.m.\nTO: The Files\n",
        "1",
        text,
    );
    check("From the ministry we hear: nothing.\n", "1", text);
}

#[test]
fn text_in_any_code_page_is_text() {
    let text = "text/plain";
    check("The envoy left.", "a", text);
    check("name,post\nBell,envoy\n", "a.csv", text);
    check(
        b"Der Botschafter f\xfchrte Gespr\xe4che \xfcber Fisch",
        "a",
        text,
    );
    check(b"\xcf\xee\xf1\xee\xeb \xef\xf0\xe8\xe1\xfb\xeb", "a", text);
    check(utf_16_le("The envoy left."), "a", text);
    check([&[0xfe, 0xff][..], b"\0T\0h\0e\0 "].concat(), "a", text);
    check(
        b"The envoy\0left by the early train, it was said.",
        "a",
        text,
    );
    check(b"The envoy\0 left.\0\0", "a", text);
    check("#!/bin/sh\necho", "a", text);
}

#[test]
fn only_the_start_is_looked_at() {
    let mut bytes = "The envoy left. ".repeat(1000).into_bytes();
    bytes.extend([0; 100]);
    check(&bytes, "a", "text/plain");
}
