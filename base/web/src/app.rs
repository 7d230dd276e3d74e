//! What every request shares.

use std::sync::Arc;

use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha2::Sha256;
use varde_kernel::access::Author;
use varde_kernel::{Clock, UnitTree};
use varde_store::{Db, Error, Tx, setting};

use crate::gate::Gate;
use crate::printing::Printer;
use crate::proxies::Proxies;
use crate::room::{BesideFn, Hanging, HomeFn, JobKind, MenuEntry, Telling, UnitTab, WorkFn};
use crate::seal::Seal;
use crate::sources::{Kept, Sources, SourcesFn};
use crate::words::{Say, Translator};

/// How the house is set up.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The address people use, such as `https://varde.example.org`. Decides whether cookies are
    /// marked secure.
    pub public_url: String,
    /// A line at the top of every page, such as the demo's mark. Empty for none.
    pub banner_key: Option<&'static str>,
    /// Who may read the metrics: a bearer token. Without one, only the machine itself.
    pub metrics_token: Option<String>,
    /// How many tries of signing in an address and a name get in a quarter of an hour.
    pub sign_in_tries: u32,
    /// Whom to believe about where a request came from.
    pub proxies: Proxies,
    /// Seals what must not be read from the database alone.
    pub seal: Seal,
    /// Opaque settings that rooms read by name (`smtp.host`, `oidc.issuer` …).
    pub settings: std::collections::BTreeMap<String, String>,
}

/// The house as a request sees it. Cheap to copy.
#[derive(Clone)]
pub struct App(Arc<Shared>);

struct Shared {
    db: Db,
    clock: Arc<dyn Clock>,
    gate: Arc<dyn Gate>,
    translator: Arc<Translator>,
    menu: Vec<MenuEntry>,
    unit_tabs: Vec<UnitTab>,
    work: Vec<WorkFn>,
    home: Vec<HomeFn>,
    beside: Vec<BesideFn>,
    hanging: Vec<Hanging>,
    tellings: Vec<Telling>,
    sources: Vec<SourcesFn>,
    kept_sources: Kept,
    jobs: Vec<JobKind>,
    openapi: String,
    config: Config,
    // Signs form guards. Kept in the database, so that several processes agree.
    secret: Vec<u8>,
    metrics: Option<Box<dyn Fn() -> String + Send + Sync>>,
    printer: Printer,
}

/// The parts that an [`App`] is put together from.
pub struct Parts {
    /// The database, already migrated.
    pub db: Db,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who knows people and units.
    pub gate: Arc<dyn Gate>,
    /// The set-up.
    pub config: Config,
    /// Prints the metrics, when they are collected.
    pub metrics: Option<Box<dyn Fn() -> String + Send + Sync>>,
    /// Makes documents.
    pub printer: Printer,
}

impl App {
    /// Puts the house together from its parts and the rooms' contributions.
    ///
    /// # Errors
    ///
    /// When the database does not answer.
    pub async fn new(parts: Parts, rooms: &[crate::Room]) -> Result<Self, Error> {
        let translator = Translator::new(std::iter::once(crate::LOCALES).chain(rooms.iter().map(|room| room.locales)));
        let mut menu: Vec<MenuEntry> = crate::desk::room().menu;
        menu.extend(rooms.iter().flat_map(|room| room.menu.iter().copied()));
        menu.sort_by_key(|entry| entry.order);
        let mut unit_tabs: Vec<UnitTab> = rooms.iter().flat_map(|room| room.unit_tabs.iter().copied()).collect();
        unit_tabs.sort_by_key(|tab| tab.order);
        let secret = secret(&parts.db, parts.clock.now()).await?;
        Ok(Self(Arc::new(Shared {
            db: parts.db,
            clock: parts.clock,
            gate: parts.gate,
            translator: Arc::new(translator),
            menu,
            unit_tabs,
            work: rooms.iter().filter_map(|room| room.work).collect(),
            home: rooms.iter().filter_map(|room| room.home).collect(),
            beside: rooms.iter().filter_map(|room| room.beside).collect(),
            hanging: rooms.iter().flat_map(|room| room.hanging).copied().collect(),
            tellings: rooms.iter().filter_map(|room| room.telling).collect(),
            sources: rooms.iter().filter_map(|room| room.sources).collect(),
            kept_sources: Kept::default(),
            jobs: std::iter::once(crate::mail::job())
                .chain(rooms.iter().flat_map(|room| room.jobs.iter().copied()))
                .collect(),
            openapi: crate::openapi(rooms).to_pretty_json().unwrap_or_default(),
            config: parts.config,
            secret,
            metrics: parts.metrics,
            printer: parts.printer,
        })))
    }

