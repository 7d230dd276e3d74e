//! Tasks.

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind};
use varde_kernel::{BodyId, TaskId, UnitId, UnitKind, UnitTree};
use varde_store::history::Line;
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, search, values};

use super::{findable, holds_words, places, target};
use crate::model::{Phase, Task, TaskDraft};

const COLUMNS: &str = "t.id, t.code, t.unit_id, t.unit_kind, t.actor_id, t.name, t.name_nn, t.name_en,
    t.description, t.phase, t.source, t.version";

fn read(row: &Row) -> Result<Task, Error> {
    Ok(Task {
        id: row.get("id")?,
        code: row.get("code")?,
        draft: TaskDraft {
            unit: row.get("unit_id")?,
            unit_kind: row.get("unit_kind")?,
            actor: row.get("actor_id")?,
            name: row.words("name")?,
            description: row.get("description")?,
            phase: row.parse_opt("phase")?,
            source: row.get("source")?,
        },
        version: row.get("version")?,
    })
}

/// What a list of tasks is narrowed by.
#[derive(Clone, Debug, Default)]
pub struct TaskFilter {
    /// Words that must be in it.
    pub words: String,
    /// Tasks of a unit: its own, those of its kind, and those of the actor that it is.
    pub unit: Option<(UnitId, Option<UnitKind>)>,
    /// A phase of the cycle.
    pub phase: Option<Phase>,
    /// Only those that nobody answers for on this day.
    pub missing_on: Option<Date>,
}

fn conditions(filter: &TaskFilter, values: &mut Vec<Value>) -> String {
    let mut parts = vec![holds_words("t.findable", &filter.words, values)];
    if let Some((unit, kind)) = filter.unit {
        let unit = places([unit], values);
        let kind = places(kind, values);
        parts.push(format!("(t.unit_id = {unit} or (t.unit_id is null and t.unit_kind = {kind}))"));
    }
    if let Some(phase) = filter.phase {
        parts.push(format!("t.phase = {}", places([phase.name()], values)));
    }
    if let Some(day) = filter.missing_on {
        let day = places([day], values);
        // In a unit, what its own line or the whole class has settled counts; in the whole
        // country, anyone's does. The tasks of a body are answered for by the body.
        let where_held = filter.unit.map_or(String::new(), |(unit, _)| {
            let unit = places([unit], values);
            format!(
                "and (r.unit_id is null or r.unit_id in
                    (select l.ancestor_id from unit_line l where l.unit_id = {unit}))"
            )
        });
        parts.push(format!(
            "not exists (select 1 from responsibility r where r.task_id = t.id
                and r.authority in ('decides', 'carries_out')
                and r.valid_from <= {day} and (r.valid_to is null or {day} < r.valid_to) {where_held})
             and not exists (select 1 from body_task b where b.task_id = t.id)"
        ));
    }
    parts.join(" and ")
}

/// Tasks by name.
pub async fn tasks(db: &impl Read, filter: &TaskFilter, limit: i64, skip: i64) -> Result<Vec<Task>, Error> {
    let mut values = values![limit, skip];
    let condition = conditions(filter, &mut values);
    let sql = format!("select {COLUMNS} from task t where {condition} order by t.name, t.id limit $1 offset $2");
    db.all(&sql, values, read).await
}

/// How many tasks [`tasks`] would list in all.
pub async fn count_tasks(db: &impl Read, filter: &TaskFilter) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = conditions(filter, &mut values);
    db.number(&format!("select count(*) as n from task t where {condition}"), values).await
}

/// The tasks of a body, in its order.
pub async fn tasks_of_body(db: &impl Read, body: BodyId) -> Result<Vec<Task>, Error> {
    let sql = format!(
        "select {COLUMNS} from task t join body_task b on b.task_id = t.id
         where b.body_id = $1 order by b.ord, t.name, t.id"
    );
    db.all(&sql, values![body], read).await
}

/// The bodies that have a task: ids and names.
pub async fn bodies_of_task(db: &impl Read, task: TaskId) -> Result<Vec<(BodyId, varde_kernel::Words)>, Error> {
    db.all(
        "select b.id, b.name, b.name_nn, b.name_en from body b join body_task t on t.body_id = b.id
         where t.task_id = $1 order by b.name, b.id",
        values![task],
        |row| Ok((row.get("id")?, row.words("name")?)),
    )
    .await
}

