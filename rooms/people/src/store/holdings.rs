//! Roles held on units.

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Author, Granted, Held, Kind, System, Target};
use varde_kernel::{HoldingId, PersonId, UnitId, UnitTree, Validity};
use varde_store::history::Line;
use varde_store::{Error, Insert, Read, Row, Tx, Update, Value, json, values};

use crate::model::persons::{Holding, HoldingRow, NewHolding};

const COLUMNS: &str =
    "h.id, h.person_id, h.unit_id, h.role, h.valid_from, h.valid_to, h.granted_by, h.grounds, h.version";

fn read(row: &Row) -> Result<Holding, Error> {
    Ok(Holding {
        id: row.get("id")?,
        person: row.get("person_id")?,
        unit: row.get("unit_id")?,
        role: row.get("role")?,
        validity: Validity { from: row.get("valid_from")?, to: row.get("valid_to")? },
        granted_by: read_author(&row.get::<String>("granted_by")?),
        grounds: row.get("grounds")?,
        version: row.get("version")?,
    })
}

fn author_text(author: Author) -> String {
    match author {
        Author::Person(person) => person.to_string(),
        Author::System(system) => system.name().to_owned(),
        Author::Anonymous => String::new(),
    }
}

fn read_author(text: &str) -> Author {
    match (text.parse::<System>(), text.parse::<PersonId>()) {
        (Ok(system), _) => Author::System(system),
        (_, Ok(person)) => Author::Person(person),
        _ => Author::Anonymous,
    }
}

/// All roles a person holds, has held or will hold, the latest first.
pub async fn of(db: &impl Read, person: PersonId) -> Result<Vec<Holding>, Error> {
    let sql = format!("select {COLUMNS} from holding h where h.person_id = $1 order by h.valid_from desc, h.id");
    db.all(&sql, values![person], read).await
}

/// The roles that hold on `today`, with their lines. A role on a unit that is no more gives nothing.
pub async fn held_on(db: &impl Read, person: PersonId, tree: &UnitTree, today: Date) -> Result<Vec<Held>, Error> {
    let sql = "select role, unit_id from holding
        where person_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2) order by valid_from, id";
    let held: Vec<(access::Role, UnitId)> =
        db.all(sql, values![person, today], |row| Ok((row.get("role")?, row.get("unit_id")?))).await?;
    Ok(held
        .into_iter()
        .filter(|(_, unit)| tree.get(*unit).is_some())
        .map(|(role, unit)| Held { role, unit, line: tree.line(unit) })
        .collect())
}

/// Who holds a role on any of these units today, by unit in the order given, role and name.
pub async fn holdings_on(db: &impl Read, units: &[UnitId], today: Date) -> Result<Vec<HoldingRow>, Error> {
    let mut found: Vec<HoldingRow> = Vec::new();
    for portion in units.chunks(500) {
        let mut all = values![today];
        all.extend(portion.iter().flat_map(|unit| -> Vec<Value> { values![*unit] }));
        let places: Vec<String> = (2..=all.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "select h.person_id, p.name, h.role, h.unit_id, h.valid_to from holding h join person p on p.id = h.person_id
             where p.active = true and h.valid_from <= $1 and (h.valid_to is null or h.valid_to > $1)
             and h.unit_id in ({})",
            places.join(", ")
        );
        let rows = db.all(&sql, all, |row| {
            Ok(HoldingRow {
                person: row.get("person_id")?,
                name: row.get("name")?,
                role: row.get("role")?,
                unit: row.get("unit_id")?,
                valid_to: row.get("valid_to")?,
            })
        });
        found.extend(rows.await?);
    }
    let place = |unit: UnitId| units.iter().position(|known| *known == unit);
    found.sort_by_cached_key(|row| (place(row.unit), row.role, row.name.clone(), row.person));
    Ok(found)
}

/// Who may do `action` to a thing by a role that they hold today, by name.
pub async fn who_may(
    db: &impl Read,
    tree: &UnitTree,
    action: Action,
    on: &Target,
    today: Date,
) -> Result<Vec<(PersonId, String)>, Error> {
    let mut found: Vec<(PersonId, String)> = Vec::new();
    for row in holdings_on(db, &on.line, today).await? {
        let held = vec![Held { role: row.role, unit: row.unit, line: tree.line(row.unit) }];
        let actor = Actor::Person { person: row.person, held, read_only: false };
        if access::may(&actor, action, on) && found.iter().all(|(known, _)| *known != row.person) {
            found.push((row.person, row.name));
        }
    }
    found.sort_by_cached_key(|(id, name)| (varde_kernel::sort_key(name), *id));
    Ok(found)
}

