//! Invented texts of each form; what a reader takes from their layout.

use super::PlainText;
use crate::formats::Format;
use crate::{BlockKind, Document};
use depeche_source::{Item, ItemId, Limits};

fn document(text: &str, name: &str) -> Document {
    let bytes = text.as_bytes().to_vec();
    let item = Item {
        id: ItemId::of(&bytes),
        locator: name.to_owned(),
        media_type: "text/plain".to_owned(),
        bytes,
    };
    let mut documents = Vec::new();
    PlainText.parse(&item, &Limits::default(), &mut |document| {
        documents.push(document)
    });
    documents.remove(0)
}

/// Kind, title, date with its rule; then fields; then blocks, each by its first words.
fn sketch(document: &Document) -> String {
    let date = document
        .date
        .as_ref()
        .map(|date| format!("{} by {}", date.edtf.as_deref().unwrap_or("?"), date.rule));
    let title = document.title.as_deref().unwrap_or("-");
    let mut lines = vec![format!(
        "{:?} | {title} | {}",
        document.kind,
        date.as_deref().unwrap_or("-")
    )];
    for field in &document.fields {
        lines.push(format!("{}: {}", field.name, field.value));
    }
    for block in &document.blocks {
        let words: Vec<&str> = block
            .span
            .slice(&document.text)
            .split_whitespace()
            .take(4)
            .collect();
        lines.push(format!(
            "[{}] {}",
            format!("{:?}", block.kind).to_lowercase(),
            words.join(" ")
        ));
    }
    lines.join("\n")
}

fn check(text: &str, expected: &str) {
    assert_eq!(sketch(&document(text, "leak/paper.txt")), expected);
}

#[test]
fn tells_a_story_from_the_page_around_it() {
    check(
        "Lund and Ostervik sign harbour pact\n\nLund and Ostervik sign harbour pact\n\n\
         Fjordwatch.Net - Papers reveal details of a meeting between the harbour masters.\n\n\
         On March 3, 2004, they met again, and a week later the pact was signed in public.\n\n \
         Top stories\nA seal was seen at the market.\nTaxes rise in 2023.\nPartner news\n---\n",
        "News | Lund and Ostervik sign harbour pact | -\n\
         publisher: Fjordwatch.Net\n\
         [title] Lund and Ostervik sign\n\
         [furniture] Lund and Ostervik sign\n\
         [dateline] Fjordwatch.Net -\n\
         [paragraph] Papers reveal details of\n\
         [paragraph] On March 3, 2004,\n\
         [furniture] Top stories\n\
         [furniture] A seal was seen\n\
         [furniture] Taxes rise in 2023.\n\
         [furniture] Partner news\n\
         [furniture] ---",
    );
}

#[test]
fn an_inset_ends_where_the_story_goes_on() {
    let story = "The harbour was closed on Monday, the minister said in the capital, and it would \
                 stay closed until the ice had gone, the ships had left and the papers were found.";
    let text =
        format!("OSTERVIK (Nordwire) — {story}\n\nRelated:\nHarbour papers out\n\n{story}\n");
    let document = document(&text, "leak/paper.txt");
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Dateline, Furniture, Paragraph};
    assert_eq!(
        kinds,
        [Dateline, Paragraph, Furniture, Furniture, Paragraph]
    );
}

#[test]
fn reads_byline_date_and_agency_of_a_story() {
    check(
        "LUND HERALD\nHome   News   Sport   Archive\n\nHarbour closed\n\nBy Ida Brandt\n\n\
         OSTERVIK, March 3, 2004 (Nordwire) - The harbour was closed on Monday, the minister said.\n\n\
         It will open again next week.\n\nShare this article: Mail  Print\n",
        "News | Harbour closed | 2004-03-03 by dateline\n\
         publisher: LUND HERALD\n\
         author: Ida Brandt\n\
         place: OSTERVIK\n\
         [furniture] LUND HERALD\n\
         [furniture] Home News Sport Archive\n\
         [title] Harbour closed\n\
         [byline] By Ida Brandt\n\
         [dateline] OSTERVIK, March 3, 2004\n\
         [paragraph] The harbour was closed\n\
         [paragraph] It will open again\n\
         [furniture] Share this article: Mail",
    );
}

#[test]
fn reads_a_letter() {
    check(
        "MINISTRY OF FINANCE\n\n            Ostervik, 12 February 2004\n\nMrs Eva Holm\n\n\
         Dear Madam,\n\nI write to thank you for the kindness with which you received me\nin Lund \
         last week, and for the pen that you gave me.\n\nYours sincerely,\n\nMats Berg\nMinister\n",
        "Letter | - | 2004-02-12 by letterhead\n\
         to: Mrs Eva Holm\n\
         signer: Mats Berg\n\
         from: Mats Berg\n\
         place: Ostervik\n\
         [byline] MINISTRY OF FINANCE\n\
         [dateline] Ostervik, 12 February 2004\n\
         [byline] Mrs Eva Holm\n\
         [paragraph] Dear Madam,\n\
         [paragraph] I write to thank\n\
         [signature] Yours sincerely,\n\
         [signature] Mats Berg\n\
         [signature] Minister",
    );
}

