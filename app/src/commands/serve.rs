//! `varde serve` and `varde work`.

use std::net::SocketAddr;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::watch;
use varde_web::App;

use super::{Failure, say};
use crate::config::Settings;
use crate::{house, logging, worker};

/// Flags of `varde serve`.
#[derive(clap::Args)]
pub struct Args {
    /// Where to listen, such as `127.0.0.1:8080`.
    #[arg(long, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Leave background work to `varde work`.
    #[arg(long)]
    no_work: bool,
}

/// Serves until asked to stop.
pub async fn run(mut settings: Settings, args: Args) -> Result<(), Failure> {
    logging::start(&settings.log, &settings.log_format);
    if let Some(listen) = args.listen {
        settings.listen = listen;
    }
    let db = house::open_migrated(&settings).await?;
    let app = house::build(&settings, db, None).await?;
    let listener = TcpListener::bind(&settings.listen)
        .await
        .map_err(|error| Failure::World(format!("cannot listen on {}: {error}", settings.listen)))?;
    say(format!("Varde listens on http://{}", listener.local_addr()?));
    serve(app, listener, !args.no_work).await
}

/// Serves `app` on `listener`, with or without a worker, until the process is asked to stop.
/// Requests and the job in hand are finished first.
pub async fn serve(app: App, listener: TcpListener, work: bool) -> Result<(), Failure> {
    let (stop, stopped) = watch::channel(false);
    let worker = work.then(|| tokio::spawn(worker::run(app.clone(), stopped)));
    let router = varde_web::router(app.clone(), house::rooms());
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    // An answer is sent when it is there: else its last packet waits 40 ms for the reader to acknowledge the one before.
    let listener = listener.tap_io(|stream| {
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection holds back small packets");
        }
    });
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await?;
    let _ = stop.send(true);
    if let Some(worker) = worker {
        let _ = worker.await;
    }
    Ok(app.db().clone().close().await?)
}

/// `varde work`: background work only, until asked to stop.
pub async fn work(settings: Settings) -> Result<(), Failure> {
    logging::start(&settings.log, &settings.log_format);
    let db = house::open_migrated(&settings).await?;
    let app = house::build(&settings, db, None).await?;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(worker::run(app.clone(), stopped));
    say("Varde works in the background");
    asked_to_stop().await;
    let _ = stop.send(true);
    let _ = worker.await;
    Ok(app.db().clone().close().await?)
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
