//! How the pages of persons, roles and signing in look.
