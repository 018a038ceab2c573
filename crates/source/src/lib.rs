//! Opening files: items with identity, place, media type and bytes; limits and hashes.

mod item;
mod limits;

pub use item::{Item, ItemId};
pub use limits::Limits;
