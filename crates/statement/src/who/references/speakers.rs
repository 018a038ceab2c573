//! "I" and "you" by who speaks: in a quotation, a turn of a transcript, an interview, a speech.

use super::super::Who;
use super::grammar::{Grammar, Part};
use super::standing::{Sort, Standing, Target};
use depeche_document::{Block, BlockKind, Document};
use depeche_text::Span;

/// A speaker's name and title have no more bytes.
const LONGEST: usize = 60;

/// Sentences of the text's beginning, in which an interview or speech says whose it is.
const OPENING_BYTES: u32 = 1500;

/// Joins the first and second person where it is clear who speaks.
pub(super) fn attach(
    document: &Document,
    grammar: &Grammar<'_>,
    standings: &[Standing],
    who: &mut Who,
) {
    let reader = Reader {
        document,
        grammar,
        standings,
    };
    let turns = reader.turns(who);
    let alone = if turns.is_empty() {
        reader
            .interviewee(who)
            .map(|speaker| (speaker, true))
            .or_else(|| reader.orator().map(|speaker| (speaker, false)))
    } else {
        None
    };
    let mut links = Vec::new();
    for word in 0..grammar.words.len() {
        let entity = match grammar.lower(word).as_str() {
            "i" | "me" | "my" | "mine" | "myself" => reader.first(word, &turns, alone),
            "you" | "your" | "yours" | "yourself" => reader.second(word, &turns, alone),
            _ => continue,
        };
        links.extend(entity.map(|entity| (entity, grammar.words[word].span)));
    }
    for (entity, span) in links {
        who.link(entity, span, "reference:speaker");
    }
}

/// A block that one person speaks.
struct Turn {
    block: Span,
    speaker: u32,
    asks: bool,
}

struct Reader<'a> {
    document: &'a Document,
    grammar: &'a Grammar<'a>,
    standings: &'a [Standing],
}

