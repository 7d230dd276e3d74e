//! All SQL of the room.

pub mod actors;
pub mod changes;
mod gate;
pub(crate) mod hanging;
pub mod holdings;
mod identities;
pub mod letters;
pub mod logins;
pub mod lookups;
pub mod passwords;
pub mod persons;
pub mod planned;
pub mod retention;
pub mod sessions;
pub mod tokens;
pub mod units;

pub use gate::PeopleGate;
