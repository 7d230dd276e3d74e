//! What is due, unclear or owed, for "my work".

use jiff::civil::Date;
use varde_kernel::{ActorId, MeasureId, PersonId, UnitId, Words};
use varde_store::{Error, Read, Row, Value, values};

use super::places;
use crate::model::Measure;

/// The most lines that one question gives: more work than this is a list, not a reminder.
const MOST: i64 = 200;

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueKind {
    /// A measure.
    Measure,
    /// An activity.
    Activity,
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// What it is.
    pub kind: DueKind,
    /// The measure, or the activity's measure.
    pub measure: MeasureId,
    /// Its name.
    pub title: Words,
    /// The unit it hangs on.
    pub unit: UnitId,
    /// When.
    pub due: Date,
}

/// Whose work is asked for, and until when.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    /// What this person owns.
    pub person: Option<PersonId>,
    /// What these units themselves own.
    pub units: &'a [UnitId],
    /// What is past its date anywhere below these.
    pub over: &'a [UnitId],
    /// Today.
    pub today: Date,
    /// The last day that counts as work.
    pub until: Date,
}

/// Measures and activities that are not over and due, those longest past their date first.
pub async fn due_of(db: &impl Read, whose: &Whose<'_>) -> Result<Vec<Due>, Error> {
    let mut values = Vec::new();
    let measures = asked(whose, "m.owner_person", "m.unit_id", "m.due", &mut values);
    values.extend(values![MOST]);
    let sql = format!(
        "select m.id as measure_id, m.title, m.title_nn, m.title_en, m.unit_id, m.due from measure m
         where m.state not in ('completed', 'evaluated', 'stopped') and ({measures})
         order by m.due, m.id limit ${}",
        values.len()
    );
    let mut found = db.all(&sql, values, |row| due(row, DueKind::Measure)).await?;

    let mut values = Vec::new();
    let activities = asked(whose, "a.owner_person", "coalesce(a.unit_id, m.unit_id)", "a.due", &mut values);
    values.extend(values![MOST]);
    let sql = format!(
        "select a.measure_id, a.title, a.title_nn, a.title_en, coalesce(a.unit_id, m.unit_id) as unit_id, a.due
         from activity a join measure m on m.id = a.measure_id
         where a.state not in ('completed', 'stopped') and m.state <> 'stopped' and ({activities})
         order by a.due, a.id limit ${}",
        values.len()
    );
    found.extend(db.all(&sql, values, |row| due(row, DueKind::Activity)).await?);
    Ok(found)
}

fn asked(whose: &Whose<'_>, owner: &str, unit: &str, due: &str, values: &mut Vec<Value>) -> String {
    values.extend(values![whose.until]);
    let until = format!("{due} <= ${}", values.len());
    let mut parts = vec!["1 = 0".to_owned()];
    if let Some(person) = whose.person {
        values.extend(values![person]);
        parts.push(format!("({owner} = ${} and {until})", values.len()));
    }
    if !whose.units.is_empty() {
        parts.push(format!("({unit} in ({}) and {until})", places(whose.units, values)));
    }
    if !whose.over.is_empty() {
        values.extend(values![whose.today]);
        let late = format!("{due} < ${}", values.len());
        parts.push(format!(
            "({late} and exists (select 1 from unit_line u where u.unit_id = {unit} and u.ancestor_id in ({})))",
            places(whose.over, values)
        ));
    }
    parts.join(" or ")
}

fn due(row: &Row, kind: DueKind) -> Result<Due, Error> {
    Ok(Due {
        kind,
        measure: row.get("measure_id")?,
        title: row.words("title")?,
        unit: row.get("unit_id")?,
        due: row.get("due")?,
    })
}

/// How many measures of each unit are stated and not made concrete, and one of them.
pub async fn unclear(db: &impl Read, units: &[UnitId]) -> Result<Vec<(UnitId, i64, MeasureId, Words)>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(units, &mut values);
    let sql = format!(
        "select m.unit_id, g.n, m.id, m.title, m.title_nn, m.title_en from measure m
         join (select unit_id, count(*) as n, min(title) as first from measure
               where state = 'stated' and unit_id in ({places}) group by unit_id) g
           on g.unit_id = m.unit_id and g.first = m.title
         where m.state = 'stated' order by m.unit_id, m.id"
    );
    let mut rows: Vec<(UnitId, i64, MeasureId, Words)> = db
        .all(&sql, values, |row| Ok((row.get("unit_id")?, row.get("n")?, row.get("id")?, row.words("title")?)))
        .await?;
    // Two measures of the same name make two rows.
    rows.dedup_by_key(|row| row.0);
    Ok(rows)
}

/// Measures led by one of these actors that were adopted by `adopted` and have not started.
pub async fn start_reminders(db: &impl Read, leads: &[ActorId], adopted: Date) -> Result<Vec<Measure>, Error> {
    if leads.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![adopted, MOST];
    let places = places(leads, &mut values);
    let sql = format!(
        "select * from measure where lead_actor in ({places}) and state in ('stated', 'concrete')
         and adopted <= $1 order by adopted, id limit $2"
    );
    db.all(&sql, values, super::read).await
}

/// Measures of these units that were completed by `ended` and whose effect nobody has looked at.
pub async fn owed_effects(db: &impl Read, units: &[UnitId], ended: Date) -> Result<Vec<Measure>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![ended, MOST];
    let places = places(units, &mut values);
    let sql = format!(
        "select * from measure where unit_id in ({places}) and state = 'completed' and ended <= $1
         order by ended, id limit $2"
    );
    db.all(&sql, values, super::read).await
}
