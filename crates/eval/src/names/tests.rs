//! The parsers of the sets, the comparison and the counts, on invented texts.

use super::score::{Scores, Tally};
use super::set::{Case, Coarse, Gold, Rules, Set, capitals, outermost};
use super::system::{Found, Kind};
use super::{cables, conventions, edges, gum, uner};
use depeche_annotate::{EntityKind, Mention, MentionForm};
use depeche_document::Document;
use depeche_text::Span;

/// The names of a text as a person would list them.
fn listed(gold: &Gold) -> Vec<String> {
    let names = gold.names.iter();
    names
        .map(|(span, kind)| format!("{kind:?} {}", span.slice(&gold.text)))
        .collect()
}

#[test]
fn cables_keep_outermost_typed_mentions_that_are_no_pronouns() {
    let text = "É 1. HE TOLD US AMBASSADOR OF NORLAND.\\n\\n2. US AGREED.";
    let mention = |start: usize, end: usize, kind: &str| {
        format!(r#"{{"start":{start},"end":{end},"type":{kind}}}"#)
    };
    let mentions = [
        mention(5, 7, "\"PER.IND\""),
        mention(13, 15, "\"ORG.GOV\""),
        mention(16, 37, "\"PER.IND\""),
        mention(30, 37, "\"GPE.NATION\""),
        mention(0, 1, "\"PRE.X\""),
        mention(2, 3, "null"),
        mention(43, 45, "\"GPE.NATION\""),
    ];
    let line = |split: &str, warnings: &str| {
        let mentions = mentions.join(",");
        format!(
            r#"{{"split":"{split}","text":"{text}","mentions":[{mentions}],"warnings":[{warnings}]}}"#
        )
    };
    let lines = [line("dev", ""), line("dev", "\"odd\""), line("train", "")].join("\n");
    let texts = cables::texts(&lines, "dev").expect("the lines are JSON");
    assert_eq!(texts.len(), 1);
    assert_eq!(
        listed(&texts[0]),
        ["Person AMBASSADOR OF NORLAND", "Country US"]
    );
    assert_eq!(texts[0].blocks.len(), 2);
}

#[test]
fn uner_names_lie_in_the_text_as_written() {
    let lines = "# newdoc id = a\n# sent_id = 1\n# text = Ana's in Port Vell.\n1-2\tAna's\t_\n\
        1\tAna\tB-PER\n2\t's\tO\n3\tin\tO\n4\tPort\tB-LOC\n5\tVell\tI-LOC\n6\t.\tO\n\n\
        1\tAcme\tB-ORG\n2\tAcme\tB-ORG\n\n# newdoc id = b\n1\tno\tO\n";
    let texts = uner::texts(lines);
    assert_eq!(texts.len(), 2);
    assert_eq!(texts[0].text, "Ana's in Port Vell.\nAcme Acme");
    assert_eq!(texts[0].blocks.len(), 2);
    assert_eq!(
        listed(&texts[0]),
        [
            "Person Ana",
            "Place Port Vell",
            "Organization Acme",
            "Organization Acme"
        ]
    );
}

/// A line of GUM: spelling, parts of speech, head, `Entity`.
fn word(number: usize, cells: [&str; 5]) -> String {
    let [spelling, upos, xpos, head, entity] = cells;
    format!("{number}\t{spelling}\t_\t{upos}\t{xpos}\t_\t{head}\t_\t_\tA=b|Entity={entity}|C=d\n")
}

/// A document of one sentence.
fn sentence(text: &str, words: &[[&str; 5]]) -> Gold {
    let words = words.iter().enumerate();
    let words: String = words
        .map(|(index, cells)| word(index + 1, *cells))
        .collect();
    gum::text(&format!("# newpar\n# text = {text}\n{words}\n"))
}

#[test]
fn gum_names_are_proper_heads_without_titles() {
    let gold = sentence(
        "Norland senator Ana Moss saw President Bo in Vell, Norland.",
        &[
            [
                "Norland",
                "PROPN",
                "NNP",
                "2",
                "(1-person-new-s-c-2,3,4-sgl(2-place-new-s-c-1-sgl-Norland)",
            ],
            ["senator", "NOUN", "NN", "5", ""],
            ["Ana", "PROPN", "NNP", "2", ""],
            ["Moss", "PROPN", "NNP", "2", "1)"],
            ["saw", "VERB", "VBD", "0", ""],
            [
                "President",
                "PROPN",
                "NNP",
                "5",
                "(3-person-giv:act-s-c-1,2-sgl-Bo",
            ],
            ["Bo", "PROPN", "NNP", "6", "3)"],
            ["in", "ADP", "IN", "9", ""],
            ["Vell", "PROPN", "NNP", "5", "(4-place-new-s-c-1,3-sgl"],
            [",", "PUNCT", ",", "11", ""],
            ["Norland", "PROPN", "NNP", "9", "(2-place-giv-s-c-1-sgl)4)"],
            [".", "PUNCT", ".", "5", ""],
        ],
    );
    // A phrase with a common noun for its head describes.
    assert_eq!(
        listed(&gold),
        ["Place Norland", "Person Bo", "Place Vell", "Place Norland"]
    );
}

#[test]
fn gum_titles_and_peoples_name_no_person() {
    let gold = sentence(
        "Democrats of the Union saw the President of it.",
        &[
            [
                "Democrats",
                "PROPN",
                "NNPS",
                "5",
                "(1-person-new-s-c-1,4-sgl",
            ],
            ["of", "ADP", "IN", "4", ""],
            [
                "the",
                "DET",
                "DT",
                "4",
                "(2-organization-new-s-c-2-sgl-Union",
            ],
            ["Union", "PROPN", "NNP", "1", "2)1)"],
            ["saw", "VERB", "VBD", "0", ""],
            ["the", "DET", "DT", "7", "(3-person-new-s-c-2-sgl"],
            ["President", "PROPN", "NNP", "5", ""],
            ["of", "ADP", "IN", "9", ""],
            ["it", "PRON", "PRP", "7", "(2-organization-new-s-c-1-ana)3)"],
            [".", "PUNCT", ".", "5", ""],
        ],
    );
    assert_eq!(listed(&gold), ["Organization Union"]);
}

#[test]
fn gum_people_have_their_own_name_only() {
    let gold = sentence(
        "the Union's Ana Moss of Vell",
        &[
            [
                "the",
                "DET",
                "DT",
                "2",
                "(1-person-new-s-c-2,4,5,7-sgl(2-organization-new-s-c-2-sgl",
            ],
            ["Union", "PROPN", "NNP", "4", ""],
            ["'s", "PART", "POS", "2", "2)"],
            ["Ana", "PROPN", "NNP", "0", ""],
            ["Moss", "PROPN", "NNP", "4", ""],
            ["of", "ADP", "IN", "7", ""],
            ["Vell", "PROPN", "NNP", "4", "(3-place-new-s-c-1-sgl)1)"],
        ],
    );
    assert_eq!(
        listed(&gold),
        ["Organization Union", "Person Ana Moss", "Place Vell"]
    );
}

#[test]
fn capitals_keep_every_offset() {
    assert_eq!(capitals("Zoë’s straße, ŉ"), "ZOË’S STRASSE, ŉ");
    for text in ["ı İ ß ŉ ﬁ ᾳ", "Ünïcode"] {
        let capitals = capitals(text);
        let starts = |text: &str| -> Vec<usize> { text.char_indices().map(|(at, _)| at).collect() };
        assert_eq!(capitals.len(), text.len());
        assert!(starts(text).iter().all(|at| capitals.is_char_boundary(*at)));
    }
}

#[test]
fn only_outermost_names_are_kept() {
    let name = |start, end| (Span::new(start, end), Coarse::Person);
    let names = vec![name(4, 6), name(0, 6), name(5, 9), name(5, 9), name(9, 10)];
    assert_eq!(outermost(names), [name(0, 6), name(5, 9), name(9, 10)]);
}

/// Scores a system that reads `read` in "The Acme Union met Ana."
fn scored(read: &[(&str, Kind)], bare: bool) -> Tally {
    let mut gold = Gold::default();
    gold.push("The Acme Union's met Ana.");
    gold.names = vec![
        (Span::new(0, 16), Coarse::Organization),
        (Span::new(21, 24), Coarse::Person),
    ];
    let set = Set {
        name: String::new(),
        cases: &[Case::Capitals],
        rules: Rules {
            kind: uner::kind,
            nominals: false,
            full: false,
            bare,
        },
        texts: vec![gold],
    };
    let mut system = |document: &Document| {
        let found = read.iter().map(|(words, kind)| {
            let start = document.text.find(words).expect("the words are there");
            let span = Span::new(start, start + words.len());
            Found {
                span,
                full: span,
                kind: *kind,
                nominal: false,
            }
        });
        found.collect()
    };
    let scores: Scores = set.score(Case::Capitals, &mut system);
    Tally::sum(&scores.texts)
}

#[test]
fn edges_count_where_the_set_says_so() {
    let read = [
        ("ACME UNION", Kind::Organization),
        ("ANA", Kind::Person),
        ("MET", Kind::Group),
    ];
    let total = scored(&read, false).total();
    assert_eq!((total.marked, total.marked_same, total.read), (2, 1, 2));
    assert_eq!((total.marked_met, total.read_met), (2, 2));
    assert_eq!(total.f1(), Some(0.5));
    assert_eq!(scored(&read, true).total().f1(), Some(1.0));
}

#[test]
fn another_kind_is_another_name() {
    let tally = scored(&[("ANA", Kind::Facility)], true);
    assert_eq!(tally.total().read_met, 0);
    assert_eq!(tally.0[Coarse::Country as usize].f1(), None);
    assert_eq!(tally.0[Coarse::Person as usize].f1(), Some(0.0));
}

#[test]
fn the_interval_is_the_same_at_every_run() {
    let right = scored(&[("ACME UNION", Kind::Organization)], true);
    let scores = Scores {
        texts: vec![right, Tally::default(), right],
        ..Scores::default()
    };
    let interval = scores.interval();
    assert_eq!(interval, scores.interval());
    assert!(interval.low <= interval.high);
}

/// The words of a mention whose name stands in `<>` and whose office goes on to both ends.
fn full(marked: &str, kind: EntityKind) -> String {
    let text: String = marked
        .chars()
        .filter(|letter| !"<>[]".contains(*letter))
        .collect();
    let at = |mark: char| {
        let before = &marked[..marked.find(mark).expect("the mark is there")];
        before
            .chars()
            .filter(|letter| !"<>[]".contains(*letter))
            .count()
    };
    let mention = Mention {
        span: Span::new(at('<'), at('>')),
        full: Span::new(at('['), at(']')),
        kind,
        form: MentionForm::Name,
        by: Vec::new(),
    };
    edges::full(&mention, &[], &text).slice(&text).to_owned()
}

#[test]
fn a_comma_sets_an_office_off_and_letters_belong_to_their_name() {
    let person = EntityKind::Person;
    let body = EntityKind::Organization;
    assert_eq!(
        full("[<ANA MOSS>, MINISTER OF TRADE] WENT", person),
        "ANA MOSS"
    );
    assert_eq!(full("SAW [MINISTER OF TRADE, <MOSS>]", person), "MOSS");
    assert_eq!(
        full("ACTING [MINISTER <MOSS>]'S", person),
        "ACTING MINISTER MOSS'S"
    );
    assert_eq!(full("[<MOSS>]' S WIFE", person), "MOSS' S");
    assert_eq!(
        full("[<HERRING UNION>] (HU) MET", body),
        "HERRING UNION (HU)"
    );
    assert_eq!(full("[<ANA MOSS>] (NORLAND)", person), "ANA MOSS");
}

#[test]
fn what_no_comma_parts_is_one_mention_and_officials_stand_for_their_body() {
    let text =
        "HERRING PARTY CHAIRMAN MOSS TOLD HFU OFFICIALS, AND AMBASSADORS LUND AND VARGA CAME.";
    let found = |words: &str, title: &str, kind: Kind, nominal: bool| {
        let start = text.find(words).expect("the words are there");
        let full = Span::new(start, start + words.len());
        let span = Span::new(start + title.len(), start + words.len());
        Found {
            span,
            full,
            kind,
            nominal,
        }
    };
    let read = [
        found("HERRING PARTY", "", Kind::Organization, false),
        found("CHAIRMAN MOSS", "CHAIRMAN ", Kind::Person, false),
        found("HFU", "", Kind::Organization, false),
        found("HFU OFFICIALS", "", Kind::Person, true),
        found("AMBASSADORS LUND", "AMBASSADORS ", Kind::Person, false),
        found("VARGA", "", Kind::Person, false),
    ];
    let guided = conventions::guided(&read, text);
    let names: Vec<_> = guided
        .iter()
        .map(|name| (name.full.slice(text), name.kind))
        .collect();
    assert_eq!(
        names,
        [
            ("HERRING PARTY", Kind::Organization),
            ("HERRING PARTY CHAIRMAN MOSS", Kind::Person),
            ("HFU OFFICIALS", Kind::Organization),
            ("HFU", Kind::Organization),
            ("AMBASSADORS LUND", Kind::Person),
            ("AMBASSADORS LUND AND VARGA", Kind::Person),
        ]
    );
}
