//! The forms of diplomatic telegrams: header fields, references, TAGS, paragraphs.
