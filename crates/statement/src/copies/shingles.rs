//! The shingles of a text, hashed: seven words in a row, whatever stands between them.

/// Words of a shingle.
const WORDS: usize = 7;

/// Odd constants with well-mixed bits (from the fractions of the golden ratio and of pi).
const WORD: u64 = 0x9e37_79b9_7f4a_7c15;
const ROLL: u64 = 0xd131_0ba6_98df_b5ad;

/// Hands the hash of every shingle to `each`, in the order of the text. Letters and digits make
/// words; case is set aside, marks over letters are not. The hash is fixed for all time and
/// machines, as sketches are kept.
pub(super) fn each_shingle(text: &str, mut each: impl FnMut(u64)) {
    let oldest = ROLL.wrapping_pow(WORDS as u32 - 1);
    let mut window = [0_u64; WORDS];
    let (mut at, mut count, mut rolled) = (0, 0_usize, 0_u64);
    each_word(text.as_bytes(), text, |word| {
        rolled = rolled.wrapping_sub(window[at].wrapping_mul(oldest));
        rolled = rolled.wrapping_mul(ROLL).wrapping_add(word);
        window[at] = word;
        at = if at + 1 == WORDS { 0 } else { at + 1 };
        count += 1;
        if count >= WORDS {
            each(mixed(rolled));
        }
    });
}

fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(WORD);
    let hash = (hash ^ (hash >> 29)).wrapping_mul(ROLL);
    hash ^ (hash >> 32)
}

/// What a byte is in a word: small letter or digit as it counts, 0 for none, 255 for the start of
/// a character outside ASCII.
const BYTES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let own = byte as u8;
        table[byte] = match own {
            b'A'..=b'Z' => own + 32,
            b'a'..=b'z' | b'0'..=b'9' => own,
            128..=255 => 255,
            _ => 0,
        };
        byte += 1;
    }
    table
};

fn each_word(bytes: &[u8], text: &str, mut each: impl FnMut(u64)) {
    let mut word = 0_u64;
    let mut at = 0;
    while at < bytes.len() {
        let letter = BYTES[bytes[at] as usize];
        match letter {
            0 => {
                if word != 0 {
                    each(word);
                    word = 0;
                }
                at += 1;
            }
            255 => {
                let character = text[at..]
                    .chars()
                    .next()
                    .expect("a byte starts a character");
                at += character.len_utf8();
                if character.is_alphanumeric() {
                    let lower = character.to_lowercase();
                    word = lower.fold(word, |word, lower| step(word, u64::from(u32::from(lower))));
                } else if !is_inside(character) && word != 0 {
                    each(word);
                    word = 0;
                }
            }
            letter => {
                word = step(word, u64::from(letter));
                at += 1;
            }
        }
    }
    if word != 0 {
        each(word);
    }
}

fn step(word: u64, letter: u64) -> u64 {
    (word.rotate_left(5) ^ letter).wrapping_mul(WORD)
}

/// A soft hyphen and joiners stand inside words.
fn is_inside(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}
