//! The parse of one sentence with every name and time as one node.

use depeche_annotate::{Annotations, MentionForm, Word};
use depeche_text::Span;

/// What an annotator has read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cover {
    /// Index into [`Annotations::mentions`].
    Mention(usize),
    /// Index into [`Annotations::times`].
    Time(usize),
}

/// Heads, relations and children of the words of one sentence, by their place in it.
#[derive(Debug)]
pub(crate) struct Tree {
    heads: Vec<usize>,
    deps: Vec<&'static str>,
    children: Vec<Vec<usize>>,
    /// Of the head word of a name or time, what it is and its span.
    covers: Vec<Option<(Cover, Span)>>,
    /// Of a word inside a name or time, the head word; else itself.
    nodes: Vec<usize>,
}

/// Relations of a word that is one of several in a name, the likeliest of the whole name first.
const NOMINAL: &[&[&str]] = &[
    &["nsubj", "nsubjpass", "pobj", "dobj", "dative", "agent"],
    &["conj", "appos", "poss", "attr", "ROOT", "oprd"],
    &["compound", "nmod", "amod"],
];

impl Tree {
    /// The tree of a sentence whose words begin at `first` in the annotations.
    pub(crate) fn new(annotations: &Annotations, sentence: Span, first: usize) -> Tree {
        let range = annotations.words_in(sentence);
        let words = &annotations.words[range];
        let mut tree = Tree {
            heads: words.iter().map(|word| word.head - first).collect(),
            deps: words.iter().map(|word| word.dep).collect(),
            children: vec![Vec::new(); words.len()],
            covers: vec![None; words.len()],
            nodes: (0..words.len()).collect(),
        };
        tree.break_circles();
        for (span, cover) in covers(annotations, sentence) {
            tree.cover(words, span, cover);
        }
        tree.join_prepositions(words);
        for word in 0..words.len() {
            let head = tree.heads[word];
            if head != word && tree.nodes[word] == word {
                tree.children[head].push(word);
            }
        }
        tree
    }

    /// Makes a root of a word that hangs on itself by way of others: arcs that a parse puts back
    /// across others may do so.
    fn break_circles(&mut self) {
        for word in 0..self.heads.len() {
            let steps = self.above(word).count();
            if steps >= self.heads.len() {
                self.heads[word] = word;
            }
        }
    }

    /// Makes the words of a span one node: its head is the word that hangs on the rest of the
    /// sentence by the likeliest relation.
    fn cover(&mut self, words: &[Word], span: Span, cover: Cover) {
        let start = words.partition_point(|word| word.span.end <= span.start);
        let end = start + words[start..].partition_point(|word| word.span.start < span.end);
        if start == end {
            return;
        }
        let inside = start..end;
        // A word above which stands no other of the name, so that the tree stays one.
        let is_top = |word: &usize| !self.above(*word).any(|above| inside.contains(&above));
        let rank = |word: &usize| {
            let dep = self.deps[*word];
            let rank = NOMINAL.iter().position(|deps| deps.contains(&dep));
            (rank.unwrap_or(NOMINAL.len()), *word)
        };
        let top = inside.clone().filter(is_top).min_by_key(rank);
        let node = top.expect("the word nearest to the root is one");
        for word in inside.clone() {
            self.nodes[word] = node;
            if word != node {
                self.heads[word] = node;
            }
        }
        for word in 0..words.len() {
            if !inside.contains(&word) && inside.contains(&self.heads[word]) {
                self.heads[word] = node;
            }
        }
        self.covers[node] = Some((cover, span));
    }

