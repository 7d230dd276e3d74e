//! The tables of sessions.
