//! Invented telegrams in the forms that are held, and texts that are none.

use crate::{Form, Part, parse};

const RAW: &str = "VZCZCXRO4711
PP RUEHXX RUEHYY
DE RUEHQX #0173/01 0461355
ZNY CCCCC ZZH
P 151355Z FEB 07
FM AMEMBASSY OSTERVIK
TO RUEHC/SECSTATE WASHDC PRIORITY 2345
INFO RUEHAK/AMEMBASSY NORDHAVEN PRIORITY 0456
RUEHXX/USMISSION LUND 12
BT
C O N F I D E N T I A L SECTION 01 OF 02 OSTERVIK 000173

SIPDIS

NOFORN

E.O. 12958: DECL: 02/15/2017
TAGS: PREL, PGOV, XX
SUBJECT: HARBOUR TALKS RESUME: MINISTER OPTIMISTIC
ON TIMING

REF: A. 06 OSTERVIK 1234
     B. STATE 5678 (NOTAL)

Classified By: DCM Ida Brandt, Reasons 1.4 (b) and (d)

1. (C) SUMMARY. The minister told the Ambassador on
February 14 that talks would resume. END SUMMARY.

OSTERVIK 00000173  002 OF 002

2. (S/NF) He listed three points:
1. fish
2. tolls

3. COMMENT: We doubt it. END COMMENT.
BRANDT


NNNN
";

fn value(part: &Option<Part>) -> &str {
    part.as_ref().map_or("", |part| &part.value)
}

fn values(parts: &[Part]) -> Vec<&str> {
    parts.iter().map(|part| part.value.as_str()).collect()
}

#[test]
fn reads_the_header_of_a_raw_telegram() {
    let cable = parse(RAW).expect("a telegram");
    assert_eq!(cable.form, Form::Raw);
    assert_eq!(value(&cable.transmission), "VZCZCXRO4711");
    assert_eq!(value(&cable.station), "DE RUEHQX #0173/01 0461355");
    assert_eq!(value(&cable.precedence), "PRIORITY");
    assert_eq!(value(&cable.date_time_group), "151355Z FEB 07");
    let date = cable.date.as_ref().expect("a date");
    assert_eq!(date.edtf.as_deref(), Some("2007-02-15T13:55Z"));
    assert_eq!(date.rule, "date-time-group");
    assert_eq!(value(&cable.from), "AMEMBASSY OSTERVIK");
    assert_eq!(values(&cable.to), ["SECSTATE WASHDC"]);
    assert_eq!(
        values(&cable.info),
        ["AMEMBASSY NORDHAVEN", "USMISSION LUND"]
    );
    assert_eq!(value(&cable.classification), "CONFIDENTIAL");
    assert_eq!(values(&cable.captions), ["SIPDIS", "NOFORN"]);
    assert_eq!(
        value(&cable.executive_order),
        "E.O. 12958: DECL: 02/15/2017"
    );
    assert_eq!(values(&cable.tags), ["PREL", "PGOV", "XX"]);
    assert_eq!(
        value(&cable.subject),
        "HARBOUR TALKS RESUME: MINISTER OPTIMISTIC ON TIMING"
    );
    assert_eq!(value(&cable.number), "07OSTERVIK173");
    assert_eq!(
        value(&cable.classified_by),
        "DCM Ida Brandt, Reasons 1.4 (b) and (d)"
    );
}

#[test]
fn takes_the_reference_list_apart() {
    let cable = parse(RAW).expect("a telegram");
    let references: Vec<String> = cable
        .references
        .iter()
        .map(|reference| {
            format!(
                "{} {}",
                reference.label.unwrap_or('-'),
                reference.part.value
            )
        })
        .collect();
    assert_eq!(references, ["A 06 OSTERVIK 1234", "B STATE 5678 (NOTAL)"]);
    for (refs, expected) in [
        ("(A) LUND 12, (B) 07 STATE 5", vec!["LUND 12", "07 STATE 5"]),
        ("A) LUND 12 B) STATE 5", vec!["LUND 12", "STATE 5"]),
        ("LUND 12; STATE 5", vec!["LUND 12", "STATE 5"]),
        ("LUND 12", vec!["LUND 12"]),
    ] {
        let text = RAW.replace("A. 06 OSTERVIK 1234\n     B. STATE 5678 (NOTAL)", refs);
        let cable = parse(&text).expect("a telegram");
        let read: Vec<&str> = cable
            .references
            .iter()
            .map(|reference| reference.part.value.as_str())
            .collect();
        assert_eq!(read, expected);
    }
}

