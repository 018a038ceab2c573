//! From tokens to a tree, repairing on the way.
//!
//! NOT binds closest, then AND, then OR, and words side by side loosest: `a b OR c` is
//! `a AND (b OR c)`. Operators without something to join, parentheses without a partner and
//! words without a letter or digit are left out.

use crate::lexer::{Token, TokenKind, lex};
use crate::range::DayRange;
use crate::stop_words::is_stop_word;
use crate::{Form, Leaf, Node, Note, Options, OriginRange};
use depeche_index::{Field, Words};
use depeche_text::Span;
use std::iter::Peekable;
use std::vec::IntoIter;

/// Parentheses and negations nested deeper are left out.
const DEEPEST: usize = 64;

/// More words than this are left out: no person types them, and each costs time.
const MOST_WORDS: usize = 512;

pub(crate) struct Parser<'a> {
    tokens: Peekable<IntoIter<Token<'a>>>,
    notes: Vec<Note>,
    options: Options,
    depth: usize,
    word_count: usize,
    len: usize,
}

/// Where a value is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Anywhere,
    In(Field),
    Dates,
    Origins,
}

/// A member of a row of words side by side.
struct Member {
    node: Node,
    /// `+`, a field's condition or a negation: holds also where words are ORed.
    required: bool,
}

impl<'a> Parser<'a> {
    pub(crate) fn parse(text: &'a str, options: Options) -> (Node, Vec<Note>) {
        let mut notes = Vec::new();
        let tokens = lex(text, &mut notes);
        let mut parser = Parser {
            tokens: tokens.into_iter().peekable(),
            notes,
            options,
            depth: 0,
            word_count: 0,
            len: text.len(),
        };
        let mut members = parser.row(Place::Anywhere);
        while let Some(token) = parser.tokens.next() {
            parser.note(
                token.span,
                "a closing parenthesis without an opening one was left out",
            );
            members.extend(parser.row(Place::Anywhere));
        }
        let root = parser.join(members);
        let mut notes = parser.notes;
        if root.is_none() && !text.trim().is_empty() {
            let span = Span::new(0, text.len());
            notes.push(Note::new(
                span,
                "nothing to look for here; everything is listed",
            ));
        }
        notes.sort_by_key(|note| note.span);
        (root.unwrap_or(Node::Everything), notes)
    }

    fn note(&mut self, span: Span, message: impl Into<String>) {
        self.notes.push(Note::new(span, message));
    }

