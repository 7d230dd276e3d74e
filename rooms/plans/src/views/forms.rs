//! How pages of formss look.