impl Reader<'_> {
    fn blocks(&self) -> impl Iterator<Item = &Block> {
        let blocks = self.document.blocks.iter();
        blocks.filter(|block| block.kind != BlockKind::Furniture)
    }

    fn text(&self, span: Span) -> &str {
        span.get(self.grammar.text).unwrap_or_default()
    }

    /// Named people and bodies that stand inside a span.
    fn named_in(&self, span: Span) -> impl Iterator<Item = (&Standing, u32)> {
        let words = self.grammar.words;
        let first = self
            .standings
            .partition_point(|standing| words[standing.word].span.start < span.start);
        let rest = self.standings[first..].iter();
        let inside = rest.take_while(move |standing| words[standing.word].span.end <= span.end);
        inside.filter_map(|standing| match standing.target {
            Target::Entity(entity) => Some((standing, entity)),
            Target::Noun(_) => None,
        })
    }

    fn people_in(&self, span: Span) -> impl Iterator<Item = (&Standing, u32)> {
        let is_person = |(standing, _): &(&Standing, u32)| matches!(standing.sort, Sort::Person(_));
        self.named_in(span).filter(is_person)
    }

    /// "Moss: I agree.": blocks that begin with a name and a colon; what follows without one is
    /// still the same speaker's.
    fn turns(&self, who: &Who) -> Vec<Turn> {
        let mut turns: Vec<Turn> = Vec::new();
        let mut named = 0;
        for block in self.blocks() {
            let text = self.text(block.span);
            let colon = text.find(':').filter(|colon| *colon <= LONGEST);
            let start = block.span.start;
            let speaker = colon.and_then(|colon| {
                let label = Span::new(start as usize, start as usize + colon);
                let mut speakers = self.named_in(label);
                let (_, entity) = speakers.next()?;
                let is_all = self.text(label).split_whitespace().count() <= 6;
                is_all.then_some(entity)
            });
            named += usize::from(speaker.is_some());
            let last = turns.last().map(|turn| turn.speaker);
            if let Some(speaker) = speaker.or(last) {
                turns.push(Turn {
                    block: block.span,
                    speaker,
                    asks: text.trim_end().ends_with('?'),
                });
            }
        }
        let _ = who;
        if named < 2 {
            turns.clear();
        }
        turns
    }

    /// The only person whom the text's opening says to be interviewed.
    fn interviewee(&self, who: &Who) -> Option<u32> {
        let opening = Span {
            start: 0,
            end: OPENING_BYTES.min(self.grammar.text.len() as u32),
        };
        let title = self.blocks().next()?.span;
        let titled = self.text(title).to_lowercase().contains("interview");
        let mut found: Vec<u32> = self
            .people_in(opening)
            .filter(|(standing, _)| self.is_interviewed(standing))
            .map(|(_, entity)| entity)
            .collect();
        if found.is_empty() && titled {
            found = self.people_in(title).map(|(_, entity)| entity).collect();
        }
        found.sort_unstable();
        found.dedup();
        let _ = who;
        match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// "interviewed Moss", "spoke with Moss", "an interview with Moss", "Moss was interviewed".
    fn is_interviewed(&self, standing: &Standing) -> bool {
        let words = self.grammar.words;
        let lemma = |word: usize| words[word].lemma.to_lowercase();
        let mut above = self.grammar.above(standing.word);
        let Some(head) = above
            .find(|above| self.grammar.is_verb(*above) || lemma(*above).starts_with("interview"))
        else {
            return false;
        };
        let before_is = |word: &str| {
            let preposition = words[standing.word].head;
            lemma(preposition) == word
        };
        match lemma(head).as_str() {
            "interview" | "interviews" | "interviewed" => match standing.part {
                Part::Object => true,
                Part::Oblique => before_is("with"),
                Part::Subject => words[standing.word].dep == "nsubjpass",
                _ => false,
            },
            "speak" | "talk" | "chat" | "sit" | "catch" => {
                standing.part == Part::Oblique && (before_is("with") || before_is("to"))
            }
            _ => false,
        }
    }

    /// "Remarks by Moss", "Moss's Inaugural Address": the only person of a speech's title.
    fn orator(&self) -> Option<u32> {
        const SPEECHES: &[&str] = &["address", "speech", "remarks", "statement", "lecture"];
        for block in self.blocks().take(4) {
            let text = self.text(block.span);
            let is_title = text.len() < 160 && !text.trim_end().ends_with(['.', '?', '!']);
            let lower = text.to_lowercase();
            let mut words = lower.split(|letter: char| !letter.is_alphabetic());
            if !is_title || !words.any(|word| SPEECHES.contains(&word)) {
                continue;
            }
            let mut people: Vec<u32> = self.people_in(block.span).map(|(_, one)| one).collect();
            people.dedup();
            if let [one] = people.as_slice() {
                return Some(*one);
            }
        }
        None
    }

    fn turn<'t>(&self, word: usize, turns: &'t [Turn]) -> Option<(usize, &'t Turn)> {
        let span = self.grammar.words[word].span;
        let at = turns.partition_point(|turn| turn.block.end < span.end);
        let turn = turns.get(at)?;
        turn.block.contains(span).then_some((at, turn))
    }

    fn first(&self, word: usize, turns: &[Turn], alone: Option<(u32, bool)>) -> Option<u32> {
        if self.grammar.quoted[word] {
            return self.teller(word);
        }
        if let Some((_, turn)) = self.turn(word, turns) {
            return Some(turn.speaker);
        }
        let (speaker, _) = alone?;
        let is_after_title = self.block_of(word).is_some_and(|(at, _)| at > 0);
        is_after_title.then_some(speaker)
    }

    fn second(&self, word: usize, turns: &[Turn], alone: Option<(u32, bool)>) -> Option<u32> {
        if self.grammar.quoted[word] {
            return None;
        }
        if let Some((at, turn)) = self.turn(word, turns) {
            let others = |turn: &&Turn| turn.speaker;
            let mut speakers: Vec<u32> = turns.iter().map(|turn| others(&turn)).collect();
            speakers.sort_unstable();
            speakers.dedup();
            if !turn.asks {
                return None;
            }
            let next = turns[at..]
                .iter()
                .find(|other| other.speaker != turn.speaker);
            return match speakers.as_slice() {
                [one, other] => Some(if *one == turn.speaker { *other } else { *one }),
                _ => next.map(|next| next.speaker),
            };
        }
        let (speaker, is_interview) = alone?;
        let (at, block) = self.block_of(word)?;
        let asks = self.text(block).trim_end().ends_with('?');
        (is_interview && asks && at > 0).then_some(speaker)
    }

    fn block_of(&self, word: usize) -> Option<(usize, Span)> {
        let span = self.grammar.words[word].span;
        let blocks = &self.document.blocks;
        let at = blocks.partition_point(|block| block.span.end < span.end);
        Some((at, blocks.get(at)?.span))
    }

    /// Who tells the quotation in which a word stands: the subject of a verb that tells outside
    /// it, in its own sentence, or else nearest before or after in its block.
    fn teller(&self, word: usize) -> Option<u32> {
        let (_, block) = self.block_of(word)?;
        let words = self.grammar.words;
        let start = words.partition_point(|word| word.span.start < block.start);
        let end = words.partition_point(|word| word.span.end <= block.end);
        let tells = |standing: &&Standing| {
            let place = standing.word;
            let verb = self.grammar.verb(place);
            !self.grammar.quoted[place]
                && self.grammar.part(place) == Part::Subject
                && verb.is_some_and(|verb| crate::attribution::is_reporting(&words[verb].lemma))
        };
        let from = self
            .standings
            .partition_point(|standing| standing.word < start);
        let here = self.standings[from..].iter();
        let here = here
            .take_while(|standing| standing.word < end)
            .filter(tells);
        let nearest = here.min_by_key(|standing| standing.word.abs_diff(word))?;
        match (nearest.target, nearest.sort) {
            (Target::Entity(entity), Sort::Person(_)) => Some(entity),
            _ => None,
        }
    }
}
