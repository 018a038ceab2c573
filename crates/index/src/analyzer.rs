//! Our words, as the engine takes them.

use crate::{Stemmer, Words};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

pub(crate) const FOLDED: &str = "folded";
pub(crate) const STEMMED: &str = "stemmed";

/// Both analyzers under their names; an index must be given them each time it is opened.
pub(crate) fn analyzers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(FOLDED, FoldedTokenizer);
    manager.register(STEMMED, StemmedTokenizer::default());
    manager
}

#[derive(Clone)]
struct FoldedTokenizer;

#[derive(Clone, Default)]
struct StemmedTokenizer {
    stemmer: Stemmer,
}

struct FoldedStream<'a> {
    words: Words<'a>,
    token: Token,
}

struct StemmedStream<'a> {
    words: Words<'a>,
    stemmer: &'a mut Stemmer,
    word: String,
    token: Token,
}

impl Tokenizer for FoldedTokenizer {
    type TokenStream<'a> = FoldedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FoldedStream<'a> {
        FoldedStream {
            words: Words::new(text),
            token: Token::default(),
        }
    }
}

impl Tokenizer for StemmedTokenizer {
    type TokenStream<'a> = StemmedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> StemmedStream<'a> {
        StemmedStream {
            words: Words::new(text),
            stemmer: &mut self.stemmer,
            word: String::new(),
            token: Token::default(),
        }
    }
}

impl TokenStream for FoldedStream<'_> {
    fn advance(&mut self) -> bool {
        let read = self.words.next_into(&mut self.token.text);
        self.token.position = self.token.position.wrapping_add(1);
        read.is_some()
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

impl TokenStream for StemmedStream<'_> {
    fn advance(&mut self) -> bool {
        if self.words.next_into(&mut self.word).is_none() {
            return false;
        }
        self.token.text.clear();
        self.token.text.push_str(self.stemmer.stem(&self.word));
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