    /// The database, for reading.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// Today, in the service's zone.
    pub fn today(&self) -> jiff::civil::Date {
        self.0.clock.today()
    }

    /// Begins a transaction that writes as `author`.
    pub async fn begin_as(&self, author: Author) -> Result<Tx, Error> {
        self.db().begin_write(author, self.now()).await
    }

    /// The organisation today.
    pub async fn tree(&self) -> Result<Arc<UnitTree>, Error> {
        self.0.gate.tree(self.db(), self.now()).await
    }

    /// The documents that facts are taken from.
    pub(crate) async fn sources(&self) -> Result<Arc<Sources>, Error> {
        self.0.kept_sources.get(self.db(), &self.0.sources, self.now()).await
    }

    /// A voice in a language.
    pub fn say(&self, locale: varde_kernel::Locale) -> Say {
        Say::new(self.0.translator.clone(), locale, self.0.clock.zone())
    }

    /// The set-up.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// All kinds of background work.
    pub fn jobs(&self) -> &[JobKind] {
        &self.0.jobs
    }

    pub(crate) fn gate(&self) -> &dyn Gate {
        &*self.0.gate
    }

    pub(crate) fn menu(&self) -> &[MenuEntry] {
        &self.0.menu
    }

    /// What each room asks people to do.
    pub fn work(&self) -> &[WorkFn] {
        &self.0.work
    }

    pub(crate) fn unit_tabs(&self) -> &[UnitTab] {
        &self.0.unit_tabs
    }

    pub(crate) fn home(&self) -> &[HomeFn] {
        &self.0.home
    }

    pub(crate) fn hanging(&self) -> &[Hanging] {
        &self.0.hanging
    }

    pub(crate) fn beside(&self) -> &[BesideFn] {
        &self.0.beside
    }

    pub(crate) fn tellings(&self) -> &[Telling] {
        &self.0.tellings
    }

    pub(crate) fn openapi(&self) -> &str {
        &self.0.openapi
    }

    pub(crate) fn metrics(&self) -> Option<String> {
        self.0.metrics.as_ref().map(|print| print())
    }

    pub(crate) fn printer(&self) -> Printer {
        self.0.printer
    }

    pub(crate) fn is_secure(&self) -> bool {
        self.config().public_url.starts_with("https:")
    }

    /// Whose drafts these are and the key they lie under in the browser: both made one-way
    /// of the session's secret, so that neither tells it (ADR 0012).
    pub(crate) fn draft_key(&self, cookie: &str) -> Option<(String, String)> {
        let derived = |purpose: &str| {
            let mut mac = Hmac::<Sha256>::new_from_slice(&self.0.secret).ok()?;
            mac.update(purpose.as_bytes());
            mac.update(cookie.as_bytes());
            Some(mac.finalize().into_bytes())
        };
        let owner = hex::encode(derived("draft-owner:")?);
        Some((owner.chars().take(16).collect(), hex::encode(derived("draft-key:")?)))
    }

    /// The guard that a form must send back: bound to the visitor's own cookie, and worth nothing
    /// to anyone who does not know the installation's secret.
    pub(crate) fn guard(&self, cookie: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0.secret) else { return String::new() };
        mac.update(cookie.as_bytes());
        hex::encode(mac.finalize().into_bytes())
    }
}

async fn secret(db: &Db, now: Timestamp) -> Result<Vec<u8>, Error> {
    const NAME: &str = "web.secret";
    if let Some(known) = setting::get(db, NAME).await? {
        return Ok(known.into_bytes());
    }
    let system = varde_kernel::access::System::Console;
    let tx = db.begin_write(Author::System(system), now).await?;
    // Another process may have been first while we waited for our turn.
    if let Some(known) = setting::get(&tx, NAME).await? {
        return Ok(known.into_bytes());
    }
    let fresh: String = crate::secret_text().ok_or(Error::Random)?;
    setting::set(&tx, NAME, &fresh).await?;
    tx.commit().await?;
    Ok(fresh.into_bytes())
}
