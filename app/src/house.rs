//! The house put together: all rooms, the clock, the people at the door.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use metrics_exporter_prometheus::PrometheusBuilder;
use varde_kernel::Clock;
use varde_store::{Db, Migration};
use varde_web::{App, Config, Parts, Room};

use crate::commands::Failure;
use crate::config::Settings;

/// All rooms, in the order of the spine and then the others.
pub fn rooms() -> Vec<Room> {
    vec![
        varde_people::room(),
        varde_indicators::room(),
        varde_measures::room(),
        varde_plans::room(),
        varde_incidents::room(),
        varde_governance::room(),
        varde_knowledge::room(),
        program(),
    ]
}

/// No room: what the program itself says, and does in the background.
fn program() -> Room {
    let mut program = Room::new(
        "app",
        [include_str!("../locales/nb.ftl"), include_str!("../locales/nn.ftl"), include_str!("../locales/en.ftl")],
    );
    program.jobs = crate::retention::kinds();
    program
}

/// Every migration of the store and the rooms.
pub fn migrations() -> Vec<Migration> {
    let mut all = varde_store::migrations();
    all.extend(rooms().into_iter().flat_map(|room| room.migrations));
    all
}

/// The machine's clock in the service's zone.
pub struct MachineClock(TimeZone);

impl MachineClock {
    /// A clock in the zone that the settings name.
    pub fn new(settings: &Settings) -> Self {
        Self(TimeZone::get(&settings.time_zone).unwrap_or(TimeZone::UTC))
    }
}

impl Clock for MachineClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where Varde looks at the machine's clock")]
    fn now(&self) -> Timestamp {
        varde_kernel::instant(Timestamp::now())
    }

    fn zone(&self) -> TimeZone {
        self.0.clone()
    }
}

/// Opens the database as it is.
pub async fn open(settings: &Settings) -> Result<Db, Failure> {
    Ok(Db::open(&settings.database).await?)
}

/// Opens the database and brings it up to date.
pub async fn open_migrated(settings: &Settings) -> Result<Db, Failure> {
    let db = open(settings).await?;
    varde_store::migrate(&db, migrations(), MachineClock::new(settings).now()).await?;
    Ok(db)
}

/// The house on an open database.
pub async fn build(settings: &Settings, db: Db, banner_key: Option<&'static str>) -> Result<App, Failure> {
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    // A second house in the same process (in tests) goes without metrics.
    let metrics = metrics::set_global_recorder(recorder)
        .ok()
        .map(|()| Box::new(move || handle.render()) as Box<dyn Fn() -> String + Send + Sync>);
    let clock = MachineClock::new(settings);
    let parts = Parts {
        db,
        // Roles begin and end at the service's own midnight.
        gate: Arc::new(varde_people::PeopleGate::in_zone(clock.zone())),
        clock: Arc::new(clock),
        config: Config {
            public_url: settings.public_url.clone(),
            banner_key,
            metrics_token: settings.metrics_token.clone(),
            sign_in_tries: settings.sign_in_tries,
            proxies: settings.proxies().map_err(|error| Failure::Asked(error.to_string()))?,
            seal: crate::sealing::seal(settings)?,
            settings: settings.named(),
        },
        metrics,
        printer: |printout| Ok(varde_pdf::render(printout)?),
    };
    Ok(App::new(parts, &rooms()).await?)
}
