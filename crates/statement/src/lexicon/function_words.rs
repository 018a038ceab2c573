//! Closed-class words.

use super::Function;

/// Of a word in two rows the first counts.
pub(super) const TABLE: &[(Function, &str)] = &[
    (Function::Definite, "the this these"),
    (Function::Indefinite, "a an another each every any such"),
    (Function::NoDeterminer, "no neither none nobody"),
    (Function::Possessive, "his its their my our your her"),
    (
        Function::Pronoun,
        "he she they it we i you him them us me himself herself themselves itself",
    ),
    (
        Function::Quantifier,
        "some others those several many both all most few one two three four five",
    ),
    (Function::To, "to"),
    (Function::That, "that"),
    (Function::And, "and &"),
    (Function::Or, "or nor"),
    (Function::But, "but whereas while yet"),
    (
        Function::Not,
        "not never didn't doesn't don't won't wouldn't couldn't can't hasn't haven't hadn't",
    ),
    (Function::Be, "be is are was were been being am 's"),
    (Function::Have, "have has had having"),
    (Function::Do, "do does did"),
    (Function::Will, "will shall"),
    (
        Function::Would,
        "would could might may should must can cannot ought",
    ),
    (Function::Relative, "who which whom whose where"),
    (Function::If, "if unless whether"),
    (
        Function::Subordinator,
        "when because although though once lest whenever how why what",
    ),
    (
        Function::Preposition,
        "of in on at by with from for between into onto about against among during through \
         toward towards under over upon within without after before since until than as via \
         near outside inside concerning regarding despite except per like amid following along \
         behind beyond above below across around beside off up out down back away",
    ),
    (
        Function::Alleged,
        "allegedly reportedly supposedly purportedly apparently",
    ),
    (
        Function::Adverb,
        "also later then now just again even still already soon once thus therefore however \
         only here there today yesterday tomorrow recently formally officially secretly privately \
         publicly subsequently previously immediately finally eventually earlier ago together \
         briefly first instead jointly directly personally initially merely simply ever always \
         often too very quite rather further furthermore moreover meanwhile nevertheless probably \
         perhaps twice afterwards afterward quickly quietly hastily well almost nearly about",
    ),
];
