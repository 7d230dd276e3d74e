//! What the room decides.

pub(crate) mod delegation;
mod missing;
mod seats;

pub use delegation::*;
pub use missing::*;
pub use seats::*;
