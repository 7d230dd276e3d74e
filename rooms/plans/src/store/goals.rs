//! Goals and what units chose, in the database.

use std::fmt::Write as _;

use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{FindingId, GoalId, IndicatorId, MeasureId, PartId, PlanId, UnitId, UnitTree};
use varde_measures::model::Measure;
use varde_store::history::Line;
use varde_store::search::{self, Entry};
use varde_store::{Error, Insert, Json, Read, Row, Tx, Update, Value, all_languages, json, scope_condition, values};

use super::local::Grounded;
use super::parts::in_place;
use super::{person, places, source};
use crate::model::goal::{Goal, GoalChoice, GoalState};

fn goal(row: &Row) -> Result<Goal, Error> {
    Ok(Goal {
        id: row.get("id")?,
        code: row.get("code")?,
        plan: row.get("plan_id")?,
        part: row.get("part_id")?,
        unit: row.get("unit_id")?,
        ord: row.get("ord")?,
        name: row.words("name")?,
        overall: row.get("overall")?,
        indicator: row.get("indicator_id")?,
        link: row.parse_opt("indicator_link")?,
        direction: row.parse_opt("direction")?,
        scope: row.words("scope")?,
        data_source: row.words("data_source")?,
        parent: row.get("parent_goal_id")?,
        state: row.parse("state")?,
        source: source(row)?,
        open: row.get("open")?,
        version: row.get("version")?,
    })
}

/// The goal as the policy sees it.
pub fn target(tree: &UnitTree, goal: &Goal) -> Target {
    Target { kind: Kind::Goal, line: super::line_of(tree, goal.unit), owner: None, open: goal.open }
}

/// A goal, when there is one. Who may see it is asked by [`open`].
pub async fn load(db: &impl Read, id: GoalId) -> Result<Option<Goal>, Error> {
    db.one("select * from goal where id = $1", values![id], goal).await
}

/// Opens a goal for someone to do something with it.
///
/// # Errors
///
/// [`Error::NotFound`] and [`Error::Forbidden`] as the policy says.
pub async fn open(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: GoalId,
    action: Action,
) -> Result<Granted<Goal>, Error> {
    let goal = load(db, id).await?.ok_or(Error::NotFound)?;
    let target = target(tree, &goal);
    Ok(access::grant(actor, action, &target, goal)?)
}

/// The goals of a plan, overall ones first.
pub async fn of_plan(db: &impl Read, plan: PlanId) -> Result<Vec<Goal>, Error> {
    db.all("select * from goal where plan_id = $1 order by overall desc, ord, id", values![plan], goal).await
}

/// Goals by their ids, in no order.
pub async fn many(db: &impl Read, ids: &[GoalId]) -> Result<Vec<Goal>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(ids, &mut values);
    db.all(&format!("select * from goal where id in ({places})"), values, goal).await
}

/// Active goals of these units that everyone may read, by unit and place.
pub async fn of_units(db: &impl Read, units: &[UnitId]) -> Result<Vec<Goal>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(units, &mut values);
    db.all(
        &format!(
            "select g.* from goal g left join plan p on p.id = g.plan_id
             where g.unit_id in ({places}) and g.state = 'active' and g.open = true
             and (p.id is null or p.state <> 'closed')
             order by coalesce(p.period_from, '') desc, g.overall desc, g.ord, g.name, g.id"
        ),
        values,
        goal,
    )
    .await
}

/// Goals that serve this one, directly, as far as `scope` sees.
pub async fn under(db: &impl Read, scope: &Scope, parent: GoalId) -> Result<Vec<Goal>, Error> {
    let mut values = values![parent];
    let seen = scope_condition(scope, "g.unit_id", "g.open = true", &mut values);
    db.all(
        &format!("select g.* from goal g where g.parent_goal_id = $1 and {seen} order by g.name, g.id limit 500"),
        values,
        goal,
    )
    .await
}

/// Sub-goals of these goals, for counting who has one: those of one unit, or whoever owns them.
pub async fn sub_goals(db: &impl Read, parents: &[GoalId], owner: Option<UnitId>) -> Result<Vec<Goal>, Error> {
    if parents.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(parents, &mut values);
    let narrowed = owner.map_or_else(String::new, |unit| {
        values.extend(values![unit]);
        format!(" and unit_id = ${}", values.len())
    });
    db.all(
        &format!("select * from goal where parent_goal_id in ({places}) and state = 'active'{narrowed} order by id"),
        values,
        goal,
    )
    .await
}

