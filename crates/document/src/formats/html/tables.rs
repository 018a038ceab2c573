//! Which tables hold data and which only lay out a page.

use super::dom::Dom;
use super::tag::Tag;

/// Elements of one table that are looked at; a longer table is judged by its beginning.
const LOOKED_AT: usize = 20_000;
/// Longest text of a cell, and of cells on average, in bytes.
const CELL_BYTES: usize = 400;
const AVERAGE_BYTES: usize = 160;

/// Whether a table is read row by row: several rows of several cells, short ones, and no table,
/// section or run of paragraphs inside a cell.
pub(super) fn is_data_table(dom: &Dom, table: usize) -> bool {
    let (mut rows, mut cells, mut blocks, mut breaks) = (0, 0, 0, 0);
    let (mut bytes, mut cell_bytes) = (0, 0);
    for index in dom.inside(table).take(LOOKED_AT) {
        match dom.nodes[index].tag {
            Tag::Table | Tag::Article | Tag::Section | Tag::Form | Tag::Nav | Tag::H1 => {
                return false;
            }
            Tag::Tr => rows += 1,
            Tag::Td | Tag::Th => {
                cells += 1;
                cell_bytes = 0;
            }
            Tag::Text => {
                let words = dom.words(index).trim().len();
                bytes += words;
                cell_bytes += words;
            }
            Tag::Br => breaks += 1,
            tag if tag.closes_paragraph() => blocks += 1,
            _ => {}
        }
        if cell_bytes > CELL_BYTES {
            return false;
        }
    }
    let is_grid = rows >= 2 && cells >= 2 * rows;
    is_grid && blocks <= cells && breaks <= 2 * cells && bytes <= AVERAGE_BYTES * cells
}
