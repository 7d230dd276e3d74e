//! The tables of units.
