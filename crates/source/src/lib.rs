//! Opening files: items with identity, place, media type and bytes; limits and hashes.
//!
//! [`walk()`] lists what lies under the given paths and opens nothing; [`open()`] reads one file
//! whole, within the limits. Both hand back problems as values: every path met is either a file
//! or a [`Found::Unread`] that says why not. Archives are not entered yet.

#![expect(
    clippy::disallowed_methods,
    reason = "this crate is where originals are read from the disk"
)]

mod folder;
mod item;
mod limits;
mod locator;
mod media_type;
mod open;
mod walk;

pub use folder::read_in_folder;
pub use item::{Item, ItemId};
pub use limits::Limits;
pub use locator::{locator_of, path_of};
pub use media_type::media_type;
pub use open::open;
pub use walk::{Found, FoundFile, Stamp, Walk, walk};
