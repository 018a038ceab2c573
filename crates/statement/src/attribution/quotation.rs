//! Quotations that go on in the next sentences of a paragraph, without a cue of their own.

use super::{Said, is_read};
use crate::scene::Scene;
use depeche_document::Block;
use depeche_text::Span;

/// Gives sentences that a quotation goes on over, or that are one themselves, to the telling of
/// the quotation before them in the same paragraph.
pub(super) fn go_on(scene: &Scene<'_>, mut said: Vec<Said>) -> Vec<Said> {
    let blocks = scene.document.blocks.iter();
    for block in blocks.filter(|block| is_read(block.kind)) {
        go_on_in(scene, block, &mut said);
    }
    said
}

fn go_on_in(scene: &Scene<'_>, block: &Block, said: &mut [Said]) {
    let sentences = &scene.annotations.sentences;
    let first = sentences.partition_point(|sentence| sentence.start < block.span.start);
    let mut teller: Option<usize> = None;
    let mut is_open = false;
    let rest = sentences[first..].iter().enumerate();
    for (offset, span) in rest.take_while(|(_, span)| span.end <= block.span.end) {
        let index = first + offset;
        let text = scene.text(*span);
        let own = said
            .iter()
            .position(|said| said.sentence == index && said.rule == "quotation");
        let starts_open = is_open;
        let quoted = quoted(text, &mut is_open);
        match own {
            Some(own) => {
                teller = Some(own);
                if starts_open {
                    // The quotation began in the sentence before.
                    said[own].content.sort_unstable();
                }
            }
            None => {
                let is_whole = starts_open || text.trim_start().starts_with(QUOTES);
                let Some(teller) = teller.filter(|_| is_whole && quoted) else {
                    if !starts_open {
                        teller = None;
                    }
                    continue;
                };
                let words = span.trimmed(&scene.document.text);
                add(&mut said[teller].content, words, starts_open);
            }
        }
    }
}

const QUOTES: [char; 4] = ['"', '\u{201c}', '\u{201d}', '\u{ab}'];

/// Whether most of a sentence is inside quotation marks; `is_open` says whether one is open
/// before it and is set to whether one is open behind it.
fn quoted(text: &str, is_open: &mut bool) -> bool {
    let mut inside = 0;
    for letter in text.chars() {
        match letter {
            '\u{201c}' | '\u{ab}' => *is_open = true,
            '\u{201d}' | '\u{bb}' => *is_open = false,
            '"' => *is_open = !*is_open,
            _ if *is_open => inside += letter.len_utf8(),
            _ => {}
        }
    }
    inside * 10 > text.trim().len() * 8
}

/// Adds a sentence: to the last span where it goes on inside the same marks.
fn add(content: &mut Vec<Span>, words: Span, goes_on: bool) {
    match content.last_mut() {
        Some(last) if goes_on && last.end <= words.start => *last = last.cover(words),
        _ => content.push(words),
    }
}
