//! "I", "you" and "we" by who speaks: in a quotation, a turn of a transcript, an interview, a
//! speech, a telegram, a mail.

mod mail;

use super::super::Who;
use super::bodies::Bodies;
use super::grammar::{Grammar, Part};
use super::standing::{Sort, Standing, Target};
use depeche_document::{Block, BlockKind, Document, Kind};
use depeche_text::Span;
use std::collections::BTreeMap;

/// A speaker's name and title have no more bytes.
const LONGEST: usize = 60;

/// The text's beginning, in which an interview or speech says whose it is, has so many bytes.
const OPENING_BYTES: u32 = 1500;

/// Before the first question of an interview stand no more blocks.
const OPENING_BLOCKS: usize = 6;

/// A signature stands in one of so many blocks at the end.
const CLOSING_BLOCKS: usize = 8;

/// A question of an interview has no more bytes.
const QUESTION_BYTES: usize = 600;

/// Whose a text is that is passed on stands so many bytes before it.
const ANNOUNCED_BYTES: u32 = 250;

/// Who tells a quotation is looked for so many words away.
const QUOTED_WORDS: usize = 300;

/// Joins the first and second person where it is clear who speaks.
pub(super) fn attach(
    document: &Document,
    grammar: &Grammar<'_>,
    (standings, bodies): (&[Standing], &Bodies),
    who: &mut Who,
) {
    let reader = Reader {
        document,
        grammar,
        standings,
    };
    let speech = reader.speech();
    let mut links = Vec::new();
    for word in 0..grammar.words.len() {
        if !grammar.words[word].tag.starts_with("PRP") || grammar.is_number(word) {
            continue;
        }
        let entities: Vec<u32> = match grammar.lower(word).as_str() {
            "i" | "me" | "my" | "mine" | "myself" => {
                reader.first(word, &speech).into_iter().collect()
            }
            "you" | "your" | "yours" | "yourself" => {
                reader.second(word, &speech).into_iter().collect()
            }
            "we" | "us" | "our" | "ours" | "ourselves" if grammar.spelling(word) != "US" => {
                reader.we(word, &speech, bodies)
            }
            _ => continue,
        };
        let span = grammar.words[word].span;
        links.extend(entities.into_iter().map(|entity| (entity, span)));
    }
    for (entity, span) in links {
        who.link(entity, span, "reference:speaker");
    }
}

/// Whose words a text is, outside quotations.
enum Speech {
    Turns(Vec<Turn>),
    /// Answers of one person, or of a few together; the questions are somebody else's.
    Interview(Vec<u32>),
    /// A speech or letter.
    Author(u32),
    Unknown,
}

/// A block that one person speaks; nobody known where it begins with another label.
struct Turn {
    block: Span,
    speaker: Option<u32>,
    asks: bool,
}

struct Reader<'a> {
    document: &'a Document,
    grammar: &'a Grammar<'a>,
    standings: &'a [Standing],
}

