//! Units and actors.
