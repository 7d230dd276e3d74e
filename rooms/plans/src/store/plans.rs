//! Plans, owners, parts and relations in the database.
