//! A second telling of the same teller in one sentence, which ends what the first tells: "said that
//! …, **adding** that …", "said that … and **noted** that …".

use super::{Reader, cues, nominal};
use crate::lexicon::Noun;
use crate::sentence::{Clause, Filler, Link};

impl Reader<'_, '_> {
    /// The next word from one on that begins a second telling.
    pub(super) fn next_telling(&self, clause: &Clause<'_>, from: usize) -> Option<usize> {
        let sentence = self.sentence;
        let is_quoted = sentence.is_quoted(clause.verb);
        let others = sentence.clauses.iter().filter(|other| {
            let verb = other.verb;
            verb > from
                && sentence.is_below(verb, clause.verb)
                && sentence.is_quoted(verb) == is_quoted
                && cues::is_listed(other.group.lemma)
                && self.is_second(clause, other)
        });
        let first = others.map(|other| {
            let start = other.group.span.start;
            let own = other.has_own_subject.then_some(other.span.start);
            let start = own.unwrap_or(start).min(start);
            sentence
                .words
                .partition_point(|word| word.span.end <= start)
        });
        first.min().filter(|first| *first > from)
    }

    fn is_second(&self, clause: &Clause<'_>, other: &Clause<'_>) -> bool {
        let sentence = self.sentence;
        let verb = other.verb;
        let head = sentence.tree.head(verb);
        match sentence.tree.dep(verb) {
            "conj" if head == clause.verb => true,
            "conj" => self.is_joined_to_content(clause, other),
            "advcl" if other.has_own_subject => self.is_beside(other),
            "advcl" => other.group.is_gerund && self.comma_before(verb),
            _ => false,
        }
    }

    /// "Veld said that A came, **while Kal said** that B left".
    fn is_beside(&self, other: &Clause<'_>) -> bool {
        let sentence = self.sentence;
        let mut marks = sentence.children_as(other.verb, &["mark", "advmod"]);
        let is_while = marks.any(|mark| matches!(&*sentence.lower(mark), "while" | "whereas"));
        is_while
            && other.verb > sentence.tree.head(other.verb)
            && cues::is_reporting(other.group.lemma)
            && self.comma_before(other.verb)
    }

    /// "said that A came and **noted** that B left", where the parse joins the second verb to
    /// what is told: it has the tense of the first and a clause of its own, and either no subject
    /// or one that stands for the teller.
    fn is_joined_to_content(&self, clause: &Clause<'_>, other: &Clause<'_>) -> bool {
        let sentence = self.sentence;
        let content = sentence.tree.head(other.verb);
        let is_content = sentence.clause_at(content).is_some_and(|at| {
            let content = &sentence.clauses[at];
            content.embedding == sentence.clause_at(clause.verb) && content.has_own_subject
        });
        let mut below = sentence.children_as(other.verb, &["ccomp"]);
        let has_clause = below.any(|below| below > other.verb);
        // "said that A came and **called** B a liar".
        let is_calling = other.group.lemma == "call" && other.object().is_some();
        let pronoun = || {
            let mut own = sentence.children_as(other.verb, &["nsubj"]);
            own.any(|own| matches!(&*sentence.lower(own), "he" | "she" | "they"))
        };
        let same_tense = sentence.tag(other.verb) == sentence.tag(clause.verb)
            && matches!(sentence.tag(clause.verb), "VBD" | "VBZ" | "VBP" | "VBG");
        let is_telling = cues::is_reporting(other.group.lemma);
        // "One sailor **said** that A came and another **said** that B left".
        let is_same = is_telling && other.group.lemma == clause.group.lemma && !pronoun();
        is_content
            && (is_telling && has_clause || is_calling)
            && same_tense
            && (!other.has_own_subject || pronoun() && self.comma_before(other.verb) || is_same)
    }

    /// "Veld **issued a statement saying** that A came": the clause of who puts out what says it.
    pub(super) fn issuing(&self, clause: &Clause<'_>) -> Option<&Clause<'_>> {
        const ISSUE: &[&str] = &[
            "circulate",
            "issue",
            "post",
            "publish",
            "release",
            "send",
            "write",
        ];
        let sentence = self.sentence;
        let paper = sentence.tree.head(clause.verb);
        let is_saying = clause.group.is_gerund && sentence.tree.dep(clause.verb) == "acl";
        let is_paper = sentence.mention(paper).is_none()
            && sentence.tree.dep(paper) == "dobj"
            && sentence.noun(paper).is_some_and(|noun| {
                let class = noun.noun.map(|noun| noun.class);
                class == Some(Noun::Document) || nominal::is_telling(sentence.lemma(paper))
            });
        let above = sentence.clause_at(sentence.tree.head(paper))?;
        let above = &sentence.clauses[above];
        let issues = ISSUE.contains(&above.group.lemma) && !above.group.is_passive;
        (is_saying && is_paper && issues && self.can_speak(&above.subject)).then_some(above)
    }

    /// Who tells in ", **arguing** that", where the parse hangs it on a thing.
    pub(super) fn teller_of_gerund<'c>(&'c self, clause: &Clause<'_>) -> Option<&'c [Filler]> {
        let sentence = self.sentence;
        let is_second = clause.group.is_gerund && self.is_behind_comma(clause.verb);
        if !is_second || !cues::is_listed(clause.group.lemma) || self.can_speak(&clause.subject) {
            return None;
        }
        let above = sentence.tree.above(clause.verb);
        let mut above = above.filter_map(|word| sentence.clause_at(word));
        let outer = &sentence.clauses[above.next()?];
        let can_speak = !outer.group.is_passive && self.can_speak(&outer.subject);
        can_speak.then_some(&outer.subject[..])
    }

    /// Whether a comma stands right before a word.
    pub(super) fn is_behind_comma(&self, word: usize) -> bool {
        word > 0 && self.sentence.lower(word - 1) == ","
    }

    /// Who tells in a second telling that the parse hangs on what the first tells.
    pub(super) fn outer_teller<'c>(&'c self, clause: &Clause<'_>) -> Option<&'c [Filler]> {
        let sentence = self.sentence;
        let (inner, link) = clause.governor?;
        let inner = &sentence.clauses[inner];
        let outer = &sentence.clauses[inner.embedding?];
        let first = sentence
            .words
            .partition_point(|word| word.span.end <= clause.group.span.start);
        let is_shared = matches!(link, Link::Gerund | Link::Coordinated);
        let is_second = self.next_telling(outer, inner.verb) == Some(first);
        (is_shared && is_second && cues::is_listed(outer.group.lemma)).then_some(&outer.subject[..])
    }
}
