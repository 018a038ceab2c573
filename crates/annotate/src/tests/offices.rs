//! Offices, as `title / of / to / holder`.

use super::annotated;
use depeche_text::Span;

fn check(text: &str, expected: &[&str]) {
    let (document, annotations) = annotated(text);
    let words = |span: Option<Span>| span.map_or("-", |span| span.slice(&document.text));
    let found: Vec<String> = annotations
        .offices
        .iter()
        .map(|office| {
            let holder = office
                .holder
                .map(|holder| annotations.mentions[holder].span);
            let former = if office.former { " (former)" } else { "" };
            format!(
                "{} / {} / {} / {}{former}",
                words(Some(office.title)),
                words(office.of),
                words(office.to),
                words(holder)
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn whom_a_counsel_serves_is_not_the_counsel() {
    check(
        "General Counsel to the President Peter Lund saw Minister Ana Moss.",
        &[
            "General Counsel / - / President / Peter Lund",
            "President / - / - / President",
            "Minister / - / - / Ana Moss",
        ],
    );
}

#[test]
fn offices_before_and_after_names() {
    check(
        "Denmark's ambassador to Norway, Peter Lund, met ex-foreign minister of Chile Ana Moss.",
        &[
            "ambassador / Denmark / Norway / Peter Lund",
            "ex-foreign minister / Chile / - / Ana Moss (former)",
        ],
    );
    check(
        "Chilean President Ana Moss saw Peter Lund, chairman of the Trade Committee.",
        &[
            "President / Chilean / - / Ana Moss",
            "chairman / Trade Committee / - / Peter Lund",
        ],
    );
    check(
        "The Danish ambassador to that country, Ana Moss, left.",
        &["ambassador / Danish / that country / Ana Moss"],
    );
    check(
        "The Ambassador in Norway (Lund) to the Secretary of State. The major issues remain.",
        &[
            "Ambassador / - / Norway / Lund",
            "Secretary of State / - / - / Secretary of State",
        ],
    );
    check(
        "Chile's foreign minister at the time, Ana Moss, and deputy defense minister Peter Lund.",
        &[
            "foreign minister / Chile / - / Ana Moss (former)",
            "deputy defense minister / - / - / Peter Lund",
        ],
    );
}

#[test]
fn an_office_without_a_name_stands_for_its_holder() {
    check(
        "Ana Moss left. Moss's security adviser saw the ambassador.",
        &[
            "security adviser / Moss / - / Moss's security adviser",
            "ambassador / - / - / ambassador",
        ],
    );
}

#[test]
fn in_a_list_an_office_is_that_of_the_name_before_it() {
    check(
        "Ana Moss, Danish Ambassador\n\tMr. Peter Lund, Assistant Chief",
        &[
            "Ambassador / Danish / - / Ana Moss",
            "Assistant Chief / - / - / Peter Lund",
        ],
    );
}
