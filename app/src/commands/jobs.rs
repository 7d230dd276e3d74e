//! `varde jobs`: work that was given up, for whoever runs the installation to look at.

use varde_kernel::access::{Author, System};
use varde_kernel::{Clock, JobId};
use varde_store::Db;
use varde_store::jobs::{self, Failed};

use super::copy::existing;
use super::{Failure, say};
use crate::config::Settings;
use crate::house::MachineClock;

/// How many are shown, or taken at once.
const MOST: i64 = 1_000;

/// What to do with work that was given up.
#[derive(clap::Subcommand)]
pub enum Command {
    /// List work that was given up: which, why, how often it was tried.
    List,
    /// Try work again: one job by its id, or all of a kind.
    Retry(Which),
    /// Close work that shall not be done: one job by its id, or all of a kind.
    Drop(Which),
}

/// Which jobs are meant.
#[derive(clap::Args)]
#[group(required = true, multiple = false)]
pub struct Which {
    /// The job, as `varde jobs list` names it.
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// All of this kind of work.
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
}

/// Runs the command.
pub async fn run(settings: &Settings, command: Command) -> Result<(), Failure> {
    let db = existing(settings).await?;
    let done = match command {
        Command::List => list(&db).await,
        Command::Retry(which) => settle(&db, settings, &which, Step::Retry).await,
        Command::Drop(which) => settle(&db, settings, &which, Step::Drop).await,
    };
    done?;
    Ok(db.close().await?)
}

async fn list(db: &Db) -> Result<(), Failure> {
    let failed = jobs::failed_ones(db, MOST).await?;
    if failed.is_empty() {
        say("No work has been given up.");
        return Ok(());
    }
    for Failed { id, kind, reason, attempts, asked, is_known } in &failed {
        let lost = if *is_known { "" } else { " (what it concerned is no longer kept: it can only be dropped)" };
        say(format!("{id}  {kind}  asked for {asked}, tried {attempts} times: {reason}{lost}"));
    }
    let (_, n) = jobs::pending(db).await?;
    let shown = i64::try_from(failed.len()).unwrap_or(i64::MAX);
    if shown < n {
        say(format!("and {} more", n - shown));
    }
    say("Try again with `varde jobs retry ID`, or close with `varde jobs drop ID`.");
    Ok(())
}

#[derive(Clone, Copy)]
enum Step {
    Retry,
    Drop,
}

async fn settle(db: &Db, settings: &Settings, which: &Which, step: Step) -> Result<(), Failure> {
    let ids: Vec<JobId> = match (&which.id, &which.kind) {
        (Some(id), _) => {
            vec![id.parse().map_err(|_| Failure::Asked(format!("{id:?} is no id: see varde jobs list")))?]
        }
        (None, kind) => {
            let of_kind = |one: &Failed| kind.as_ref().is_none_or(|kind| *kind == one.kind);
            jobs::failed_ones(db, MOST).await?.into_iter().filter(of_kind).map(|one| one.id).collect()
        }
    };
    let tx = db.begin_write(Author::System(System::Console), MachineClock::new(settings).now()).await?;
    let mut n = 0_usize;
    for id in &ids {
        n += usize::from(match step {
            Step::Retry => jobs::retry(&tx, *id).await?,
            Step::Drop => jobs::drop_failed(&tx, *id).await?,
        });
    }
    tx.commit().await?;
    if n == 0 {
        let why = match step {
            Step::Retry => "nothing to try again: no such work was given up, or what it concerned is no longer kept",
            Step::Drop => "nothing to close: no such work was given up",
        };
        return Err(Failure::Asked(why.into()));
    }
    match step {
        Step::Retry => say(format!("{n} will be tried again at once by `varde serve` or `varde work`.")),
        Step::Drop => say(format!("{n} closed.")),
    }
    if n < ids.len() {
        say(format!("{} could not: what they concerned is no longer kept.", ids.len() - n));
    }
    Ok(())
}
