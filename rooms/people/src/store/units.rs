//! The organisation: read whole, read as a tree on a day, and the lines that lists are cut by.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use varde_kernel::{PlannedChangeId, Unit, UnitId, UnitTree, Validity};
use varde_store::{Db, Error, Read, Row, Tx, Value, setting, values};

use crate::model::units::{Dated, KnownChange, Register, Relation, Source, UnitChange, UnitCode, UnitName, UnitRecord};

/// Counts the changes of the organisation, for caches.
const REVISION: &str = "people.units.revision";
/// How many days' trees are kept at hand.
const KEPT: usize = 8;
/// Rows written by one statement.
const BATCH: usize = 100;

fn valid(row: &Row) -> Result<Validity, Error> {
    Ok(Validity { from: row.get("valid_from")?, to: row.get("valid_to")? })
}

fn source(row: &Row) -> Result<Source, Error> {
    Ok(Source { document: row.get("source_document")?, place: row.get("source_place")? })
}

/// Every unit there was, is and will be.
pub async fn register(db: &impl Read) -> Result<Register, Error> {
    Ok(Register::new(records(db, "1 = 1", "1 = 1", Vec::new()).await?))
}

/// One unit through its whole life.
pub async fn get(db: &impl Read, id: UnitId) -> Result<Option<UnitRecord>, Error> {
    Ok(records(db, "u.id = $1", "unit_id = $1", values![id]).await?.into_iter().next())
}

async fn records(db: &impl Read, units: &str, parts: &str, values: Vec<Value>) -> Result<Vec<UnitRecord>, Error> {
    let sql = format!("select * from unit_name where {parts} order by unit_id, valid_from");
    let names = db.all(&sql, values.clone(), |row| {
        let value = UnitName { words: row.words("name")?, short: row.get("short")? };
        Ok((row.get::<UnitId>("unit_id")?, Dated { value, valid: valid(row)? }))
    });
    let mut names = by_unit(names.await?);
    let sql = format!("select * from unit_relation where {parts} order by unit_id, valid_from, relation, other_id");
    let relations = db.all(&sql, values.clone(), |row| {
        let value = Relation { kind: row.parse("relation")?, other: row.get("other_id")? };
        Ok((row.get::<UnitId>("unit_id")?, Dated { value, valid: valid(row)? }))
    });
    let mut relations = by_unit(relations.await?);
    let sql = format!("select * from unit_code where {parts} order by unit_id, valid_from, system, code");
    let codes = db.all(&sql, values.clone(), |row| {
        let value = UnitCode { system: row.parse("system")?, code: row.get("code")? };
        Ok((row.get::<UnitId>("unit_id")?, Dated { value, valid: valid(row)? }))
    });
    let mut codes = by_unit(codes.await?);
    let sql = format!("select u.* from unit u where {units}");
    let heads = db.all(&sql, values, |row| {
        Ok(UnitRecord {
            id: row.get("id")?,
            code: row.get("code")?,
            kind: row.get("kind")?,
            valid: valid(row)?,
            names: Vec::new(),
            relations: Vec::new(),
            codes: Vec::new(),
            source: source(row)?,
            version: row.get("version")?,
        })
    });
    let whole = heads.await?.into_iter().map(|unit| UnitRecord {
        names: names.remove(&unit.id).unwrap_or_default(),
        relations: relations.remove(&unit.id).unwrap_or_default(),
        codes: codes.remove(&unit.id).unwrap_or_default(),
        ..unit
    });
    Ok(whole.collect())
}

fn by_unit<T>(rows: Vec<(UnitId, T)>) -> HashMap<UnitId, Vec<T>> {
    let mut found: HashMap<UnitId, Vec<T>> = HashMap::new();
    for (unit, row) in rows {
        found.entry(unit).or_default().push(row);
    }
    found
}

