//! Steps with the organisation whose day has not come.

use jiff::civil::Date;
use varde_kernel::access::Granted;
use varde_kernel::{PlannedChangeId, UnitId, Validity, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Tx, Update, json, values};

use super::changes;
use super::units::told_of;
use crate::model::units::{Dated, PlannedChange, Relation, Swap, Trace, UnitChange, UnitCode, UnitName};
use crate::rules::units::{Change, planned};

/// Keeps a step that is saved before its day, so that it can be taken back. A change that happens on
/// several days, or has nothing to tell, is not one step.
pub(super) async fn keep(tx: &Tx, change: &Change, today: Date) -> Result<Option<PlannedChangeId>, Error> {
    let Some(on) = change.told.first().map(|told| told.on) else { return Ok(None) };
    if on <= today || change.told.iter().any(|told| told.on != on) {
        return Ok(None);
    }
    let id = tx.new_id::<varde_kernel::kind::PlannedChange>()?;
    Insert::into("planned_change")
        .set("id", id)
        .set("on_date", on)
        .set("traces", written(&planned::trace(change)).to_string())
        .set("version", 1)
        .run(tx)
        .await?;
    Ok(Some(id))
}

/// A planned step.
pub async fn get(db: &impl Read, id: PlannedChangeId) -> Result<Option<PlannedChange>, Error> {
    let head = db.one("select on_date, traces, version from planned_change where id = $1", values![id], |row| {
        let traces: String = row.get("traces")?;
        Ok((row.get::<Date>("on_date")?, traces, row.get::<i64>("version")?))
    });
    let Some((on, traces, version)) = head.await? else { return Ok(None) };
    let broken = || Error::Column { column: "planned_change.traces".to_owned() };
    let traces = traces.parse().ok().and_then(|traces| read(&traces)).ok_or_else(broken)?;
    let told: Vec<UnitChange> = told_of(db, id).await?;
    Ok(Some(PlannedChange { id, on, traces, told, version }))
}

/// Takes a planned step back.
///
/// # Errors
///
/// [`Error::Stale`] when it got another day meanwhile.
pub async fn cancel(
    tx: &Tx,
    change: &Granted<Change>,
    planned: &PlannedChange,
    why: &str,
    today: Date,
) -> Result<(), Error> {
    lock(tx, planned).await?;
    for table in ["unit_change_unit", "unit_change_concern"] {
        let sql = format!("delete from {table} where change_id in (select id from unit_change where planned_id = $1)");
        tx.run(&sql, values![planned.id]).await?;
    }
    tx.run("delete from unit_change where planned_id = $1", values![planned.id]).await?;
    tx.run("delete from planned_change where id = $1", values![planned.id]).await?;
    changes::write(tx, change, today, |unit, was| told(unit, was, "plan_cancelled", why)).await
}

/// Gives a planned step another day. `traces` are what it then does.
///
/// # Errors
///
/// [`Error::Stale`] when it got another day meanwhile.
pub async fn put_on(
    tx: &Tx,
    change: &Granted<Change>,
    planned: &PlannedChange,
    (on, traces): (Date, &[Trace]),
    why: &str,
    today: Date,
) -> Result<(), Error> {
    lock(tx, planned).await?;
    // Of the step itself, for whoever had it open; each unit's own history tells it below.
    tx.record(
        Line::new(varde_kernel::access::Kind::Unit, planned.id, None, "plan_redated")
            .version(planned.version + 1)
            .before(json!({ "on": planned.on.to_string() }))
            .after(json!({ "on": on.to_string() }))
            .why(why),
    );
    Update::of("planned_change")
        .set("on_date", on)
        .set("traces", written(traces).to_string())
        .by_id(tx, planned.id)
        .await?;
    tx.run("update unit_change set on_date = $1 where planned_id = $2", values![on, planned.id]).await?;
    changes::write(tx, change, today, |unit, was| told(unit, was, "plan_redated", why)).await
}

