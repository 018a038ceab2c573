//! Two names of bodies compared.

use super::alignment::{align, join_neighbours};
use super::likeness::WordLikeness;
use super::{NameComparison, NameDifference, NameParts};

/// At most this likeness where each name has a word that the other contradicts.
const CONTRADICTED: u32 = 450;

/// What a word that only one name has takes away: one is enough to tell two bodies apart.
const LEFT_OUT: u32 = 310;

/// What forms that no body has both of take away.
const OTHER_FORM: u32 = 320;

pub(super) fn compare(one: &NameParts, other: &NameParts) -> NameComparison {
    let mut differences = Vec::new();
    let forms = forms(one, other, &mut differences);
    let (mut words, mut others) = (one.words.clone(), other.words.clone());
    if glued(one) == glued(other) && words != others {
        differences.push(NameDifference::Joined);
        return NameComparison {
            likeness: 970 - forms,
            differences,
        };
    }
    if join_neighbours(&mut words, &others) | join_neighbours(&mut others, &words) {
        differences.push(NameDifference::Joined);
    }
    let alignment = align(&words, &others);
    let (mut sum, mut letters) = (0, 0);
    let mut wrong_number = false;
    for (at, against, likeness) in &alignment.pairs {
        let (one, other) = (&words[*at], &others[*against]);
        let length = one.chars().count() as u32;
        sum += likeness.weight() * length;
        letters += length;
        let numbered = |word: &String| word.contains(|letter: char| letter.is_ascii_digit());
        wrong_number |= *likeness != WordLikeness::Same && numbered(one) && numbered(other);
        match likeness {
            WordLikeness::Same => {}
            WordLikeness::Sound => {
                differences.push(NameDifference::Sound(one.clone(), other.clone()));
            }
            WordLikeness::Spelling(_) => {
                differences.push(NameDifference::Spelling(one.clone(), other.clone()));
            }
        }
    }
    let mean = sum / letters.max(1);
    let (alone, other_alone) = (&alignment.alone, &alignment.other_alone);
    if let (Some(at), Some(against)) = (alone.first(), other_alone.first()) {
        let one = words[*at].clone();
        differences.push(NameDifference::Other(one, others[*against].clone()));
        return NameComparison {
            likeness: mean.min(CONTRADICTED),
            differences,
        };
    }
    let here = alone.iter().map(|at| &words[*at]);
    let left: Vec<&String> = here
        .chain(other_alone.iter().map(|at| &others[*at]))
        .collect();
    let loss = left.len() as u32 * LEFT_OUT + forms;
    differences.extend(
        left.into_iter()
            .map(|word| NameDifference::LeftOut(word.clone())),
    );
    let most = if wrong_number { CONTRADICTED } else { 1000 };
    NameComparison {
        likeness: mean.min(most).saturating_sub(loss),
        differences,
    }
}

/// What the forms take away; notes those of one only.
fn forms(one: &NameParts, other: &NameParts, differences: &mut Vec<NameDifference>) -> u32 {
    match (&one.forms[..], &other.forms[..]) {
        ([], []) => 0,
        ([form, ..], []) | ([], [form, ..]) => {
            differences.push(NameDifference::Form(form.0.clone()));
            0
        }
        (own, others) => {
            let shared = own
                .iter()
                .any(|form| others.iter().any(|other| other.1 == form.1));
            if shared {
                return 0;
            }
            let forms = (own[0].0.clone(), others[0].0.clone());
            differences.push(NameDifference::OtherForm(forms.0, forms.1));
            OTHER_FORM
        }
    }
}

/// All letters in one, forms too: "SiemensAG".
fn glued(parts: &NameParts) -> String {
    let forms = parts.forms.iter().map(|(form, _)| form.replace(' ', ""));
    parts.words.concat() + &forms.collect::<String>()
}
