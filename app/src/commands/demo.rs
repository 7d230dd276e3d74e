//! `varde demo`: the documents' facts, a synthetic health service, and sign-ins to look around.

mod before_the_board;
mod choosing;
mod extras;
pub mod feed;
mod monthly;
mod reports;

use std::path::PathBuf;

use tokio::net::TcpListener;
use varde_kernel::{Clock, Locale};
use varde_store::Db;
use varde_synthetic::{Service, Size, generate};

use super::{Failure, say, serve};
use crate::config::Settings;
use crate::house::{self, MachineClock};
use crate::{content, logging};

/// The same for everyone in the demo: there is nothing to protect in it.
const PASSWORD: &str = "varde-demo-2026";
/// Decides how the synthetic service turns out.
const SEED: u64 = 1814;

/// Flags of `varde demo`.
#[derive(clap::Args)]
pub struct Args {
    /// Where to listen; port 0 takes any free one.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: String,
    /// The folder for the demo's database.
    #[arg(long, default_value = "data/demo", value_name = "FOLDER")]
    data: PathBuf,
    /// Make a service of a nation's size (5 000 units) instead of a small one.
    #[arg(long)]
    national: bool,
    /// Prepare the database and stop.
    #[arg(long)]
    prepare: bool,
}

/// Prepares the demo's database when it is new, tells how to sign in, and serves.
pub async fn run(mut settings: Settings, args: Args) -> Result<(), Failure> {
    logging::start(&settings.log, &settings.log_format);
    std::fs::create_dir_all(&args.data)?;
    settings.database = format!("sqlite:{}", args.data.join("varde-demo.sqlite").display());
    let clock = MachineClock::new(&settings);
    let db = house::open_migrated(&settings).await?;
    if !content::is_loaded(&db).await? {
        say("Preparing the demo: the documents' facts and a synthetic health service …");
        for (what, count) in content::load(&db, clock.now()).await? {
            say(format!("  {count:>6} {what}"));
        }
        let size = if args.national { Size::NATIONAL } else { Size::DEMO };
        synthetic(&db, &generate(SEED, &size, clock.today()), &clock).await?;
    }
    if args.prepare {
        return Ok(db.close().await?);
    }
    let listener = TcpListener::bind(&args.listen)
        .await
        .map_err(|error| Failure::World(format!("cannot listen on {}: {error}", args.listen)))?;
    settings.public_url = format!("http://{}", listener.local_addr()?);
    let app = house::build(&settings, db, Some("app-demo-banner")).await?;
    let words = app.say(Locale::Nb);
    say(format!("\nVarde demo: http://{}\nPassword for everyone: {PASSWORD}\n", listener.local_addr()?));
    for person in varde_synthetic::guides() {
        if let Some(guide) = person.guide {
            say(format!("  {:<12} {:<20} {}", person.username, person.name, words.t(guide)));
        }
    }
    say("\nEverything marked «syntetisk» is made up; the rest are facts from the documents. Stop with Ctrl+C.\n");
    serve::serve(app, listener, true).await
}

async fn synthetic(db: &Db, service: &Service, clock: &MachineClock) -> Result<(), Failure> {
    feed::everything(db, service, PASSWORD, clock).await?;
    say(format!(
        "  {:>6} synthetic units, {} persons, {} plans",
        service.units.len(),
        service.persons.len(),
        service.plans.len()
    ));
    Ok(())
}
