//! The tables of persons.
