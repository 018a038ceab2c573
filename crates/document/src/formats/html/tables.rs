//! Which tables hold data and which only lay out a page.

use super::dom::Dom;
use super::tag::Tag;

/// Elements of one table that are looked at; a longer table is judged by its beginning.
const LOOKED_AT: usize = 20_000;

/// Whether a table is read row by row: several rows of several cells, short ones, and no table,
/// section or run of paragraphs inside a cell.
pub(super) fn is_data_table(dom: &Dom, table: usize) -> bool {
    let (mut rows, mut cells, mut blocks, mut bytes) = (0, 0, 0, 0);
    for index in dom.inside(table).take(LOOKED_AT) {
        match dom.nodes[index].tag {
            Tag::Table | Tag::Article | Tag::Section | Tag::Form | Tag::Nav | Tag::H1 => {
                return false;
            }
            Tag::Tr => rows += 1,
            Tag::Td | Tag::Th => cells += 1,
            Tag::Text => bytes += dom.words(index).trim().len(),
            tag if tag.closes_paragraph() => blocks += 1,
            _ => {}
        }
    }
    rows >= 2 && cells >= 2 * rows && blocks <= cells && bytes <= 160 * cells
}
