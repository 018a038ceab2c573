//! Gives text in capitals its small letters back: a truecaser after Lita and others (2003).
//!
//! Every word has counts of how it is written inside of sentences, some pairs of words have
//! theirs, and the likeliest spelling of a sentence is chosen as a whole. Bytes keep their
//! places, so a span into the restored text is one into the text given. It knows no grammar, and
//! words that are written both ways in one place ("the President") follow the counts' own style.

mod counts;
mod guess;
mod lattice;
mod shape;
mod words;

#[cfg(test)]
mod tests;

pub use counts::{CaseCounts, CaseRow};
pub use shape::{CaseClass, case_class};
pub use words::{CaseWord, case_words};

use crate::token::{TokenKind, tokens};
use depeche_text::Span;
use std::borrow::Cow;
use std::sync::LazyLock;

/// What the counts were made from, and under which licences; for people.
pub const TRUECASE_NOTICE: &str = include_str!("../truecase/NOTICE.md");

static BUNDLED: LazyLock<Truecaser> = LazyLock::new(|| {
    Truecaser::new(CaseCounts {
        words: vec![
            include_str!("../truecase/words-1.tsv"),
            include_str!("../truecase/words-2.tsv"),
        ],
        pairs: vec![
            include_str!("../truecase/pairs-1.tsv"),
            include_str!("../truecase/pairs-2.tsv"),
        ],
        endings: include_str!("../truecase/endings.tsv"),
    })
});

/// Restores the case of text in capitals from counts.
#[derive(Debug)]
pub struct Truecaser {
    counts: counts::Table,
}

impl Truecaser {
    /// The one with the counts that are shipped; they are read at the first call.
    pub fn bundled() -> &'static Truecaser {
        &BUNDLED
    }

    /// One with other counts.
    pub fn new(counts: CaseCounts) -> Truecaser {
        Truecaser {
            counts: counts::Table::read(&counts),
        }
    }

    /// `text`, a block (paragraph or line), with the words that are all capitals spelt as they
    /// would be inside of mixed text.
    ///
    /// Words that hold a small letter stay as they are, and so does everything but letters. Each
    /// character keeps its length in bytes: one whose small form is longer or shorter stays
    /// large. Whether the text is in capitals at all is not asked here: see [`is_shouting`].
    pub fn restore<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let words = case_words(text);
        let mut restored = String::with_capacity(text.len());
        let mut end = 0;
        for sentence in words.chunk_by(|_, next| !next.opens) {
            let classes = lattice::best(&self.counts, sentence);
            for (word, class) in sentence.iter().zip(classes) {
                restored.push_str(&text[end..word.span.start as usize]);
                let raw = word.span.slice(text);
                if word.stays {
                    restored.push_str(raw);
                } else if self.is_compound(word) {
                    self.spell_parts(word, raw, &mut restored);
                } else {
                    let (class, form) = self.spelling(word, class);
                    shape::write(raw, class, form, &mut restored);
                }
                end = word.span.end as usize;
            }
        }
        restored.push_str(&text[end..]);
        match restored == text {
            true => Cow::Borrowed(text),
            false => Cow::Owned(restored),
        }
    }

    /// In how many of a thousand uses a word, in small letters, is written small, with one
    /// capital, and otherwise: from the counts, or guessed from its shape where they lack it.
    pub fn shares(&self, key: &str) -> [u32; 3] {
        self.counts.entry(key).shares
    }

    /// Where line ends have broken words in two ("com- mittee"): the bytes of the hyphens of
    /// those that are counted whole and whose halves nothing but one white space parts.
    pub fn breaks(&self, text: &str) -> Vec<usize> {
        let words = case_words(text);
        let halves = words.windows(2).filter_map(|pair| {
            let [first, second] = pair else {
                return None;
            };
            let whole = first
                .whole
                .as_ref()
                .filter(|_| first.whole == second.whole)?;
            let between = text.get(first.span.end as usize..second.span.start as usize)?;
            let parted = between.len() == 2 && between.starts_with('-');
            let counted = self.counts.get(whole).is_some();
            (parted && counted).then_some(first.span.end as usize)
        });
        halves.collect()
    }

    /// Whether a joined word is not counted whole.
    fn is_compound(&self, word: &CaseWord) -> bool {
        word.key.contains('-') && self.counts.get(&word.key).is_none()
    }

    /// The class in its place, and how the other form goes.
    fn spelling(&self, word: &CaseWord, class: CaseClass) -> (CaseClass, Option<&'static str>) {
        let whole = self.counts.whole_of(word);
        let class = match class {
            _ if word.alone && self.is_new_acronym(&word.key) => CaseClass::Other,
            CaseClass::Small if word.leads => CaseClass::Capital,
            CaseClass::Capital if whole.is_some_and(|whole| !whole.starts_with(&word.key)) => {
                CaseClass::Small
            }
            other => other,
        };
        let form = match (whole, class) {
            (None, CaseClass::Other) => self.counts.get(&word.key).and_then(|entry| entry.form),
            _ => None,
        };
        (class, form)
    }

    /// Whether a word that stands alone in brackets is an abbreviation: short and not counted.
    fn is_new_acronym(&self, key: &str) -> bool {
        (3..=6).contains(&key.len()) && self.counts.get(key).is_none()
    }

    /// A joined word that is not counted whole, part by part: `US-SOVIET`.
    fn spell_parts(&self, word: &CaseWord, raw: &str, restored: &mut String) {
        let is_hyphen = |letter: char| matches!(letter, '-' | '\u{2010}' | '\u{2011}');
        let keys = word.key.split('-');
        for (index, (part, key)) in raw.split_inclusive(is_hyphen).zip(keys).enumerate() {
            if part.starts_with(char::is_numeric) {
                restored.push_str(part);
                continue;
            }
            let entry = self.counts.part(key, index > 0);
            let class = match entry.likeliest() {
                CaseClass::Small if word.leads && index == 0 => CaseClass::Capital,
                other => other,
            };
            shape::write(part, class, entry.form, restored);
        }
    }
}

/// Whether a text is written in capitals: nine in ten of the letters in its longer words.
///
/// Words of one or two letters, numbers and words with digits say nothing, so that "No. 12 TO" is
/// no shout and "(C) AMBASSADOR MOSS CALLED at 0930Z" is one. A text without longer words is not.
pub fn is_shouting(text: &str) -> bool {
    let (mut large, mut all, mut longest) = (0_usize, 0_usize, 0_usize);
    for token in tokens(text, Span::new(0, text.len())) {
        let word = token.span.slice(text);
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        if token.kind != TokenKind::Word || letters < 3 || word.chars().any(char::is_numeric) {
            continue;
        }
        all += letters;
        large += word.chars().filter(|letter| letter.is_uppercase()).count();
        longest = longest.max(letters);
    }
    longest > 3 && large * 10 >= all * 9
}

/// A block with the case of what is all capitals restored: of the whole, or of those of its lines
/// that are. Every byte keeps its place; a block without such lines is given back as it is.
pub fn restored(block: &str) -> Cow<'_, str> {
    if is_shouting(block) {
        return Truecaser::bundled().restore(block);
    }
    let mut whole = Cow::Borrowed(block);
    let mut start = 0;
    for line in block.split_inclusive('\n') {
        let end = start + line.len();
        if is_shouting(line) {
            let line = Truecaser::bundled().restore(line);
            whole.to_mut().replace_range(start..end, &line);
        }
        start = end;
    }
    whole
}