impl Reader<'_> {
    fn speech(&self) -> Speech {
        let turns = self.turns();
        if !turns.is_empty() {
            return Speech::Turns(turns);
        }
        let interviewed = self.interviewed();
        if !interviewed.is_empty() {
            return Speech::Interview(interviewed);
        }
        let author = self.orator().or_else(|| self.signer());
        author.map_or(Speech::Unknown, Speech::Author)
    }

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
            Target::Pair(..) | Target::Noun(_) => None,
        })
    }

    fn people_in(&self, span: Span) -> impl Iterator<Item = (&Standing, u32)> {
        let is_person = |(standing, _): &(&Standing, u32)| matches!(standing.sort, Sort::Person(_));
        self.named_in(span).filter(is_person)
    }

    /// "Moss: I agree.": blocks that begin with a name and a colon; what follows without one is
    /// still the same speaker's.
    fn turns(&self) -> Vec<Turn> {
        let mut turns: Vec<Turn> = Vec::new();
        let mut named = 0;
        for block in self.blocks() {
            let text = self.text(block.span);
            let label = label(text).map(|label| label.shifted(block.span.start as usize));
            let labelled = label.and_then(|label| self.named_in(label).next());
            named += usize::from(labelled.is_some());
            let last = turns.last().and_then(|turn| turn.speaker);
            let speaker = match label {
                Some(_) => labelled.map(|(_, entity)| entity),
                None => last,
            };
            if speaker.is_some() || !turns.is_empty() {
                turns.push(Turn {
                    block: block.span,
                    speaker,
                    asks: text.trim_end().ends_with('?'),
                });
            }
        }
        if named < 2 {
            turns.clear();
        }
        // Who asks in most turns asks in all.
        let mut counts: BTreeMap<Option<u32>, (usize, usize)> = BTreeMap::new();
        for turn in &turns {
            let (asked, all) = counts.entry(turn.speaker).or_default();
            *asked += usize::from(turn.asks);
            *all += 1;
        }
        for turn in &mut turns {
            let (asked, all) = counts[&turn.speaker];
            turn.asks |= asked * 2 >= all;
        }
        turns
    }

    /// Who answers: the only person of a title that speaks of an interview, or whom the opening
    /// says to be interviewed; of questions and answers the only person of the title.
    fn interviewed(&self) -> Vec<u32> {
        let Some(title) = self.blocks().next().map(|block| block.span) else {
            return Vec::new();
        };
        let lower = self.text(title).to_lowercase();
        let asks = |block: &&Block| self.is_question(block.span);
        let is_titled = lower.contains("interview");
        // Who writes asks and answers himself.
        let is_written = matches!(self.document.kind, Kind::Cable | Kind::Letter | Kind::Mail);
        if is_written || !is_titled && self.blocks().filter(asks).count() < 3 {
            return Vec::new();
        }
        // "Moss: an interview with the poet".
        let label = label(self.text(title)).map(|label| label.shifted(title.start as usize));
        let labelled = label.and_then(|label| self.people_in(label).next());
        if let Some((_, entity)) = labelled.filter(|_| is_titled) {
            return vec![entity];
        }
        let is_about = |standing: &Standing| self.is_topic(standing.word);
        let mut titled: Vec<u32> = self
            .people_in(title)
            .filter(|(standing, _)| !is_about(standing))
            .map(|(_, entity)| entity)
            .collect();
        titled.dedup();
        let opening = Span {
            start: 0,
            end: OPENING_BYTES.min(self.grammar.text.len() as u32),
        };
        let mut asked: Vec<u32> = self
            .people_in(opening)
            .filter(|(standing, _)| self.is_interviewed(standing))
            .map(|(_, entity)| entity)
            .collect();
        asked.sort_unstable();
        asked.dedup();
        match (titled.as_slice(), asked.as_slice()) {
            ([one], _) if is_titled || asked.is_empty() => vec![*one],
            (_, [one]) => vec![*one],
            ([], []) if !is_titled => self.introduced_first(),
            ([_, _], _) if lower.contains("interviews") => titled,
            _ => Vec::new(),
        }
    }

    /// Of questions and answers the only person whom the words before the first question name,
    /// those left out to whom a picture is owed.
    fn introduced_first(&self) -> Vec<u32> {
        const CREDITS: &[&str] = &["image", "photo", "photograph", "picture", "credit", "by"];
        let before = self
            .blocks()
            .take_while(|block| !self.is_question(block.span));
        let before: Vec<Span> = before.map(|block| block.span).collect();
        let (Some(first), Some(last)) = (before.first(), before.last()) else {
            return Vec::new();
        };
        let is_credited = |standing: &Standing| {
            let near = standing.word.saturating_sub(4)..standing.word;
            let mut near = near.map(|word| self.grammar.lower(word));
            near.any(|word| CREDITS.contains(&word.as_str()))
        };
        let mut people: Vec<u32> = self
            .people_in(first.cover(*last))
            .filter(|(standing, _)| !is_credited(standing))
            .map(|(_, person)| person)
            .collect();
        people.sort_unstable();
        people.dedup();
        people.truncate(if before.len() <= OPENING_BLOCKS { 2 } else { 0 });
        if people.len() == 1 {
            people
        } else {
            Vec::new()
        }
    }

    /// "on Moss", "the Moss plan": what is spoken of, not who speaks.
    fn is_topic(&self, word: usize) -> bool {
        let head = &self.grammar.words[self.grammar.words[word].head];
        let topics = ["on", "about", "of", "over"];
        let is_after = self.grammar.part(word) == Part::Oblique;
        is_after && topics.contains(&head.lemma.as_str())
            || self.grammar.part(word) == Part::Modifier && head.pos == "NOUN"
    }

    fn is_question(&self, block: Span) -> bool {
        let text = self.text(block).trim_end();
        text.len() <= QUESTION_BYTES && text.ends_with('?')
            || text.len() <= QUESTION_BYTES / 2 && text.contains('?')
    }

    /// Who signs: the field, or the only name of a block near the end.
    fn signer(&self) -> Option<u32> {
        if crate::scene::is_passed_on(self.document) {
            return None;
        }
        if self.document.kind == Kind::Mail {
            return self.only_of_field("from");
        }
        let field = self
            .document
            .fields
            .iter()
            .find(|field| field.name == "signer");
        if let Some(span) = field.and_then(|field| field.span) {
            return self.people_in(span).next().map(|(_, entity)| entity);
        }
        let blocks: Vec<&Block> = self.blocks().collect();
        let last = blocks.iter().skip(2).rev().take(CLOSING_BLOCKS);
        let mut signers = last.filter_map(|block| {
            let (standing, entity) = self.people_in(block.span).next()?;
            let end = self.grammar.words[standing.word].span.end;
            let is_all = end + 2 >= block.span.end && block.span.len() <= LONGEST;
            is_all.then_some(entity)
        });
        signers.next()
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

    /// "Remarks by Moss", "Moss's Inaugural Address", "Moss Speech on the Veld Act": the only
    /// person by whom a speech of the opening is, or the only one named before the word.
    fn orator(&self) -> Option<u32> {
        const SPEECHES: &[&str] = &["address", "speech", "remarks", "statement", "lecture"];
        for block in self.blocks().take(4) {
            let text = self.text(block.span);
            let is_title = text.len() < 160 && !text.trim_end().ends_with(['.', '?', '!']);
            let lower = text.to_ascii_lowercase();
            let mut words = SPEECHES.iter().filter_map(|word| lower.find(word));
            let Some(word) = words.next().filter(|_| is_title) else {
                continue;
            };
            let people: Vec<(&Standing, u32)> = self.people_in(block.span).collect();
            let start = |standing: &Standing| self.grammar.words[standing.word].span.start;
            let is_before = |standing: &Standing| start(standing) < block.span.start + word as u32;
            let is_by = |standing: &Standing| {
                let head = self.grammar.words[standing.word].head;
                self.grammar.words[head].lemma == "by"
            };
            // "Remarks by Moss and Veld": both speak.
            let is_beside = |standing: &Standing| {
                let joined = &self.grammar.words[standing.word];
                let mut others = people.iter().map(|(other, _)| other);
                joined.dep == "conj"
                    && others.any(|other| other.word == joined.head && is_by(other))
            };
            let mut speakers: Vec<u32> = people
                .iter()
                .filter(|(standing, _)| {
                    is_before(standing) || is_by(standing) || is_beside(standing)
                })
                .map(|(_, entity)| *entity)
                .collect();
            speakers.dedup();
            if let [one] = speakers.as_slice() {
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

    fn first(&self, word: usize, speech: &Speech) -> Option<u32> {
        if self.grammar.quoted[word] {
            return match self.teller(word)? {
                (teller, Sort::Person(_)) => Some(teller),
                _ => None,
            };
        }
        let (at, block) = self.block_of(word)?;
        if self.is_earlier_mail(at) {
            return self.writer_of_earlier(at);
        }
        match speech {
            Speech::Turns(turns) => self.turn(word, turns)?.1.speaker,
            Speech::Interview(speakers) => {
                let speaker = match speakers.as_slice() {
                    [one] => Some(*one),
                    _ => self.introduced(block),
                };
                speaker.filter(|_| at > 0 && !self.is_question(block))
            }
            Speech::Author(speaker) => match self.included(word) {
                Some(included) => self.author_of(included),
                None => Some(*speaker).filter(|_| !self.is_of_letter(word)),
            },
            Speech::Unknown => self.author_of(self.included(word)?),
        }
    }

    /// Whether a word stands in a letter that a telegram passes on.
    fn is_of_letter(&self, word: usize) -> bool {
        let start = self.grammar.words[word].span.start;
        crate::scene::letter_within(self.document).is_some_and(|letter| letter <= start)
    }

    /// Who is "we": the body for which the speaker speaks, or all who are asked together; outside
    /// the words of others in a telegram its sender.
    fn we(&self, word: usize, speech: &Speech, bodies: &Bodies) -> Vec<u32> {
        if self.grammar.quoted[word] {
            let body = match self.teller(word) {
                Some((teller, Sort::Person(_))) => bodies.of(teller),
                Some((teller, Sort::Body | Sort::Place)) => Some(teller),
                _ => None,
            };
            return body.into_iter().collect();
        }
        if let Speech::Interview(speakers) = speech
            && speakers.len() > 1
        {
            let block = self.block_of(word).filter(|(at, _)| *at > 0);
            let answers = block.is_some_and(|(_, block)| !self.is_question(block));
            return speakers.iter().copied().filter(|_| answers).collect();
        }
        let is_own = || self.included(word).is_none() && !self.is_reported(word);
        let is_own = || is_own() && (!bodies.is_post || self.is_own_doing(word));
        let sender = bodies.sender.filter(|_| is_own());
        // In conversation "we" is as often all who are there.
        let speaks = !matches!(speech, Speech::Turns(_));
        let speaker = || self.first(word, speech).filter(|_| speaks);
        let speaker = || speaker().and_then(|person| bodies.of(person));
        let people = || bodies.addressed.filter(|_| is_speech(speech));
        sender
            .or_else(speaker)
            .or_else(people)
            .into_iter()
            .collect()
    }

    /// "We met", "we believe": what an embassy itself does; in the rest of its words "we" is as
    /// often its government.
    fn is_own_doing(&self, word: usize) -> bool {
        const DOES: &[&str] = &[
            "ask",
            "believe",
            "call",
            "discuss",
            "doubt",
            "hear",
            "learn",
            "meet",
            "recommend",
            "request",
            "see",
            "speak",
            "talk",
            "understand",
            "urge",
        ];
        let verb = self.grammar.verb(word);
        let lemma = verb.map(|verb| self.grammar.words[verb].lemma.as_str());
        let does = |lemma: &str| DOES.contains(&lemma) || crate::attribution::is_reporting(lemma);
        self.grammar.lower(word) == "we"
            && lemma.is_some_and(|lemma| lemma != "continue" && does(lemma))
    }

    /// Whether a telegram tells before a word, in the same paragraph, what somebody said: there "we"
    /// is the government, both sides, or the other one.
    fn is_reported(&self, word: usize) -> bool {
        let Some((_, block)) = self.block_of(word) else {
            return false;
        };
        let words = self.grammar.words;
        let is_foreign = |verb: usize| {
            let tells = words[verb].pos == "VERB"
                && crate::attribution::is_reporting(&words[verb].lemma)
                && words[verb].tag != "VB";
            let subject = self.grammar.subject(verb);
            let subject = subject.map(|subject| self.grammar.lower(subject));
            tells && !matches!(subject.as_deref(), Some("we" | "you"))
        };
        let from = word.saturating_sub(QUOTED_WORDS);
        let mut before = (from..word).rev();
        before
            .by_ref()
            .take_while(|before| words[*before].span.start >= block.start)
            .any(is_foreign)
            || self.grammar.above(word).any(is_foreign)
    }

    /// "I'm Moss": who says in a block who he is.
    fn introduced(&self, block: Span) -> Option<u32> {
        let words = self.grammar.words;
        let is_own = |(standing, _): &(&Standing, u32)| {
            let verb = words[standing.word].head;
            words[standing.word].dep == "attr"
                && words[verb].lemma == "be"
                && self
                    .grammar
                    .subject(verb)
                    .is_some_and(|subject| self.grammar.spelling(subject) == "I")
        };
        self.people_in(block).find(is_own).map(|(_, person)| person)
    }

    /// The text in which a word stands that a telegram or letter passes on.
    fn included(&self, word: usize) -> Option<Span> {
        let start = self.grammar.words[word].span.start;
        let mut included = self.grammar.included.iter().copied();
        included.find(|span| span.start <= start && start < span.end)
    }

    /// "Following letter from Moss to Veld": whose a text is that is passed on.
    fn author_of(&self, included: Span) -> Option<u32> {
        let before = Span {
            start: included.start.saturating_sub(ANNOUNCED_BYTES),
            end: included.start,
        };
        let is_from = |(standing, _): &(&Standing, u32)| {
            let preposition = self.grammar.words[standing.word].head;
            matches!(self.grammar.lower(preposition).as_str(), "from" | "by")
        };
        let mut authors: Vec<u32> = self
            .people_in(before)
            .filter(is_from)
            .map(|(_, person)| person)
            .collect();
        authors.dedup();
        authors.pop().filter(|_| authors.is_empty())
    }

    fn second(&self, word: usize, speech: &Speech) -> Option<u32> {
        if self.grammar.quoted[word] {
            return None;
        }
        match speech {
            Speech::Turns(turns) => {
                let (at, turn) = self.turn(word, turns)?;
                let speaker = turn.speaker.filter(|_| turn.asks)?;
                let mut next = turns[at..].iter();
                next.find(|next| next.speaker != Some(speaker))?.speaker
            }
            Speech::Interview(speakers) => {
                let (at, block) = self.block_of(word)?;
                let only = Some(speakers[0]).filter(|_| speakers.len() == 1);
                only.filter(|_| at > 0 && self.is_question(block))
            }
            Speech::Author(author) => {
                let (at, _) = self.block_of(word)?;
                if !self.is_earlier_mail(at) {
                    return self.only_of_field("to");
                }
                let writer = self.writer_of_earlier(at)?;
                Some(*author).filter(|author| *author != writer)
            }
            Speech::Unknown => None,
        }
    }

    fn block_of(&self, word: usize) -> Option<(usize, Span)> {
        let span = self.grammar.words[word].span;
        let blocks = &self.document.blocks;
        let at = blocks.partition_point(|block| block.span.end < span.end);
        Some((at, blocks.get(at)?.span))
    }

    /// Who tells the quotation in which a word stands: the subject of a verb that tells outside
    /// it, in its own sentence, or else nearest before or after in its block.
    fn teller(&self, word: usize) -> Option<(u32, Sort)> {
        let (_, block) = self.block_of(word)?;
        let words = self.grammar.words;
        let start = words.partition_point(|word| word.span.start < block.start);
        let start = start.max(word.saturating_sub(QUOTED_WORDS));
        let end = words.partition_point(|word| word.span.end <= block.end);
        let end = end.min(word + QUOTED_WORDS);
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
        match nearest.target {
            Target::Entity(entity) => Some((entity, nearest.sort)),
            Target::Pair(..) | Target::Noun(_) => None,
        }
    }
}

fn is_speech(speech: &Speech) -> bool {
    matches!(speech, Speech::Author(_) | Speech::Unknown)
}

/// The words before the colon with which a turn begins: a few, with a capital, no sentence.
fn label(text: &str) -> Option<Span> {
    let colon = text.find(':').filter(|colon| *colon <= LONGEST)?;
    let label = &text[..colon];
    let capitals = label.split_whitespace().all(|word| {
        word.starts_with(|letter: char| letter.is_uppercase() || letter == '(')
            || matches!(word, "of" | "the" | "de" | "von" | "van")
    });
    let count = label.split_whitespace().count();
    (capitals && (1..=6).contains(&count)).then(|| Span::new(0, colon))
}