async fn lock(tx: &Tx, planned: &PlannedChange) -> Result<(), Error> {
    let sql = "update planned_change set version = version + 1 where id = $1 and version = $2";
    if tx.run(sql, values![planned.id, planned.version]).await? == 1 { Ok(()) } else { Err(Error::Stale) }
}

fn told(unit: UnitId, was: Option<Json>, action: &'static str, why: &str) -> Line {
    let line = Line::new(varde_kernel::access::Kind::Unit, unit, Some(unit), action).why(why);
    match was {
        Some(was) => line.before(was),
        None => line,
    }
}

fn written(traces: &[Trace]) -> Json {
    fn dated<T>(list: &[Dated<T>], value: impl Fn(&T) -> Json) -> Json {
        list.iter()
            .map(
                |item| json!({"is": value(&item.value), "from": item.valid.from.to_string(), "to": day(item.valid.to)}),
            )
            .collect()
    }
    fn swap<T>(swap: &Swap<T>, value: impl Fn(&T) -> Json) -> Json {
        json!({"gone": dated(&swap.gone, &value), "came": dated(&swap.came, &value)})
    }
    let name =
        |name: &UnitName| json!({"nb": name.words.nb, "nn": name.words.nn, "en": name.words.en, "short": name.short});
    let relation = |known: &Relation| json!({"kind": known.kind.name(), "other": known.other.to_string()});
    let code = |code: &UnitCode| json!({"system": code.system.name(), "code": code.code});
    traces
        .iter()
        .map(|trace| {
            json!({
                "unit": trace.unit.to_string(), "begins": trace.begins,
                "end": [day(trace.end.0), day(trace.end.1)],
                "names": swap(&trace.names, name), "relations": swap(&trace.relations, relation),
                "codes": swap(&trace.codes, code),
            })
        })
        .collect()
}

fn day(day: Option<Date>) -> Json {
    day.map_or(Json::Null, |day| Json::String(day.to_string()))
}

fn read(traces: &Json) -> Option<Vec<Trace>> {
    let text = |json: &Json| json.as_str().map(str::to_owned);
    let name = |json: &Json| {
        let words = Words { nb: text(json.get("nb")?)?, nn: text(json.get("nn")?), en: text(json.get("en")?) };
        Some(UnitName { words, short: text(json.get("short")?) })
    };
    let relation = |json: &Json| {
        Some(Relation {
            kind: json.get("kind")?.as_str()?.parse().ok()?,
            other: json.get("other")?.as_str()?.parse().ok()?,
        })
    };
    let code = |json: &Json| {
        Some(UnitCode { system: json.get("system")?.as_str()?.parse().ok()?, code: text(json.get("code")?)? })
    };
    let trace = |json: &Json| {
        let end = json.get("end")?.as_array()?;
        Some(Trace {
            unit: json.get("unit")?.as_str()?.parse().ok()?,
            begins: json.get("begins")?.as_bool()?,
            end: (read_day(end.first()?).ok()?, read_day(end.get(1)?).ok()?),
            names: read_swap(json.get("names")?, name)?,
            relations: read_swap(json.get("relations")?, relation)?,
            codes: read_swap(json.get("codes")?, code)?,
        })
    };
    traces.as_array()?.iter().map(trace).collect()
}

/// A day, or none where none was set.
fn read_day(json: &Json) -> Result<Option<Date>, jiff::Error> {
    if json.is_null() { Ok(None) } else { json.as_str().unwrap_or_default().parse().map(Some) }
}

fn read_swap<T>(json: &Json, value: impl Fn(&Json) -> Option<T>) -> Option<Swap<T>> {
    let list = |json: &Json| -> Option<Vec<Dated<T>>> {
        let item = |json: &Json| {
            let valid =
                Validity { from: json.get("from")?.as_str()?.parse().ok()?, to: read_day(json.get("to")?).ok()? };
            Some(Dated { value: value(json.get("is")?)?, valid })
        };
        json.as_array()?.iter().map(item).collect()
    };
    Some(Swap { gone: list(json.get("gone")?)?, came: list(json.get("came")?)? })
}
