//! The register of sources, and what has come from each. The counts themselves are series of the indicators that
//! name the source (ADR 0030).

use std::collections::HashMap;

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope};
use varde_kernel::{DataSourceId, IndicatorId, PeriodType, UnitId, UnitTree};
use varde_store::history::Line;
use varde_store::{
    Column, Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, scope_condition, values,
};

use super::{OPEN, places};
use crate::model::{DataSource, Delivered, Level};

fn read(row: &Row) -> Result<DataSource, Error> {
    let levels: String = row.get("levels")?;
    Ok(DataSource {
        id: row.get("id")?,
        code: row.get("code")?,
        name: row.words("name")?,
        owner: row.get("owner")?,
        unit: row.get("unit_id")?,
        content: row.words("content")?,
        levels: levels.split(',').filter_map(|name| name.parse().ok()).collect(),
        frequency: row.parse_opt("frequency")?,
        legal_basis: row.words("legal_basis")?,
        quality: row.words("quality")?,
        access: row.words("access")?,
        base: row.words("base")?,
        limits: row.words("limits")?,
        connection: row.parse("connection")?,
        document: row.get("document_id")?,
        source: row.get("source")?,
        version: row.get("version")?,
    })
}

/// All sources that the scope shows, by name.
pub async fn data_sources(db: &impl Read, scope: &Scope) -> Result<Vec<DataSource>, Error> {
    let mut asked = vec![];
    let seen = scope_condition(scope, "d.unit_id", "1 = 1", &mut asked);
    db.all(&format!("select d.* from data_source d where {seen} order by d.name, d.id limit 1000"), asked, read).await
}

/// Opens a source for doing something with it.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open_data_source(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: DataSourceId,
    action: Action,
) -> Result<Granted<DataSource>, Error> {
    let found = db.one("select * from data_source where id = $1", values![id], read).await?.ok_or(Error::NotFound)?;
    let target = found.target(tree);
    Ok(access::grant(actor, action, &target, found)?)
}

/// The indicators that rest on a source and that the scope shows, by name.
pub async fn indicators_from(db: &impl Read, scope: &Scope, code: &str) -> Result<Vec<IndicatorId>, Error> {
    let mut asked = values![code];
    let seen = scope_condition(scope, "i.unit_id", OPEN, &mut asked);
    let sql = format!("select i.id from indicator i where i.data = $1 and {seen} order by i.name, i.id limit 500");
    db.all(&sql, asked, |row| row.get("id")).await
}

/// What has come from each source, by its code: through indicators that the scope shows.
pub async fn delivered(db: &impl Read, scope: &Scope) -> Result<HashMap<String, Delivered>, Error> {
    let mut asked = vec![];
    let seen = scope_condition(scope, "i.unit_id", OPEN, &mut asked);
    let sql = format!(
        "select i.data, count(distinct i.id) as n, max(o.recorded_at) as at, max(o.period_end) as until
         from indicator i left join series s on s.indicator_id = i.id
         left join observation o on o.series_id = s.id and o.superseded_at is null and o.value is not null
         where i.data <> '' and {seen} group by i.data"
    );
    let found = db
        .all(&sql, asked, |row| {
            let code: String = row.get("data")?;
            Ok((code, Delivered { n_indicators: row.get("n")?, at: row.get("at")?, until: row.get("until")? }))
        })
        .await?;
    Ok(found.into_iter().collect())
}

/// Which sources have a value for which of the units at or below one.
pub async fn reaches(db: &impl Read, scope: &Scope, below: UnitId) -> Result<Vec<(String, UnitId)>, Error> {
    let mut asked = values![below];
    let seen = scope_condition(scope, "i.unit_id", OPEN, &mut asked);
    let sql = format!(
        "select distinct i.data, s.unit_id from indicator i join series s on s.indicator_id = i.id
         where i.data <> '' and {seen}
           and s.unit_id in (select l.unit_id from unit_line l where l.ancestor_id = $1)
           and exists (select 1 from observation o
               where o.series_id = s.id and o.superseded_at is null and o.value is not null)"
    );
    db.all(&sql, asked, |row| Ok((row.get("data")?, row.get("unit_id")?))).await
}

fn levels(of: &[Level]) -> String {
    of.iter().map(|level| level.name()).collect::<Vec<_>>().join(",")
}

fn told(of: &DataSource) -> Json {
    json!({
        "code": of.code, "name": all_languages(&of.name), "owner": of.owner, "content": all_languages(&of.content),
        "base": all_languages(&of.base), "limits": all_languages(&of.limits), "quality": all_languages(&of.quality),
        "access": all_languages(&of.access), "connection": of.connection.name(), "levels": levels(&of.levels),
        "frequency": of.frequency.map(PeriodType::name), "legal_basis": all_languages(&of.legal_basis),
        "source": of.source,
    })
}

/// Keeps a new source.
///
/// # Errors
///
/// A duplicate ([`Error::is_duplicate`]) when its code is taken.
pub async fn insert_data_source(tx: &Tx, new: &Granted<DataSource>) -> Result<(), Error> {
    Insert::into("data_source")
        .set("id", new.id)
        .set("code", &new.code)
        .words("name", &new.name)
        .set("owner", &new.owner)
        .set("unit_id", new.unit)
        .words("content", &new.content)
        .set("levels", levels(&new.levels))
        .set("frequency", new.frequency.map(PeriodType::name))
        .words("legal_basis", &new.legal_basis)
        .words("quality", &new.quality)
        .words("access", &new.access)
        .words("base", &new.base)
        .words("limits", &new.limits)
        .set("connection", new.connection.name())
        .set("document_id", new.document)
        .set("source", &new.source)
        .set("version", new.version)
        .run(tx)
        .await?;
    tx.record(Line::new(Kind::DataSource, new.id, Some(new.unit), "created").version(1).after(told(new)));
    Ok(())
}

/// Saves a changed source. Code and unit stay.
///
/// # Errors
///
/// [`Error::Stale`] when someone saved it meanwhile.
pub async fn save_data_source(tx: &Tx, before: &DataSource, after: &Granted<DataSource>) -> Result<i64, Error> {
    let version = Update::of("data_source")
        .words("name", &after.name)
        .set("owner", &after.owner)
        .words("content", &after.content)
        .set("levels", levels(&after.levels))
        .set("frequency", after.frequency.map(PeriodType::name))
        .words("legal_basis", &after.legal_basis)
        .words("quality", &after.quality)
        .words("access", &after.access)
        .words("base", &after.base)
        .words("limits", &after.limits)
        .set("connection", after.connection.name())
        .set("source", &after.source)
        .versioned(tx, after.id, after.version)
        .await?;
    tx.record(
        Line::new(Kind::DataSource, after.id, Some(after.unit), "edited")
            .version(version)
            .before(told(before))
            .after(told(after)),
    );
    Ok(version)
}

/// Sources by their codes.
pub async fn data_sources_by_code(db: &impl Read, codes: &[String]) -> Result<Vec<DataSource>, Error> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let asked: Vec<Value> = codes.iter().map(|code| code.as_str().column()).collect();
    let sql = format!("select * from data_source where code in ({}) order by name, id", places(1, codes.len()));
    db.all(&sql, asked, read).await
}
