//! Plans, owners, relations and dates in the database.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{MeasureId, PartId, PlanId, UnitId, UnitTree, Words};
use varde_store::history::Line;
use varde_store::search::{self, Entry};
use varde_store::{
    Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, scope_condition, states, values,
};

use super::plan_lines::{LINE, line};
pub use super::plan_lines::{adopted_of_units, ends, names};
pub use super::relations::{dates, relate, related_to, relations};
pub(crate) use super::relations::{put_dates, put_relations};
use super::{person, source};
use crate::model::plan::{Owner, Plan, PlanKind, PlanLine, PlanMeasure, PlanState, PlanText};

pub(super) fn text(row: &Row) -> Result<PlanText, Error> {
    Ok(PlanText {
        name: row.words("name")?,
        vision: row.words("vision")?,
        purpose: row.words("purpose")?,
        target_group: row.words("target_group")?,
        follow_up: row.words("follow_up")?,
        resources: row.words("resources")?,
        scope: row.words("scope")?,
        from: row.get("period_from")?,
        to: row.get("period_to")?,
        period_note: row.words("period_note")?,
        binding: row.parse_opt("binding")?,
        binding_note: row.words("binding_note")?,
    })
}

fn plan(row: &Row) -> Result<Plan, Error> {
    Ok(Plan {
        id: row.get("id")?,
        code: row.get("code")?,
        kind: row.parse("kind")?,
        said: text(row)?,
        unit: row.get("unit_id")?,
        state: row.parse("state")?,
        version_no: row.get("version_no")?,
        predecessor: row.get("predecessor_id")?,
        commissioned_by: row.get("commissioned_by")?,
        owner_note: row.words("owner_note")?,
        source: source(row)?,
        open: row.get("open")?,
        version: row.get("version")?,
    })
}

/// The plan as the policy sees it.
pub fn target(tree: &UnitTree, plan: &Plan) -> Target {
    Target { kind: Kind::Plan, line: super::line_of(tree, plan.unit), owner: None, open: plan.open }
}

/// A plan, when there is one. Who may see it is asked by [`open`].
pub async fn load(db: &impl Read, id: PlanId) -> Result<Option<Plan>, Error> {
    db.one("select * from plan where id = $1", values![id], plan).await
}

/// The plan with a code.
pub async fn by_code(db: &impl Read, code: &str) -> Result<Option<Plan>, Error> {
    db.one("select * from plan where code = $1", values![code], plan).await
}

/// Opens a plan for someone to do something with it.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`] as the policy says.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: PlanId,
    action: Action,
) -> Result<Granted<Plan>, Error> {
    let plan = load(db, id).await?.ok_or(Error::NotFound)?;
    let target = target(tree, &plan);
    Ok(access::grant(actor, action, &target, plan)?)
}

/// Opens a jointly owned plan for one of its owners: the step is that unit's own.
///
/// # Errors
///
/// As [`open`].
pub async fn open_as_owner(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: PlanId,
    unit: UnitId,
) -> Result<Granted<Plan>, Error> {
    let plan = open(db, actor, tree, id, Action::Read).await?.into_inner();
    let target = Target { kind: Kind::Plan, line: super::line_of(tree, unit), owner: None, open: plan.open };
    Ok(access::grant(actor, Action::Approve, &target, plan)?)
}

/// What a list of plans is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words in the name.
    pub words: String,
    /// Sort of plan.
    pub kind: Option<PlanKind>,
    /// How far it has come.
    pub state: Option<PlanState>,
    /// Owned by this unit.
    pub unit: Option<UnitId>,
    /// Owned by this unit, one below it, or one of the line above it.
    pub around: Option<(UnitId, Arc<[UnitId]>)>,
}

fn narrowed(filter: &Filter, scope: &Scope, values: &mut Vec<Value>) -> String {
    let mut sql = scope_condition(scope, "p.unit_id", "p.open = true", values);
    let mut and = |condition: &str, value: Value| {
        values.push(value);
        let _ = write!(sql, " and {condition} ${}", values.len());
    };
    if let Some(kind) = filter.kind {
        and("p.kind =", kind.name().into());
    }
    if let Some(state) = filter.state {
        and("p.state =", state.name().into());
        // What nobody owns has been adopted by nobody, as far as is known.
        if state == PlanState::Adopted {
            sql.push_str(" and exists (select 1 from plan_owner w where w.plan_id = p.id)");
        }
    }
    if let Some(unit) = filter.unit {
        values.push(unit.uuid().into());
        let _ = write!(
            sql,
            " and exists (select 1 from plan_owner o where o.plan_id = p.id and o.unit_id = ${})",
            values.len()
        );
    }
    if let Some((unit, line)) = &filter.around {
        let line = super::places(line, values);
        values.push(unit.uuid().into());
        let _ = write!(
            sql,
            " and exists (select 1 from plan_owner o where o.plan_id = p.id and (o.unit_id in ({line})
              or o.unit_id in (select unit_id from unit_line where ancestor_id = ${})))",
            values.len()
        );
    }
    if !filter.words.is_empty() {
        values.push(like(&filter.words).into());
        let place = values.len();
        let _ = write!(
            sql,
            " and (lower(p.name) like ${place} escape '!' or lower(p.name_nn) like ${place} escape '!'
              or lower(p.name_en) like ${place} escape '!')"
        );
    }
    sql
}

