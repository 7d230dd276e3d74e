//! The tables of tokens.
