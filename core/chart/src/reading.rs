//! Reads pictures back for the tests.