/// A pattern that finds `words` as they stand.
pub(crate) fn like(words: &str) -> String {
    let mut pattern = String::from("%");
    for letter in words.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

/// A page of plans, newest period first.
pub async fn list(
    db: &impl Read,
    scope: &Scope,
    filter: &Filter,
    limit: i64,
    skip: i64,
) -> Result<Vec<PlanLine>, Error> {
    let mut values = Vec::new();
    let condition = narrowed(filter, scope, &mut values);
    values.extend(values![limit, skip]);
    let n = values.len();
    let sql = format!(
        "select {LINE}
         from plan p where {condition}
         order by coalesce(p.period_from, '') desc, p.name, p.id limit ${} offset ${n}",
        n - 1
    );
    db.all(&sql, values, line).await
}

/// How many plans [`list`] would find in all.
pub async fn count(db: &impl Read, scope: &Scope, filter: &Filter) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = narrowed(filter, scope, &mut values);
    db.number(&format!("select count(*) as n from plan p where {condition}"), values).await
}

/// The owners of a plan, in order.
pub async fn owners(db: &impl Read, plan: PlanId) -> Result<Vec<Owner>, Error> {
    db.all("select * from plan_owner where plan_id = $1 order by ord", values![plan], |row| {
        Ok(Owner {
            unit: row.get("unit_id")?,
            approved_version: row.get("approved_version")?,
            approved_at: row.get("approved_at")?,
            approved_by: row.get("approved_by")?,
        })
    })
    .await
}

/// The plan's measures with the parts they serve, in order.
pub async fn measures(db: &impl Read, plan: PlanId) -> Result<Vec<PlanMeasure>, Error> {
    db.all(
        "select measure_id, part_id from plan_measure where plan_id = $1 order by ord, measure_id",
        values![plan],
        |row| Ok(PlanMeasure { measure: row.get("measure_id")?, part: row.get("part_id")? }),
    )
    .await
}

/// Puts a measure last into a plan, or moves it to another part.
pub async fn put_measure(tx: &Tx, plan: &Granted<Plan>, measure: MeasureId, part: Option<PartId>) -> Result<(), Error> {
    let next = tx
        .number("select coalesce(max(ord), 0) + 1 as n from plan_measure where plan_id = $1", values![plan.id])
        .await?;
    place_measure(tx, plan.id, measure, part, next).await?;
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), "measure_added")
            .after(json!({ "measure": measure.to_string(), "part": part.map(|part| part.to_string()) })),
    );
    touch(tx, plan.id).await
}

/// Adopted plans of these units that took over from another, by name.
pub async fn successors_of_units(db: &impl Read, units: &[UnitId]) -> Result<Vec<Plan>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = super::places(units, &mut values);
    let sql = format!(
        "select * from plan where unit_id in ({places}) and state = 'adopted' and predecessor_id is not null
         order by name, id"
    );
    db.all(&sql, values, plan).await
}

/// Takes a measure out of a plan. The measure itself stays.
///
/// # Errors
///
/// [`Error::NotFound`] when the plan does not hold it.
pub async fn remove_measure(tx: &Tx, plan: &Granted<Plan>, measure: MeasureId) -> Result<(), Error> {
    let sql = "delete from plan_measure where plan_id = $1 and measure_id = $2";
    if tx.run(sql, values![plan.id, measure]).await? == 0 {
        return Err(Error::NotFound);
    }
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), "measure_removed")
            .after(json!({ "measure": measure.to_string() })),
    );
    touch(tx, plan.id).await
}

/// A measure's place in a plan.
pub(crate) async fn place_measure(
    tx: &Tx,
    plan: PlanId,
    measure: MeasureId,
    part: Option<PartId>,
    ord: i64,
) -> Result<(), Error> {
    Insert::into("plan_measure")
        .set("plan_id", plan)
        .set("measure_id", measure)
        .set("part_id", part)
        .set("ord", ord)
        .or_replace("plan_id, measure_id")
        .run(tx)
        .await
}