    /// "met with A as well as **with** B": a preposition after "and" hangs where the one before
    /// hangs.
    fn join_prepositions(&mut self, words: &[Word]) {
        for word in 1..words.len() {
            let is_joined = matches!(self.deps[word], "prep" | "agent" | "dative")
                && matches!(words[word - 1].lemma.as_str(), "and" | "or" | "as" | "but")
                && matches!(self.deps[word - 1], "cc" | "prep");
            let same = |before: &usize| {
                matches!(self.deps[*before], "prep" | "agent" | "dative")
                    && words[*before].lemma == words[word].lemma
            };
            let before = (0..word - 1).rev().find(same).filter(|_| is_joined);
            let head = before.map(|before| self.heads[before]);
            let is_below = |head: usize| head == word || self.above(head).any(|up| up == word);
            if let Some(head) = head.filter(|head| !is_below(*head)) {
                self.heads[word] = head;
            }
        }
    }

    /// Hangs a word on another, which must not hang below it.
    pub(super) fn rehang(&mut self, word: usize, head: usize) {
        let old = self.heads[word];
        self.children[old].retain(|child| *child != word);
        self.heads[word] = head;
        self.children[head].push(word);
        self.children[head].sort_unstable();
    }

    pub(crate) fn head(&self, word: usize) -> usize {
        self.heads[word]
    }

    pub(crate) fn dep(&self, word: usize) -> &'static str {
        self.deps[word]
    }

    /// In text order, words inside names left out.
    pub(crate) fn children(&self, word: usize) -> &[usize] {
        &self.children[word]
    }

    /// Of a word inside a name or time its head word; else the word itself.
    pub(crate) fn node(&self, word: usize) -> usize {
        self.nodes[word]
    }

    pub(crate) fn is_inner(&self, word: usize) -> bool {
        self.nodes[word] != word
    }

    /// The span of a node: of a name or time all its words.
    pub(crate) fn cover_span(&self, word: usize) -> Option<Span> {
        self.covers[word].map(|(_, span)| span)
    }

    /// Index of the mention that a node is.
    pub(crate) fn mention(&self, word: usize) -> Option<usize> {
        match self.covers[word] {
            Some((Cover::Mention(mention), _)) => Some(mention),
            _ => None,
        }
    }

    /// Index of the time that a node is.
    pub(crate) fn time(&self, word: usize) -> Option<usize> {
        match self.covers[word] {
            Some((Cover::Time(time), _)) => Some(time),
            _ => None,
        }
    }

    /// The words above a word, from its head to the root.
    pub(crate) fn above(&self, word: usize) -> impl Iterator<Item = usize> {
        let mut at = word;
        let mut left = self.heads.len();
        std::iter::from_fn(move || {
            let head = self.heads[at];
            if head == at || left == 0 {
                return None;
            }
            left -= 1;
            at = head;
            Some(at)
        })
    }
}

/// Outermost mentions and times of the sentence, in text order, without overlap.
fn covers(annotations: &Annotations, sentence: Span) -> Vec<(Span, Cover)> {
    let mentions = inside(&annotations.mentions, sentence, |mention| mention.span);
    let mut found: Vec<(Span, Cover)> = mentions
        .filter(|(_, mention)| mention.form != MentionForm::Pronoun)
        .map(|(index, mention)| (mention.full.cover(mention.span), Cover::Mention(index)))
        .collect();
    let times = annotations.times.iter().enumerate();
    found.extend(times.filter_map(|(index, time)| {
        let span = time.span.filter(|span| sentence.contains(*span))?;
        Some((span, Cover::Time(index)))
    }));
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut outermost: Vec<(Span, Cover)> = Vec::with_capacity(found.len());
    for (span, cover) in found {
        if outermost
            .last()
            .is_none_or(|(last, _)| last.end <= span.start)
        {
            outermost.push((span, cover));
        }
    }
    outermost
}

/// The members of a list in text order that lie inside a sentence, with their indices.
pub(crate) fn inside<T>(
    list: &[T],
    sentence: Span,
    span: impl Fn(&T) -> Span,
) -> impl Iterator<Item = (usize, &T)> {
    let first = list.partition_point(|item| span(item).start < sentence.start);
    list.iter()
        .enumerate()
        .skip(first)
        .take_while(move |(_, item)| span(item).end <= sentence.end)
}
