//! Names, as `kind name`, in text order.

use super::annotated;
use crate::MentionForm;

fn check(text: &str, expected: &[&str]) {
    let (document, annotations) = annotated(text);
    let found: Vec<String> = annotations
        .mentions
        .iter()
        .filter(|mention| mention.form == MentionForm::Name)
        .map(|mention| {
            let kind = format!("{:?}", mention.kind).to_lowercase();
            format!("{kind} {}", mention.span.slice(&document.text))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn people_by_title_initials_and_surname() {
    check(
        "Mr. Moss told Ambassador Peter J. Lund that Dr. Ilse von Varga was ill. Varga agreed.",
        &[
            "person Moss",
            "person Peter J. Lund",
            "person Ilse von Varga",
            "person Varga",
        ],
    );
}

#[test]
fn bodies_by_head_noun_and_places_by_gazetteer() {
    check(
        "The Danish Embassy in Oslo wrote to the Ministry of Foreign Affairs of Norway.",
        &[
            "organization Danish Embassy in Oslo",
            "organization Ministry of Foreign Affairs",
            "place Norway",
        ],
    );
    check(
        "Rebels tried to blow up the Danish Embassy in Oslo near the Baltic Sea.",
        &["facility Danish Embassy in Oslo", "place Baltic Sea"],
    );
}

#[test]
fn a_title_of_two_people_is_no_part_of_a_name() {
    check(
        "Secretaries Lund and Moss saw Ambassadors Varga and Holm.",
        &["person Lund", "person Moss", "person Varga", "person Holm"],
    );
}

#[test]
fn a_dash_with_room_parts_names() {
    let (_, annotations) =
        annotated("Straits Monitor - Kestria and Tamoria agreed in 2006 on a secret change.");
    let spans = annotations.mentions.iter().map(|mention| mention.span);
    assert!(spans.clone().count() > 1);
    assert!(
        spans.clone().all(|span| span.end <= 15 || span.start >= 18),
        "{spans:?}"
    );
}

#[test]
fn telegrams_in_capitals() {
    check(
        "AMBASSADOR MOSS MET PRESIDENT KENNEDY IN OSLO. THE NORWEGIAN GOVERNMENT AGREED.",
        &[
            "person MOSS",
            "person KENNEDY",
            "place OSLO",
            "organization NORWEGIAN GOVERNMENT",
        ],
    );
}

#[test]
fn common_words_with_a_capital_are_no_names() {
    check(
        "According to reports, In May Monday Talks On Trade began.",
        &[],
    );
    check(
        "The meeting ended. Further Talks followed. Turkey agreed.",
        &["place Turkey"],
    );
}

#[test]
fn a_surname_is_no_plural_and_a_body_alone_no_person() {
    // "dull" is a common word; the surname is not its plural.
    check(
        "John Foster Dulles met Allen Dulles. The Assembly said that it agreed.",
        &[
            "person John Foster Dulles",
            "person Allen Dulles",
            "organization Assembly",
        ],
    );
}

#[test]
fn capitals_hide_no_names() {
    check(
        "AMBASSADOR MOSS CALLED ON FOREIGN MINISTER VARGA IN BAKU. VARGA SAID THAT NOTHING WAS SIGNED.",
        &["person MOSS", "person VARGA", "place BAKU", "person VARGA"],
    );
}

#[test]
fn a_country_of_the_document_is_a_place_and_its_adjective_no_name() {
    check(
        "Talks were held in Kestria. Kestria and Tamoria signed it. The Kestrian envoy, Signe Aldervik, said so.",
        &[
            "place Kestria",
            "place Kestria",
            "place Tamoria",
            "person Signe Aldervik",
        ],
    );
}

#[test]
fn an_address_names_nobody() {
    check("See http://www.page.net/a or write to moss@page.net.", &[]);
}

fn described(text: &str, expected: &[&str]) {
    let (document, annotations) = super::annotated(text);
    let found: Vec<&str> = annotations
        .descriptions
        .iter()
        .map(|mention| mention.span.slice(&document.text))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn descriptions_are_definite_and_go_on_over_their_of() {
    described(
        "The leaders of both countries met a farmer in the Danish town.",
        &[
            "The leaders of both countries",
            "both countries",
            "the Danish town",
            "Danish",
        ],
    );
    described(
        "FOREIGN MINISTER TOLD DEPUTIES THAT SOUTH AFRICAN TROOPS HAD LEFT THE COUNTRY BY THE ROAD.",
        &[
            "FOREIGN MINISTER",
            "SOUTH AFRICAN",
            "SOUTH AFRICAN TROOPS",
            "THE COUNTRY",
        ],
    );
}

#[test]
fn a_telegram_says_once_what_a_rare_word_names() {
    check(
        "1. ALDERVANK CALLED ON AMBASSADOR MOSS. ALDERVANK SAID THAT HE WAS ILL. 2. NO DOUBT IS \
         CAST ON ALDERVANK BY THE STRIKE.",
        &[
            "person ALDERVANK",
            "person MOSS",
            "person ALDERVANK",
            "person ALDERVANK",
        ],
    );
    // What is all capitals without numbered paragraphs is no telegram.
    check(
        "NO DOUBT IS CAST ON ALDERVANK BY THE STRIKE. ALDERVANK SAID SO.",
        &["person ALDERVANK"],
    );
}

#[test]
fn letters_in_a_telegram_name_what_they_stand_for() {
    check(
        "1. HERRING FISHERS UNION (HFU) MET. HFU VOTED ON INTERNATIONAL HERRING ACCORD (IHA). \
         2. IHA IS DEAD, SAID HFU, AND IHA TALKS ARE OVER.",
        &[
            "organization HERRING FISHERS UNION",
            "organization HFU",
            "organization HFU",
            "organization HFU",
        ],
    );
}

#[test]
fn posts_and_governments_as_telegrams_write_them() {
    check(
        "1. REF STATE 123456. FOR AMEMBASSY OSLO: GOS TOLD USG THAT KESTGOV AGREES.",
        &[
            "organization STATE",
            "organization AMEMBASSY OSLO",
            "place GOS",
            "place USG",
            "place KESTGOV",
        ],
    );
}

#[test]
fn short_words_for_bodies_are_descriptions_in_telegrams() {
    described(
        "1. EMBOFF ASKED COMMERCE ABOUT DANISH NAVAL PLANS. REFUGEES MET BETTER GOVERNMENT.",
        &["EMBOFF", "COMMERCE", "DANISH", "DANISH NAVAL", "GOVERNMENT"],
    );
}

#[test]
fn names_that_hyphens_join_in_a_telegram() {
    check(
        "1. FLIGHTS OSLO-BERGEN-STOCKHOLM ARE FULL. 2. HERRING FISHERS UNION (HFU) MET. \
         HFU-SPONSORED TALKS FAILED AND PRO-HFU FISHERS LEFT.",
        &[
            "place OSLO",
            "place BERGEN",
            "place STOCKHOLM",
            "organization HERRING FISHERS UNION",
            "organization HFU",
            "organization HFU",
            "organization HFU",
        ],
    );
}

#[test]
fn what_has_negotiators_and_affiliates_is_a_body() {
    check(
        "1. TWO VALDORRA NEGOTIATORS ARRIVED IN OSLO. 2. AN AFFILIATE OF VALDORRA PAID. 3. FOR ITS \
         PART, VALDORRA WAS ABLE TO SHOW GOOD FAITH.",
        &[
            "organization VALDORRA",
            "place OSLO",
            "organization VALDORRA",
            "organization VALDORRA",
        ],
    );
}

#[test]
fn a_strange_surname_needs_no_capital() {
    check(
        "1. AMBASSADOR PETER ALDERVANKS GAVE NO REASON. 2. WE REFUSED TO TELL ALDERVANKS WHY.",
        &["person PETER ALDERVANKS", "person ALDERVANKS"],
    );
}

#[test]
fn descriptions_end_at_names_dates_and_other_offices() {
    described(
        "1. JULY 19 EMBOFF MET MR. MOSS AND DANISH OFFICIALS. 2. COMMITTEE MEMBERS AND EMBASSY STAFF \
         AGREED WITH ARAB STATES.",
        &[
            "EMBOFF",
            "DANISH",
            "DANISH OFFICIALS",
            "COMMITTEE",
            "COMMITTEE MEMBERS",
            "EMBASSY STAFF",
            "ARAB",
            "ARAB STATES",
        ],
    );
}

#[test]
fn a_word_that_a_line_end_broke_is_one() {
    check(
        "1. THE CANADIAN GOVERN- MENT TOLD FOREIGN MIN- ISTER MOSS THAT IT AGREED.",
        &["organization CANADIAN GOVERN- MENT", "person MOSS"],
    );
}

#[test]
fn lists_tell_what_a_strange_word_names() {
    check(
        "1. THE FIRM HAS AGENTS IN OSLO, VEJDRUP, STOCKHOLM AND COPENHAGEN. 2. NEXT GENERAL \
         ASSEMBLY WILL HEAR NORDICS.",
        &[
            "place OSLO",
            "place VEJDRUP",
            "place STOCKHOLM",
            "place COPENHAGEN",
            "organization GENERAL ASSEMBLY",
        ],
    );
}