/// What history tells of a plan's text.
pub(super) fn told(plan: &Plan) -> Json {
    let said = &plan.said;
    json!({
        "name": all_languages(&said.name), "vision": all_languages(&said.vision),
        "purpose": all_languages(&said.purpose), "target_group": all_languages(&said.target_group),
        "follow_up": all_languages(&said.follow_up), "resources": all_languages(&said.resources),
        "scope": all_languages(&said.scope), "kind": plan.kind.name(),
        "period_from": said.from.map(|day| day.to_string()), "period_to": said.to.map(|day| day.to_string()),
        "period_note": all_languages(&said.period_note),
        "binding": said.binding.map(crate::model::plan::Binding::name),
        "binding_note": all_languages(&said.binding_note),
        "state": plan.state.name(), "version_no": plan.version_no, "open": plan.open,
    })
}

async fn findable(tx: &Tx, plan: &Plan) -> Result<(), Error> {
    let entry = Entry {
        id: plan.id.uuid(),
        kind: "plan",
        unit: Some(plan.unit),
        href: format!("/plans/{}", plan.id),
        title: plan.said.name.clone(),
        detail: String::new(),
        text: format!("{} {}", plan.said.vision.all(), plan.said.purpose.all()),
        open: plan.open,
    };
    search::put(tx, entry).await?;
    super::alternatives::findable(tx, plan.id).await
}

/// Writes a new plan with its owners.
pub async fn insert(tx: &Tx, plan: &Granted<Plan>, owners: &[UnitId]) -> Result<(), Error> {
    row(plan).run(tx).await?;
    states::note(tx, plan.id, plan.state.name()).await?;
    set_owners(tx, plan.id, owners).await?;
    findable(tx, plan).await?;
    tx.record(Line::new(Kind::Plan, plan.id, Some(plan.unit), "created").version(plan.version).after(told(plan)));
    Ok(())
}

/// The plan as it is loaded from content: replaces what was loaded before.
pub(crate) async fn put(tx: &Tx, plan: &Plan, owners: &[UnitId]) -> Result<(), Error> {
    row(plan).or_replace("id").run(tx).await?;
    states::note(tx, plan.id, plan.state.name()).await?;
    for (ord, unit) in (0_i64..).zip(owners) {
        let mut owner = Insert::into("plan_owner").set("plan_id", plan.id).set("unit_id", *unit).set("ord", ord);
        if plan.state == PlanState::Adopted {
            owner = owner.set("approved_version", plan.version_no);
        }
        owner.or_replace("plan_id, unit_id").run(tx).await?;
    }
    findable(tx, plan).await
}

/// A row with what a version of the plan says.
pub(super) fn with_text(row: Insert, plan: &Plan) -> Insert {
    let said = &plan.said;
    row.set("kind", plan.kind.name())
        .words("name", &said.name)
        .words("vision", &said.vision)
        .words("purpose", &said.purpose)
        .words("target_group", &said.target_group)
        .words("follow_up", &said.follow_up)
        .words("resources", &said.resources)
        .words("scope", &said.scope)
        .set("period_from", said.from)
        .set("period_to", said.to)
        .words("period_note", &said.period_note)
        .set("binding", said.binding.map(crate::model::plan::Binding::name))
        .words("binding_note", &said.binding_note)
}

fn row(plan: &Plan) -> Insert {
    with_text(Insert::into("plan"), plan)
        .set("id", plan.id)
        .set("code", plan.code.as_deref())
        .words("owner_note", &plan.owner_note)
        .set("unit_id", plan.unit)
        .set("state", plan.state.name())
        .set("version_no", plan.version_no)
        .set("predecessor_id", plan.predecessor)
        .set("commissioned_by", plan.commissioned_by)
        .set("source_document", plan.source.document.as_deref())
        .set("source_place", plan.source.place.as_deref())
        .set("open", plan.open)
        .set("version", plan.version)
}

async fn set_owners(tx: &Tx, plan: PlanId, owners: &[UnitId]) -> Result<(), Error> {
    for (ord, unit) in (0_i64..).zip(owners) {
        Insert::into("plan_owner")
            .set("plan_id", plan)
            .set("unit_id", *unit)
            .set("ord", ord)
            .or_replace("plan_id, unit_id")
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Gives the plan these owners and no others; approvals of those that stay are kept. `read` is the plan's
/// version that was read.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved the plan meanwhile.
pub async fn save_owners(tx: &Tx, plan: &Granted<Plan>, read: i64, wanted: &[UnitId]) -> Result<(), Error> {
    let version = Update::of("plan").versioned(tx, plan.id, read).await?;
    let before = owners(tx, plan.id).await?;
    for owner in before.iter().filter(|owner| !wanted.contains(&owner.unit)) {
        tx.run("delete from plan_owner where plan_id = $1 and unit_id = $2", values![plan.id, owner.unit]).await?;
    }
    set_owners(tx, plan.id, wanted).await?;
    let ids = |units: &mut dyn Iterator<Item = UnitId>| units.map(|unit| unit.to_string()).collect::<Vec<_>>();
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), "owners")
            .version(version)
            .before(json!({ "owners": ids(&mut before.iter().map(|owner| owner.unit)) }))
            .after(json!({ "owners": ids(&mut wanted.iter().copied()) })),
    );
    Ok(())
}

