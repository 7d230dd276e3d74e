//! Changes of the organisation.
