//! Invented lists; who a reader takes from them.

use super::super::read as read_text;

/// The participants of a memorandum with these lines, by field.
fn participants(lines: &str) -> Vec<String> {
    let text = format!(
        "12. Memorandum of Conversation\nOstervik, March 3, 1964, 9:30 a.m.\nSUBJECT\nQuay 9\n\
         {lines}\nMr. Lind welcomed the guests and said that the harbour was closed until the ice \
         had gone; he asked whether the ships would wait, and for how long they could.\n\
         The Ambassador thought that they would.\n"
    );
    let draft = read_text(&text, "leak/paper.txt");
    let fields = draft.fields.into_iter();
    let fields = fields.filter(|field| field.name == "participant");
    fields.map(|field| field.value).collect()
}

fn check(lines: &str, expected: &[&str]) {
    assert_eq!(participants(lines), expected, "{lines}");
}

#[test]
fn the_name_comes_first_in_the_field_wherever_it_stands() {
    check(
        "PARTICIPANTS\nMr. Per Lind, Minister of Norland\nEUR—Mr. Ek\nMr. Moss—NEA\nS/S–RO: Ida Holm\n\
         Minister of Defense—Olaf S. Brandt\nNorlandic Foreign Minister Jens Veld\n\
         Foreign Minister Rask of the Sudlandic Republic\nH. Alexis Berg, Jr., Desk Officer",
        &[
            "Mr. Per Lind, Minister of Norland",
            "Mr. Ek, EUR",
            "Mr. Moss, NEA",
            "Ida Holm, S/S–RO",
            "Olaf S. Brandt, Minister of Defense",
            "Norlandic Foreign Minister Jens Veld",
            "Foreign Minister Rask, of the Sudlandic Republic",
            "H. Alexis Berg, Jr., Desk Officer",
        ],
    );
}

#[test]
fn sides_and_signs_are_nobody_and_offices_are_somebody() {
    check(
        "PARTICIPANTS\nU.S.\nThe President\nThe Acting Secretary (Mr. Lind)\nDepartment of State\n\
         Mr. Ek\nSwedish Side\nAmbassador Moss\nSweden\nInterpreters\nMiss Holm\nCIA",
        &[
            "The President",
            "Mr. Lind, The Acting Secretary",
            "Mr. Ek",
            "Ambassador Moss",
            "Miss Holm",
        ],
    );
}

#[test]
fn several_stand_in_one_entry() {
    check(
        "Present: The President, Secty Lind, Mr. Ek and Ida Holm; General Moss",
        &[
            "The President",
            "Secty Lind",
            "Mr. Ek",
            "Ida Holm",
            "General Moss",
        ],
    );
    check(
        "ATTENDANCE\nMessrs. Lind, Berg, Jr., Ek, and Moss",
        &["Messrs. Lind", "Berg, Jr.", "Ek", "Moss"],
    );
    check(
        "PRESENT\nThe President, Lind, Ek, Moss",
        &["The President", "Lind", "Ek", "Moss"],
    );
    check(
        "PARTICIPANTS\nMr. Lind, Special Assistant to Secretary Ek\nMr. Moss, Educational and Cultural Affairs",
        &[
            "Mr. Lind, Special Assistant to Secretary Ek",
            "Mr. Moss, Educational and Cultural Affairs",
        ],
    );
}

#[test]
fn headings_are_of_many_forms() {
    let people = "\nMr. Per Lind\nMr. Ek";
    for heading in [
        "PARTICIPANTS",
        "Participants:",
        "OTHERS PRESENT",
        "Present were:",
        "The following were present:",
        "THOSE ATTENDING THE MEETING WERE",
        "LIST OF PARTICIPANTS",
        "U.S. PARTICIPANTS",
        "NOTES OF THE MEETING OF THE PRESIDENT WITH",
    ] {
        check(&format!("{heading}{people}"), &["Mr. Per Lind", "Mr. Ek"]);
    }
    check("All the participants were present at the opening.", &[]);
}

#[test]
fn footnotes_between_the_lines_are_left_out() {
    check(
        "PARTICIPANTS\nMinister Lind\nLind was in Ostervik for the meeting of harbour masters, which \
         had begun on March 1; see the note of Mr. Berg.\nMr. Ek\nJ. Ek, of the Harbour Board.\nMr. Moss",
        &["Minister Lind", "Mr. Ek", "Mr. Moss"],
    );
}

#[test]
fn surnames_that_are_offices_too() {
    check(
        "PARTICIPANTS\nMr. Frederik Bishop\nMr. Dean\nGeneral West\nAnna Prince, First Secretary\nMr. Secretary Lind",
        &[
            "Mr. Frederik Bishop",
            "Mr. Dean",
            "General West",
            "Anna Prince, First Secretary",
            "Mr. Secretary Lind",
        ],
    );
}

#[test]
fn columns_are_entries() {
    let text = "MEMORANDUM OF CONVERSATION\n\nDATE: March 3, 1964\nSUBJECT: Quay 9\n\nPARTICIPANTS:\n\
                Mr. Per Lind, Minister        Ambassador Moss\nMr. Ek                        Miss Holm\n\n\
                Mr. Lind said that the harbour was closed.\n";
    let draft = read_text(text, "leak/paper.txt");
    let fields = draft
        .fields
        .iter()
        .filter(|field| field.name == "participant");
    let values: Vec<&str> = fields.map(|field| field.value.as_str()).collect();
    assert_eq!(
        values,
        [
            "Mr. Per Lind, Minister",
            "Ambassador Moss",
            "Mr. Ek",
            "Miss Holm"
        ]
    );
}
