//! What a rule reports: where, what, and what to do about it.

use std::fmt;

/// One breach of a house rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path from the root of the tree, with `/` between folders.
    pub path: String,
    /// Line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub mend: String,
}

impl Fault {
    pub fn new(path: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into(), mend: mend.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, what, mend } = self;
        write!(f, "{path}:{line}: {what}; {mend}")
    }
}