/// How a list of holdings is narrowed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// On this unit alone.
    pub unit: Option<UnitId>,
    /// Of this person alone.
    pub person: Option<PersonId>,
    /// Holding on this day.
    pub on: Option<Date>,
}

/// Holdings in a fixed order.
pub async fn list(db: &impl Read, wanted: Wanted, limit: i64, skip: i64) -> Result<Vec<Holding>, Error> {
    let mut all = values![limit, skip];
    let mut parts = vec!["1 = 1".to_owned()];
    if let Some(unit) = wanted.unit {
        all.extend(values![unit]);
        parts.push(format!("h.unit_id = ${}", all.len()));
    }
    if let Some(person) = wanted.person {
        all.extend(values![person]);
        parts.push(format!("h.person_id = ${}", all.len()));
    }
    if let Some(on) = wanted.on {
        all.extend(values![on]);
        let n = all.len();
        parts.push(format!("h.valid_from <= ${n} and (h.valid_to is null or h.valid_to > ${n})"));
    }
    let sql = format!(
        "select {COLUMNS} from holding h where {} order by h.valid_from, h.id limit $1 offset $2",
        parts.join(" and ")
    );
    db.all(&sql, all, read).await
}

/// What a role on a unit is to the policy: who holds which role is open to all who are signed in.
pub fn target(tree: &UnitTree, unit: UnitId) -> Target {
    Target::open(Kind::Holding, tree.line(unit))
}

/// A role to be given, with the proof that the actor is trusted with roles on its unit.
///
/// # Errors
///
/// [`Error::NotFound`] for a unit that is not there today, [`Error::Forbidden`] for one where the
/// actor gives no roles.
pub fn may_give(actor: &Actor, tree: &UnitTree, new: NewHolding) -> Result<Granted<NewHolding>, Error> {
    if tree.get(new.unit).is_none() {
        return Err(Error::NotFound);
    }
    let on = target(tree, new.unit);
    Ok(access::grant(actor, Action::Create, &on, new)?)
}

/// A holding with the proof that the actor may do this to it.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: HoldingId,
    action: Action,
) -> Result<Granted<Holding>, Error> {
    let sql = format!("select {COLUMNS} from holding h where h.id = $1");
    let holding = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let on = target(tree, holding.unit);
    Ok(access::grant(actor, action, &on, holding)?)
}

/// Gives a person a role.
pub async fn insert(tx: &Tx, person: PersonId, new: &Granted<NewHolding>) -> Result<HoldingId, Error> {
    put(tx, person, new).await
}

pub(super) async fn put(tx: &Tx, person: PersonId, new: &NewHolding) -> Result<HoldingId, Error> {
    let id: HoldingId = tx.new_id()?;
    Insert::into("holding")
        .set("id", id)
        .set("person_id", person)
        .set("unit_id", new.unit)
        .set("role", new.role)
        .set("valid_from", new.validity.from)
        .set("valid_to", new.validity.to)
        .set("granted_by", author_text(tx.author()))
        .set("grounds", &new.grounds)
        .set("version", 1)
        .run(tx)
        .await?;
    let told = json!({
        "holding": id.to_string(), "role": new.role.name(), "unit": new.unit.to_string(),
        "from": new.validity.from.to_string(), "to": new.validity.to.map(|to| to.to_string()),
    });
    // Told of the person, so that the person's page shows it with the rest.
    tx.record(Line::new(Kind::Holding, person, Some(new.unit), "role_given").after(told).why(&new.grounds));
    Ok(id)
}

/// How many years a role is told of after it ended: decisions point back to it.
const YEARS_KEPT: i16 = 10;

/// Takes away roles that ended long ago.
pub(super) async fn sweep(tx: &Tx, now: jiff::Timestamp) -> Result<(), Error> {
    let today = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let before = today.checked_sub(jiff::Span::new().years(YEARS_KEPT)).unwrap_or(today);
    tx.run("delete from holding where valid_to < $1", values![before]).await.map(|_| ())
}

/// Saves when a role ends.
///
/// # Errors
///
/// [`Error::Stale`] when someone else changed it meanwhile.
pub async fn save(tx: &Tx, holding: &Granted<Holding>, why: &str) -> Result<(), Error> {
    Update::of("holding").set("valid_to", holding.validity.to).versioned(tx, holding.id, holding.version).await?;
    let told = json!({
        "holding": holding.id.to_string(), "role": holding.role.name(), "unit": holding.unit.to_string(),
        "to": holding.validity.to.map(|to| to.to_string()),
    });
    tx.record(Line::new(Kind::Holding, holding.person, Some(holding.unit), "role_ended").after(told).why(why));
    Ok(())
}
