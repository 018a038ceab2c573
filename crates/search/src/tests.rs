//! Queries through the front door: as typed, as compiled, as found.

mod found;
mod language;