#[test]
fn reads_a_memorandum_of_conversation() {
    check(
        "SECRET\n\nMEMORANDUM OF CONVERSATION\n\nDATE: December 7, 2004\n\
         PLACE: Ministry of Defense, Ostervik\nSUBJECT: Quay 9\nPARTICIPANTS:\nOstervik\n  \
         Per Lind, Minister\nLund\n  Ambassador Anna Ek\n\nMr. Lind welcomed the ambassador and \
         asked after her flight, which had been late and cold, as flights over the bay are.\n\n\
         Drafted: AEk\n",
        "Memo | Quay 9 | 2004-12-07 by header-date\n\
         place: Ministry of Defense, Ostervik\n\
         subject: Quay 9\n\
         participant: Per Lind, Minister\n\
         participant: Ambassador Anna Ek\n\
         drafter: AEk\n\
         [paragraph] SECRET\n\
         [title] MEMORANDUM OF CONVERSATION\n\
         [byline] DATE: December 7, 2004\n\
         [byline] PLACE: Ministry of Defense,\n\
         [byline] SUBJECT: Quay 9\n\
         [byline] PARTICIPANTS:\n\
         [byline] Ostervik\n\
         [byline] Per Lind, Minister\n\
         [byline] Lund\n\
         [byline] Ambassador Anna Ek\n\
         [paragraph] Mr. Lind welcomed the\n\
         [signature] Drafted: AEk",
    );
}

#[test]
fn reads_a_telegram() {
    check(
        "P 151355Z FEB 04\nFM AMEMBASSY OSTERVIK\nTO SECSTATE WASHDC PRIORITY 2345\n\
         C O N F I D E N T I A L OSTERVIK 000173\n\nSIPDIS\n\nE.O. 12958: DECL: 02/15/2014\n\
         TAGS: PREL, XX\nSUBJECT: HARBOUR\nTALKS\n\n1. (C) The minister told the Ambassador\n\
         that talks would resume.\n\nOSTERVIK 00000173  002 OF 002\n\n2. (C) He smiled.\nBRANDT\n",
        "Cable | HARBOUR TALKS | 2004-02-15T13:55Z by date-time-group\n\
         from: AMEMBASSY OSTERVIK\n\
         to: SECSTATE WASHDC\n\
         number: 04OSTERVIK173\n\
         date-time-group: 151355Z FEB 04\n\
         precedence: PRIORITY\n\
         classification: CONFIDENTIAL\n\
         caption: SIPDIS\n\
         executive-order: E.O. 12958: DECL: 02/15/2014\n\
         tags: PREL\n\
         tags: XX\n\
         subject: HARBOUR TALKS\n\
         signer: BRANDT\n\
         [byline] P 151355Z FEB 04\n\
         [byline] SIPDIS\n\
         [byline] E.O. 12958: DECL: 02/15/2014\n\
         [title] HARBOUR TALKS\n\
         [paragraph] 1. (C) The minister\n\
         [furniture] OSTERVIK 00000173 002 OF\n\
         [paragraph] 2. (C) He smiled.\n\
         [signature] BRANDT",
    );
}

#[test]
fn the_entries_of_a_chronology_are_no_dateline() {
    let paper = document(
        "HARBOUR FILE\n\n3 March 1974     Ten of the crew released.\n\n10 October 2006  [Veld \
         meets Lind.]\n\n2 May 2007       Lind is released.\n",
        "leak/chronology.txt",
    );
    assert!(paper.date.is_none(), "{:?}", paper.date);
}

#[test]
fn reads_the_dateline_of_a_printed_document() {
    for (line, expected) in [
        ("Ostervik, December 18, 1967.", "1967-12-18"),
        ("Ostervik, 23 May 1951—2 p.m.", "1951-05-23T14:00"),
        ("Ostervik, November 29, 1967, 7 p.m.", "1967-11-29T19:00"),
        ("May 3, 1949—noon.", "1949-05-03T12:00"),
        ("[Ostervik,] May 1, 1950.", "1950-05-01"),
        ("Ostervik, May 23 [24], 1949—8 p. m.", "1949-05-23T20:00"),
        ("Ostervik, May 3[, 1949].", "1949-05-03"),
        ("Ostervik, April 11, 1949. [Received May 18.]", "1949-04-11"),
        ("Ostervik, June 8/9, 1955.", "1955-06-08/1955-06-09"),
        ("Ostervik, undated.", "-"),
        ("The talks of May 3, 1949, were long.", "-"),
        ("On May 3, 1949", "-"),
    ] {
        let text = format!(
            "21. Memorandum of Conversation\n{line}\nThe minister came at four, spoke of the \
             harbour at length, and left on June 5, 1944, as he had come: on foot, in the rain, \
             without a hat and without an answer to the ambassador's question about fish.\n"
        );
        let document = document(
            &text,
            "leak/2001-02-03.txt".trim_end_matches("2001-02-03.txt"),
        );
        let date = document.date.and_then(|date| date.edtf);
        assert_eq!(date.as_deref().unwrap_or("-"), expected, "{line:?}");
        assert_eq!(
            document.title.as_deref(),
            Some("21. Memorandum of Conversation")
        );
    }
}

