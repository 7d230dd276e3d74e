//! Lists and counts of incidents, for those who handle them.

use jiff::civil::Date;
use varde_kernel::access::Scope;
use varde_kernel::{PersonId, UnitId};
use varde_store::{Error, Read, Value, scope_condition, search, values};

use super::incidents::read;
use crate::model::{Incident, ReportKind, State};
use crate::rules::feedback::Heard;

/// Which incidents are asked for.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words that must be in it.
    pub text: String,
    /// The unit, with everything below it.
    pub unit: Option<UnitId>,
    /// How far they have come.
    pub state: Option<State>,
    /// What sort.
    pub kind: Option<ReportKind>,
    /// Who handles them.
    pub handler: Option<PersonId>,
    /// Only what is not closed or joined.
    pub is_open: bool,
    /// Only what was due before this day.
    pub late_on: Option<Date>,
    /// Only what is serious.
    pub is_serious: bool,
    /// Only what happened on this day or after.
    pub from: Option<Date>,
    /// Only what happened on this day or before.
    pub to: Option<Date>,
}

/// In which order they are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// What is due first.
    Due,
    /// What happened last.
    Happened,
}

impl Order {
    const fn sql(self) -> &'static str {
        match self {
            Self::Newest => "i.received_on desc, i.id",
            Self::Due => "case when i.due_on is null then 1 else 0 end, i.due_on, i.id",
            Self::Happened => "i.happened_on desc, i.id",
        }
    }
}

/// What a reader sees, and of it what they ask for. Values are appended.
fn conditions(db: &impl Read, scope: &Scope, filter: &Filter, values: &mut Vec<Value>) -> String {
    let mut parts = vec![scope_condition(scope, "i.unit_id", "1 = 0", values)];
    let mut part = |sql: &str, value: Vec<Value>| {
        values.extend(value);
        parts.push(sql.replace('?', &format!("${}", values.len())));
    };
    if let Some(unit) = filter.unit {
        part("i.unit_id in (select unit_id from unit_line where ancestor_id = ?)", values![unit]);
    }
    if let Some(state) = filter.state {
        part("i.state = ?", values![state.name()]);
    }
    if let Some(kind) = filter.kind {
        part("i.kind = ?", values![kind.name()]);
    }
    if let Some(handler) = filter.handler {
        part("i.handler_id = ?", values![handler]);
    }
    if let Some(day) = filter.late_on {
        part("i.due_on < ?", values![day]);
    }
    if let Some(day) = filter.from {
        part("? <= i.happened_on", values![day]);
    }
    if let Some(day) = filter.to {
        part("i.happened_on <= ?", values![day]);
    }
    if filter.is_open {
        parts.push("i.state not in ('closed', 'joined')".to_owned());
    }
    if filter.is_serious {
        parts.push("(i.harm in ('severe', 'death') or i.potential in ('severe', 'death'))".to_owned());
    }
    parts.extend(search::holds(db.backend(), "incident", &filter.text, "i.id", values));
    parts.join(" and ")
}

/// Incidents that the scope lets through.
pub async fn list(
    db: &impl Read,
    scope: &Scope,
    filter: &Filter,
    order: Order,
    (limit, skip): (i64, i64),
) -> Result<Vec<Incident>, Error> {
    let mut values = values![limit, skip];
    let conditions = conditions(db, scope, filter, &mut values);
    let order = order.sql();
    let sql = format!("select i.* from incident i where {conditions} order by {order} limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many incidents [`list`] would give in all.
pub async fn count(db: &impl Read, scope: &Scope, filter: &Filter) -> Result<i64, Error> {
    let mut values = Vec::new();
    let conditions = conditions(db, scope, filter, &mut values);
    db.number(&format!("select count(*) as n from incident i where {conditions}"), values).await
}

/// How many incidents of a unit and below stand in each state, as far as someone sees them.
pub async fn by_state(db: &impl Read, scope: &Scope, unit: UnitId) -> Result<Vec<(State, i64)>, Error> {
    let filter = Filter { unit: Some(unit), ..Filter::default() };
    let mut values = Vec::new();
    let conditions = conditions(db, scope, &filter, &mut values);
    let sql = format!("select i.state, count(*) as n from incident i where {conditions} group by i.state");
    db.all(&sql, values, |row| Ok((row.parse("state")?, row.get("n")?))).await
}

/// When the reports of a unit and below came and were answered, since a day. Good care counts as well: those who
/// praise wait for an answer too.
pub async fn heard(db: &impl Read, unit: UnitId, since: Date) -> Result<Vec<Heard>, Error> {
    let sql = "select r.received_on, i.answered_on from report r join incident i on i.id = r.incident_id
         where i.unit_id in (select unit_id from unit_line where ancestor_id = $1) and $2 <= r.received_on";
    db.all(sql, values![unit, since], |row| {
        Ok(Heard { received: row.get("received_on")?, answered: row.get("answered_on")? })
    })
    .await
}

/// What someone who answers for these units has to do: what is due by a day, and what has been handed to them.
pub async fn due(
    db: &impl Read,
    units: &[UnitId],
    me: Option<PersonId>,
    until: Date,
    limit: i64,
) -> Result<Vec<Incident>, Error> {
    let mut values = values![until, me, limit];
    let list = varde_store::places(units.iter().copied(), &mut values);
    let sql = format!(
        "select i.* from incident i
         where i.due_on <= $1 and i.state not in ('closed', 'joined')
           and (i.handler_id = $2 or (i.handler_id is null and i.unit_id in ({list})))
         order by i.due_on, i.id limit $3"
    );
    db.all(&sql, values, read).await
}
