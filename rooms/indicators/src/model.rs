//! What the room holds.

mod basis;
mod chart;
mod data_source;
mod following;
mod indicator;
mod scan;
mod signal;
mod upload;
mod value;

pub use basis::*;
pub use chart::*;
pub use data_source::*;
pub use following::*;
pub use indicator::*;
pub use scan::*;
pub use signal::*;
pub use upload::*;
pub use value::*;
