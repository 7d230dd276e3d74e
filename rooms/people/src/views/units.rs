//! How the pages of the organisation look.
