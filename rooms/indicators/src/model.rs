//! What the room holds.

mod basis;
mod chart;
mod indicator;
mod scan;
mod signal;
mod value;

pub use basis::*;
pub use chart::*;
pub use indicator::*;
pub use scan::*;
pub use signal::*;
pub use value::*;
