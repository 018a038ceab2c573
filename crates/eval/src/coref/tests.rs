//! Gold of short invented texts.

use super::gum;
use super::score::Form;

const LINES: &str = "\
# newdoc id = invented
# newpar
# speaker = AnaMoss
# text = Veld met the president; he left.
1\tVeld\tVeld\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-s-cf1-1-sgl)
2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_
3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\tEntity=(2-person-new-s-cf2-2-sgl
4\tpresident\tpresident\tNOUN\tNN\t_\t2\tobj\t_\tEntity=2)|SpaceAfter=No
5\t;\t;\tPUNCT\t:\t_\t2\tpunct\t_\t_
6\the\the\tPRON\tPRP\t_\t7\tnsubj\t_\tEntity=(1-person-giv-s-cf1-1-ana)
7\tleft\tleave\tVERB\tVBD\t_\t2\tparataxis\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

";

#[test]
fn pronouns_and_offices_are_anaphors() {
    let text = gum::text(LINES, false);
    let words = |anaphor: &super::score::Anaphor| (anaphor.span.slice(&text.text), anaphor.form);
    let anaphors: Vec<(&str, Form)> = text.anaphors.iter().map(words).collect();
    assert_eq!(
        anaphors,
        [("the president", Form::Office), ("he", Form::Third)]
    );
    let names: Vec<&str> = text
        .names
        .values()
        .flatten()
        .map(|name| name.slice(&text.text))
        .collect();
    assert_eq!(names, ["Veld"]);
}

#[test]
fn speakers_stand_before_their_turns() {
    let text = gum::text(LINES, true);
    assert_eq!(text.text, "Ana Moss: Veld met the president; he left.");
    assert_eq!(text.names[&0][0].slice(&text.text), "Veld");
}