/// A task that the actor may do this to.
pub async fn open_task(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: TaskId,
    action: Action,
) -> Result<Granted<Task>, Error> {
    let sql = format!("select {COLUMNS} from task t where t.id = $1");
    let task = db.one(&sql, values![id], read).await?.ok_or(Error::NotFound)?;
    let on = target(Kind::Task, tree, task.draft.unit);
    Ok(access::grant(actor, action, &on, task)?)
}

/// Writes a new task.
pub async fn insert_task(tx: &Tx, draft: &Granted<TaskDraft>) -> Result<TaskId, Error> {
    let id: TaskId = tx.new_id()?;
    columns(Insert::into("task").set("id", id), draft, None).set("version", 1).run(tx).await?;
    tx.record(Line::new(Kind::Task, id, draft.unit, "created").version(1).after(told(draft)));
    put(tx, id, draft).await?;
    Ok(id)
}

/// Saves a task; returns its new version.
pub async fn save_task(tx: &Tx, task: &Granted<Task>, draft: &TaskDraft, version: i64) -> Result<i64, Error> {
    let next = Update::of("task")
        .set("unit_id", draft.unit)
        .set("unit_kind", draft.unit_kind)
        .set("actor_id", draft.actor)
        .words("name", &draft.name)
        .set("description", &draft.description)
        .set("phase", draft.phase.map(Phase::name))
        .set("source", &draft.source)
        .set("findable", findable_of(draft, task.code.as_deref()))
        .versioned(tx, task.id, version)
        .await?;
    tx.record(
        Line::new(Kind::Task, task.id, draft.unit, "edited").version(next).before(told(&task.draft)).after(told(draft)),
    );
    put(tx, task.id, draft).await?;
    Ok(next)
}

/// Writes or renews a task that comes from a content file, unless someone has edited it here.
/// Says whether it is new.
pub(crate) async fn load_task(tx: &Tx, code: &str, draft: &TaskDraft) -> Result<bool, Error> {
    let id = TaskId::from_code(code);
    let known = tx.one("select version from task where id = $1", values![id], |row| row.get::<i64>("version")).await?;
    if known.is_some_and(|version| 1 < version) {
        return Ok(false);
    }
    columns(Insert::into("task").set("id", id), draft, Some(code)).set("version", 1).or_replace("id").run(tx).await?;
    if known.is_none() {
        tx.record(Line::new(Kind::Task, id, draft.unit, "created").version(1).after(told(draft)));
    }
    put(tx, id, draft).await?;
    Ok(known.is_none())
}

fn columns(insert: Insert, draft: &TaskDraft, code: Option<&str>) -> Insert {
    insert
        .set("code", code)
        .set("unit_id", draft.unit)
        .set("unit_kind", draft.unit_kind)
        .set("actor_id", draft.actor)
        .words("name", &draft.name)
        .set("description", &draft.description)
        .set("phase", draft.phase.map(Phase::name))
        .set("source", &draft.source)
        .set("findable", findable_of(draft, code))
}

fn findable_of(draft: &TaskDraft, code: Option<&str>) -> String {
    findable(&draft.name, &[&draft.description, code.unwrap_or_default()])
}

fn told(draft: &TaskDraft) -> Json {
    json!({
        "name": all_languages(&draft.name), "description": draft.description, "phase": draft.phase.map(Phase::name),
        "source": draft.source, "unit": draft.unit.map(|id| id.to_string()),
        "unit_kind": draft.unit_kind.map(UnitKind::name), "actor": draft.actor.map(|id| id.to_string()),
    })
}

async fn put(tx: &Tx, id: TaskId, draft: &TaskDraft) -> Result<(), Error> {
    search::put(
        tx,
        search::Entry {
            id: id.uuid(),
            kind: "task",
            unit: draft.unit,
            href: format!("/responsibility/tasks/{id}"),
            title: draft.name.clone(),
            detail: draft.source.clone(),
            text: draft.description.clone(),
            open: true,
        },
    )
    .await
}
