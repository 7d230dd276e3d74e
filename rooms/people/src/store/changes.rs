//! Writing changes of the organisation.

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Target};
use varde_kernel::{UnitId, Words};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Tx, Update, all_languages, json, search, values};

use super::planned;
use super::units::{changed, insert_rows};
use crate::model::units::{ChangeKind, Register, UnitName, UnitRecord};
use crate::rules::units::planned::concerned;
use crate::rules::units::{Change, rights};

/// The change with the proof that the actor may make it: all that [`rights`] asks for, of the organisation as it is.
///
/// # Errors
///
/// [`Error::Forbidden`] or [`Error::NotFound`] at the first right that the actor does not have.
pub fn grant(actor: &Actor, register: &Register, change: Change, today: Date) -> Result<Granted<Change>, Error> {
    let rights = rights(register, &change, today);
    let mut granted = access::grant(actor, Action::Read, &Target::central(Kind::Unit), change)?;
    for (action, line) in rights {
        granted = access::grant(actor, action, &Target::open(Kind::Unit, line), granted.into_inner())?;
    }
    if granted.action() == Action::Read && !granted.is_empty() {
        granted = access::grant(actor, Action::Edit, &Target::central(Kind::Unit), granted.into_inner())?;
    }
    Ok(granted)
}

/// Writes a change and tells of it. `version` is what the form that asked for it had read of one
/// unit.
///
/// # Errors
///
/// [`Error::Stale`] when someone else changed a unit meanwhile.
pub async fn save(tx: &Tx, change: &Granted<Change>, version: Option<(UnitId, i64)>, today: Date) -> Result<(), Error> {
    if let Some((unit, read)) = version {
        // Also a change that would change nothing must not pass for an answer to what is there now.
        let now = tx.one("select version from unit where id = $1", values![unit], |row| row.get::<i64>("version"));
        if now.await?.is_some_and(|now| now != read) {
            return Err(Error::Stale);
        }
    }
    if change.is_empty() {
        return Ok(());
    }
    write(tx, change, today, |unit, was| {
        let told = change.told.iter().find(|told| told.after.contains(&unit) || told.before.contains(&unit));
        let line = Line::new(Kind::Unit, unit, Some(unit), told.map_or("edited", |told| action(told.kind)));
        let line = line.why(told.map(|told| told.note.clone()).unwrap_or_default());
        if let Some(was) = was { line.before(was) } else { line }
    })
    .await?;
    let planned = planned::keep(tx, change, today).await?;
    for told in &change.told {
        let id = tx.new_id::<varde_kernel::kind::UnitChange>()?;
        Insert::into("unit_change")
            .set("id", id)
            .set("kind", told.kind.name())
            .set("on_date", told.on)
            .set("note", told.note.as_str())
            .set("planned_id", planned)
            .run(tx)
            .await?;
        let sides =
            told.before.iter().map(|unit| (unit, "before")).chain(told.after.iter().map(|unit| (unit, "after")));
        let rows = sides.map(|(unit, side)| values![id, *unit, side]).collect();
        insert_rows(tx, "unit_change_unit", &["change_id", "unit_id", "side"], rows).await?;
        let concerned = concerned(change, told).into_iter().map(|unit| values![id, unit]).collect();
        insert_rows(tx, "unit_change_concern", &["change_id", "unit_id"], concerned).await?;
    }
    Ok(())
}

/// Writes the units of a change as they become, each with the line of history that `line` gives
/// when told the unit and what it was.
pub(super) async fn write(
    tx: &Tx,
    change: &Change,
    today: Date,
    line: impl Fn(UnitId, Option<Json>) -> Line,
) -> Result<(), Error> {
    for unit in &change.after {
        save_head(tx, unit, change.was(unit.id)).await?;
    }
    save_parts(tx, change).await?;
    for unit in &change.after {
        let was = change.was(unit.id);
        let version = was.map_or(1, |was| was.version + 1);
        tx.record(line(unit.id, was.map(as_json)).version(version).after(as_json(unit)));
        find(tx, &change.register, unit, today).await?;
    }
    // A unit that was only planned, and shall not be after all.
    for unit in change.before.iter().filter(|unit| change.register.get(unit.id).is_none()) {
        tx.run("delete from unit where id = $1", values![unit.id]).await?;
        search::remove(tx, unit.id.uuid()).await?;
        tx.record(line(unit.id, Some(as_json(unit))));
    }
    changed(tx, today).await
}

