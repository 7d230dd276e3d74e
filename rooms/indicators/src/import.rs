//! Files that others made: values as CSV, and the content files of the project.

pub mod content;
pub mod csv;