/// The organisation on a day.
pub async fn tree(db: &impl Read, day: Date) -> Result<UnitTree, Error> {
    let rows = db.all(
        "select u.id, u.code, u.kind, u.synthetic, n.name, n.name_nn, n.name_en, r.other_id
         from unit u
         left join unit_name n on n.unit_id = u.id
            and n.valid_from <= $1 and (n.valid_to is null or $1 < n.valid_to)
         left join unit_relation r on r.unit_id = u.id and r.relation = 'owner'
            and r.valid_from <= $1 and (r.valid_to is null or $1 < r.valid_to)
         where u.valid_from <= $1 and (u.valid_to is null or $1 < u.valid_to)",
        values![day],
        |row| {
            let unit = Unit {
                id: row.get("id")?,
                kind: row.get("kind")?,
                name: row.words("name")?,
                code: row.get("code")?,
                parent: row.get("other_id")?,
            };
            Ok((unit, row.get::<bool>("synthetic")?))
        },
    );
    let rows = rows.await?;
    let synthetic: Vec<UnitId> = rows.iter().filter(|(_, synthetic)| *synthetic).map(|(unit, _)| unit.id).collect();
    Ok(UnitTree::new(rows.into_iter().map(|(unit, _)| unit).collect()).with_synthetic(synthetic))
}

/// Who answered to whom, at any time, among all that ever were below these units: a unit, the one above it, and when.
pub async fn ties_below(db: &impl Read, units: &[UnitId]) -> Result<Vec<(UnitId, UnitId, Validity)>, Error> {
    let mut found = HashMap::new();
    for part in units.chunks(400) {
        let places: Vec<String> = (1..=part.len()).map(|place| format!("${place}")).collect();
        // Rings end here, since a unit is named once.
        let sql = format!(
            "with recursive below (unit_id) as (
                 select r.unit_id from unit_relation r where r.relation = 'owner' and r.other_id in ({0})
                 union
                 select r.unit_id from below b join unit_relation r on r.other_id = b.unit_id and r.relation = 'owner')
             select r.unit_id, r.other_id, r.valid_from, r.valid_to, u.valid_from as born, u.valid_to as gone
             from below b join unit_relation r on r.unit_id = b.unit_id and r.relation = 'owner'
             join unit u on u.id = r.unit_id",
            places.join(", ")
        );
        let values: Vec<Value> = part.iter().flat_map(|unit| values![*unit]).collect();
        let ties = db.all(&sql, values, |row| {
            let (tie, born): (Validity, Date) = (valid(row)?, row.get("born")?);
            let gone: Option<Date> = row.get("gone")?;
            let to = [tie.to, gone].into_iter().flatten().min();
            Ok((row.get("unit_id")?, row.get("other_id")?, Validity { from: tie.from.max(born), to }))
        });
        for (unit, above, valid) in ties.await? {
            found.insert((unit, above, valid.from), (unit, above, valid));
        }
    }
    Ok(found.into_values().filter(|(.., valid)| !valid.is_empty()).collect())
}

/// Marks units as made up. What lies below them is made up too.
pub(crate) async fn mark_synthetic(tx: &Tx, units: &[UnitId]) -> Result<(), Error> {
    for unit in units {
        tx.run("update unit set synthetic = true where id = $1", values![*unit]).await?;
    }
    Ok(())
}

/// How many times the organisation has been changed.
pub async fn revision(db: &impl Read) -> Result<i64, Error> {
    setting::revision(db, REVISION).await
}

type Kept = ((i64, Date), Arc<UnitTree>);

/// Trees at hand, thrown away when the organisation changes. Every process has its own and asks
/// the database whether it is still right.
#[derive(Debug, Default)]
pub struct TreeCache(Mutex<Vec<Kept>>);

