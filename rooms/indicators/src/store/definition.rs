//! Keeping indicators: definition with its versions, life, schedule.

use std::collections::HashMap;

use varde_kernel::access::{Granted, Kind};
use varde_kernel::{Dimension, IndicatorId, PeriodType};
use varde_store::history::Line;
use varde_store::search::{self, Entry as Findable};
use varde_store::{Delete, Error, Insert, Json, Read, Row, Tx, Update, all_languages, json, languages_of, values};

use super::searchable;
use crate::model::{Definition, Indicator, Level, LifeStep, Schedule, author_text, read_author};

/// Keeps a new indicator.
///
/// # Errors
///
/// A duplicate ([`Error::is_duplicate`]) when its code is taken.
pub async fn insert(tx: &Tx, indicator: &Granted<Indicator>) -> Result<(), Error> {
    Insert::into("indicator")
        .set("id", indicator.id)
        .set("code", &indicator.code)
        .words("name", &indicator.name)
        .set("measure", indicator.measure.name())
        .set("per", indicator.per)
        .set("direction", indicator.direction.name())
        .set("direction_stated", indicator.direction_stated)
        .set("state", indicator.state.name())
        .set("levels", levels(indicator))
        .set("data", &indicator.data)
        .set("source_owner", &indicator.source_owner)
        .set("companion_of", &indicator.companion_of)
        .words("definition", &indicator.definition)
        .words("numerator", &indicator.numerator)
        .words("denominator", &indicator.denominator)
        .words("note", &indicator.note)
        .set("unit_id", indicator.unit)
        .set("source", &indicator.source)
        .words("inclusion", &indicator.sheet.inclusion)
        .words("exclusion", &indicator.sheet.exclusion)
        .set("standardisation", indicator.sheet.standardisation.name())
        .set("periods", names(&indicator.sheet.periods, PeriodType::name))
        .set("least_coverage", indicator.sheet.least_coverage)
        .set("coverage_indicator", &indicator.sheet.coverage_indicator)
        .set("least_denominator", indicator.sheet.least_denominator)
        .set("validation", &indicator.sheet.validation)
        .set("validated_on", indicator.sheet.validated_on)
        .set("dimensions", names(&indicator.sheet.dimensions, Dimension::name))
        .set("use_mark", indicator.sheet.use_mark.name())
        .set("variant_of", &indicator.sheet.variant_of)
        .set("licence", &indicator.sheet.licence)
        .set("definition_version", 1_i64)
        .set("search_text", search_text(indicator))
        .set("version", 1_i64)
        .run(tx)
        .await?;
    keep_version(tx, indicator, 1, "").await?;
    keep_step(tx, indicator, "").await?;
    tx.record(Line::new(Kind::Indicator, indicator.id, indicator.unit, "created").version(1).after(told(indicator)));
    make_findable(tx, indicator).await
}

/// Saves a changed indicator over the version that was read. When it counts otherwise than
/// before, its definition gets a new version, and the former one stays readable.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, before: &Indicator, changed: &Granted<Indicator>, why: &str) -> Result<i64, Error> {
    let defined = before.definition_version + i64::from(!before.counts_like(changed));
    let version = Update::of("indicator")
        .words("name", &changed.name)
        .set("measure", changed.measure.name())
        .set("per", changed.per)
        .set("direction", changed.direction.name())
        .set("direction_stated", changed.direction_stated)
        .set("state", changed.state.name())
        .set("levels", levels(changed))
        .set("data", &changed.data)
        .set("source_owner", &changed.source_owner)
        .set("companion_of", &changed.companion_of)
        .words("definition", &changed.definition)
        .words("numerator", &changed.numerator)
        .words("denominator", &changed.denominator)
        .words("note", &changed.note)
        .set("source", &changed.source)
        .words("inclusion", &changed.sheet.inclusion)
        .words("exclusion", &changed.sheet.exclusion)
        .set("standardisation", changed.sheet.standardisation.name())
        .set("periods", names(&changed.sheet.periods, PeriodType::name))
        .set("least_coverage", changed.sheet.least_coverage)
        .set("coverage_indicator", &changed.sheet.coverage_indicator)
        .set("least_denominator", changed.sheet.least_denominator)
        .set("validation", &changed.sheet.validation)
        .set("validated_on", changed.sheet.validated_on)
        .set("dimensions", names(&changed.sheet.dimensions, Dimension::name))
        .set("use_mark", changed.sheet.use_mark.name())
        .set("variant_of", &changed.sheet.variant_of)
        .set("licence", &changed.sheet.licence)
        .set("definition_version", defined)
        .set("search_text", search_text(changed))
        .versioned(tx, changed.id, changed.version)
        .await?;
    if defined != before.definition_version {
        keep_version(tx, changed, defined, why).await?;
    }
    if changed.state != before.state {
        keep_step(tx, changed, why).await?;
    }
    tx.record(
        Line::new(Kind::Indicator, changed.id, changed.unit, "edited")
            .version(version)
            .before(told(before))
            .after(told(changed))
            .why(why),
    );
    make_findable(tx, changed).await?;
    Ok(version)
}

