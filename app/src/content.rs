//! The documents' facts: the files of `content/`, built into the program, read into the rooms.

use jiff::Timestamp;
use rust_embed::RustEmbed;
use varde_kernel::access::{Author, System};
use varde_store::{Db, Read, Tx};

use crate::commands::Failure;

#[derive(RustEmbed)]
#[folder = "../content"]
#[include = "*.yaml"]
struct Files;

/// What was read, as (what, how many).
pub type Loaded = Vec<(&'static str, usize)>;

/// Reads all content files in one transaction: all of them or none. Doing it again changes
/// nothing, and what people have changed since stays as they made it.
///
/// # Errors
///
/// [`Failure`] names the file and the entry that cannot be read.
pub async fn load(db: &Db, now: Timestamp) -> Result<Loaded, Failure> {
    let tx = db.begin_write(Author::System(System::Content), now).await?;
    let loaded = everything(&tx, now).await?;
    tx.commit().await?;
    Ok(loaded)
}

async fn everything(tx: &Tx, now: Timestamp) -> Result<Loaded, Failure> {
    let mut loaded: Loaded = Vec::new();
    let text = text("organisation.yaml")?;
    loaded.push((
        "units",
        varde_people::import::content::organisation(tx, &text).await.map_err(|e| wrong("organisation.yaml", e))?,
    ));
    let text = self::text("actors.yaml")?;
    loaded
        .push(("actors", varde_people::import::content::actors(tx, &text).await.map_err(|e| wrong("actors.yaml", e))?));
    loaded.push((
        "tasks",
        varde_governance::import::content_tasks(tx, &text).await.map_err(|e| wrong("actors.yaml", e))?,
    ));
    let text = self::text("bodies.yaml")?;
    loaded.push((
        "bodies",
        varde_governance::import::content_bodies(tx, &text).await.map_err(|e| wrong("bodies.yaml", e))?,
    ));
    let text = self::text("documents.yaml")?;
    loaded.push((
        "documents",
        varde_knowledge::import::content_documents(tx, &text).await.map_err(|e| wrong("documents.yaml", e))?,
    ));
    let text = self::text("indicators.yaml")?;
    loaded.push((
        "indicators",
        varde_indicators::import::content::indicators(tx, &text).await.map_err(|e| wrong("indicators.yaml", e))?,
    ));
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let tree = varde_people::store::units::tree(tx, today).await?;
    let text = self::text("values.yaml")?;
    let (values, figures) =
        varde_indicators::import::content::values(tx, &tree, &text).await.map_err(|e| wrong("values.yaml", e))?;
    loaded.extend([("values", values), ("figures", figures)]);
    // Plans point to each other: all of them first, then what hangs on them.
    let plans: Vec<String> =
        Files::iter().filter(|name| name.starts_with("plans/")).map(|name| name.to_string()).collect();
    let mut entries = 0;
    for name in &plans {
        entries += varde_plans::import::content(tx, &self::text(name)?).await.map_err(|e| wrong(name, e))?;
    }
    loaded.extend([("plans", plans.len()), ("plan entries", entries)]);
    for name in &plans {
        varde_plans::import::content_tags(tx, &self::text(name)?).await.map_err(|e| wrong(name, e))?;
        varde_plans::import::content_alternatives(tx, &self::text(name)?).await.map_err(|e| wrong(name, e))?;
    }
    let text = self::text("initiatives.yaml")?;
    loaded.push((
        "initiatives",
        varde_plans::import::content_initiatives(tx, &text).await.map_err(|e| wrong("initiatives.yaml", e))?,
    ));
    let sources = self::text("sources.yaml")?;
    loaded.push((
        "sources",
        varde_indicators::import::sources::sources(tx, &tree, &text, &sources)
            .await
            .map_err(|e| wrong("sources.yaml", e))?,
    ));
    let text = self::text("wheel.yaml")?;
    loaded.push((
        "duties of the year",
        varde_plans::import::content_wheel(tx, &text).await.map_err(|e| wrong("wheel.yaml", e))?,
    ));
    let text = self::text("notes.yaml")?;
    loaded
        .push(("notes", varde_knowledge::import::content_notes(tx, &text).await.map_err(|e| wrong("notes.yaml", e))?));
    Ok(loaded)
}

/// A file of the content.
///
/// # Errors
///
/// [`Failure`] when it is not there.
pub fn text(name: &str) -> Result<String, Failure> {
    let file = Files::get(name).ok_or_else(|| Failure::Asked(format!("content/{name} is missing")))?;
    String::from_utf8(file.data.into_owned()).map_err(|_| Failure::Asked(format!("content/{name} is not UTF-8")))
}

fn wrong(name: &str, error: impl std::fmt::Display) -> Failure {
    Failure::Asked(format!("content/{name}: {error}"))
}

/// Whether the public facts have been read before.
pub async fn is_loaded(db: &Db) -> Result<bool, Failure> {
    Ok(0 < db.number("select count(*) as n from unit", vec![]).await?)
}
