use super::*;
use crate::BlockKind;
use depeche_text::Severity;
use std::fmt::Write;

fn item(body: &str) -> Item {
    item_of(format!(
        "<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc>\
         <titleStmt><title type='series'>Papers</title><title type='complete'>Papers,\n \
         Volume II</title></titleStmt></fileDesc></teiHeader><text>{body}</text></TEI>"
    ))
}

fn item_of(xml: String) -> Item {
    let bytes = xml.into_bytes();
    Item {
        id: depeche_source::ItemId::of(&bytes),
        locator: "volume.xml".to_owned(),
        media_type: "application/tei+xml".to_owned(),
        bytes,
    }
}

fn read(item: &Item, limits: &Limits) -> (Vec<Document>, Vec<Problem>) {
    let mut documents = Vec::new();
    let problems = Tei.parse(item, limits, &mut |document| documents.push(document));
    (documents, problems)
}

fn one(division: &str) -> Document {
    let (mut documents, problems) = read(&item(division), &Limits::default());
    assert_eq!((documents.len(), problems.len()), (1, 0), "{problems:?}");
    documents.remove(0)
}

/// The blocks, one a line, with their kinds.
fn blocks(document: &Document) -> String {
    let mut lines = String::new();
    for block in &document.blocks {
        let words = block.span.slice(&document.text).replace('\n', "|");
        writeln!(lines, "{:?}: {words}", block.kind).unwrap();
    }
    lines
}

fn fields(document: &Document) -> Vec<String> {
    for field in &document.fields {
        if let (Some(span), false) = (field.span, field.name == "classification") {
            assert_eq!(finish::one_line(span.slice(&document.text)), field.value);
        }
    }
    let fields = document.fields.iter();
    fields
        .map(|field| format!("{}: {}", field.name, field.value))
        .collect()
}

const TELEGRAM: &str = r##"
<div type="compilation"><div type="document" xml:id="d7" n="7">
    <head>7. Telegram From the <gloss type="from">Legation in Borduria</gloss> to the <gloss
        type="to">Foreign Office</gloss><note n="1" type="source">Source: Archive, Box 3.
        Secret; Priority.<p>Drafted by Bell.</p></note>
    </head>
    <dateline>
        <placeName><hi>Szohôd</hi>
        </placeName>, <date when="1952-03-04T16:30:00">March 4, 1952—4:30 p.m.</date>
    </dateline>
    <p rend="sectiontitleital">Fish</p>
    <p>1. The envoy (<persName>
            Bell
        </persName>) left<note n="2">See
        <ref>Document 6</ref>.</note> by the <pb n="12"/>early
        train&#x2014;&amp; <![CDATA[<alone>]]>.</p>
    <quote><p>He said nothing.</p></quote>
    <closer><salute>Yours,</salute><signed><persName>A. Bell</persName><lb/><hi>Envoy</hi></signed>
    </closer>
</div></div>"##;

#[test]
fn a_telegram_is_laid_out_as_a_page_would_show_it() {
    let document = one(TELEGRAM);
    let expected = "\
Title: 7. Telegram From the Legation in Borduria to the Foreign Office
Paragraph: Source: Archive, Box 3. Secret; Priority.
Paragraph: Drafted by Bell.
Dateline: Szohôd, March 4, 1952—4:30 p.m.
Heading: Fish
Paragraph: 1. The envoy (Bell) left by the early train—& <alone>.
Paragraph: See Document 6.
Quote: He said nothing.
Paragraph: Yours,
Signature: A. Bell|Envoy
";
    assert_eq!(blocks(&document), expected);
    assert!(document.text.starts_with("7. Telegram"));
    assert!(document.text.contains("Office\n\nSource: Archive"));
    assert_eq!(document.kind, crate::Kind::Cable);
    assert_eq!(document.place, Place::Id("d7".to_owned()));
    let expected = [
        "from: Legation in Borduria",
        "to: Foreign Office",
        "source: Source: Archive, Box 3. Secret; Priority. Drafted by Bell.",
        "place: Szohôd",
        "footnote: See Document 6.",
        "signer: A. Bell",
        "classification: Secret",
        "number: 7",
        "volume: Papers, Volume II",
    ];
    assert_eq!(fields(&document), expected);
}