fn levels(indicator: &Indicator) -> String {
    names(&indicator.levels, Level::name)
}

/// Values of a closed set in one column.
fn names<T: Copy>(these: &[T], name: fn(T) -> &'static str) -> String {
    these.iter().map(|one| name(*one)).collect::<Vec<_>>().join(",")
}

/// Keeps what the definition says in this version.
async fn keep_version(tx: &Tx, indicator: &Indicator, version: i64, why: &str) -> Result<(), Error> {
    Insert::into("indicator_version")
        .set("indicator_id", indicator.id)
        .set("definition_version", version)
        .set("sheet", told(indicator).to_string())
        .set("why", why)
        .set("recorded_at", tx.now())
        .set("recorded_by", author_text(tx.author()))
        .run(tx)
        .await
}

/// Keeps that the indicator came to its state.
async fn keep_step(tx: &Tx, indicator: &Indicator, why: &str) -> Result<(), Error> {
    Insert::into("indicator_step")
        .set("id", tx.new_id::<varde_kernel::kind::Indicator>()?)
        .set("indicator_id", indicator.id)
        .set("state", indicator.state.name())
        .set("why", why)
        .set("recorded_at", tx.now())
        .set("recorded_by", author_text(tx.author()))
        .run(tx)
        .await
}

/// The versions of a definition, newest first.
pub async fn definitions(db: &impl Read, indicator: IndicatorId) -> Result<Vec<Definition>, Error> {
    let sql = "select definition_version, sheet, why, recorded_at, recorded_by from indicator_version
         where indicator_id = $1 order by definition_version desc";
    db.all(sql, values![indicator], |row| {
        let (sheet, by): (String, String) = (row.get("sheet")?, row.get("recorded_by")?);
        Ok(Definition {
            version: row.get("definition_version")?,
            fields: told_fields(&sheet),
            why: row.get("why")?,
            at: row.get("recorded_at")?,
            by: read_author(&by),
        })
    })
    .await
}

/// What a kept definition says, field by field; what is empty is left out.
fn told_fields(sheet: &str) -> Vec<(String, String)> {
    let Ok(Json::Object(fields)) = sheet.parse::<Json>() else { return Vec::new() };
    fields
        .into_iter()
        .filter_map(|(name, value)| match value {
            Json::String(text) if text.is_empty() => None,
            Json::Object(_) if languages_of(&value).is_some_and(|words| words.is_empty()) => None,
            Json::String(text) => Some((name, text)),
            Json::Null => None,
            other => Some((name, languages_of(&other).map_or_else(|| other.to_string(), |words| words.nb))),
        })
        .collect()
}

/// The steps that an indicator has taken in its life, oldest first.
pub async fn life(db: &impl Read, indicator: IndicatorId) -> Result<Vec<LifeStep>, Error> {
    let sql = "select state, why, recorded_at, recorded_by from indicator_step
         where indicator_id = $1 order by recorded_at, id";
    db.all(sql, values![indicator], |row| {
        let by: String = row.get("recorded_by")?;
        Ok(LifeStep {
            state: row.parse("state")?,
            why: row.get("why")?,
            at: row.get("recorded_at")?,
            by: read_author(&by),
        })
    })
    .await
}

/// How the levels follow an indicator, in the order of the levels.
pub async fn schedules(db: &impl Read, indicator: IndicatorId) -> Result<Vec<Schedule>, Error> {
    let sql = "select level, period_type, due_days, comment_days from indicator_schedule where indicator_id = $1";
    let mut found = db.all(sql, values![indicator], read_schedule).await?;
    found.sort_by_key(|one| Level::ALL.iter().position(|level| *level == one.level));
    Ok(found)
}

