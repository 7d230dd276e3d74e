//! Plans, their owners, parts and relations.