#[test]
fn a_heading_says_who_writes_to_whom() {
    let check = |head: &str, expected: &[&str]| {
        let division = format!("<div type='document' xml:id='d1'><head>{head}</head></div>");
        let found: Vec<String> = fields(&one(&division))
            .into_iter()
            .filter(|field| field.starts_with("from") || field.starts_with("to"))
            .collect();
        assert_eq!(found, expected, "{head}");
    };
    // Nothing, one side, or the wrong side is marked.
    check(
        "3. Memorandum From the Council of Elders to Minister Bell",
        &["from: Council of Elders", "to: Minister Bell"],
    );
    check(
        "3. Memorandum From the Council of Elders to Minister <persName type='from'>Bell</persName>",
        &["from: Council of Elders", "to: Bell"],
    );
    check(
        "4. Telegram From the <gloss type='from'>Legation</gloss> to <gloss type='from'>All Posts</gloss>",
        &["from: Legation", "to: All Posts"],
    );
    // An office, and its holder.
    check(
        "5. Letter From the <gloss type='from'>Secretary for Fish</gloss> and Grain (<persName \
         type='from'>Bell</persName>) to the Envoy (Kal)",
        &["from: Bell", "to: Kal"],
    );
    check(
        "6. Telegram From the <gloss type='from'>Delegation</gloss> to the <gloss type='to'>Fish \
         Forum</gloss> to the <gloss type='to'>Foreign Office</gloss>",
        &["from: Delegation to the Fish Forum", "to: Foreign Office"],
    );
    check(
        "7. Memorandum From the Minister's Assistant (Bell)",
        &["from: Bell"],
    );
    // Two who write, and a heading of another form.
    check(
        "8. Letter From <persName type='from'>Bell</persName> and <persName \
         type='from'>Kal</persName> to Moss",
        &["from: Bell", "from: Kal", "to: Moss"],
    );
    check("9. Report from the Embassy to nobody", &[]);
    check(
        "9. Memorandum by Mr. Per N. Lind of the Fish Board, April 3. Sends tea.",
        &["from: Mr. Per N. Lind"],
    );
    check(
        "9. Memorandum by <persName type='from'>Per Lind</persName>, Deputy to the Envoy (<persName \
         type='to'>Moss</persName>)",
        &["from: Per Lind"],
    );
    check(
        "10. Memorandum of a Conversation Between <persName type='from'>Bell</persName> and <persName \
         type='to'>Kal</persName>",
        &[],
    );
}

#[test]
fn a_dateline_gives_the_documents_date_with_its_words() {
    let check = |date: &str, expected: Option<(&str, Option<&str>, &str)>| {
        let division = "<div type='document' xml:id='d1'><dateline>Szohôd, DATE</dateline></div>";
        let document = one(&division.replace("DATE", date));
        let found = document.date.as_ref().map(|date| {
            (
                date.value.as_str(),
                date.edtf.as_deref(),
                date.span.unwrap().slice(&document.text),
            )
        });
        assert_eq!(found, expected, "{date}");
    };
    let same = |value| Some((value, Some(value), "spring"));
    check("<date when='1952-03-04'>spring</date>", same("1952-03-04"));
    check("<date when='1952-03'>spring</date>", same("1952-03"));
    check(
        "<date when='1952-03-04T16:30:00'>spring</date>",
        same("1952-03-04T16:30"),
    );
    let zoned = Some(("1952-03-04T16:30+02:00", Some("1952-03-04"), "spring"));
    check(
        "<date when='1952-03-04T16:30:00+02:00'>spring</date>",
        zoned,
    );
    check(
        "<date from='1952-03-04' to='1952-03-06'>spring</date>",
        same("1952-03-04/1952-03-06"),
    );
    check(
        "<date notBefore='1952-03' notAfter='1952-05'>spring</date>",
        same("1952-03/1952-05"),
    );
    check("<date notAfter='1952-05'>spring</date>", same("../1952-05"));
    check("<date when='1952-02-30'>spring</date>", None);
    check("<date>spring</date>", None);
    check("spring", None);
}

