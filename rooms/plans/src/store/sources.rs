//! What following up needs to know of plans and of other rooms: a plan's name and owner, its
//! criteria and challenges, its measures and who leads them, and the names of persons.

use std::collections::HashMap;

use jiff::civil::Date;
use varde_kernel::access::{self, Action, Actor, Granted, Kind, Scope, Target};
use varde_kernel::{ActorId, IndicatorId, Locale, MeasureId, PlanId, UnitId, UnitTree, Words};
use varde_store::{Error, Read, Row, scope_condition, values};

use crate::model::followup::choosing::{MapMeasure, PlanPart};
use crate::model::followup::rounds::{Deadline, Item, Thing};
use crate::model::plan::{PartKind, PlanKind};

/// A plan as far as following up needs it.
#[derive(Clone, Debug)]
pub struct PlanHead {
    /// Its id.
    pub id: PlanId,
    /// Its name.
    pub name: Words,
    /// What sort of plan it is.
    pub kind: PlanKind,
    /// The unit it hangs on.
    pub unit: UnitId,
    /// Whether everyone signed in may read it.
    pub open: bool,
    /// Its version.
    pub version: i64,
}

/// A plan, opened for `action` on things of `kind` that hang on it.
///
/// # Errors
///
/// [`Error::NotFound`] or [`Error::Forbidden`], as much as the actor may know.
pub async fn open_plan(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    id: PlanId,
    kind: Kind,
    action: Action,
) -> Result<Granted<PlanHead>, Error> {
    let sql = "select id, name, name_nn, name_en, kind, unit_id, open, version from plan where id = $1";
    let plan = db.one(sql, values![id], head).await?.ok_or(Error::NotFound)?;
    let line = super::line_of(tree, plan.unit);
    // Whoever may not read the plan shall not learn of it by its rounds or votes either.
    let reads = Target { kind: Kind::Plan, line: line.clone(), owner: None, open: plan.open };
    if !access::may(actor, Action::Read, &reads) {
        return Err(Error::NotFound);
    }
    Ok(access::grant(actor, action, &Target { kind, line, owner: None, open: plan.open }, plan)?)
}

/// The plans that someone may read and that have parts of `kind`, by name.
pub async fn plans_with(db: &impl Read, scope: &Scope, kind: PartKind) -> Result<Vec<PlanHead>, Error> {
    let mut values = values![kind.name()];
    let condition = scope_condition(scope, "p.unit_id", "p.open = true", &mut values);
    let sql = format!(
        "select p.id, p.name, p.name_nn, p.name_en, p.kind, p.unit_id, p.open, p.version from plan p
         where exists (select 1 from part c where c.plan_id = p.id and c.kind = $1) and {condition}
         order by p.name, p.id limit 200"
    );
    db.all(&sql, values, head).await
}

/// The names of these plans.
pub async fn plan_names(db: &impl Read, plans: &[PlanId]) -> Result<HashMap<PlanId, Words>, Error> {
    if plans.is_empty() {
        return Ok(HashMap::new());
    }
    let mut values = values![];
    let places = super::places(plans, &mut values);
    let sql = format!("select id, name, name_nn, name_en from plan where id in ({places})");
    let names = db.all(&sql, values, |row| Ok((row.get::<PlanId>("id")?, row.words("name")?))).await?;
    Ok(names.into_iter().collect())
}

/// A plan's criteria, challenges or other parts of one kind, in order.
pub async fn parts(db: &impl Read, plan: PlanId, kind: PartKind) -> Result<Vec<PlanPart>, Error> {
    let sql = "select id, name, name_nn, name_en, weight from part where plan_id = $1 and kind = $2 order by ord, id";
    db.all(sql, values![plan, kind.name()], |row| {
        let weight: Option<f64> = row.get("weight")?;
        Ok(PlanPart { id: row.get("id")?, name: row.words("name")?, weight: weight.unwrap_or(1.0) })
    })
    .await
}

/// A plan's measures, in order.
async fn measure_ids(db: &impl Read, plan: PlanId) -> Result<Vec<MeasureId>, Error> {
    let sql = "select measure_id from plan_measure where plan_id = $1 order by ord, measure_id";
    db.all(sql, values![plan], |row| row.get("measure_id")).await
}

/// The order in which a plan counts its measures; those without a number come last, and keep the
/// order in which they stand under their parts.
fn by_number(number: Option<i64>) -> i64 {
    number.unwrap_or(i64::MAX)
}

/// A plan's measures as the map of challenges shows them.
pub async fn measures(db: &impl Read, plan: PlanId) -> Result<Vec<MapMeasure>, Error> {
    let ids = measure_ids(db, plan).await?;
    let mut known: HashMap<MeasureId, varde_measures::model::Measure> =
        varde_measures::store::many(db, &ids).await?.into_iter().map(|measure| (measure.id, measure)).collect();
    let mut measures: Vec<_> = ids.into_iter().filter_map(|id| known.remove(&id)).collect();
    measures.sort_by_key(|measure| by_number(measure.number));
    Ok(measures
        .into_iter()
        .map(|measure| MapMeasure {
            id: measure.id,
            number: measure.number.map(|number| number.to_string()).unwrap_or_default(),
            indicator: measure.effect.indicator,
            name: measure.title,
        })
        .collect())
}

