//! Texts in columns: a word a line, an empty line after each sentence, its text in a comment.

use depeche_text::Span;

/// One sentence.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sentence<'a> {
    /// Whether a document begins with it.
    pub(crate) opens_document: bool,
    /// Whether a paragraph begins with it.
    pub(crate) opens_paragraph: bool,
    /// As it was written, or its words with spaces between them.
    pub(crate) text: String,
    /// Its words.
    pub(crate) words: Vec<Word<'a>>,
}

/// One word.
#[derive(Debug, Clone)]
pub(crate) struct Word<'a> {
    /// The columns; the first is its number, the second its spelling.
    pub(crate) cells: Vec<&'a str>,
    /// In the sentence's text.
    pub(crate) span: Span,
}

impl<'a> Word<'a> {
    /// A column; empty where the line is too short.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        self.cells.get(column).copied().unwrap_or_default()
    }
}

/// Hands each sentence of a file to `each`, in order.
pub(crate) fn sentences<'a>(file: &'a str, each: &mut dyn FnMut(Sentence<'a>)) {
    let mut sentence = Sentence::default();
    // The line after the last ends a sentence that no empty line ends.
    for line in file.lines().chain([""]) {
        if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim_start();
            sentence.opens_document |= comment.starts_with("newdoc");
            sentence.opens_paragraph |= comment.starts_with("newpar");
            if let Some(text) = comment.strip_prefix("text = ") {
                text.clone_into(&mut sentence.text);
            }
        } else if line.is_empty() {
            if !sentence.words.is_empty() {
                lay(&mut sentence);
                each(std::mem::take(&mut sentence));
            }
        } else {
            let cells: Vec<&str> = line.split('\t').collect();
            // Ranges ("7-8") and words that were not written ("3.1") have other numbers.
            if cells[0].bytes().all(|byte| byte.is_ascii_digit()) {
                let span = Span::default();
                sentence.words.push(Word { cells, span });
            }
        }
    }
}

/// So far ahead a word is looked for where the text holds something that no line names.
const SKIPPED_BYTES: usize = 16;

/// Finds each word in the sentence's text; one that is not there keeps an empty span.
fn lay(sentence: &mut Sentence<'_>) {
    if sentence.text.is_empty() {
        let words: Vec<&str> = sentence.words.iter().map(|word| word.cell(1)).collect();
        sentence.text = words.join(" ");
    }
    let mut at = 0;
    for word in &mut sentence.words {
        let spelling = word.cell(1);
        let found = sentence.text[at..].find(spelling);
        let found = found.filter(|found| *found <= SKIPPED_BYTES && !spelling.is_empty());
        word.span = match found {
            Some(found) => Span::new(at + found, at + found + spelling.len()),
            None => Span::new(at, at),
        };
        at = word.span.end as usize;
    }
}