/// Saves what people edit of a plan. `before` is the plan as it was opened, `plan` as it is now.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, before: &Plan, plan: &Granted<Plan>, action: &'static str, why: &str) -> Result<i64, Error> {
    let said = &plan.said;
    let version = Update::of("plan")
        .words("name", &said.name)
        .words("vision", &said.vision)
        .words("purpose", &said.purpose)
        .words("target_group", &said.target_group)
        .words("follow_up", &said.follow_up)
        .words("resources", &said.resources)
        .words("scope", &said.scope)
        .set("period_from", said.from)
        .set("period_to", said.to)
        .words("period_note", &said.period_note)
        .set("binding", said.binding.map(crate::model::plan::Binding::name))
        .words("binding_note", &said.binding_note)
        .set("kind", plan.kind.name())
        .set("state", plan.state.name())
        .set("version_no", plan.version_no)
        .set("open", plan.open)
        .versioned(tx, plan.id, before.version)
        .await?;
    states::note(tx, plan.id, plan.state.name()).await?;
    findable(tx, plan).await?;
    tx.record(
        Line::new(Kind::Plan, plan.id, Some(plan.unit), action)
            .version(version)
            .before(told(before))
            .after(told(plan))
            .why(why),
    );
    Ok(version)
}

/// Says that something under the plan has changed: approvals of what stood there are void, and an
/// adopted plan gets a next version for its owners to approve.
pub async fn touch(tx: &Tx, id: PlanId) -> Result<(), Error> {
    let Some(plan) = load(tx, id).await? else { return Ok(()) };
    let written = super::versions::written(tx, &plan).await?;
    let Ok((state, counts)) = crate::rules::plan::changed(written.state) else { return Ok(()) };
    if !counts {
        return Ok(());
    }
    if plan.state == PlanState::Adopted {
        let next = Plan { state, version_no: written.version_no + 1, ..written.clone() };
        return super::versions::touch(tx, &plan, &written, &next).await;
    }
    Update::of("plan")
        .set("state", state.name())
        .set("version_no", plan.version_no + 1)
        .versioned(tx, id, plan.version)
        .await?;
    states::note(tx, id, state.name()).await?;
    tx.record(
        Line::new(Kind::Plan, id, Some(plan.unit), "approvals_void")
            .version(plan.version + 1)
            .before(json!({ "state": plan.state.name(), "version_no": plan.version_no }))
            .after(json!({ "state": state.name(), "version_no": plan.version_no + 1 })),
    );
    Ok(())
}

/// Writes down that an owner approves this version.
pub async fn approve(tx: &Tx, plan: &Granted<Plan>, unit: UnitId) -> Result<(), Error> {
    tx.run(
        "update plan_owner set approved_version = $3, approved_at = $4, approved_by = $5
         where plan_id = $1 and unit_id = $2",
        values![plan.id, unit, plan.version_no, tx.now(), person(tx.author())],
    )
    .await?;
    tx.record(Line::new(Kind::Plan, plan.id, Some(unit), "approved").after(json!({ "version_no": plan.version_no })));
    Ok(())
}

/// Plans that wait for one of these units to approve: (plan, name, unit).
pub async fn awaiting(db: &impl Read, units: &[UnitId]) -> Result<Vec<(PlanId, Words, UnitId)>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = super::places(units, &mut values);
    db.all(
        &format!(
            "select p.id, p.name, p.name_nn, p.name_en, o.unit_id from plan_owner o join plan p on p.id = o.plan_id
             left join plan_version v on v.plan_id = p.id and v.state = 'awaiting'
             where (p.state = 'awaiting' or v.state = 'awaiting')
             and (o.approved_version is null or o.approved_version < coalesce(v.version_no, p.version_no))
             and o.unit_id in ({places}) order by p.name, p.id"
        ),
        values,
        |row| Ok((row.get("id")?, row.words("name")?, row.get("unit_id")?)),
    )
    .await
}

/// The plan that took over from this one: one that holds or has held. A draft that means to take
/// over has not, and anyone can write one.
pub async fn successor(db: &impl Read, plan: &Plan, day: Date) -> Result<Option<(PlanId, Words)>, Error> {
    // A successor that names no first day takes over when this one has run out.
    let last = plan.said.to;
    db.one(
        "select id, name, name_nn, name_en from plan
         where predecessor_id = $1 and open = true and state in ('adopted', 'closed')
         and (period_from <= $2 or (period_from is null and ($3 is null or $3 < $2))) order by period_from, id",
        values![plan.id, day, last],
        |row| Ok((row.get("id")?, row.words("name")?)),
    )
    .await
}
