//! Passwords, roles and who may give them.