/// By when each of a plan's measures and activities is to be done, and what of it is late on a day.
pub async fn deadlines(db: &impl Read, plan: PlanId, today: Date) -> Result<HashMap<Thing, Deadline>, Error> {
    let ids = measure_ids(db, plan).await?;
    let mut found = HashMap::new();
    for measure in varde_measures::store::many(db, &ids).await? {
        let deadline = Deadline { due: measure.due, is_overdue: measure.is_overdue(today), n_late: 0 };
        found.insert(Thing::Measure(measure.id), deadline);
    }
    for activity in varde_measures::store::activities_of_many(db, &ids).await? {
        let is_overdue = activity.is_overdue(today);
        found.insert(Thing::Activity(activity.id), Deadline { due: activity.due, is_overdue, n_late: 0 });
        if let Some(measure) = found.get_mut(&Thing::Measure(activity.measure)).filter(|_| is_overdue) {
            measure.n_late += 1;
        }
    }
    Ok(found)
}

/// What a round asks about: each activity of the plan's measures, and each measure that has
/// none. It is asked of the unit that does the activity, or else of the unit that the lead actor of the
/// activity, or of the measure, is, or else of the measure's own unit. Things that are over are not asked about.
pub async fn items(db: &impl Read, plan: PlanId) -> Result<Vec<Item>, Error> {
    items_of(db, plan, |measure| !measure.state.is_over(), |activity| !activity.state.is_over()).await
}

/// As [`items`], of the measures and activities that are wanted.
pub async fn items_of(
    db: &impl Read,
    plan: PlanId,
    is_measure_wanted: impl Fn(&varde_measures::Measure) -> bool,
    is_activity_wanted: impl Fn(&varde_measures::Activity) -> bool,
) -> Result<Vec<Item>, Error> {
    let ids = measure_ids(db, plan).await?;
    let mut measures: HashMap<MeasureId, varde_measures::model::Measure> =
        varde_measures::store::many(db, &ids).await?.into_iter().map(|measure| (measure.id, measure)).collect();
    let mut activities: HashMap<MeasureId, Vec<varde_measures::model::Activity>> = HashMap::new();
    for activity in varde_measures::store::activities_of_many(db, &ids).await? {
        activities.entry(activity.measure).or_default().push(activity);
    }
    let units: HashMap<ActorId, UnitId> = varde_people::actors(db)
        .await?
        .into_iter()
        .filter_map(|actor| actor.unit.map(|unit| (actor.id, unit)))
        .collect();
    let mut items = Vec::new();
    let mut ordered: Vec<_> = ids.into_iter().filter_map(|id| measures.remove(&id)).collect();
    ordered.sort_by_key(|measure| by_number(measure.number));
    let unit_of = |lead: Option<ActorId>| lead.and_then(|lead| units.get(&lead).copied());
    for measure in ordered.into_iter().filter(|measure| is_measure_wanted(measure)) {
        let id = measure.id;
        let unit = unit_of(measure.lead).unwrap_or(measure.unit);
        let number = measure.number.map(|number| number.to_string()).unwrap_or_default();
        let below = activities.remove(&id).unwrap_or_default();
        if below.is_empty() {
            items.push(Item { thing: Thing::Measure(id), unit, number, name: measure.title });
            continue;
        }
        for activity in below.into_iter().filter(|activity| is_activity_wanted(activity)) {
            let letter = activity.letter.unwrap_or_default();
            items.push(Item {
                thing: Thing::Activity(activity.id),
                unit: activity.unit.or_else(|| unit_of(activity.lead)).unwrap_or(unit),
                number: format!("{number} {letter}").trim().to_owned(),
                name: activity.title,
            });
        }
    }
    Ok(items)
}

/// Indicators that the actor may choose from, by name in the reader's language.
pub async fn indicators(
    db: &impl Read,
    actor: &Actor,
    tree: &UnitTree,
    locale: Locale,
) -> Result<Vec<(IndicatorId, String)>, Error> {
    let all = varde_indicators::indicators(db).await?;
    let mut indicators: Vec<(IndicatorId, String)> = varde_indicators::seen_by(actor, tree, all)
        .into_iter()
        .map(|indicator| (indicator.id, indicator.name.get(locale).to_owned()))
        .collect();
    indicators.sort_by(|a, b| a.1.cmp(&b.1).then(a.0.cmp(&b.0)));
    Ok(indicators)
}

fn head(row: &Row) -> Result<PlanHead, Error> {
    Ok(PlanHead {
        id: row.get("id")?,
        name: row.words("name")?,
        kind: row.parse("kind")?,
        unit: row.get("unit_id")?,
        open: row.get("open")?,
        version: row.get("version")?,
    })
}