async fn save_head(tx: &Tx, unit: &UnitRecord, was: Option<&UnitRecord>) -> Result<(), Error> {
    match was {
        Some(was) => {
            let update = Update::of("unit")
                .set("kind", unit.kind)
                .set("valid_from", unit.valid.from)
                .set("valid_to", unit.valid.to)
                .set("source_document", unit.source.document.as_deref())
                .set("source_place", unit.source.place.as_deref());
            update.versioned(tx, unit.id, was.version).await?;
        }
        None => {
            Insert::into("unit")
                .set("id", unit.id)
                .set("code", unit.code.as_str())
                .set("kind", unit.kind)
                .set("valid_from", unit.valid.from)
                .set("valid_to", unit.valid.to)
                .set("source_document", unit.source.document.as_deref())
                .set("source_place", unit.source.place.as_deref())
                .set("version", 1)
                .run(tx)
                .await?;
        }
    }
    Ok(())
}

/// What hangs on the units is written whole: the records carry all of their past and future.
async fn save_parts(tx: &Tx, change: &Change) -> Result<(), Error> {
    for unit in &change.before {
        for table in ["unit_name", "unit_relation", "unit_code"] {
            tx.run(&format!("delete from {table} where unit_id = $1"), values![unit.id]).await?;
        }
    }
    let (mut names, mut relations, mut codes) = (Vec::new(), Vec::new(), Vec::new());
    for unit in &change.after {
        for known in &unit.names {
            let UnitName { words, short } = &known.value;
            let Words { nb, nn, en } = words;
            names.push(values![
                unit.id,
                nb.as_str(),
                nn.as_deref(),
                en.as_deref(),
                short.as_deref(),
                known.valid.from,
                known.valid.to
            ]);
        }
        for known in &unit.relations {
            let relation = known.value;
            relations.push(values![unit.id, relation.kind.name(), relation.other, known.valid.from, known.valid.to]);
        }
        for known in &unit.codes {
            let code = &known.value;
            codes.push(values![unit.id, code.system.name(), code.code.as_str(), known.valid.from, known.valid.to]);
        }
    }
    let columns = ["unit_id", "name", "name_nn", "name_en", "short", "valid_from", "valid_to"];
    insert_rows(tx, "unit_name", &columns, names).await?;
    insert_rows(tx, "unit_relation", &["unit_id", "relation", "other_id", "valid_from", "valid_to"], relations).await?;
    insert_rows(tx, "unit_code", &["unit_id", "system", "code", "valid_from", "valid_to"], codes).await
}

const fn action(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Created => "created",
        ChangeKind::Renamed => "renamed",
        ChangeKind::Moved => "moved",
        ChangeKind::Merged => "merged",
        ChangeKind::Split => "split",
        ChangeKind::Closed => "closed",
    }
}

/// A unit as the history keeps it.
pub(super) fn as_json(unit: &UnitRecord) -> Json {
    let names: Vec<Json> = unit
        .names
        .iter()
        .map(|known| json!({"name": all_languages(&known.value.words), "short": known.value.short, "from": known.valid.from.to_string()}))
        .collect();
    let relations: Vec<Json> = unit
        .relations
        .iter()
        .map(|known| {
            json!({
                "relation": known.value.kind.name(), "to": known.value.other.to_string(),
                "from": known.valid.from.to_string(), "until": known.valid.to.map(|to| to.to_string()),
            })
        })
        .collect();
    let codes: Vec<Json> = unit
        .codes
        .iter()
        .map(|known| json!({"system": known.value.system.name(), "code": known.value.code, "from": known.valid.from.to_string()}))
        .collect();
    json!({
        "code": unit.code, "kind": unit.kind.name(),
        "from": unit.valid.from.to_string(), "until": unit.valid.to.map(|to| to.to_string()),
        "names": names, "relations": relations, "codes": codes,
    })
}

/// Makes a unit findable by every name and number it has had.
async fn find(tx: &Tx, register: &Register, unit: &UnitRecord, today: Date) -> Result<(), Error> {
    let day = unit.nearest_day(today);
    let above = unit.owner_on(day).and_then(|owner| register.get(owner)).and_then(|owner| owner.name_on(day));
    let mut text = unit.code.clone();
    for known in &unit.names {
        text.push(' ');
        text.push_str(&known.value.words.all());
        text.push(' ');
        text.push_str(known.value.short.as_deref().unwrap_or_default());
    }
    for known in &unit.codes {
        text.push(' ');
        text.push_str(&known.value.code);
    }
    let entry = search::Entry {
        id: unit.id.uuid(),
        kind: "unit",
        unit: Some(unit.id),
        href: format!("/units/{}", unit.id),
        title: unit.name_on(day).map(|name| name.words.clone()).unwrap_or_default(),
        detail: above.map(|name| name.words.nb.clone()).unwrap_or_default(),
        text,
        open: true,
    };
    search::put(tx, entry).await
}
