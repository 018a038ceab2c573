//! Quotations over several sentences: those that go on behind a cue without one of their own,
//! those that began before it, and those that stand alone beside a cue without content.

use super::{Said, is_read};
use crate::scene::Scene;
use crate::sentence::quotation;
use depeche_document::Block;
use depeche_text::Span;

/// A cue without content may introduce a quotation of no more sentences.
const MOST: usize = 40;

/// Gives sentences that are quoted, but have no cue of their own, to the telling that they belong
/// to: the last before them in their paragraph, or that of the sentence in which the quotation
/// ends.
pub(super) fn go_on(scene: &Scene<'_>, mut said: Vec<Said>) -> Vec<Said> {
    let blocks = scene.document.blocks.iter();
    let mut teller = None;
    for block in blocks.filter(|block| is_read(block.kind)) {
        teller = Paragraph::new(scene, block).read(&mut said, teller);
    }
    for said in &mut said {
        said.content.sort_unstable();
    }
    said.retain(|said| !said.content.is_empty());
    said
}

/// "Veld replied: I cannot stay. You …": what is told behind a colon without quotation marks goes on to
/// the end of its paragraph, or to the next telling.
pub(super) fn speak_on(scene: &Scene<'_>, said: &mut [Said]) {
    let sentences = &scene.annotations.sentences;
    let next = |at: usize, said: &[Said]| {
        let later = said
            .iter()
            .find(|other| other.sentence > at && !other.is_stance);
        later.map_or(sentences.len(), |other| other.sentence)
    };
    for at in 0..said.len() {
        let (sentence, cue) = (said[at].sentence, said[at].cue);
        let behind = Span {
            start: cue.end,
            end: sentences[sentence].end.max(cue.end),
        };
        // A cue keeps its colon.
        let opens = scene.text(cue).ends_with(':')
            && !scene
                .text(behind)
                .trim_start()
                .starts_with(['"', '\u{201c}'])
            || scene.text(behind).trim_start().starts_with(": ");
        let is_own = said[at].rule == "reporting-verb" && said[at].clause.is_some();
        let blocks = scene.document.blocks.iter();
        let block = blocks
            .map(|block| block.span)
            .find(|span| span.contains(cue));
        let Some(block) = block.filter(|_| opens && is_own) else {
            continue;
        };
        let end = next(sentence, &said[at + 1..]);
        let rest = sentences[sentence + 1..end].iter();
        let rest = rest.take_while(|span| block.contains(**span));
        if let Some(rest) = rest.copied().reduce(Span::cover) {
            said[at].content.push(rest);
        }
    }
}

/// The sentences of a block, as far as quotation marks go.
struct Paragraph<'a> {
    scene: &'a Scene<'a>,
    /// Index of its first sentence.
    first: usize,
    sentences: &'a [Span],
}

impl<'a> Paragraph<'a> {
    fn new(scene: &'a Scene<'_>, block: &Block) -> Paragraph<'a> {
        let sentences = &scene.annotations.sentences;
        let first = sentences.partition_point(|sentence| sentence.start < block.span.start);
        let end = sentences.partition_point(|sentence| sentence.end <= block.span.end);
        Paragraph {
            scene,
            first,
            sentences: &sentences[first..end.max(first)],
        }
    }

    /// Reads the paragraph; `teller` told the end of the paragraph before where it ended in an
    /// open quotation or with a colon. Gives the same of this one.
    fn read(&self, said: &mut [Said], teller: Option<usize>) -> Option<usize> {
        let mut teller = teller;
        let mut is_open = false;
        let mut pending: Vec<Span> = Vec::new();
        for (offset, span) in self.sentences.iter().enumerate() {
            let index = self.first + offset;
            let text = self.scene.text(*span);
            let words = span.trimmed(&self.scene.document.text);
            let starts_open = is_open;
            let (open, inside) = quotation(text, is_open);
            is_open = open;
            let is_quoted = inside * 10 > text.trim().len() * 8;
            let own = own(said, index, *span);
            // Who quotes somebody inside a quotation does not tell the rest of it.
            let own = own.filter(|own| {
                let before = said[*own].cue.start.saturating_sub(span.start) as usize;
                let before = text.get(..before).unwrap_or_default();
                teller.is_none() || !starts_open || !quotation(before, true).0
            });
            if let Some(own) = own {
                self.take(&mut said[own], (&pending, words), starts_open);
                pending.clear();
                teller = Some(own);
                continue;
            }
            let is_whole = starts_open || starts_quoted(text);
            match teller {
                Some(teller) if is_whole && is_quoted => {
                    add(&mut said[teller].content, words, starts_open);
                }
                _ if is_whole && is_quoted => pending.push(words),
                _ => {
                    pending.clear();
                    teller = None;
                }
            }
        }
        let last = self.sentences.last().map(|span| self.scene.text(*span));
        let goes_on = is_open || last.is_some_and(|last| last.trim_end().ends_with(':'));
        teller.filter(|_| goes_on)
    }

    /// Gives a telling the quoted sentences before it, where the quotation ends in its own, or
    /// where it has no content of its own.
    fn take(&self, said: &mut Said, (pending, words): (&[Span], Span), starts_open: bool) {
        let bare = said.content.is_empty();
        if !(starts_open || bare) || pending.is_empty() || pending.len() > MOST {
            return;
        }
        let first = said.content.iter_mut().min();
        match first {
            Some(first) if starts_open && first.start <= words.start + 1 => {
                let whole = pending
                    .iter()
                    .fold(*first, |whole, span| whole.cover(*span));
                *first = whole;
            }
            _ => {
                let whole = pending.iter().copied().reduce(Span::cover);
                said.content.extend(whole);
            }
        }
    }
}

/// The telling of a sentence that a quotation in it belongs to.
fn own(said: &[Said], sentence: usize, span: Span) -> Option<usize> {
    let from = said.partition_point(|said| said.sentence < sentence);
    let rest = said[from..]
        .iter()
        .take_while(|said| said.sentence == sentence);
    let is_it = |said: &Said| {
        let at_start = said
            .content
            .iter()
            .any(|content| content.start <= span.start + 1);
        matches!(said.rule, "quotation" | "bare-cue") || said.rule == "closing-verb" && at_start
    };
    let found = rest.into_iter().position(is_it)?;
    Some(from + found)
}

fn starts_quoted(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with(['"', '\u{201c}', '\u{201d}', '\u{ab}'])
        || text.starts_with("''")
        || text.starts_with("``")
}

/// Adds a sentence: to the last span where it goes on inside the same marks.
fn add(content: &mut Vec<Span>, words: Span, goes_on: bool) {
    match content.last_mut() {
        Some(last) if goes_on && last.end <= words.start => *last = last.cover(words),
        _ => content.push(words),
    }
}