impl TreeCache {
    /// The organisation on a day.
    ///
    /// # Errors
    ///
    /// When the database does not answer.
    pub async fn tree(&self, db: &impl Read, day: Date) -> Result<Arc<UnitTree>, Error> {
        let key = (revision(db).await?, day);
        let found = self
            .0
            .lock()
            .ok()
            .and_then(|kept| kept.iter().find(|(known, _)| *known == key).map(|(_, tree)| tree.clone()));
        if let Some(found) = found {
            return Ok(found);
        }
        let tree = Arc::new(tree(db, day).await?);
        if let Ok(mut kept) = self.0.lock() {
            kept.retain(|((revision, _), _)| *revision == key.0);
            if KEPT <= kept.len() {
                kept.remove(0);
            }
            kept.push((key, tree.clone()));
        }
        Ok(tree)
    }
}

/// Says that the organisation changed, and brings the lines of today up to date.
pub async fn changed(tx: &Tx, today: Date) -> Result<(), Error> {
    setting::bump(tx, REVISION).await?;
    refresh_lines(tx, &tree(tx, today).await?).await
}

/// Brings the lines that lists are cut by up to date with the organisation of today. Changes that
/// were planned for today take effect by this, so it also runs as a daily job.
pub async fn refresh_lines(tx: &Tx, tree: &UnitTree) -> Result<(), Error> {
    let known = tx.all("select unit_id, ancestor_id, depth from unit_line", vec![], |row| {
        Ok((row.get::<UnitId>("unit_id")?, row.get::<UnitId>("ancestor_id")?, row.get::<i64>("depth")?))
    });
    let known: HashSet<(UnitId, UnitId, i64)> = known.await?.into_iter().collect();
    let mut wanted = HashSet::with_capacity(known.len());
    for unit in tree.iter() {
        wanted.extend((0_i64..).zip(tree.line(unit.id).iter()).map(|(depth, above)| (unit.id, *above, depth)));
    }
    let stale: BTreeSet<UnitId> = known.symmetric_difference(&wanted).map(|(unit, _, _)| *unit).collect();
    for unit in &stale {
        tx.run("delete from unit_line where unit_id = $1", values![*unit]).await?;
    }
    let rows: Vec<Vec<Value>> = wanted
        .into_iter()
        .filter(|(unit, _, _)| stale.contains(unit))
        .map(|(unit, above, depth)| values![unit, above, depth])
        .collect();
    insert_rows(tx, "unit_line", &["unit_id", "ancestor_id", "depth"], rows).await
}

/// Writes many rows in few statements.
pub(super) async fn insert_rows(
    tx: &Tx,
    table: &'static str,
    columns: &[&'static str],
    rows: Vec<Vec<Value>>,
) -> Result<(), Error> {
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let batch: Vec<Vec<Value>> = rows.by_ref().take(BATCH).collect();
        let width = columns.len();
        let places: Vec<String> = (0..batch.len())
            .map(|row| {
                let places: Vec<String> = (1..=width).map(|column| format!("${}", row * width + column)).collect();
                format!("({})", places.join(", "))
            })
            .collect();
        let sql = format!("insert into {table} ({}) values {}", columns.join(", "), places.join(", "));
        tx.run(&sql, batch.into_iter().flatten().collect()).await?;
    }
    Ok(())
}

/// What happened, and will happen, to a unit, and what touches it; latest first.
pub async fn changes(db: &impl Read, unit: UnitId) -> Result<Vec<KnownChange>, Error> {
    let which = "select change_id, 1 as main from unit_change_unit where unit_id = $1
         union select change_id, 0 as main from unit_change_concern where unit_id = $1";
    known(db, which, "1 = 1", values![unit]).await
}

