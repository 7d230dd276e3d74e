//! The commands, one file each.

pub mod audit;
pub mod copy;
pub mod demo;
pub mod doctor;
pub mod events;
mod flags;
pub mod funnel;
pub mod gtt;
pub mod import;
pub mod init;
pub mod jobs;
pub mod progress;
pub mod scan;
pub mod serve;
pub mod show;
pub mod spc;
pub mod status;
mod table;
pub mod users;

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

/// Why a command did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// Something is wrong with what was asked, or with what was found.
    Asked(String),
    /// The database, a file or the network does not answer.
    World(String),
}

impl Failure {
    /// Tells the person at the console, and gives the exit code.
    #[expect(clippy::print_stderr, reason = "this is where a command speaks to the console")]
    pub fn report(self) -> ExitCode {
        match self {
            Self::Asked(text) => {
                eprintln!("varde: {text}");
                ExitCode::from(1)
            }
            Self::World(text) => {
                eprintln!("varde: {text}");
                ExitCode::from(3)
            }
        }
    }
}

impl From<varde_store::Error> for Failure {
    fn from(error: varde_store::Error) -> Self {
        let mut text = error.to_string();
        let mut cause = std::error::Error::source(&error);
        while let Some(error) = cause {
            text.push_str(": ");
            text.push_str(&error.to_string());
            cause = error.source();
        }
        match error {
            varde_store::Error::NotFound | varde_store::Error::Forbidden => Self::Asked(text),
            _ => Self::World(text),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::World(error.to_string())
    }
}

/// Writes a line for the person at the console. Whoever reads may stop before the end (`| head`):
/// that is no fault.
pub fn say(text: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// So many things: `1 fault`, `2 faults`.
fn counted(n: impl std::fmt::Display, thing: &str) -> String {
    let n = n.to_string();
    let ending = if n == "1" { "" } else { "s" };
    format!("{n} {thing}{ending}")
}

/// Sets a document.
fn pdf(printout: &varde_kernel::Printout) -> Result<Vec<u8>, Failure> {
    varde_pdf::render(printout).map_err(|refused| Failure::World(refused.to_string()))
}

/// Hands a document on through standard output; nobody reads one in a terminal.
fn pass_on(document: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        return Err(Failure::Asked("a PDF is no text: write it to a file, such as `> status.pdf`".to_owned()));
    }
    Ok(out.write_all(document)?)
}

/// Draws a picture into a file and prints the report; `-` prints the picture instead.
fn picture_and_report(
    file: Option<&Path>,
    svg: impl FnOnce() -> String,
    report: impl FnOnce() -> String,
) -> Result<(), Failure> {
    if let Some(file) = file {
        let svg = svg();
        if file == Path::new("-") {
            say(svg.trim_end());
            return Ok(());
        }
        std::fs::write(file, svg).map_err(|error| Failure::World(format!("{}: {error}", file.display())))?;
    }
    say(report().trim_end());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn one_is_told_as_one() {
        for (n, words) in [(0, "0 problems"), (1, "1 problem"), (2, "2 problems"), (11, "11 problems")] {
            assert_eq!(counted(n, "problem"), words);
        }
    }
}
