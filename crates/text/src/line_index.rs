//! From byte offsets to lines and columns, for people.

/// Where each line of a text starts.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Counts from 1.
    pub line_number: usize,
    /// Characters from the start of the line, counts from 1.
    pub column_number: usize,
}

impl LineIndex {
    /// Reads the line starts of `text`; lines end with `\n`.
    pub fn new(text: &str) -> LineIndex {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(ends.map(|(offset, _)| offset as u32 + 1))
            .collect();
        LineIndex { starts }
    }

    /// The line and column of byte `offset`; an offset past the end is the end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line_index = self
            .starts
            .partition_point(|start| *start as usize <= offset)
            - 1;
        let line_start = self.starts[line_index] as usize;
        Position {
            line_number: line_index + 1,
            column_number: text[line_start..offset].chars().count() + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let text = "né\nà b";
        let line_index = LineIndex::new(text);
        let at = |offset| {
            let position = line_index.position(text, offset);
            (position.line_number, position.column_number)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(3), (1, 3));
        assert_eq!(at(4), (2, 1));
        assert_eq!(at(99), (2, 4));
    }
}