/// What is planned after a day for any of these units, or touches one of them; soonest first.
pub async fn upcoming(db: &impl Read, units: &[UnitId], after: Date) -> Result<Vec<KnownChange>, Error> {
    let mut found: Vec<KnownChange> = Vec::new();
    for part in units.chunks(400) {
        let mut values = values![after];
        values.extend(part.iter().flat_map(|unit| -> Vec<Value> { values![*unit] }));
        let places: Vec<String> = (2..=values.len()).map(|place| format!("${place}")).collect();
        let places = places.join(", ");
        let which = format!(
            "select change_id, 1 as main from unit_change_unit where unit_id in ({places})
             union select change_id, 0 as main from unit_change_concern where unit_id in ({places})"
        );
        for change in known(db, &which, "$1 < c.on_date", values).await? {
            match found.iter_mut().find(|known| known.id == change.id) {
                Some(known) => known.is_main |= change.is_main,
                None => found.push(change),
            }
        }
    }
    found.sort_by_key(|known| (known.change.on, known.id));
    Ok(found)
}

/// What is told of a planned step.
pub(super) async fn told_of(db: &impl Read, id: PlannedChangeId) -> Result<Vec<UnitChange>, Error> {
    let which = "select id as change_id, 1 as main from unit_change where planned_id = $1";
    Ok(known(db, which, "1 = 1", values![id]).await?.into_iter().map(|known| known.change).collect())
}

async fn known(db: &impl Read, which: &str, condition: &str, values: Vec<Value>) -> Result<Vec<KnownChange>, Error> {
    let sql = format!(
        "select c.id, c.kind, c.on_date, c.note, c.planned_id, w.main, s.unit_id, s.side
         from (select change_id, cast(max(main) as bigint) as main from ({which}) found group by change_id) w
         join unit_change c on c.id = w.change_id
         join unit_change_unit s on s.change_id = c.id
         where {condition} order by c.on_date desc, c.id, s.side, s.unit_id"
    );
    let rows = db.all(&sql, values, |row| {
        let change = UnitChange {
            kind: row.parse("kind")?,
            on: row.get("on_date")?,
            note: row.get("note")?,
            before: Vec::new(),
            after: Vec::new(),
        };
        let known = KnownChange {
            id: row.get("id")?,
            planned: row.get("planned_id")?,
            is_main: row.get::<i64>("main")? == 1,
            change,
        };
        Ok((known, row.get::<UnitId>("unit_id")?, row.get::<String>("side")? == "before"))
    });
    let mut found: Vec<KnownChange> = Vec::new();
    for (known, unit, was_before) in rows.await? {
        if found.last().is_none_or(|last| last.id != known.id) {
            found.push(known);
        }
        if let Some(KnownChange { change, .. }) = found.last_mut() {
            let side = if was_before { &mut change.before } else { &mut change.after };
            if !side.contains(&unit) {
                side.push(unit);
            }
        }
    }
    Ok(found)
}

/// Some units through their whole lives.
pub async fn some(db: &impl Read, units: &[UnitId]) -> Result<Register, Error> {
    let mut found = Vec::new();
    for part in units.chunks(400) {
        let places: Vec<String> = (1..=part.len()).map(|place| format!("${place}")).collect();
        let places = places.join(", ");
        let values: Vec<Value> = part.iter().flat_map(|unit| values![*unit]).collect();
        found.extend(records(db, &format!("u.id in ({places})"), &format!("unit_id in ({places})"), values).await?);
    }
    Ok(Register::new(found))
}

/// Units that relate to `id` on a day in another way than answering to it.
pub async fn related_to(db: &Db, id: UnitId, day: Date) -> Result<Vec<(Relation, UnitId)>, Error> {
    db.all(
        "select unit_id, relation, other_id from unit_relation
         where other_id = $1 and relation <> 'owner'
            and valid_from <= $2 and (valid_to is null or $2 < valid_to)",
        values![id, day],
        |row| Ok((Relation { kind: row.parse("relation")?, other: row.get("other_id")? }, row.get("unit_id")?)),
    )
    .await
}

/// Units that have this number in some register on a day.
pub async fn by_number(db: &impl Read, number: &str, day: Date) -> Result<Vec<UnitId>, Error> {
    if !number.chars().any(|letter| letter.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    db.all(
        "select distinct unit_id from unit_code
         where code = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)",
        values![number, day],
        |row| row.get("unit_id"),
    )
    .await
}