/// The line of goals above, nearest first; ends also when the data goes in a circle.
pub async fn line(db: &impl Read, goal: &Goal) -> Result<Vec<Goal>, Error> {
    let mut found: Vec<Goal> = Vec::new();
    let mut next = goal.parent;
    while let Some(id) = next {
        if id == goal.id || found.iter().any(|known| known.id == id) {
            break;
        }
        let Some(above) = load(db, id).await? else { break };
        next = above.parent;
        found.push(above);
    }
    Ok(found)
}

/// What a list of goals is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Words in the name.
    pub words: String,
    /// Of this unit.
    pub unit: Option<UnitId>,
    /// Of this unit or one below it.
    pub below: Option<UnitId>,
    /// Of this plan.
    pub plan: Option<PlanId>,
    /// Still pursued or not.
    pub state: Option<GoalState>,
}

fn narrowed(filter: &Filter, scope: &Scope, values: &mut Vec<Value>) -> String {
    let mut sql = scope_condition(scope, "g.unit_id", "g.open = true", values);
    let mut and = |condition: &str, value: Value| {
        values.push(value);
        let _ = write!(sql, " and {}", condition.replace("$$", &format!("${}", values.len())));
    };
    if let Some(unit) = filter.unit {
        and("g.unit_id = $$", unit.uuid().into());
    }
    if let Some(plan) = filter.plan {
        and("g.plan_id = $$", plan.uuid().into());
    }
    if let Some(unit) = filter.below {
        and("g.unit_id in (select unit_id from unit_line where ancestor_id = $$)", unit.uuid().into());
    }
    if let Some(state) = filter.state {
        and("g.state = $$", state.name().into());
    }
    if !filter.words.is_empty() {
        values.push(super::plans::like(&filter.words).into());
        let place = values.len();
        let _ = write!(
            sql,
            " and (lower(g.name) like ${place} escape '!' or lower(g.name_nn) like ${place} escape '!'
              or lower(g.name_en) like ${place} escape '!')"
        );
    }
    sql
}

/// A page of goals: those of plans first, in the plan's order.
pub async fn list(db: &impl Read, scope: &Scope, filter: &Filter, limit: i64, skip: i64) -> Result<Vec<Goal>, Error> {
    let mut values = Vec::new();
    let condition = narrowed(filter, scope, &mut values);
    values.extend(values![limit, skip]);
    let n = values.len();
    let sql = format!(
        "select g.* from goal g where g.overall = false and {condition}
         order by g.plan_id, g.ord, g.name, g.id limit ${} offset ${n}",
        n - 1
    );
    db.all(&sql, values, goal).await
}

/// How many goals [`list`] would find in all.
pub async fn count(db: &impl Read, scope: &Scope, filter: &Filter) -> Result<i64, Error> {
    let mut values = Vec::new();
    let condition = narrowed(filter, scope, &mut values);
    db.number(&format!("select count(*) as n from goal g where g.overall = false and {condition}"), values).await
}

/// Measures tied to these goals: (goal, measure).
pub async fn measures(db: &impl Read, goals: &[GoalId]) -> Result<Vec<(GoalId, MeasureId)>, Error> {
    if goals.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(goals, &mut values);
    db.all(
        &format!(
            "select goal_id, measure_id from goal_measure where goal_id in ({places}) order by goal_id, measure_id"
        ),
        values,
        |row| Ok((row.get("goal_id")?, row.get("measure_id")?)),
    )
    .await
}

/// What a goal is tied to beside its plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// The parts of frameworks that it is tagged with.
    pub tags: Vec<PartId>,
    /// The findings of the unit's own that it rests on.
    pub grounds: Vec<FindingId>,
}

/// What a goal is tied to.
pub async fn ties(db: &impl Read, goal: &Goal) -> Result<Ties, Error> {
    let tags = super::tags::of(db, Kind::Goal.name(), goal.id).await?;
    Ok(Ties { tags, grounds: super::local::grounds(db, Grounded::Goal(goal.id), goal.unit).await? })
}

