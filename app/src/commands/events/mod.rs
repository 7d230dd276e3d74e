//! `varde events`: indicators computed from stays, operations and reviews, without the transactional database.

mod figures;
mod publish;
mod taking;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use varde_events::{Cube, Definition, Places};
use varde_query::{Embedded, EventDefinition, Store, StoreError, compute, read_definitions};

use super::{Failure, say};
use crate::config::Settings;
use crate::content;

/// Flags of `varde events`.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLE)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
    /// The folder in which event data lie. It holds rows about persons under keys: keep it as one keeps such.
    #[arg(long, global = true, env = "VARDE_EVENTS", value_name = "FOLDER", default_value = "events")]
    store: PathBuf,
}

const EXAMPLE: &str = "From files to figures:\n  \
head -c 32 /dev/urandom > events.key          the secret behind persons' keys; keep it apart from the data\n  \
varde events take stays.csv --source npr --key events.key\n  \
varde events list\n  \
varde events compute --as-of 2025-12-31 --definition survival-30d-all\n  \
varde events publish --as-of 2025-12-31       into the series that people read\n\n\
What a definition counts, and why some are left out: docs/methods/event-indicators.md.";

#[derive(clap::Subcommand)]
enum Command {
    /// Take a delivery of a source in: all of it or nothing, and the same content once.
    Take(taking::Take),
    /// Tell what has been taken in.
    List(taking::List),
    /// Tell which definitions there are, and which indicator each fills.
    Definitions(Definitions),
    /// Count, and print figures for each unit and period.
    Compute(figures::Compute),
    /// Count, and put the figures into the series of the indicators, each with what it rests on.
    Publish(publish::Publish),
}

/// Which definitions are meant.
#[derive(clap::Args)]
struct Definitions {
    /// A file of definitions, in place of those that Varde comes with.
    #[arg(long, value_name = "FILE")]
    definitions: Option<PathBuf>,
}

/// What is counted.
#[derive(clap::Args)]
struct Asked {
    #[command(flatten)]
    file: Definitions,
    /// The code of a definition; may be given several times. All of them unless given.
    #[arg(long, value_name = "CODE")]
    definition: Vec<String>,
    /// The last day whose data count: what happened later is not used, even when it is known.
    #[arg(long, value_name = "DATE")]
    as_of: String,
    /// Megabytes that counting may hold in memory.
    #[arg(long, default_value_t = 512, value_parser = clap::value_parser!(u32).range(16..))]
    memory: u32,
}

/// Does what was asked.
pub async fn run(settings: &Settings, args: Args) -> Result<(), Failure> {
    let store = args.store.as_path();
    match args.command {
        Command::Take(asked) => taking::take(settings, store, &asked),
        Command::List(asked) => taking::list(store, &asked),
        Command::Definitions(asked) => {
            for one in asked.read()? {
                let Definition { code, version, indicator, companion, .. } = &one.definition;
                let with = companion.as_ref().map(|with| format!(", read with {with}")).unwrap_or_default();
                say(format!("{code:28} version {version}, fills {indicator}{with}\n    {}", one.name.en));
            }
            Ok(())
        }
        Command::Compute(asked) => figures::run(settings, store, &asked),
        Command::Publish(asked) => publish::run(settings, store, &asked).await,
    }
}

impl Definitions {
    fn read(&self) -> Result<Vec<EventDefinition>, Failure> {
        let (name, text) = match &self.definitions {
            Some(path) => {
                let name = path.display().to_string();
                let text = std::fs::read_to_string(path);
                (name.clone(), text.map_err(|error| Failure::Asked(format!("{name}: {error}")))?)
            }
            None => ("content/event-indicators.yaml".to_owned(), content::text("event-indicators.yaml")?),
        };
        read_definitions(&text).map_err(|error| Failure::Asked(format!("{name}: {error}")))
    }
}

/// A definition with what was counted by it.
struct Counted {
    told: EventDefinition,
    cube: Cube,
}

/// Everything that was counted.
struct Counting {
    all: Vec<Counted>,
    places: Places,
    as_of: Date,
}

impl Asked {
    /// Counts by every definition that is asked for.
    fn count(&self, settings: &Settings, root: &Path) -> Result<Counting, Failure> {
        let zone = TimeZone::get(&settings.time_zone).map_err(|error| Failure::Asked(error.to_string()))?;
        let as_of: Date = self.as_of.parse().map_err(|_| {
            Failure::Asked(format!("--as-of {:?} is no date; write for example 2025-12-31", self.as_of))
        })?;
        let cut_off = end_of(as_of, &zone)
            .ok_or_else(|| Failure::Asked(format!("--as-of {as_of} lies beyond what can be counted")))?;
        let mut all = self.file.read()?;
        for code in &self.definition {
            if !all.iter().any(|one| one.definition.code == *code) {
                let known: Vec<&str> = all.iter().map(|one| one.definition.code.as_str()).collect();
                return Err(Failure::Asked(format!("there is no definition {code:?}; there are {}", known.join(", "))));
            }
        }
        if !self.definition.is_empty() {
            all.retain(|one| self.definition.contains(&one.definition.code));
        }
        let store = Store::open(root).map_err(refused)?;
        if store.zone() != settings.time_zone {
            return Err(refused(StoreError::OtherZone(store.zone().to_owned())));
        }
        let places = store.places();
        // The engine waits for its own threads, which those that serve other work may not do.
        let counted = tokio::task::block_in_place(|| {
            let n_threads = std::thread::available_parallelism().map_or(1, usize::from);
            let memory = usize::try_from(self.memory).unwrap_or(usize::MAX).saturating_mul(1 << 20);
            let failed = |error: &dyn std::fmt::Display| Failure::World(error.to_string());
            let engine = Embedded::new(store.root(), memory, n_threads).map_err(|error| failed(&error))?;
            let count = |told: EventDefinition| {
                let cube = compute(&engine, &store, &told.definition, cut_off).map_err(|error| failed(&error))?;
                Ok(Counted { told, cube })
            };
            all.into_iter().map(count).collect::<Result<Vec<_>, Failure>>()
        })?;
        Ok(Counting { all: counted, places, as_of })
    }
}

/// The last second of a day.
fn end_of(day: Date, zone: &TimeZone) -> Option<i64> {
    let next = day.tomorrow().ok()?.to_zoned(zone.clone()).ok()?;
    Some(next.timestamp().as_second() - 1)
}

/// A store that cannot be used as it was asked.
fn refused(error: StoreError) -> Failure {
    match error {
        StoreError::File { .. } | StoreError::Torn { .. } => Failure::World(error.to_string()),
        StoreError::Nothing(_) => Failure::Asked(format!("{error}; `varde events take` brings some in")),
        other => Failure::Asked(other.to_string()),
    }
}
