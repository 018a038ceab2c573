//! One sentence: its tree with names and times as single nodes, and the clauses read off it.
//!
//! The trained parse decides what hangs on what. Where an annotator has read several words as one
//! name or time, they are one node whatever the parse made of them.

mod clause;
mod phrase;
mod tree;
mod verb;

pub(crate) use clause::{Argument, Clause, Link, arguments_of_noun, own_subject};
pub(crate) use phrase::{Determiner, NounPhrase};
pub(crate) use tree::{Tree, inside};
pub(crate) use verb::VerbGroup;

use crate::lexicon::Noun;
use depeche_annotate::{Annotations, EntityKind, Mention, MentionForm, Word};
use depeche_text::Span;

/// Somebody or something in a sentence: the word that is its head, and all its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filler {
    /// The head, as an index into the sentence's words.
    pub(crate) head: usize,
    /// The head with what hangs on it: "some of those involved in the plot".
    pub(crate) span: Span,
}

/// One sentence, read into a tree and clauses.
#[derive(Debug)]
pub(crate) struct Sentence<'a> {
    pub(crate) annotations: &'a Annotations,
    pub(crate) text: &'a str,
    pub(crate) span: Span,
    pub(crate) words: &'a [Word],
    pub(crate) tree: Tree,
    pub(crate) clauses: Vec<Clause<'a>>,
    /// A title or heading, where a comma stands for "and".
    pub(crate) is_heading: bool,
    /// Whether it begins inside a quotation of the sentence before.
    pub(crate) starts_quoted: bool,
    /// By word, the clause of which it is the verb.
    clause_of: Vec<Option<usize>>,
}

