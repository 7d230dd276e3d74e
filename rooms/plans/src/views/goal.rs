//! How pages of goals look.
