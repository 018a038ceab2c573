//! How alike two words of a name are, of a thousand.

/// What two words are alike in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WordLikeness {
    /// The same letters.
    Same,
    /// The same when spelling customs are set aside.
    Sound,
    /// So alike, of a thousand, in their letters.
    Spelling(u32),
}

impl WordLikeness {
    pub(super) fn weight(self) -> u32 {
        match self {
            WordLikeness::Same => 1000,
            WordLikeness::Sound => 960,
            WordLikeness::Spelling(likeness) => likeness,
        }
    }
}

/// Compares two folded words in Latin letters.
pub(super) fn likeness(one: &str, other: &str) -> WordLikeness {
    if one == other {
        return WordLikeness::Same;
    }
    let (sound, other_sound) = (sound(one), sound(other));
    if sound == other_sound && sound.len() > 1 {
        return WordLikeness::Sound;
    }
    let letters = close(one, other);
    WordLikeness::Spelling(letters.max(close(&sound, &other_sound).saturating_sub(20)))
}

/// Groups of letters that customs write differently, longest first.
const SOUNDS: &[(&str, &str)] = &[
    ("shch", "sh"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("dzh", "j"),
    ("dj", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ts", "c"),
    ("tz", "c"),
    ("ck", "k"),
    ("qu", "k"),
    ("ch", "ch"),
    ("sh", "sh"),
    ("th", "t"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ey", "ei"),
    ("iy", "i"),
    ("ij", "i"),
    ("yu", "u"),
    ("iu", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ye", "e"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("x", "ks"),
];

/// A word with customs of spelling set aside: not a sound, a key.
pub(super) fn sound(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let group = SOUNDS.iter().find(|(letters, _)| rest.starts_with(letters));
        let length = match group {
            Some((letters, written)) => {
                push(&mut key, written);
                letters.len()
            }
            None => {
                push(&mut key, first.encode_utf8(&mut [0; 4]));
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    key
}

/// Doubled letters count once.
fn push(key: &mut String, letters: &str) {
    for letter in letters.chars() {
        if !key.ends_with(letter) {
            key.push(letter);
        }
    }
}

/// Pairs of letters that are mistaken for each other.
const CONFUSED: &[(char, char)] = &[
    ('0', 'o'),
    ('1', 'i'),
    ('1', 'l'),
    ('3', 'e'),
    ('4', 'a'),
    ('5', 's'),
    ('9', 'g'),
    ('a', 'e'),
    ('b', 'p'),
    ('c', 'k'),
    ('c', 's'),
    ('d', 't'),
    ('e', 'i'),
    ('f', 'v'),
    ('g', 'k'),
    ('g', 'j'),
    ('i', 'j'),
    ('m', 'n'),
    ('o', 'u'),
    ('s', 'z'),
];

/// Edits in half steps: a confused letter costs one, any other edit two; two letters that change
/// places cost two.
fn close(one: &str, other: &str) -> u32 {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    let longer = one.len().max(other.len()) as u32;
    if longer == 0 || one.len().abs_diff(other.len()) as u32 * 2 > longer {
        return 0;
    }
    let width = other.len() + 1;
    let mut rows: Vec<u32> = (0..width as u32).map(|at| at * 2).collect();
    let mut before: Vec<u32> = Vec::new();
    for (at, letter) in one.iter().enumerate() {
        let mut row = vec![(at as u32 + 1) * 2];
        for (column, against) in other.iter().enumerate() {
            let mut cost = rows[column] + exchange(*letter, *against);
            cost = cost.min(rows[column + 1] + 2).min(row[column] + 2);
            let crossed =
                at > 0 && column > 0 && one[at - 1] == *against && other[column - 1] == *letter;
            if crossed {
                cost = cost.min(before[column - 1] + 2);
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut rows, row);
    }
    let cost = rows[width - 1];
    1000_u32.saturating_sub(cost * 500 / longer)
}

fn exchange(one: char, other: char) -> u32 {
    let pair = (one.min(other), one.max(other));
    match () {
        () if one == other => 0,
        () if CONFUSED.contains(&pair) => 1,
        () => 2,
    }
}
