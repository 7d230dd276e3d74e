//! Persons, the roles they hold, their sessions and tokens.
