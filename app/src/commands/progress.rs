//! How far long work has come, told on standard error: over and over on one line of a terminal, and on lines of their own
//! elsewhere, when that is asked for. Standard output stays what the command answers.

use std::io::{IsTerminal as _, Write as _};

/// Who tells how far work has come.
pub struct Progress {
    is_terminal: bool,
    is_told: bool,
    last: String,
}

impl Progress {
    /// Tells when standard error is a terminal, or when it was asked for.
    pub fn new(is_asked: bool) -> Self {
        let is_terminal = std::io::stderr().is_terminal();
        Self { is_terminal, is_told: is_terminal || is_asked, last: String::new() }
    }

    /// Tells something, unless it was told last.
    pub fn tell(&mut self, text: String) {
        if !self.is_told || text == self.last {
            return;
        }
        // Spaces cover what is left of a longer line.
        let width = self.last.chars().count();
        let mut to = std::io::stderr().lock();
        // Whoever reads may have gone: that is no fault.
        let _ = if self.is_terminal { write!(to, "\r{text:width$}") } else { writeln!(to, "{text}") };
        let _ = to.flush();
        self.last = text;
    }

    /// Tells how much of something is done, in whole per cent.
    pub fn part(&mut self, what: &str, done: usize, of: usize) {
        self.tell(format!("{what}: {} %", done.saturating_mul(100) / of.max(1)));
    }

    /// Ends the line.
    pub fn end(&mut self) {
        if self.is_terminal && !self.last.is_empty() {
            let _ = writeln!(std::io::stderr().lock());
        }
        self.last.clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}
