//! Key lines of memoranda: `TO: …`, `SUBJECT`.

/// Known keys, with the name of their field.
const KEYS: &[(&str, &str)] = &[
    ("TO", "to"),
    ("FROM", "from"),
    ("THROUGH", "through"),
    ("SUBJECT", "subject"),
    ("SUBJ", "subject"),
    ("RE", "subject"),
    ("DATE", "date"),
    ("DATE AND TIME", "date"),
    ("TIME", "time"),
    ("TIME AND PLACE", "place"),
    ("DATE AND PLACE", "date"),
    ("PLACE", "place"),
    ("LOCATION", "place"),
    ("COPIES TO", "cc"),
    ("COPIES", "cc"),
    ("CC", "cc"),
    ("INFO", "info"),
    ("DRAFTED", "drafter"),
    ("DRAFTED BY", "drafter"),
    ("APPROVED", "approver"),
    ("APPROVED BY", "approver"),
    ("REF", "reference"),
    ("REFERENCE", "reference"),
];

/// A line's key: the field's name, and the byte where its value starts.
pub(super) fn key(line: &str) -> Option<(&'static str, usize)> {
    if let Some(colon) = line.get(..line.len().min(20)).unwrap_or(line).find(':') {
        let named = line[..colon].trim();
        let known = KEYS
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(named))?;
        // "to: " in a sentence is no key; a key begins with a capital.
        let capital = named.starts_with(|first: char| first.is_ascii_uppercase());
        return capital.then_some((known.1, colon + 1));
    }
    let alone = [
        ("SUBJECT", "subject"),
        ("SUBJECTS", "subject"),
        ("PLACE", "place"),
        ("DATE", "date"),
        ("TIME", "time"),
        ("REFERENCE", "reference"),
        ("REFERENCES", "reference"),
    ];
    let found = alone.iter().find(|(key, _)| *key == line)?;
    Some((found.1, line.len()))
}
