//! How pages of following up look.