#[test]
fn participants_are_the_items_that_name_no_side() {
    let document = one(
        r#"<div type="document" xml:id="d1"><head>Memorandum of Conversation</head>
        <list type="subject"><head>SUBJECT</head><item>Fish</item></list>
        <list type="participants"><head>PARTICIPANTS</head>
            <item><hi rend="italic">Borduria</hi></item>
            <item>Colonel <persName>Sponsz</persName><note>Arrived late.</note></item>
            <item>Syldavia: <list><item>The Envoy</item><label>2.</label><item><p>His aide</p></item>
            </list></item>
        </list><p rend="flushleft">Top Secret</p></div>"#,
    );
    let lists = "SUBJECT\nFish\n\nPARTICIPANTS\nBorduria\nColonel Sponsz\nSyldavia:\nThe Envoy\n\
                 2. His aide\n\nArrived late.\n\nTop Secret";
    assert_eq!(
        document.text,
        format!("Memorandum of Conversation\n\n{lists}")
    );
    assert_eq!(document.kind, crate::Kind::Memo);
    let expected = [
        "subject: Fish",
        "participant: Colonel Sponsz",
        "participant: The Envoy",
        "participant: His aide",
        "footnote: Arrived late.",
        "classification: Top Secret",
        "volume: Papers, Volume II",
    ];
    assert_eq!(fields(&document), expected);
}

