//! Who answers for which task, and by what delegation.

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Author, Granted, Kind};
use varde_kernel::{ResponsibilityId, TaskId, UnitId, UnitTree};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, json, values};

use super::{places, target};
use crate::model::{Delegation, Responsibility, ResponsibilityDraft, Task};

const COLUMNS: &str = "r.id, r.task_id, r.authority, r.role, r.unit_id, r.person_id, r.actor_id, r.valid_from,
    r.valid_to, r.delegated_from, r.delegation_document, r.delegated_on, r.delegated_by, r.version";

fn read(row: &Row) -> Result<Responsibility, Error> {
    let source: Option<ResponsibilityId> = row.get("delegated_from")?;
    let on: Option<Date> = row.get("delegated_on")?;
    let delegation = match (source, on) {
        (Some(source), Some(on)) => Some(Delegation {
            source,
            document: row.get::<Option<String>>("delegation_document")?.unwrap_or_default(),
            on,
            by: row.get("delegated_by")?,
        }),
        _ => None,
    };
    Ok(Responsibility {
        id: row.get("id")?,
        task: row.get("task_id")?,
        draft: ResponsibilityDraft {
            authority: row.parse("authority")?,
            role: row.get("role")?,
            unit: row.get("unit_id")?,
            person: row.get("person_id")?,
            actor: row.get("actor_id")?,
            from: row.get("valid_from")?,
            to: row.get("valid_to")?,
        },
        delegation,
        version: row.get("version")?,
    })
}

/// The most that a task's page shows at once; a class of units can have one each.
const MOST: i64 = 400;

/// Everything that has been settled about a task, newest first.
pub async fn of_task(db: &impl Read, task: TaskId) -> Result<Vec<Responsibility>, Error> {
    let sql = format!(
        "select {COLUMNS} from responsibility r where r.task_id = $1 order by r.valid_from desc, r.id limit $2"
    );
    db.all(&sql, values![task, MOST], read).await
}

/// What holds on `day` for several tasks; with `units`, only there and for all units.
pub async fn of_tasks(
    db: &impl Read,
    tasks: &[TaskId],
    units: Option<&[UnitId]>,
    day: Date,
) -> Result<Vec<Responsibility>, Error> {
    if tasks.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = values![day, MOST];
    let tasks = places(tasks.iter().copied(), &mut values);
    let there = match units {
        Some(units) => {
            format!("and (r.unit_id is null or r.unit_id in ({}))", places(units.iter().copied(), &mut values))
        }
        None => String::new(),
    };
    let sql = format!(
        "select {COLUMNS} from responsibility r where r.task_id in ({tasks})
         and r.valid_from <= $1 and (r.valid_to is null or $1 < r.valid_to) {there}
         order by r.task_id, r.authority, r.valid_from, r.id limit $2"
    );
    db.all(&sql, values, read).await
}

/// Delegations held or given on these units that end after `day` and no later than `until`.
pub async fn ending(
    db: &impl Read,
    units: &[UnitId],
    day: Date,
    until: Date,
) -> Result<Vec<(Responsibility, varde_kernel::Words)>, Error> {
    let mut values = values![day, until];
    let units = places(units.iter().copied(), &mut values);
    let sql = format!(
        "select {COLUMNS}, t.name, t.name_nn, t.name_en from responsibility r join task t on t.id = r.task_id
         where r.delegated_from is not null and $1 < r.valid_to and r.valid_to <= $2
         and coalesce(r.unit_id, t.unit_id) in ({units})
         order by r.valid_to, r.id limit 100"
    );
    db.all(&sql, values, |row| Ok((read(row)?, row.words("name")?))).await
}

/// A responsibility with its task, that the actor may do this to.
pub async fn open_responsibility(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: ResponsibilityId,
    action: Action,
) -> Result<Granted<(Responsibility, Task)>, Error> {
    let sql = format!("select {COLUMNS} from responsibility r where r.id = $1");
    let held = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let task = super::open_task(db, actor, tree, held.task, Action::Read).await?.into_inner();
    let on = target(Kind::Task, tree, held.draft.unit.or(task.draft.unit));
    Ok(access::grant(actor, action, &on, (held, task))?)
}

/// The responsibility and those it was handed down from, nearest first.
pub async fn chain(db: &impl Read, held: &Responsibility) -> Result<Vec<Responsibility>, Error> {
    let sql = format!("select {COLUMNS} from responsibility r where r.id = $1");
    let mut chain = vec![held.clone()];
    let mut next = held.delegation.as_ref().map(|delegation| delegation.source);
    while let Some(id) = next {
        let Some(above) = db.one(&sql, values![id], read).await? else { break };
        next = above.delegation.as_ref().map(|delegation| delegation.source);
        // The rules keep rings out; should one ever stand in the table, the walk still ends.
        if chain.iter().any(|known| known.id == above.id) {
            break;
        }
        chain.push(above);
    }
    Ok(chain)
}

