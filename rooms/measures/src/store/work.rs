//! What is due, unclear or owed, for "my work".

use jiff::civil::Date;
use varde_kernel::access::Scope;
use varde_kernel::{ActorId, MeasureId, PersonId, UnitId, Words};
use varde_store::{Error, Read, Row, Value, scope_condition, values};

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
    /// The measure's name: several measures may have activities of the same name.
    pub of: Words,
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
    /// The last day that counts as work.
    pub until: Date,
}

/// Measures and activities that are not over and due, those longest past their date first.
pub async fn due_of(db: &impl Read, whose: &Whose<'_>) -> Result<Vec<Due>, Error> {
    let mut values = Vec::new();
    let asked = asked(whose, &mut values);
    values.extend(values![MOST]);
    let limit = values.len();
    let measures = asked.of("select x.id from measure x", "x.owner_person", &["x.unit_id"], "x.due");
    let sql = format!(
        "select m.id as measure_id, m.title, m.title_nn, m.title_en,
            m.title as of_title, m.title_nn as of_title_nn, m.title_en as of_title_en, m.unit_id, m.due from measure m
         where m.state not in ('completed', 'evaluated', 'stopped') and m.id in ({measures})
         order by m.due, m.id limit ${limit}"
    );
    let mut found = db.all(&sql, values.clone(), |row| due(row, DueKind::Measure)).await?;

    // An activity hangs on a unit of its own, or on its measure's.
    let activities = asked.of(
        "select x.id from activity x join measure y on y.id = x.measure_id",
        "x.owner_person",
        // The second is written so that no index on an activity's own unit is taken for it.
        &["x.unit_id", "coalesce(x.unit_id, y.unit_id) = y.unit_id and y.unit_id"],
        "x.due",
    );
    let sql = format!(
        "select a.measure_id, a.title, a.title_nn, a.title_en,
            m.title as of_title, m.title_nn as of_title_nn, m.title_en as of_title_en, coalesce(a.unit_id, m.unit_id) as unit_id, a.due
         from activity a join measure m on m.id = a.measure_id
         where a.state not in ('completed', 'stopped') and m.state not in ('completed', 'evaluated', 'stopped')
           and a.id in ({activities})
         order by a.due, a.id limit ${limit}"
    );
    found.extend(db.all(&sql, values, |row| due(row, DueKind::Activity)).await?);
    Ok(found)
}

/// The parts of the question, with the places of their values.
struct Asked {
    person: Option<usize>,
    units: String,
}

fn asked(whose: &Whose<'_>, values: &mut Vec<Value>) -> Asked {
    values.extend(values![whose.until]);
    let person = whose.person.map(|person| {
        values.extend(values![person]);
        values.len()
    });
    Asked { person, units: places(whose.units, values) }
}

impl Asked {
    /// The ids of what is asked for, each part by an index of its own: one condition with `or`
    /// would read every row (measured: 60 ms instead of 2 at 20 000 activities).
    fn of(&self, from: &str, owner: &str, units: &[&str], due: &str) -> String {
        let Self { person, units: own } = self;
        let mut parts = vec![format!("{from} where 1 = 0 and {due} <= $1")];
        if let Some(person) = person {
            parts.push(format!("{from} where {owner} = ${person} and {due} <= $1"));
        }
        if !own.is_empty() {
            parts.extend(units.iter().map(|unit| format!("{from} where {unit} in ({own}) and {due} <= $1")));
        }
        parts.join(" union ")
    }
}

fn due(row: &Row, kind: DueKind) -> Result<Due, Error> {
    Ok(Due {
        kind,
        measure: row.get("measure_id")?,
        title: row.words("title")?,
        of: row.words("of_title")?,
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

/// Measures led by one of these actors that were adopted by `adopted` and have not started. Many
/// organisations can be one actor, so they are reminded of what `scope` shows them.
pub async fn start_reminders(
    db: &impl Read,
    scope: &Scope,
    leads: &[ActorId],
    adopted: Date,
) -> Result<Vec<Measure>, Error> {
    if leads.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![adopted, MOST];
    let places = places(leads, &mut values);
    let visible = scope_condition(scope, "m.unit_id", "m.open = true", &mut values);
    let sql = format!(
        "select m.* from measure m where m.lead_actor in ({places}) and m.state in ('stated', 'concrete')
         and m.adopted <= $1 and {visible} order by m.adopted, m.id limit $2"
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
