//! Goals, targets and choices in the database.
