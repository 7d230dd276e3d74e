//! Background work: takes due jobs one at a time, and asks for the regular ones.

use std::time::Duration;

use tokio::sync::watch;
use varde_kernel::access::{Author, System};
use varde_store::{Error, jobs};
use varde_web::{App, Every};

/// How long to wait when there is nothing to do.
const REST: Duration = Duration::from_secs(2);

/// Works until `stop` says so; the job in hand is finished first.
pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        if *stop.borrow() {
            return;
        }
        let worked = match step(&app).await {
            Ok(worked) => worked,
            Err(error) => {
                tracing::error!(%error, "background work could not be fetched");
                false
            }
        };
        if !worked {
            tokio::select! {
                () = tokio::time::sleep(REST) => {}
                _ = stop.changed() => {}
            }
        }
    }
}

/// Does one due job. Returns whether there was one.
pub async fn step(app: &App) -> Result<bool, Error> {
    ask_for_regular(app).await?;
    let Some(job) = jobs::take(app.db(), app.now()).await? else { return Ok(false) };
    let Some(kind) = app.jobs().iter().find(|kind| kind.name == job.kind) else {
        return give_up(app, &job, "no such work in this version").await;
    };
    match (kind.run)(app, &job).await {
        Ok(()) => {
            metrics::counter!("varde_jobs_total", "kind" => kind.name, "outcome" => "done").increment(1);
            Ok(true)
        }
        Err(error) => {
            tracing::warn!(kind = kind.name, %error, "a job failed and will be tried again");
            metrics::counter!("varde_jobs_total", "kind" => kind.name, "outcome" => "failed").increment(1);
            give_up(app, &job, &error.to_string()).await
        }
    }
}

async fn give_up(app: &App, job: &jobs::Job, reason: &str) -> Result<bool, Error> {
    let tx = app.begin_as(Author::System(System::Worker)).await?;
    jobs::failed(&tx, job, reason).await?;
    tx.commit().await?;
    Ok(true)
}

/// Asks for each regular job once per hour or day; the key makes a second asking nothing.
async fn ask_for_regular(app: &App) -> Result<(), Error> {
    let hour = app.now().as_second() / 3600;
    let today = app.today();
    let wanted: Vec<(&'static str, String)> = app
        .jobs()
        .iter()
        .filter_map(|kind| match kind.every? {
            Every::Hour => Some((kind.name, format!("{}@{hour}", kind.name))),
            Every::Day => Some((kind.name, format!("{}@{today}", kind.name))),
        })
        .collect();
    let known = jobs::known(app.db(), wanted.iter().map(|(_, key)| key.as_str())).await?;
    let fresh: Vec<_> = wanted.into_iter().filter(|(_, key)| !known.contains(key)).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let tx = app.begin_as(Author::System(System::Worker)).await?;
    for (name, key) in fresh {
        jobs::ask(&tx, name, &varde_store::Json::Null, app.now(), Some(&key)).await?;
    }
    tx.commit().await
}
