//! `varde audit`: is the history whole?

use std::path::PathBuf;

use varde_kernel::Clock;
use varde_kernel::access::{Author, System};
use varde_store::history;

use super::{Failure, counted, say};
use crate::config::Settings;
use crate::house::{self, MachineClock};
use crate::retention;

/// What to do with the history.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Check every line, every payload and the end of each chain.
    Verify {
        /// Heads that were exported earlier; shows a chain that was cut together with its head.
        #[arg(long, value_name = "FILE")]
        heads: Option<PathBuf>,
    },
    /// Print the end of each chain, to be kept outside the installation.
    Heads,
    /// Delete what lines older than the kept days say of before, after and why. The lines stay.
    Forget {
        /// How many days to keep; the setting `history_days` when not given.
        #[arg(long)]
        days: Option<u32>,
    },
}

/// Runs the command.
pub async fn run(settings: &Settings, command: Command) -> Result<(), Failure> {
    let db = house::open(settings).await?;
    match command {
        Command::Verify { heads } => {
            let known = match heads {
                None => Vec::new(),
                Some(path) => read_heads(&std::fs::read_to_string(path)?)?,
            };
            let (lines, faults) = history::verify(&db, &known).await?;
            for fault in &faults {
                say(format!("chain {} line {}: {}", fault.chain, fault.seq, fault.what.name()));
            }
            if faults.is_empty() {
                say(format!("The history is whole: {}.", counted(lines, "line")));
                Ok(())
            } else {
                let (faults, lines) = (counted(faults.len(), "fault"), counted(lines, "line"));
                Err(Failure::Asked(format!("the history is not whole: {faults} in {lines}")))
            }
        }
        Command::Heads => {
            for (chain, seq, hash) in history::heads(&db).await? {
                say(format!("{chain} {seq} {hash}"));
            }
            Ok(())
        }
        Command::Forget { days } => {
            let days = days.unwrap_or(settings.history_days);
            let now = MachineClock::new(settings).now();
            let before = retention::kept_since(now, days)
                .ok_or_else(|| Failure::Asked("that many days ago there was no calendar".into()))?;
            let tx = db.begin_write(Author::System(System::Console), now).await?;
            let deleted = history::delete_payloads(&tx, before).await?;
            tx.commit().await?;
            say(format!("{deleted} payloads deleted; their lines stay."));
            Ok(())
        }
    }
}

fn read_heads(text: &str) -> Result<Vec<(String, i64, String)>, Failure> {
    let mut heads = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let mut words = line.split_whitespace();
        let head = (|| Some((words.next()?.to_owned(), words.next()?.parse().ok()?, words.next()?.to_owned())))();
        heads.push(head.ok_or_else(|| Failure::Asked(format!("line {} is no head (chain number hash)", number + 1)))?);
    }
    Ok(heads)
}