impl<'a> Sentence<'a> {
    /// Reads a sentence.
    pub(crate) fn read(
        text: &'a str,
        annotations: &'a Annotations,
        span: Span,
        (is_heading, starts_quoted): (bool, bool),
    ) -> Sentence<'a> {
        let range = annotations.words_in(span);
        let words = &annotations.words[range.clone()];
        let mut sentence = Sentence {
            annotations,
            text,
            span,
            words,
            tree: Tree::new(annotations, span, range.start),
            clauses: Vec::new(),
            is_heading,
            starts_quoted,
            clause_of: vec![None; words.len()],
        };
        clause::read(&mut sentence);
        sentence
    }

    /// The words of a span.
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        span.get(self.text).unwrap_or_default()
    }

    /// A word in small letters.
    pub(crate) fn lower(&self, word: usize) -> String {
        self.slice(self.words[word].span).to_lowercase()
    }

    /// The dictionary form of a word.
    pub(crate) fn lemma(&self, word: usize) -> &'a str {
        &self.words[word].lemma
    }

    pub(crate) fn tag(&self, word: usize) -> &'static str {
        self.words[word].tag
    }

    /// The mention that a node is, where it is one.
    pub(crate) fn mention(&self, word: usize) -> Option<&'a Mention> {
        self.tree
            .mention(word)
            .map(|mention| &self.annotations.mentions[mention])
    }

    /// The clause of which a word is the verb.
    pub(crate) fn clause_at(&self, word: usize) -> Option<usize> {
        self.clause_of[word]
    }

    pub(super) fn add_clause(&mut self, clause: Clause<'a>) {
        self.clause_of[clause.verb] = Some(self.clauses.len());
        self.clauses.push(clause);
    }

    /// The clauses, each after those that it hangs on.
    pub(crate) fn downwards(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.clauses.len()).collect();
        order.sort_by_key(|clause| {
            let verb = self.clauses[*clause].verb;
            (self.tree.above(verb).count(), verb)
        });
        order
    }

    /// The nearest clause above a word, the word itself left out.
    pub(crate) fn clause_above(&self, word: usize) -> Option<usize> {
        self.tree
            .above(word)
            .find_map(|above| self.clause_of[above])
    }

    /// Whether a word is another, or hangs below it.
    pub(crate) fn is_below(&self, word: usize, above: usize) -> bool {
        word == above || self.tree.above(word).any(|word| word == above)
    }

    /// Children with one of these relations, in text order.
    pub(crate) fn children_as<'s>(
        &'s self,
        word: usize,
        deps: &'s [&'static str],
    ) -> impl Iterator<Item = usize> + 's {
        let children = self.tree.children(word).iter().copied();
        children.filter(move |child| deps.contains(&self.tree.dep(*child)))
    }

    /// Whether a word stands after an opening quotation mark.
    pub(crate) fn is_quoted(&self, word: usize) -> bool {
        let is_quote = |word: &&Word| is_quote(word, self.text);
        let marks = self.words[..word].iter().filter(is_quote).count();
        (marks % 2 == 1) != self.starts_quoted
    }

    /// A node with the words that belong to it, and those joined to it by "and".
    pub(crate) fn members(&self, head: usize) -> Vec<Filler> {
        let mut heads = vec![head];
        let mut at = 0;
        while at < heads.len() {
            let joined = self.children_as(heads[at], &["conj"]);
            let joined = joined.filter(|word| self.is_nominal(*word));
            // "the one rather **than** the other".
            let is_other = |word: &usize| {
                let mut joints = self.children_as(heads[at], &["cc"]);
                joints.any(|joint| joint < *word && self.lower(joint) == "than")
            };
            let joined: Vec<usize> = joined.filter(|word| !is_other(word)).collect();
            heads.extend(joined);
            let listed = self.listed(heads[at]);
            let listed = listed.into_iter().filter(|word| !heads.contains(word));
            let listed: Vec<usize> = listed.filter(|_| self.is_heading).collect();
            heads.extend(listed);
            at += 1;
        }
        heads.sort_unstable();
        heads.dedup();
        // "the Norish, Sudish ministers", of which the parse has the ministers stand beside.
        let beside = self.children_as(head, &["appos"]).next();
        let with_beside: Vec<usize> = heads.iter().copied().chain(beside).collect();
        let whole = self
            .of_one_noun(&heads)
            .or_else(|| self.of_one_noun(&with_beside));
        if let Some(whole) = whole {
            return vec![whole];
        }
        let fillers: Vec<Filler> = heads.into_iter().map(|head| self.named(head)).collect();
        // "the letter and statement for Veld": the words of the first are those of both.
        let is_inside = |filler: &Filler| {
            let mut others = fillers.iter().filter(|other| other.head != filler.head);
            others.any(|other| other.span != filler.span && other.span.contains(filler.span))
        };
        let apart = fillers.iter().filter(|filler| !is_inside(filler));
        apart.copied().collect()
    }

    /// "the Norish, Sudish **and Vessian ministers**": adjectives of one noun are no members.
    fn of_one_noun(&self, heads: &[usize]) -> Option<Filler> {
        let (last, others) = heads.split_last()?;
        let first = *others.first()?;
        let the = self
            .children_as(first, &["det"])
            .find(|word| self.lower(*word) == "the")?;
        let is_adjective = |head: usize| {
            let is_people = self.mention(head).is_some_and(|mention| {
                mention.kind == EntityKind::Group && !self.slice(mention.span).ends_with('s')
            });
            is_people || self.tag(head) == "JJ"
        };
        let is_own = self
            .children_as(*last, &["det", "poss"])
            .any(|word| !others.contains(&word));
        let of_adjective = self
            .children_as(*last, &["amod", "compound", "nmod"])
            .any(is_adjective);
        let is_plural = matches!(self.tag(*last), "NNS" | "NNPS" | "NNP")
            && self.slice(self.words[*last].span).ends_with('s')
            && self.mention(*last).is_none();
        let is_one = is_plural && of_adjective && !is_own;
        (is_one && others.iter().all(|head| is_adjective(*head))).then(|| Filler {
            head: *last,
            span: self.words[the].span.cover(self.filler(*last).span),
        })
    }

    /// A phrase by the name that stands beside it: "the minister of Norland, **Anna Veld**", "the
    /// freighter **Vessa**".
    fn named(&self, head: usize) -> Filler {
        let filler = self.filler(head);
        let is_named = self
            .mention(head)
            .is_some_and(|mention| mention.form == MentionForm::Name);
        let is_title = self
            .noun(head)
            .is_some_and(|noun| !is_named && !noun.is_pronoun);
        let beside = self.children_as(head, &["appos"]).find(|name| {
            let adjacent = self.node_span(*name).start <= self.words[head].span.end + 1;
            let kind = self.mention(*name).map(|mention| mention.kind);
            kind == Some(EntityKind::Person) || adjacent && kind.is_some()
        });
        let beside = beside.or_else(|| self.named_behind(head));
        match beside.filter(|_| is_title) {
            Some(name) => Filler {
                head: name,
                span: filler.span.cover(self.node_span(name)),
            },
            None => filler,
        }
    }

    /// The person in apposition to what no person can be, and so to what that hangs on: "the minister
    /// of Norland, **Anna Veld**".
    fn named_behind(&self, head: usize) -> Option<usize> {
        let is_person = |word: usize| match self.mention(word) {
            Some(mention) => mention.kind == EntityKind::Person,
            None => self
                .noun(word)
                .and_then(|noun| noun.noun)
                .is_some_and(|noun| noun.class == Noun::Person),
        };
        let of = self.children_as(head, &["prep"]).next()?;
        let whose = self.children_as(of, &["pobj"]).next()?;
        let mut beside = self.children_as(whose, &["appos"]);
        let named = |name: &usize| self.mention(*name).is_some() && is_person(*name);
        beside
            .find(named)
            .filter(|_| is_person(head) && !is_person(whose))
    }

    /// "Norland, Sudland sign": in a heading a comma between names stands for "and".
    fn listed(&self, head: usize) -> Vec<usize> {
        if self.tree.mention(head).is_none() {
            return Vec::new();
        }
        let span = self.node_span(head);
        let first = self
            .words
            .partition_point(|word| word.span.end <= span.start);
        let end = self
            .words
            .partition_point(|word| word.span.start < span.end);
        let name = |comma: Option<usize>, word: Option<usize>| {
            let comma = comma.filter(|comma| *comma < self.words.len())?;
            let word = word.filter(|word| *word < self.words.len())?;
            let node = self.tree.node(word);
            let is_name = self.tree.mention(node).is_some();
            (self.lower(comma) == "," && is_name).then_some(node)
        };
        let before = name(first.checked_sub(1), first.checked_sub(2));
        let after = name(Some(end), Some(end + 1));
        before.into_iter().chain(after).collect()
    }

    /// Whether a word can be the head of a noun phrase.
    pub(crate) fn is_nominal(&self, word: usize) -> bool {
        let pos = self.words[word].pos;
        let is_noun = matches!(pos, "NOUN" | "PROPN" | "PRON" | "NUM" | "DET");
        self.tree.mention(word).is_some() || is_noun || matches!(self.tag(word), "NN" | "NNS")
    }
}

/// Whether a word is a double quotation mark, or two single ones that stand for it.
pub(crate) fn is_quote(word: &Word, text: &str) -> bool {
    let spelling = word.span.get(text).unwrap_or_default();
    matches!(
        spelling,
        "\"" | "\u{201c}" | "\u{201d}" | "\u{ab}" | "\u{bb}" | "``" | "''"
    )
}

/// Whether a quotation is open behind a text, where one was or was not before it; and how many
/// of its bytes stand inside quotation marks.
pub(crate) fn quotation(text: &str, is_open: bool) -> (bool, usize) {
    let (mut is_open, mut inside) = (is_open, 0);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let mut length = letter.len_utf8();
        match letter {
            '\u{201c}' | '\u{ab}' => is_open = true,
            '\u{201d}' | '\u{bb}' => is_open = false,
            '"' => is_open = !is_open,
            '\'' | '`' if rest[1..].starts_with(letter) => {
                is_open = !is_open;
                length = 2;
            }
            _ if is_open => inside += length,
            _ => {}
        }
        rest = &rest[length..];
    }
    (is_open, inside)
}