fn read_schedule(row: &Row) -> Result<Schedule, Error> {
    Ok(Schedule {
        level: row.parse("level")?,
        period: row.parse("period_type")?,
        due_days: row.get("due_days")?,
        comment_days: row.get("comment_days")?,
    })
}

/// The schedules of all indicators.
pub async fn all_schedules(db: &impl Read) -> Result<HashMap<IndicatorId, Vec<Schedule>>, Error> {
    let sql = "select indicator_id, level, period_type, due_days, comment_days from indicator_schedule";
    let mut found: HashMap<_, Vec<Schedule>> = HashMap::new();
    for (indicator, schedule) in db.all(sql, vec![], |row| Ok((row.get("indicator_id")?, read_schedule(row)?))).await? {
        found.entry(indicator).or_default().push(schedule);
    }
    Ok(found)
}

/// Says how the levels follow an indicator, in place of what was said before.
pub async fn put_schedules(tx: &Tx, indicator: &Granted<Indicator>, schedules: &[Schedule]) -> Result<(), Error> {
    let before = self::schedules(tx, indicator.id).await?;
    Delete::from(tx, "indicator_schedule", "indicator_id", indicator.id).await?;
    for schedule in schedules {
        Insert::into("indicator_schedule")
            .set("indicator_id", indicator.id)
            .set("level", schedule.level.name())
            .set("period_type", schedule.period.name())
            .set("due_days", schedule.due_days)
            .set("comment_days", schedule.comment_days)
            .run(tx)
            .await?;
    }
    let told = |these: &[Schedule]| {
        let line = |one: &Schedule| {
            json!({ "level": one.level.name(), "period": one.period.name(), "due_days": one.due_days,
                    "comment_days": one.comment_days })
        };
        these.iter().map(line).collect::<Vec<_>>()
    };
    tx.record(
        Line::new(Kind::Indicator, indicator.id, indicator.unit, "scheduled")
            .before(json!({ "schedule": told(&before) }))
            .after(json!({ "schedule": told(schedules) })),
    );
    Ok(())
}

fn search_text(indicator: &Indicator) -> String {
    let (name, note, definition) = (indicator.name.all(), indicator.note.all(), indicator.definition.all());
    searchable(&[&indicator.code, &name, &note, &definition])
}

async fn make_findable(tx: &Tx, indicator: &Indicator) -> Result<(), Error> {
    search::put(
        tx,
        Findable {
            id: indicator.id.uuid(),
            kind: "indicator",
            unit: indicator.unit,
            href: format!("/indicators/{}", indicator.id),
            title: indicator.name.clone(),
            detail: String::new(),
            text: format!("{} {} {}", indicator.code, indicator.note.all(), indicator.definition.all()),
            open: indicator.state.is_open(),
        },
    )
    .await
}

/// The indicator as the history tells it.
fn told(indicator: &Indicator) -> Json {
    json!({
        "code": indicator.code,
        "name": all_languages(&indicator.name),
        "measure": indicator.measure.name(),
        "per": indicator.per,
        "direction": indicator.direction.name(),
        "state": indicator.state.name(),
        "levels": levels(indicator),
        "data": indicator.data,
        "source_owner": indicator.source_owner,
        "companion_of": indicator.companion_of,
        "definition": all_languages(&indicator.definition),
        "numerator": all_languages(&indicator.numerator),
        "denominator": all_languages(&indicator.denominator),
        "note": all_languages(&indicator.note),
        "source": indicator.source,
        "inclusion": all_languages(&indicator.sheet.inclusion),
        "exclusion": all_languages(&indicator.sheet.exclusion),
        "standardisation": indicator.sheet.standardisation.name(),
        "periods": names(&indicator.sheet.periods, PeriodType::name),
        "least_coverage": indicator.sheet.least_coverage,
        "coverage_indicator": indicator.sheet.coverage_indicator,
        "least_denominator": indicator.sheet.least_denominator,
        "validation": indicator.sheet.validation,
        "validated_on": indicator.sheet.validated_on.map(|day| day.to_string()),
        "dimensions": names(&indicator.sheet.dimensions, Dimension::name),
        "use_mark": indicator.sheet.use_mark.name(),
        "variant_of": indicator.sheet.variant_of,
        "licence": indicator.sheet.licence,
    })
}