/// Gives a task to a role.
pub async fn insert_responsibility(
    tx: &Tx,
    task: &Granted<Task>,
    draft: &ResponsibilityDraft,
) -> Result<ResponsibilityId, Error> {
    insert(tx, task, draft, None, "assigned").await
}

/// Hands a responsibility over in writing.
pub async fn insert_delegation(
    tx: &Tx,
    source: &Granted<(Responsibility, Task)>,
    draft: &ResponsibilityDraft,
    written: &Delegation,
) -> Result<ResponsibilityId, Error> {
    // Two who delegate at once meet here: the one who comes second has read an older version.
    let (held, task) = &**source;
    let next = Update::of("responsibility").versioned(tx, held.id, held.version).await?;
    // Told of what was handed over too: whoever would end it or hand it over at the same time learns of it.
    let line = Line::new(Kind::Task, held.id, held.draft.unit.or(task.draft.unit), "delegated");
    tx.record(line.version(next).after(told(task, draft, Some(written))));
    insert(tx, task, draft, Some(written), "delegated").await
}

async fn insert(
    tx: &Tx,
    task: &Task,
    draft: &ResponsibilityDraft,
    written: Option<&Delegation>,
    action: &'static str,
) -> Result<ResponsibilityId, Error> {
    let id: ResponsibilityId = tx.new_id()?;
    let by = match tx.author() {
        Author::Person(person) => Some(person),
        Author::System(_) | Author::Anonymous => None,
    };
    Insert::into("responsibility")
        .set("id", id)
        .set("task_id", task.id)
        .set("authority", draft.authority.name())
        .set("role", &draft.role)
        .set("unit_id", draft.unit)
        .set("person_id", draft.person)
        .set("actor_id", draft.actor)
        .set("valid_from", draft.from)
        .set("valid_to", draft.to)
        .set("delegated_from", written.map(|written| written.source))
        .set("delegation_document", written.map(|written| written.document.as_str()))
        .set("delegated_on", written.map(|written| written.on))
        .set("delegated_by", written.and(by))
        .set("version", 1)
        .run(tx)
        .await?;
    let unit = draft.unit.or(task.draft.unit);
    tx.record(Line::new(Kind::Task, id, unit, action).version(1).after(told(task, draft, written)));
    // The task's own history tells it too.
    tx.record(Line::new(Kind::Task, task.id, unit, action).after(told(task, draft, written)));
    Ok(id)
}

/// Ends a responsibility on a day, and with it all that was handed down from it and would have
/// outlived it.
pub async fn end_responsibility(
    tx: &Tx,
    held: &Granted<(Responsibility, Task)>,
    version: i64,
    day: Date,
    why: &str,
) -> Result<(), Error> {
    let (held, task) = &**held;
    let next = Update::of("responsibility").set("valid_to", day).versioned(tx, held.id, version).await?;
    let line = |id, version| {
        Line::new(Kind::Task, id, held.draft.unit.or(task.draft.unit), "ended")
            .version(version)
            .before(json!({ "to": held.draft.to.map(|to| to.to_string()) }))
            .after(json!({ "to": day.to_string() }))
            .why(why)
    };
    tx.record(line(held.id, next));
    tx.record(
        Line::new(Kind::Task, task.id, held.draft.unit.or(task.draft.unit), "ended")
            .after(told(task, &ResponsibilityDraft { to: Some(day), ..held.draft.clone() }, None))
            .why(why),
    );
    let below = format!("select {COLUMNS} from responsibility r where r.delegated_from = $1");
    let mut open = vec![held.id];
    let mut done = Vec::new();
    while let Some(id) = open.pop() {
        done.push(id);
        for child in tx.all(&below, values![id], read).await? {
            let outlives = child.draft.to.is_none_or(|to| day < to);
            if outlives && !done.contains(&child.id) {
                let day = day.max(child.draft.from);
                let next =
                    Update::of("responsibility").set("valid_to", day).versioned(tx, child.id, child.version).await?;
                tx.record(line(child.id, next));
            }
            if !done.contains(&child.id) {
                open.push(child.id);
            }
        }
    }
    Ok(())
}

fn told(task: &Task, draft: &ResponsibilityDraft, written: Option<&Delegation>) -> Json {
    json!({
        "task": task.id.to_string(), "authority": draft.authority.name(), "role": draft.role,
        "unit": draft.unit.map(|id| id.to_string()), "person": draft.person.map(|id| id.to_string()),
        "actor": draft.actor.map(|id| id.to_string()),
        "from": draft.from.to_string(), "to": draft.to.map(|to| to.to_string()),
        "document": written.map(|written| written.document.clone()),
        "dated": written.map(|written| written.on.to_string()),
    })
}
