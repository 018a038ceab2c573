//! Two names of people compared.

use super::alignment::{Alignment, align, join_neighbours};
use super::likeness::WordLikeness;
use super::tables::are_nicknames;
use super::{NameComparison, NameDifference, NameParts};

/// At most this likeness where each name has a word that the other contradicts.
const CONTRADICTED: u32 = 450;

/// What a word that one name leaves out takes away; and at most so much.
const LEFT_OUT: (u32, u32) = (60, 400);

/// What an initial or a nickname is worth.
const INITIAL: u32 = 900;

pub(super) fn compare(one: &NameParts, other: &NameParts) -> NameComparison {
    let (mut words, mut others) = (one.words.clone(), other.words.clone());
    let mut differences = set_aside(one, other);
    let glued = words.len() != others.len() && words.concat() == others.concat();
    if glued {
        differences.push(NameDifference::Joined);
        return NameComparison {
            likeness: 970,
            differences,
        };
    }
    let joined = join_neighbours(&mut words, &others) | join_neighbours(&mut others, &words);
    if joined {
        differences.push(NameDifference::Joined);
    }
    let mut alignment = align(&words, &others);
    if alignment.alone.is_empty() || alignment.other_alone.is_empty() {
        drop_repeated(&mut alignment.alone, &words);
        drop_repeated(&mut alignment.other_alone, &others);
    }
    let compared = Compared {
        words: &words,
        others: &others,
        alignment,
    };
    compared.result(differences)
}

fn set_aside(one: &NameParts, other: &NameParts) -> Vec<NameDifference> {
    let honorifics = only_in_one(&one.honorifics, &other.honorifics);
    let particles = only_in_one(&one.particles, &other.particles);
    let honorifics = honorifics.map(NameDifference::Honorific);
    honorifics
        .chain(particles.map(NameDifference::Particle))
        .collect()
}

fn only_in_one<'a>(one: &'a [String], other: &'a [String]) -> impl Iterator<Item = String> + 'a {
    let here = one.iter().filter(|word| !other.contains(word));
    here.chain(other.iter().filter(|word| !one.contains(word)))
        .cloned()
}

/// "Sergey Sergey": a word that is there twice is left out once without loss.
fn drop_repeated(alone: &mut Vec<usize>, words: &[String]) {
    alone.retain(|at| {
        let mut same = words
            .iter()
            .enumerate()
            .filter(|(_, word)| **word == words[*at]);
        !same.any(|(other, _)| other != *at)
    });
}

struct Compared<'a> {
    words: &'a [String],
    others: &'a [String],
    alignment: Alignment,
}

impl Compared<'_> {
    fn result(mut self, mut differences: Vec<NameDifference>) -> NameComparison {
        let (mut sum, mut count) = (0, 0);
        for (at, against, likeness) in &self.alignment.pairs {
            sum += likeness.weight();
            count += 1;
            let (one, other) = (self.words[*at].clone(), self.others[*against].clone());
            match likeness {
                WordLikeness::Same => {}
                WordLikeness::Sound => differences.push(NameDifference::Sound(one, other)),
                WordLikeness::Spelling(_) => differences.push(NameDifference::Spelling(one, other)),
            }
        }
        for difference in self.short_forms() {
            sum += INITIAL;
            count += 1;
            differences.push(difference);
        }
        if self
            .alignment
            .pairs
            .windows(2)
            .any(|pairs| pairs[0].1 > pairs[1].1)
        {
            differences.push(NameDifference::Order);
        }
        let mean = sum / count.max(1);
        let likeness = self.without_left_over(mean, count, &mut differences);
        NameComparison {
            likeness,
            differences,
        }
    }

    /// Takes initials and nicknames out of what stands alone.
    fn short_forms(&mut self) -> Vec<NameDifference> {
        let mut found = Vec::new();
        let (words, others) = (self.words, self.others);
        let (own_last, last) = (words.len() - 1, others.len() - 1);
        let mut other_alone = std::mem::take(&mut self.alignment.other_alone);
        self.alignment.alone.retain(|at| {
            let one = &words[*at];
            let position = other_alone.iter().position(|against| {
                let other = &others[*against];
                // An initial stands for a given name, never for a surname.
                (*against != last && is_initial(one, other))
                    || (*at != own_last && is_initial(other, one))
                    || are_nicknames(one, other)
            });
            let Some(position) = position else {
                return true;
            };
            let other = &others[other_alone.remove(position)];
            found.push(match () {
                () if is_initial(one, other) => NameDifference::Initial(one.clone(), other.clone()),
                () if is_initial(other, one) => NameDifference::Initial(other.clone(), one.clone()),
                () => NameDifference::Nickname(one.clone(), other.clone()),
            });
            false
        });
        self.alignment.other_alone = other_alone;
        found
    }

    fn without_left_over(
        &self,
        mean: u32,
        count: u32,
        differences: &mut Vec<NameDifference>,
    ) -> u32 {
        let (alone, other_alone) = (&self.alignment.alone, &self.alignment.other_alone);
        let contradicted = !alone.is_empty() && !other_alone.is_empty();
        if contradicted {
            let one = self.words[alone[0]].clone();
            differences.push(NameDifference::Other(
                one,
                self.others[other_alone[0]].clone(),
            ));
            return mean.min(CONTRADICTED);
        }
        let here = alone.iter().map(|at| &self.words[*at]);
        let left: Vec<&String> = here
            .chain(other_alone.iter().map(|at| &self.others[*at]))
            .collect();
        differences.extend(
            left.iter()
                .map(|word| NameDifference::LeftOut((*word).clone())),
        );
        let shorter = self.words.len().min(self.others.len());
        // One name of a fuller one may be anybody's.
        if shorter == 1 && !left.is_empty() {
            return mean.min(550);
        }
        let whole = self
            .alignment
            .pairs
            .iter()
            .filter(|pair| self.words[pair.0].len() > 1);
        if count > 1 && whole.count() == 0 {
            return mean.min(CONTRADICTED);
        }
        mean.saturating_sub((left.len() as u32 * LEFT_OUT.0).min(LEFT_OUT.1))
    }
}

fn is_initial(letter: &str, name: &str) -> bool {
    letter.chars().count() == 1 && name.starts_with(letter)
}
