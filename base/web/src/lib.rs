//! Being laid.

pub mod ui;
