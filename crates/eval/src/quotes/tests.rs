//! The parser, the measures and the families, on invented texts.

use super::compare::Scores;
use super::told::{Pieces, Told, outermost};
use super::{article, polnear, token};
use depeche_document::BlockKind;
use depeche_text::Span;

const TEXT: &str = "Ana Moß lost.\n\n“We won,” Moß told Bo, “again.”";

fn at(words: &str) -> Span {
    let start = TEXT.rfind(words).expect("the words are there");
    Span::new(start, start + words.len())
}

fn told(source: &[&str], cue: &str, content: &[&str]) -> Told {
    let pieces = |words: &[&str]| Pieces::of(words.iter().map(|words| at(words)), TEXT);
    Told {
        cue: pieces(&[cue]),
        source: pieces(source),
        content: pieces(content),
        ..Told::default()
    }
}

#[test]
fn stand_off_lines_are_in_characters_and_in_pieces() {
    let lines = "T1\tSource 25 28\tMoß\nT2\tCue 29 33\ttold\n\
        T3\tContent 15 24;38 46\t“We won,” “again.”\nT4\tAttribution 29 33\ttold\n\
        E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nT5\tDiscuss 0 3\tAna\nodd\n\
        T6\tCue 8 12\tlost\nE2\tAttribution-no-source:T4 Content2:T3 Cue:T6\n";
    let read = polnear::told(lines, TEXT);
    let both = told(&["Moß"], "told", &["“We won,”", "“again.”"]);
    assert_eq!(read[0], both);
    let without = told(&[], "lost", &["“We won,”", "“again.”"]);
    assert_eq!(read[1], without);
    assert_eq!(read.len(), 2);
}

#[test]
fn the_same_is_counted_by_characters_words_and_tokens() {
    let marked = [told(&["Moß"], "told", &["“We won,”", "“again.”"])];
    let read = [
        told(&["Moß"], "told Bo", &["We won", "again"]),
        told(&["Moß"], "lost", &["Bo"]),
    ];
    let mut scores = Scores::default();
    scores.add(TEXT, &marked, &read);
    let [cue, source, content] = scores.parts;
    assert_eq!((cue.exact.same, cue.exact.read), (0, 2));
    assert_eq!(
        (cue.tokens.same, cue.tokens.gold, cue.tokens.read),
        (1, 1, 3)
    );
    // A source of two attributions counts once.
    assert_eq!((source.exact.same, source.exact.read), (1, 1));
    assert_eq!((content.exact.same, content.words.same), (0, 1));
    assert_eq!(
        (
            content.tokens.same,
            content.tokens.gold,
            content.tokens.read
        ),
        (3, 9, 4)
    );
    assert_eq!((scores.triple.same, scores.triple_words.same), (0, 0));
    scores.add(TEXT, &marked, &marked);
    assert_eq!((scores.triple.same, scores.triple_words.same), (1, 1));
}

#[test]
fn tokens_are_words_and_marks() {
    let tokens = token::tokens(TEXT);
    assert_eq!(tokens.len(), 17);
    let pieces = Pieces::of([at("“We won,”")], TEXT);
    assert_eq!(token::under(&pieces, &tokens).len(), 5);
    assert_eq!(token::words_under(&pieces, &tokens, TEXT).len(), 2);
}

#[test]
fn what_lies_in_anothers_content_is_left_out() {
    let outer = told(&["Ana"], "lost", &["“We won,” Moß told Bo, “again.”"]);
    let inner = told(&["Moß"], "told", &["“We won,”"]);
    assert_eq!(outermost(vec![outer.clone(), inner]), (vec![outer], 1));
}

#[test]
fn the_first_line_is_the_title() {
    let kinds: Vec<BlockKind> = article::blocks(TEXT)
        .iter()
        .map(|block| block.kind)
        .collect();
    assert_eq!(kinds, [BlockKind::Title, BlockKind::Paragraph]);
}
