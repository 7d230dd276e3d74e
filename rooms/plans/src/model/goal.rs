//! Goals and the versions of their targets.
