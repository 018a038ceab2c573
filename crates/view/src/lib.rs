//! Plain structs that a command or page shows, made from the record: no SQL, no HTML.
//!
//! Serialized, they are the JSON of `--json` and of the HTTP API; names and shapes are the ones
//! the design fixes. Quotations are read back from the text here and stored nowhere.

mod chain;
mod change;
mod decision;
mod document;
mod entity;
mod event;
mod file;
mod listing;
mod origin_counts;
mod origins;
mod people_joined;
mod statement;
mod time;
mod who;
mod who_page;

pub use chain::{AlsoTold, ChainPage, chain_page};
pub use change::{ChangeView, changes};
pub use decision::{AnchoredView, DecisionView, decision_view};
pub use document::{DocumentView, FieldView, ProblemView, document_view};
pub use entity::{EntityMentionView, EntityView, RoleView, entity_view};
pub use event::{AccountView, DifferenceView, EventView, OriginView, events_of_group};
pub use file::{FileView, file_view};
pub use listing::{event_views, statement_views};
pub use origin_counts::origin_counts;
pub use statement::{
    ByView, LinkView, ParticipantView, PartyView, PlaceView, QuoteView, SpeakerView, StatementView,
    statement_view,
};
pub use time::{AnchorView, PlacedTimeView, TimeView, UnresolvedView, time_view};
pub use who::{JoinView, WhoRow, WhoView, who_view};
pub use who_page::{WhoPage, who_pages};
