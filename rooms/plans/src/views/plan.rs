//! How pages of plans look.