/// Ties a goal to exactly these. Tags that stay the same keep what is known of how they came to be.
async fn tie_to(tx: &Tx, goal: &Goal, former: &Ties, ties: &Ties) -> Result<(), Error> {
    let is_same = former.tags.len() == ties.tags.len() && former.tags.iter().all(|tag| ties.tags.contains(tag));
    if !is_same {
        super::tags::set(tx, Kind::Goal.name(), goal.id, goal.unit, &ties.tags).await?;
    }
    super::local::put_grounds(tx, Grounded::Goal(goal.id), goal.unit, &ties.grounds).await
}

/// What the history keeps of a goal; tags and the part that it stands under by name, since they have no page.
async fn told(db: &impl Read, goal: &Goal, ties: &Ties) -> Result<Json, Error> {
    let tags: Vec<Json> = super::tags::names(db, &ties.tags).await?.iter().map(all_languages).collect();
    let told = json!({
        "name": all_languages(&goal.name), "scope": all_languages(&goal.scope),
        "data_source": all_languages(&goal.data_source),
        "indicator": goal.indicator.map(|id| id.to_string()),
        "direction": goal.direction.map(crate::model::goal::Direction::name),
        "overall": goal.overall, "source": goal.source.text(),
        "parent": goal.parent.map(|id| id.to_string()), "state": goal.state.name(), "open": goal.open,
        "tags": tags, "grounds": ties.grounds.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    in_place(db, told, goal.part).await
}

async fn findable(tx: &Tx, goal: &Goal) -> Result<(), Error> {
    let entry = Entry {
        id: goal.id.uuid(),
        kind: "goal",
        unit: Some(goal.unit),
        href: format!("/goals/{}", goal.id),
        title: goal.name.clone(),
        detail: String::new(),
        text: goal.scope.all(),
        open: goal.open,
    };
    search::put(tx, entry).await
}

fn row(goal: &Goal) -> Insert {
    Insert::into("goal")
        .set("id", goal.id)
        .set("code", goal.code.as_deref())
        .set("plan_id", goal.plan)
        .set("part_id", goal.part)
        .set("unit_id", goal.unit)
        .set("ord", goal.ord)
        .words("name", &goal.name)
        .set("overall", goal.overall)
        .set("indicator_id", goal.indicator)
        .set("indicator_link", goal.link.map(crate::model::goal::IndicatorLink::name))
        .set("direction", goal.direction.map(crate::model::goal::Direction::name))
        .words("scope", &goal.scope)
        .words("data_source", &goal.data_source)
        .set("parent_goal_id", goal.parent)
        .set("state", goal.state.name())
        .set("source_document", goal.source.document.as_deref())
        .set("source_place", goal.source.place.as_deref())
        .set("open", goal.open)
        .set("version", goal.version)
}

/// A goal as it is loaded from content: replaces what was loaded before.
pub(crate) async fn put(tx: &Tx, goal: &Goal, more: &[IndicatorId]) -> Result<(), Error> {
    row(goal).or_replace("id").run(tx).await?;
    super::linked::put(tx, goal.id, more).await?;
    findable(tx, goal).await
}

/// The goals that these measures are tied to: (goal, measure).
pub async fn goals_of_measures(db: &impl Read, measures: &[MeasureId]) -> Result<Vec<(GoalId, MeasureId)>, Error> {
    if measures.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(measures, &mut values);
    let sql = format!(
        "select goal_id, measure_id from goal_measure where measure_id in ({places}) order by measure_id, goal_id"
    );
    db.all(&sql, values, |row| Ok((row.get("goal_id")?, row.get("measure_id")?))).await
}

/// Ties a measure to a goal.
pub async fn put_measure(tx: &Tx, goal: GoalId, measure: MeasureId) -> Result<(), Error> {
    Insert::into("goal_measure")
        .set("goal_id", goal)
        .set("measure_id", measure)
        .or_replace("goal_id, measure_id")
        .run(tx)
        .await
}

/// Ties a measure to a goal, or unties it. The line of the history is the measure's unit's: the goal
/// may be another's.
pub async fn tie(tx: &Tx, goal: &Goal, measure: &Granted<Measure>, shall: bool) -> Result<(), Error> {
    if shall {
        put_measure(tx, goal.id, measure.id).await?;
    } else {
        let sql = "delete from goal_measure where goal_id = $1 and measure_id = $2";
        tx.run(sql, values![goal.id, measure.id]).await?;
    }
    let action = if shall { "measure_tied" } else { "measure_untied" };
    tx.record(
        Line::new(Kind::Goal, goal.id, Some(measure.unit), action).after(json!({ "measure": measure.id.to_string() })),
    );
    Ok(())
}

/// Writes a new goal with what it is tied to.
pub async fn insert(tx: &Tx, goal: &Granted<Goal>, ties: &Ties) -> Result<(), Error> {
    row(goal).run(tx).await?;
    findable(tx, goal).await?;
    tie_to(tx, goal, &Ties::default(), ties).await?;
    let after = told(tx, goal, ties).await?;
    tx.record(Line::new(Kind::Goal, goal.id, Some(goal.unit), "created").version(goal.version).after(after));
    match goal.plan {
        Some(plan) => super::plans::touch(tx, plan).await,
        None => Ok(()),
    }
}

/// Saves what people edit of a goal, and what it is tied to.
///
/// # Errors
///
/// [`Error::Stale`] when someone else saved it meanwhile.
pub async fn save(tx: &Tx, before: &Goal, goal: &Granted<Goal>, ties: &Ties, why: &str) -> Result<i64, Error> {
    let version = Update::of("goal")
        .words("name", &goal.name)
        .set("indicator_id", goal.indicator)
        .set("indicator_link", goal.link.map(crate::model::goal::IndicatorLink::name))
        .set("direction", goal.direction.map(crate::model::goal::Direction::name))
        .words("scope", &goal.scope)
        .words("data_source", &goal.data_source)
        .set("parent_goal_id", goal.parent)
        .set("part_id", goal.part)
        .set("overall", goal.overall)
        .set("source_document", goal.source.document.as_deref())
        .set("source_place", goal.source.place.as_deref())
        .set("state", goal.state.name())
        .set("open", goal.open)
        .versioned(tx, goal.id, before.version)
        .await?;
    findable(tx, goal).await?;
    let former = self::ties(tx, goal).await?;
    let (was, is) = (told(tx, before, &former).await?, told(tx, goal, ties).await?);
    tie_to(tx, goal, &former, ties).await?;
    tx.record(
        Line::new(Kind::Goal, goal.id, Some(goal.unit), "edited").version(version).before(was).after(is).why(why),
    );
    if let Some(plan) = goal.plan {
        super::plans::touch(tx, plan).await?;
    }
    Ok(version)
}

fn choice(row: &Row) -> Result<GoalChoice, Error> {
    Ok(GoalChoice {
        goal: row.get("goal_id")?,
        unit: row.get("unit_id")?,
        choice: row.parse("choice")?,
        reason: row.get("reason")?,
        at: row.get("at")?,
    })
}

/// What these units decided about goals from above.
pub async fn choices_of(db: &impl Read, units: &[UnitId]) -> Result<Vec<GoalChoice>, Error> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(units, &mut values);
    db.all(&format!("select * from goal_choice where unit_id in ({places}) order by goal_id, unit_id"), values, choice)
        .await
}

/// What units decided about these goals.
pub async fn choices_about(db: &impl Read, goals: &[GoalId]) -> Result<Vec<GoalChoice>, Error> {
    if goals.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = Vec::new();
    let places = places(goals, &mut values);
    db.all(&format!("select * from goal_choice where goal_id in ({places}) order by goal_id, unit_id"), values, choice)
        .await
}

/// Writes down what a unit decides about a goal from above.
pub async fn choose(tx: &Tx, choice: &Granted<GoalChoice>) -> Result<(), Error> {
    let before = tx
        .one(
            "select * from goal_choice where goal_id = $1 and unit_id = $2",
            values![choice.goal, choice.unit],
            self::choice,
        )
        .await?;
    Insert::into("goal_choice")
        .set("goal_id", choice.goal)
        .set("unit_id", choice.unit)
        .set("choice", choice.choice.name())
        .set("reason", choice.reason.as_str())
        .set("at", tx.now())
        .set("by_person", person(tx.author()))
        .or_replace("goal_id, unit_id")
        .run(tx)
        .await?;
    tx.record(
        Line::new(Kind::Goal, choice.goal, Some(choice.unit), choice.choice.name())
            .before(before.map_or(Json::Null, |was| json!({ "choice": was.choice.name(), "reason": was.reason })))
            .after(json!({ "choice": choice.choice.name() }))
            .why(choice.reason.as_str()),
    );
    Ok(())
}
