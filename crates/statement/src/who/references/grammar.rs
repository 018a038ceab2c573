//! What the trees say of a word: its part in its clause, and whom it cannot mean.

use depeche_annotate::{Annotations, Word};
use depeche_document::Document;
use depeche_text::Span;

/// The part that somebody plays in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    Object,
    Oblique,
    Owner,
    /// "the **Moss** plan".
    Modifier,
    Other,
}

/// A tree is not climbed further.
const STEPS: usize = 40;

/// A quotation that goes on over blocks is no longer.
const QUOTED_WORDS: usize = 2000;

/// The words of a document with what is asked of their trees.
pub(super) struct Grammar<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Word],
    /// By word, whether it stands inside quotation marks.
    pub(super) quoted: Vec<bool>,
    /// Texts of others that a telegram passes on, from "BEGIN TEXT" to "END TEXT".
    pub(super) included: Vec<Span>,
    /// By word, the subject and the object that hang on it.
    subjects: Vec<Option<usize>>,
    objects: Vec<Option<usize>>,
}

impl<'a> Grammar<'a> {
    pub(super) fn new(document: &'a Document, annotations: &'a Annotations) -> Grammar<'a> {
        let words = &annotations.words;
        let mut grammar = Grammar {
            text: annotations.text(document),
            words,
            quoted: vec![false; words.len()],
            included: included(annotations.text(document)),
            subjects: vec![None; words.len()],
            objects: vec![None; words.len()],
        };
        for (index, word) in words.iter().enumerate() {
            let role = match word.dep {
                "nsubj" | "nsubjpass" => &mut grammar.subjects,
                "dobj" | "dative" => &mut grammar.objects,
                _ => continue,
            };
            role[word.head].get_or_insert(index);
        }
        grammar.mark_quoted(document);
        grammar
    }

    /// A quotation goes on over sentences; over blocks where the next mark, of two shapes, closes
    /// it.
    fn mark_quoted(&mut self, document: &Document) {
        let marks: Vec<(usize, bool)> = (0..self.words.len())
            .filter_map(|word| Some((word, opens(self.spelling(word))?)))
            .collect();
        let mut word = 0;
        let mut goes_on = false;
        for block in &document.blocks {
            let mut is_open = goes_on;
            while word < self.words.len() && self.words[word].span.start < block.span.end {
                let spelling = self.spelling(word);
                is_open = match opens(spelling) {
                    Some(opens) => opens,
                    None => is_open != (spelling == "\""),
                };
                self.quoted[word] = is_open;
                word += 1;
            }
            let past = marks.partition_point(|(mark, _)| *mark < word);
            let last = past.checked_sub(1).map(|last| marks[last].1);
            let next = marks
                .get(past)
                .filter(|(mark, _)| mark - word < QUOTED_WORDS);
            let is_closed_later = next.is_some_and(|(_, opens)| !opens);
            goes_on = is_open && last == Some(true) && is_closed_later;
        }
    }

    pub(super) fn spelling(&self, word: usize) -> &'a str {
        self.words[word].span.get(self.text).unwrap_or_default()
    }

    pub(super) fn lower(&self, word: usize) -> String {
        self.spelling(word).to_lowercase()
    }

    /// The words above a word, from its head to the root.
    pub(super) fn above(&self, word: usize) -> impl Iterator<Item = usize> {
        let mut at = word;
        let climb = move || {
            let head = self.words[at].head;
            (head != at).then(|| {
                at = head;
                at
            })
        };
        std::iter::from_fn(climb).take(STEPS)
    }

    /// "Title I", "Annex I": a number, no person.
    pub(super) fn is_number(&self, word: usize) -> bool {
        const NUMBERED: &[&str] = &[
            "title", "part", "article", "volume", "chapter", "annex", "appendix", "section", "war",
            "phase", "corps", "class", "category", "tab", "table", "schedule",
        ];
        let before = word.checked_sub(1).map(|before| self.lower(before));
        let is_numbered = before.is_some_and(|before| NUMBERED.contains(&before.as_str()));
        self.spelling(word) == "I" && is_numbered
    }

    /// "it" that means nothing: "it is clear that", "it seems", "it was he who".
    pub(super) fn is_empty_it(&self, word: usize) -> bool {
        if self.lower(word) != "it" {
            return false;
        }
        let head = self.words[word].head;
        let lemma = self.words[head].lemma.as_str();
        let is_bare = matches!(
            lemma,
            "seem"
                | "appear"
                | "happen"
                | "mean"
                | "rain"
                | "snow"
                | "turn"
                | "follow"
                | "take"
                | "matter"
        );
        let is_subject = self.part(word) == Part::Subject;
        // The trees of clauses that "it" stands for hang on its own verb.
        let ahead = self.words[head..].iter().take(25).enumerate();
        let mut clauses = ahead.filter(|(_, below)| below.head == head);
        let stands_for = clauses
            .any(|(_, below)| matches!(below.dep, "ccomp" | "xcomp" | "csubj" | "advcl" | "relcl"));
        let copula = matches!(lemma, "be") || matches!(self.words[head].tag, "VBN" | "VBG");
        // "It is the view of Moss that": the clause hangs on the noun.
        let mut ahead = self.words[head..].iter().take(25);
        let said_of_noun = |below: &Word| {
            let noun = &self.words[below.head];
            let is_attribute = noun.dep == "attr" && noun.head == head;
            matches!(below.dep, "acl" | "ccomp" | "relcl" | "xcomp") && is_attribute
        };
        let stands_for = stands_for || lemma == "be" && ahead.any(said_of_noun);
        // "made it possible to": what follows is what is made.
        let next = self.words.get(word + 1);
        let is_made = next.is_some_and(|next| {
            next.tag == "JJ"
                && self
                    .words
                    .get(word + 2)
                    .is_some_and(|after| matches!(after.lemma.as_str(), "to" | "that" | "for"))
        });
        // "It can be noted, of all that was said, that": the clause may be far away.
        let is_thought = self.words[word].dep == "nsubjpass"
            && matches!(
                lemma,
                "agree"
                    | "believe"
                    | "expect"
                    | "feel"
                    | "hope"
                    | "note"
                    | "recall"
                    | "recognize"
                    | "suggest"
                    | "think"
                    | "understand"
            );
        let is_judged = is_thought || self.is_judged(word, head);
        self.words[word].dep == "expl"
            || is_made
            || is_judged
            || is_subject && (is_bare || copula && stands_for)
    }

    /// "It would be unwise", "found it difficult": said of what follows, which telegrams may add
    /// without "to".
    fn is_judged(&self, word: usize, verb: usize) -> bool {
        const JUDGED: &[&str] = &[
            "advisable",
            "apparent",
            "appropriate",
            "clear",
            "conceivable",
            "convenient",
            "desirable",
            "difficult",
            "doubtful",
            "easy",
            "essential",
            "evident",
            "hard",
            "imperative",
            "important",
            "impossible",
            "impracticable",
            "impractical",
            "inadvisable",
            "inappropriate",
            "inconceivable",
            "inevitable",
            "necessary",
            "obvious",
            "pointless",
            "possible",
            "preferable",
            "premature",
            "probable",
            "regrettable",
            "true",
            "understandable",
            "undesirable",
            "unfortunate",
            "unlikely",
            "unnecessary",
            "unwise",
            "urgent",
            "useful",
            "useless",
            "wise",
        ];
        let finds = |verb: usize| {
            let lemma = self.words[verb].lemma.as_str();
            matches!(
                lemma,
                "find" | "think" | "consider" | "deem" | "make" | "believe" | "feel"
            )
        };
        let is_found = matches!(self.words[verb].lemma.as_str(), "be" | "become")
            || finds(verb)
            || word.checked_sub(1).is_some_and(finds);
        let from = match word.checked_sub(1).is_some_and(finds) {
            true => word + 1,
            false => word.max(verb) + 1,
        };
        let mut next = self.words[from.min(self.words.len())..].iter().take(3);
        let judged = next.find(|next| next.tag != "RB" && next.lemma != "be");
        is_found && judged.is_some_and(|next| JUDGED.contains(&next.lemma.to_lowercase().as_str()))
    }

    /// The word by which a span hangs on the rest of its sentence.
    pub(super) fn head_of(&self, span: Span) -> Option<usize> {
        let start = self
            .words
            .partition_point(|word| word.span.end <= span.start);
        let end = self
            .words
            .partition_point(|word| word.span.start < span.end);
        let is_top = |word: &usize| {
            let head = self.words[*word].head;
            head == *word || !(start..end).contains(&head)
        };
        let nominal = |word: &usize| matches!(self.words[*word].pos, "NOUN" | "PROPN");
        let mut tops = (start..end).rev().filter(is_top);
        let first = tops.next()?;
        Some(if nominal(&first) {
            first
        } else {
            tops.find(nominal).unwrap_or(first)
        })
    }

    /// The part of a word; what stands beside or is joined to another has its part.
    pub(super) fn part(&self, word: usize) -> Part {
        let mut at = word;
        for _ in 0..STEPS {
            return match self.words[at].dep {
                "nsubj" | "nsubjpass" | "csubj" => Part::Subject,
                "dobj" | "dative" | "attr" | "oprd" => Part::Object,
                "pobj" => Part::Oblique,
                "poss" => Part::Owner,
                "compound" | "nmod" | "amod" => Part::Modifier,
                "appos" | "conj" if self.words[at].head != at => {
                    at = self.words[at].head;
                    continue;
                }
                _ => Part::Other,
            };
        }
        Part::Other
    }

    pub(super) fn is_verb(&self, word: usize) -> bool {
        matches!(self.words[word].pos, "VERB" | "AUX")
    }

    /// The verb of the clause in which a word stands.
    pub(super) fn verb(&self, word: usize) -> Option<usize> {
        self.above(word).find(|above| self.is_verb(*above))
    }

    /// Whether the clause of a word hangs on another: what is said, when, who.
    pub(super) fn is_subordinate(&self, word: usize) -> bool {
        let verb = self.verb(word);
        verb.is_some_and(|verb| {
            matches!(
                self.words[verb].dep,
                "ccomp" | "advcl" | "relcl" | "acl" | "pcomp" | "csubj"
            )
        })
    }

    /// "Moss, **who** said that he": a verb above a word whose subject stands for another word.
    pub(super) fn relative(&self, other: usize, word: usize) -> Option<usize> {
        let mut above = self.above(word);
        let own = self.verb(word);
        above.find(|verb| {
            let subject = self.subjects[*verb].map(|subject| self.lower(subject));
            self.words[*verb].dep == "relcl"
                && self.words[*verb].head == other
                && Some(*verb) != own
                && matches!(subject.as_deref(), Some("who" | "that" | "which"))
        })
    }

    /// Whether a subject hangs on the word itself.
    pub(super) fn has_subject(&self, word: usize) -> bool {
        self.subjects[word].is_some()
    }

    /// The subject of a verb: its own, or that of the verb which governs it.
    pub(super) fn subject(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for _ in 0..4 {
            if let Some(subject) = self.subjects[at] {
                return Some(subject);
            }
            let head = self.words[at].head;
            at = match self.words[at].dep {
                "xcomp" | "ccomp" if self.objects[head].is_some() => return self.objects[head],
                "xcomp" | "conj" | "advcl" | "ccomp" | "pcomp" | "prep" if head != at => head,
                _ => return None,
            };
        }
        None
    }

    /// Whether a pronoun, no reflexive, cannot mean who stands at another word of its sentence.
    pub(super) fn is_barred(&self, pronoun: usize, other: usize) -> bool {
        self.is_within(pronoun, other)
            || self.is_argument_beside(pronoun, other)
            || other > pronoun && !self.may_follow(pronoun, other)
    }

    /// "his brother Moss", "Moss and he": one holds the other.
    fn is_within(&self, pronoun: usize, other: usize) -> bool {
        let owner = self.part(pronoun) == Part::Owner;
        let mut at = pronoun;
        for above in self.above(pronoun) {
            if self.is_verb(above) {
                return false;
            }
            let joined = self.words[at].dep == "conj";
            if joined && owner {
                return false;
            }
            let beside = self.words[other].dep == "appos" && self.words[other].head == above;
            if above == other || beside && !joined {
                return true;
            }
            at = above;
        }
        false
    }

    /// Both are arguments of one verb: "Moss saw him".
    fn is_argument_beside(&self, pronoun: usize, other: usize) -> bool {
        let (part, part_of_other) = (self.part(pronoun), self.part(other));
        let is_argument = |part: Part| matches!(part, Part::Subject | Part::Object | Part::Oblique);
        if !is_argument(part) || !is_argument(part_of_other) {
            return false;
        }
        let below_noun = |word: usize| {
            let mut above = self.above(word).take_while(|above| !self.is_verb(*above));
            self.part(word) == Part::Oblique
                && above.any(|above| matches!(self.words[above].pos, "NOUN" | "PROPN"))
        };
        if below_noun(pronoun) || below_noun(other) {
            return false;
        }
        let Some(verb) = self.verb(pronoun) else {
            return false;
        };
        let same = self.verb(other) == Some(verb);
        same || part != Part::Subject && self.subject(verb) == Some(other)
    }

    /// "In his speech Moss said": who comes after is the subject above what stands before it.
    fn may_follow(&self, pronoun: usize, other: usize) -> bool {
        let Some(verb) = self.verb(other) else {
            return false;
        };
        let part = self.part(pronoun);
        let below = self.above(pronoun).any(|above| above == verb);
        let own = self.verb(pronoun) == Some(verb);
        self.part(other) == Part::Subject
            && pronoun < verb
            && below
            && (part == Part::Owner || !own)
            && self.words[pronoun].dep != "ROOT"
    }
}

/// Whether a quotation mark of two shapes opens or closes.
fn opens(spelling: &str) -> Option<bool> {
    match spelling {
        "\u{201c}" | "\u{ab}" | "``" => Some(true),
        "\u{201d}" | "\u{bb}" | "''" => Some(false),
        _ => None,
    }
}

/// The words between "BEGIN TEXT" and "END TEXT", or the end; so of quotes and messages.
fn included(text: &str) -> Vec<Span> {
    const INCLUDED: &[&str] = &["text", "quote", "message", "letter"];
    let lower = text.to_ascii_lowercase();
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(found) = lower[from..].find("begin ") {
        let start = from + found + "begin ".len();
        from = start;
        let rest = &lower[start..];
        let Some(word) = INCLUDED.iter().find(|word| rest.starts_with(*word)) else {
            continue;
        };
        let close = format!("end {word}");
        let end = rest.find(&close).map_or(text.len(), |end| start + end);
        spans.push(Span::new(start, end));
        from = end;
    }
    spans
}