#[test]
fn tables_lists_and_enclosures_keep_their_order() {
    let document = one(r#"<div type="document" xml:id="d1"><head>Letter</head>
        <p>As follows: <list><item>cod</item><item>eel</item></list> and more</p>
        <table><row><cell>Fish</cell><cell>Tons</cell></row>
            <row><cell><p>cod</p></cell><cell>12<note>Estimate.</note></cell></row></table>
        <p>He said <q>no</q> twice.</p>
        <div type="enclosure"><head>Enclosure</head><dateline><date when="1950">1950</date></dateline>
        <p><choice><sic>teh</sic><corr>the</corr></choice> end</p></div></div>"#);
    let expected = "\
Title: Letter
Paragraph: As follows:
Paragraph: cod
Paragraph: eel
Paragraph: and more
Table: Fish\tTons|cod\t12
Paragraph: Estimate.
Paragraph: He said no twice.
Heading: Enclosure
Dateline: 1950
Paragraph: teh end
";
    assert_eq!(blocks(&document), expected);
    assert_eq!(document.date, None);
    assert_eq!(document.kind, crate::Kind::Letter);
}

#[test]
fn an_id_used_twice_makes_two_documents() {
    let (documents, problems) = read(
        &item(
            "<front><div type='preface'><p>On fish.</p></div></front><body>\
             <div type='document' xml:id='d1'><p>One.</p></div>\
             <div type='document' xml:id='d1'><p>Two.</p></div>\
             <div type='document' n='3'><p>Three.</p></div>\
             <div type='document'><p>Four.</p></div></body>",
        ),
        &Limits::default(),
    );
    let place = |index: usize| documents[index].place.to_string();
    assert_eq!([place(0), place(1), place(2)], ["id=d1", "id=d1#2", "id=3"]);
    assert_eq!(documents[1].problems[0].code, "document/duplicate-id");
    assert_ne!(documents[0].id, documents[1].id);
    assert!(matches!(documents[3].place, Place::Bytes(start, end) if start < end));
    assert_eq!(documents[3].text, "Four.");
    assert_eq!(problems[0].code, "document/tei-front-matter");
    assert_eq!(problems[0].severity, Severity::Note);
}

#[test]
fn a_damaged_file_is_read_as_far_as_it_goes() {
    let whole = "<div type='document' xml:id='d1'><p>One.</p></div>";
    let check = |rest: &str, texts: &[&str], codes: &[&str]| {
        let (documents, problems) = read(
            &item_of(format!("<TEI><text>{whole}{rest}")),
            &Limits::default(),
        );
        let found: Vec<&str> = documents
            .iter()
            .map(|document| document.text.as_str())
            .collect();
        assert_eq!(found, texts, "{rest}");
        let problems = documents
            .iter()
            .flat_map(|document| &document.problems)
            .chain(&problems);
        let found: Vec<&str> = problems.map(|problem| problem.code.as_str()).collect();
        assert_eq!(found, codes, "{rest}");
    };
    let cut = ["document/cut-off", "document/malformed-xml"];
    check("</text></TEI>", &["One."], &[]);
    check(
        "<div type='document'><p>Two, as",
        &["One.", "Two, as"],
        &cut,
    );
    check(
        "<div type='document'><p>Two <hi ren",
        &["One.", "Two"],
        &cut,
    );
    check(
        "<div type='document'",
        &["One."],
        &["document/malformed-xml"],
    );
    let misnested = ["document/misnested-markup"];
    let rest = "<div type='document'><p>Two <hi>fish</p></x></div></text></TEI>";
    check(rest, &["One.", "Two fish"], &misnested);
}

#[test]
fn entities_are_not_expanded_and_nothing_is_fetched() {
    let xml = "<!DOCTYPE TEI [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>\
               <TEI><text><div type='document' n='1'><p>&a; &b; &#65; &lt; fish & chips</p></div>\
               </text></TEI>";
    let (documents, problems) = read(&item_of(xml.to_owned()), &Limits::default());
    assert_eq!(documents[0].text, "&a; &b; A < fish & chips");
    assert_eq!(documents[0].problems.len(), 1);
    assert_eq!(documents[0].problems[0].code, "document/unknown-entity");
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn depth_and_length_are_bounded() {
    let deep = format!(
        "<div type='document' n='1'><p>One {}fish{}.</p><p>Two.</p></div>",
        "<hi>".repeat(1000),
        "</hi>".repeat(1000)
    );
    let document = one(&deep);
    assert_eq!(document.text, "One fish.\n\nTwo.");
    assert_eq!(document.problems[0].code, "document/too-deep");
    let limits = Limits {
        text_size_bytes: 20,
        ..Limits::default()
    };
    let long = "<div type='document' n='1'><p>Ten bytes.</p><p>Ten bytes more.</p></div>";
    let (documents, _) = read(&item(long), &limits);
    assert_eq!(documents[0].text, "Ten bytes.");
    assert_eq!(documents[0].problems[0].code, "document/text-cut");
}

#[test]
fn a_text_without_divisions_of_documents_is_one_document() {
    let (documents, problems) = read(
        &item("<body><head>A Letter</head><p>One.</p></body>"),
        &Limits::default(),
    );
    assert!(problems.is_empty());
    assert_eq!(documents[0].place, Place::Whole);
    assert_eq!(documents[0].title.as_deref(), Some("A Letter"));
    assert_eq!(documents[0].blocks[0].kind, BlockKind::Title);
    let declared = "<?xml version=\"1.0\" encoding='windows-1251'?><TEI><text><p>";
    let mut item = item_of(declared.to_owned());
    item.bytes.extend(b"\xf1\xf2\xee\xeb</p></text></TEI>");
    let (documents, _) = read(&item, &Limits::default());
    assert_eq!(documents[0].text, "стол");
}

/// Every volume under `corpora/frus`, where it is unpacked.
#[test]
fn the_public_volumes_are_read_whole() {
    let volumes = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpora/frus/volumes");
    let slow = option_env!("SLOW").is_some();
    let limits = Limits::default();
    let (mut volume_count, mut document_count) = (0, 0);
    for found in depeche_source::walk(&[volumes], &limits) {
        let depeche_source::Found::File(file) = found else {
            continue;
        };
        let item = depeche_source::open(&file, &limits).unwrap();
        let (documents, _) = read(&item, &limits);
        volume_count += 1;
        document_count += documents.len();
        if !slow && volume_count == 3 {
            break;
        }
    }
    match (volume_count, slow) {
        (0, _) => println!("skipped: no corpora/frus/volumes here"),
        (_, true) => assert_eq!((volume_count, document_count), (84, 28_445)),
        (_, false) => assert!(document_count > 500, "{document_count}"),
    }
}