    fn peek(&mut self) -> Option<TokenKind<'a>> {
        self.tokens.peek().map(|token| token.kind)
    }

    /// Members side by side, up to a closing parenthesis or the end.
    fn row(&mut self, place: Place) -> Vec<Member> {
        let mut members = Vec::new();
        while !matches!(self.peek(), None | Some(TokenKind::Close)) {
            let plus = self.peek() == Some(TokenKind::Plus);
            if let Some(node) = self.either(place) {
                let required = plus || is_condition(&node);
                members.push(Member { node, required });
            }
        }
        members
    }

    /// Joins members side by side as the options say.
    fn join(&mut self, members: Vec<Member>) -> Option<Node> {
        if !self.options.any {
            let nodes: Vec<Node> = members.into_iter().map(|member| member.node).collect();
            return (!nodes.is_empty()).then_some(Node::All(nodes));
        }
        let (required, free): (Vec<Member>, Vec<Member>) =
            members.into_iter().partition(|member| member.required);
        let is_plain = |node: &Node| !is_condition(node);
        let has_plain = required.iter().any(|member| is_plain(&member.node));
        let mut all: Vec<Node> = required.into_iter().map(|member| member.node).collect();
        let mut any: Vec<Node> = free.into_iter().map(|member| member.node).collect();
        self.drop_stop_words(&mut any);
        if !any.is_empty() {
            // Beside a word with a plus the others need not be there, they only rank.
            any.extend(has_plain.then_some(Node::Everything));
            all.push(Node::Any(any));
        }
        (!all.is_empty()).then_some(Node::All(all))
    }

    fn drop_stop_words(&mut self, nodes: &mut Vec<Node>) {
        let is_stop = |node: &Node| match node {
            Node::Leaf(leaf) if leaf.form == Form::Bare => is_stop_word(&leaf.words[0]),
            _ => false,
        };
        if nodes.iter().all(is_stop) || !nodes.iter().any(is_stop) {
            return;
        }
        let dropped: Vec<String> = nodes
            .iter()
            .filter(|node| is_stop(node))
            .map(Node::to_string)
            .collect();
        nodes.retain(|node| !is_stop(node));
        let span = Span::new(0, self.len);
        self.note(
            span,
            format!("left out as too common: {}", dropped.join(" ")),
        );
    }

    /// `a OR b`.
    fn either(&mut self, place: Place) -> Option<Node> {
        let mut nodes = Vec::new();
        nodes.extend(self.both(place));
        while self.peek() == Some(TokenKind::Or) {
            self.operator(nodes.is_empty());
            nodes.extend(self.both(place));
        }
        (!nodes.is_empty()).then(|| Node::Any(nodes).flat())
    }

    /// `a AND b`.
    fn both(&mut self, place: Place) -> Option<Node> {
        let mut nodes = Vec::new();
        nodes.extend(self.one(place));
        while self.peek() == Some(TokenKind::And) {
            self.operator(nodes.is_empty());
            nodes.extend(self.one(place));
        }
        (!nodes.is_empty()).then(|| Node::All(nodes).flat())
    }

    /// Takes an operator, saying so where it has nothing on one side.
    fn operator(&mut self, nothing_before: bool) {
        let Some(token) = self.tokens.next() else {
            return;
        };
        let nothing_after = matches!(
            self.peek(),
            None | Some(TokenKind::Close | TokenKind::And | TokenKind::Or)
        );
        if nothing_before || nothing_after {
            self.note(token.span, "an operator with nothing to join was left out");
        }
    }

    /// One word, phrase, group, field or negation; takes at least one token unless it is an
    /// operator or a closing parenthesis.
    fn one(&mut self, place: Place) -> Option<Node> {
        match self.peek()? {
            TokenKind::Close | TokenKind::And | TokenKind::Or => return None,
            _ => {}
        }
        let token = self.tokens.next()?;
        match token.kind {
            TokenKind::Word(word) => self.word(word, token.span, place),
            TokenKind::Quote(words) => self.quote(words, token.span, place),
            TokenKind::Field(name) => self.field(name, token.span, place),
            TokenKind::Open => self.group(token.span, place),
            TokenKind::Not => self.negated(token.span, place),
            TokenKind::Plus => self.nested(token.span, |parser| parser.one(place)),
            TokenKind::Equals => self.exact(token.span, place),
            TokenKind::Close | TokenKind::And | TokenKind::Or => None,
        }
    }

    /// Goes one level down, where that is not too deep.
    fn nested(
        &mut self,
        span: Span,
        inner: impl FnOnce(&mut Parser<'a>) -> Option<Node>,
    ) -> Option<Node> {
        if self.depth >= DEEPEST {
            self.note(span, "nested too deeply; left out");
            return None;
        }
        self.depth += 1;
        let node = inner(self);
        self.depth -= 1;
        node
    }

    fn negated(&mut self, span: Span, place: Place) -> Option<Node> {
        let node = self.nested(span, |parser| parser.one(place));
        if node.is_none() {
            self.note(span, "a negation with nothing behind it was left out");
        }
        node.map(|node| Node::Not(Box::new(node)))
    }

    fn group(&mut self, span: Span, place: Place) -> Option<Node> {
        let node = self.nested(span, |parser| {
            let members = parser.row(place);
            parser.join(members).map(Node::flat)
        });
        match self.peek() {
            Some(TokenKind::Close) => {
                self.tokens.next();
            }
            None => self.note(span, "a closing parenthesis was missing; added at the end"),
            Some(_) => {}
        }
        node
    }

    fn exact(&mut self, span: Span, place: Place) -> Option<Node> {
        let node = self.nested(span, |parser| parser.one(place))?;
        let Node::Leaf(leaf) = node else {
            self.note(span, "= goes before a word; left out");
            return Some(node);
        };
        let form = match leaf.form {
            Form::Bare => Form::Exact,
            other => other,
        };
        Some(Node::Leaf(Leaf { form, ..leaf }))
    }

    fn field(&mut self, name: &str, span: Span, place: Place) -> Option<Node> {
        let inner = match name.to_ascii_lowercase().as_str() {
            "date" => Some(Place::Dates),
            "origins" => Some(Place::Origins),
            lower => Field::named(lower).map(Place::In),
        };
        let Some(inner) = inner else {
            self.note(span, format!("no field called {name}; read as words"));
            let words = self.word(name, span, place);
            let follows = self
                .tokens
                .peek()
                .is_some_and(|next| next.span.start == span.end);
            let value = follows.then(|| self.one(place)).flatten();
            return both_of(words, value);
        };
        let value = self.nested(span, |parser| parser.one(inner));
        if value.is_some() {
            return value;
        }
        self.note(
            span,
            format!("{name}: has nothing behind it; read as a word"),
        );
        self.word(name, span, place)
    }

    fn quote(&mut self, text: &str, span: Span, place: Place) -> Option<Node> {
        if let Some(range) = range_node(text, place) {
            return Some(range);
        }
        let place = self.words_place(text, span, place);
        let mut words = self.fold(text, span)?;
        let form = match words.len() {
            1 => Form::Exact,
            _ => Form::Phrase,
        };
        words.truncate(MOST_WORDS);
        Some(leaf(place, form, words))
    }

    fn word(&mut self, text: &str, span: Span, place: Place) -> Option<Node> {
        if let Some(range) = range_node(text, place) {
            return Some(range);
        }
        if text == "*" {
            return Some(Node::Everything);
        }
        let place = self.words_place(text, span, place);
        let stem = text.trim_end_matches('*');
        let is_prefix = stem.len() < text.len() && stem.chars().last().is_some_and(is_in_word);
        if stem.contains(['*', '?']) && stem.trim_end_matches('?').contains(['*', '?']) {
            self.note(span, "* is read only at the end of a word");
        }
        let mut words = self.fold(stem, span)?;
        if is_prefix {
            return self.prefix(words, span, place);
        }
        match words.len() {
            1 => Some(leaf(place, Form::Bare, words)),
            _ => {
                words.truncate(MOST_WORDS);
                Some(leaf(place, Form::Phrase, words))
            }
        }
    }

    /// `vice-pres*`: the words before the last as a phrase, and the last as a beginning.
    fn prefix(&mut self, mut words: Vec<String>, span: Span, place: Place) -> Option<Node> {
        let last = words.pop()?;
        let prefix = leaf(place, Form::Prefix, vec![last]);
        if words.is_empty() {
            return Some(prefix);
        }
        self.note(
            span,
            "the beginning may stand anywhere, not only behind the words before it",
        );
        let form = match words.len() {
            1 => Form::Exact,
            _ => Form::Phrase,
        };
        Some(Node::All(vec![leaf(place, form, words), prefix]))
    }

    /// The folded words of a value; `None`, with a note, where there are none.
    fn fold(&mut self, text: &str, span: Span) -> Option<Vec<String>> {
        let words: Vec<String> = Words::all(text).into_iter().map(|(_, word)| word).collect();
        self.word_count += words.len();
        if words.is_empty() {
            self.note(span, "no letter or digit here; left out");
            return None;
        }
        if self.word_count > MOST_WORDS {
            self.note(span, "too many words; left out from here");
            return None;
        }
        Some(words)
    }

    /// Where words are looked for that should have been a date or a number.
    fn words_place(&mut self, text: &str, span: Span, place: Place) -> Place {
        let wanted = match place {
            Place::Dates => "a date (2007, 2007-02, 2007-02-16, 2007-01..2007-03)",
            Place::Origins => "a number (2, 2.., ..3)",
            other => return other,
        };
        self.note(span, format!("{text} is not {wanted}; read as words"));
        Place::Anywhere
    }
}

fn is_in_word(character: char) -> bool {
    depeche_index::is_word_char(character) || !character.is_ascii()
}

fn leaf(place: Place, form: Form, words: Vec<String>) -> Node {
    let field = match place {
        Place::In(Field::Text) => None,
        Place::In(field) => Some(field),
        _ => None,
    };
    Node::Leaf(Leaf { field, form, words })
}

fn range_node(text: &str, place: Place) -> Option<Node> {
    match place {
        Place::Dates => DayRange::parse(text).map(Node::Dates),
        Place::Origins => OriginRange::parse(text).map(Node::Origins),
        _ => None,
    }
}

fn both_of(first: Option<Node>, second: Option<Node>) -> Option<Node> {
    match (first, second) {
        (Some(first), Some(second)) => Some(Node::All(vec![first, second])),
        (first, second) => first.or(second),
    }
}

/// Whether a node must hold even where bare words are ORed: it names a field, or says not.
fn is_condition(node: &Node) -> bool {
    match node {
        Node::Everything => false,
        Node::Leaf(leaf) => leaf.field.is_some(),
        Node::Dates(_) | Node::Origins(_) | Node::Not(_) => true,
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().all(is_condition),
    }
}