#[test]
fn reads_paragraphs_comment_signer_and_page_lines() {
    let cable = parse(RAW).expect("a telegram");
    let numbers: Vec<(u32, &str)> = cable
        .paragraphs
        .iter()
        .map(|paragraph| (paragraph.number, value(&paragraph.mark)))
        .collect();
    assert_eq!(numbers, [(1, "C"), (2, "S/NF"), (3, "")]);
    assert!(cable.paragraphs[1].span.slice(RAW).ends_with("2. tolls"));
    assert_eq!(value(&cable.signer), "BRANDT");
    let comment = cable.comment.map(|span| span.slice(RAW));
    assert_eq!(comment, Some("COMMENT: We doubt it. END COMMENT"));
    let furniture: Vec<&str> = cable.furniture.iter().map(|span| span.slice(RAW)).collect();
    assert_eq!(furniture, ["BT", "OSTERVIK 00000173  002 OF 002", "NNNN"]);
}

#[test]
fn reads_a_short_all_capitals_telegram_of_the_seventies() {
    let text = "R 142331Z JUN 73\nFM AMEMBASSY LUND\nTO SECSTATE WASHDC 5533\n\
                UNCLAS LUND 03608\nE.O. 11652: N/A\nTAGS: PFOR, XX\nSUBJ: HARBOUR\n\n\
                1. FOLLOWING A MEETING TALKS RESUMED.\n\n2. NO COMMENT.\n\nHOLM\n";
    let cable = parse(text).expect("a telegram");
    assert_eq!(value(&cable.number), "73LUND3608");
    assert_eq!(value(&cable.classification), "UNCLASSIFIED");
    assert_eq!(value(&cable.precedence), "ROUTINE");
    assert_eq!(cable.paragraphs.len(), 2);
    assert_eq!(value(&cable.signer), "HOLM");
}

#[test]
fn reads_the_archives_attributes() {
    let text = "Message Text\n\n1. TALKS RESUMED.\nHOLM\n\nMessage Attributes\n\n\
                Document Number: 1973LUND03608\nDraft Date: 14 JUN 1973\nFrom: LUND\n\
                To: STATE\nTAGS: PFOR, XX\nDrafter: n/a\n";
    let cable = parse(text).expect("a telegram");
    assert_eq!(cable.form, Form::Archive);
    assert_eq!(value(&cable.number), "1973LUND03608");
    assert_eq!(
        cable.date.and_then(|date| date.edtf).as_deref(),
        Some("1973-06-14")
    );
    assert_eq!(values(&cable.tags), ["PFOR", "XX"]);
    assert_eq!(value(&cable.signer), "HOLM");
}

#[test]
fn reads_a_printed_telegram() {
    let text = "21. Telegram From the Embassy in Ostervik to the Department of State\n\
                Ostervik, June 14, 1963, 2 p.m.\n1164. The minister told me he agreed.\nHolm\n";
    let cable = parse(text).expect("a telegram");
    assert_eq!(cable.form, Form::Printed);
    assert_eq!(value(&cable.from), "the Embassy in Ostervik");
    assert_eq!(values(&cable.to), ["the Department of State"]);
    assert_eq!(value(&cable.number), "1164");
    assert_eq!(value(&cable.signer), "Holm");
}

#[test]
fn another_text_is_no_telegram() {
    for text in [
        "",
        "Ministers met in Ostervik on Friday.\n\nTO be continued. SECRET talks went on.",
        "TO: The Secretary\nFROM: S/P\nSUBJECT: Harbour\n\nCONFIDENTIAL\n\nWe think so.",
        "WikiNews says cables of 151355Z FEB 07 were sent from the embassy to the capital.",
        "Telegram from Lund to be published\n\nIt was found on Monday.",
        "SECRET\n\nMEMORANDUM OF CONVERSATION\n\nPARTICIPANTS: A, B\n\nSUBJECT: Harbour",
    ] {
        assert_eq!(parse(text), None, "{text:?}");
    }
}

#[test]
fn a_telegram_cut_or_broken_anywhere_is_answered() {
    let broken = RAW
        .replace('A', "É")
        .replace("000173", "99999999999999999999");
    for text in [RAW, broken.as_str()] {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            if let Some(cable) = parse(&text[..end]) {
                assert!(cable.body.get(&text[..end]).is_some());
            }
            let _ = parse(&text[end..]);
        }
    }
}