#[test]
fn reads_a_mail_saved_as_text() {
    check(
        "From: Ida Brandt <ida@lund.example>\nTo: Per Lind\nDate: Wed, 3 Mar 2004 10:15\n\
         Subject: Harbour\n\nThe harbour is closed, and will stay closed.\n",
        "Mail | Harbour | 2004-03-03T10:15 by header-date\n\
         from: Ida Brandt <ida@lund.example>\n\
         to: Per Lind\n\
         subject: Harbour\n\
         [byline] From: Ida Brandt <ida@lund.example>\n\
         [byline] To: Per Lind\n\
         [byline] Date: Wed, 3 Mar\n\
         [byline] Subject: Harbour\n\
         [paragraph] The harbour is closed,",
    );
}

#[test]
fn reads_printed_documents_of_an_edition() {
    check(
        "39. Memorandum of Conversation\nSource: Archives of Ostervik, harbour files.\n\
         Lund, January 7, 1968, Session I.\nPARTICIPANTS\nU.S. Side\nThe President\n\
         Mr. Per Lind, Minister\nThe Minister said that the harbour was closed.\nNo answer came.\n",
        "Memo | 39. Memorandum of Conversation | 1968-01-07 by dateline\n\
         place: Lund\n\
         participant: The President\n\
         participant: Mr. Per Lind, Minister\n\
         [title] 39. Memorandum of Conversation\n\
         [paragraph] Source: Archives of Ostervik,\n\
         [dateline] Lund, January 7, 1968,\n\
         [byline] PARTICIPANTS\n\
         [byline] U.S. Side\n\
         [byline] The President\n\
         [byline] Mr. Per Lind, Minister\n\
         [paragraph] The Minister said that\n\
         [paragraph] No answer came.",
    );
    check(
        "851G.00/1–1449: Telegram\nThe Consul at Lund ( Holm ) to the Secretary of State\n\
         Lund, January 14, 1949—2 p. m.\n164. The harbour is closed, the minister told me on \
         Wednesday, and would stay closed.\nHolm\n",
        "Cable | The Consul at Lund ( Holm ) to the Secretary of State | 1949-01-14T14:00 by dateline\n\
         from: The Consul at Lund ( Holm )\n\
         to: the Secretary of State\n\
         place: Lund\n\
         signer: Holm\n\
         [byline] 851G.00/1–1449: Telegram\n\
         [title] The Consul at Lund\n\
         [dateline] Lund, January 14, 1949—2\n\
         [paragraph] 164. The harbour is\n\
         [signature] Holm",
    );
}

#[test]
fn a_text_that_only_tells_of_dates_has_none() {
    let story = "Harbour papers out\n\nOn March 3, 2004, the ministers met in Ostervik.\n";
    assert_eq!(document(story, "leak/paper.txt").date, None);
    let named = document(story, "leak/story-2004-03-09.txt")
        .date
        .expect("named by its file");
    assert_eq!(
        (named.rule.as_str(), named.edtf.as_deref()),
        ("file-name", Some("2004-03-09"))
    );
    for name in [
        "leak/20040309.txt",
        "2004-03-09/paper.txt",
        "2004-03-09-2004-03-10.txt",
        "x2004-03-091.txt",
    ] {
        assert_eq!(document(story, name).date, None, "{name}");
    }
}

#[test]
fn any_text_gives_ordered_blocks_that_read_back() {
    for text in [
        "",
        "\n\n",
        "é",
        "a\r\nb\r\n",
        "TO:\nFROM:\nSUBJECT:",
        "By X\nBy X",
        "Dear X,\n",
        "- \n— ",
    ] {
        let document = document(text, "x");
        let mut last = 0;
        for block in &document.blocks {
            assert!(
                block
                    .span
                    .get(&document.text)
                    .is_some_and(|words| !words.is_empty())
            );
            assert!(block.span.start >= last, "{text:?}");
            last = block.span.end;
        }
        assert!(
            document
                .blocks
                .iter()
                .all(|block| block.kind != BlockKind::Quote)
        );
    }
}
